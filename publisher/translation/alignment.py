"""Two texts that translate each other, brought side by side: paragraphs first, then their sentences."""

import re
from collections.abc import Sequence
from math import log

import msgspec

from publisher.translation.checks.dictionary import content_words
from publisher.translation.checks.length import deviation
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference
from publisher.translation.segments import Unit, split

_SHAPES = (  # texts on either side, and what the shape costs (Gale and Church 1993, in nats)
    (1, 1, 0.1), (1, 0, 5.0), (0, 1, 5.0), (2, 1, 2.4), (1, 2, 2.4), (2, 2, 4.4),
    (3, 1, 4.0), (1, 3, 4.0), (1, 4, 5.5),
)  # fmt: skip
_BAND = 24
"""How far from the diagonal partners are looked for, in texts."""

_MOST_WORDS = 80
_HAN_WORD = re.compile(r"[\u3400-\u9fff]{2,}")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_LATIN = re.compile(r"[A-Za-z]{2,}")


class Bead(msgspec.Struct, frozen=True):
    """Texts that stand side by side, by number; ``sure`` weighs that they belong together."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    sure: float


class Aligned(msgspec.Struct, frozen=True):
    """The pairs of two articles, and the share of them (0 to 1) that surely belong together."""

    pairs: tuple[Pair, ...]
    confidence: float


class _Side(msgspec.Struct, frozen=True):
    """What is known of one text: itself, what its words may mean in English, and what recurs as it is."""

    text: str
    senses: tuple[frozenset[str], ...]
    same: frozenset[str]


def align(
    source: Sequence[Unit],
    target: Sequence[Unit],
    source_language: str,
    target_language: str,
    reference: Reference,
) -> Aligned:
    """Return ``source`` and ``target`` as pairs of sentences, one of them Chinese, the other English.

    Fields with a name (headline, summary) meet by name; blocks by order,
    length and what the dictionary knows of their words. A text without a
    partner is a pair with an empty side. Keys are the source's.
    """
    chinese_first = source_language.lower().startswith("zh")
    named = {unit.where: unit for unit in target if not _is_block(unit)}
    pairs: list[Pair] = []
    sure: list[bool] = []
    blocks: list[Unit] = []

    def put(key: str, one: str, other: str) -> None:
        pairs.append(Pair(key, one, other, source_language, target_language))

    for unit in source:
        partner = named.pop(unit.where, None)
        if partner is not None:
            put(unit.where, unit.text, partner.text)
        elif _is_block(unit):
            blocks.append(unit)
        else:
            put(unit.where, unit.text, "")
    for where, unit in named.items():
        put(where, "", unit.text)
    others = [unit for unit in target if _is_block(unit)]
    seen: dict[str, int] = {}
    for bead in beads([u.text for u in blocks], [u.text for u in others], chinese_first, reference):
        mine = [s for n in bead.left for s in _sentences(blocks[n].text, source_language)]
        theirs = [s for n in bead.right for s in _sentences(others[n].text, target_language)]
        where = blocks[bead.left[0]].where if bead.left else f"+{others[bead.right[0]].where}"
        for inner in beads(mine, theirs, chinese_first, reference):
            seen[where] = seen.get(where, 0) + 1
            one, other = _join(mine, inner.left, chinese_first), _join(theirs, inner.right, not chinese_first)
            put(f"{where}.{seen[where]}", one, other)
            sure.append(inner.sure > 0)
    return Aligned(tuple(pairs), sum(sure) / len(sure) if sure else 1.0)


def beads(
    left: Sequence[str], right: Sequence[str], chinese_first: bool, reference: Reference
) -> tuple[Bead, ...]:
    """Return the likeliest alignment of two rows of texts, in order; every text is in exactly one bead.

    Time grows with the longer row: only partners within a band around the
    diagonal are compared.
    """
    one = [_side(text, chinese_first, reference) for text in left]
    two = [_side(text, not chinese_first, reference) for text in right]
    rows, columns = len(one), len(two)
    slope = columns / rows if rows else 0.0
    width = _BAND + abs(rows - columns)
    width = min(width, 400)
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    back: dict[tuple[int, int], tuple[int, int, float]] = {}
    for i in range(rows + 1):
        middle = int(i * slope)
        for j in range(max(0, middle - width), min(columns, middle + width) + 1):
            here = best.get((i, j))
            if here is None:
                continue
            for a, b, cost in _SHAPES:
                if i + a > rows or j + b > columns:
                    continue
                sure = _weight(one[i : i + a], two[j : j + b], chinese_first) if a and b else 0.0
                total = here + cost - sure
                if total < best.get((i + a, j + b), float("inf")):
                    best[i + a, j + b] = total
                    back[i + a, j + b] = (a, b, sure)
    if (rows, columns) not in back:  # nothing to align, or out of the band: by order
        return tuple(_by_order(rows, columns))
    out: list[Bead] = []
    i, j = rows, columns
    while (i, j) != (0, 0):
        a, b, sure = back[i, j]
        out.append(Bead(tuple(range(i - a, i)), tuple(range(j - b, j)), sure))
        i, j = i - a, j - b
    return tuple(reversed(out))


def _by_order(rows: int, columns: int) -> list[Bead]:
    return [
        Bead((n,) if n < rows else (), (n,) if n < columns else (), 0.0) for n in range(max(rows, columns))
    ]


def _side(text: str, chinese: bool, reference: Reference) -> _Side:
    figures = set(_FIGURE.findall(text))
    if chinese:
        words = dict.fromkeys(w for w, _, _ in reference.words(text) if _HAN_WORD.fullmatch(w))
        found = [stems for w in list(words)[:_MOST_WORDS] if (stems := reference.dictionary.stems(w))]
        same = figures | {word.lower() for word in _LATIN.findall(text)}
        return _Side(text, tuple(found), frozenset(same))
    stems = frozenset(stem for stem, _, _ in content_words(text))
    return _Side(text, (stems,), frozenset(figures | {word.lower() for word in _LATIN.findall(text)}))


def _weight(left: Sequence[_Side], right: Sequence[_Side], chinese_first: bool) -> float:
    """Return the log-likelihood ratio of two groups as translations of each other, against chance."""
    han, latin = (left, right) if chinese_first else (right, left)
    off = deviation("".join(s.text for s in han), " ".join(s.text for s in latin))
    weight = 2.0 - min(off * off / 2, 12.0)
    stems = frozenset().union(*(s.senses[0] for s in latin if s.senses))
    for side in han:
        for senses in side.senses:
            chance = min(0.6, 0.02 + 1 - (1 - min(len(stems) / 1300, 0.5)) ** len(senses))
            likely = 0.6 + 0.4 * chance
            hit = not stems.isdisjoint(senses)
            weight += log(likely / chance) if hit else log((1 - likely) / (1 - chance))
    same = frozenset().union(*(s.same for s in latin))
    for side in han:
        weight += sum(2.0 if one in same else -0.3 for one in side.same)
    return weight


def _sentences(text: str, language: str) -> list[str]:
    return [s.strip() for line in text.split("\n") for s in split(line, language) if s.strip()]


def _join(texts: Sequence[str], numbers: Sequence[int], chinese: bool) -> str:
    return ("" if chinese else " ").join(texts[n] for n in numbers)


def _is_block(unit: Unit) -> bool:
    return re.match(r"b\d", unit.where) is not None
