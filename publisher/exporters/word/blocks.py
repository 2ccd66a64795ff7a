"""The blocks of an article as Word paragraphs, each of a style."""

from typing import Any

from publisher.exporters.word import figures, lists, tables, xml
from publisher.exporters.word.sheet import Room, Sheet
from publisher.model import (
    Article,
    Block,
    Figure,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Table,
)

_PARTS = {
    (True, True): "Body Text",
    (True, False): "Body Text Begun",
    (False, False): "Body Text Continued",
    (False, True): "Body Text Ended",
}
"""The style of a paragraph, or of a part of one: whether it is the first, and whether it is the last."""


def add(
    sheet: Sheet,
    place: Any,
    block: Block,
    article: Article,
    room: Room,
    *,
    first: bool = True,
    last: bool = True,
) -> None:
    """Add ``block`` to ``place``; ``first`` and ``last`` tell a part of a paragraph that was cut in rows."""
    match block:
        case Paragraph():
            sheet.paragraph(place, _PARTS[first, last], block.inlines, article)
        case Heading():
            sheet.heading(place, block, article)
        case Quote():
            sheet.paragraph(place, "Quote", block.inlines, article)
        case List():
            style = "List Number" if block.ordered else "List Bullet"
            form = sheet.document.styles[sheet.style(style, article)]
            number = lists.begin(sheet.document, form, ordered=block.ordered)
            for item in block.items:
                paragraph = sheet.paragraph(place, style, item.inlines, article)
                if number:
                    xml.number(paragraph, number)
        case Figure():
            figures.add(sheet, place, block, article, room)
        case Table():
            tables.add(sheet, place, block, article, room)
        case Rule():
            sheet.paragraph(place, "Rule", (), article)
        case PageBreak():
            paragraph = sheet.paragraph(place, "Body Text", (), article)
            paragraph.paragraph_format.page_break_before = True
