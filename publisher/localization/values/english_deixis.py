"""Times that English text tells from the day of issue: yesterday, last Friday, Monday next week, next month."""

import re
from datetime import datetime
from fractions import Fraction

from publisher.localization.values.building import measured, plain_value
from publisher.localization.values.deixis import readings
from publisher.localization.values.model import Deixis, Kind, Reading, Span, Value
from publisher.localization.values.units import units

_WEEKDAYS = {
    d: n for n, d in enumerate("monday tuesday wednesday thursday friday saturday sunday".split(), 1)
}
_WEEKDAY = "|".join(_WEEKDAYS)

PATTERN = (
    r"(?:the )?day (?:before yesterday|after tomorrow)|today|yesterday|tomorrow|tonight|last night"
    r"|this (?:morning|afternoon|evening)"
    rf"|(?:(?:this (?:coming|past)|this|last|next|past|coming) )?(?:{_WEEKDAY})s?(?: (?:of )?(?:this|last|next) week)?"
    r"|(?:this|last|next|past|coming) (?:weekend|week|month)|(?:this|last|next|previous|past|current|coming) year"
)
"""What `read_deixis` reads, whatever its case."""

_PARTS = re.compile(
    rf"(?:(?P<near>this|last|next|previous|past|current|coming)(?: (?P<sure>coming|past))? )?"
    rf"(?:(?P<weekday>{_WEEKDAY})(?P<many>s)?(?: (?:of )?(?P<week>this|last|next) week)?|(?P<unit>weekend|week|month|year))",
    re.IGNORECASE,
)
_DAYS = {
    "day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}
_NEAR = {"this": 0, "last": -1, "next": 1, "previous": -1, "past": -1, "current": 0, "coming": 1}
_TOLD = frozenset({"this", "last", "next"})  # "the past year" and "the previous week" are told of the story
_UNITS = {"week": Span.WEEK, "weekend": Span.WEEK, "month": Span.MONTH, "year": Span.YEAR}
_SPANS = {"week": ("week", 1), "weekend": ("day", 2), "month": ("month", 1)}
_OF_THE_STORY = re.compile(r"\b(?:the|a|every|each|'s|his|her|its|their) $", re.IGNORECASE)


def read_deixis(text: str, span: tuple[int, int], issued: datetime | None) -> Value | None:
    """Return the time that ``text[span]``, which matches `PATTERN`, tells from the day of issue."""
    start, end = span
    said = text[start:end].lower()
    day = _DAYS.get(said.removeprefix("the "))
    if day is not None:
        deixis = Deixis(Span.DAY, frozenset({day}))
        return plain_value(
            Kind.DATE, text, *span, readings(deixis, issued), figures=False, firm=False, deixis=deixis
        )
    if said.endswith(("morning", "afternoon", "evening")):
        part = Reading("part-of-day", "am" if said.endswith("morning") else "pm")
        deixis = Deixis(Span.DAY, frozenset({0}))
        return plain_value(Kind.NAME, text, *span, [part], figures=False, firm=False, deixis=deixis)
    match = _PARTS.fullmatch(text, *span)
    assert match is not None  # the pattern has no other form
    told = _OF_THE_STORY.search(text[max(0, start - 6) : start]) is None
    if match["weekday"]:
        if not match["weekday"][0].isupper():
            return None
        return _weekday(text, match, issued, told=told)
    near, unit = match["near"].lower(), match["unit"].lower()
    deixis_ = Deixis(_UNITS[unit], frozenset({_NEAR[near]})) if told and near in _TOLD else None
    if unit == "year":
        made = [Reading("relative-year", Fraction(_NEAR[near]))]
        if issued is not None:
            made.append(Reading("year", Fraction(issued.year + _NEAR[near])))
        return plain_value(Kind.NAME, text, *span, made, firm=False, figures=False, deixis=deixis_)
    key, count = _SPANS[unit]
    amount = Fraction(count)
    return plain_value(
        Kind.NAME, text, *span, measured(amount, [units()[key]]),
        plain=amount, unit=key, firm=False, figures=False, deixis=deixis_,
    )  # fmt: skip


def _weekday(text: str, match: re.Match[str], issued: datetime | None, *, told: bool) -> Value:
    weekday = _WEEKDAYS[match["weekday"].lower()]
    if match["many"] or not told:
        said = [Reading("weekday", Fraction(weekday))]
        return plain_value(Kind.DATE, text, *match.span(), said, figures=False, firm=False)
    if match["week"]:
        weeks = frozenset({_NEAR[match["week"].lower()]})
    else:
        weeks = _weeks((match["sure"] or match["near"] or "").lower(), weekday, issued)
    deixis = Deixis(Span.WEEKDAY, weeks, weekday)
    return plain_value(
        Kind.DATE, text, *match.span(), readings(deixis, issued), figures=False, firm=False, deixis=deixis
    )


def _weeks(near: str, weekday: int, issued: datetime | None) -> frozenset[int]:
    """Return the weeks that "last", "this" and "next" may mean: "next Friday" is of this week to some readers."""
    ahead = None if issued is None else weekday - issued.isoweekday()
    if near in ("last", "past"):
        weeks = {-1} if ahead is not None and ahead >= 0 else {-1, 0}
    elif near in ("next", "coming"):
        weeks = {1} if ahead is not None and ahead <= 0 else {0, 1}
    elif near == "this":
        weeks = {0} if ahead is None or ahead >= 0 else {0, 1}
    else:
        weeks = {-1, 0, 1}
    return frozenset(weeks)
