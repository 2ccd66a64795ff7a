"""Readings from a number and its unit, the same way for both languages."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TypedDict, Unpack

import msgspec

from publisher.localization.values.model import Bound, Deixis, Kind, Reading, Value
from publisher.localization.values.units import Unit, units


class Details(TypedDict, total=False):
    """What else is told of a value; see `Value`."""

    bound: Bound
    unit: str
    plain: Fraction | None
    end_plain: Fraction | None
    places: int
    figures: bool
    firm: bool
    counted: bool
    deixis: Deixis | None


def measured(amount: Fraction, of: Iterable[Unit]) -> list[Reading]:
    """Return what ``amount`` of each unit comes to in its base, the likeliest first."""
    return [Reading(unit.base, amount * unit.factor) for unit in of]


def plain_value(
    kind: Kind,
    text: str,
    start: int,
    end: int,
    readings: Iterable[Reading],
    *,
    until: Iterable[Reading] = (),
    **more: Unpack[Details],
) -> Value:
    """Return a value of ``text[start:end]``; the first of its readings and of its end's is likeliest."""
    ordered, ends = tuple(readings), tuple(until)
    return Value(
        kind=kind,
        start=start,
        end=end,
        text=text[start:end],
        readings=frozenset(ordered),
        stated=ordered[0],
        until=frozenset(ends),
        end_stated=ends[0] if ends else None,
        **more,
    )


def text_value(
    kind: Kind, text: str, start: int, end: int, said: str, *normal: str, firm: bool = True
) -> Value:
    """Return a value that must recur letter by letter, in any of its ``normal`` forms."""
    return plain_value(kind, text, start, end, [Reading(said, form) for form in normal], firm=firm)


_LIST = frozenset({", ", " and ", ", and ", " or ", ", or ", "、", "和", "与", "或", "，", "/"})


def shared_units(text: str, values: Sequence[Value]) -> list[Value]:
    """Give the figures of a list the unit that only its last one names: 5, 6 and 7 percent."""
    made = list(values)
    for n in range(len(made) - 2, -1, -1):
        value, following = made[n], made[n + 1]
        if (
            value.kind is not Kind.NUMBER
            or value.unit
            or value.plain is None
            or following.unit not in units()
        ):
            continue
        if following.start - value.end > 6 or text[value.end : following.start] not in _LIST:
            continue
        shared = units()[following.unit]
        readings = value.readings | {Reading(shared.base, value.plain * shared.factor)}
        made[n] = msgspec.structs.replace(value, readings=readings, unit=following.unit)
    return made


def bounded(first: Bound, second: Bound) -> Bound:
    """Return the more telling of two bounds: 逾三百余 is more than 300."""
    return first if first not in (Bound.EXACT, Bound.ABOUT) or second is Bound.EXACT else second
