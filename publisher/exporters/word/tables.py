"""A table of an article in Word: a head that repeats, rows that stay whole, its caption over it."""

from typing import Any

from publisher.exporters.amounts import columns_of_amounts
from publisher.exporters.composed import tables as composed
from publisher.exporters.composed.text import Faces, Look
from publisher.exporters.word import captions, xml
from publisher.exporters.word.rows import hold
from publisher.exporters.word.sheet import Room, Sheet
from publisher.model import Article, Table

_PT_IN_MM = 72 / 25.4
_PAD, _PAD_AMOUNT = 8.0, 14.0
"""The margins of a cell, in pt, the indent of amounts, and what a font of the reader's may be wider."""


def add(sheet: Sheet, place: Any, block: Table, article: Article, room: Room) -> None:
    """Add the table and its caption to ``place``, as wide as the column."""
    from docx.blkcntnr import BlockItemContainer
    from docx.shared import Mm

    if block.caption:
        captions.add(sheet, place, block, article).paragraph_format.keep_with_next = True
    rows = [*([block.head] if block.head else []), *block.rows]
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return
    table = BlockItemContainer.add_table(place, len(rows), columns, Mm(room.measure))
    table.style = sheet.document.styles["Data"]
    amounts = columns_of_amounts(block)
    tokens = sheet.type.of(article.meta.language).table
    look = _look(sheet, article)
    pads = [_PAD_AMOUNT if n in amounts else _PAD for n in range(columns)]
    shares = composed.shares(block, look, room.measure * _PT_IN_MM, pads)
    widths = [room.measure * share for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for number, (made, row) in enumerate(zip(list(table.rows), rows, strict=True)):
        is_head = bool(block.head) and number == 0
        for cell, width in zip(made.cells, widths, strict=True):
            cell.width = Mm(width)
        for n, (cell, content) in enumerate(zip(made.cells, row, strict=False)):
            kind = "Table Amount" if n in amounts else "Table Text"
            head = "Table Amount Head" if n in amounts else "Table Head"
            paragraph = cell.paragraphs[0]
            paragraph.style = sheet.document.styles[sheet.style(head if is_head else kind, article)]
            sheet.runs.add(paragraph, content.inlines, article.meta.language)
        whole = hold(made, sheet.page, (tokens,) * columns, tuple(widths))
        if is_head and whole:
            xml.repeat_head(made)
    place.add_paragraph(style="Table End")


def _look(sheet: Sheet, article: Article) -> Look:
    """Return how the text of a table is set, in the theme's own faces, to measure it."""
    language = article.meta.language
    faces = Faces.of(sheet.theme.fonts, language)
    style = sheet.type.of(language).table
    face = getattr(faces, style.face or "regular")
    return Look(style=style, language=language, faces=faces, face=face, ink=sheet.theme.colours.text)
