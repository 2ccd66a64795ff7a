"""Times told from the day of issue against what the other text says: 本周五 and March 6, 昨天 and today."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from publisher.localization.values.atoms import Atom
from publisher.localization.values.dates import LUNAR, date_parts
from publisher.localization.values.deixis import days
from publisher.localization.values.model import Deixis, Kind, Mismatch, Span, Value

_DAYS = (Span.DAY, Span.WEEKDAY)
_BESIDE = 3  # characters
_MONTHS = 36  # that a date without its year may lie from the issue
_PARTS = {Span.DAY: "day", Span.WEEKDAY: "day", Span.MONTH: "month-of-year", Span.YEAR: "year"}
_NEAR = {part: timedelta(n) for part, n in (("day", 31), ("month-of-year", 366), ("year", 1100))}
"""How far from a date the one lies that it is a mistake for."""


def told_apart(here: Sequence[Atom], there: Sequence[Atom], issued: datetime | None) -> list[Mismatch]:
    """Answer what one text tells from the day of issue by the other's dates; return what contradicts.

    Without ``issued`` a day is compared with a day and a week with a week,
    and any weekday may be today. A contradiction is certain where one lies
    behind and the other ahead; the day of issue may be one of another day's
    paper. The same day told again is told of once.
    """
    day = issued.date() if issued is not None else None
    sides = _Side(here, day), _Side(there, day)
    found = []
    for side, other in (sides, sides[::-1]):
        for stated in side.dates:
            _answer(stated, other)
    if day is None:
        _any_weekday(*sides)
    lone = [[a for d, a in side.first.items() if not other.states(d)] for side, other in (sides, sides[::-1])]
    for mine in lone[0]:
        theirs = min(
            (b for b in lone[1] if _contrary(mine, b)), key=lambda b: abs(b.place - mine.place), default=None
        )
        if theirs is not None:
            lone[1].remove(theirs)
            _pair(mine, theirs)
            found.append(_mismatch(mine, theirs, certain=_opposite(mine, theirs)))
    for n, (side, other) in enumerate((sides, sides[::-1])):
        for atom, stated_ in _misdated(lone[n], side, other):
            pair = (atom, stated_) if n == 0 else (stated_, atom)
            found.append(_mismatch(*pair, certain=False))
    return found


class _Side:
    """What one of the texts tells from the day of issue, and its dates, atom by atom.

    Of each time told ``first`` has the first atom, one without an answer if there is any.
    """

    def __init__(self, atoms: Sequence[Atom], issued: date | None) -> None:
        self.issued = issued
        beside = _edges(a.value for a in atoms if a.family == "day")
        self.told = [a for a in atoms if _deixis(a) is not None and not a.last and not _named(a, beside)]
        self.first: dict[Deixis, Atom] = {}
        for atom in sorted(self.told, key=lambda a: a.answer is not None):
            self.first.setdefault(_told(atom), atom)
        groups: dict[tuple[int, bool], list[Atom]] = {}
        for atom in atoms if issued is not None else ():
            if atom.value.stated.unit == "date" and atom.value.unit != LUNAR:
                groups.setdefault((id(atom.value), atom.last), []).append(atom)
        self.dates = list(groups.values())
        self._days: dict[str, list[date]] = {}

    def states(self, told: Deixis) -> bool:
        """Tell whether what the other text tells is told or dated here."""
        return any(_may_be(told, own, self.issued) for own in self.first) or any(
            self.dated(told, stated) for stated in self.dates
        )

    def dated(self, told: Deixis, stated: Sequence[Atom]) -> bool:
        """Tell whether the date of ``stated`` lies in the time told."""
        spans = days(told, self.issued) if self.issued else ()
        if told.unit is Span.MONTH and all(a.family != "day" for a in stated):
            spans = tuple((first.replace(day=1), last) for first, last in spans)  # 本月中旬 is in March
        if told.unit is Span.WEEKDAY and len(told.shifts) > 2 and self.issued:
            # of a text that came out again: any Wednesday near, as long as that date is one
            near = _NEAR["day"]
            return any(
                d.isoweekday() == told.part and abs(d - self.issued) <= near for d in self.days(stated)
            )
        return any(first <= day <= last for day in self.days(stated) for first, last in spans)

    def days(self, stated: Sequence[Atom]) -> list[date]:
        """Return the days that a date may be; the first where it names none."""
        assert self.issued is not None  # there are dates only where it is known
        reading = stated[0].value.end_stated if stated[0].last else stated[0].value.stated
        text = str(reading.amount) if reading is not None else ""
        if text not in self._days:
            self._days[text] = _possible(date_parts(text), self.issued)
        return self._days[text]


def _possible(parts: dict[str, int], issued: date) -> list[date]:
    month = issued.year * 12 + issued.month - 1
    found = []
    for months in range(month - _MONTHS, month + _MONTHS + 1):
        year, index = divmod(months, 12)
        if parts.get("year", year) == year and parts.get("month-of-year", index + 1) == index + 1:
            try:
                found.append(date(year, index + 1, parts.get("day", 1)))
            except ValueError:
                continue
    return found


def _deixis(atom: Atom) -> Deixis | None:
    return atom.value.deixis


def _told(atom: Atom) -> Deixis:
    told = _deixis(atom)
    assert told is not None  # of those that are told
    return told


def _edges(dates: Iterable[Value]) -> frozenset[int]:
    """Return the places right before and behind dates."""
    return frozenset(
        place
        for d in dates
        for place in (*range(d.start - _BESIDE, d.start + 1), *range(-d.end - _BESIDE, -d.end + 1))
    )


def _named(atom: Atom, beside: frozenset[int]) -> bool:
    """Tell whether it is the weekday of a date that stands beside it: Friday, March 6."""
    return atom.family == "weekday" and not beside.isdisjoint((atom.value.end, -atom.value.start))


def _answer(stated: Sequence[Atom], other: _Side) -> None:
    """Answer the open parts of a date by a time of the other text in which it lies."""
    left = [a for a in stated if a.answer is None]
    exact = any(a.family == "day" for a in stated)
    for told, atom in other.first.items():
        if (
            left
            and told.unit in ((*_DAYS, Span.MONTH) if exact else (Span.MONTH,))
            and other.dated(told, stated)
        ):
            # 本月 says the month of March 10, and no more
            parts = [a for a in left if told.unit is not Span.MONTH or a.family != "day"]
            for part in parts:
                _pair(part, atom)
            left = [a for a in left if a.answer is None]


def _any_weekday(one: _Side, other: _Side) -> None:
    """Take 今天 for the Thursday of the other text, where nothing tells which day it was."""
    for side, there in ((one, other), (other, one)):
        open_ = [a for a in there.told if a.answer is None and _told(a).unit is Span.WEEKDAY]
        today = [a for a in side.told if a.answer is None and _told(a).unit is Span.DAY]
        for atom, weekday in zip(today, open_, strict=False):
            _pair(atom, weekday)


def _pair(a: Atom, b: Atom) -> None:
    a.answer, b.answer = a.answer or b, b.answer or a


def _may_be(one: Deixis, other: Deixis, issued: date | None) -> bool:
    if one.unit is not other.unit:
        return (
            issued is not None
            and {one.unit, other.unit} == set(_DAYS)
            and not set(days(one, issued)).isdisjoint(days(other, issued))
        )
    same = one.part == other.part or (one.unit is Span.MONTH and 0 in (one.part, other.part))
    return same and not one.shifts.isdisjoint(other.shifts)


def _contrary(a: Atom, b: Atom) -> bool:
    """Tell whether both tell of a day, a week, a month or a year, and not of the same."""
    one, other = _told(a), _told(b)
    if {one.unit, other.unit} == set(_DAYS):
        return a.answer is None and b.answer is None
    return one.unit is other.unit and (one.unit is not Span.WEEKDAY or one.part == other.part)


def _opposite(a: Atom, b: Atom) -> bool:
    shifts = _told(a).shifts, _told(b).shifts
    return any(max(x) < 0 <= min(y) and max(y) > 0 for x, y in (shifts, shifts[::-1]))


def _misdated(lone: Sequence[Atom], side: _Side, other: _Side) -> Iterator[tuple[Atom, Atom]]:
    """Yield 本周五 of one text with a date of the other that is another day and is not explained."""
    for atom in lone:
        told = _told(atom)
        part = _PARTS.get(told.unit)
        if part is None or side.issued is None or _open(side.dates, part):
            continue
        meant = [first for first, _ in days(told, side.issued)]
        reach = _NEAR[part]
        near = [
            s
            for s in _open(other.dates, part)
            if any(abs(d - m) <= reach for d in other.days(s) for m in meant)
        ]
        if near:
            stated = min(near, key=lambda s: abs(s[0].place - atom.place))
            for piece in stated:
                _pair(piece, atom)
            yield atom, stated[0]


def _open(dates: Sequence[Sequence[Atom]], part: str) -> list[Sequence[Atom]]:
    """Return those of ``dates`` of which ``part``, their smallest but for a year, has no answer."""
    return [
        s
        for s in dates
        if any(a.family == part and a.answer is None for a in s)
        and (part != "month-of-year" or all(a.family != "day" for a in s))
    ]


def _mismatch(a: Atom, b: Atom, *, certain: bool) -> Mismatch:
    message = f"changed: {a.value.text} is {b.value.text} in the translation"
    return Mismatch(Kind.DATE, a.value, b.value, message, certain=certain)
