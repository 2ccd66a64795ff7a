"""Set two editions side by side: the rows of a bilingual body, and how wide each side is."""

import re
from itertools import pairwise

import msgspec

from publisher.model import Article, Block, Paragraph, Release
from publisher.walk import cut_out, plain, texts

ROW_HAN = 70
"""A row of a long paragraph ends with the sentence that brings it to this many characters."""

_LONGEST = 20_000
"""Characters of a paragraph in another script up to which its sentences are looked for."""

_END = re.compile(r"[。！？…!?.;；][”’」』）)\"']* ?\Z")
"""How a sentence ends, or a part of one that is a segment."""

_HAN_AREA = 2.4
_NARROWEST = 0.36
_WIDEST = 0.50


class Pair(msgspec.Struct, frozen=True):
    """One row: blocks with one key, or the parts of a long paragraph that say the same.

    ``first`` marks the first part of a block (it takes the indent), ``last``
    the last part (it takes the space after). One that is ``parted`` goes on
    on the next page, and one that ``begins`` a page stands behind a parted one.
    The items of a list are counted from ``start`` on.
    """

    left: Block | None
    right: Block | None
    first: bool = True
    last: bool = True
    parted: bool = False
    begins: bool = False
    start: int = 1


def sides(release: Release) -> tuple[Article, Article]:
    """Return the two editions in the order they stand on the page: Chinese on the left."""
    one, other = release.editions
    return (other, one) if other.meta.language.startswith("zh") else (one, other)


def pairs(release: Release, *, whole: bool = False, other: Release | None = None) -> tuple[Pair, ...]:
    """Return the rows of the body; every block of either edition is in exactly one row or run of rows.

    No paragraph is cut where they are to be ``whole``, nor one that ``other``,
    another version of the release, has not in the same words: it would be cut
    elsewhere, and what stayed in the text would leave its row.
    """
    kept = None if other is None else frozenset(map(_words, pairs(other, whole=True)))
    left, right = sides(release)
    beside = {block.key: block for block in right.blocks}
    known = {block.key for block in left.blocks}
    rows: list[Pair] = []
    for block in left.blocks:
        row = Pair(block, beside.get(block.key))
        uncut = whole or (kept is not None and _words(row) not in kept)
        rows.extend([row] if uncut else _rows(block, row.right, release))
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


def _words(row: Pair) -> tuple[str, ...]:
    return tuple(plain(b.inlines) if isinstance(b, Paragraph) else "" for b in (row.left, row.right))


def _rows(left: Block, right: Block | None, release: Release) -> list[Pair]:
    cuts = _cuts(left, right, release) if isinstance(left, Paragraph) and isinstance(right, Paragraph) else []
    if not cuts:
        return [Pair(left, right)]
    assert isinstance(left, Paragraph)
    assert isinstance(right, Paragraph)
    parts = zip(_parts(left, [a for a, _ in cuts]), _parts(right, [b for _, b in cuts]), strict=True)
    return [Pair(one, other, first=n == 0, last=n == len(cuts)) for n, (one, other) in enumerate(parts)]


def _parts(paragraph: Paragraph, cuts: list[int]) -> list[Paragraph]:
    """Return ``paragraph`` parted at offsets into its text, without the spaces there."""
    text = plain(paragraph.inlines)
    found = []
    for start, end in pairwise((0, *cuts, len(text))):
        piece = text[start:end]
        first = start + len(piece) - len(piece.lstrip(" "))
        last = max(first, start + len(piece.rstrip(" ")))
        found.append(Paragraph(paragraph.key, cut_out(paragraph.inlines, first, last)))
    return found


def _cuts(left: Paragraph, right: Paragraph, release: Release) -> list[tuple[int, int]]:
    """Return where to part two paragraphs at the same sentences, as offsets into their texts."""
    targets = {t.key: t.text for t in release.translations}
    sentences = [
        (s.source, targets[s.key])
        for s in release.segments
        if s.key.rpartition(".")[0] == left.key and s.key in targets
    ]
    if not release.editions[0].meta.language.startswith("zh"):
        sentences = [(target, source) for source, target in sentences]
    whole = sum(len(one) for one, _ in sentences)
    planned: list[tuple[int, int]] = []
    one = other = row = 0
    for mine, theirs in sentences[:-1]:
        one, other, row = one + len(mine), other + len(theirs) + 1, row + len(mine)
        if row >= ROW_HAN and whole - one >= ROW_HAN // 3:
            planned.append((one, other))
            row = 0
    return _moved(planned, sentences, plain(left.inlines), plain(right.inlines)) if planned else []


def _moved(
    planned: list[tuple[int, int]], sentences: list[tuple[str, str]], left: str, right: str
) -> list[tuple[int, int]]:
    """Return the places of ``planned`` in the texts as they stand, in another script or spelling perhaps.

    Only ends of sentences are kept.
    """
    mine = _places("".join(one for one, _ in sentences), left, [one for one, _ in planned])
    theirs = _places(" ".join(other for _, other in sentences), right, [other for _, other in planned])
    found: list[tuple[int, int]] = []
    for a, b in zip(mine, theirs, strict=True):
        further = not found or (a > found[-1][0] and b > found[-1][1])
        if further and _ends(left, a) and _ends(right, b):
            found.append((a, b))
    return found


def _places(before: str, after: str, places: list[int]) -> list[int]:
    """Return ``places`` in ``before`` as they lie in ``after``, which says nearly the same; -1 if not."""
    if before == after:
        return places
    if max(len(before), len(after)) > _LONGEST:
        return [-1] * len(places)
    from rapidfuzz.distance import Levenshtein

    changes = Levenshtein.opcodes(before, after)
    found = []
    for place in places:
        change = next((c for c in changes if c.src_start < place <= c.src_end), None)
        found.append(min(change.dest_start + place - change.src_start, change.dest_end) if change else -1)
    return found


def _ends(text: str, at: int) -> bool:
    return at > 0 and bool(_END.search(text, 0, at)) and bool(text[at:].strip())
