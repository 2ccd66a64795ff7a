"""Set two editions side by side: the rows of a bilingual body, and how wide each side is."""

from itertools import zip_longest

import msgspec

from publisher.model import Article, Block, Paragraph, Release, Text
from publisher.walk import plain, texts

ROW_HAN = 70
"""A row of a long paragraph ends with the sentence that brings it to this many characters."""

_HAN_AREA = 2.4
_NARROWEST = 0.36
_WIDEST = 0.50


class Pair(msgspec.Struct, frozen=True):
    """One row: blocks with one key, or the parts of a long paragraph that say the same.

    ``first`` marks the first part of a block (it takes the indent), ``last``
    the last part (it takes the space after).
    """

    left: Block | None
    right: Block | None
    first: bool = True
    last: bool = True


def sides(release: Release) -> tuple[Article, Article]:
    """Return the two editions in the order they stand on the page: Chinese on the left."""
    one, other = release.editions
    return (other, one) if other.meta.language.startswith("zh") else (one, other)


def pairs(release: Release, *, whole: bool = False) -> tuple[Pair, ...]:
    """Return the rows of the body; every block of either edition is in exactly one row or run of rows.

    No paragraph is cut where they are to be ``whole``.
    """
    left, right = sides(release)
    beside = {block.key: block for block in right.blocks}
    known = {block.key for block in left.blocks}
    rows: list[Pair] = []
    for block in left.blocks:
        other = beside.get(block.key)
        rows.extend([Pair(block, other)] if whole else _rows(block, other, release))
    rows.extend(Pair(None, block) for block in right.blocks if block.key not in known)
    return tuple(rows)


def shares(release: Release) -> tuple[float, float]:
    """Return the parts of the measure that left and right take, so that rows end close together.

    Measured on set pages, a Han character takes as much area as about 2.4
    characters of English at the sizes of the two scripts.
    """
    left, right = (sum(len(text) for _, text in texts(article)) for article in sides(release))
    area = left * _HAN_AREA
    share = min(max(area / max(area + right, 1), _NARROWEST), _WIDEST)
    return share, 1 - share


def _rows(left: Block, right: Block | None, release: Release) -> list[Pair]:
    cut = (
        _groups(left, right, release) if isinstance(left, Paragraph) and isinstance(right, Paragraph) else []
    )
    if len(cut) < 2:
        return [Pair(left, right)]
    last = len(cut) - 1
    return [
        Pair(
            Paragraph(left.key, (Text(one),)),
            Paragraph(left.key, (Text(other),)),
            first=n == 0,
            last=n == last,
        )
        for n, (one, other) in enumerate(cut)
    ]


def _groups(left: Paragraph, right: Paragraph, release: Release) -> list[tuple[str, str]]:
    """Cut two plain paragraphs at the same sentences; nothing if they cannot be."""
    targets = {t.key: t.text for t in release.translations}
    sentences = [
        (s.source, targets[s.key])
        for s in release.segments
        if s.key.rpartition(".")[0] == left.key and s.key in targets
    ]
    if release.editions[0].meta.language != sides(release)[0].meta.language:
        sentences = [(target, source) for source, target in sentences]
    groups: list[tuple[str, str]] = []
    one = other = ""
    for mine, theirs in sentences:
        one, other = one + mine, f"{other} {theirs}".strip()
        if len(one) >= ROW_HAN:
            groups.append((one, other))
            one = other = ""
    if one and groups and len(one) < ROW_HAN // 3:
        before, beside = groups.pop()
        one, other = before + one, f"{beside} {other}"
    if one:
        groups.append((one, other))
    whole = _same("".join(a for a, _ in groups), plain(left.inlines)) and _same(
        " ".join(b for _, b in groups), plain(right.inlines)
    )
    simple = all(isinstance(n, Text) for n in (*left.inlines, *right.inlines))
    return groups if whole and simple else []


def _same(one: str, other: str) -> bool:
    return all(a == b for a, b in zip_longest("".join(one.split()), "".join(other.split())))
