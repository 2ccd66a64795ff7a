"""Parity of source and target: every figure of the source stands in the target, by value."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from publisher.model import Origin, Segment, Translation
from publisher.report import Notice, Severity
from publisher.translation.folding import narrow

_HAN_SCALES = {"百": 10**2, "千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_EN_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "m": 10**6,
    "bn": 10**9,
}
# 千 before a unit of measure is a prefix of the unit: 千米 is the kilometre
_FIGURE = re.compile(
    r"(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:(?P<han>(?:百|万|萬|亿|億|兆|千(?![米克瓦卡伏焦赫帕]))+)"
    r"|[ -]?(?P<en>hundred|thousand|million|billion|trillion)\b|(?P<short>k|m|bn)\b)?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:[-–—~～至到]|to|and)\s*")
_MONTHS = {
    name: n
    for n, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
_WORDS = {
    word: n
    for n, words in (
        (0, "zero none"),
        (1, "one first once a an single sole"),
        (2, "two second twice double doubled doubling both couple half pair"),
        (3, "three third triple tripled thrice thirds"),
        (4, "four fourth quadruple quadrupled quarter quarters"),
        (5, "five fifth fifths"),
        (6, "six sixth"),
        (7, "seven seventh week"),
        (8, "eight eighth"),
        (9, "nine ninth"),
        (10, "ten tenth decade tenths"),
        (11, "eleven eleventh"),
        (12, "twelve twelfth dozen noon"),
        (13, "thirteen thirteenth"),
        (14, "fourteen fourteenth fortnight"),
        (15, "fifteen fifteenth"),
        (16, "sixteen sixteenth"),
        (17, "seventeen seventeenth"),
        (18, "eighteen eighteenth"),
        (19, "nineteen nineteenth"),
        (20, "twenty twentieth"),
        (30, "thirty thirtieth"),
        (40, "forty fortieth"),
        (50, "fifty fiftieth"),
        (60, "sixty sixtieth"),
        (70, "seventy seventieth"),
        (80, "eighty eightieth"),
        (90, "ninety ninetieth"),
        (100, "hundred hundredth century centenary"),
        (1000, "thousand thousandth millennium"),
        (10**6, "million"),
        (10**9, "billion"),
        (24, "midnight"),
    )
    for word in words.split()
}
_HAN_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_NUMBER = re.compile(r"[零〇一二三四五六七八九十百千两兩]+[万萬亿億]*")


def figures(text: str) -> Counter[Decimal]:
    """Return the figures of ``text`` by value: 3.56亿, 356 million and 356,000,000 are one."""
    return Counter(value for _, value, _ in _read(narrow(text)))


def check_figures(segments: Iterable[Segment], translations: Iterable[Translation]) -> tuple[Notice, ...]:
    """Return a warning for each translated segment that lost a figure of its source."""
    targets = {t.key: t for t in translations}
    notices: list[Notice] = []
    for segment in segments:
        translation = targets.get(segment.key)
        if translation is None or translation.origin is Origin.UNTRANSLATED:
            continue
        said = _said(narrow(translation.text))
        lost = [shown for shown, _, readings in _read(narrow(segment.source)) if not readings & said]
        if lost:
            notices.append(
                Notice(
                    code="figure-mismatch",
                    message="not found in the translation: "
                    f"{', '.join(dict.fromkeys(lost))}; compare the two texts",
                    where=segment.key,
                    severity=Severity.WARNING,
                    before=segment.source,
                    after=translation.text,
                    confidence=0.8,
                )
            )
    return tuple(notices)


def _read(text: str) -> Iterator[tuple[str, Decimal, frozenset[Decimal]]]:
    """Yield each figure as it stands, its value, and the values it may have in another language."""
    found = list(_FIGURE.finditer(text))
    n = 0
    while n < len(found):
        match, n = found[n], n + 1
        scale, shown, end = _scale(match), match.group(), match.end()
        value = Decimal(match["number"].replace(",", "")) * scale
        # 1亿2000万 is one figure
        while match["han"] and n < len(found) and found[n].start() == end and _scale(found[n]) < scale:
            scale, end = _scale(found[n]), found[n].end()
            value += Decimal(found[n]["number"].replace(",", "")) * scale
            shown += found[n].group()
            n += 1
        readings = {value}
        before, after = text[: match.start()], text[end:]
        if value == 0 and before.endswith(":"):
            continue  # 9:00 is 9 a.m.
        if _is_hour(before, after):
            readings |= {abs(value - 12), value + 12}
        if after.startswith("成"):
            readings.add(value * 10)
        if after.startswith("折"):
            readings.add(100 - value * (10 if value < 10 else 1))
        if after.startswith("倍"):
            readings.add(value + 1)
        if scale == 1 and n < len(found) and _RANGE.fullmatch(text[end : found[n].start()]):
            readings.add(value * _scale(found[n]))  # 3至5万 is 30,000 to 50,000
        if match["short"]:
            readings.add(Decimal(match["number"].replace(",", "")))
        if match["han"] == "兆":
            readings |= {value / 10**12, value / 10**6}
        yield shown, value, frozenset(readings)


def _is_hour(before: str, after: str) -> bool:
    return re.match(
        r"\s*(?:时|点|時|點|:\d\d|[ap]\.?m\b)", after, re.IGNORECASE
    ) is not None and not before.endswith(":")


def _scale(match: re.Match[str]) -> int:
    scale = 1
    for char in match["han"] or "":
        scale *= _HAN_SCALES[char]
    word = (match["en"] or match["short"] or "").lower()
    return scale * _EN_SCALES.get(word, 1)


def _said(text: str) -> set[Decimal]:
    """Return every value that ``text`` may be taken to state: in figures, words, months or Han."""
    values: set[Decimal] = set()
    for _, _, readings in _read(text):
        values |= readings
    lower = text.lower()
    values |= {Decimal(n) for word, n in _MONTHS.items() if re.search(rf"\b{word}\b", lower)}
    words = re.findall(r"[a-z]+", lower)
    for n, word in enumerate(words):
        if word not in _WORDS:
            continue
        value = _WORDS[word]
        values.add(Decimal(value))
        follow = _WORDS.get(words[n + 1]) if n + 1 < len(words) else None
        if follow and 20 <= value <= 90 and follow < 10:
            values.add(Decimal(value + follow))
        if n + 1 < len(words) and words[n + 1] in _EN_SCALES:
            values.add(Decimal(value * _EN_SCALES[words[n + 1]]))
    for found in _HAN_NUMBER.findall(text):
        values.add(Decimal(_han_value(found)))
    return values


def _han_value(text: str) -> int:
    """Return the value of a Chinese numeral below 万, times the scale behind it."""
    total, digit, scale = 0, 0, 1
    if len(text) > 1 and all(c in _HAN_DIGITS for c in text):
        return int("".join(str(_HAN_DIGITS[c]) for c in text))
    for char in text:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif char in _HAN_UNITS:
            total += (digit or 1) * _HAN_UNITS[char]
            digit = 0
        else:
            scale *= _HAN_SCALES[char]
    return (total + digit) * scale
