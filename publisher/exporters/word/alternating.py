"""The body of two editions in Word, each block of the one over that of the other."""

from collections.abc import Sequence

from publisher.exporters.bilingual import parted, rows
from publisher.exporters.frame import closing as parts_after
from publisher.exporters.word import blocks, closing, figures, title
from publisher.exporters.word.sheet import Room, Sheet
from publisher.model import Figure
from publisher.pairs import Pair


def add(sheet: Sheet) -> None:
    """Add titles, blocks and closing parts of both editions to the document, in turn."""
    place = sheet.document._body
    room = Room(sheet.page.measure)
    for article in sheet.articles:
        title.add(sheet, place, article)

    def body(part: Sequence[Pair]) -> None:
        for row in part:
            if isinstance(row.left, Figure) and isinstance(row.right, Figure):
                figures.shared(sheet, place, row.left, row.right, room)
                continue
            for block, article in zip((row.left, row.right), sheet.articles, strict=True):
                if block is not None:
                    blocks.add(sheet, place, block, article, room)

    text, annexes = parted(rows(sheet.release, sheet.theme), sheet.release, sheet.theme)
    body(text)
    first, groups = parts_after(sheet.furniture(sheet.articles[0]))
    for article in sheet.articles:
        closing.close(sheet, place, article, first)
    for group in groups:
        for article in sheet.articles:
            closing.group(sheet, place, article, group)
    body(annexes)
    for article in sheet.articles:
        closing.record(sheet, place, article)
