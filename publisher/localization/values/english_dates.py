"""Dates and times of day in English text: Oct. 19, 19 October 2026, the 1990s, Q1, 3 p.m., half past three."""

import re
from fractions import Fraction

from publisher.localization.values.building import plain_value
from publisher.localization.values.dates import date_reading, is_day
from publisher.localization.values.model import Kind, Reading, Value

MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH_NAME = r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![a-z])|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_MONTH = rf"(?P<month>{_MONTH_NAME})"
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:.,]\d|\d|[A-Za-z%])"
_YEAR = r"(?P<{}>1\d{{3}}|20\d\d|21\d\d)(?!\d|,\d|\.\d|[A-Za-z%])"
_TO = r" ?(?:-|–|—|to|through|until|till|and|&|or|/) ?"


def _us(month: str, day: str, year: str) -> str:
    return rf"(?P<{month}>{_MONTH_NAME}) {_DAY.format(day)}(?:,? {_YEAR.format(year)})?"


def _gb(month: str, day: str, year: str) -> str:
    return rf"{_DAY.format(day)} (?P<{month}>{_MONTH_NAME})(?: {_YEAR.format(year)})?"


_MONTH_FIRST = re.compile(
    rf"{_MONTH}(?: (?:the )?{_DAY.format('day')}(?:{_TO}(?:(?P<month2>[A-Z][a-z]{{2,8}})\.? )?{_DAY.format('day2')}(?! ?(?:a\.m|p\.m|am\b|pm\b|per|million|billion|people|yuan|o'clock)))?)?"
    rf"(?:(?:,? ?| of ){_YEAR.format('year')})?"
)
_MONTH_SPAN = re.compile(
    rf"{_MONTH}(?P<to> ?(?:-|–|to|through) ?)(?P<month2>[A-Z][a-z]{{2,8}})\.?(?:,? {_YEAR.format('year')})?(?! \d)"
)
_DAY_FIRST = re.compile(
    rf"{_DAY.format('day')}(?:{_TO}{_DAY.format('day2')})?(?: of| day of)?[ -]{_MONTH}(?:,? ?{_YEAR.format('year')})?"
)
_SPAN_TO = r",? ?(?:-|–|—|to|through|until|till) ?"
_FULL_SPANS = tuple(
    re.compile(rf"{full('month', 'day', 'year')}{_SPAN_TO}{full('month2', 'day2', 'year2')}")
    for full in (_us, _gb)
)
_DAY_WORD = r"(?P<day>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_NUMERIC = re.compile(
    r"(?P<y>1\d{3}|2[01]\d\d)([-/.])(?P<m>0?[1-9]|1[0-2])\2(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)|(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)/(?P<c>1\d{3}|20\d\d)(?!\d)"
)
_DECADE = re.compile(r"(?:(?P<century>1\d|20)(?P<ten>\d0)|'?(?P<short>[1-9]0))'?s(?![A-Za-z])")
_CLOCK = re.compile(
    r"(?P<h>[01]?\d|2[0-4])(?:[:.](?P<m>[0-5]\d))?(?::[0-5]\d)?(?P<range> ?(?:-|–|to|and) ?(?P<h2>[01]?\d|2[0-4])(?:[:.](?P<m2>[0-5]\d))?)?"
    r" ?(?P<half>a\.m\.?|p\.m\.?|am|pm|AM|PM|A\.M\.?|P\.M\.?|o'clock)(?![A-Za-z])"
    r"(?: (?P<part>in the (?:morning|afternoon|evening)|at night))?"
)
_DIGITAL = re.compile(
    r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::[0-5]\d(?!\d))?(?!\d|:)( ?(?:hrs|hours)(?![a-z]))?"
)
_RACE = re.compile(r"(?P<h>\d):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?![\d:])")
_ZONED = re.compile(r"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?= (?:GMT|UTC|local time|Beijing [Tt]ime)\b)")
_PAST = re.compile(
    r"(?P<part>half|(?:a )?quarter) (?P<side>past|to) (?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})(?![a-z])",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"(?P<n>first|second|third|fourth|last|1st|2nd|3rd|4th)(?: \(?20\d\d\)?)?[ -](?P<what>quarter|half)(?!\w|-(?:finals?|time)|finals?)",
    re.IGNORECASE,
)
_SHORT_PART = re.compile(r"(?:(?P<q>Q[1-4])|(?P<h>H[12]))(?![A-Za-z0-9])|(?P<n>[1-4])Q(?![A-Za-z])")
_HOURS = {
    w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|last|next|this|from|to|until|till|late|early|mid|during|and|before|after|through)[ -]|[,;–-] ?|\d ?)$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(r" (?:and|to|through|or) (?:June|April)|['’]s")
_DECADE_BEFORE = re.compile(r"\b(?:the|his|her|their|my|your|our|early|mid|late)[ -]$", re.I)
_LATER_HALF = re.compile(r" (?:in the (?:afternoon|evening)|at night)")
_OF_A_YEAR = re.compile(r" of (?!20|the (?:year|current|previous))")


def read_date(text: str, at: int) -> Value | None:
    """Return the date that begins at ``at``, or None."""
    if (numeric := read_numeric_date(text, at)) is not None:
        return numeric
    if (match := _DECADE.match(text, at)) is not None:
        return _decade(text, match)
    for pattern in _FULL_SPANS:
        if (match := pattern.match(text, at)) is not None:
            return _full_span(text, match)
    if text[at].isdigit():
        match = _DAY_FIRST.match(text, at)
        return _named(text, match) if match is not None else None
    if (match := _MONTH_SPAN.match(text, at)) is not None and (
        last := MONTHS.get(match["month2"].lower().rstrip("."))
    ):
        year = int(match["year"]) if match["year"] else None
        first = MONTHS[match["month"].lower().rstrip(".")]
        readings = [date_reading(year, first)]
        if first == 1:  # 前8个月
            readings.append(Reading("month", Fraction(last)))
        return plain_value(Kind.DATE, text, at, match.end(), readings, until=[date_reading(year, last)])
    match = _MONTH_FIRST.match(text, at)
    return _named(text, match) if match is not None else None


def _full_span(text: str, match: re.Match[str]) -> Value | None:
    """Return a range whose ends both name their months; the first takes the year of the last."""
    months = [MONTHS[match[part].lower().rstrip(".")] for part in ("month", "month2")]
    days = [int(match[part]) for part in ("day", "day2")]
    if not all(is_day(month, day) for month, day in zip(months, days, strict=True)):
        return None
    last = int(match["year2"]) if match["year2"] else None
    year = int(match["year"]) if match["year"] else last
    return plain_value(
        Kind.DATE, text, *match.span(), [date_reading(year, months[0], days[0])],
        until=[date_reading(last or year, months[1], days[1])],
    )  # fmt: skip


def _named(text: str, match: re.Match[str]) -> Value | None:
    name = match["month"].rstrip(".")
    month, end = MONTHS[name.lower()], match.end()
    day = int(match["day"]) if match["day"] else None
    year = int(match["year"]) if match["year"] else None
    before = text[max(0, match.start() - 12) : match.start()]
    if day is not None and not is_day(month, day):
        return None
    if day is None and year is None:
        if name == "May" and not _is_month(before, text[end : end + 12]):
            return None
        if name in ("March", "MARCH") and before.endswith("Long "):
            return None
    if day is None and not match["month"].endswith(".") and len(name) == 3 and name != "May" and year is None:
        return None
    first = [date_reading(year, month, day)]
    if match["day2"] is None:
        return plain_value(Kind.DATE, text, match.start(), end, first)
    last = month
    if "month2" in match.re.groupindex and match["month2"]:
        if match["month2"].lower() not in MONTHS:
            return None
        last = MONTHS[match["month2"].lower()]
    if not is_day(last, int(match["day2"])):
        return None
    return plain_value(
        Kind.DATE, text, match.start(), end, first, until=[date_reading(year, last, int(match["day2"]))]
    )


def _is_month(before: str, after: str) -> bool:
    return _MONTH_BEFORE.search(before) is not None or _MONTH_AFTER.match(after) is not None


def read_numeric_date(text: str, at: int) -> Value | None:
    """Return a date all in figures, 2026-03-05 or 3/5/2026 (the month first, as in the United States)."""
    match = _NUMERIC.match(text, at)
    if match is None:
        return None
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        month, day, year = int(match["a"]), int(match["b"]), int(match["c"])
        if month > 12:
            month, day = day, month
    if not 1 <= month <= 12 or not is_day(month, day):
        return None
    return plain_value(Kind.DATE, text, *match.span(), [date_reading(year, month, day)])


def _decade(text: str, match: re.Match[str]) -> Value:
    if match["short"]:
        ten = Fraction(match["short"])
        # "the 90s" is a decade, "in his 20s" an age
        readings = (
            [Reading("decade", Fraction(1900) + ten), Reading("decade", Fraction(2000) + ten)]
            if ten <= 20
            else [Reading("decade", Fraction(1900) + ten)]
        )
        readings += [Reading("month", ten * 12), Reading("", ten)]
        said = _DECADE_BEFORE.search(text[: match.start()][-8:])
        # perfect 10s, size 40s
        return plain_value(Kind.DATE, text, *match.span(), readings, plain=ten, firm=said is not None)
    year = Fraction(int(match["century"]) * 100 + int(match["ten"]))
    if year == 2000:  # 本世纪初, 21世纪头十年
        readings = [Reading("decade", year), Reading("century", Fraction(21)), Reading("year", year)]
        return plain_value(Kind.DATE, text, *match.span(), readings, plain=year, firm=False)
    return plain_value(
        Kind.DATE,
        text,
        *match.span(),
        [Reading("decade", year), Reading("year", year)],
        plain=year,
    )


def read_time(text: str, at: int) -> list[Value]:
    """Return the time of day that begins at ``at``; two where a range shares its p.m."""
    if (match := _CLOCK.match(text, at)) is not None:
        if match["half"] == "o'clock":
            part = match["part"] or ""
            half = "am" if "morning" in part else "pm" if part else ""
        else:
            half = match["half"].lower().replace(".", "")
        values = []
        if match["range"]:
            hour = int(match["h"])
            # 11 to 1 p.m. begins in the morning
            first = "am" if half == "pm" and hour != 12 and hour > int(match["h2"]) % 12 else half
            values.append(
                _clock(text, at, match.end("m") if match["m"] else match.end("h"), hour, match["m"], first)
            )
            at, hour, minutes = match.start("h2"), int(match["h2"]), match["m2"]
        else:
            hour, minutes = int(match["h"]), match["m"]
        end = match.end()
        values.append(_clock(text, at, end, hour, minutes, half))
        return values
    if (match := _RACE.match(text, at)) is not None:  # of the day, or a runner's
        hour, minute = int(match["h"]), int(match["m"])
        seconds = Reading("s", Fraction(hour * 3600 + minute * 60 + int(match["s"])))
        readings = [_minute(hour, minute), _minute(hour + 12, minute), seconds]
        return [plain_value(Kind.TIME, text, *match.span(), readings)]
    if (match := _ZONED.match(text, at)) is not None:
        return [plain_value(Kind.TIME, text, *match.span(), [_minute(int(match["h"]), int(match["m"]))])]
    if (match := _DIGITAL.match(text, at)) is not None:
        hour, minute = int(match["h"]), int(match["m"])
        readings = [_minute(hour, minute)]
        if len(match["h"]) == 1 or hour in (10, 11, 12):
            after = text[match.end() : match.end() + 25]
            if _LATER_HALF.match(after) and hour < 12:
                readings = [_minute(hour + 12, minute)]
            elif len(match["h"]) == 1:
                readings.append(_minute(hour + 12, minute))
        # with 1:04 left, in 2:05
        readings += [
            Reading("s", Fraction(hour * 60 + minute)),
            Reading("s", Fraction(hour * 3600 + minute * 60)),
        ]
        return [
            plain_value(
                Kind.TIME, text, *match.span(), readings, plain=Fraction(hour), end_plain=Fraction(minute)
            )
        ]
    return []


def read_time_words(text: str, at: int) -> Value | None:
    """Return half past three or a quarter to four, which may be before or after noon."""
    match = _PAST.match(text, at)
    if match is None:
        return None
    hour = (
        _HOURS.get(match["hour"].lower()) or int(match["hour"])
        if match["hour"].isdigit() or match["hour"].lower() in _HOURS
        else 0
    )
    minutes = 30 if match["part"].lower() == "half" else 15
    whole = hour * 60 + (minutes if match["side"] == "past" else -minutes)
    readings = [
        Reading("minute-of-day", Fraction(whole % 1440)),
        Reading("minute-of-day", Fraction((whole + 720) % 1440)),
    ]
    return plain_value(Kind.TIME, text, *match.span(), readings, figures=False)


def _clock(text: str, start: int, end: int, hour: int, minute: str | None, half: str) -> Value:
    minutes = int(minute or 0)
    if half in ("am", "pm"):
        whole = hour % 12 + (12 if half == "pm" else 0) if hour <= 12 else hour
        readings = [_minute(whole, minutes)]
    else:
        readings = [_minute(hour, minutes)] + ([_minute(hour + 12, minutes)] if hour <= 12 else [])
    return plain_value(
        Kind.TIME, text, start, end, readings, plain=Fraction(hour), end_plain=Fraction(minutes)
    )


def _minute(hour: int, minute: int) -> Reading:
    return Reading("minute-of-day", Fraction(hour % 24 * 60 + minute))


def read_part(text: str, at: int) -> Value | None:
    """Return the quarter or half year that begins at ``at``."""
    if (match := _PARTS.match(text, at)) is not None:
        what = match["what"].lower()
        rank = _RANKS.get(match["n"].lower()) or (4 if what == "quarter" else 2)
        if what == "half" and rank > 2:
            return None
        firm = what == "quarter" and not _OF_A_YEAR.match(text[match.end() : match.end() + 20])
        return plain_value(
            Kind.DATE, text, *match.span(), [date_reading(None, rank + (32 if what == "quarter" else 39))],
            figures=match["n"][0].isdigit(), firm=firm,
        )  # fmt: skip
    if (match := _SHORT_PART.match(text, at)) is not None:
        number = int((match["q"] or match["h"] or match["n"]).strip("QH"))
        return plain_value(
            Kind.DATE, text, *match.span(), [date_reading(None, number + (39 if match["h"] else 32))]
        )
    return None
