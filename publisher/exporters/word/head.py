"""The running head of a Word page: what the document is called, on every page but the first."""

from typing import Any

from publisher.exporters.word.sheet import Sheet
from publisher.model import Text


def add(sheet: Sheet, section: Any) -> None:
    """Add the headline of the edition that leads, if the theme asks: the first page has the masthead."""
    if not sheet.theme.layout.running_head:
        return
    lead = sheet.articles[0]
    section.different_first_page_header_footer = True
    headers = [section.header]
    if sheet.document.settings.odd_and_even_pages_header_footer:
        headers.append(section.even_page_header)
    for header in headers:
        paragraph = header.paragraphs[0]
        paragraph.style = sheet.document.styles["Header"]
        sheet.runs.add(paragraph, (Text(lead.meta.headline),), lead.meta.language)
