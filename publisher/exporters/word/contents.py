"""The contents of a long document in Word: a TOC field, its entries linked to the headings.

The field names no pages. Word lays pages out when it opens a file and does
not fill such a field then, unless the file makes it ask whoever opens it
(w:dirty, w:updateFields): a number written here could be another page's.
"""

from typing import Any

from publisher.exporters.word import xml
from publisher.exporters.word.runs import add_field_part
from publisher.exporters.word.sheet import Sheet
from publisher.model import Article, Heading, Text
from publisher.walk import plain

DEEPEST = 3
"""The lowest level of headings that stands in the contents."""


def add(sheet: Sheet, place: Any, article: Article) -> None:
    """Add the contents of ``article`` to ``place``, if it has as many headings as the theme asks."""
    listed = [b for b in article.blocks if isinstance(b, Heading) and b.level <= DEEPEST]
    least = sheet.theme.layout.toc_from
    if not listed or not least or len(listed) < least:
        return
    language = article.meta.language
    if words := sheet.furniture(article).contents:
        sheet.paragraph(place, "TOC Heading", (Text(words),), article)
    for number, heading in enumerate(listed):
        paragraph = place.add_paragraph(style=f"toc {heading.level}")
        if number == 0:
            add_field_part(paragraph, "begin")
            add_field_part(paragraph, "code", _code(sheet, article))
            add_field_part(paragraph, "separate")
        gap = "" if language.startswith("zh") else " "
        before = len(paragraph._p)
        words = plain(heading.inlines).replace("\n", gap)
        sheet.runs.add(paragraph, (Text(words),), language, style="Hyperlink")
        xml.wrap(paragraph, before, xml.make("w:hyperlink", anchor=sheet.bookmark(article, heading)))
        if number == len(listed) - 1:
            add_field_part(paragraph, "end")
    place.add_paragraph(style="toc 1")  # the line that parts them from the text; a section may end with it


def _code(sheet: Sheet, article: Article) -> str:
    """Return the field: headings by level, linked, without pages (ECMA-376-1, 17.16.5.68)."""
    if not sheet.two:
        return f'TOC \\o "1-{DEEPEST}" \\h \\n'
    levels = (f"{sheet.style(f'Heading {n}', article)},{n}" for n in range(1, DEEPEST + 1))
    return f'TOC \\h \\n \\t "{",".join(levels)}"'
