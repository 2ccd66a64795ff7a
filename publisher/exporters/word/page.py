"""The page of a Word document: paper, margins, its foot, the grid of characters."""

from typing import Any

from publisher.exporters.word import foot, xml
from publisher.exporters.word.sheet import Sheet

_MM = 36000
"""English Metric Units in a millimetre."""


def lay_out(sheet: Sheet) -> None:
    """Give the document the page that the theme has for its editions."""
    section: Any = sheet.document.sections[0]
    page = sheet.page
    section.page_width, section.page_height = round(page.width * _MM), round(page.height * _MM)
    section.top_margin, section.bottom_margin = round(page.top * _MM), round(page.bottom * _MM)
    section.left_margin, section.right_margin = round(page.left * _MM), round(page.right * _MM)
    section.header_distance = round(12 * _MM)
    section.footer_distance = round((page.bottom - 11) * _MM)
    lead = sheet.articles[0]
    foot.add(sheet.document, sheet.runs, lead, sheet.context)
    body = sheet.theme.type.of(lead.meta.language).body
    if body.tracking and not sheet.two:
        xml.grid(section, page.measure, body)
