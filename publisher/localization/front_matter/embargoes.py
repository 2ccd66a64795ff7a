"""Until when a text is held: EMBARGOED UNTIL March 5, 2026, 9 a.m. EST; 2026年3月5日下午3时前不得发表."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from publisher.localization.front_matter.dates import SHANGHAI, find_date

_EMBARGO = re.compile(
    r"^(?:EMBARGOED UNTIL|Embargoed until|禁发至|禁發至)|前(?:不得|[请請]勿)[发發][布佈表]|[后後]方可[发發][布佈表]"
)
_PM = re.compile(r"(?<!\d)(?P<hour>1?\d)(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap])\.?m\b", re.IGNORECASE)
_NOON = re.compile(r"\bnoon\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?P<period>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)\s*(?P<hour>[01]?\d|2[0-4])\s*[:：时時点點]"
    r"(?P<minute>[0-5]\d)?(?P<half>半)?"
)
_HOUR = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-4])[时時](?!\d)")
_OFFSET = re.compile(
    r"(?:UTC|GMT)(?: ?(?P<sign>[+＋−–-]) ?(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?)?(?![A-Za-z\d])"
)
# CST is China's as well as Central: it says nothing
_SHORT = re.compile(
    r"\b(?:(?P<eastern>E[SD]?T|Eastern)|(?P<pacific>P[SD]T|Pacific)|(?P<central>CDT|Central)"
    r"|(?P<british>BST)|(?P<european>CES?T)|(?P<japan>JST))\b"
)
_ZONES = {
    "eastern": "America/New_York",
    "pacific": "America/Los_Angeles",
    "central": "America/Chicago",
    "british": "Europe/London",
    "european": "Europe/Paris",
    "japan": "Asia/Tokyo",
}


def embargo(line: str) -> datetime | None:
    """Return the time that an embargo line gives; nothing if it is not one or gives no date.

    The time is in the zone that the line names, by its offset, its CLDR name
    in Chinese or English, or a usual abbreviation; else it is Beijing's.
    """
    if not _EMBARGO.search(line) or (found := find_date(line)) is None:
        return None
    when, start, end = found
    return (when + _clock(line, start, end, when)).replace(tzinfo=_zone(line, start, end, when))


def _clock(line: str, start: int, at: int, when: datetime) -> timedelta:
    """Return how long after ``when``, a day that starts at ``start`` or an hour behind it, the time is."""
    if clock := _PERIOD.search(line, at):
        hour = int(clock["hour"])
        if clock["period"] in ("下午", "傍晚", "晚上", "晚") or (clock["period"] == "中午" and hour < 5):
            hour += 12 if hour < 12 else 12 * (hour == 12 and clock["period"] != "下午")
        elif hour == 12 and clock["period"] != "中午":
            hour = 0
        return timedelta(hours=hour, minutes=30 if clock["half"] else int(clock["minute"] or 0))
    said = timedelta(hours=when.hour, minutes=when.minute)
    if clock := _PM.search(line, start) or _PM.search(line):  # 9 a.m. EST, March 6
        hour = int(clock["hour"]) % 12 + (12 if clock["half"].lower() == "p" else 0)
        return timedelta(hours=hour, minutes=int(clock["minute"] or 0)) - said
    if _NOON.search(line):
        return timedelta(hours=12)
    if not (when.hour or when.minute) and (clock := _HOUR.search(line, at)):
        return timedelta(hours=int(clock["hour"]))
    return timedelta()


def _zone(line: str, start: int, at: int, when: datetime) -> tzinfo:
    named = _named(line[at:]) or _named(line[:start])
    offset = _OFFSET.search(line, at) or _OFFSET.search(line)
    if offset is None:
        return named or SHANGHAI
    span = timedelta(hours=int(offset["hours"] or 0), minutes=int(offset["minutes"] or 0))
    if offset["sign"] in ("−", "–", "-"):
        span = -span
    for zone in (named, SHANGHAI):
        if zone is not None and when.replace(tzinfo=zone).utcoffset() == span:
            return zone
    return timezone(span) if span and abs(span) < timedelta(hours=24) else UTC


def _named(rest: str) -> tzinfo | None:
    """Return the zone that the rest of a line names."""
    short = _SHORT.search(rest)
    if short is not None and short.lastgroup is not None:
        return _load(_ZONES[short.lastgroup])
    folded = rest.casefold()
    found = [name for name in _names() if name in folded]
    return _load(_names()[max(found, key=len)]) if found else None


def _load(key: str) -> tzinfo | None:
    try:
        return ZoneInfo(key)
    except ZoneInfoNotFoundError:
        return None


@cache
def _names() -> dict[str, str]:
    """Return the zones of CLDR by their long names in Chinese and English."""
    from babel.core import Locale, get_global

    usual = set(_ZONES.values())
    keys = {"GMT": "Africa/Abidjan"}  # it has no summer time, as London has
    for key, of in sorted(get_global("meta_zones").items(), key=lambda row: (row[0] not in usual, row[0])):
        keys.setdefault(of, key)
    found: dict[str, str] = {}
    for language in ("zh_Hans", "zh_Hant", "zh_Hant_HK", "en"):
        locale = Locale.parse(language)
        zones = [(key, names) for key, names in locale.time_zones.items() if "long" in names]
        zones += [(keys[of], names) for of, names in locale.meta_zones.items() if of in keys]
        for key, names in zones:
            for name in dict(names.get("long", {})).values():
                found.setdefault(str(name).casefold(), key)
    return found
