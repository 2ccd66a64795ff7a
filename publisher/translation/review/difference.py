"""How the source of a fuzzy match differs from the source at hand, word by word, Han by character."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z’'À-ɏ]+|\s+|.", re.DOTALL)
_LONGEST = 800
"""Longer texts are shown as a whole: comparing takes the square of their length."""

Piece = tuple[Literal["kept", "deleted", "inserted"], str]


def difference(memory: str, source: str) -> Iterator[Piece]:
    """Yield the pieces of both: what only ``memory`` has is deleted, what only ``source`` has inserted."""
    if max(len(memory), len(source)) > _LONGEST:
        yield "deleted", memory
        yield "inserted", source
        return
    one, two = _TOKEN.findall(memory), _TOKEN.findall(source)
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "kept", "".join(one[a:b])
            continue
        if b > a:
            yield "deleted", "".join(one[a:b])
        if d > c:
            yield "inserted", "".join(two[c:d])
