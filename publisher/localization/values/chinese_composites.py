"""Quantities of several figures in Chinese text: 3元5角, 一年半, 3小时20分; and 98年, a span or a year."""

import re
from fractions import Fraction

from publisher.localization.values.building import measured, plain_value
from publisher.localization.values.chinese_dates import number
from publisher.localization.values.chinese_numerals import DIGITS, Numeral
from publisher.localization.values.chinese_passage import Passage
from publisher.localization.values.model import Kind, Reading, Value
from publisher.localization.values.units import Unit

_MINUTES = re.compile(
    r"零?(\d{1,2}|[一二三四五六七八九十]{1,3})分(?!之)钟?(?:(\d{1,2}|[一二三四五六七八九十]{1,3})秒)?"
)


_MONTHS = re.compile(r"零?(\d{1,2}|[一二三四五六七八九十]{1,2})个月")


_SECONDS = re.compile(r"(\d{1,2}(?:\.\d{1,3})?)秒")


# 2米31, 一米八; no 五米一根, 50米12盏
_CENTIMETERS = re.compile(
    r"(?P<digits>\d{1,2}|[零〇一二三四五六七八九]{1,2})(?=$|[^\w/%-]|的|左右|以[上下]|多|[高长宽深夺获刷摘破居创列排远])(?![.,]\d)"
)


_JIAO = re.compile(r"(\d|[一二三四五六七八九])(角|毛)(?:(\d|[一二三四五六七八九])分)?")


def join(
    passage: Passage, end: int, amount: Fraction, of: tuple[Unit, ...]
) -> tuple[int, Fraction, list[Reading]] | None:
    """Take 3元5角, 2米31, 一年半, 3小时20分 and 两个半月 as one."""
    text = passage.text
    if not of:
        return None
    if (
        of[0].kind is Kind.DURATION
        and text[end : end + 1] == "半"
        and text[end + 1 : end + 2] not in ("年", "个", "天", "小")
    ):
        amount += Fraction(1, 2)
        return end + 1, amount, measured(amount, of)
    if of[0].key == "hour" and (minutes := _MINUTES.match(text, end)) is not None:
        seconds = amount * 3600 + number(minutes[1]) * 60 + number(minutes[2] or "零")
        return minutes.end(), amount, [Reading("s", seconds)]
    if of[0].key == "year" and (months := _MONTHS.match(text, end)) is not None:
        return months.end(), amount, [Reading("month", amount * 12 + number(months[1]))]
    if of[0].key == "minute" and (rest := _SECONDS.match(text, end)) is not None:
        return rest.end(), amount, [Reading("s", amount * 60 + Fraction(rest[1]))]
    if of[0].key == "m" and text[end - 1] == "米" and amount < 100 and amount.denominator == 1:
        if (rest := _CENTIMETERS.match(text, end)) is not None:
            digits = "".join(str(DIGITS.get(c, c)) for c in rest["digits"])
            amount += Fraction(int(digits), 10 ** len(digits))
            return rest.end(), amount, measured(amount, of)
        return None
    if of[0].key == "CNY" and text[end - 1] in "元块" and (jiao := _JIAO.match(text, end)) is not None:
        amount += Fraction(number(jiao[1]), 10) + Fraction(number(jiao[3]) if jiao[3] else 0, 100)
        return jiao.end(), amount, measured(amount, of)
    return None


def special(passage: Passage, start: int, numeral: Numeral) -> Value | None:
    """98年 (a span or a year), 二三十年代 and the digits of a long row."""
    text, end = passage.text, numeral.end
    if numeral.digits > 15:
        return plain_value(
            Kind.IDENTIFIER,
            text,
            start,
            end,
            [Reading("text", text[start : min(end, start + 64)])],
            figures=True,
        )
    if (
        text[end : end + 1] == "年"
        and numeral.digits == 2
        and numeral.figures
        and text[end + 1 : end + 2] not in ("来", "间", "以", "内", "前", "后", "期", "的", "历")
    ):
        year = int(numeral.amount) + (1900 if numeral.amount > 40 else 2000)
        readings = [
            Reading("month", numeral.amount * 12),
            Reading("year", Fraction(year)),
            Reading("", numeral.amount),
        ]
        return plain_value(
            Kind.DURATION,
            text,
            start,
            end + 1,
            readings,
            unit="year",
            plain=numeral.amount,
            bound=passage.bound(start, end + 1),
        )
    return None
