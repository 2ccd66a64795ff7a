"""A quantity with what it comes to in brackets: 500 mu (33 hectares), 356 million yuan ($50.1 million)."""

from fractions import Fraction

from publisher.config import Exchange
from publisher.localization.values.editions import british, region
from publisher.localization.values.english_figures import number, rounded, span
from publisher.localization.values.matching import significant
from publisher.localization.values.model import Value
from publisher.localization.values.units import Unit, units

CURRENCY = "CNY"
"""What a rate of exchange is the price in."""

SYMBOLS = {
    "USD": "$", "HKD": "HK$", "TWD": "NT$", "EUR": "€", "GBP": "£",
    "AUD": "A$", "CAD": "C$", "SGD": "S$", "NZD": "NZ$",
}  # fmt: skip
_METRIC = {"mu": "ha", "jin": "kg", "dan": "kg", "li": "km", "chi": "m", "zhang": "m"}
_AMERICAN = {
    "km": "mile", "m": "foot", "cm": "inch", "km2": "mi2", "m2": "ft2",
    "ha": "acre", "kg": "lb", "c": "f", "l": "gallon",
}  # fmt: skip
_FEWEST, _MOST = 2, 4  # significant digits of an equivalent, which has as many as the source else


def converted(value: Value, target: str) -> str | None:
    """Return a measure in its own unit and, in brackets, in the one that readers of ``target`` know.

    None where they know it as it is: metric units are left in en-GB. A sign
    before a temperature is no part of its value: the caller leaves those below
    zero, and differences between two, alone.
    """
    own = units().get(value.unit)
    known = _METRIC.get(value.unit) or (_AMERICAN.get(value.unit) if region(target) == "US" else None)
    if own is None or known is None or value.plain is None or not value.plain > 0:
        return None
    other = units()[known]
    ends = [value.plain] if value.end_plain is None else [value.plain, value.end_plain]
    shown = [number(_in(end, own, other, value.places)) for end in ends]
    said = f"{span(value)} {_name(own, ends)} ({' to '.join(shown)} {_name(other, ends, shown)})"
    return british(said) if region(target) == "GB" else said


def in_currency(value: Value, exchange: Exchange) -> str | None:
    """Return what yuan come to by the user's rate, in brackets; None without one or for another currency."""
    if not exchange.rate or value.unit != CURRENCY or value.plain is None or not value.plain > 0:
        return None
    ends = [value.plain] if value.end_plain is None else [value.plain, value.end_plain]
    rate = Fraction(str(exchange.rate))
    shown = [number(rounded(end / rate, _digits(end))) for end in ends]
    sign, named = SYMBOLS.get(exchange.currency, ""), units().get(exchange.currency)
    if sign or named is None:
        return f"({' to '.join((sign or f'{exchange.currency} ') + figure for figure in shown)})"
    return f"({' to '.join(shown)} {named.english[0]})"


def _in(amount: Fraction, own: Unit, other: Unit, places: int) -> Fraction:
    if own.key == "c":
        return Fraction(round((amount * Fraction(9, 5) + 32) * 10**places), 10**places)
    exact = amount * own.factor / other.factor
    digits = _digits(amount)
    near = rounded(exact, digits)
    # 17 km is 10.6 miles and not 11
    return near if abs(near - exact) <= exact / 50 else rounded(exact, digits + 1)


def _digits(amount: Fraction) -> int:
    return min(max(len(significant(amount).replace(".", "")), _FEWEST), _MOST)


def _name(unit: Unit, ends: list[Fraction], shown: list[str] | None = None) -> str:
    one = shown == ["1"] if shown else ends == [1]
    return (
        unit.english[1]
        if one and len(unit.english) > 1 and unit.key not in ("jin", "mu")
        else unit.english[0]
    )
