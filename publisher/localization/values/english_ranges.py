"""Ranges and spans of several figures in English text: 5 to 10, 2015-16, two hours and 18 minutes."""

import re
from fractions import Fraction

from publisher.localization.values.english_numerals import Numeral, read_numeral
from publisher.localization.values.english_surroundings import unit_after
from publisher.localization.values.model import Bound
from publisher.localization.values.units import Unit

_CLOCK_LINK = re.compile(r",? (?:and )?(?=[\dA-Za-z])")


_BETWEEN = re.compile(r"\b(?:[Bb]etween|from) (?:[A-Za-z$]{1,4} ?)?$")


def clocked(text: str, end: int, unit: Unit, amount: Fraction) -> tuple[int, Fraction] | None:
    """Take 2 hours and 18 minutes as one; return its end and its seconds."""
    seconds, found = amount * unit.factor, None
    while (match := _CLOCK_LINK.match(text, end)) is not None:
        numeral = read_numeral(text, match.end())
        if numeral is None:
            break
        stop, of = unit_after(text, numeral.end)
        if (
            not of
            or of[0].key not in ("month", "minute", "second")
            or of[0].factor >= unit.factor
            or of[0].base != unit.base
        ):
            break
        unit, seconds, end = of[0], seconds + numeral.amount * of[0].factor, stop
        found = (end, seconds)
    return found


def end_amount(first: Numeral, second: Numeral) -> Fraction:
    """Return the end of a range, in full where 2015-16 leaves the century out."""
    if is_year(first) and second.digits == 2:
        return first.amount // 100 * 100 + second.amount
    return second.amount


def is_year(numeral: Numeral) -> bool:
    """Tell whether it is written as years are: 2015, not 2,015."""
    return (
        numeral.digits == 4 and not numeral.grouped and 1000 <= numeral.amount <= 2199 and numeral.scale == 1
    )


def ranges(text: str, start: int, first: Numeral, second: Numeral, link: re.Match[str]) -> bool:
    """Tell whether ``link`` makes a range of two numerals."""
    if (
        first.ordinal != second.ordinal
        or second.fraction
        or first.bound is Bound.SOME
        or second.bound is Bound.SOME
    ):
        return False
    if link["and"]:
        return _BETWEEN.search(text[max(0, start - 14) : start]) is not None
    if is_year(first) and first.amount >= 1900 and first.figures and not is_year(second) and not link["dash"]:
        return False  # 18,000 yuan in 2012 to 43,000 yuan
    if link["word"]:
        if " to " in link.group():
            return (
                first.amount < second.amount
                or (first.scale == 1 and second.scale > 1)
                or (first.figures and second.figures)
            )
        return not first.figures and second.amount == first.amount + 1
    if link["colon"]:
        return first.digits <= 2 and second.digits <= 2
    if not first.figures or not second.figures:
        return link.group() in ("–", "—", "-") and not first.figures and not second.figures
    return True
