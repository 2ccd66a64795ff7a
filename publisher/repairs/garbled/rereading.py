"""Garbled characters turned back into bytes, and the bytes read again, holes and all.

A wrong decoder drops what it cannot show, or shows U+FFFD or a question mark
for one byte or for two. The byte stream therefore has holes; a hole is one
``None``, and how many a lost sign stands for is told by where the bytes behind
it fall into step.
"""

from collections.abc import Callable
from functools import cache

import msgspec

Byte = int | None
"""A byte, or None for one that the wrong decoder could not show."""

Unit = tuple[int, ...] | None
"""The bytes of one character as shown; None where the decoder could not show them."""

LOST = "\ufffd"

_BARRIER = (-1,)


class Read(msgspec.Struct, frozen=True):
    """One character read again: what it is, or the bytes known of it, and where its bytes end.

    ``end`` is the number of units used up when the character ends with one,
    -1 where it ends within one.
    """

    char: str
    holes: tuple[Byte, ...]
    end: int


@cache
def _single(encoding: str) -> dict[str, int]:
    table = {bytes((b,)).decode(encoding, "ignore"): b for b in range(0x80, 0x100)}
    if encoding == "cp1252":  # the five it lacks are shown as they are; so is all of Latin-1
        table = {chr(b): b for b in range(0x80, 0x100)} | table
    table.pop("", None)
    return table


class Units:
    """The bytes of each character of a text in the encoding it was read in; (-1,) where it has none."""

    def __init__(self, text: str, encoding: str, *, single: bool) -> None:
        self._text = text
        self._of = _table(encoding, single)

    def __len__(self) -> int:
        return len(self._text)

    def __getitem__(self, at: int) -> Unit:
        return self._of[self._text[at]]

    def span(self, start: int, stop: int) -> list[Unit]:
        """Return the units from ``start`` to ``stop``."""
        return [self._of[char] for char in self._text[start:stop]]


class _Table(dict[str, Unit]):
    """From a character to its bytes, worked out when it is first met."""

    def __init__(self, encoding: str, single: dict[str, int] | None) -> None:
        super().__init__()
        self._encoding = encoding
        self._single = single

    def __missing__(self, char: str) -> Unit:
        self[char] = unit = self._unit(char)
        return unit

    def _unit(self, char: str) -> Unit:
        if char == LOST:
            return None
        if char < "\x80":
            return (ord(char),)
        if self._single is None:
            return _double(char, self._encoding)
        byte = self._single.get(char)
        return _BARRIER if byte is None else (byte,)


@cache
def _table(encoding: str, single: bool) -> _Table:
    return _Table(encoding, _single(encoding) if single else None)


def _double(char: str, encoding: str) -> tuple[int, ...]:
    if char == "€" and encoding == "gb18030":  # Windows and the web read 80 so
        return (0x80,)
    try:
        data = char.encode(encoding)
    except UnicodeEncodeError:
        return _BARRIER
    return tuple(data) if len(data) <= 2 else _BARRIER


# ── As UTF-8 ─────────────────────────────────────────────────────────────────


def read_utf8(shown: str, given: Units, start: int, stop: int) -> list[Read]:
    """Return the characters that the units from ``start`` on make in UTF-8, until they make none."""
    out: list[Read] = []
    known: list[Byte] = []
    need = 0

    def put(end: int) -> None:
        data = tuple(known)
        if None in data:
            out.append(Read("", data, end))
        else:
            char = bytes(b for b in data if b is not None).decode("utf-8", "replace")
            out.append(Read(char, (), end))
        known.clear()

    at = start
    while at < stop:
        unit = given[at]
        if unit == _BARRIER:
            break
        if unit is None or (need and shown[at] == "?"):
            follows = _first(given, at + 1)
            if not need:
                if follows is None or follows not in range(0x80, 0xC0):
                    out.append(Read(LOST, (), at + 1))
                else:  # the lead of the next character was lost
                    known, need = [None], 2
            elif follows is not None and 0x80 <= follows < 0xC0 and need == 1:
                known.append(None)
                put(-1)
                known, need = [None], 2
            else:
                holes = 1 if need == 2 and (follows is None or 0x80 <= follows < 0xC0) else need
                known += [None] * holes
                need -= holes
                if not need:
                    put(at + 1)
            at += 1
            continue
        for n, byte in enumerate(unit):
            ends = at + 1 if n == len(unit) - 1 else -1
            if need and not 0x80 <= byte < 0xC0:
                if byte == 0x20 and len(unit) == 1 and _is_nbsp(given, at, need):
                    byte = 0xA0  # a no-break space that an editor made an ordinary one
                elif need == 1 and len(known) >= 2:  # a byte was dropped without a trace
                    known.append(None)
                    put(-1 if n else at)
                    need = 0
                else:
                    return out
            if need:
                known.append(byte)
                need -= 1
                if not need:
                    put(ends)
            elif byte < 0x80:
                out.append(Read(chr(byte), (), ends))
            elif 0xC2 <= byte < 0xF5:
                known, need = [byte], 1 if byte < 0xE0 else 2 if byte < 0xF0 else 3
            else:
                return out
        at += 1
    if need == 1 and len(known) >= 2:
        known.append(None)
        put(at)
    return out


def _first(given: Units, at: int) -> int | None:
    unit = given[at] if at < len(given) else (0x20,)
    return unit[0] if unit else None


def _is_nbsp(given: Units, at: int, need: int) -> bool:
    """Tell whether the space at ``at`` stands for A0: what follows goes on as if it did."""
    follows = _first(given, at + 1)
    return follows is not None and ((0x80 <= follows < 0xC0) if need > 1 else not 0x80 <= follows < 0xC0)


# ── As GBK or Big5 ───────────────────────────────────────────────────────────


def read_pairs(
    given: Units, start: int, stop: int, encoding: str, worth: Callable[[str], float]
) -> list[Read]:
    """Return the characters that the units from ``start`` on make two bytes by two in ``encoding``.

    A lost sign stands for a whole pair or for its first byte alone; ``worth``
    tells which of the two leaves the likelier text behind it.
    """
    out: list[Read] = []
    lead: int | None = None
    at = start
    while at < stop:
        unit = given[at]
        if unit == _BARRIER:
            break
        if unit is None:
            out.append(Read(LOST, (), at + 1))
            if lead is None and _slips(given, at + 1, encoding, worth):
                at += 1
                lead = 0  # the lost byte; what stands behind it is its trail
                continue
            lead = None
            at += 1
            continue
        for n, byte in enumerate(unit):
            ends = at + 1 if n == len(unit) - 1 else -1
            if lead == 0:
                lead = None
                out[-1] = Read(LOST, (), ends)
            elif lead is not None:
                char = pair(lead, byte, encoding)
                if not char:
                    return out
                out.append(Read(char, (), ends))
                lead = None
            elif byte < 0x80:
                out.append(Read(chr(byte), (), ends))
            elif byte in (0x80, 0xFF):
                return out
            else:
                lead = byte
        at += 1
    return out


def _slips(given: Units, at: int, encoding: str, worth: Callable[[str], float]) -> bool:
    data = [b for unit in given.span(at, at + 4) for b in unit or () if b >= 0]
    in_step = "".join(pair(a, b, encoding) or LOST for a, b in zip(data[::2], data[1::2], strict=False))
    slipped = "".join(pair(a, b, encoding) or LOST for a, b in zip(data[1::2], data[2::2], strict=False))
    return bool(slipped) and worth(slipped) / len(slipped) > worth(in_step) / max(1, len(in_step)) + 1


@cache
def pair(lead: int, trail: int, encoding: str) -> str:
    """Return the character that two bytes make, empty if they make none."""
    try:
        char = bytes((lead, trail)).decode(encoding)
    except UnicodeDecodeError:
        return ""
    return char if len(char) == 1 else ""


@cache
def completions(holes: tuple[Byte, ...]) -> tuple[str, ...]:
    """Return the characters that fill the holes; none where more than one byte is missing."""
    if holes.count(None) != 1:
        return ()
    at = holes.index(None)
    tried = (
        bytes(byte if b is None else b for b in holes).decode("utf-8", "ignore")
        for byte in (range(0x80, 0xC0) if at else range(0xE3, 0xEA))
    )
    return tuple(filter(None, tried))


# ── In one go ────────────────────────────────────────────────────────────────


def encode(text: str, encoding: str, *, single: bool) -> bytes:
    """Return the bytes of ``text`` in ``encoding``, up to the first character that has none."""
    try:
        if single:
            return text.translate(_to_latin1(encoding)).encode("latin-1")
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        return encode(text[: error.start], encoding, single=single)


@cache
def _to_latin1(encoding: str) -> dict[int, int]:
    table = {ord(char): byte for char, byte in _single(encoding).items()}
    # what the encoding lacks must not pass for the byte of the same number
    return dict.fromkeys(range(128, 256), 65533) | table


def decode(data: bytes, encoding: str) -> tuple[str, int]:
    """Return the text of ``data``, up to the first byte that makes none, and how many bytes that is."""
    try:
        return data.decode(encoding), len(data)
    except UnicodeDecodeError as error:
        return data[: error.start].decode(encoding), error.start
