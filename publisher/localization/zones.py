"""The zone of a place: a text of Beijing that a machine stamped 22:00 UTC is issued the next morning."""

import re
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from publisher.model import Meta

_CHINESE = {"HK": "Asia/Hong_Kong", "MO": "Asia/Macau", "TW": "Asia/Taipei"}
_MAINLAND = "Asia/Shanghai"


def issued_locally(meta: Meta) -> datetime | None:
    """Return when the text was issued by the clock of its place, which says what its 今天 is.

    A time with an offset of its own is the house's, and stays; UTC is what
    machines stamp, and becomes the time of the dateline's city (CLDR knows
    some 400), else of the Chinese edition's region. Where neither tells, UTC
    stays.
    """
    if meta.issued is None or meta.issued.utcoffset() != timedelta(0):
        return meta.issued
    zone = zone_of(meta.place, meta.language)
    return meta.issued if zone is None else meta.issued.astimezone(zone)


def zone_of(place: str, language: str) -> ZoneInfo | None:
    """Return the zone of ``place`` as a dateline in ``language`` (BCP 47) names it, or None."""
    city = re.split("[,，]|市$", place)[0].strip().casefold()
    parts = language.replace("_", "-").split("-")
    key = _cities(parts[0].lower() == "zh", "Hant" in parts).get(city)
    if key is None and parts[0].lower() == "zh":
        key = next((_CHINESE[p] for p in parts if p in _CHINESE), _MAINLAND)
    if key is None and "china" in place.casefold().split():
        key = _MAINLAND
    try:
        return ZoneInfo(key) if key else None
    except ZoneInfoNotFoundError:
        return None


@cache
def _cities(chinese: bool, traditional: bool) -> dict[str, str]:
    from babel.core import Locale, get_global

    language = ("zh_Hant" if traditional else "zh_Hans") if chinese else "en"
    names = Locale.parse(language).time_zones
    found: dict[str, str] = {}
    for key in sorted(get_global("zone_territories")):
        if not key.startswith("Etc/"):
            city = names.get(key, {}).get("city") or key.rpartition("/")[2].replace("_", " ")
            found.setdefault(city.casefold(), key)
    return found
