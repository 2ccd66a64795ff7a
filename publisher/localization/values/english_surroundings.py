"""What stands around a number in English text: its unit, and words such as "more than"."""

import re
from functools import cache

from publisher.localization.values.model import Bound, Kind
from publisher.localization.values.units import DOLLARS, Unit, english_units, units

SYMBOL = r"US\$|HK\$|NT\$|MOP\$|AU\$|CA\$|NZ\$|CN¥|JP¥|RMB ?¥?|CNY|USD|HKD|EUR|GBP|JPY|TWD|SGD|AUD|CAD|KRW|RM(?=\d)|Rs\.?|[ACS]\$|R\$|[$€£¥￥₩₹₽]"


_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:(?P<least>no (?:less|fewer) than|not (?:less|fewer) than|at least|a minimum of|upwards? of|more than|over|above|exceed(?:s|ed|ing)?|in excess of|greater than|higher than|surpass(?:es|ed|ing)?|topp(?:ed|ing)|beyond|as (?:many|much|high|long) as|past the|well over|longer than|larger than|older than|passed)"
    r"|(?P<most>(?:no|not) more than|not (?:exceed|over|above)|no (?:higher|longer|later) than|at (?:the )?most|a maximum of|up to|under|below|less than|fewer than|lower than|smaller than|short of|shorter than|within|younger than)"
    r"|(?P<nearly>nearly|almost|close to|approaching|just under|just shy of|nearing|not quite|little less than)"
    r"|(?P<about>about|around|approximately|roughly|some|an estimated|approx\.|circa|or so|in the region of|~))"
    r"(?: (?:a|an|the|total of|record|another|estimated|of|its|full|whole))?[ (~]?$",
    re.IGNORECASE,
)


AFTER = re.compile(
    r"(?P<more>\+|-odd\b| odd\b| plus\b|-plus\b| or (?:more|above|over|older|higher|longer)\b| and (?:above|over|older|higher)\b)|(?P<less> or (?:less|fewer|under|below|younger)\b| and (?:under|below)\b)|(?P<about> or so\b)",
    re.IGNORECASE,
)


_BEFORE_UNIT = re.compile(
    r" (?:Chinese |mainland |new |more |full |whole |long |consecutive |straight |calendar |working |square |light |billion )(?=yuan|renminbi|years?|days?|months?|weeks?|hours?)"
)


_PERCENT_POINTS = re.compile(r"[ -](?:age )?points?(?![a-z])")


def symbol_units(symbol: str) -> tuple[Unit, ...]:
    """Return the currencies that a sign may mean, the likeliest first."""
    table = units()
    if symbol == "$":
        return tuple(table[code] for code in ("USD", *sorted(DOLLARS - {"USD"})))
    if symbol in ("¥", "￥"):
        return (table["CNY"], table["JPY"])
    return tuple(
        u
        for u in english_units().get(symbol, english_units().get(symbol.lower(), ()))
        if u.kind is Kind.MONEY
    ) or (table["CNY"],)


@cache
def _unit_pattern() -> re.Pattern[str]:
    names = sorted(english_units(), key=len, reverse=True)
    escaped = "|".join(
        re.escape(n).replace(r"\ ", r"[ -]").replace(r"\-", r"[ -]")
        for n in names
        if n
        not in (
            "$",
            "¥",
            "￥",
            "£",
            "€",
            "₩",
            "₽",
            "₹",
            "m",
            "C",
            "F",
            "V",
            "W",
            "t",
            "l",
            "g",
            "A$",
            "C$",
            "S$",
            "R$",
        )
    )
    return re.compile(
        rf"[ -]?(?P<pct>%)|[ -]?(?P<unit>{escaped})(?![A-Za-z²³])|(?P<abbr> ?(?:m|g|W|V|C|F))(?![\w'²³-])"
    )


def unit_after(text: str, end: int) -> tuple[int, tuple[Unit, ...]]:
    """Return where the unit behind a number ends, and what it may be."""
    if text[end : end + 1] == "-" and not text[end + 1 : end + 2].isalpha():
        return end, ()
    match = _unit_pattern().match(text, end)
    if match is None:
        words = _BEFORE_UNIT.match(text, end)
        if words is None:
            return end, ()
        match = _unit_pattern().match(text, words.end() - 1)
        if match is None:
            return end, ()
    if match["pct"]:
        if (points := _PERCENT_POINTS.match(text, match.end())) is not None:
            return points.end(), (units()["pp"],)
        return match.end(), (units()["%"],)
    name = (match["unit"] or match["abbr"]).strip().replace("-", " ")
    table = english_units()
    of = (
        table.get(name)
        or table.get(name.replace(" ", "-"))
        or table.get(name.lower())
        or table.get(name.lower().replace(" ", "-"))
        or ()
    )
    if name in ("dollars", "dollar"):
        of = tuple(units()[code] for code in ("USD", *sorted(DOLLARS - {"USD"})))
    if name == "quarter":
        of = ()
    return (match.end(), of) if of else (end, ())


def said_before(text: str, start: int, after: int) -> re.Match[str] | None:
    """Return "more than" and its like where they stand right before ``start``, but not before ``after``."""
    mark = text[start - 1 : start]
    if mark == " ":
        mark = text[start - 2 : start - 1]
    if not mark or not (mark.isalpha() or mark in "~(."):
        return None
    return _BEFORE.search(text, max(after, start - 40), start)


def bound_of(text: str, start: int, end: int) -> Bound:
    """Return on which side of the figure ``text[start:end]`` the true one lies."""
    match = said_before(text, start, 0)
    if match is not None:
        if match["least"]:
            return Bound.MORE
        if match["most"]:
            return Bound.LESS
        return Bound.NEARLY if match["nearly"] else Bound.ABOUT
    after = AFTER.match(text, end)
    if after is None:
        return Bound.EXACT
    return Bound.MORE if after["more"] else Bound.LESS if after["less"] else Bound.ABOUT
