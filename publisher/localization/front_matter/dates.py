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


_HAN_DATE = re.compile(
    r"(?P<year>[一二][〇○零一二三四五六七八九]{3})年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
_HAN_DIGITS = {digit: str(n) for n, digit in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}


def _figures(han: str) -> int:
    """Return a year told digit by digit, or a number below a hundred."""
    tens, ten, ones = han.rpartition("十")
    digits = "".join(_HAN_DIGITS[char] for char in ones) or "0"
    return int(digits) + (10 * int(_HAN_DIGITS[tens or "一"]) if ten else 0)


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
    for found in _HAN_DATE.finditer(line):
        try:
            year, month, day = (_figures(found[part]) for part in ("year", "month", "day"))
            return datetime(year, month, day, tzinfo=SHANGHAI), found.start(), found.end()
        except (ValueError, KeyError):
            continue
    return None
