"""What changed between two texts, line by line and, within a line, character by character."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

_SENTENCE = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;\n]+[”’」』）)]*|\Z)")
_LONGEST = 2_000
"""Longer stretches are shown as a whole: to compare them character by character takes the square of it."""


class Change(StrEnum):
    """What became of a piece of text."""

    KEPT = " "
    REMOVED = "-"
    ADDED = "+"


Pieces = list[tuple[Change, str]]
"""A line in pieces, in order."""


def differences(before: str, after: str) -> Iterator[tuple[Change, Pieces]]:
    """Yield the lines that differ: for each its side, and its pieces, those that changed marked."""
    one, two = before.splitlines(), after.splitlines()
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = min(b - a, d - c)
        for old, new in zip(one[a : a + pairs], two[c : c + pairs], strict=True):
            removed, added = _pieces(old, new)
            yield Change.REMOVED, removed
            yield Change.ADDED, added
        for line in one[a + pairs : b]:
            yield Change.REMOVED, [(Change.REMOVED, line)]
        for line in two[c + pairs : d]:
            yield Change.ADDED, [(Change.ADDED, line)]


def _pieces(old: str, new: str) -> tuple[Pieces, Pieces]:
    removed: Pieces = []
    added: Pieces = []
    one, two = _SENTENCE.findall(old), _SENTENCE.findall(new)
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        left, right = "".join(one[a:b]), "".join(two[c:d])
        if tag == "equal":
            _put(removed, Change.KEPT, left)
            _put(added, Change.KEPT, left)
        elif max(len(left), len(right)) > _LONGEST:
            _put(removed, Change.REMOVED, left)
            _put(added, Change.ADDED, right)
        else:
            _compare(left, right, removed, added)
    return removed, added


def _compare(left: str, right: str, removed: Pieces, added: Pieces) -> None:
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        kept = tag == "equal"
        _put(removed, Change.KEPT if kept else Change.REMOVED, left[a:b])
        _put(added, Change.KEPT if kept else Change.ADDED, right[c:d])


def _put(pieces: Pieces, change: Change, text: str) -> None:
    if not text:
        return
    if pieces and pieces[-1][0] is change:
        text = pieces.pop()[1] + text
    pieces.append((change, text))
