"""How two editions share a page: side by side, or paragraph under paragraph; one rule for every exporter."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import msgspec

from publisher import annexes, pairs
from publisher.model import List, PageBreak, Release, Rule, Table
from publisher.theme import Theme
from publisher.walk import plain

_COLUMNS, _ROWS, _CHARACTERS = 3, 12, 400
"""A table of more stands over its translation, over the whole measure, not beside it."""


def alternates(release: Release, theme: Theme) -> bool:
    """Tell whether the two editions of ``release`` stand under one another."""
    return len(release.editions) == 2 and theme.layout.bilingual == "alternating"


def shares(release: Release, theme: Theme) -> tuple[float, ...]:
    """Return the part of the measure that each edition takes."""
    if len(release.editions) == 1:
        return (1.0,)
    return (1.0, 1.0) if alternates(release, theme) else pairs.shares(release)


def rows(
    release: Release, theme: Theme, other: Release | None = None, *, whole_lists: bool = False
) -> tuple[pairs.Pair, ...]:
    """Return the rows of a body in two languages; ``other`` is a version that it is compared with.

    Side by side, each item of a list has a row of its own, unless ``whole_lists``.
    Under one another a paragraph is never cut, and a rule or the end of a page
    stands once.
    """
    if not alternates(release, theme):
        found = pairs.pairs(release, other=other)
        return found if whole_lists else tuple(part for row in found for part in _items(row))
    found = pairs.pairs(release, whole=True)
    return tuple(
        msgspec.structs.replace(row, right=None) if isinstance(row.left, Rule | PageBreak) else row
        for row in found
    )


def parted(
    rows: Sequence[pairs.Pair], release: Release, theme: Theme
) -> tuple[Sequence[pairs.Pair], Sequence[pairs.Pair]]:
    """Return the rows of the text, and those of the annexes behind its end of an official document."""
    count = len(rows)
    if theme.layout.signed or any(article.meta.official for article in release.editions):
        starts = (n for n, row in enumerate(rows) if n and row.left is not None and annexes.begins(row.left))
        count = next(starts, count)
    return rows[:count], rows[count:]


def is_wide(row: pairs.Pair) -> bool:
    """Tell whether ``row`` holds tables for which half the measure is too narrow, or a page too short."""
    return any(isinstance(block, Table) and _is_large(block) for block in (row.left, row.right))


def _is_large(table: Table) -> bool:
    lines = (table.head, *table.rows)
    characters = sum(len(plain(cell.inlines)) for line in lines for cell in line)
    return max(map(len, lines)) > _COLUMNS or len(lines) > _ROWS or characters > _CHARACTERS


def _items(row: pairs.Pair) -> Iterator[pairs.Pair]:
    """Yield ``row``, or the items of two lists, one beside its translation."""
    left, right = row.left, row.right
    if not (isinstance(left, List) and isinstance(right, List)):
        yield row
        return
    beside = list(zip_longest(left.items, right.items))
    for number, items in enumerate(beside, 1):
        one, other = (
            msgspec.structs.replace(block, items=(item,)) if item else None
            for block, item in zip((left, right), items, strict=True)
        )
        yield pairs.Pair(one, other, number == 1, number == len(beside), start=number)
