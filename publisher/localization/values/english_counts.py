"""Numbers with what they count in English text: amounts, ranges, scores, shares, years."""

import re
from fractions import Fraction

from publisher.localization.values.building import bounded, measured, plain_value
from publisher.localization.values.dates import date_reading
from publisher.localization.values.english_numerals import Numeral, read_numeral
from publisher.localization.values.english_ranges import clocked, end_amount, is_year, ranges
from publisher.localization.values.english_surroundings import SYMBOL, bound_of, symbol_units, unit_after
from publisher.localization.values.model import Bound, Kind, Reading, Value
from publisher.localization.values.units import Unit, english_units

_RANGE = re.compile(
    r"(?P<dash> ?[-–—~] ?|(?<=(?:19|20)\d\d)/(?=\d{2}(?:\d{2})? (?:season|school|academic|financial|fiscal|tax|campaign)))|(?P<word> (?:to|through|or) )|(?P<and> and )|(?P<colon>:)(?=\d)"
)


_HALF_OF = re.compile(
    r"[ -](?:of )?(?:an? |one |1 )?(percentage point|per ?cent(?!age)|point(?!s)|year|month|day|hour|decade|century|mile|kilometer|kilometre)(?![A-Za-z])"
)


_CENTIMETERS = re.compile(r" (\d\d)(?=[.,;)]?(?:\s|$))")


_OF_WHOLE = re.compile(r" (?:of|the|their|its|all)(?![a-z])")
_PART_BEFORE = re.compile(r"(?:^|\W)an? $", re.IGNORECASE)


_HALVED = {"point": "percentage point", "per cent": "percent"}


_POINTS = re.compile(r" points?(?![a-z])")


_OLD = re.compile(r"[ -]olds?(?![a-z])")


_IN = re.compile(
    r"[ -](?:in|out of|out of every|of every|in every)[ -](?=(?:\d[\d.,]* (?:million|billion)|a[ -](?:hundred|thousand|million|billion)\b|two|three|four|five|six|seven|eight|nine|ten|10|100|1,000|a hundred)\b(?![ -](?:years?|months?|days?|weeks?|hours?|minutes?|cities|countries|provinces|villages|counties|places|areas|million|thousand|hundred|languages|cases|games|matches|categories|schools|fields|industries)))"
)


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|to|early|late|mid|during|year|before|after|and|through|between|for|end-|the|spring|summer|autumn|fall|winter)[ -]|[,(–-] ?|^)$",
    re.IGNORECASE,
)


_SYMBOL_HERE = re.compile(SYMBOL)


_WITHIN_SENTENCE = re.compile(r"[a-z,] $")


_CENTURY = re.compile(r"[ -]century(?![a-z])")


_FOLD = re.compile(r"[ -]?(?:times|fold)(?![a-z])(?! (?:at|in the|during|since) )")


def read_number(text: str, start: int, at: int, symbol: str | None) -> list[Value]:
    """Return the number at ``at`` with its unit, range and bound; ``start`` is where its currency sign stands."""
    numeral = read_numeral(text, at, money=symbol is not None)
    if numeral is None:
        return []
    if _is_part(text, start, numeral):
        return [_part(text, start, numeral)]
    of: tuple[Unit, ...] = symbol_units(symbol) if symbol else ()
    end = numeral.end
    second: Numeral | None = None
    score = False
    if (
        not numeral.fraction
        and (link := _RANGE.match(text, end)) is not None
        and (numeral.amount or link["colon"]) is not None
    ):
        at2 = link.end()
        if symbol and (again := _SYMBOL_HERE.match(text, at2)):
            at2 = again.end() + (text[again.end() : again.end() + 1] == " ")
        second = read_numeral(text, at2, money=symbol is not None)
        if (
            second is not None
            and link["word"]
            and second.amount < numeral.amount
            and (symbol or numeral.scale > 1)
            and second.scale == 1
            and at2 == link.end()
        ):
            second = None  # $2.1 billion to 22 women
        if second is not None and not ranges(text, start, numeral, second, link):
            second = None
        if second is not None:
            score = bool(link["colon"]) or (
                end_amount(numeral, second) < numeral.amount
                and link["dash"] is not None
                and second.figures
                and second.scale == 1
            )
            end = second.end
    stop, after = unit_after(text, end)
    if after and not (symbol and after[0].kind not in (Kind.MONEY, Kind.PERCENT)):
        of, end = after, stop
    elif symbol and after and after[0].kind is Kind.MONEY:
        end = stop
    if of and of[0].key in ("year", "month") and (old := _OLD.match(text, end)) is not None:
        end = old.end()
    first_amount = numeral.amount
    first_alternatives = []
    if (
        second is not None
        and numeral.scale == 1
        and second.scale >= 100
        and numeral.amount < 1000
        and not score
    ):
        first_alternatives.append(first_amount)
        first_amount *= second.scale
    bound = bounded(bound_of(text, start, end), numeral.bound)
    if (
        second is None
        and of
        and of[0].key in ("year", "hour", "minute")
        and (longer := clocked(text, end, of[0], first_amount))
    ):
        end, seconds = longer
        return [
            plain_value(
                Kind.DURATION,
                text,
                start,
                end,
                [Reading(of[0].base, seconds)],
                plain=first_amount,
                unit=of[0].key,
                figures=numeral.figures,
                bound=bound,
            )
        ]
    if second is None and not symbol and (value := _special(text, start, numeral, of, bound)) is not None:
        return [value]
    if numeral.fraction and not of and (half := _HALF_OF.match(text, end)) is not None:
        end, of = half.end(), english_units()[_HALVED.get(half[1], half[1])]
    whole = second is None and numeral.figures and numeral.scale == 1
    if whole and of and of[0].key == "m" and (rest := _CENTIMETERS.match(text, end)) is not None:
        end, first_amount = rest.end(), first_amount + Fraction(int(rest[1]), 100)  # 8 meters 12
    kind = (
        of[0].kind
        if of
        else Kind.SCORE
        if score
        else Kind.FRACTION
        if numeral.fraction
        else Kind.ORDINAL
        if numeral.ordinal
        else Kind.NUMBER
    )
    readings = _readings(numeral, first_amount, of)
    if bound is not Bound.EXACT:
        readings = [r for r in readings if r.unit != "year"]
    if numeral.ordinal and of and of[0].key == "day":  # 正月十五
        readings += [Reading("day", first_amount), Reading("ordinal", first_amount)]
    readings += [r for a in first_alternatives for r in _readings(numeral, a, ())]
    until = _readings(second, end_amount(numeral, second), of) if second is not None else []
    if kind is Kind.NUMBER and second is not None and is_year(numeral) and numeral.figures:
        last = int(end_amount(numeral, second))
        readings, until = [date_reading(int(numeral.amount)), *readings], [date_reading(last), *until]
        kind = Kind.DATE
    if not of and not symbol and _POINTS.match(text, end):
        readings.append(Reading("pp", first_amount))  # lowered by 0.3 points
    weak = (_weak(numeral) or (not numeral.figures and not symbol and _in_name(text, start))) and not (
        of and of[0].kind in (Kind.MONEY, Kind.PERCENT, Kind.POINTS)
    )
    return [
        plain_value(
            kind,
            text,
            start,
            end,
            readings,
            until=until,
            bound=bound,
            unit=of[0].key if of else "",
            plain=first_amount,
            end_plain=end_amount(numeral, second) if second else None,
            places=max(numeral.places, second.places if second else 0),
            figures=numeral.figures,
            firm=not weak and first_amount != 0,
            counted=numeral.fraction and _OF_WHOLE.match(text, end) is not None,
        )
    ]


def _is_part(text: str, start: int, numeral: Numeral) -> bool:
    return (
        numeral.ordinal
        and not numeral.figures
        and numeral.amount >= 3
        and text.startswith(" of ", numeral.end)
        and _PART_BEFORE.search(text, max(0, start - 4), start) is not None
    )


def _part(text: str, start: int, numeral: Numeral) -> Value:
    """Return a third of, which seldom is the third one, and a tenth of a percentage point."""
    part, end = 1 / numeral.amount, numeral.end
    if (whole := _HALF_OF.match(text, end)) is not None:
        of = english_units()[_HALVED.get(whole[1], whole[1])]
        end = whole.end()
        kind, unit, readings = of[0].kind, of[0].key, [*measured(part, of), Reading("", part)]
    else:
        readings = [Reading("", part), Reading("%", part * 100), Reading("ordinal", numeral.amount)]
        kind, unit = Kind.FRACTION, ""
    bound = bound_of(text, start, end)
    return plain_value(
        kind, text, start, end, readings, plain=part, bound=bound, unit=unit, figures=False, firm=unit != ""
    )


def _weak(numeral: Numeral) -> bool:
    return (
        (not numeral.figures and numeral.amount <= 10)
        or numeral.bound is Bound.SOME
        or (numeral.fraction and not numeral.figures)
    )


def _in_name(text: str, start: int) -> bool:
    """Tell a capital within a sentence: the Five-hundred-meter Aperture Spherical Telescope."""
    return text[start].isupper() and _WITHIN_SENTENCE.search(text[max(0, start - 2) : start]) is not None


def _special(text: str, start: int, numeral: Numeral, of: tuple[Unit, ...], bound: Bound) -> Value | None:
    """Return a century, "three in ten", "two times" or a year, or None."""
    if numeral.ordinal and (century := _CENTURY.match(text, numeral.end)) is not None:
        return plain_value(
            Kind.DATE,
            text,
            start,
            century.end(),
            [Reading("century", numeral.amount), Reading("ordinal", numeral.amount)],
            plain=numeral.amount,
            figures=numeral.figures,
        )
    if (fold := _FOLD.match(text, numeral.end)) is not None:
        readings = [
            Reading("times", numeral.amount),
            Reading("x", numeral.amount),
            Reading("", numeral.amount),
        ]
        return plain_value(
            Kind.MULTIPLE,
            text,
            start,
            fold.end(),
            readings,
            plain=numeral.amount,
            bound=bound,
            places=numeral.places,
            figures=numeral.figures,
            firm=not _weak(numeral),
        )
    if not of and (link := _IN.match(text, numeral.end)) is not None and not numeral.ordinal:
        whole = read_numeral(text, link.end() + (2 if text.startswith(("a ", "a-"), link.end()) else 0))
        if whole is not None and 0 < numeral.amount < whole.amount:
            share = numeral.amount / whole.amount
            return plain_value(
                Kind.FRACTION,
                text,
                start,
                whole.end,
                [Reading("", share), Reading("%", share * 100)],
                plain=share,
                bound=bound,
                figures=False,
                firm=False,
            )
    if not of and is_year(numeral) and _YEAR_BEFORE.search(text[max(0, start - 8) : start]):
        return plain_value(
            Kind.DATE,
            text,
            start,
            numeral.end,
            [date_reading(int(numeral.amount)), Reading("", numeral.amount)],
            plain=numeral.amount,
        )
    return None


def _readings(numeral: Numeral, amount: Fraction, of: tuple[Unit, ...]) -> list[Reading]:
    if of:
        readings = measured(amount, of)
        if numeral.bound is Bound.SOME:
            readings.insert(0, Reading("order", amount))
        if numeral.fraction:
            readings.append(Reading("", amount))
        return readings
    if numeral.bound is Bound.SOME:
        return [Reading("order", amount)]
    if numeral.ordinal:
        readings = [Reading("ordinal", amount)]
        if amount <= 31 and numeral.digits:
            readings.append(Reading("day", amount))
        if amount >= 3 and not numeral.figures:
            readings += [Reading("", 1 / amount), Reading("%", 100 / amount)]
        return readings
    readings = [Reading("", amount)]
    if numeral.fraction:
        readings.append(Reading("%", amount * 100))
        if amount == Fraction(1, 4):
            readings.append(Reading("month", Fraction(3)))
        readings.append(Reading("x", amount))
    if numeral.amount == 12 and numeral.scale == 12:
        readings.append(Reading("order", Fraction(10)))
    if is_year(numeral):
        readings.append(Reading("year", amount))
    return readings
