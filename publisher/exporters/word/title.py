"""The titles of an edition in Word: kicker, headline, subhead; its contents, and whom it addresses."""

from typing import Any

from publisher.exporters.titles import title_lines
from publisher.exporters.word import contents, styles
from publisher.exporters.word.sheet import Sheet
from publisher.model import Article, Inline, LineBreak, Text


def add(sheet: Sheet, place: Any, article: Article) -> None:
    """Add the titles of ``article`` to ``place``."""
    meta = article.meta
    if meta.kicker:
        sheet.paragraph(place, "Kicker", (Text(meta.kicker),), article)
    sheet.paragraph(place, "Title", _headline(sheet, article), article)
    if meta.subhead:
        sheet.paragraph(place, "Subtitle", (Text(meta.subhead),), article)
    contents.add(sheet, place, article)
    document = sheet.furniture(article).official
    if document and document.addressees:
        sheet.paragraph(place, "Addressees", (Text(document.addressees),), article)


def close_up(sheet: Sheet) -> None:
    """Let the headline of each edition with a kicker stand close under it: a document has one of each."""
    for article in sheet.articles:
        if article.meta.kicker:
            style = sheet.document.styles[sheet.style("Title", article)]
            style.paragraph_format.space_before = styles.UNDER_KICKER


def _headline(sheet: Sheet, article: Article) -> tuple[Inline, ...]:
    """Return the headline: in Chinese broken for sense, in English with its last two words together."""
    if not article.meta.language.startswith("zh"):
        first, _, last = article.meta.headline.rpartition(" ")
        return (Text(f"{first}\u00a0{last}" if first else last),)
    nodes: list[Inline] = []
    rest = article.meta.headline
    for line in title_lines(article, sheet.theme, sheet.share(article)):
        nodes += [LineBreak()] if nodes else []
        rest = rest.lstrip().removeprefix(line)
        # a space between clauses stays in the text, where the line ends
        nodes.append(Text(line + rest[:1] if rest[:1].isspace() else line))
    return tuple(nodes)
