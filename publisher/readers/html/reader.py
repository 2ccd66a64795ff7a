"""One web page: our own by its classes, any other by where most of its sentences stand."""

import re
from typing import Any

import msgspec

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.model import Article, Block, Credit, CreditRole, Figure, Heading, Meta, Paragraph, Rule, Table
from publisher.readers.draft import draft
from publisher.readers.html import finding, metadata, surroundings
from publisher.readers.html.flow import Flow
from publisher.readers.html.notes import Notes
from publisher.readers.html.own import own_article
from publisher.readers.html.page import Page, parse
from publisher.readers.html.shown import Shown
from publisher.readers.strips import split
from publisher.report import Report, Severity
from publisher.walk import plain

_REGIONS = {"zh-hk": "zh-Hant-HK", "zh-hant-hk": "zh-Hant-HK", "en-gb": "en-GB", "zh-mo": "zh-Hant-HK"}
"""Languages of pages that say more than the text's script does; others are what the text is."""


class HtmlReader:
    """Reads saved pages; nothing in them is run and nothing they name is fetched."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError if the page holds none."""
        page = parse(source, report)
        shown = Shown(page)
        if (made := own_article(page, Shown(page, smallest=1))) is not None:
            return made
        found = finding.find(page.root)
        if found is None:
            raise ReadError(
                "no article was found in this page, only what stands around one.",
                hint="Copy the article's text into a .txt file and export that.",
            )
        told = metadata.read(page.root)
        around = surroundings.read(page, found, told.headlines, (*told.authors, told.source, told.site))
        notes = Notes(page.root)
        self._tell(page, found, around.taken | notes.passages)
        flow = Flow(page, shown, notes, found.furniture | around.taken)
        blocks = _without_head(flow.read(found.element), around)
        meta = Meta(
            language="",
            headline=around.headline,
            kicker=around.kicker,
            subhead=around.subhead or told.subhead,
            credits=around.credits,
        )
        blocks = levelled(blocks, titled=bool(meta.headline))
        flat = Article(meta, tuple(blocks), shown.album.assets)
        return _completed(draft(source, report, source.first_aid(flat, report)), told, around, page)

    @staticmethod
    def _tell(page: Page, found: finding.Found, read: set[Any]) -> None:
        words, said = surroundings.left_out(found, read)
        if words:
            message = f"what stands around the article was left out: {words} words, “{said}…”"
            page.note("furniture-removed", message, severity=Severity.INFO)


def _without_head(blocks: list[Block], around: surroundings.Around) -> list[Block]:
    """Return ``blocks`` without the first lines that were taken for the metadata."""
    taken = {_bare(line) for line in (around.headline, *around.lines)}
    rest = list(blocks)
    while rest and isinstance(first := rest[0], Heading | Paragraph):
        lines = split(first.inlines)
        while lines and _bare(plain(lines[0])) in taken:
            lines.pop(0)
        if lines:
            parts = [
                msgspec.structs.replace(first, inlines=line, key=f"{first.key}-{n}")
                for n, line in enumerate(lines)
            ]
            return [*parts, *rest[1:]] if len(lines) < len(split(first.inlines)) else rest
        rest.pop(0)
    return rest


def levelled(blocks: list[Block], *, titled: bool) -> list[Block]:
    """Return ``blocks`` with the levels of their headings counted from 1, none left out, at most 4.

    The first heading is not counted where it is to be the headline.
    """
    first = next((block for block in blocks if not isinstance(block, Rule | Figure)), None)
    counted = [b for b in blocks if isinstance(b, Heading) and (titled or b is not first)]
    levels = sorted({block.level for block in counted})
    return [
        msgspec.structs.replace(block, level=min(levels.index(block.level) + 1, 4))
        if isinstance(block, Heading) and block.level in levels
        else block
        for block in blocks
    ]


def _completed(made: Article, told: metadata.Told, around: surroundings.Around, page: Page) -> Article:
    """Return ``made`` with what the page's head tells and its text does not."""
    meta = made.meta
    chinese = meta.language.startswith("zh")
    issued = around.issued or meta.issued
    if told.issued is not None:
        said = metadata.in_china(told.issued) if chinese else told.issued
        if issued is None or abs((said - issued).days) <= 1:
            issued = said
        elif said.date() != issued.date():
            page.note("metadata-differs", f"the page's head says {said:%Y-%m-%d}, the page {issued:%Y-%m-%d}")
    credits_ = meta.credits
    if told.authors and not any(c.role is CreditRole.TEXT for c in credits_):
        credits_ = (Credit(CreditRole.TEXT, told.authors), *credits_)
    language = _REGIONS.get(told.language.lower().replace("_", "-"), "")
    body = _bare(plain_text(made))
    summary = told.summary if _is_own_summary(told.summary, meta.headline, body) else ""
    return msgspec.structs.replace(
        made,
        meta=msgspec.structs.replace(
            meta,
            language=language if language.startswith(meta.language) else meta.language,
            issued=issued,
            source=around.source or meta.source or told.source or told.site,
            place=meta.place or told.place,
            credits=credits_,
            keywords=meta.keywords or tuple(k for k in told.keywords if k != meta.headline),
            summary=summary,
            rights=told.rights,
        ),
    )


def plain_text(article: Article) -> str:
    """Return the words of the paragraphs and cells of ``article``."""
    said = [plain(inlines) for b in article.blocks if (inlines := getattr(b, "inlines", ()))]
    said += [plain(c.inlines) for b in article.blocks if isinstance(b, Table) for r in b.rows for c in r]
    return "".join(said)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _is_own_summary(summary: str, headline: str, body: str) -> bool:
    """Tell a summary from the beginning of the text, which many pages give for one."""
    said = _bare(summary)
    return bool(said) and said[:40] not in body and said != _bare(headline)
