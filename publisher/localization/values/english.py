"""The finder for English text."""

import re
from datetime import datetime
from fractions import Fraction

import msgspec

from publisher.localization.values.building import plain_value, shared_units
from publisher.localization.values.english_counts import read_number
from publisher.localization.values.english_dates import read_date, read_part, read_time
from publisher.localization.values.english_deixis import PATTERN, read_deixis
from publisher.localization.values.english_names import find_names, with_as_many
from publisher.localization.values.english_numerals import STARTS
from publisher.localization.values.english_surroundings import AFTER, SYMBOL, said_before
from publisher.localization.values.english_words import WORDS, read_word
from publisher.localization.values.identifiers import find_identifiers
from publisher.localization.values.model import Bound, Kind, Reading, Value

_NARROW = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    0x2019: "'", 0x2018: "'", 0xA0: " ", 0x202F: " ", 0x2009: " ", 0x3000: " ", 0x2011: "-", 0x2010: "-",
}  # fmt: skip


_CANDIDATE = re.compile(
    rf"(?P<cur>(?<![A-Za-z])(?:{SYMBOL})|[€£])(?= ?\d)|(?P<digit>\d)|(?P<vulgar>[½¼¾⅓⅔])|(?P<short>(?<![A-Za-z0-9])(?:Q[1-4]|H[12])(?![A-Za-z0-9]))"
    rf"|(?<![A-Za-z])(?:(?P<told>{PATTERN})(?![A-Za-z])|(?P<word>{WORDS}|{STARTS})(?:(?<=day)s)?(?![A-Za-z]))",
    re.IGNORECASE,
)


# the time of a race: 1:52.36, 2:05:30.4
_LAP = re.compile(r"(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):(?P<s>[0-5]\d\.\d{1,3})(?!\d)")


def narrow(text: str) -> str:
    """Return ``text`` half-width and with plain spaces, every character in its place."""
    return text.translate(_NARROW)


def scan(text: str, issued: datetime | None = None) -> list[Value]:
    """Return every value of an English text, and names with numbers in them, in order."""
    narrowed = narrow(text)
    kept = sorted([*find_identifiers(narrowed), *find_names(narrowed)], key=lambda v: (v.start, -v.end))
    values: list[Value] = []
    at = following = 0
    for match in _CANDIDATE.finditer(narrowed):
        start = match.start()
        while following < len(kept) and kept[following].start < start:
            if kept[following].start >= at:
                values.append(kept[following])
                at = kept[following].end
            following += 1
        if start < at:
            continue
        if following < len(kept) and kept[following].start == start:
            continue
        for value in _read(narrowed, match, issued):
            values.append(value)
            at = max(at, value.end)
    values += [v for v in kept[following:] if v.start >= at]
    values = with_as_many(narrowed, values)
    values = shared_units(narrowed, values)
    values = [_with_bound(narrowed, v, values[n - 1].end if n else 0) for n, v in enumerate(values)]
    if narrowed != text:
        values = [_requote(v, text) for v in values]
    return values


def _with_bound(text: str, value: Value, after: int) -> Value:
    """Take "more than" into the span, for it is part of what is stated."""
    if value.bound in (Bound.EXACT, Bound.SOME) or value.kind in (Kind.NAME, Kind.DATE):
        return value
    start, end = value.start, value.end
    if (match := said_before(text, start, after)) is not None:
        start = match.start()
    elif (match := AFTER.match(text, end)) is not None:
        end = match.end()
    return msgspec.structs.replace(value, start=start, end=end, text=text[start:end])


def _requote(value: Value, text: str) -> Value:
    return msgspec.structs.replace(value, text=text[value.start : value.end])


def _read(text: str, match: re.Match[str], issued: datetime | None) -> list[Value]:
    start = match.start()
    if match["told"]:
        told = read_deixis(text, match.span(), issued)
        return [told] if told else []
    if match["short"]:
        part = read_part(text, start)
        return [part] if part else []
    if match["cur"]:
        return read_number(
            text, start, match.end() + (text[match.end()] == " "), match["cur"].strip().rstrip(".")
        )
    if match["digit"] or match["vulgar"]:
        date = read_part(text, start) or (read_date(text, start) if match["digit"] else None)
        if date is not None:
            return [date]
        if (lap := _LAP.match(text, start)) is not None:
            seconds = Fraction(lap["h"] or 0) * 3600 + int(lap["m"]) * 60 + Fraction(lap["s"])
            return [plain_value(Kind.DURATION, text, *lap.span(), [Reading("s", seconds)])]
        return read_time(text, start) or read_number(text, start, start, None)
    return read_word(text, match, match["word"].lower())
