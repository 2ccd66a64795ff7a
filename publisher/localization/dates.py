"""Dates and embargo times as each edition's reader writes them, by CLDR."""

from datetime import datetime

from publisher.localization.catalog import Catalog, catalog_name

_DEFAULTS = {"en": "en_US", "zh_Hans": "zh_Hans_CN", "zh_Hant": "zh_Hant_TW"}


def locale_of(language: str) -> str:
    """Return the CLDR locale for ``language``: its own region's where CLDR knows it, else the usual one."""
    from babel.localedata import exists

    name = catalog_name(language)
    for region in language.replace("_", "-").split("-")[1:]:
        locale = f"{name}_{region.upper()}"
        if len(region) == 2 and exists(locale):
            return locale
    return _DEFAULTS[name]


def long_date(when: datetime, language: str) -> str:
    """Return the day of ``when``, in its own zone, in full: 2021年10月31日, October 31, 2021."""
    from babel.dates import format_date

    return _plain_spaces(format_date(when.date(), "long", locale=locale_of(language)))


def embargo_time(when: datetime, language: str) -> str:
    """Return date, time and zone of ``when``, so that nobody can take it for another hour.

    English: March 5, 2026, 3 p.m. Beijing time (UTC+8); Chinese:
    2026年3月5日15:00（北京时间）. Midnight keeps its figures, for the word
    belongs to either day.
    """
    date, zone, offset = long_date(when, language), _zone(when, language), _offset(when)
    if catalog_name(language) != "en":
        from babel.dates import format_time

        clock = _plain_spaces(format_time(when.time(), "short", locale=locale_of(language)))
        return f"{date}{clock}（{zone or offset}）"
    return f"{date}, {_clock(when)} {zone} ({offset})" if zone else f"{date}, {_clock(when)} {offset}"


def _clock(when: datetime) -> str:
    if (when.hour, when.minute) == (12, 0):
        return "noon"
    minutes = f":{when.minute:02}" if when.minute or not when.hour else ""
    return f"{when.hour % 12 or 12}{minutes} {'p.m.' if when.hour >= 12 else 'a.m.'}"


def _zone(when: datetime, language: str) -> str:
    """Return the zone's name, or nothing where ``when`` carries only an offset."""
    key = getattr(when.tzinfo, "key", "")
    catalog = Catalog.load(language)
    known = {
        "Asia/Shanghai": catalog.text("Beijing time"),
        "Asia/Hong_Kong": catalog.text("Hong Kong time"),
        "Asia/Macau": catalog.text("Macao time"),
        "Asia/Taipei": catalog.text("Taipei time"),
    }
    if key in known:
        return known[key]
    if not key or key in ("UTC", "Etc/UTC"):
        return ""
    from babel.dates import get_timezone_name

    return _plain_spaces(get_timezone_name(when, locale=locale_of(language)))


def _offset(when: datetime) -> str:
    delta = when.utcoffset()
    assert delta is not None  # the model's times are aware
    minutes = int(delta.total_seconds() // 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def _plain_spaces(text: str) -> str:
    """Return ``text`` with CLDR's no-break spaces as plain ones; the page decides where lines break."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
