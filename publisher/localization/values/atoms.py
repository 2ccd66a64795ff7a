"""A value taken apart into what must agree one by one: the parts of a date, the ends of a range."""

import re
from collections.abc import Iterable
from fractions import Fraction

from publisher.localization.values.dates import LUNAR, date_parts
from publisher.localization.values.model import Kind, Reading, Value

_DATE_PARTS = frozenset(
    {
        "year",
        "month-of-year",
        "day",
        "quarter",
        "half",
        "weekday",
        "relative-day",
        "decade",
        "century",
        "lunar-month",
        "lunar-day",
    }
)
_LUNAR = {"month-of-year": "lunar-month", "day": "lunar-day"}
_WHOLE = {
    kind: kind.value
    for kind in (
        Kind.PHONE,
        Kind.EMAIL,
        Kind.URL,
        Kind.DOCUMENT,
        Kind.IDENTIFIER,
        Kind.TIME,
        Kind.SCORE,
    )
}


_EQUATED = re.compile(
    r"(?:相当于|约合|折合|合约|等于|相當於|約合|等於|equivalent to|equal to|which is|or)"
    r"(?:[了约約]| about| roughly| around| some)? ?$"
)
_EQUATED_SPAN = 24  # characters from a figure to its equal
_TITLES = re.compile(r"《[^《》]{1,60}》")
_BRACKETS = re.compile(r"[(（][^()（）]{1,60}[)）]")


class Atom:
    """One thing that a text states, and the one that answers it in the other text."""

    __slots__ = (
        "answer",
        "aside",
        "counts",
        "equated",
        "last",
        "place",
        "plain",
        "readings",
        "repeat",
        "stated",
        "titled",
        "twin",
        "units",
        "value",
    )  # fmt: skip

    def __init__(
        self,
        value: Value,
        readings: Iterable[Reading],
        stated: Reading,
        plain: Fraction | None,
        place: float,
        *,
        last: bool = False,
    ) -> None:
        self.value, self.readings, self.stated = value, frozenset(readings), stated
        self.plain, self.place, self.last = plain, place, last  # ``last``: the end of a range
        self.units = frozenset(r.unit for r in self.readings)
        self.answer: Atom | None = None
        self.repeat = False  # what it states is stated, and answered, elsewhere too
        self.counts = ""  # the noun that it counts, for those without an answer; see `anchors.counted`
        self.aside = False  # it stands in brackets
        self.equated = False  # it is said to equal what stands before it: 相当于13级
        self.titled = False  # it stands in a title, which a translation may know by another
        self.twin: Atom | None = (
            None  # the value before the bracket that it stands in, or that in the bracket
        )

    @property
    def firm(self) -> bool:
        """Whether a translation that leaves it out is at fault."""
        return self.value.firm and self.value.kind is not Kind.NAME

    @property
    def family(self) -> str:
        """What it could have been mistaken for."""
        if self.stated.unit in _DATE_PARTS:
            return self.stated.unit
        if self.stated.unit in ("score", "part-of-day"):
            return self.stated.unit
        if self.value.kind in _WHOLE:
            return _WHOLE[self.value.kind]
        return "number"


def atoms(values: Iterable[Value], text: str, *, scores: bool = False) -> list[Atom]:
    """Return the atoms of ``values`` in ``text``, in order.

    ``scores``: 1-3 may be a score, as the other text has one.
    """
    found = _taken_apart(values, len(text), scores=scores)
    brackets = [m.span() for m in _BRACKETS.finditer(text)]
    titles = [m.span() for m in _TITLES.finditer(text)]
    at, before, title = 0, None, 0
    ends: dict[tuple[int, bool], Atom] = {}
    for atom in found:
        while title < len(titles) and titles[title][1] <= atom.value.start:
            title += 1
        atom.titled = title < len(titles) and titles[title][0] < atom.value.start
        while at < len(brackets) and brackets[at][1] <= atom.value.start:
            at += 1
        if at < len(brackets) and brackets[at][0] < atom.value.start:
            atom.aside = True
            if before is not None and before.value.end <= brackets[at][0] <= before.value.end + 4:
                # of two ranges the first ends are twins: 5 to 10 km (3.1 to 6.2 miles)
                mate = ends.get((id(before.value), atom.last)) if atom.value.end_stated else before
                if mate is not None and mate.twin is None:
                    atom.twin, mate.twin = mate, atom
        else:
            if before is not None and 0 <= atom.value.start - before.value.end <= _EQUATED_SPAN:
                between = text[before.value.end : atom.value.start]
                atom.equated = before.value is not atom.value and _EQUATED.search(between) is not None
                if atom.equated and before.twin is None:
                    atom.twin, before.twin = before, atom
            before = atom
            ends[id(atom.value), atom.last] = atom
    return found


def _taken_apart(values: Iterable[Value], length: int, *, scores: bool) -> list[Atom]:
    found: list[Atom] = []
    for value in values:
        place = value.start / max(length, 1)
        if value.stated.unit == "date":
            found += _of_date(value, value.stated, value.readings, place)
            if value.end_stated is not None:
                found += _of_date(value, value.end_stated, value.until, place, last=True)
            continue
        if (
            value.end_stated is not None
            and value.plain is not None
            and (value.kind is Kind.SCORE or (scores and value.kind is Kind.NUMBER and value.plain < 200))
        ):
            # who won may be told from either side
            score = [
                Reading("score", f"{value.plain}:{value.end_plain}"),
                Reading("score", f"{value.end_plain}:{value.plain}"),
            ]
            found.append(Atom(value, score, score[0], None, place))
            continue
        found.append(Atom(value, value.readings, value.stated, value.plain, place))
        if value.end_stated is not None:
            found.append(Atom(value, value.until, value.end_stated, value.end_plain, place, last=True))
    return found


def _of_date(
    value: Value, stated: Reading, readings: Iterable[Reading], place: float, *, last: bool = False
) -> list[Atom]:
    assert isinstance(stated.amount, str)  # dates are EDTF text
    parts = date_parts(stated.amount)
    if value.unit == LUNAR:  # 正月初一 is no Jan. 1
        parts = {_LUNAR.get(unit, unit): number for unit, number in parts.items()}
    others = [r for r in readings if r.unit != "date" and r.unit not in parts]
    made = []
    for unit, number in parts.items():
        own = Reading(unit, Fraction(number))
        only = len(parts) == 1 or (unit == "month-of-year" and "day" not in parts)
        made.append(Atom(value, [own, *(others if only else ())], own, Fraction(number), place, last=last))
    return made


def part_of_more(atom: Atom) -> bool:
    """Tell whether it is part of a date that says more."""
    return atom.value.stated.unit == "date" and len(
        str(atom.value.stated.amount).replace("X", "").replace("-", "")
    ) > (4 if atom.family == "year" else 2)
