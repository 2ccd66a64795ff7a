"""Dates as EDTF (ISO 8601-2) text with unspecified digits, so that a partial date can meet a full one."""

from publisher.localization.values.model import Reading

LUNAR = "lunar"
"""The unit of a date of the 农历, which is no day of the solar calendar until somebody looks it up."""


def edtf(year: int | None = None, month: int | None = None, day: int | None = None) -> str:
    """Return a date of which parts may be missing: 2026-03-05, XXXX-03-05, XXXX-XX-05, 2026-03, 2026.

    Months 33 to 36 are quarters and 40, 41 half years, as in EDTF level 2.
    """
    text = "XXXX" if year is None else f"{year:04}"
    if month is not None or day is not None:
        text += "-XX" if month is None else f"-{month:02}"
    if day is not None:
        text += f"-{day:02}"
    return text


def date_parts(text: str) -> dict[str, int]:
    """Return what an EDTF date states: year, month-of-year, quarter or half, and day."""
    fields = text.split("-")
    parts: dict[str, int] = {}
    if fields[0] != "XXXX":
        parts["year"] = int(fields[0])
    if len(fields) > 1 and fields[1] != "XX":
        month = int(fields[1])
        name = "month-of-year" if month <= 12 else "quarter" if month <= 36 else "half"
        parts[name] = month if month <= 12 else month - 32 if month <= 36 else month - 39
    if len(fields) > 2:
        parts["day"] = int(fields[2])
    return parts


def date_reading(year: int | None = None, month: int | None = None, day: int | None = None) -> Reading:
    """Return the reading of a date of which parts may be missing."""
    return Reading("date", edtf(year, month, day))


def is_day(month: int | None, day: int) -> bool:
    """Tell whether the calendar knows the day."""
    return 1 <= day <= (31 if month is None else (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1])
