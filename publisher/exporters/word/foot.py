"""The foot of a Word page: source, date and page x of y, or — 1 — outside left and right."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from publisher.contracts import Context
from publisher.exporters.frame import feet
from publisher.exporters.word.runs import Runs, add_field
from publisher.model import Article, Text


def add(document: Any, runs: Runs, articles: Sequence[Article], context: Context) -> None:
    """Add the foot, a line a language; even pages have their own where it moves."""
    section = document.sections[0]
    languages = [article.meta.language for article in articles]
    words, counters = feet([context.furniture[language] for language in languages], context.theme)
    dashes = context.theme.layout.folio == "dashes"
    places = [(section.footer, "Footer")]
    if dashes:
        document.settings.odd_and_even_pages_header_footer = True
        places.append((section.even_page_footer, "Footer Even"))
    if context.theme.layout.running_head:
        places.append((section.first_page_footer, "Footer"))  # the first page differs at its head alone
    for footer, name in places:
        style = document.styles[name]
        rows = list(zip_longest(words, counters, fillvalue=""))
        for number, (text, counter) in enumerate(rows):
            foot = footer.add_paragraph() if number else footer.paragraphs[0]
            foot.style = style
            told = text if dashes else text + "\t" * bool(counter)
            _line(foot, runs, told, counter, languages[number])
    # the foot is held at its lower end, and a second line shall not lift the first
    leading = document.styles["Footer"].paragraph_format.line_spacing
    if section.footer_distance is not None and isinstance(leading, int):  # a template may tell neither
        section.footer_distance = max(section.footer_distance - leading * (len(rows) - 1), 0)


def _line(foot: Any, runs: Runs, text: str, counter: str, language: str) -> None:
    before, _, rest = counter.partition("{page}")
    between, pages, after = rest.partition("{pages}")
    if text:
        runs.add(foot, (Text(text),), language)
    for part, field in ((before, "PAGE" if counter else ""), (between, pages and "NUMPAGES"), (after, "")):
        if part:
            runs.add(foot, (Text(part),), language)
        if field:
            add_field(foot, field)
