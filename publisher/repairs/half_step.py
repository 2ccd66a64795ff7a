"""Characters as their two bytes in GBK or Big5, and what the bytes make when read half a step away."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from publisher.repairs import model
from publisher.repairs.garbled.rereading import pair
from publisher.repairs.hanzi import code

_FOLDABLE = frozenset("!\"#$%&'*+,-./:;<=>?@[]^_{|}~")
_RAREST = -14.0


@cache
def bytes_of(char: str, encoding: str) -> bytes:
    """Return the bytes of ``char``, an ASCII mark in GBK taken for the fullwidth one it was made from."""
    if char in _FOLDABLE and encoding == "gbk":
        return bytes((0xA3, ord(char) | 0x80))
    if "\ue000" <= char <= "\ue765" and encoding == "gbk":  # GBK's pairs for characters of one's own
        return code(char, "gb18030")
    return code(char, encoding)


@cache
def with_lead(lead: int, encoding: str) -> tuple[str, ...]:
    """Return the characters met in running text whose first byte is ``lead``."""
    return _met(pair(lead, x, encoding) for x in range(0x40, 0xFF))


@cache
def with_trail(trail: int, encoding: str) -> tuple[str, ...]:
    """Return the characters met in running text whose second byte is ``trail``."""
    return _met(pair(x, trail, encoding) for x in range(0x81, 0xFF))


def _met(chars: Iterable[str]) -> tuple[str, ...]:
    worth = model.load().char
    return tuple(c for c in chars if c and worth(model.simplified(c)) > _RAREST)


def half_a_step(data: Sequence[int], encoding: str) -> Iterator[tuple[str, int]]:
    """Yield the characters of ``data``, and the number of bytes used up, until a pair makes none."""
    at = 0
    while at < len(data):
        if data[at] < 0x80:
            if encoding == "gbk":
                return
            at += 1
            yield chr(data[at - 1]), at
        elif at + 1 < len(data) and (char := pair(data[at], data[at + 1], encoding)):
            at += 2
            yield char, at
        else:
            return
