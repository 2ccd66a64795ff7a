"""A table of an article in Word: a head that repeats, rows that stay whole, its caption over it."""

from typing import Any

from publisher.exporters.amounts import columns_of_amounts
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
    amounts = columns_of_amounts(block)
    tokens = sheet.type.of(article.meta.language).table
    for number, (made, row) in enumerate(zip(list(table.rows), rows, strict=True)):
        is_head = bool(block.head) and number == 0
        for n, (cell, content) in enumerate(zip(made.cells, row, strict=False)):
            kind = "Table Amount" if n in amounts else "Table Text"
            head = "Table Amount Head" if n in amounts else "Table Head"
            paragraph = cell.paragraphs[0]
            paragraph.style = sheet.document.styles[sheet.style(head if is_head else kind, article)]
            sheet.runs.add(paragraph, content.inlines, article.meta.language)
        whole = hold(made, sheet.page, (tokens,) * columns, (room.measure / columns,) * columns)
        if is_head and whole:
            xml.repeat_head(made)
    place.add_paragraph(style="Table End")
