"""The body of two editions in Word, each block of the one over that of the other."""

from publisher.exporters.bilingual import rows
from publisher.exporters.frame import closing as parts_after
from publisher.exporters.word import blocks, closing, figures, title
from publisher.exporters.word.sheet import Room, Sheet
from publisher.model import Figure


def add(sheet: Sheet) -> None:
    """Add titles, blocks and closing parts of both editions to the document, in turn."""
    place = sheet.document._body
    room = Room(sheet.page.measure)
    for article in sheet.articles:
        title.add(sheet, place, article)
    for row in rows(sheet.release, sheet.theme):
        if isinstance(row.left, Figure) and isinstance(row.right, Figure):
            figures.shared(sheet, place, row.left, row.right, room)
            continue
        for block, article in zip((row.left, row.right), sheet.articles, strict=True):
            if block is not None:
                blocks.add(sheet, place, block, article, room)
    first, groups = parts_after(sheet.furniture(sheet.articles[0]))
    for article in sheet.articles:
        closing.close(sheet, place, article, first)
    for group in groups:
        for article in sheet.articles:
            closing.group(sheet, place, article, group)
    for article in sheet.articles:
        closing.record(sheet, place, article)
