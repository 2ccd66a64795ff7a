"""Which block of the older version became which of the newer one."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz.distance import Indel

from publisher.exporters.word.changes.words import alike

Step = tuple[int | None, int | None]
"""The numbers of an old and a new block that are one; None where there is no such block."""

_LIKE = 0.4
"""So much of a block has to be the same, from 0 to 1, that it is the other one with changes."""

_LIKE_IN_ANOTHER_STYLE = 0.7
_SURE = 4
"""Words of a block that is known again wherever it stands; shorter ones stand at several places."""

_MOST = 40_000
"""More pairs of blocks than these are not compared one by one."""


class Piece(msgspec.Struct, frozen=True):
    """A block as it is compared: ``kind`` has to agree, ``style`` had better, ``words`` are what it says."""

    kind: str
    style: str
    words: tuple[str, ...]
    text: str


def align(old: Sequence[Piece], new: Sequence[Piece]) -> list[Step]:
    """Return every block of both once, in their order: those that did not change first set apart the rest."""
    one, other = _keys(old, "old"), _keys(new, "new")
    steps: list[Step] = []
    left = right = 0
    for code in Indel.opcodes(one, other):
        if code.tag == "equal":
            steps += _between(old, new, range(left, code.src_start), range(right, code.dest_start))
            left, right = code.src_end, code.dest_end
            steps += zip(range(code.src_start, left), range(code.dest_start, right), strict=True)
    return steps + _between(old, new, range(left, len(old)), range(right, len(new)))


def _keys(pieces: Sequence[Piece], side: str) -> list[object]:
    """Return what tells blocks to be the same; a short one is like none, and waits for its surroundings."""
    return [p if len(p.words) >= _SURE else (side, number) for number, p in enumerate(pieces)]


def _between(old: Sequence[Piece], new: Sequence[Piece], left: range, right: range) -> list[Step]:
    """Return the steps through a stretch where no block is the same: the pairs most alike in all."""
    if not left or not right or len(left) * len(right) > _MOST:
        return [*((n, None) for n in left), *((None, n) for n in right)]
    once = {
        style
        for style, count in Counter(old[n].style for n in left).items()
        if count == 1 and sum(new[n].style == style for n in right) == 1
    }
    scores = [[_score(old[a], new[b], once) for b in right] for a in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for a in range(len(left) - 1, -1, -1):
        for b in range(len(right) - 1, -1, -1):
            paired = best[a + 1][b + 1] + scores[a][b] if scores[a][b] else 0.0
            best[a][b] = max(paired, best[a + 1][b], best[a][b + 1])
    return list(_path(best, scores, left, right))


def _path(best: list[list[float]], scores: list[list[float]], left: range, right: range) -> Iterator[Step]:
    a = b = 0
    while a < len(left) or b < len(right):
        if (
            a < len(left)
            and b < len(right)
            and scores[a][b]
            and (best[a][b] == best[a + 1][b + 1] + scores[a][b])
        ):
            yield left[a], right[b]
            a, b = a + 1, b + 1
        elif b == len(right) or (a < len(left) and best[a][b] == best[a + 1][b]):
            yield left[a], None
            a += 1
        else:
            yield None, right[b]
            b += 1


def _score(old: Piece, new: Piece, once: set[str]) -> float:
    """Return how good it is to pair two blocks; 0 if they are not to be paired."""
    if old.kind != new.kind:
        return 0.0
    same = old.style == new.style
    if not old.words or not new.words:  # a rule, a picture, the end of a table
        return 0.3 if same and old.text == new.text else 0.2 if same and old.style in once else 0.0
    like = alike(old.words, new.words)
    if like >= (_LIKE if same else _LIKE_IN_ANOTHER_STYLE):
        return 0.5 + like
    return 0.5 if same and old.style in once else 0.0
