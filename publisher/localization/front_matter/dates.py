"""Dates of issue, as a press release writes them."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
_CLOCK = r"(?:[ T\u3000]*(?P<hour>[01]?\d|2[0-3])(?:[:：时時](?P<minute>[0-5]\d)分?(?:[:：](?P<second>[0-5]\d))?|[时時]整?(?!\d)))?"
_DATES = (
    re.compile(
        r"(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?" + _CLOCK
    ),
    re.compile(
        r"(?:民國|民国)\s*(?P<roc>[1-9]\d{0,2})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"
        + _CLOCK
    ),
    re.compile(
        r"(?P<name>[A-Z](?:[a-z]{2,8}|[A-Z]{2,8}))\.? (?P<day>\d{1,2}), (?P<year>(?:19|20)\d\d)" + _CLOCK
    ),
    re.compile(
        r"(?P<day>\d{1,2}) (?P<name>[A-Z](?:[a-z]{2,8}|[A-Z]{2,8}))\.? (?P<year>(?:19|20)\d\d)" + _CLOCK
    ),
)


def find_date(line: str) -> tuple[datetime, int, int] | None:
    """Return the first date in ``line`` (aware, in Asia/Shanghai) and where it stands."""
    for pattern in _DATES:
        for found in pattern.finditer(line):
            parts = found.groupdict()
            month = _MONTHS.get(parts["name"].lower(), 0) if parts.get("name") else int(parts["month"])
            try:
                when = datetime(
                    int(parts["roc"]) + 1911 if parts.get("roc") else int(parts["year"]),
                    month,
                    int(parts["day"]),
                    int(parts["hour"] or 0),
                    int(parts["minute"] or 0),
                    int(parts["second"] or 0),
                    tzinfo=SHANGHAI,
                )
            except ValueError:
                continue
            return when, found.start(), found.end()
    return None
