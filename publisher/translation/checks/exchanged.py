"""Two figures of a kind that changed places: each stands beside the words of the other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from publisher.localization.values import Kind, Mismatch, Value
from publisher.translation.checks.dictionary import content_words
from publisher.translation.checks.pair import Pair

if TYPE_CHECKING:
    from publisher.translation.checks.pinyin import Readings
    from publisher.translation.checks.reference import Reference

_DIGITS = re.compile(r"\d+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_NAME = re.compile(r"\b[A-Z][a-z]+\b")
_MARKS = r"[，、；。：！？,;:!?\n（）()—–]|\.(?:\s|$)"
_SENTENCE = re.compile(r"[。！？!?;；\n]|\.(?:\s|$)")
_CUT = re.compile(rf"{_MARKS}|[和及与]|其中|\b(?:and|while|but)\b")
_CLEAR_CUT = re.compile(rf"{_MARKS}|[和及与](?=\d)|其中|\b(?:and|while|but)\b")
_IN_ORDER = re.compile(r"分别|各|\brespectively\b")
_PART_OF_NAME = re.compile(r"[A-Za-z][ -]?$")  # Model 3
_MOST = 8
"""Figures of one kind in a segment that are compared with one another."""

_Words = frozenset[object]


class _Place(msgspec.Struct, frozen=True):
    """Where a figure stands in one text: what stands before and behind it, up to its neighbours of a kind.

    ``closed`` says that marks part it from them, ``first`` that it begins a sentence.
    """

    text: str
    before: _Words
    behind: _Words
    closed: bool
    first: bool

    @property
    def words(self) -> _Words:
        return self.before | self.behind


class _Figure(msgspec.Struct, frozen=True):
    value: Value
    other: Value
    chinese: _Place
    english: _Place


def find(pair: Pair, reference: "Reference", told: Iterable[Mismatch] = ()) -> Iterator[Mismatch]:
    """Yield figures that changed places in the target, by what the dictionary knows of the words beside.

    Neither stands beside a word of its own, and both beside one of the other;
    one is enough where marks part the figures in both texts. Of a kind of which
    something is ``told`` already nothing more is.
    """
    if min(len(_DIGITS.findall(text)) for text in (pair.source, pair.target)) < 2:
        return  # most segments: reading the figures anew takes the most time
    wrong = {value.stated.unit for m in told for value in (m.source, m.target) if value}
    matched = reference.matched(pair)
    kinds: dict[str, list[tuple[Value, Value]]] = {}
    for one, other in matched:
        if (
            one.stated.unit == other.stated.unit
            and one.stated.unit not in wrong
            and one.figures
            and other.figures
            and one.kind is not Kind.TIME
            and not _PART_OF_NAME.search(pair.chinese[: (one if pair.from_chinese else other).start])
        ):
            kinds.setdefault(one.stated.unit, []).append((one, other))
    in_order = _IN_ORDER.search(pair.chinese) or _IN_ORDER.search(pair.english)
    for rows in (rows for rows in kinds.values() if 2 <= len(rows) <= _MOST):
        for a, b in combinations(_figures(pair, rows, matched, reference), 2):
            readings = reference.readings
            if _ties(a, a, (a, b), readings) or _ties(b, b, (a, b), readings):
                continue
            crossed = [
                (mine, there, ties)
                for mine, there in ((a, b), (b, a))
                if (ties := _ties(mine, there, (a, b), readings))
            ]
            parted = all(place.closed for f in (a, b) for place in (f.chinese, f.english))
            if len(crossed) == 2 or (
                # the subject of a sentence may stand with another figure: Founded in 1956, the school …
                parted
                and not in_order
                and any(
                    not mine.chinese.first or ties & there.english.behind for mine, there, ties in crossed
                )
            ):
                yield Mismatch(
                    a.value.kind,
                    a.value,
                    a.other,
                    f"perhaps changed places: {a.value.text} and {b.value.text}",
                    certain=False,
                )


def _figures(
    pair: Pair,
    rows: Sequence[tuple[Value, Value]],
    matched: Sequence[tuple[Value, Value]],
    reference: "Reference",
) -> Iterator[_Figure]:
    sides = tuple(sorted((row[n] for row in rows), key=lambda v: v.start) for n in (0, 1))
    for row in rows:
        places = []
        for n, text in enumerate((pair.source, pair.target)):
            others = [m[n] for m in matched if m not in rows]  # in one order on both sides
            places.append(_place(text, row[n], sides[n], others, (n == 0) == pair.from_chinese, reference))
        chinese, english = places if pair.from_chinese else places[::-1]
        yield _Figure(*row, chinese, english)


def _place(
    text: str,
    value: Value,
    row: Sequence[Value],
    others: Sequence[Value],
    chinese: bool,
    reference: "Reference",
) -> _Place:
    at = row.index(value)
    last = row[at - 1].end if at else 0
    following = row[at + 1].start if at + 1 < len(row) else len(text)
    left, right = text[last : value.start], text[value.end : following]
    cuts = list(_CUT.finditer(left))
    start = last + (cuts[-1].end() if cuts else 0)
    cut = _CUT.search(right)
    end = value.end + (cut.start() if cut else len(right))
    before, behind = (
        frozenset(_words(text[slice(*span)], chinese, reference))
        | {n for n, other in enumerate(others) if span[0] <= other.start < span[1]}
        for span in ((start, value.start), (value.end, end))
    )
    closed = (not at or _CLEAR_CUT.search(left)) and (at + 1 == len(row) or _CLEAR_CUT.search(right))
    return _Place(
        f"{text[start : value.start]}\n{text[value.end : end]}",
        before,
        behind,
        bool(closed),
        not text[:start].strip() or bool(_SENTENCE.search(text[max(0, start - 2) : start])),
    )


def _words(text: str, chinese: bool, reference: "Reference") -> Iterator[str]:
    if not chinese:
        yield from (stem for stem, _, _ in content_words(text))
        return
    for run in _HAN.findall(text):
        for word in reference.dictionary.parts(run):
            yield from reference.dictionary.stems(word)


def _ties(chinese: _Figure, english: _Figure, pair: tuple[_Figure, _Figure], readings: "Readings") -> _Words:
    """Return the words that the Chinese beside one figure and the English beside one of ``pair`` share.

    What stands beside both of the pair ties nothing.
    """
    one, two = pair
    both = (one.chinese.words & two.chinese.words) | (one.english.words & two.english.words)
    other = two if chinese is one else one
    names = {
        name
        for name in _NAME.findall(english.english.text)
        if any(
            len(way) > 1
            and readings.stands_in(way, chinese.chinese.text)
            and not readings.stands_in(way, other.chinese.text)
            for way in readings.split(name)
        )
    }
    return ((chinese.chinese.words & english.english.words) - both) | names
