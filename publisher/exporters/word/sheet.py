"""One document in the making: what each part of it sets its paragraphs with."""

from typing import Any

import msgspec

from publisher import pairs
from publisher.contracts import Context, Furniture
from publisher.exporters.bilingual import alternates, shares
from publisher.exporters.captions import labels
from publisher.exporters.word import official, styles, xml
from publisher.exporters.word.runs import Runs
from publisher.model import Article, Heading, Inline, Release, Text
from publisher.theme import Page, Scripts, Theme


class Room(msgspec.Struct, frozen=True):
    """The width of the column that a block stands in, and how tall a picture in it may be, in mm."""

    measure: float
    tallest: float = 100.0


class Sheet:
    """The document, its editions in the order of the page, and the runs that they are set in."""

    def __init__(self, document: Any, runs: Runs, release: Release, context: Context) -> None:
        self.document = document
        self.runs = runs
        self.release = release
        self.context = context
        self.theme: Theme = context.theme
        self.labels = labels(release, context)
        blocks = ((a.meta.language, block) for a in release.editions for block in a.blocks)
        every = ((language, block.key) for language, block in blocks if isinstance(block, Heading))
        self._headings = {name: number for number, name in enumerate(every, 1)}
        self._shares = shares(release, context.theme)
        self.two = len(release.editions) == 2
        self.in_turn = alternates(release, context.theme)
        self.articles: tuple[Article, ...] = pairs.sides(release) if self.two else release.editions
        self.type: Scripts = self.theme.type_bilingual if self.two else self.theme.type
        self.page: Page = self.theme.page_bilingual if self.two else self.theme.page

    def furniture(self, article: Article) -> Furniture:
        """Return the words around the text of ``article``."""
        return self.context.furniture[article.meta.language]

    def share(self, article: Article) -> float:
        """Return the part of the measure that an edition takes."""
        return self._shares[self.articles.index(article)]

    def bookmark(self, article: Article, heading: Heading) -> str:
        """Return the name of the bookmark on ``heading``, as Word names those of contents."""
        return f"_Toc{self._headings[article.meta.language, heading.key]:09d}"

    def heading(self, place: Any, block: Heading, article: Article) -> None:
        """Add ``block`` to ``place`` in the style of its level, and a bookmark on it."""
        paragraph = self.paragraph(place, f"Heading {min(block.level, 4)}", block.inlines, article)
        number = self._headings[article.meta.language, block.key]
        xml.bookmark(paragraph, number, self.bookmark(article, block))

    def style(self, name: str, article: Article) -> str:
        """Return the name of the style for the edition: side by side, each language has its own."""
        return styles.named(name, article.meta.language, bilingual=self.two)

    def paragraph(self, place: Any, style: str, nodes: tuple[Inline, ...], article: Article) -> Any:
        """Add ``nodes`` to ``place`` as a paragraph of the edition's ``style``."""
        paragraph = place.add_paragraph(style=self.style(style, article))
        self.runs.add(paragraph, nodes, article.meta.language)
        return paragraph

    def line(self, article: Article) -> official.Line:
        """Return what sets a plain text of ``article``."""
        return lambda place, style, text: self.paragraph(place, style, (Text(text),), article)
