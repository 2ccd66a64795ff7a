"""A table of an article in Word: a head that repeats, rows that stay whole, its caption over it."""

from typing import Any

from publisher.exporters.word import captions, xml
from publisher.exporters.word.rows import hold
from publisher.exporters.word.sheet import Room, Sheet
from publisher.model import Article, Table


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
    tokens = sheet.type.of(article.meta.language).table
    for number, (made, row) in enumerate(zip(list(table.rows), rows, strict=True)):
        is_head = bool(block.head) and number == 0
        style = sheet.style("Table Head" if is_head else "Table Text", article)
        for cell, content in zip(made.cells, row, strict=False):
            paragraph = cell.paragraphs[0]
            paragraph.style = sheet.document.styles[style]
            sheet.runs.add(paragraph, content.inlines, article.meta.language)
        whole = hold(made, sheet.page, (tokens,) * columns, (room.measure / columns,) * columns)
        if is_head and whole:
            xml.repeat_head(made)
    place.add_paragraph(style="Table End")
