"""Visit and rebuild the article tree, in reading order."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from publisher.model import (
    Article,
    Block,
    Cell,
    Contact,
    Credit,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Link,
    List,
    Meta,
    NoteRef,
    Official,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)

_B = TypeVar("_B", bound=Block)

TextMap = Callable[[str, str], str]
"""From a text and the place it stands in (block key or field name) to a new text."""

InlineMap = Callable[[tuple[Inline, ...], str], tuple[Inline, ...]]
"""From a run of inlines and the key of the block they stand in to new ones."""


def plain(inlines: Iterable[Inline]) -> str:
    """Return the characters of ``inlines``, a line break as a line feed, notes left out."""
    parts: list[str] = []
    for node in inlines:
        match node:
            case Text(text):
                parts.append(text)
            case Strong(children) | Emphasis(children) | Link(_, children):
                parts.append(plain(children))
            case NoteRef():
                pass
            case _:
                parts.append("\n")
    return "".join(parts)


def cut_out(inlines: Iterable[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """Return what stands between two offsets into ``plain(inlines)``; a note goes with what is before it."""
    found: list[Inline] = []
    at = 0
    for node in inlines:
        size = len(plain((node,)))
        first, last = max(start - at, 0), min(end - at, size)
        if isinstance(node, NoteRef):
            if start < at <= end or at == start == 0:
                found.append(node)
        elif first < last:
            match node:
                case Text(text):
                    found.append(Text(text[first:last]))
                case Strong(children) | Emphasis(children) | Link(_, children):
                    inside = cut_out(children, first, last)
                    found.append(msgspec.structs.replace(node, children=inside))
                case _:
                    found.append(node)
        at += size
    return tuple(found)


def notes(inlines: Iterable[Inline]) -> Iterator[str]:
    """Yield the footnotes among ``inlines``, in order."""
    for node in inlines:
        match node:
            case NoteRef(note):
                yield note
            case Strong(children) | Emphasis(children) | Link(_, children):
                yield from notes(children)
            case _:
                pass


def map_inline_text(inlines: tuple[Inline, ...], change: TextMap, where: str) -> tuple[Inline, ...]:
    """Return ``inlines`` with every run of text passed through ``change``."""
    out: list[Inline] = []
    for node in inlines:
        match node:
            case Text(text):
                out.append(Text(change(text, where)))
            case Strong(children):
                out.append(Strong(map_inline_text(children, change, where)))
            case Emphasis(children):
                out.append(Emphasis(map_inline_text(children, change, where)))
            case Link(url, children):
                out.append(Link(url, map_inline_text(children, change, where)))
            case NoteRef(note):
                out.append(NoteRef(change(note, where)))
            case _:
                out.append(node)
    return tuple(out)


def map_block_inlines(block: _B, change: InlineMap) -> _B:
    """Return ``block`` with each of its runs of inlines passed through ``change``."""
    replace = msgspec.structs.replace
    match block:
        case Paragraph() | Heading() | Quote():
            return replace(block, inlines=change(block.inlines, block.key))
        case List():
            items = tuple(replace(i, inlines=change(i.inlines, i.key)) for i in block.items)
            return replace(block, items=items)
        case Table():

            def cells(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
                return tuple(replace(c, inlines=change(c.inlines, c.key)) for c in row)

            return replace(
                block,
                head=cells(block.head),
                rows=tuple(cells(row) for row in block.rows),
                caption=change(block.caption, f"{block.key}.caption"),
            )
        case Figure():
            return replace(block, caption=change(block.caption, f"{block.key}.caption"))
        case _:
            return block


def map_meta_text(meta: Meta, change: TextMap) -> Meta:
    """Return ``meta`` with its words (not dates, addresses or numbers) passed through ``change``."""
    replace = msgspec.structs.replace

    def kept(text: str, where: str) -> str:
        return change(text, where) if text else text

    def inlines(nodes: tuple[Inline, ...], key: str) -> tuple[Inline, ...]:
        return map_inline_text(nodes, change, key)

    return replace(
        meta,
        kicker=kept(meta.kicker, "kicker"),
        headline=kept(meta.headline, "headline"),
        subhead=kept(meta.subhead, "subhead"),
        source=kept(meta.source, "source"),
        place=kept(meta.place, "place"),
        summary=kept(meta.summary, "summary"),
        rights=kept(meta.rights, "rights"),
        keywords=tuple(kept(k, f"keyword{n}") for n, k in enumerate(meta.keywords, 1)),
        credits=tuple(
            Credit(c.role, tuple(kept(name, f"credit.{c.role}") for name in c.names)) for c in meta.credits
        ),
        boilerplate=tuple(map_block_inlines(b, inlines) for b in meta.boilerplate),
        contacts=tuple(_map_contact(c, kept, f"contact{n}") for n, c in enumerate(meta.contacts, 1)),
        official=map_official(meta.official, kept) if meta.official else None,
    )


OFFICIAL_TEXTS = ("number", "head", "addressees", "copies", "printed_by")
"""The parts of an official document's frame that are words, in the order they are passed on."""


def map_official(official: Official, change: TextMap) -> Official:
    """Return ``official`` with its words, the signatory's name last, passed through ``change``."""
    return msgspec.structs.replace(
        official,
        **{name: change(getattr(official, name), f"official.{name}") for name in OFFICIAL_TEXTS},
        attachments=tuple(
            change(name, f"official.attachment{n}") for n, name in enumerate(official.attachments, 1)
        ),
        notes=tuple(change(note, f"official.note{n}") for n, note in enumerate(official.notes, 1)),
        signatory=change(official.signatory, "official.signatory"),
    )


def _map_contact(contact: Contact, change: TextMap, where: str) -> Contact:
    return msgspec.structs.replace(
        contact,
        name=change(contact.name, f"{where}.name"),
        organisation=change(contact.organisation, f"{where}.organisation"),
        address=change(contact.address, f"{where}.address"),
    )


def map_text(article: Article, change: TextMap) -> Article:
    """Return ``article`` with every text in it, metadata first, passed through ``change``."""

    def inlines(nodes: tuple[Inline, ...], key: str) -> tuple[Inline, ...]:
        return map_inline_text(nodes, change, key)

    def block_text(block: Block) -> Block:
        changed = map_block_inlines(block, inlines)
        if isinstance(changed, Figure):
            changed = msgspec.structs.replace(
                changed,
                alt=change(changed.alt, f"{block.key}.alt") if changed.alt else "",
                credit=change(changed.credit, f"{block.key}.credit") if changed.credit else "",
            )
        return changed

    return msgspec.structs.replace(
        article,
        meta=map_meta_text(article.meta, change),
        blocks=tuple(block_text(b) for b in article.blocks),
    )


def texts(article: Article) -> Iterator[tuple[str, str]]:
    """Yield ``(where, text)`` for every text of the article, in the order of ``map_text``."""
    found: list[tuple[str, str]] = []

    def note(text: str, where: str) -> str:
        found.append((where, text))
        return text

    map_text(article, note)
    yield from found
