"""What a Word document opens with: issuer, date and release line, the draft's frame, the red head."""

from publisher.exporters.frame import is_signed
from publisher.exporters.word import official
from publisher.exporters.word.sheet import Sheet
from publisher.model import Text


def add(sheet: Sheet) -> None:
    """Add the masthead of all editions."""
    body = sheet.document._body
    lead = sheet.articles[0]
    if not is_signed(sheet.release, sheet.theme):
        _source_and_date(sheet)
    elif line := sheet.furniture(lead).release_line:
        paragraph = body.add_paragraph(style="Meta Line")
        sheet.runs.add(paragraph, (Text(line),), lead.meta.language)
    for article in sheet.articles:
        furniture = sheet.furniture(article)
        if furniture.draft:
            paragraph = body.add_paragraph(style="Draft")
            sheet.runs.add(paragraph, (Text(furniture.draft),), article.meta.language, style="Strong")
            sheet.runs.add(paragraph, (Text(" " + furniture.draft_note),), article.meta.language)
    for article in sheet.articles:
        official.opening(body, sheet.furniture(article), sheet.line(article))


def _source_and_date(sheet: Sheet) -> None:
    body = sheet.document._body
    banner = sheet.theme.layout.masthead == "banner"
    for number, article in enumerate(sheet.articles):
        furniture = sheet.furniture(article)
        last = number == len(sheet.articles) - 1 and not banner
        style = "Masthead" if last else "Masthead Second" if number else "Masthead Upper"
        paragraph = body.add_paragraph(style=style)
        source = furniture.source if banner else furniture.source + "\t"
        sheet.runs.add(paragraph, (Text(source),), article.meta.language)
        if not banner:
            sheet.runs.add(paragraph, (Text(furniture.kind),), article.meta.language, style="Kind")
    if banner:
        paragraph = body.add_paragraph(style="Masthead")
        for number, article in enumerate(sheet.articles):
            text = ("\u2003" if number else "") + sheet.furniture(article).kind
            sheet.runs.add(paragraph, (Text(text),), article.meta.language, style="Kind")
    line = body.add_paragraph(style="Meta Line")
    for part in ("date", "release_line"):
        for number, article in enumerate(sheet.articles):
            text = getattr(sheet.furniture(article), part)
            gap = "\u2003" if number else ("\t" if part == "release_line" else "")
            sheet.runs.add(line, (Text(gap + text),), article.meta.language)
