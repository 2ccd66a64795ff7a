"""The weekday beside a date: the one that the calendar has, and the same in both texts."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair, Span
from publisher.translation.checks.reference import Reference

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HAN_DAYS = {c: n for n, c in enumerate("一二三四五六日")} | {"天": 6}
_MONTHS = {
    name: n
    for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}  # fmt: skip
_HAN_DAY = re.compile(r"(?<![每上下])(?:星期|礼拜|禮拜|周|週)([一二三四五六日天])(?![边期年岁至到、])")
_HAN_DATE = re.compile(
    r"(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]\s*[，,]?\s*[（(]?\s*(?:星期|礼拜|禮拜|周|週)([一二三四五六日天])"
)
_DAY = r"(Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_MONTH = r"(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_LATIN_DATES = (
    re.compile(rf"\b{_DAY},?\s+{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(\d{{4}})\b)?"),
    re.compile(
        rf"\b{_DAY},?\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}\b(?:,?\s+(\d{{4}})\b)?"
    ),
    re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?(?:\s+(\d{{4}}),?)?\s*\(\s*{_DAY}\s*\)"),
)
_ORDERS = ((1, 2, 3, 0), (2, 1, 3, 0), (0, 1, 2, 3))  # month, day, year, weekday
_LATIN_DAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield an error for a weekday that its date does not have, or that differs in the two texts.

    A date without its year is judged only where the date of issue is known,
    by the nearest year.
    """
    wrong = False
    for side, found in (("target", _dates(pair.target)), ("source", _dates(pair.source))):
        for year, month, day, said, span in found:
            real = _weekday(year, month, day, reference.issued.date() if reference.issued else None)
            if real is None or real == said:
                continue
            wrong = True
            sure = year is not None and side == "target"
            yield pair.mark(
                "weekdays",
                Level.ERROR if sure else Level.WARNING,
                f"the {side} says {_NAMES[said]}, and that date is a {_NAMES[real]}",
                **{side: (span,)},
            )
    if wrong or not pair.is_translated:
        return
    han = [(_HAN_DAYS[m[1]], m.span()) for m in _HAN_DAY.finditer(pair.chinese)]
    latin = [(_index(m[1]), m.span()) for m in _LATIN_DAY.finditer(pair.english)]
    if len(han) == len(latin) == 1 and han[0][0] != latin[0][0]:
        yield pair.finding(
            "weekdays",
            Level.ERROR,
            f"{_NAMES[han[0][0]]} in the Chinese, {_NAMES[latin[0][0]]} in the English",
            chinese=(han[0][1],),
            english=(latin[0][1],),
        )


def _dates(text: str) -> Iterator[tuple[int | None, int, int, int, Span]]:
    for found in _HAN_DATE.finditer(text):
        yield (
            int(found[1]) if found[1] else None,
            int(found[2]),
            int(found[3]),
            _HAN_DAYS[found[4]],
            found.span(),
        )
    for pattern, order in zip(_LATIN_DATES, _ORDERS, strict=True):
        for found in pattern.finditer(text):
            month, day, year, weekday = (found[n + 1] for n in order)
            yield (
                int(year) if year else None,
                _MONTHS[month[:3].lower()],
                int(day),
                _index(weekday),
                found.span(),
            )


def _index(name: str) -> int:
    return next(n for n, day in enumerate(_NAMES) if day.startswith(name[:3]))


def _weekday(year: int | None, month: int, day: int, issued: date | None) -> int | None:
    try:
        if year is not None:
            return date(year, month, day).weekday()
        if issued is None:
            return None
        near = [date(issued.year + step, month, day) for step in (-1, 0, 1)]
    except ValueError:
        return None
    best = min(near, key=lambda d: abs(d - issued))
    return best.weekday() if abs(best - issued) < timedelta(days=120) else None
