"""The numbers of captions, one rule for every exporter: 表1, Table 1."""

import re
from typing import Literal

import msgspec

from publisher.contracts import Context
from publisher.model import Article, Block, Figure, Release, Table, Text
from publisher.walk import plain

_OWN = re.compile(r"\s*(?:图|圖|表|Fig(?:ure|\.)?|Table)\s*[\d一二三四五六七八九十]", re.IGNORECASE)
"""How a caption begins that has a number of its own."""


class Label(msgspec.Struct, frozen=True):
    """What stands before a caption: ``before`` its number and ``after`` it."""

    before: str
    number: int
    after: str

    @property
    def text(self) -> str:
        """The label as it stands on the page."""
        return f"{self.before}{self.number}{self.after}"


def labels(release: Release, context: Context) -> dict[tuple[str, str], Label]:
    """Return the labels by language and key of the block, for what the theme numbers.

    Only captions are numbered, where there are several of a kind, and none of
    the kind has a number already: then the author's are kept.
    """
    found: dict[tuple[str, str], Label] = {}
    for kind in context.theme.layout.numbered_captions:
        rows = [(article, _captioned(article, kind)) for article in release.editions]
        if any(_OWN.match(plain(block.caption)) for _, blocks in rows for block in blocks):
            continue
        for article, blocks in rows:
            words = context.furniture[article.meta.language]
            pattern = words.table_label if kind == "tables" else words.figure_label
            before, _, after = pattern.partition("{number}")
            numbered = enumerate(blocks if len(blocks) > 1 else (), 1)
            found |= {(article.meta.language, b.key): Label(before, n, after) for n, b in numbered}
    return found


def numbered(release: Release, context: Context) -> Release:
    """Return ``release`` with the labels set before the captions, as a page has them."""
    known = labels(release, context)
    if not known:
        return release

    def labelled(block: Block, language: str) -> Block:
        label = known.get((language, block.key))
        if label is None or not isinstance(block, Table | Figure):
            return block
        return msgspec.structs.replace(block, caption=(Text(label.text), *block.caption))

    editions = tuple(
        msgspec.structs.replace(a, blocks=tuple(labelled(b, a.meta.language) for b in a.blocks))
        for a in release.editions
    )
    return msgspec.structs.replace(release, editions=editions)


def _captioned(article: Article, kind: Literal["tables", "figures"]) -> list[Table | Figure]:
    sought = Table if kind == "tables" else Figure
    return [block for block in article.blocks if isinstance(block, sought) and block.caption]
