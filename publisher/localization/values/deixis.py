"""Times told from the day a text is issued: 今天, 上周三, next month, and the days that these are."""

from datetime import date, datetime, timedelta
from fractions import Fraction

from publisher.localization.values.model import Deixis, Reading, Span

DAY = "relative-day"
"""The unit of 昨天, whichever day that was."""

_THIRDS = {1: (1, 10), 2: (11, 20), 3: (21, 31)}  # 上旬, 中旬, 下旬


def days(deixis: Deixis, issued: date) -> tuple[tuple[date, date], ...]:
    """Return the first and last day of each time that ``deixis`` may mean in a text of ``issued``.

    Weeks begin on Monday (ISO 8601, and GB/T 7408). What lies beyond the
    calendar's years 1 and 9999 is left out.
    """
    found = []
    for shift in sorted(deixis.shifts):
        try:
            found.append(_days(deixis, shift, issued))
        except (OverflowError, ValueError):
            continue
    return tuple(found)


def _days(deixis: Deixis, shift: int, issued: date) -> tuple[date, date]:
    monday = issued + timedelta(7 * shift - issued.weekday())
    match deixis.unit:
        case Span.DAY:
            day = issued + timedelta(shift)
            return day, day
        case Span.WEEKDAY:
            day = monday + timedelta(deixis.part - 1)
            return day, day
        case Span.WEEK:
            return monday, monday + timedelta(6)
        case Span.MONTH:
            months = issued.year * 12 + issued.month - 1 + shift
            first = date(months // 12, months % 12 + 1, 1)
            last = (first + timedelta(31)).replace(day=1) - timedelta(1)
            start, end = _THIRDS.get(deixis.part, (1, 31))
            return first.replace(day=start), last.replace(day=min(end, last.day))
        case Span.YEAR:
            return date(issued.year + shift, 1, 1), date(issued.year + shift, 12, 31)


def readings(deixis: Deixis, issued: datetime | None) -> tuple[Reading, ...]:
    """Return what a day or a weekday states: itself, and, with ``issued``, the dates that it may be."""
    if deixis.unit is Span.WEEKDAY:
        own = Reading("weekday", Fraction(deixis.part))
    else:
        own = Reading(DAY, Fraction(min(deixis.shifts)))
    if issued is None:
        return (own,)
    return own, *(Reading("date", first.isoformat()) for first, _ in days(deixis, issued.date()))
