"""Changes to rows of inlines: a rule sees the characters of a block in one string, whatever its markup."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

import msgspec

from publisher.localization import front_matter
from publisher.model import (
    Article,
    Block,
    Contact,
    Emphasis,
    Figure,
    Inline,
    LineBreak,
    Link,
    NoteRef,
    Strong,
    Text,
)
from publisher.walk import map_block_inlines, map_meta_text

LINE_BREAK = "\u2028"
"""Stands for a forced line end in the string that a rule sees; it cannot be edited."""

ODD_SPACE = re.compile("[\t\n\x0b\x0c\r\x85\u00a0\u1680\u2000-\u200a\u2029\u202f\u205f\u3000]")
"""A space of another kind than the ordinary one."""

_PASSES = 24
"""Enough for rules that wait for each other; a text of marks alone has taken fifteen."""


class Edit(msgspec.Struct, frozen=True):
    """Replace the characters from ``start`` to ``end`` by ``new``."""

    start: int
    end: int
    new: str


Find = Callable[[str, str], Sequence[Edit]]
"""From a text and where it stands to the edits it needs, in order and apart from each other."""


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return ``text`` with ``edits`` made."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=attrgetter("start")):
        parts += (text[at : edit.start], edit.new)
        at = edit.end
    return "".join((*parts, text[at:]))


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """Return ``edits`` in order; of those that overlap, the first."""
    found: list[Edit] = []
    for edit in sorted(edits, key=attrgetter("start", "end")):
        if not found or (edit.start >= found[-1].end and edit.start != found[-1].start):
            found.append(edit)
    return found


def edit_article(article: Article, find: Find) -> Article:
    """Return ``article`` with the edits made that ``find`` asks for, until it asks for none."""

    def changed(value: str, where: str) -> str:
        for _ in range(_PASSES):
            edits = find(value, where) if value else ()
            if not edits:
                break
            value = apply(value, edits)
        return value

    def inlines(nodes: tuple[Inline, ...], where: str) -> tuple[Inline, ...]:
        pieces = list(_pieces(nodes))
        for _ in range(_PASSES):
            joined = "".join(pieces)
            edits = find(joined, where) if joined else ()
            if not edits:
                break
            pieces = [apply(joined, edits)] if len(pieces) == 1 else _splice(pieces, edits)
        return _rebuild(nodes, iter(pieces), changed, where)

    def block(old: Block) -> Block:
        new = map_block_inlines(old, inlines)
        if isinstance(new, Figure):
            new = msgspec.structs.replace(
                new, alt=changed(new.alt, f"{new.key}.alt"), credit=changed(new.credit, f"{new.key}.credit")
            )
        return new

    # the boilerplate has markup of its own, so it goes the way of the blocks
    meta = map_meta_text(msgspec.structs.replace(article.meta, boilerplate=()), changed)
    contacts = tuple(_with_labels(c, changed, f"contact{n}") for n, c in enumerate(meta.contacts, 1))
    boilerplate = tuple(map_block_inlines(b, inlines) for b in article.meta.boilerplate)
    return msgspec.structs.replace(
        article,
        meta=msgspec.structs.replace(meta, boilerplate=boilerplate, contacts=contacts),
        blocks=tuple(block(b) for b in article.blocks),
    )


def _with_labels(contact: Contact, change: Callable[[str, str], str], where: str) -> Contact:
    """Return ``contact`` with its labels changed; what joins them to their neighbours no rule sees."""
    labels: list[tuple[str, str]] = []
    for field, old in contact.labels:
        words = old.strip(front_matter.CONTACT_JOINTS)
        before, _, after = old.partition(words) if words else (old, "", "")
        labels.append((field, before + (change(words, f"{where}.label") if words else "") + after))
    return msgspec.structs.replace(contact, labels=front_matter.unusual_labels(labels))


def article_texts(article: Article) -> list[tuple[str, str]]:
    """Return ``(where, text)`` for every text that ``edit_article`` shows to a rule."""
    found: list[tuple[str, str]] = []

    def note(text: str, where: str) -> tuple[Edit, ...]:
        found.append((where, text))
        return ()

    edit_article(article, note)
    return found


def _pieces(nodes: tuple[Inline, ...]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text):
                yield text
            case Strong(children) | Emphasis(children) | Link(_, children):
                yield from _pieces(children)
            case LineBreak():
                yield LINE_BREAK
            case _:
                pass


def _splice(pieces: list[str], edits: Sequence[Edit]) -> list[str]:
    """Return ``pieces`` with ``edits`` made in their joined text, in one pass over both."""
    waiting = sorted(edits, key=attrgetter("start"))
    out: list[str] = []
    first = position = 0
    placed = False  # whether the new text of the first waiting edit stands in an earlier piece
    for piece in pieces:
        end = position + len(piece)
        if piece == LINE_BREAK:
            out.append(piece)
            position = end
            continue
        parts: list[str] = []
        at = position
        while first < len(waiting):
            edit = waiting[first]
            if edit.start > end or (edit.start == end and edit.end > end):
                break
            parts.append(piece[at - position : max(edit.start - position, at - position)])
            if not placed:
                parts.append(edit.new)
            at = max(at, min(edit.end, end))
            placed = edit.end > end
            if placed:
                break
            first += 1
        parts.append(piece[at - position :])
        out.append("".join(parts))
        position = end
    return out


def _rebuild(
    nodes: tuple[Inline, ...], pieces: Iterator[str], note: Callable[[str, str], str], where: str
) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for node in nodes:
        match node:
            case Text(old):
                new = next(pieces)
                if new or not old:
                    out.append(Text(new))
            case Strong(children) | Emphasis(children) | Link(_, children):
                inner = _rebuild(children, pieces, note, where)
                if inner or not children:
                    out.append(msgspec.structs.replace(node, children=inner))
            case NoteRef(old):
                out.append(NoteRef(note(old, where)))
            case _:
                next(pieces)
                out.append(node)
    return tuple(out)
