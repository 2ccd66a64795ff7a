"""The page of a Word document: paper, margins, its foot, the grid of characters."""

from typing import TYPE_CHECKING, Any

from publisher.exporters.word import foot, head, xml
from publisher.exporters.word.sheet import Sheet
from publisher.theme import Page

if TYPE_CHECKING:
    from publisher.exporters.word.reference import Reference

_MM = 36000
"""English Metric Units in a millimetre."""


def lay_out(sheet: Sheet, house: "Reference | None") -> None:
    """Give the document the page that the theme has for its editions, or leave it that of the template."""
    document = sheet.document
    section: Any = document.sections[0]
    if house is None:
        _paper(section, sheet.page)
    lead = sheet.articles[0]
    if house is None or not house.has_feet:
        had_even = document.settings.odd_and_even_pages_header_footer
        foot.add(document, sheet.runs, sheet.articles, sheet.context)
        if house:
            house.share_feet(odd_and_even=had_even)
    if house is None:
        head.add(sheet, section)
    body = sheet.theme.type.of(lead.meta.language).body
    if body.tracking and not sheet.two and house is None:
        xml.grid(section, sheet.page.measure, body)


def _paper(section: Any, page: Page) -> None:
    section.page_width, section.page_height = round(page.width * _MM), round(page.height * _MM)
    section.top_margin, section.bottom_margin = round(page.top * _MM), round(page.bottom * _MM)
    section.left_margin, section.right_margin = round(page.left * _MM), round(page.right * _MM)
    section.header_distance = round(12 * _MM)
    section.footer_distance = round((page.bottom - 11) * _MM)
