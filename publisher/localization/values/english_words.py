"""Words of English text that state a value and are no numerals: tripled, both, a decade, in her thirties, noon."""

import re
from fractions import Fraction

from publisher.localization.values.building import measured, plain_value
from publisher.localization.values.english_counts import read_number
from publisher.localization.values.english_dates import (
    MONTHS,
    read_date,
    read_part,
    read_time_words,
)
from publisher.localization.values.english_ranges import clocked
from publisher.localization.values.english_surroundings import bound_of
from publisher.localization.values.model import Bound, Kind, Reading, Value
from publisher.localization.values.units import units

_MULTIPLES: dict[str, int | Fraction] = {
    "twice": 2, "double": 2, "doubles": 2, "doubled": 2, "doubling": 2, "twofold": 2, "thrice": 3, "triple": 3,
    "triples": 3, "tripled": 3, "tripling": 3, "threefold": 3, "treble": 3, "trebled": 3, "quadruple": 4,
    "quadruples": 4, "quadrupled": 4, "quadrupling": 4, "fourfold": 4, "quintuple": 5, "quintupled": 5, "fivefold": 5, "sixfold": 6,
    "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "twentyfold": 20, "hundredfold": 100, "thousandfold": 1000, "halves": Fraction(1, 2), "halved": Fraction(1, 2),
    "halve": Fraction(1, 2), "halving": Fraction(1, 2),
}  # fmt: skip


_SOFT = {
    "both": 2, "pair": 2, "pairs": 2, "couple": 2, "couples": 2, "dual": 2, "twin": 2, "twins": 2, "duo": 2, "bilateral": 2, "trio": 3, "trilateral": 3, "tripartite": 3,
    "single": 1, "sole": 1, "once": 1, "quartet": 4, "doubles": 2, "quadrangular": 4, "either": 2, "neither": 2, "two-way": 2,
}  # fmt: skip


_SPAN_WORDS = {
    "decade": ("decade", 1), "fortnight": ("fortnight", 1), "century": ("century", 1), "year": ("year", 1), "month": ("month", 1), "week": ("week", 1), "day": ("day", 1),
    "hour": ("hour", 1), "minute": ("minute", 1), "weeklong": ("week", 1), "yearlong": ("year", 1), "semester": ("month", 6), "weekly": ("week", 1), "weekend": ("day", 2),
    "centenary": ("year", 100), "centennial": ("year", 100), "bicentennial": ("year", 200), "daylong": ("day", 1), "monthlong": ("month", 1), "yearly": ("year", 1), "annual": ("year", 1), "daily": ("day", 1),
    "hourly": ("hour", 1), "monthly": ("month", 1), "biennial": ("year", 2), "half-year": ("month", 6), "overnight": ("day", 1), "millennium": ("year", 1000), "quarter": ("quarter", 1),
}  # fmt: skip


_AGES = {
    w: n
    for n, w in zip(
        range(20, 100, 10),
        "twenties thirties forties fifties sixties seventies eighties nineties".split(),
        strict=True,
    )
}


_DAY_PARTS = {"morning": "am", "early hours": "am", "predawn": "am", "afternoon": "pm", "evening": "pm"}


WORDS = "|".join(
    sorted(
        {
            *MONTHS,
            *_MULTIPLES,
            *_SOFT,
            *_SPAN_WORDS,
            *_AGES,
            *_DAY_PARTS,
            "noon",
            "midday",
            "midnight",
            "teens",
            "teenage",
            "teenager",
            "teenagers",
            "decades",
            "centuries",
        },
        key=len,
        reverse=True,
    )
)


def read_word(text: str, match: re.Match[str], word: str) -> list[Value]:
    """Return what ``word``, matched at its place in ``text``, states."""
    start, end = match.span()
    if word in MONTHS and text[start].isupper():
        date = read_date(text, start)
        return [date] if date else []
    if word in ("noon", "midday", "midnight"):
        minutes = Fraction(0 if word == "midnight" else 720)
        return [
            plain_value(
                Kind.TIME, text, start, end, [Reading("minute-of-day", minutes)], figures=False, firm=False
            )
        ]
    if word in _AGES:
        ten = Fraction(_AGES[word])
        readings = [Reading("month", ten * 12), Reading("decade", 1900 + ten), Reading("", ten)]
        return [
            plain_value(
                Kind.DURATION,
                text,
                start,
                end,
                readings,
                plain=ten,
                bound=Bound.MORE,
                figures=False,
                firm=False,
            )
        ]
    if word.startswith("teen"):
        return [
            plain_value(
                Kind.NAME,
                text,
                start,
                end,
                [Reading("", Fraction(10)), Reading("month", Fraction(120))],
                plain=Fraction(10),
                bound=Bound.SOME,
                figures=False,
                firm=False,
            )
        ]
    if word in ("decades", "centuries"):
        readings = [Reading("order", Fraction(10)), Reading("order", Fraction(100))]
        return [
            plain_value(
                Kind.DURATION, text, start, end, readings, bound=Bound.SOME, figures=False, firm=False
            )
        ]
    if word in _DAY_PARTS:
        return [
            plain_value(
                Kind.NAME,
                text,
                start,
                end,
                [Reading("part-of-day", _DAY_PARTS[word])],
                figures=False,
                firm=False,
            )
        ]
    part = read_part(text, start)
    if part is not None:
        return [part]
    if word in ("half", "quarter") and (time := read_time_words(text, start)) is not None:
        return [time]
    if word in _MULTIPLES:
        factor = Fraction(_MULTIPLES[word])
        readings = [Reading("x", factor)]
        if word not in ("doubled", "doubling"):  # 增长两倍 is tripled
            readings.append(Reading("times", factor))
        if word in ("double", "doubles", "triple"):
            readings.append(Reading("", factor))
        if factor == Fraction(1, 2):
            readings.append(Reading("%", Fraction(50)))
        return [
            plain_value(
                Kind.MULTIPLE,
                text,
                start,
                end,
                readings,
                plain=factor,
                unit="grown" if word.endswith(("ed", "ing", "es", "ve")) else "",
                bound=bound_of(text, start, end),
                figures=False,
                firm=factor > 2,
            )
        ]
    if word in _SOFT:
        amount = Fraction(_SOFT[word])
        return [
            plain_value(
                Kind.NAME, text, start, end, [Reading("", amount)], plain=amount, figures=False, firm=False
            )
        ]
    numeral_values = read_number(text, start, start, None)
    if numeral_values:
        return numeral_values
    if word in _SPAN_WORDS:
        key, count = _SPAN_WORDS[word]
        readings = measured(Fraction(count), [units()[key]])
        if key in ("hour", "minute") and (longer := clocked(text, end, units()[key], Fraction(1))):
            end, seconds = longer
            return [
                plain_value(
                    Kind.DURATION,
                    text,
                    start,
                    end,
                    [Reading("s", seconds)],
                    plain=Fraction(1),
                    unit=key,
                    figures=False,
                )
            ]
        kind = (
            Kind.DURATION
            if word in ("decade", "fortnight", "centenary", "centennial", "bicentennial")
            else Kind.NAME
        )
        return [
            plain_value(
                kind, text, start, end, readings, plain=Fraction(count), unit=key, figures=False, firm=False
            )
        ]
    return []
