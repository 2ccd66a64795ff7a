"""A locked value: what it states, where it stands, and how it may fail to come through a translation."""

from enum import StrEnum
from fractions import Fraction

import msgspec


class Kind(StrEnum):
    """What a value is a value of."""

    NUMBER = "number"
    PERCENT = "percent"
    POINTS = "points"  # percentage points
    MONEY = "money"
    MEASURE = "measure"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    MULTIPLE = "multiple"  # 两倍, tripled
    SCORE = "score"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"  # ages too
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    DOCUMENT = "document"  # 〔2021〕5号
    IDENTIFIER = "identifier"  # G123, C919, 5G, v2.0
    NAME = "name"  # holds a number and is none: 四川, 十九大


class Bound(StrEnum):
    """On which side of the stated figure the true one lies."""

    EXACT = ""
    ABOUT = "about"
    MORE = "more than"
    LESS = "less than"
    NEARLY = "nearly"
    SOME = "some"  # an order of magnitude: 数十, hundreds of


class Span(StrEnum):
    """How long a time is that is told from the day of issue."""

    DAY = "day"
    WEEKDAY = "weekday"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Deixis(msgspec.Struct, frozen=True):
    """How far a time lies from the day of issue: 昨天 is day -1, 上周三 weekday 3 of week -1.

    ``shifts`` are the weeks for a weekday, else so many of ``unit``; several
    where the words leave it open, as "next Friday" does. ``part`` is the
    weekday (Monday is 1), or the third of a month (中旬 is 2); 0 for the whole.
    """

    unit: Span
    shifts: frozenset[int]
    part: int = 0


class Reading(msgspec.Struct, frozen=True, order=True):
    """One exact value, normalised so that both languages meet.

    ``unit`` is "" for a count, "%" and "pp", an ISO 4217 code, an SI base
    (m, m2, m3, kg, s, W, J, °C), "month" for calendar spans, "ordinal",
    "times" (as written: 3倍, 3 times) and "x" (as a whole: tripled is 3),
    "order" for 数十 and dozens (10), "year", "month-of-year", "day",
    "weekday", "decade", "century", "quarter" and "half" for parts of a date,
    "relative-day" for 昨天 (-1), "relative-year", "minute-of-day", or "text"
    for what must recur letter by letter.
    """

    unit: str
    amount: Fraction | str


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One locked value as it stands in a text.

    ``readings`` are all it may state, ``stated`` the likeliest of them;
    ``until`` and ``end_stated`` do the same for the end of a range or the
    second figure of a score. A date has one reading a part. ``plain`` is the
    number as written, whatever its unit, ``places`` its decimals. ``firm`` is
    false where translators restate freely (一, 两, "both", years).
    ``unit`` is the unit as a key of ``units``, or "". ``deixis`` is set where
    the time is told from the day of issue.
    """

    kind: Kind
    start: int
    end: int
    text: str
    readings: frozenset[Reading]
    stated: Reading
    until: frozenset[Reading] = frozenset()
    end_stated: Reading | None = None
    bound: Bound = Bound.EXACT
    unit: str = ""
    plain: Fraction | None = None
    end_plain: Fraction | None = None
    places: int = 0
    figures: bool = True  # written in Arabic figures
    firm: bool = True
    deixis: Deixis | None = None
    counted: bool = False  # a classifier says that it counts things: 37家


class Mismatch(msgspec.Struct, frozen=True):
    """A value that one text states and the other does not, or states otherwise.

    ``certain`` is false where a professional may have taken the liberty: a
    year completed, a figure added in brackets, 一 left out.
    """

    kind: Kind
    source: Value | None
    target: Value | None
    message: str
    certain: bool = True
