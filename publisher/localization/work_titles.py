"""Titles of works from English to Chinese: emphasis becomes 《》, as 《》 becomes emphasis the other way."""

import re
from collections.abc import Iterator

import msgspec

from publisher.localization.names import HAN
from publisher.model import Article, Emphasis, Inline, Link, Strong, Text
from publisher.walk import map_block_inlines, map_inline_text, plain

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_SENTENCE_START = re.compile(r"(?:\A|[.!?][”’\"')]*)\s*[“‘\"'(]*\Z")
_SINGLE = str.maketrans("《》", "〈〉")
SMALL = frozenset(
    re.findall(
        "[a-z]+",
        "a an and as at but by for from in into nor of off on onto or out over per so the than to up via vs "
        "with yet",
    )
)
"""Words that a title may leave small: articles, conjunctions, prepositions (AP: those of three letters)."""


def is_title(words: str, before: str) -> bool:
    """Tell whether emphasised English ``words`` are the title of a work rather than said with stress.

    A title has capitals at its first word and at all but the small ones after
    it. Where only the first has one, it must not owe that to the sentence which
    it begins after ``before``. Words all in capitals are stress.
    """
    found = _WORD.findall(words)
    large = [n for n, word in enumerate(found) if word.lower() not in SMALL]
    if not large or words.isupper() or not all(found[n][0].isupper() for n in (0, *large)):
        return False
    return large[-1] > 0 or not _SENTENCE_START.search(before)


def with_title_marks(article: Article, source: Article) -> Article:
    """Return ``article``, the Chinese edition of ``source``, with 《》 about each title it has as emphasis.

    Its n-th emphasis is that of the source's row where both have as many;
    where not, each is a title if all of the source's are. Marks that the
    translation has already take the place of emphasis. A title in Latin
    letters stays emphasised: 《》 are for Chinese ones (GB/T 15834-2011, 4.15).
    """
    told = _titles(source)

    def row(nodes: tuple[Inline, ...], where: str) -> tuple[Inline, ...]:
        titles = told.get(where, ())
        count = sum(1 for _ in _emphases(nodes, ""))
        if len(titles) != count:
            titles = (bool(titles) and all(titles),) * count
        return tuple(_marked(nodes, iter(titles)))

    blocks = tuple(map_block_inlines(block, row) for block in article.blocks)
    boilerplate = tuple(map_block_inlines(block, row) for block in article.meta.boilerplate)
    meta = msgspec.structs.replace(article.meta, boilerplate=boilerplate)
    return msgspec.structs.replace(article, meta=meta, blocks=blocks)


def _titles(source: Article) -> dict[str, tuple[bool, ...]]:
    """Return for each row of ``source`` whether its emphases are titles, in order."""
    found: dict[str, tuple[bool, ...]] = {}

    def note(nodes: tuple[Inline, ...], where: str) -> tuple[Inline, ...]:
        found[where] = tuple(is_title(words, before) for words, before in _emphases(nodes, ""))
        return nodes

    for block in (*source.meta.boilerplate, *source.blocks):
        map_block_inlines(block, note)
    return found


def _emphases(nodes: tuple[Inline, ...], before: str) -> Iterator[tuple[str, str]]:
    """Yield each emphasised text with what stands before it in its row."""
    for node in nodes:
        if isinstance(node, Emphasis):
            yield plain(node.children), before
        elif isinstance(node, Strong | Link):
            yield from _emphases(node.children, before)
        before += plain((node,))


def _marked(nodes: tuple[Inline, ...], titles: Iterator[bool]) -> Iterator[Inline]:
    for at, node in enumerate(nodes):
        match node:
            case Emphasis(children):
                title, words = next(titles), plain(children)
                if _in_marks(words) or _between_marks(nodes, at):
                    yield from children
                elif title and HAN.search(words):
                    yield from (Text("《"), *_inner(children), Text("》"))
                else:
                    yield node
            case Strong(children):
                yield Strong(tuple(_marked(children, titles)))
            case Link(url, children):
                yield Link(url, tuple(_marked(children, titles)))
            case _:
                yield node


def _in_marks(words: str) -> bool:
    return words.startswith("《") and words.endswith("》") and words.count("《") == 1


def _between_marks(nodes: tuple[Inline, ...], at: int) -> bool:
    return plain(nodes[:at])[-1:] == "《" and plain(nodes[at + 1 :])[:1] == "》"


def _inner(nodes: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield the inside of a title: a title in it has single marks."""
    yield from map_inline_text(nodes, lambda text, _: text.translate(_SINGLE), "")
