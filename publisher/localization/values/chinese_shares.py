"""Shares and multiples in Chinese text: 百分之三, 三成, 八折, 三分之二, 翻番, 两倍, 每五人中有三人."""

import re
from fractions import Fraction

from publisher.localization.values.building import bounded, measured, plain_value
from publisher.localization.values.chinese_dates import number
from publisher.localization.values.chinese_numerals import Numeral, read_numeral
from publisher.localization.values.chinese_passage import Passage
from publisher.localization.values.model import Bound, Kind, Reading, Value

TO = re.compile(r" ?(?:至|到|—{1,2}|–|-|~|～|:|比) ?")


OFF = re.compile(r"(?P<unit>成|折)(?P<more>半|[一二三四五六七八九](?![个名家天])|\d(?![\d.]))?")


_IN = re.compile(
    r"每(?:[^\d，。；、,;一二两三四五六七八九十百千]{0,4}) ?(?P<whole>\d{1,4}|[一二两三四五六七八九十百千]{1,3}) ?(?:名|个|位|人|家|户|对|辆|件|台|部|枚|笔|株|款|条)[^\d，。；、,;]{0,14}?(?:中|里|当中|之中)?，?(?:就|便|约|至少|大约|平均)?有(?:近|约|超过|至少)?"
    r"(?P<part>\d{1,3}|[一二两三四五六七八九]) ?(?=[名个位人家户对辆件台部枚笔株款条])"
)


_IN_SOME = re.compile(
    r"每 ?(?P<whole>\d{1,4}|[一二两三四五六七八九十百千]{1,3}) ?(?:名|个|位|人|家|户|对|辆|件|台)(?=[^，。；,;]{0,14}?(?:中|里|当中|之中)(?:就|便|约)?有(?P<part>[一两三四五六七八九])[名个位人家户])"
)


_PER = re.compile(r"每(?P<unit>斤|市斤|公斤|千克|升|亩|公顷|吨|公里|平方米|立方米|磅|加仑|桶)")


_GROWN = re.compile(
    r"(?:增长|增加|提高|扩大|上升|上涨|增|涨|提升|增多|多|高出|高|大|飙升|暴涨|猛增|激增|增幅|增值)(?:了|近|约|超过|逾|超|将近)*$"
)


_SLASH = re.compile(r"/(\d{1,3})(?![\d/.月日号])")
_NO_SHARE = re.compile(r"[A-Za-z/.\d-]")
_SHARED = re.compile(r"[的以强弱左]")


_GROWN_TO = re.compile(r"(?:增长|增加|提高|扩大|上升|增|提升|翻)[到至为](?:了|约|近)*$")


def rate_at(passage: Passage, start: int) -> Value | None:
    """每5人中有3人 is a share, 每斤 one jin, which the English may turn into grams."""
    text = passage.text
    if (match := _IN.match(text, start) or _IN_SOME.match(text, start)) is not None:
        part, whole = (
            number(match["part"].replace("两", "二")),
            number(match["whole"].replace("两", "二")),
        )
        if 0 < part < whole:
            share = Fraction(part, whole)
            readings = [Reading("", share), Reading("%", share * 100)]
            return plain_value(
                Kind.FRACTION, text, *match.span(), readings, plain=share, figures=False, firm=False
            )
    if (match := _PER.match(text, start)) is not None and match["unit"] in passage.table:
        of = passage.table[match["unit"]]
        return plain_value(
            Kind.NAME, text, *match.span(), measured(Fraction(1), of), plain=Fraction(1), unit=of[0].key, figures=False, firm=False,
        )  # fmt: skip
    return None


def slashed_at(passage: Passage, start: int, top: Numeral) -> list[Value]:
    """3/5的受访者 is a share; in 1/8决赛 and on 3/5 nobody need repeat it."""
    text = passage.text
    match = _SLASH.match(text, top.end)
    if match is None or not top.figures or not 0 < top.digits <= 2 or not 0 < top.amount < int(match[1]):
        return []
    if _NO_SHARE.search(text, max(0, start - 1), start):
        return []
    share = top.amount / int(match[1])
    readings = [Reading("", share), Reading("%", share * 100), Reading("x", share)]
    firm = _SHARED.match(text, match.end()) is not None
    bound = passage.bound(start, match.end())
    return [
        plain_value(Kind.FRACTION, text, start, match.end(), readings, bound=bound, plain=share, firm=firm)
    ]


def share_at(passage: Passage, match: re.Match[str]) -> list[Value]:
    """百分之三十, 千分之三."""
    text, start = passage.text, match.start()
    whole = {"百": 100, "千": 1000, "万": 10000}[match["share"][0]]
    numeral = read_numeral(text, match.end())
    if numeral is None:
        if text[match.end() : match.end() + 1] != "百":
            return []
        numeral = Numeral(Fraction(100), match.end() + 1, False)
    amount, end = numeral.amount * Fraction(100, whole), numeral.end
    until, last = [], None
    if (link := TO.match(text, end)) and (
        second := read_numeral(text, link.end() + (3 if text.startswith(match["share"], link.end()) else 0))
    ):
        last = second.amount * Fraction(100, whole)
        until, end = [Reading("%", last)], second.end
    elif numeral.until is not None:
        last = numeral.until * Fraction(100, whole)
        until = [Reading("%", last)]
    readings = [Reading("%", amount), Reading("", amount / 100)]
    bound = bounded(passage.bound(start, end), numeral.bound)
    return [
        plain_value(
            Kind.PERCENT,
            text,
            start,
            end,
            readings,
            until=until,
            bound=bound,
            unit="%",
            plain=amount,
            end_plain=last,
            places=numeral.places,
            figures=numeral.figures,
        )
    ]


def multiplied_at(passage: Passage, match: re.Match[str]) -> Value:
    """翻番 doubles, 翻两番 quadruples."""
    fan = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4}[match["fan"] or ""]
    factor = Fraction(1, 2) if match.group() in ("减半", "腰斩") else Fraction(2**fan)
    readings = [Reading("x", factor), Reading("times", factor)]
    if factor < 1:
        readings.append(Reading("%", Fraction(50)))
    return plain_value(
        Kind.MULTIPLE,
        passage.text,
        *match.span(),
        readings,
        unit="grown",
        plain=factor,
        figures=False,
        firm=fan > 1,
    )


def half_at(passage: Passage, start: int) -> list[Value]:
    """半年, 半小时, 一半 ends here too."""
    text = passage.text
    end, of = passage.unit(start + 1)
    half = Fraction(1, 2)
    if text[start + 1 : start + 2] in ("天", "日"):
        return [
            plain_value(
                Kind.DURATION,
                text,
                start,
                start + 2,
                [Reading("s", Fraction(43200)), Reading("", half)],
                plain=half,
                figures=False,
                firm=False,
            )
        ]
    if of and of[0].kind is Kind.DURATION:
        return [
            plain_value(
                Kind.DURATION,
                text,
                start,
                end,
                [*measured(half, of), Reading("", half)],
                plain=half,
                unit=of[0].key,
                figures=False,
                firm=False,
            )
        ]
    readings = [Reading("", half), Reading("%", Fraction(50)), Reading("x", half)]
    whole = text[start - 1 : start] == "一" or text[start + 1 : start + 2] == "数"
    return [
        plain_value(
            Kind.FRACTION,
            text,
            start,
            start + 1,
            readings,
            plain=half,
            figures=False,
            firm=False,
            counted=whole,
        )
    ]


def tenths_at(
    passage: Passage, start: int, numeral: Numeral, second: Numeral | None, off: re.Match[str], bound: Bound
) -> Value | None:
    """三成 is 30%, 八折 20% off."""
    text = passage.text
    if numeral.amount > 99 or (
        off["unit"] == "成"
        and text[off.end() : off.end() + 1] in tuple("功立都长员就果本交型份绩人效名语千吉")
    ):
        return None
    if off["unit"] == "成" and numeral.amount == 1 and text.startswith("为", off.end()):
        return None
    if off["unit"] == "折" and text[off.end() : off.end() + 1] in tuple("断磨叠射线腾返扇纸旧戟损服算合"):
        return None

    def part(amount: Fraction) -> Fraction:
        extra = Fraction(0)
        if off["more"]:
            extra = Fraction(5) if off["more"] == "半" else Fraction(number(off["more"]))
        return amount * 10 + extra if amount < 10 or off["unit"] == "成" else amount

    bound = bounded(passage.bound(start, off.end()), bound)
    amount = part(numeral.amount)
    last = numeral.until if second is None else second.amount
    until = [Reading("%", part(last))] if last is not None else []
    readings = [Reading("%", amount), Reading("", amount / 100)]
    if off["unit"] == "折":
        readings = [Reading("%", 100 - amount), Reading("%", amount)]
        until = [Reading("%", 100 - part(last)), Reading("%", part(last))] if last is not None else []
    unit = "折" if off["unit"] == "折" else "%"
    return plain_value(
        Kind.PERCENT, text, start, off.end(), readings, until=until, bound=bound, unit=unit, plain=amount,
        end_plain=part(last) if last is not None else None, figures=numeral.figures, firm=numeral.figures or numeral.until is None,
    )  # fmt: skip


def times_at(
    passage: Passage, start: int, end: int, numeral: Numeral, until: Fraction | None, bound: Bound
) -> Value:
    """增长两倍 is tripled; 增长到两倍 and 两倍于 are twice."""
    text, amount = passage.text, numeral.amount
    bound = bounded(passage.bound(start, end), bound)
    if text[end : end + 1] in ("多", "余"):
        bound, end = Bound.MORE, end + 1
    if text[end : end + 1] == "半":
        amount, end = amount + Fraction(1, 2), end + 1
    grown = _GROWN.search(text, max(0, start - 10), start) is not None
    grown_to = _GROWN_TO.search(text, max(0, start - 10), start) is not None
    readings = [Reading("x", amount + 1 if grown else amount), Reading("times", amount)]
    if amount == 1:
        readings += [Reading("x", Fraction(2)), Reading("%", Fraction(100))]
    elif grown:
        readings.append(Reading("%", amount * 100))
    ends = [Reading("x", until), Reading("times", until)] if until is not None else []
    return plain_value(
        Kind.MULTIPLE,
        text,
        start,
        end,
        readings,
        until=ends,
        bound=bound,
        unit="grown" if grown or grown_to else "",
        plain=amount,
        places=numeral.places,
        figures=numeral.figures,
        firm=numeral.figures,
    )


def fraction_at(passage: Passage, start: int, bottom: Numeral) -> list[Value]:
    """三分之二, 十三分之一."""
    text = passage.text
    top = read_numeral(text, bottom.end + 2)
    if top is None or not bottom.amount:
        return []
    share = top.amount / bottom.amount
    readings = [Reading("", share), Reading("%", share * 100), Reading("x", share)]
    bound = bounded(passage.bound(start, top.end), top.bound)
    return [
        plain_value(
            Kind.FRACTION,
            text,
            start,
            top.end,
            readings,
            bound=bound,
            plain=share,
            figures=bottom.figures,
            firm=bottom.figures,
        )
    ]
