"""Locked values as English press releases write them: AP style for en and en-US, day first for en-GB."""

import re
from fractions import Fraction

from publisher.localization.months import AP_MONTHS, MONTH_NAMES
from publisher.localization.values.dates import LUNAR, date_parts
from publisher.localization.values.editions import british, region
from publisher.localization.values.english_figures import (
    RANKS,
    WORDS,
    decimal,
    in_words,
    number,
    ordinal,
    span,
    suffixed,
)
from publisher.localization.values.equivalents import SYMBOLS, converted, in_currency
from publisher.localization.values.model import Bound, Deixis, Kind, Reading, Span, Value
from publisher.localization.values.options import Position, RenderOptions
from publisher.localization.values.units import units

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DAYS = {
    -2: "the day before yesterday",
    -1: "yesterday",
    0: "today",
    1: "tomorrow",
    2: "the day after tomorrow",
}
_ORDERS = {
    10: "dozens", 100: "hundreds", 1000: "thousands", 10**4: "tens of thousands", 10**5: "hundreds of thousands", 10**6: "millions",
    10**7: "tens of millions", 10**8: "hundreds of millions", 10**9: "billions", 10**10: "tens of billions", 10**11: "hundreds of billions", 10**12: "trillions",
}  # fmt: skip
_CURRENCIES = {
    "CNY": "yuan",
    "JPY": "yen",
    "KRW": "won",
    "MOP": "patacas",
    "THB": "baht",
    "VND": "dong",
    "MYR": "ringgit",
    "IDR": "rupiah",
    "ZAR": "rand",
    "BRL": "reais",
}
_SPELLED = frozenset(
    (Kind.NUMBER, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT, Kind.POINTS, Kind.MULTIPLE)
)
_FIRST = re.compile(r"(?P<figure>\d{1,3}(?:,\d{3})*)(?![\d.,-]|.* to )")
_GROWN = {2: "doubled", 3: "tripled", 4: "quadrupled", 5: "quintupled"}
_PARTS = {2: "half", 4: "quarter"}


def write(value: Value, target: str, options: RenderOptions) -> str | None:
    """Return ``value`` in English, or None where a rule cannot say it well."""
    said = _WRITERS[value.kind](value, target) if value.kind in _WRITERS else None
    if value.kind is Kind.MEASURE:
        if said is not None and region(target) == "GB":
            said = british(said)
        if options.convert_units and value.bound is not Bound.SOME:
            said = converted(value, target) or said
    if said is None:
        return None
    if value.bound is Bound.EXACT and options.position is Position.START and value.kind in _SPELLED:
        said = _spelled(said, "per cent" if region(target) == "GB" else "percent")
    elif value.bound not in (Bound.EXACT, Bound.SOME) and value.kind not in (Kind.DATE, Kind.TIME):
        # 上千
        over = value.bound is Bound.MORE and len(value.text.lstrip("上")) == 1
        said = f"over {said}" if over else f"{value.bound} {said}"
    if value.kind is Kind.MONEY and (equivalent := in_currency(value, options.exchange)):
        said = f"{said} {equivalent}"
    return said[0].upper() + said[1:] if options.position is Position.START else said


def _spelled(said: str, percent: str) -> str:
    """Return ``said`` with the figure that it begins with in words, where these are short."""
    match = _FIRST.match(said)
    words = in_words(int(match["figure"].replace(",", ""))) if match else None
    if match is None or words is None:
        return said
    rest = said[match.end() :]
    return words + (f" {percent}{rest[1:]}" if rest.startswith("%") else rest)


def _number(value: Value, _: str) -> str | None:
    if value.bound is Bound.SOME:
        return _ORDERS.get(int(value.plain or 0))
    return span(value, words=not value.unit)


def _percent(value: Value, _: str) -> str | None:
    if value.plain is None:
        return None
    off = value.unit == "折"
    ends = [value.plain] if value.end_plain is None else [value.plain, value.end_plain]
    shown = [decimal(100 - e if off else e, 0 if off else value.places) for e in ends]
    if None in shown:
        return None
    return " to ".join(f"{s}%" for s in shown) + (" off" if off else "")


def _points(value: Value, _: str) -> str | None:
    if value.plain is None or value.end_plain is not None:
        return None
    name = units()[value.unit].english[0] if value.unit else "percentage points"
    return f"{decimal(value.plain, value.places)} {name.removesuffix('s') if value.plain == 1 else name}"


def _money(value: Value, _: str) -> str | None:
    if value.bound is Bound.SOME:
        order = _ORDERS.get(int(value.plain or 0))
        return f"{order} of {_CURRENCIES.get(value.unit, units()[value.unit].english[0])}" if order else None
    if value.plain is None:
        return None
    if value.unit in SYMBOLS:
        ends = [value.plain] if value.end_plain is None else [value.plain, value.end_plain]
        return " to ".join(SYMBOLS[value.unit] + number(e) for e in ends)
    name = _CURRENCIES.get(value.unit, units()[value.unit].english[0])
    return f"{span(value)} {name}"


def _measure(value: Value, target: str) -> str | None:
    if value.plain is None or value.bound is Bound.SOME or value.unit not in units():
        return None
    names = units()[value.unit].english
    if value.unit == "t" and region(target) == "US":
        names = ("metric tons", "metric ton")  # AP: a ton alone is 2,000 pounds
    amount, name = value.plain, names[0]
    if value.unit == "mu":  # 1/15 of a hectare
        hectares = amount / 15
        exact = (
            hectares
            if hectares.denominator == 1
            else Fraction(round(hectares * 10), 10)
            if hectares >= 1
            else Fraction(round(hectares * 100), 100)
        )
        if not exact or value.end_plain is not None:
            return None
        return (
            "" if exact == hectares or value.bound is not Bound.EXACT else "about "
        ) + f"{number(exact)} {'hectare' if exact == 1 else 'hectares'}"
    if value.unit == "jin":
        if value.end_plain is not None:
            return None
        return f"{number(amount / 2)} kilograms" if amount != 2 else "1 kilogram"
    if amount == 1 and value.end_plain is None and len(names) > 1:
        name = names[1]
    return f"{span(value)} {name}"


def _duration(value: Value, _: str) -> str | None:
    unit = units().get(value.unit)
    if unit is None or value.plain is None or value.bound is Bound.SOME:
        return None
    if Reading(unit.base, value.plain * unit.factor) not in value.readings or value.plain.denominator not in (
        1,
        2,
        10,
    ):
        return None
    if value.plain.denominator == 2 and 1 < value.plain < 10:
        return f"{WORDS[int(value.plain)]} and a half {unit.english[0]}"
    name = unit.english[1] if value.plain == 1 else unit.english[0]
    old = " old" if value.text.rstrip("多余以上左右").endswith(("岁", "周岁", "歲")) else ""
    return f"{span(value, words=not old)} {name}{old}"


def _ordinal(value: Value, _: str) -> str | None:
    if value.plain is None or value.end_plain is not None or value.plain.denominator != 1:
        return None
    return ordinal(value.plain.numerator)


def _fraction(value: Value, _: str) -> str | None:
    part = value.plain
    if part is None or not 0 < part < 1:
        return None
    top, bottom = part.numerator, part.denominator
    if part == Fraction(1, 2):
        return "half"
    if top > 9 or bottom > 20:
        return None
    name = _PARTS.get(bottom, RANKS[bottom])
    return f"{WORDS[top]}-{name}" + ("s" if top > 1 else "")


def _multiple(value: Value, _: str) -> str | None:
    if value.end_plain is not None:
        return None
    if value.unit == "grown":
        whole = value.stated.amount
        if whole == Fraction(1, 2):
            return "halved"
        return _GROWN.get(whole.numerator) if isinstance(whole, Fraction) and whole.denominator == 1 else None
    if value.plain == 2:
        return "twice"
    return (
        f"{number(value.plain, words=True)} times" if value.plain is not None and value.plain != 1 else None
    )


def _score(value: Value, _: str) -> str | None:
    return f"{value.plain}-{value.end_plain}"


def _date(value: Value, target: str) -> str | None:
    amount = value.stated.amount
    if value.deixis is not None:
        return _told(value.deixis)
    if value.stated.unit == "weekday" and isinstance(amount, Fraction):
        return _WEEKDAYS[amount.numerator - 1]
    if value.stated.unit == "decade":
        return f"{amount}s"
    if value.stated.unit == "century" and isinstance(amount, Fraction):
        return f"{suffixed(amount.numerator)} century"
    if value.stated.unit != "date":
        return None
    first = date_parts(str(amount))
    if value.unit == LUNAR:
        return _lunar(first) if value.end_stated is None else None
    day_first = region(target) == "GB"
    if value.end_stated is None:
        return _day(first, day_first)
    return _dates(first, date_parts(str(value.end_stated.amount)), day_first)


def _dates(first: dict[str, int], last: dict[str, int], day_first: bool) -> str:
    """Return a range of days, months or years; what its ends share is said once."""
    day = first.get("day")
    if day and "month-of-year" not in first:
        return f"the {suffixed(day)} to the {suffixed(last['day'])}"
    if first.get("year") != last.get("year"):
        comma = "," if day and not day_first and "year" in first else ""  # AP, behind the year
        return f"{_day(first, day_first)}{comma} to {_day(last, day_first)}"
    if day and first.get("month-of-year") == last.get("month-of-year"):
        if day_first:
            return f"{day}–{_day(last, day_first)}"
        return _day(last, day_first).replace(f" {last['day']}", f" {day}-{last['day']}", 1)
    without_year = {part: n for part, n in first.items() if part != "year"}
    return f"{_day(without_year or first, day_first)} to {_day(last, day_first)}"


def _told(deixis: Deixis) -> str | None:
    """Return yesterday, Friday or last Friday."""
    if deixis.unit is Span.DAY:
        return _DAYS.get(min(deixis.shifts))
    weekday = _WEEKDAYS[deixis.part - 1]
    if len(deixis.shifts) == 3:
        return weekday
    near = {-1: "last", 0: "this", 1: "next"}.get(max(deixis.shifts, key=abs))
    return f"{near} {weekday}" if near else None


def _lunar(parts: dict[str, int]) -> str | None:
    """Return a date of the 农历 by the words for its parts: it is no date of the solar calendar."""
    month, day = parts.get("month-of-year"), parts.get("day")
    if month is None or "year" in parts:
        return None
    said = f"the {ordinal(month)} lunar month"
    return f"the {ordinal(day)} day of {said}" if day else said


def _day(parts: dict[str, int], day_first: bool) -> str:
    year, month, day = parts.get("year"), parts.get("month-of-year"), parts.get("day")
    if "quarter" in parts or "half" in parts:
        name = "quarter" if "quarter" in parts else "half"
        return f"{RANKS[parts[name]]} {name}" + (f" of {year}" if year else "")
    if month is None:
        return f"the {suffixed(day)}" if day else str(year)
    if day is None:
        return MONTH_NAMES[month - 1] + (f" {year}" if year else "")
    if day_first:
        return f"{day} {MONTH_NAMES[month - 1]}" + (f" {year}" if year else "")
    return f"{AP_MONTHS[month - 1]} {day}" + (f", {year}" if year else "")


def _time(value: Value, target: str) -> str | None:
    """Return 3:30 p.m. as AP writes it, or 3.30pm as The Guardian's style guide asks; 昨晚8时 is 8 p.m. yesterday."""
    minutes = value.stated.amount
    if len([r for r in value.readings if r.unit == "minute-of-day"]) != 1 or not isinstance(
        minutes, Fraction
    ):
        return None  # 3时 may be either
    said = _clock(*divmod(minutes.numerator, 60), day_first=region(target) == "GB")
    day = _told(value.deixis) if value.deixis is not None else None
    return f"{said} {day}" if day else said


def _clock(hour: int, minute: int, *, day_first: bool) -> str:
    if (hour, minute) == (12, 0):
        return "noon"
    if (hour, minute) == (0, 0):
        return "midnight"  # AP and The Guardian: never 12 a.m.
    if day_first:
        return f"{hour % 12 or 12}" + (f".{minute:02}" if minute else "") + ("pm" if hour >= 12 else "am")
    return f"{hour % 12 or 12}" + (f":{minute:02}" if minute else "") + (" p.m." if hour >= 12 else " a.m.")


def _document(value: Value, _: str) -> str | None:
    year, _slash, number = str(value.stated.amount).partition("/")
    return f"No. {number} [{year}]"


def _same(value: Value, _: str) -> str | None:
    return value.text


_WRITERS = {
    Kind.NUMBER: _number, Kind.PERCENT: _percent, Kind.POINTS: _points, Kind.MONEY: _money, Kind.MEASURE: _measure, Kind.DURATION: _duration,
    Kind.ORDINAL: _ordinal, Kind.FRACTION: _fraction, Kind.MULTIPLE: _multiple, Kind.SCORE: _score, Kind.DATE: _date, Kind.TIME: _time,
    Kind.DOCUMENT: _document, Kind.PHONE: _same, Kind.EMAIL: _same, Kind.URL: _same, Kind.IDENTIFIER: _same,
}  # fmt: skip
