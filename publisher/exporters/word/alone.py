"""The body of one edition in Word, in as many columns as the theme asks."""

from publisher.exporters.columns import TALLEST, across, column_width
from publisher.exporters.frame import annexed
from publisher.exporters.frame import closing as parts_after
from publisher.exporters.word import blocks, closing, sections, title
from publisher.exporters.word.sheet import Room, Sheet
from publisher.model import Article


def add(sheet: Sheet, article: Article) -> None:
    """Add titles, blocks and closing parts of ``article`` to the document."""
    place = sheet.document._body
    layout = sheet.theme.layout
    title.add(sheet, place, article)
    wide = across(article, sheet.theme)
    columns = 1
    body, annexes = annexed(article, sheet.theme)
    for block in body:
        asked = 1 if block.key in wide else layout.columns
        if asked != columns:
            sections.end(sheet.document, columns, layout.gap)
            columns = asked
        room = Room(sheet.page.measure if asked == 1 else column_width(sheet.theme))
        if block.key in wide:
            room = Room(room.measure, TALLEST)
        blocks.add(sheet, place, block, article, room)
    if sheet.furniture(article).signature and article.blocks:
        # a signature never stands on a page without text (GB/T 9704-2012, 7.3.5)
        place.paragraphs[-1].paragraph_format.keep_with_next = True
    first, groups = parts_after(sheet.furniture(article))
    closing.close(sheet, place, article, first)
    more = any(closing.has(sheet, part, article) for group in groups for part in group)
    if columns > 1 and more:
        sections.end(sheet.document, columns, layout.gap)
        columns = 1
    if layout.columns > 1:
        sections.last(sheet.document, columns, layout.gap)
    for group in groups:
        closing.group(sheet, place, article, group)
    for annex in annexes:
        sheet.paragraph(place, "Annex", annex.label.inlines, article)
        if annex.title:
            sheet.paragraph(place, "Annex Title", annex.title.inlines, article)
        for block in annex.blocks:
            blocks.add(sheet, place, block, article, Room(sheet.page.measure))
    closing.record(sheet, place, article)
