"""Keep through an engine what must not be translated: codes and figures stand in for it, and are found again.

What stands in has to come out of a small model as it went in, and what it is
must leave the grammar around it whole:

- A figure that is the same in both languages (37, 12.3%) goes in as it is.
  Models copy figures best, and choose number and verb by them; it is verified.
- A figure that is not (3.56亿元, 356 million yuan) has another figure of three
  digits stand in for it, with its % or 元 behind it, for the same reasons.
- A name, a term, an address or a mark has a code of two capitals around a
  digit (Q2X), which a model takes for the name of a product. Tokenizers know
  these characters whatever they were trained on: brackets such as ⟦⟧ are
  unknown to them, fullwidth marks are folded, and ``_`` comes back as a space.
  No 0 or 1 is in it, which are taken for letters, and no vowel, which makes
  words.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import count, product

import msgspec

from publisher.translation.folding import has_han, narrow
from publisher.translation.joining import gap, opens, touch


class Kind(StrEnum):
    """What a slot holds: it decides what stands in for it."""

    FIGURE = "figure"
    NAME = "name"  # its case is kept where a sentence begins
    TERM = "term"
    ADDRESS = "address"  # e-mail, URL, telephone
    OPEN = "open"  # where markup begins
    CLOSE = "close"
    POINT = "point"  # a line break or the reference of a note


VALUES = frozenset((Kind.FIGURE, Kind.NAME, Kind.TERM, Kind.ADDRESS))
"""The kinds whose loss makes a translation wrong, and not only poorer."""


class Span(msgspec.Struct, frozen=True):
    """A stretch of the source, in characters, and the text that stands for it in the target.

    ``opening`` stands for it where a sentence begins, if that is another text.
    ``as_is``: the source itself goes to the engine, whatever becomes of it.
    """

    start: int
    end: int
    target: str
    kind: Kind = Kind.NAME
    opening: str = ""
    as_is: bool = False


class Point(msgspec.Struct, frozen=True):
    """A place between two characters where markup ``mark`` begins, ends or stands."""

    at: int
    kind: Kind
    mark: int


class Slot(msgspec.Struct, frozen=True):
    """What stands in (``token``, at ``start`` of the masked text) for what, and what it becomes.

    ``marks`` are the numbers of the markup that begins, ends or stands here,
    or is around the value and nothing else, the outer first.
    """

    token: str
    start: int
    source: str
    target: str
    kind: Kind
    marks: tuple[int, ...] = ()
    opening: str = ""  # what it becomes where a sentence begins


class Masked(msgspec.Struct, frozen=True):
    """A text for an engine, and what stands in in it, in order."""

    text: str
    slots: tuple[Slot, ...] = ()

    def part(self, start: int, end: int) -> "Masked":
        """Return the masked text from ``start`` to ``end``; neither is inside a token."""
        slots = (s for s in self.slots if start <= s.start < end)
        return Masked(
            self.text[start:end],
            tuple(msgspec.structs.replace(s, start=s.start - start) for s in slots),
        )


class Restored(msgspec.Struct, frozen=True):
    """A translation with its values put back; ``doubled`` were removed where they stood again."""

    text: str
    lost: tuple[Slot, ...] = ()
    doubled: tuple[Slot, ...] = ()


_DIGITS = "23456789"
_FIRST, _LAST = "QX"
_SAME = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?%?")
_YUAN = re.compile(r"(?:元|yuan)$", re.IGNORECASE)
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_HAN_WORDS = ("零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九", "十")
_SEPARATOR = r"[\s.·•–-]?"
_ARTICLE = re.compile(r"\b(?:the|an?)\s*$", re.IGNORECASE)


# ── Masking ──────────────────────────────────────────────────────────────────


def mask(text: str, spans: Sequence[Span], points: Sequence[Point] = ()) -> Masked:
    """Return ``text`` with something standing in for every one of ``spans`` and ``points``.

    Spans come in order and do not overlap, points are in order; a point
    inside a span moves to its edge. Raises ValueError for spans that do not fit.
    """
    codes, figures = _codes(text, spans), _stand_ins(text, spans)
    parts: list[str] = []
    slots: list[Slot] = []
    length = 0

    def add(piece: str) -> None:
        nonlocal length
        parts.append(piece)
        length += len(piece)

    def stand_in(token: str, source: str, item: Span | Point, marks: tuple[int, ...], after: str) -> None:
        if parts and touch(parts[-1], token):
            add(" ")
        target, opening = (item.target, item.opening) if isinstance(item, Span) else ("", "")
        slots.append(Slot(token, length, source, target, item.kind, marks, opening))
        add(token)
        if touch(token, after):
            add(" ")

    at = 0
    for item, marks in _events(text, spans, points):
        start, end = (item.start, item.end) if isinstance(item, Span) else (item.at, item.at)
        if start > at:
            add(text[at:start])
        source, after = text[start:end], text[end : end + 1]
        if isinstance(item, Point):
            stand_in(next(codes), "", item, (item.mark,), after)
        elif item.kind is Kind.FIGURE and (item.as_is or source == item.target) and _SAME.fullmatch(source):
            stand_in(source, source, item, marks, after)
        elif item.kind is Kind.FIGURE and (figure := next(figures, None)):
            unit = "%" if item.target.endswith("%") else ""
            if _YUAN.search(item.target.partition(" (")[0]) and (found := _YUAN.search(source)):
                unit = found.group() if has_han(found.group()) else f" {found.group()}"
            stand_in(figure + unit, source, item, marks, after)
        else:
            stand_in(next(codes), source, item, marks, after)
        at = end
    add(text[at:])
    return Masked("".join(parts), tuple(slots))


def _events(
    text: str, spans: Sequence[Span], points: Sequence[Point]
) -> Iterator[tuple[Span | Point, tuple[int, ...]]]:
    """Yield spans and points in order; marks around a span alone come with it, and not as points."""
    end = 0
    for span in spans:
        if not end <= span.start < span.end <= len(text):
            raise ValueError(f"the span {span.start}–{span.end} does not fit into the text")
        end = span.end
    begins: dict[int, int] = {p.mark: p.at for p in points if p.kind is Kind.OPEN}
    ends: dict[int, int] = {p.mark: p.at for p in points if p.kind is Kind.CLOSE}
    around: dict[int, list[int]] = {}
    for mark, begin in begins.items():
        for n, span in enumerate(spans):
            if span.start <= begin < span.end and span.start < ends[mark] <= span.end:
                around.setdefault(n, []).append(mark)
    settled = {mark for marks in around.values() for mark in marks}
    left = [p for p in points if p.mark not in settled]
    for n, span in enumerate(spans):
        while left and (left[0].at <= span.start or (left[0].at < span.end and left[0].kind is Kind.OPEN)):
            point = left.pop(0)
            yield msgspec.structs.replace(point, at=min(point.at, span.start)), ()
        yield span, tuple(around.get(n, ()))
        while left and left[0].at < span.end:
            yield msgspec.structs.replace(left.pop(0), at=span.end), ()
    for point in left:
        yield point, ()


def _codes(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """Yield codes that nothing in the text or in what is put into it looks like, the letters the same."""
    taken = narrow(" ".join((text, *(s.target for s in spans))))
    for size in count(1):
        for digits in product(_DIGITS, repeat=size):
            token = f"{_FIRST}{''.join(digits)}{_LAST}"
            if not re.search(_bent(token), taken, re.IGNORECASE):
                yield token


def _bent(token: str) -> str:
    """Return the pattern of ``token`` with a space, hyphen or dot between its characters."""
    return _SEPARATOR.join(token)


def _stand_ins(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """Yield figures of three digits that are not in the text; no two have two digits in common."""
    taken = re.sub(r"\D", "", narrow(" ".join((text, *(s.target for s in spans)))))
    used: list[str] = []
    for n in range(800):
        figure = str(200 + (217 + 221 * n) % 800)
        close = any(sum(a != b for a, b in zip(figure, other, strict=True)) < 2 for other in used)
        if "0" not in figure and len(set(figure)) == 3 and figure not in taken and not close:
            used.append(figure)
            yield figure


# ── Restoring ────────────────────────────────────────────────────────────────


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a translation: running text, or the slot that was found there."""

    text: str
    slot: Slot | None = None
    space: str = ""  # the white space before it


def restore(text: str, masked: Masked) -> Restored:
    """Return the translation ``text`` of ``masked.text`` with every value in its place.

    What a model does to what stands in is allowed for: another case, fullwidth
    forms, spaces or hyphens inside, commas in a figure, a doubled one. What is
    not found is ``lost``; tokens of markup are taken out.
    """
    pieces, lost, doubled = cut(text, masked)
    out = space = ""
    for piece in pieces:
        space += piece.space
        if piece.slot is not None and piece.slot.kind not in VALUES:
            continue
        out, words = fitted(out, piece)
        out += gap(out, words, space) + words
        space = ""
    return Restored(out, lost, doubled)


def cut(text: str, masked: Masked) -> tuple[tuple[Piece, ...], tuple[Slot, ...], tuple[Slot, ...]]:
    """Return ``text`` cut at what stands in, and the slots that are not in it, and that are in it twice."""
    plain = narrow(text.replace("，", "、"))  # between figures a Chinese comma is no part of a figure
    found: list[tuple[int, int, Slot | None]] = []
    lost: list[Slot] = []
    doubled: list[Slot] = []
    tokens: dict[str, list[Slot]] = {}
    for slot in masked.slots:
        tokens.setdefault(slot.token, []).append(slot)
    for slots in sorted(tokens.values(), key=lambda same: -len(same[0].token)):
        # the longer goes first: 12.3 is not found in 12.3%
        places = [p for p in _places(plain, slots[0]) if not any(p[0] < f[1] and f[0] < p[1] for f in found)]
        found += [(*place, slot) for place, slot in zip(places, slots, strict=False)]
        lost += [s for s in slots[len(places) :] if not _in_words(plain, s)]
        if slots[0].token != slots[0].source:
            # a figure that is itself may stand in the text once more
            found += [(*place, None) for place in places[len(slots) :]]
            doubled += slots[:1] * (len(places) - len(slots))
    lost.sort(key=lambda slot: slot.start)
    pieces: list[Piece] = []
    at = 0
    space = ""
    for start, end, slot_found in sorted(found, key=lambda f: f[:2]):
        space = _add_text(pieces, text[at:start], space)
        if slot_found is not None:
            pieces.append(Piece(slot_found.target, slot_found, space))
            space = ""
        at = end
    _add_text(pieces, text[at:], space)
    return tuple(pieces), tuple(lost), tuple(doubled)


def _add_text(pieces: list[Piece], text: str, space: str) -> str:
    """Add running text with ``space`` before it to ``pieces``; return the white space at its end."""
    body = text.strip()
    if not body:
        return space + text
    at = text.index(body)
    pieces.append(Piece(body, None, space + text[:at]))
    return text[at + len(body) :]


def _places(text: str, slot: Slot) -> list[tuple[int, int]]:
    """Return where what stands in for ``slot`` is in ``text``: as it went in, or else as models bend it."""
    if slot.kind is Kind.FIGURE and slot.token[0].isdigit():
        return [m.span() for m in _figure_pattern(slot).finditer(text)]
    exact = [m.span() for m in re.finditer(re.escape(slot.token), text)]
    if exact:
        return exact
    bent = rf"(?<![A-Za-z0-9]){_bent(slot.token)}(?![A-Za-z0-9])"
    return [m.span() for m in re.finditer(bent, text, re.IGNORECASE)]


def _figure_pattern(slot: Slot) -> re.Pattern[str]:
    digits = re.match(r"[\d.,]+", slot.token)
    assert digits is not None
    whole, point, rest = digits.group().replace(",", "").partition(".")
    first = len(whole) % 3 or 3
    groups = [whole[:first], *(whole[n : n + 3] for n in range(first, len(whole), 3))]
    number = r"[, ]?".join(groups) + (rf"\.{rest}" if point else "")
    number = rf"(?<!\d)(?<!\d[.,]){number}(?![.,]?\d)"
    if slot.token.endswith("%"):
        number += r"(?: ?%| ?per ?cent\b)?"
    if _YUAN.search(slot.token):
        number = rf"(?:(?:RMB|CNY|¥|人民币) ?)?{number}(?: ?(?:元|yuan\b|RMB\b|CNY\b)(?:人民币)?)?"
    return re.compile(number, re.IGNORECASE)


def _in_words(text: str, slot: Slot) -> bool:
    """Tell whether a small figure that went in as it is came out as a word: three companies."""
    if slot.token != slot.source or not slot.source.isdigit() or int(slot.source) > 12:
        return False
    number = int(slot.source)
    if re.search(rf"\b{_WORDS[number]}\b", text, re.IGNORECASE):
        return True
    return number < len(_HAN_WORDS) and any(char in text for char in _HAN_WORDS[number])


def fitted(before: str, piece: Piece) -> tuple[str, str]:
    """Return ``before`` and the words of ``piece`` as they read on: no article twice, a capital where due."""
    words = piece.text
    if piece.slot is None or not words:
        return before, words
    if re.match(r"the |an? ", words, re.IGNORECASE):
        before = _ARTICLE.sub("", before)
    if piece.slot.kind in (Kind.TERM, Kind.FIGURE) and opens(before):
        words = piece.slot.opening or words[0].upper() + words[1:]
    return before, words
