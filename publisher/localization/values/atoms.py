"""A value taken apart into what must agree one by one: the parts of a date, the ends of a range."""

from collections.abc import Iterable
from fractions import Fraction

from publisher.localization.values.dates import date_parts
from publisher.localization.values.model import Kind, Reading, Value

_DATE_PARTS = frozenset({"year", "month-of-year", "day", "quarter", "half", "weekday", "decade", "century"})
_WHOLE = {
    Kind.PHONE: "phone", Kind.EMAIL: "email", Kind.URL: "url", Kind.DOCUMENT: "document", Kind.IDENTIFIER: "identifier", Kind.TIME: "time",
}  # fmt: skip


class Atom:
    """One thing that a text states, and the one that answers it in the other text."""

    __slots__ = ("answer", "place", "plain", "readings", "repeat", "stated", "units", "value")

    def __init__(self, value: Value, readings: Iterable[Reading], stated: Reading, plain: Fraction | None, place: float) -> None:
        self.value, self.readings, self.stated = value, frozenset(readings), stated
        self.plain, self.place = plain, place
        self.units = frozenset(r.unit for r in self.readings)
        self.answer: Atom | None = None
        self.repeat = False  # what it states is stated, and answered, elsewhere too

    @property
    def firm(self) -> bool:
        """Whether a translation that leaves it out is at fault."""
        return self.value.firm and self.value.kind is not Kind.NAME

    @property
    def family(self) -> str:
        """What it could have been mistaken for."""
        if self.stated.unit in _DATE_PARTS:
            return self.stated.unit
        if self.value.kind in _WHOLE:
            return _WHOLE[self.value.kind]
        return "number"


def atoms(values: Iterable[Value], length: int) -> list[Atom]:
    """Return the atoms of ``values`` in a text of ``length`` characters, in order."""
    found: list[Atom] = []
    for value in values:
        place = value.start / max(length, 1)
        if value.stated.unit == "date":
            found += _of_date(value, value.stated, value.readings, place)
            if value.end_stated is not None:
                found += _of_date(value, value.end_stated, value.until, place)
            continue
        found.append(Atom(value, value.readings, value.stated, value.plain, place))
        if value.end_stated is not None:
            found.append(Atom(value, value.until, value.end_stated, value.end_plain, place))
    return found


def _of_date(value: Value, stated: Reading, readings: Iterable[Reading], place: float) -> list[Atom]:
    assert isinstance(stated.amount, str)  # dates are EDTF text
    parts = date_parts(stated.amount)
    others = [r for r in readings if r.unit != "date"]
    made = []
    for unit, number in parts.items():
        own = Reading(unit, Fraction(number))
        only = len(parts) == 1
        made.append(Atom(value, [own, *(others if only else ())], own, Fraction(number), place))
    return made
