"""The finder for English text."""

import re
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from functools import cache

import msgspec

from publisher.localization.values.building import bounded, measured, plain_value, shared_units
from publisher.localization.values.dates import date_reading
from publisher.localization.values.english_dates import (
    MONTHS,
    WEEKDAYS,
    read_date,
    read_part,
    read_time,
    read_time_words,
    relative_year,
)
from publisher.localization.values.english_numerals import STARTS, Numeral, read_numeral
from publisher.localization.values.identifiers import find_identifiers
from publisher.localization.values.model import Bound, Kind, Reading, Value
from publisher.localization.values.units import DOLLARS, Unit, english_units, units

_NARROW = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    0x2019: "'", 0x2018: "'", 0xA0: " ", 0x202F: " ", 0x2009: " ", 0x3000: " ", 0x2011: "-", 0x2010: "-",
}  # fmt: skip
_SYMBOL = r"US\$|HK\$|NT\$|AU\$|CA\$|NZ\$|CN¥|JP¥|RMB ?¥?|CNY|USD|HKD|EUR|GBP|JPY|TWD|SGD|AUD|CAD|KRW|RM(?=\d)|Rs\.?|[ACS]\$|R\$|[$€£¥￥₩₹₽]"
_MULTIPLES: dict[str, int | Fraction] = {
    "twice": 2, "double": 2, "doubles": 2, "doubled": 2, "doubling": 2, "twofold": 2, "thrice": 3, "triple": 3,
    "triples": 3, "tripled": 3, "tripling": 3, "threefold": 3, "treble": 3, "trebled": 3, "quadruple": 4,
    "quadruples": 4, "quadrupled": 4, "quadrupling": 4, "fourfold": 4, "quintuple": 5, "quintupled": 5, "fivefold": 5, "sixfold": 6,
    "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "twentyfold": 20, "hundredfold": 100, "thousandfold": 1000, "halves": Fraction(1, 2), "halved": Fraction(1, 2),
    "halve": Fraction(1, 2), "halving": Fraction(1, 2),
}  # fmt: skip
_SOFT = {
    "both": 2, "pair": 2, "pairs": 2, "couple": 2, "couples": 2, "dual": 2, "twin": 2, "twins": 2, "duo": 2, "bilateral": 2, "trio": 3, "trilateral": 3, "tripartite": 3,
    "single": 1, "sole": 1, "once": 1, "quartet": 4, "doubles": 2, "quadrangular": 4, "either": 2, "neither": 2, "two-way": 2,
}  # fmt: skip
_SPAN_WORDS = {
    "decade": ("decade", 1), "fortnight": ("fortnight", 1), "century": ("century", 1), "year": ("year", 1), "month": ("month", 1), "week": ("week", 1), "day": ("day", 1),
    "hour": ("hour", 1), "minute": ("minute", 1), "weeklong": ("week", 1), "yearlong": ("year", 1), "semester": ("month", 6), "weekly": ("week", 1), "weekend": ("day", 2),
    "centenary": ("year", 100), "centennial": ("year", 100), "bicentennial": ("year", 200), "daylong": ("day", 1), "monthlong": ("month", 1), "yearly": ("year", 1), "annual": ("year", 1), "daily": ("day", 1),
    "hourly": ("hour", 1), "monthly": ("month", 1), "biennial": ("year", 2), "half-year": ("month", 6), "overnight": ("day", 1), "millennium": ("year", 1000), "quarter": ("quarter", 1),
}  # fmt: skip
_AGES = {
    w: n
    for n, w in zip(
        range(20, 100, 10),
        "twenties thirties forties fifties sixties seventies eighties nineties".split(),
        strict=True,
    )
}
_DAY_PARTS = {"morning": "am", "early hours": "am", "predawn": "am", "afternoon": "pm", "evening": "pm"}
_WORDS = "|".join(
    sorted(
        {
            *MONTHS,
            *WEEKDAYS,
            *_MULTIPLES,
            *_SOFT,
            *_SPAN_WORDS,
            *_AGES,
            *_DAY_PARTS,
            "noon",
            "midday",
            "midnight",
            "teens",
            "teenage",
            "teenager",
            "teenagers",
            "decades",
            "centuries",
        },
        key=len,
        reverse=True,
    )
)
_CANDIDATE = re.compile(
    rf"(?P<cur>(?<![A-Za-z])(?:{_SYMBOL})|[€£])(?= ?\d)|(?P<digit>\d)|(?P<vulgar>[½¼¾⅓⅔])|(?P<short>(?<![A-Za-z0-9])(?:Q[1-4]|H[12])(?![A-Za-z0-9]))"
    rf"|(?<![A-Za-z])(?:(?P<rel>this|last|next|previous|past|current|coming) year(?![A-Za-z])|(?P<word>{_WORDS}|{STARTS})(?![A-Za-z]))",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?P<d11>New Year's Day)|(?P<d1231>New Year's Eve)|(?P<d51>May Day|International Workers' Day)|(?P<d61>International Children's Day)|(?P<d38>International Women's Day)|(?P<d101>National Day)|(?P<d1225>Christmas(?: Day)?(?! Eve))|(?P<d1224>Christmas Eve)"
    r"|(?P<early>[Ee]arly (?:on )?(?=the \d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))|(?P<late>[Ll]ate (?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
    r"|(?P<clock>(?:[Aa]?round[- ]the[- ]clock|24/7|day and night))|(?P<extra>extra[- ]time)|(?P<full>(?:regulation|normal|regular) time)"
    r"|(?P<two>[Tt]wo (?:sides|countries|nations|parties|peoples|governments|leaders|places|cities|schools|universities|companies)(?![a-z]))|(?P<five>(?P<plan>\w{1,12}) Five[- ]Year Plan)|Two Sessions|[Tt]wo sessions|Three Gorges|Group of (?:Seven|Eight|Twenty|20|77)|no one\b|No one\b|[Oo]ne of\b|for one\b|one another|each one\b|Every one\b"
    r"|second(?:hand|-hand|ary)|[Ss]econd to none|First Lady|[Ff]irst lady|[Oo]ne Belt,? [Oo]ne Road|Four-?[Cc]omprehensives?|third part(?:y|ies)|[Tt]hird World|at first\b|[Aa]t once\b"
    r"|[Ff]our Seasons|Long March\b(?!-?\d| ?\d)|[Oo]ne-(?:stop|on-one|way|sided|off|child|china)|Capitol Hill|[Oo]ne-[Cc]hina|the one\b|this one\b|that one\b|half[- ]?time\b|quarter-?finals?\b|semi-?finals?\b|"
    r"(?:Big|Gang of) (?:Three|Four|Five)|Seven Sisters|[Ff]irst and foremost|[Ff]irst of all|[Aa] second thought|second thoughts?|Double (?:Eleven|Ninth)|Double 11|Singles' Day"
)
_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:(?P<least>no (?:less|fewer) than|not (?:less|fewer) than|at least|a minimum of|upwards? of|more than|over|above|exceed(?:s|ed|ing)?|in excess of|greater than|higher than|surpass(?:es|ed|ing)?|topp(?:ed|ing)|beyond|as (?:many|much|high|long) as|past the|well over|longer than|larger than|older than|passed)"
    r"|(?P<most>(?:no|not) more than|not (?:exceed|over|above)|no (?:higher|longer|later) than|at (?:the )?most|a maximum of|up to|under|below|less than|fewer than|lower than|smaller than|short of|shorter than|within|younger than)"
    r"|(?P<nearly>nearly|almost|close to|approaching|just under|just shy of|nearing|not quite|little less than)"
    r"|(?P<about>about|around|approximately|roughly|some|an estimated|approx\.|circa|or so|in the region of|~))"
    r"(?: (?:a|an|the|total of|record|another|estimated|of|its|full|whole))?[ (~]?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<more>\+|-odd\b| odd\b| plus\b|-plus\b| or (?:more|above|over|older|higher|longer)\b| and (?:above|over|older|higher)\b)|(?P<less> or (?:less|fewer|under|below|younger)\b| and (?:under|below)\b)|(?P<about> or so\b)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?P<dash> ?[-–—~] ?)|(?P<word> (?:to|through|or) )|(?P<and> and )|(?P<colon>:)(?=\d)")
_HALF_OF = re.compile(
    r"[ -](?:of )?(?:an? )?(percentage point|year|month|day|hour|decade|century|mile|kilometer|kilometre)(?![A-Za-z])"
)
# the time of a race: 1:52.36, 2:05:30.4
_LAP = re.compile(r"(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):(?P<s>[0-5]\d\.\d{1,3})(?!\d)")
_POINTS = re.compile(r" points?(?![a-z])")
_AS_MANY = re.compile(r"(?<![A-Za-z])(?:in|from|over|across) as many (?P<unit>years|months|weeks|days)?")
_OLD = re.compile(r"[ -]olds?(?![a-z])")
_IN = re.compile(
    r"[ -](?:in|out of|out of every|of every|in every)[ -](?=(?:\d[\d.,]* (?:million|billion)|a[ -](?:hundred|thousand|million|billion)\b|two|three|four|five|six|seven|eight|nine|ten|10|100|1,000|a hundred)\b(?![ -](?:years?|months?|days?|weeks?|hours?|minutes?|cities|countries|provinces|villages|counties|places|areas|million|thousand|hundred|languages|cases|games|matches|categories|schools|fields|industries)))"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|to|early|late|mid|during|year|before|after|and|through|between|for|end-|the|spring|summer|autumn|fall|winter)[ -]|[,(–-] ?|^)$",
    re.IGNORECASE,
)


_SYMBOL_HERE = re.compile(_SYMBOL)
_CLOCK_LINK = re.compile(r",? (?:and )?(?=[\dA-Za-z])")
_WITHIN_SENTENCE = re.compile(r"[a-z,] $")
_BETWEEN = re.compile(r"\b(?:[Bb]etween|from) (?:[A-Za-z$]{1,4} ?)?$")
_CENTURY = re.compile(r"[ -]century(?![a-z])")
_FOLD = re.compile(r"[ -]?(?:times|fold)(?![a-z])(?! (?:at|in the|during|since) )")
_BEFORE_UNIT = re.compile(
    r" (?:Chinese |mainland |new |more |full |whole |long |consecutive |straight |calendar |working |square |light |billion )(?=yuan|renminbi|years?|days?|months?|weeks?|hours?)"
)
_PERCENT_POINTS = re.compile(r"[ -](?:age )?points?(?![a-z])")


def narrow(text: str) -> str:
    """Return ``text`` half-width and with plain spaces, every character in its place."""
    return text.translate(_NARROW)


def scan(text: str, issued: datetime | None = None) -> list[Value]:
    """Return every value of an English text, and names with numbers in them, in order."""
    narrowed = narrow(text)
    kept = sorted([*find_identifiers(narrowed), *_names(narrowed)], key=lambda v: (v.start, -v.end))
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
    values = _with_as_many(narrowed, values)
    values = shared_units(narrowed, values)
    values = [_with_bound(narrowed, v, values[n - 1].end if n else 0) for n, v in enumerate(values)]
    if narrowed != text:
        values = [_requote(v, text) for v in values]
    return values


def _with_as_many(text: str, values: list[Value]) -> list[Value]:
    """Add what "his third title in as many years" says again."""
    more = []
    for match in _AS_MANY.finditer(text):
        said = next((v for v in reversed(values) if v.end <= match.start() and v.plain is not None), None)
        if said is not None and said.plain is not None:
            of = english_units().get(match["unit"] or "", ())
            readings = [*measured(said.plain, of), Reading("", said.plain)]
            more.append(
                plain_value(
                    Kind.NAME,
                    text,
                    *match.span(),
                    readings,
                    plain=said.plain,
                    unit=of[0].key if of else "",
                    firm=False,
                    figures=False,
                )
            )
    return sorted([*values, *more], key=lambda v: v.start) if more else values


def _with_bound(text: str, value: Value, after: int) -> Value:
    """Take "more than" into the span, for it is part of what is stated."""
    if value.bound in (Bound.EXACT, Bound.SOME) or value.kind in (Kind.NAME, Kind.DATE):
        return value
    start, end = value.start, value.end
    if (match := _said_before(text, start, after)) is not None:
        start = match.start()
    elif (match := _AFTER.match(text, end)) is not None:
        end = match.end()
    return msgspec.structs.replace(value, start=start, end=end, text=text[start:end])


def _requote(value: Value, text: str) -> Value:
    return msgspec.structs.replace(value, text=text[value.start : value.end])


def _names(text: str) -> Iterator[Value]:
    for match in _NAMES.finditer(text):
        if match["early"] or match["late"]:
            part = Reading("part-of-day", "am" if match["early"] else "pm")
            yield plain_value(Kind.NAME, text, *match.span(), [part], figures=False, firm=False)
            continue
        spans = {"clock": 86400, "extra": 7200, "full": 5400}
        if match.lastgroup in spans:
            span = Reading("s", Fraction(spans[match.lastgroup]))
            yield plain_value(Kind.NAME, text, *match.span(), [span], figures=False, firm=False)
            continue
        if (last := match.lastgroup) is not None and last[0] == "d":
            month_day = last[1:]
            cut = 2 if len(month_day) > 2 else 1
            date = date_reading(None, int(month_day[:cut]), int(month_day[cut:]))
            yield plain_value(Kind.NAME, text, *match.span(), [date], figures=False, firm=False)
            continue
        readings = [Reading("", Fraction(1))]
        if match["five"]:
            numeral = read_numeral(text, match.start())
            if numeral is not None:
                readings = [Reading("ordinal", numeral.amount), Reading("", numeral.amount)]
        elif match.group().lower().startswith("two"):
            readings = [Reading("", Fraction(2))]
        elif match.group().lower().startswith("three"):
            readings = [Reading("", Fraction(3))]
        elif match.group().startswith("Group of"):
            numeral = read_numeral(text, match.start() + 9)
            assert numeral is not None  # the pattern ends in a number
            readings = [Reading("", numeral.amount), Reading("text", f"G{numeral.amount}")]
        plain = next((r.amount for r in readings if r.unit == ""), None)
        yield plain_value(Kind.NAME, text, *match.span(), readings, plain=plain, firm=False, figures=False)


def _read(text: str, match: re.Match[str], issued: datetime | None) -> list[Value]:
    start = match.start()
    if match["rel"]:
        return [
            plain_value(
                Kind.NAME,
                text,
                *match.span(),
                relative_year(match["rel"].lower(), issued),
                firm=False,
                figures=False,
            )
        ]
    if match["short"]:
        part = read_part(text, start)
        return [part] if part else []
    if match["cur"]:
        return _number(
            text, start, match.end() + (text[match.end()] == " "), match["cur"].strip().rstrip(".")
        )
    if match["digit"] or match["vulgar"]:
        date = read_part(text, start) or (read_date(text, start) if match["digit"] else None)
        if date is not None:
            return [date]
        if (lap := _LAP.match(text, start)) is not None:
            seconds = Fraction(lap["h"] or 0) * 3600 + int(lap["m"]) * 60 + Fraction(lap["s"])
            return [plain_value(Kind.DURATION, text, *lap.span(), [Reading("s", seconds)])]
        return read_time(text, start) or _number(text, start, start, None)
    return _word(text, match, match["word"].lower())


def _word(text: str, match: re.Match[str], word: str) -> list[Value]:
    start, end = match.span()
    if word in MONTHS and text[start].isupper():
        date = read_date(text, start)
        return [date] if date else []
    if word in WEEKDAYS:
        if not text[start].isupper():
            return []
        return [
            plain_value(
                Kind.DATE,
                text,
                start,
                end,
                [Reading("weekday", Fraction(WEEKDAYS[word]))],
                figures=False,
                firm=False,
            )
        ]
    if word in ("noon", "midday", "midnight"):
        minutes = Fraction(0 if word == "midnight" else 720)
        return [
            plain_value(
                Kind.TIME, text, start, end, [Reading("minute-of-day", minutes)], figures=False, firm=False
            )
        ]
    if word in _AGES:
        ten = Fraction(_AGES[word])
        readings = [Reading("month", ten * 12), Reading("decade", 1900 + ten), Reading("", ten)]
        return [
            plain_value(
                Kind.DURATION,
                text,
                start,
                end,
                readings,
                plain=ten,
                bound=Bound.MORE,
                figures=False,
                firm=False,
            )
        ]
    if word.startswith("teen"):
        return [
            plain_value(
                Kind.NAME,
                text,
                start,
                end,
                [Reading("", Fraction(10)), Reading("month", Fraction(120))],
                plain=Fraction(10),
                bound=Bound.SOME,
                figures=False,
                firm=False,
            )
        ]
    if word in ("decades", "centuries"):
        readings = [Reading("order", Fraction(10)), Reading("order", Fraction(100))]
        return [
            plain_value(
                Kind.DURATION, text, start, end, readings, bound=Bound.SOME, figures=False, firm=False
            )
        ]
    if word in _DAY_PARTS:
        return [
            plain_value(
                Kind.NAME,
                text,
                start,
                end,
                [Reading("part-of-day", _DAY_PARTS[word])],
                figures=False,
                firm=False,
            )
        ]
    part = read_part(text, start)
    if part is not None:
        return [part]
    if word in ("half", "quarter") and (time := read_time_words(text, start)) is not None:
        return [time]
    if word in _MULTIPLES:
        factor = Fraction(_MULTIPLES[word])
        readings = [Reading("x", factor), Reading("times", factor)]
        if word in ("double", "doubles", "triple"):
            readings.append(Reading("", factor))
        if factor == Fraction(1, 2):
            readings.append(Reading("%", Fraction(50)))
        return [
            plain_value(
                Kind.MULTIPLE,
                text,
                start,
                end,
                readings,
                plain=factor,
                unit="grown" if word.endswith(("ed", "ing", "es", "ve")) else "",
                bound=_bound(text, start, end),
                figures=False,
                firm=factor > 2,
            )
        ]
    if word in _SOFT:
        amount = Fraction(_SOFT[word])
        return [
            plain_value(
                Kind.NAME, text, start, end, [Reading("", amount)], plain=amount, figures=False, firm=False
            )
        ]
    numeral_values = _number(text, start, start, None)
    if numeral_values:
        return numeral_values
    if word in _SPAN_WORDS:
        key, count = _SPAN_WORDS[word]
        readings = measured(Fraction(count), [units()[key]])
        if key in ("hour", "minute") and (longer := _clocked(text, end, units()[key], Fraction(1))):
            end, seconds = longer
            return [
                plain_value(
                    Kind.DURATION,
                    text,
                    start,
                    end,
                    [Reading("s", seconds)],
                    plain=Fraction(1),
                    unit=key,
                    figures=False,
                )
            ]
        kind = (
            Kind.DURATION
            if word in ("decade", "fortnight", "centenary", "centennial", "bicentennial")
            else Kind.NAME
        )
        return [
            plain_value(
                kind, text, start, end, readings, plain=Fraction(count), unit=key, figures=False, firm=False
            )
        ]
    return []


def _number(text: str, start: int, at: int, symbol: str | None) -> list[Value]:
    numeral = read_numeral(text, at, money=symbol is not None)
    if numeral is None:
        return []
    of: tuple[Unit, ...] = _symbol_units(symbol) if symbol else ()
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
        if second is not None and not _ranges(text, start, numeral, second, link):
            second = None
        if second is not None:
            score = bool(link["colon"]) or (
                _end_amount(numeral, second) < numeral.amount
                and link["dash"] is not None
                and second.figures
                and second.scale == 1
            )
            end = second.end
    stop, after = _unit_after(text, end)
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
    bound = bounded(_bound(text, start, end), numeral.bound)
    if (
        second is None
        and of
        and of[0].key in ("year", "hour", "minute")
        and (longer := _clocked(text, end, of[0], first_amount))
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
        end, of = half.end(), english_units()[half[1]]
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
    readings += [r for a in first_alternatives for r in _readings(numeral, a, ())]
    until = _readings(second, _end_amount(numeral, second), of) if second is not None else []
    if kind is Kind.NUMBER and second is not None and _is_year(numeral) and numeral.figures:
        last = int(_end_amount(numeral, second))
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
            end_plain=_end_amount(numeral, second) if second else None,
            places=max(numeral.places, second.places if second else 0),
            figures=numeral.figures,
            firm=not weak,
        )
    ]


def _clocked(text: str, end: int, unit: Unit, amount: Fraction) -> tuple[int, Fraction] | None:
    """Take 2 hours and 18 minutes as one; return its end and its seconds."""
    seconds, found = amount * unit.factor, None
    while (match := _CLOCK_LINK.match(text, end)) is not None:
        numeral = read_numeral(text, match.end())
        if numeral is None:
            break
        stop, of = _unit_after(text, numeral.end)
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


def _end_amount(first: Numeral, second: Numeral) -> Fraction:
    if _is_year(first) and second.digits == 2:
        return first.amount // 100 * 100 + second.amount
    return second.amount


def _weak(numeral: Numeral) -> bool:
    return (
        (not numeral.figures and numeral.amount <= 10)
        or numeral.bound is Bound.SOME
        or (numeral.fraction and not numeral.figures)
    )


def _in_name(text: str, start: int) -> bool:
    """Tell a capital within a sentence: the Five-hundred-meter Aperture Spherical Telescope."""
    return text[start].isupper() and _WITHIN_SENTENCE.search(text[max(0, start - 2) : start]) is not None


def _is_year(numeral: Numeral) -> bool:
    return (
        numeral.digits == 4 and not numeral.grouped and 1000 <= numeral.amount <= 2199 and numeral.scale == 1
    )


def _ranges(text: str, start: int, first: Numeral, second: Numeral, link: re.Match[str]) -> bool:
    if (
        first.ordinal != second.ordinal
        or second.fraction
        or first.bound is Bound.SOME
        or second.bound is Bound.SOME
    ):
        return False
    if link["and"]:
        return _BETWEEN.search(text[max(0, start - 14) : start]) is not None
    if (
        _is_year(first)
        and first.amount >= 1900
        and first.figures
        and not _is_year(second)
        and not link["dash"]
    ):
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
    if not of and _is_year(numeral) and _YEAR_BEFORE.search(text[max(0, start - 8) : start]):
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
    if _is_year(numeral):
        readings.append(Reading("year", amount))
    return readings


def _symbol_units(symbol: str) -> tuple[Unit, ...]:
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
        rf"[ -]?(?P<pct>%)|[ -]?(?P<unit>{escaped})(?![A-Za-z²³])|(?P<abbr> ?(?:m|g|W|V|C|F))(?![A-Za-z0-9'²³-])"
    )


def _unit_after(text: str, end: int) -> tuple[int, tuple[Unit, ...]]:
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


def _said_before(text: str, start: int, after: int) -> re.Match[str] | None:
    """Return "more than" and its like where they stand right before ``start``, but not before ``after``."""
    mark = text[start - 1 : start]
    if mark == " ":
        mark = text[start - 2 : start - 1]
    if not mark or not (mark.isalpha() or mark in "~(."):
        return None
    return _BEFORE.search(text, max(after, start - 40), start)


def _bound(text: str, start: int, end: int) -> Bound:
    match = _said_before(text, start, 0)
    if match is not None:
        if match["least"]:
            return Bound.MORE
        if match["most"]:
            return Bound.LESS
        return Bound.NEARLY if match["nearly"] else Bound.ABOUT
    after = _AFTER.match(text, end)
    if after is None:
        return Bound.EXACT
    return Bound.MORE if after["more"] else Bound.LESS if after["less"] else Bound.ABOUT
