"""Dates and embargo times as each edition's reader writes them, by CLDR and the edition's conventions."""

from datetime import date, datetime

from publisher.localization.locale import Locale
from publisher.localization.months import AP_MONTHS

_ROC = 1911
"""The year before the first of the Republic of China's calendar."""


def long_date(when: date, at: Locale) -> str:
    """Return the day of ``when``, in its own zone, in full: 2021年10月31日, October 31, 2021.

    The conventions may ask for AP's months (Oct. 31, 2021), for figures alone
    (31/10/2021), or for years of the Republic of China (民國110年10月31日), which
    begin in 1912.
    """
    from babel.dates import format_date, format_skeleton

    day = when.date() if isinstance(when, datetime) else when
    press = at.conventions
    roc = day.year - _ROC if press.year == "roc" and day.year > _ROC else 0
    if press.date == "numeric":
        said = str(format_skeleton("yMd", day, locale=at.cldr))
        return _plain_spaces(said.replace(str(day.year), str(roc), 1) if roc else said)
    if roc:
        rest = _plain_spaces(format_skeleton("MMMd", day, locale=at.cldr))
        # Translators: a date counted from 1912; {year} is 115, {day} month and day
        return at.catalog.text("{day}, Minguo {year}").format(year=roc, day=rest)
    if press.date == "ap" and not at.chinese:
        return f"{AP_MONTHS[day.month - 1]} {day.day}, {day.year}"
    return _plain_spaces(format_date(day, "long", locale=at.cldr))


def embargo_time(when: datetime, at: Locale) -> str:
    """Return date, time and zone of ``when``, so that nobody can take it for another hour.

    English: March 5, 2026, 3 p.m. Beijing time (UTC+8); Chinese:
    2026年3月5日15:00（北京时间）. Midnight keeps its figures, for the word
    belongs to either day.
    """
    day, zone, offset = long_date(when, at), _zone(when, at), _offset(when)
    if at.chinese:
        from babel.dates import format_time

        clock = _plain_spaces(format_time(when.time(), "short", locale=at.cldr))
        return f"{day}{clock}（{zone or offset}）"
    return f"{day}, {_clock(when, at)} {zone} ({offset})" if zone else f"{day}, {_clock(when, at)} {offset}"


def _clock(when: datetime, at: Locale) -> str:
    words = at.catalog
    if (when.hour, when.minute) == (12, 0):
        # Translators: the time 12:00 at midday, in an embargo
        return words.text("noon")
    minutes = f":{when.minute:02}" if when.minute or not when.hour else ""
    time = f"{when.hour % 12 or 12}{minutes}"
    if when.hour >= 12:
        # Translators: an hour after midday on the clock of twelve hours; {time} is 3 or 3:30
        return words.text("{time} p.m.").format(time=time)
    # Translators: an hour before midday on the clock of twelve hours; {time} is 9 or 9:30
    return words.text("{time} a.m.").format(time=time)


def _zone(when: datetime, at: Locale) -> str:
    """Return the zone's name, or nothing where ``when`` carries only an offset."""
    key = getattr(when.tzinfo, "key", "")
    catalog = at.catalog
    known = {
        # Translators: the zone of the mainland, behind the hour in an embargo
        "Asia/Shanghai": catalog.text("Beijing time"),
        # Translators: the zone of Hong Kong, behind the hour in an embargo
        "Asia/Hong_Kong": catalog.text("Hong Kong time"),
        # Translators: the zone of Macao, behind the hour in an embargo
        "Asia/Macau": catalog.text("Macao time"),
        # Translators: the zone of Taiwan, behind the hour in an embargo
        "Asia/Taipei": catalog.text("Taipei time"),
    }
    if key in known:
        return known[key]
    if not key or key in ("UTC", "Etc/UTC"):
        return ""
    from babel.dates import get_timezone_name

    return _plain_spaces(get_timezone_name(when, locale=at.cldr))


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
