"""The foot of a Word page: source, date and page x of y, or — 1 — outside left and right."""

from typing import Any

from publisher.contracts import Context
from publisher.exporters.frame import feet
from publisher.exporters.word.runs import Runs, add_field
from publisher.model import Article, Text


def add(document: Any, runs: Runs, lead: Article, context: Context) -> None:
    """Add the foot of ``lead``, whose language it speaks; even pages have their own where it moves."""
    section = document.sections[0]
    language = lead.meta.language
    words, counter = feet(context.furniture[language], context.theme)
    dashes = context.theme.layout.folio == "dashes"
    places = [(section.footer, "Footer")]
    if dashes:
        document.settings.odd_and_even_pages_header_footer = True
        places.append((section.even_page_footer, "Footer Even"))
    before, _, rest = counter.partition("{page}")
    between, pages, after = rest.partition("{pages}")
    for footer, style in places:
        foot = footer.paragraphs[0]
        foot.style = document.styles[style]
        if not dashes:
            runs.add(foot, (Text(words + "\t"),), language)
        for part, field in ((before, "PAGE"), (between, pages and "NUMPAGES"), (after, "")):
            if part:
                runs.add(foot, (Text(part),), language)
            if field:
                add_field(foot, field)
