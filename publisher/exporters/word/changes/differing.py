"""What of a row of tokens was deleted, inserted, or stayed, as an editor would have marked it."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
from rapidfuzz.distance import Indel

from publisher.exporters.word.changes.tokens import Token

Tag = Literal["equal", "del", "ins"]
_MOST = 25_000_000
"""Longer rows, by the product of their tokens, are not compared: one goes, the other comes."""

_ISLAND = 3
"""What stays is an island where the changes on either side are so many times its length."""

_ENDS = frozenset("。！？；!?;\n")
_PAUSES = frozenset("，、：,: \t”’」』）)")


class Stretch(msgspec.Struct):
    """Tokens from one place to another: of the old row ``a`` to ``b``, of the new one ``c`` to ``d``."""

    tag: Tag
    a: int
    b: int
    c: int
    d: int


def stretches(old: Sequence[Token], new: Sequence[Token]) -> list[Stretch]:
    """Return the stretches that the rows come to, a deletion before the insertion in its place."""
    found: list[Stretch] = []
    a = c = 0
    for b, d in (*_same(old, new), (len(old), len(new))):
        if b > a:
            found.append(Stretch("del", a, b, c, c))
        if d > c:
            found.append(Stretch("ins", b, b, c, d))
        if b == len(old):
            break
        if found and found[-1].tag == "equal":
            found[-1].b, found[-1].d = b + 1, d + 1
        else:
            found.append(Stretch("equal", b, b + 1, d, d + 1))
        a, c = b + 1, d + 1
    return _slid(_whole(found, old, new), old, new)


def _same(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the places of the tokens that stay: of words first, for a mark is like any other of its kind."""
    words = [[n for n, token in enumerate(row) if _is_word(token)] for row in (old, new)]
    a = c = 0
    for b, d in (*_common(old, new, *words), (len(old), len(new))):
        yield from _common(old, new, range(a, b), range(c, d))
        if b < len(old):
            yield b, d
        a, c = b + 1, d + 1


def _common(
    old: Sequence[Token], new: Sequence[Token], left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the places of the longest row of tokens that both have, among those of ``left`` and ``right``."""
    if len(left) * len(right) > _MOST:
        return
    for code in Indel.opcodes([old[n].key for n in left], [new[n].key for n in right]):
        if code.tag == "equal":
            yield from zip(
                left[code.src_start : code.src_end], right[code.dest_start : code.dest_end], strict=True
            )


def _is_word(token: Token) -> bool:
    return bool(token.nodes) or token.said[:1].isalnum()


def _whole(found: list[Stretch], old: Sequence[Token], new: Sequence[Token]) -> list[Stretch]:
    """Return the stretches without islands: the little that stays between two changes goes with them."""
    groups = _groups(found)
    number = 1
    while number < len(groups) - 1:
        before, island, after = groups[number - 1 : number + 2]
        if island[0].tag == "equal" and _is_island(island[0], before, after, old, new):
            groups[number - 1 : number + 2] = [list(_gathered([*before, *island, *after]))]
            number = max(number - 2, 1)  # the longer change may take in the island before it
        else:
            number += 1
    return [stretch for group in groups for stretch in _gathered(group)]


def _groups(found: Sequence[Stretch]) -> list[list[Stretch]]:
    """Return the changes that follow one another as groups, and what stays as groups of one."""
    groups: list[list[Stretch]] = []
    for stretch in found:
        if stretch.tag != "equal" and groups and groups[-1][0].tag != "equal":
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    return groups


def _gathered(group: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield a group as one deletion and one insertion."""
    if len(group) == 1:
        yield group[0]
        return
    a, b, c, d = group[0].a, group[-1].b, group[0].c, group[-1].d
    if b > a:
        yield Stretch("del", a, b, c, c)
    if d > c:
        yield Stretch("ins", b, b, c, d)


def _is_island(
    island: Stretch,
    before: Sequence[Stretch],
    after: Sequence[Stretch],
    old: Sequence[Token],
    new: Sequence[Token],
) -> bool:
    """Tell what is better changed with its surroundings: a space between words, a word in many."""
    tokens = old[island.a : island.b]
    if any(token.nodes for token in tokens):
        return False
    said = "".join(token.said for token in tokens)
    if _ENDS & set(said):
        return False
    if not any(c.isalnum() for c in said):
        return said == " " or all(_replaces(group) for group in (before, after))
    return all(len(said) * _ISLAND <= _length(group, old, new) for group in (before, after))


def _length(group: Sequence[Stretch], old: Sequence[Token], new: Sequence[Token]) -> int:
    """Return how many characters a change takes away and puts in."""
    gone = (token for s in group for token in old[s.a : s.b])
    come = (token for s in group for token in new[s.c : s.d])
    return sum(len(token.said) for tokens in (gone, come) for token in tokens)


def _replaces(group: Sequence[Stretch]) -> bool:
    return any(s.b > s.a for s in group) and any(s.d > s.c for s in group)


def _slid(found: list[Stretch], old: Sequence[Token], new: Sequence[Token]) -> list[Stretch]:
    """Return the stretches with each lone change moved to where a sentence or a part of one ends.

    “A。B。” that became “A。C。B。” may have got “。C” or “C。”: an editor wrote the second.
    """
    for number in range(1, len(found) - 1):
        before, change, after = found[number - 1 : number + 2]
        if change.tag == "equal" or before.tag != "equal" or after.tag != "equal":
            continue
        row = old if change.tag == "del" else new
        first, last = (change.a, change.b) if change.tag == "del" else (change.c, change.d)
        back = 0
        while back < before.b - before.a - 1 and row[first - back - 1].key == row[last - back - 1].key:
            back += 1
        choices = {step: _seam(row, first - step, last - step) for step in range(back + 1)}
        step = max(choices, key=lambda n: (choices[n], -n))
        before.b -= step
        before.d -= step
        change.a, change.b = change.a - step, change.b - step
        change.c, change.d = change.c - step, change.d - step
        after.a -= step
        after.c -= step
    return found


def _seam(row: Sequence[Token], first: int, last: int) -> int:
    """Return how well a change from ``first`` to ``last`` begins after an end and ends with one."""

    def ends(token: Token) -> int:
        return 2 if token.said[-1:] in _ENDS else 1 if token.said[-1:] in _PAUSES else 0

    return ends(row[first - 1]) + ends(row[last - 1])
