"""Sums that a text itself states: the parts after “of which” make the total before it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair, Span
from publisher.translation.checks.reference import Reference
from publisher.translation.folding import narrow

_SCALES = {"": 1, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "万亿": 10**12, "萬億": 10**12}
_WORD_SCALES = {
    "": 1,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_WORDS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
}
_HAN_FIGURE = re.compile(
    r"(?P<about>[约近逾超約]|超过|超過|大约|大約)?(?P<n>\d[\d,]*(?:\.\d+)?)(?P<scale>万亿|萬億|[万萬亿億])?"
    r"(?P<more>[多余餘])?(?P<unit>[个個]?百分点|[%％]|[\u4e00-\u9fff])?"
)
_FIGURE = re.compile(
    r"(?P<about>about |nearly |almost |over |more than |some |around |at least )?"
    r"(?<![\w.])(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:" + "|".join(_WORDS) + r")\b)"
    r"[ -]?(?P<scale>hundred|thousand|million|billion|trillion)?(?P<unit> ?(?:%|percent|per cent))?(?![\w])",
    re.IGNORECASE,
)
# a figure that no part of a sum is: a date, a rank, a grade
_PASSED_UNITS = frozenset("年月日号號时時分点點秒岁歲级級届屆楼樓层層期次章条條款")
_OF_WHICH = re.compile(r"其中|包括|分别(?:是|为|有)?|分別(?:是|為|有)?")
_INCLUDING = re.compile(
    r"\b(?:including|of (?:which|whom|these|them|the total)|among (?:which|whom|them|these)|comprising|namely|made up of|consisting of)\b",
    re.I,
)
_NEAR = Decimal("0.12")


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield an error for a total that its parts do not make, in each text by itself.

    A list after “of which” may name some parts only, so a difference is an
    error where it is small and the parts are three or more, or where the sum
    comes out in the other text; parts that exceed their total are a warning.
    """
    found = {side: _sums(text) for side, text in (("source", pair.source), ("target", pair.target))}
    right = any(total == sum(parts) for sums in found.values() for total, parts, _ in sums)
    for side, sums in found.items():
        for total, parts, span in sums:
            short = abs(total - sum(parts))
            if short == 0:
                continue
            near = len(parts) >= 3 and short <= max(total * _NEAR, Decimal(1)) and total > 5
            if right or near or (sum(parts) > total and len(parts) >= 2):
                shown = " + ".join(_plain(part) for part in parts)
                yield pair.mark(
                    "sums",
                    Level.ERROR if right or near else Level.WARNING,
                    f"in the {side}, {shown} = {_plain(sum(parts, Decimal(0)))}, not {_plain(total)}",
                    **{side: (span,)},
                )


def _sums(text: str) -> list[tuple[Decimal, tuple[Decimal, ...], Span]]:
    narrowed = narrow(text)
    if len(narrowed) != len(text):
        return []
    chinese = bool(re.search(r"[\u4e00-\u9fff]", text))
    out = []
    for start, end in _sentences(narrowed, chinese):
        sentence = narrowed[start:end]
        for cut in (_OF_WHICH if chinese else _INCLUDING).finditer(sentence):
            before = _figures(sentence[: cut.start()], chinese)
            after = _figures(sentence[cut.end() :], chinese)
            if not before or len(after) < 2:
                continue
            total, unit, loose, _ = before[-1]
            parts = tuple(value for value, kind, _, _ in after if kind == unit or not chinese)
            if loose or len(parts) < 2 or any(about for _, _, about, _ in after) or total != int(total):
                continue
            if unit in ("%", "％") or len(parts) != len(after):
                continue
            out.append((total, parts, (start, end)))
            break
    return out


def _sentences(text: str, chinese: bool) -> Iterator[Span]:
    pattern = r"[^。！？!?；;\n]+" if chinese else r"(?:[^.!?;\n]|\.(?=\S))+"
    for found in re.finditer(pattern, text):
        yield found.span()


def _figures(text: str, chinese: bool) -> list[tuple[Decimal, str, bool, Span]]:
    out = []
    for found in (_HAN_FIGURE if chinese else _FIGURE).finditer(text):
        number = found["n"].replace(",", "").lower()
        scale = (_SCALES if chinese else _WORD_SCALES)[(found["scale"] or "").lower()]
        unit = (found["unit"] or "").strip()
        if chinese and (unit in _PASSED_UNITS or text[max(0, found.start() - 1) : found.start()] == "第"):
            continue
        if not chinese and (
            number in ("one", "zero")
            or (number.isdigit() and 1900 <= int(number) <= 2100 and not found["scale"])
        ):
            continue
        value = Decimal(_WORDS[number]) if number in _WORDS else Decimal(number)
        loose = bool(found["about"]) or bool(chinese and found["more"])
        out.append((value * scale, unit, loose, found.span()))
    return out


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
