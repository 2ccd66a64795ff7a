"""Dates and hours as the edition has them, whatever its memory was written for: 4–6 October, 3.30pm."""

import re
from collections.abc import Callable

from publisher.localization.months import AP_MONTHS, MONTH_NAMES
from publisher.localization.values import Kind, find
from publisher.localization.values.dates import is_day
from publisher.localization.values.english_dates import MONTHS
from publisher.model import Article
from publisher.walk import map_text

_NAME = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_ENDS = r"(?![\w:%/]|[.,]\d)"
_LINK = r",? ?(?:-|–|—|to|through|until|till) ?"
_LIST = rf"{_DAY}(?:, {_DAY})*,? (?:and|or|&) {_DAY}"
# March 4 and 10 companies are one day and ten companies
_GOES_ON = r"(?= (?:in|at|of|for|with|by|on|as|when|where|the|this|from|to|during)\b|[.,;:)”]|$)"
_YEAR = r"(?P<year>(?:1\d|2[01])\d\d)(?![\w%]|[.,]\d)"

_AMERICAN = re.compile(
    rf"\b(?P<month>{_NAME}) (?P<days>{_LIST}{_GOES_ON}|{_DAY}{_LINK}{_DAY}|{_DAY}){_ENDS}"
    rf"(?:,? {_YEAR})?(?P<after>,(?! \d))?"
)
_BRITISH = re.compile(
    rf"(?<![\w.,/:-])(?P<days>{_LIST}|{_DAY}{_LINK}{_DAY}|{_DAY}) (?P<month>{_NAME})(?!\w)"
    rf"(?: {_YEAR})?(?P<after> (?=[a-z(]))?"
)
_BOTH_NAMED = re.compile(rf"(?P<one>{_NAME} {_DAY})(?P<link>{_LINK})(?P<other>{_NAME} {_DAY}{_ENDS})")
_AMERICAN_HOUR = re.compile(r"(?<![\d:.])(?P<hour>1?\d)(?::(?P<minute>[0-5]\d))? (?P<half>[ap])\.m\.")
_BRITISH_HOUR = re.compile(
    r"(?<![\d:.])(?P<hour>1?\d)(?:[.:](?P<minute>[0-5]\d))? ?(?P<half>[ap])m\b(?:\.(?=[”’\")]*(?:$|\s)))?"
)
# at 3 p.m. Beijing time, 3 p.m. Monday
_CLOSES = re.compile(
    r"[”’\")]*(?:$|\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]\w+ (?:\w+ )?[Tt]ime\b|[A-Z]{2,4}\b"
    rf"|{_NAME}|Eastern|Pacific|Central)[“‘\"(]*[A-Z])"
)
_COUNTS = re.compile(r"\b(?:than|over|about|nearly|some|only|almost|least|most|under|all) $")
_FROM = re.compile(r"\b(?:[Ff]rom|[Bb]etween) (?:[A-Za-z]+day,? )?$")


def with_dates(article: Article) -> Article:
    """Return the ``article`` with dates and hours as en-GB or en-US has them; another edition as it is.

    Ranges and lists of days keep what joins them, but for the dash and
    "through" of an American range. In en-US a comma closes the year within a
    sentence, and months are shortened as AP shortens them. Months and years
    without a day stay as they are. Hours are 3:30 p.m. (AP) or 3.30pm (The
    Guardian's style guide).
    """
    change = _CHANGES.get(article.meta.language)
    return article if change is None else map_text(article, lambda text, _: change(text))


def _british(text: str) -> str:
    """Return ``text`` with the day before the month: March 4-6, 2026, is 4–6 March 2026."""

    def put(match: re.Match[str]) -> str:
        days, month = _days(match), _month(match)
        if not _is_date(text, match, days, month):
            return match[0]
        joined = _without_ordinals(match["days"])
        if _FROM.search(text, 0, match.start()) is None:
            joined = re.sub(r" ?[-–—] ?", "–", joined)
        joined = joined.replace(" through ", " to ")
        after = "" if text.startswith(" to ", match.end()) else match["after"] or ""
        return f"{joined} {MONTH_NAMES[month - 1]}" + (f" {match['year']}" if match["year"] else "") + after

    text = _BOTH_NAMED.sub(_spaced, text)
    text = _AMERICAN_HOUR.sub(_british_hour, text)
    return _AMERICAN.sub(put, text)


def _american(text: str) -> str:
    """Return ``text`` with the month before the day: 4–6 March 2026 is March 4-6, 2026."""

    def put(match: re.Match[str]) -> str:
        days, month = _days(match), _month(match)
        if not _is_date(text, match, days, month) or _COUNTS.search(text, 0, match.start()):
            return match[0]
        joined = re.sub(r" ?[-–—] ?", "-", _without_ordinals(match["days"]))
        said = f"{AP_MONTHS[month - 1]} {joined}"
        if not match["year"]:
            return said + (match["after"] or "")
        return f"{said}, {match['year']}" + ("," + match["after"] if match["after"] == " " else "")

    return _BRITISH.sub(put, _BRITISH_HOUR.sub(_american_hour, text))


def _british_hour(match: re.Match[str]) -> str:
    """Return 3.30pm; the stop of p.m. stays where it closes the sentence too."""
    minutes = f".{match['minute']}" if match["minute"] else ""
    stop = "." if _CLOSES.match(match.string, match.end()) else ""
    return f"{match['hour']}{minutes}{match['half']}m{stop}"


def _american_hour(match: re.Match[str]) -> str:
    """Return 3:30 p.m., whose stop may close the sentence."""
    minutes = f":{match['minute']}" if match["minute"] else ""
    return f"{match['hour']}{minutes} {match['half']}.m."


def _spaced(match: re.Match[str]) -> str:
    """Return a range between two months with spaces around its dash: 30 September – 3 November."""
    link = " to " if "through" in match["link"] else match["link"]
    return match["one"] + (" – " if link.strip() in ("-", "–", "—") else link) + match["other"]


def _days(match: re.Match[str]) -> list[int]:
    return [int(found) for found in re.findall(r"\d+", match["days"])]


def _month(match: re.Match[str]) -> int:
    return MONTHS[match["month"].rstrip(".").lower()]


def _without_ordinals(days: str) -> str:
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", days)


def _is_date(text: str, match: re.Match[str], days: list[int], month: int) -> bool:
    """Tell whether the finder too sees a date there: no May that may, no March that is walked."""
    if not all(is_day(month, day) for day in days):
        return False
    last = match.end("month")
    return any(
        v.kind is Kind.DATE and v.start < max(last, match.end("days")) and match.start() < v.end
        for v in find(text, "en")
    )


_CHANGES: dict[str, Callable[[str], str]] = {"en-GB": _british, "en-US": _american}
