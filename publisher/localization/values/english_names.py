"""Names and phrases of English text that hold a number, or stand for one: the Five-Year Plan, May Day, as many."""

import re
from collections.abc import Iterator
from fractions import Fraction

from publisher.localization.values.building import measured, plain_value
from publisher.localization.values.dates import LUNAR, date_reading
from publisher.localization.values.english_numerals import read_numeral
from publisher.localization.values.model import Kind, Reading, Value
from publisher.localization.values.units import english_units

_NAMES = re.compile(
    r"(?P<d11>New Year's Day)|(?P<d1231>New Year's Eve)|(?P<d51>May Day|International Workers' Day)|(?P<d61>International Children's Day)|(?P<d38>International Women's Day)|(?P<d101>National Day)|(?P<d1225>Christmas(?: Day)?(?! Eve))|(?P<d1224>Christmas Eve)"
    r"|(?P<early>[Ee]arly (?:on )?(?=the \d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))|(?P<late>[Ll]ate (?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
    r"|(?P<clock>(?:[Aa]?round[- ]the[- ]clock|24/7|day and night))|(?P<hour>(?:after|before|on|past) the hour(?: mark)?\b)|(?P<nil>[Gg]oalless|[Ss]coreless|[Nn]il-nil)|(?P<straight>straight[- ](?:sets?|games?))|(?P<round>[Rr]ound of (?P<of>16|32|64)(?!\d))|(?P<lunar>(?:(?P<day>[\w-]{3,14}) day of (?:the )?)?(?P<month>\w{1,9}) (?:lunar month|month (?:of|in|on) the (?:Chinese )?lunar (?:calendar|year)))|(?P<sets>(?:three|four|five)[ -]set(?:s|ter)?(?![a-z]))|(?P<extra>extra[- ]time)|(?P<full>(?:regulation|normal|regular) time)"
    r"|(?P<two>[Tt]wo (?:sides|countries|nations|parties|peoples|governments|leaders|places|cities|schools|universities|companies)(?![a-z]))|(?P<five>(?P<plan>\w{1,12}) Five[- ]Year Plan)|Two Sessions|[Tt]wo sessions|Three Gorges|Group of (?:Seven|Eight|Twenty|20|77)|no one\b|No one\b|[Oo]ne of\b|for one\b|one another|each one\b|Every one\b"
    r"|second(?:hand|-hand|ary)|[Ss]econd to none|First Lady|[Ff]irst lady|[Oo]ne Belt,? [Oo]ne Road|Four-?[Cc]omprehensives?|third part(?:y|ies)|[Tt]hird World|at first\b|[Aa]t once\b"
    r"|[Ff]our Seasons|Long March\b(?!-?\d| ?\d)|[Oo]ne-(?:stop|on-one|way|sided|off|child|china)|Capitol Hill|[Oo]ne-[Cc]hina|the one\b|this one\b|that one\b|half[- ]?time\b|quarter-?finals?\b|semi-?finals?\b|"
    r"(?:Big|Gang of) (?:Three|Four|Five)|Seven Sisters|[Ff]irst and foremost|[Ff]irst of all|[Aa] second thought|second thoughts?|Double (?:Eleven|Ninth)|Double 11|Singles' Day"
)


_AS_MANY = re.compile(r"(?<![A-Za-z])(?:in|from|over|across) as many (?P<unit>years|months|weeks|days)?")


def with_as_many(text: str, values: list[Value]) -> list[Value]:
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


def _score_in_words(text: str, match: re.Match[str]) -> Value:
    """Return goalless, straight sets and a four-set win: a score from either side."""
    plain = None
    if match["nil"]:
        scores = ["0:0"]
    elif match["straight"]:
        scores = ["2:0", "3:0", "4:0"]
    else:
        sets = {"three": 3, "four": 4, "five": 5}[match["sets"].lower().replace("-", " ").split()[0]]
        plain, won = Fraction(sets), 2 if sets == 3 else 3
        scores = [f"{won}:{sets - won}"]
    readings = [Reading("score", side) for s in scores for side in dict.fromkeys((s, s[::-1]))]
    if plain is not None:
        readings.append(Reading("", plain))
    return plain_value(Kind.NAME, text, *match.span(), readings, plain=plain, figures=False, firm=False)


def find_names(text: str) -> Iterator[Value]:
    """Yield the names and phrases of ``text``, in order."""
    for match in _NAMES.finditer(text):
        if match["early"] or match["late"]:
            part = Reading("part-of-day", "am" if match["early"] else "pm")
            yield plain_value(Kind.NAME, text, *match.span(), [part], figures=False, firm=False)
            continue
        if match["round"]:  # 1/8决赛, 十六强
            whole = Fraction(match["of"])
            of = [Reading("", 2 / whole), Reading("", whole)]
            yield plain_value(Kind.NAME, text, *match.span(), of, plain=whole, firm=False)
            continue
        if match["lunar"]:
            rank = read_numeral(text, match.start("month"))
            day = read_numeral(text, match.start("day")) if match["day"] else None
            if rank is not None and rank.ordinal and rank.amount <= 12:
                which = int(day.amount) if day is not None and day.ordinal and day.amount <= 30 else None
                date = date_reading(None, int(rank.amount), which)
                start = match.start() if which else match.start("month")
                yield plain_value(
                    Kind.DATE, text, start, match.end(), [date], unit=LUNAR, figures=False, firm=False
                )
            continue
        if match["nil"] or match["straight"] or match["sets"]:
            yield _score_in_words(text, match)
            continue
        spans = {"clock": 86400, "extra": 7200, "full": 5400}
        if match.lastgroup in spans:
            span = Reading("s", Fraction(spans[match.lastgroup]))
            yield plain_value(Kind.NAME, text, *match.span(), [span], figures=False, firm=False)
            continue
        if match["hour"]:  # of a match: 第60分钟
            sixty = [Reading("ordinal", Fraction(60)), Reading("", Fraction(60))]
            yield plain_value(
                Kind.NAME, text, *match.span(), sixty, plain=Fraction(60), figures=False, firm=False
            )
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
        plain = next((r.amount for r in readings if r.unit == "" and not isinstance(r.amount, str)), None)
        yield plain_value(Kind.NAME, text, *match.span(), readings, plain=plain, firm=False, figures=False)
