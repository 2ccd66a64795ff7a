"""English marks over rows of inlines: a quotation may begin in one run and end in a bold one."""

import re
from collections.abc import Callable, Iterator

import msgspec

from publisher.localization.marks import curled, english_marks, narrowed, tucked
from publisher.localization.names import HAN
from publisher.model import Article, Block, Emphasis, Figure, Inline, Link, NoteRef, Strong, Text
from publisher.walk import map_block_inlines, map_inline_text, map_meta_text, plain

_TITLE = re.compile(r"《([^《》]+)》")


def with_english_marks(article: Article) -> Article:
    """Return the English ``article`` with English marks; text that holds Han stays as it is.

    《》 of body text become emphasis (clreq 3.1.5), of a headline quotes.
    In American English comma and full stop go inside the closing quote (AP);
    in British English they depend on what is quoted (``press_english``).
    """
    american = article.meta.language in ("en", "en-US")

    def plain_marks(text: str, _: str) -> str:
        said = english_marks(text)
        return tucked(said) if american and not HAN.search(text) else said

    def row(nodes: tuple[Inline, ...], where: str) -> tuple[Inline, ...]:
        return _row(nodes, where, plain_marks, american)

    def block_marks(block: Block) -> Block:
        if not isinstance(block, Figure):
            return block
        return msgspec.structs.replace(
            block, alt=plain_marks(block.alt, ""), credit=plain_marks(block.credit, "")
        )

    meta = map_meta_text(article.meta, plain_marks)
    boilerplate = tuple(map_block_inlines(block, row) for block in article.meta.boilerplate)
    blocks = tuple(block_marks(map_block_inlines(block, row)) for block in article.blocks)
    return msgspec.structs.replace(
        article, meta=msgspec.structs.replace(meta, boilerplate=boilerplate), blocks=blocks
    )


def _row(
    nodes: tuple[Inline, ...], where: str, alone: Callable[[str, str], str], american: bool
) -> tuple[Inline, ...]:
    """Return one row with its marks paired over its runs; a row that holds Han is taken run by run."""
    if HAN.search(plain(nodes)):
        return map_inline_text(nodes, alone, where)
    nodes = map_inline_text(_emphasized(nodes), lambda text, _: narrowed(text), where)
    row = curled(plain(nodes))
    text = iter(tucked(row) if american else row)
    return tuple(_refilled(nodes, text, alone))


def _refilled(
    nodes: tuple[Inline, ...], text: Iterator[str], alone: Callable[[str, str], str]
) -> Iterator[Inline]:
    """Yield ``nodes`` with the characters of ``text``, which are as many; notes have marks of their own."""
    for node in nodes:
        match node:
            case Text(old):
                yield Text("".join(next(text) for _ in old))
            case Strong(children):
                yield Strong(tuple(_refilled(children, text, alone)))
            case Emphasis(children):
                yield Emphasis(tuple(_refilled(children, text, alone)))
            case Link(url, children):
                yield Link(url, tuple(_refilled(children, text, alone)))
            case NoteRef(note):
                yield NoteRef(alone(note, ""))
            case _:
                next(text)
                yield node


def _emphasized(nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return ``nodes`` with each 《title》 that stands in one run as emphasis."""
    out: list[Inline] = []
    for node in nodes:
        match node:
            case Text(text):
                for n, part in enumerate(_TITLE.split(text)):
                    if part:
                        out.append(Emphasis((Text(part),)) if n % 2 else Text(part))
                if not text:
                    out.append(node)
            case Strong(children):
                out.append(Strong(_emphasized(children)))
            case Link(url, children):
                out.append(Link(url, _emphasized(children)))
            case _:
                out.append(node)
    return tuple(out)
