"""Readings from a number and its unit, the same way for both languages."""

from collections.abc import Iterable
from fractions import Fraction

from publisher.localization.values.model import Bound, Kind, Reading, Value
from publisher.localization.values.units import Unit, units


def measured(amount: Fraction, of: Iterable[Unit]) -> list[Reading]:
    """Return what ``amount`` of each unit comes to in its base, the likeliest first."""
    return [Reading(unit.base, amount * unit.factor) for unit in of]


def plain_value(
    kind: Kind,
    text: str,
    start: int,
    end: int,
    readings: Iterable[Reading],
    **more: object,
) -> Value:
    """Return a value of ``text[start:end]`` whose first reading is the likeliest."""
    ordered = tuple(readings)
    made = {"readings": frozenset(ordered), "stated": ordered[0], **more}
    until = made.pop("until", None)
    if until:
        ends = tuple(until)  # type: ignore[call-overload]  # callers pass readings in order
        made |= {"until": frozenset(ends), "end_stated": ends[0]}
    return Value(kind=kind, start=start, end=end, text=text[start:end], **made)  # type: ignore[arg-type]


def text_value(kind: Kind, text: str, start: int, end: int, unit: str, *normal: str, **more: object) -> Value:
    """Return a value that must recur letter by letter, in any of its ``normal`` forms."""
    return plain_value(kind, text, start, end, [Reading(unit, form) for form in normal], **more)


def unit_of(key: str) -> Unit:
    """Return the unit named ``key``."""
    return units()[key]


def bounded(first: Bound, second: Bound) -> Bound:
    """Return the more telling of two bounds: 逾三百余 is more than 300."""
    return first if first not in (Bound.EXACT, Bound.ABOUT) or second is Bound.EXACT else second
