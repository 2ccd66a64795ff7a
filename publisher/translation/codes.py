"""Inline markup beside a plain text: numbered codes that a translator sees as ⟨1⟩…⟨/1⟩ and sets again."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from publisher.model import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text
from publisher.translation.inlines import Find, Rebuilt, settle
from publisher.walk import notes, plain

Mark = Strong | Emphasis | Link | NoteRef

_SIGNS = re.compile(r"([⟨\u2329\u3008＜<{｛])\s?(/?)\s?(\d{1,3})\s?(/?)\s?[⟩\u232a\u3009＞>}｝]")
"""What a keyboard has for the brackets is read too, where the number is one of the source's."""

_KINDS: dict[type[Inline], str] = {Strong: "strong", Emphasis: "emphasis", Link: "link", NoteRef: "note"}


class Code(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Markup ``number`` from ``start`` to ``end`` of a text, in characters; a note's are the same.

    ``kind`` is strong, emphasis, link or note, empty where the file does not say.
    """

    number: int
    start: int
    end: int
    kind: str = ""
    url: str = ""


class Coded(msgspec.Struct, frozen=True):
    """A run of inlines: its ``marks`` by number, counted from 1, and where they stand.

    What is ``around`` the whole, and notes at its end, have no code: their place is known.
    """

    marks: tuple[Mark, ...]
    codes: tuple[Code, ...]
    around: tuple[Strong | Emphasis | Link, ...]


class Typed(msgspec.Struct, frozen=True):
    """A text as a translator typed it, without its codes; ``faulty`` are those that make no pair."""

    text: str
    codes: tuple[Code, ...]
    faulty: tuple[int, ...] = ()


# ── From an article ──────────────────────────────────────────────────────────


def coded(inlines: tuple[Inline, ...]) -> Coded:
    """Return the marks of ``inlines`` and the codes for them in their plain text."""
    around: list[Strong | Emphasis | Link] = []
    while True:
        while inlines and isinstance(inlines[-1], NoteRef):
            inlines = inlines[:-1]
        if len(inlines) != 1 or not isinstance(inlines[0], Strong | Emphasis | Link):
            break
        around.append(inlines[0])
        inlines = inlines[0].children
    marks: list[Mark] = []
    codes: list[Code] = []
    _collect(inlines, 0, marks, codes)
    if "⟨" in plain(inlines):
        return Coded((), (), tuple(around))
    return Coded(tuple(marks), tuple(sorted(codes, key=lambda code: code.number)), tuple(around))


def _collect(inlines: tuple[Inline, ...], at: int, marks: list[Mark], codes: list[Code]) -> None:
    for node in inlines:
        size = len(plain((node,)))
        if isinstance(node, NoteRef) or (isinstance(node, Strong | Emphasis | Link) and size):
            marks.append(node)
            url = node.url if isinstance(node, Link) else ""
            codes.append(Code(len(marks), at, at + size, _KINDS[type(node)], url))
            if not isinstance(node, NoteRef):
                _collect(node.children, at, marks, codes)
        at += size


def codes_in(inlines: tuple[Inline, ...], source: Coded, text: str) -> tuple[Code, ...]:
    """Return where the marks of ``source`` stand in ``text``, the translation that ``inlines`` begin with."""
    found: list[Code] = []
    if plain(inlines).startswith(text):
        _match(inlines, 0, len(text), [*source.codes], len(source.around), found)
    return tuple(sorted(found, key=lambda code: code.number))


def _match(
    inlines: tuple[Inline, ...], at: int, size: int, left: list[Code], around: int, found: list[Code]
) -> None:
    for node in inlines:
        end = at + len(plain((node,)))
        if isinstance(node, NoteRef) and at < size:
            _take(node, at, at, left, found)
        elif isinstance(node, Strong | Emphasis | Link):
            outer = around > 0 and at == 0 and end >= size
            if not outer and at < end <= size:
                _take(node, at, end, left, found)
            _match(node.children, at, size, left, around - 1 if outer else 0, found)
        at = end


def _take(node: Mark, start: int, end: int, left: list[Code], found: list[Code]) -> None:
    url = node.url if isinstance(node, Link) else ""
    code = next((c for c in left if (c.kind, c.url) == (_KINDS[type(node)], url)), None)
    if code is not None:
        left.remove(code)
        found.append(Code(code.number, start, end))


# ── Into an article ──────────────────────────────────────────────────────────


def set_codes(
    text: str, codes: Sequence[Code], source: Coded, notes_in_target: Sequence[str], find: Find
) -> Rebuilt:
    """Return ``text`` as inlines, the marks of ``source`` where ``codes`` has them.

    A mark that has no place there is set as ``inlines.settle`` sets one, a note at the end.
    """
    signs = dict(
        zip(
            (n for n, m in enumerate(source.marks, 1) if isinstance(m, NoteRef)),
            notes_in_target,
            strict=False,
        )
    )
    trailing = list(notes_in_target[len(signs) :])
    order = _sound(text, codes, source)
    numbers = {code.number for code in order}
    nodes = list(_nodes(text, 0, len(text), order, source.marks, signs))
    settled = settle(nodes, tuple(_without_place(source, numbers)), find)
    stray = [sign for number, sign in signs.items() if number not in numbers]
    body = (n for n in nodes if not (isinstance(n, Text) and not n.text))
    inlines: tuple[Inline, ...] = (*body, *settled.inlines)
    for mark in reversed(source.around):
        inlines = (msgspec.structs.replace(mark, children=inlines),)
    return Rebuilt((*inlines, *(NoteRef(sign) for sign in (*stray, *trailing))), (*settled.lost, *stray))


def _sound(text: str, codes: Sequence[Code], source: Coded) -> list[Code]:
    """Return the codes, the outer first, but those that are in no such text or lie across another."""
    kept: list[Code] = []
    for code in sorted(codes, key=lambda c: (c.start, -c.end, c.number)):
        known = 0 < code.number <= len(source.marks) and all(code.number != c.number for c in kept)
        fits = known and 0 <= code.start <= code.end <= len(text)
        point = fits and isinstance(source.marks[code.number - 1], NoteRef)
        across = any(c.start < code.start < c.end < code.end for c in kept)
        if fits and point == (code.start == code.end) and not across:
            kept.append(code)
    return kept


def _nodes(
    text: str, start: int, end: int, codes: list[Code], marks: tuple[Mark, ...], signs: dict[int, str]
) -> Iterator[Inline]:
    at = start
    while codes:
        code, *codes = codes
        yield from _lines(text[at : code.start])
        mark = marks[code.number - 1]
        at = code.end
        if isinstance(mark, NoteRef):
            yield NoteRef(signs[code.number])
            continue
        inner = [c for c in codes if c.end <= code.end and c.start < code.end]
        codes = [c for c in codes if c not in inner]
        children = tuple(_nodes(text, code.start, code.end, inner, marks, signs))
        yield msgspec.structs.replace(mark, children=children)
    yield from _lines(text[at:end])


def _lines(text: str) -> Iterator[Inline]:
    for n, line in enumerate(text.split("\n")):
        if n:
            yield LineBreak()
        if line:
            yield Text(line)


def _without_place(source: Coded, placed: set[int]) -> Iterator[Inline]:
    """Yield the outermost marks without a place, their own marks left out where these have one."""
    end = 0
    for mark, code in zip(source.marks, source.codes, strict=True):
        if code.number in placed or isinstance(mark, NoteRef) or code.end <= end:
            continue
        end = code.end
        inside = {c.number for c in source.codes if code.start <= c.start and c.end <= code.end}
        whole = not inside & placed and not any(True for _ in notes(mark.children))
        yield mark if whole else msgspec.structs.replace(mark, children=(Text(plain(mark.children)),))


# ── On paper ─────────────────────────────────────────────────────────────────


def pieces(text: str, codes: Sequence[Code]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield ``text`` with its codes, piece by piece, each with the kinds of markup it is in.

    Of a code itself the kinds are ``{"code"}``.
    """
    events = [(c.start, 2, -c.end, c, f"⟨{c.number}⟩") for c in codes if c.end > c.start]
    events += [(c.end, 0, -c.start, c, f"⟨/{c.number}⟩") for c in codes if c.end > c.start]
    events += [(c.start, 1, 0, c, f"⟨{c.number}/⟩") for c in codes if c.end == c.start]
    events.sort(key=lambda e: (*e[:3], -e[3].number if e[1] == 0 else e[3].number))
    within: list[str] = []
    at = 0
    for place, order, _, code, sign in events:
        if text[at:place]:
            yield text[at:place], frozenset(within)
        at = place
        if order == 2:
            within.append(code.kind)
        elif order == 0:
            within.remove(code.kind)
        yield sign, frozenset(("code",))
    if text[at:]:
        yield text[at:], frozenset(within)


def shown(text: str, codes: Sequence[Code]) -> str:
    """Return ``text`` with its codes as a translator sees them: ⟨1⟩…⟨/1⟩, and ⟨1/⟩ for a note."""
    return "".join(piece for piece, _ in pieces(text, codes))


def without_codes(text: str, source: str, codes: Sequence[Code]) -> Typed:
    """Return ``text`` without the codes among ``codes``, those of ``source``, and where they stood in it.

    A code that is not the source's is left in the text. Of two spaces around a code one goes.
    """
    known = {code.number: code for code in codes}
    out = ""
    at = 0
    open_: list[tuple[int, int]] = []
    found: dict[int, Code] = {}
    faulty: set[int] = set()
    for sign in _SIGNS.finditer(text):
        number = int(sign[3])
        lenient = sign[1] != "⟨" and sign[0] in source
        if number not in known or lenient or (sign[2] and sign[4]):
            continue
        out += _joined(out, text[at : sign.start()], after_code=at > 0)
        at = sign.end()
        if known[number].end == known[number].start:
            if number in found:
                faulty.add(number)
            found.setdefault(number, Code(number, len(out), len(out)))
        elif not sign[2]:
            open_.append((number, len(out)))
        elif any(number == n for n, _ in open_):
            while open_[-1][0] != number:
                faulty.add(open_.pop()[0])  # begun inside, and not ended there
            _, start = open_.pop()
            start += len(out[start:]) - len(out[start:].lstrip(" "))
            end = len(out.rstrip(" "))
            if start < end and number not in found:
                found[number] = Code(number, start, end)
            else:
                faulty.add(number)
        else:
            faulty.add(number)
    faulty |= {number for number, _ in open_}
    out += _joined(out, text[at:], after_code=at > 0)
    lead = len(out) - len(out.lstrip(" "))
    size = len(out.strip(" "))
    kept = (
        Code(c.number, min(max(c.start - lead, 0), size), min(max(c.end - lead, 0), size))
        for c in found.values()
    )
    return Typed(out.strip(" "), tuple(sorted(kept, key=lambda c: c.number)), tuple(sorted(faulty)))


def _joined(before: str, text: str, *, after_code: bool) -> str:
    return text[1:] if after_code and text.startswith(" ") and before[-1:] in (" ", "") else text


def without_signs(text: str) -> str:
    """Return ``text`` without all that looks like the code of a source: ⟨1⟩, ⟨/1⟩, ⟨1/⟩."""
    return re.sub(r"⟨/?\d{1,3}/?⟩", "", text)


def places(codes: Sequence[Code]) -> tuple[Code, ...]:
    """Return where ``codes`` stand, without what they are: a target's are what the source's are."""
    return tuple(Code(code.number, code.start, code.end) for code in codes)


def same_markup(one: Sequence[Code], other: Sequence[Code]) -> bool:
    """Tell whether two texts have the same markup, number by number."""
    return [(c.number, c.kind) for c in one] == [(c.number, c.kind) for c in other]
