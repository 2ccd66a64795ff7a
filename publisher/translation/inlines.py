"""Put a translated text back into a run of inlines, with the markup that can be placed."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from publisher.model import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text
from publisher.walk import notes, plain

Find = Callable[[str], str | None]
"""From a marked text to its own translation, if that is known."""


class Rebuilt(msgspec.Struct, frozen=True):
    """The new inlines, and the marked texts whose place was not found."""

    inlines: tuple[Inline, ...]
    lost: tuple[str, ...] = ()


def rebuild(
    inlines: tuple[Inline, ...], lines: Sequence[str], notes_in_target: Sequence[str], find: Find
) -> Rebuilt:
    """Return ``lines`` as inlines in place of ``inlines``.

    A mark around the whole run is kept. Another is set where its own
    translation, or itself, stands once in the new text; a link that finds no
    place goes to the end with its address as its text; notes go to the end.
    """
    if len(inlines) == 1 and isinstance(inlines[0], Strong | Emphasis | Link):
        only = inlines[0]
        inner = rebuild(only.children, lines, notes_in_target, find)
        return Rebuilt((msgspec.structs.replace(only, children=inner.inlines),), inner.lost)
    body = [n for n in inlines if not isinstance(n, NoteRef)]
    if len(body) == 1 and len(inlines) > 1 and not isinstance(body[0], Text | LineBreak):
        inner = rebuild((body[0],), lines, (), find)
        return Rebuilt((*inner.inlines, *(NoteRef(n) for n in notes_in_target)), inner.lost)
    pieces: list[Inline] = []
    for n, line in enumerate(lines):
        pieces += [LineBreak(), Text(line)] if n else [Text(line)]
    settled = settle(pieces, inlines, find)
    lost = (*settled.lost, *_inner_notes(inlines))
    pieces = [p for p in pieces if not (isinstance(p, Text) and not p.text)]
    return Rebuilt((*pieces, *settled.inlines, *(NoteRef(n) for n in notes_in_target)), lost)


def settle(pieces: list[Inline], inlines: tuple[Inline, ...], find: Find) -> Rebuilt:
    """Set the marks of ``inlines`` in ``pieces``, where each finds its words.

    Return those that found no place, and what goes to the end for them.
    """
    lost: list[str] = []
    trailing: list[Inline] = []
    for mark in _marks(inlines):
        if _place(pieces, mark, find):
            continue
        lost.append(plain((mark,)))
        if isinstance(mark, Link):
            trailing += [Text(" "), Link(mark.url, (Text(mark.url),))]
    return Rebuilt(tuple(trailing), tuple(lost))


def _marks(inlines: tuple[Inline, ...]) -> Iterator[Strong | Emphasis | Link]:
    """Yield the marked nodes; around a link and more, only the link, for it must not be lost."""
    for node in inlines:
        match node:
            case Link():
                yield node
            case Strong(children) | Emphasis(children):
                if len(children) > 1 and any(isinstance(m, Link) for m in _deep(children)):
                    yield from _marks(children)
                    yield type(node)((Text(plain(children)),))
                else:
                    yield node
            case _:
                pass


def _deep(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for node in inlines:
        yield node
        if isinstance(node, Strong | Emphasis | Link):
            yield from _deep(node.children)


def _inner_notes(inlines: tuple[Inline, ...]) -> list[str]:
    """Return the notes that did not stand at the end of the run."""
    at_end = 0
    for node in reversed(inlines):
        if not isinstance(node, NoteRef):
            break
        at_end += 1
    found = list(notes(inlines))
    return found[: len(found) - at_end]


def _place(pieces: list[Inline], mark: Strong | Emphasis | Link, find: Find) -> bool:
    """Set ``mark`` around its words in ``pieces``; tell whether they were found."""
    words = plain((mark,)).strip()
    for candidate in (find(words), words):
        if not candidate:
            continue
        holders = [n for n, p in enumerate(pieces) if isinstance(p, Text) and candidate in p.text]
        if len(holders) != 1:
            continue
        whole = pieces[holders[0]]
        assert isinstance(whole, Text)
        if whole.text.count(candidate) != 1:
            continue
        before, after = whole.text.split(candidate)
        pieces[holders[0] : holders[0] + 1] = [Text(before), _refill(mark, candidate), Text(after)]
        return True
    return False


def _refill(mark: Strong | Emphasis | Link, text: str) -> Inline:
    """Return ``mark``, and a single mark inside it, around ``text``."""
    inner = mark.children[0] if len(mark.children) == 1 else None
    child = _refill(inner, text) if isinstance(inner, Strong | Emphasis | Link) else Text(text)
    return msgspec.structs.replace(mark, children=(child,))
