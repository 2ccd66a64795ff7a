"""Words of the Chinese calendar: 周三, 一季度, 上半年, 21世纪, 去年, 当天."""

import re
from datetime import datetime
from fractions import Fraction

from publisher.localization.values.building import plain_value
from publisher.localization.values.chinese_dates import number, read_decade
from publisher.localization.values.chinese_deixis import read_deixis, weekday_value
from publisher.localization.values.chinese_numerals import HAN
from publisher.localization.values.dates import date_reading
from publisher.localization.values.model import Kind, Reading, Value

_CENTURY = re.compile(
    r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?!的?(?:[1-9]0|[一二三四五六七八九]{1,2}十)年代)"
)


_NEW_CENTURY = re.compile(r"(?:本世纪|21世纪|二十一世纪)(?:初|头十年|头10年)(?!的?[\d一二三四五六七八九十])")


_PART = re.compile(
    r"(?:第)?(?P<q>[一二三四1-4])(?:个)?季度?(?![节候军风])(?<!四季)|(?P<n>前|头)(?P<k>[一二两三四1-4])(?:个)?季度|(?P<h>上|下|前|后)半年|第(?P<q4>[一二三四1-4])季(?!节)|(?P<first>首)季度?(?!节)|Q(?P<q5>[1-4])(?!\d)"
)


_WEEKDAY = re.compile(r"(?:星期|周|礼拜)(?P<d>[一二三四五六日天])(?![周年季点些个])")


_RELATIVE = re.compile(
    r"(?P<d>当天|当日|次日|同日|当晚|翌日)|(?P<m>当月|同月)|(?P<a>每年|全年|整年|半年|同年|当年|往年|历年|常年|年度)|(?P<noon>午夜)|(?P<daily>每天|每日|日均|一天|全天|整天|周末|每周(?![一二三四五六日天])|一周|每月|月均|每小时|隔夜|彻夜|周岁)"
)


def read_calendar_word(text: str, at: int, issued: datetime | None) -> Value | None:
    """Return the weekday, quarter, half year, century or relative year that begins at ``at``."""
    if (match := _WEEKDAY.match(text, at)) is not None:
        day = "一二三四五六日".find(match["d"].replace("天", "日")) + 1
        return weekday_value(text, match.span(), day, issued=issued)
    if (told := read_deixis(text, at, issued)) is not None:
        return told
    if (match := _PART.match(text, at)) is not None:
        return _part(text, match)
    if text[at] in "上本" and (decade := read_decade(text, at)) is not None:
        return decade
    if (match := _NEW_CENTURY.match(text, at)) is not None:
        readings = [Reading("decade", Fraction(2000)), Reading("century", Fraction(21))]
        return plain_value(Kind.DATE, text, *match.span(), readings, figures=False, firm=False)
    if (match := _CENTURY.match(text, at)) is not None:
        century = Fraction(number(match["n"]))
        return plain_value(
            Kind.DATE,
            text,
            at,
            match.end(),
            [Reading("century", century), Reading("ordinal", century)],
            plain=century,
            figures=match["n"].isdigit(),
        )
    if (match := _RELATIVE.match(text, at)) is not None:
        return _relative(text, match)
    return None


def _part(text: str, match: re.Match[str]) -> Value:
    span = match.span()
    quarter = match["q"] or match["q4"] or match["q5"] or ("1" if match["first"] else "")
    if quarter:
        return plain_value(
            Kind.DATE, text, *span, [date_reading(None, 32 + number(quarter))], figures=quarter.isdigit()
        )
    if match["k"]:
        count = Fraction(2 if match["k"] == "两" else number(match["k"]))
        return plain_value(
            Kind.DURATION,
            text,
            *span,
            [Reading("month", count * 3), Reading("", count)],
            plain=count,
            firm=False,
            figures=match["k"].isdigit(),
        )
    half = 1 if match["h"] in "上前" else 2
    return plain_value(
        Kind.DATE,
        text,
        *span,
        [date_reading(None, 39 + half), Reading("month", Fraction(6))],
        figures=False,
        firm=False,
    )


def _relative(text: str, match: re.Match[str]) -> Value:
    said = match.group()
    readings = [Reading("relative", said)]
    if match["a"]:
        readings = [Reading("month", Fraction(6 if said == "半年" else 12))]
    elif match["m"]:
        readings = [Reading("month", Fraction(1))]
    elif match["noon"]:
        readings = [Reading("minute-of-day", Fraction(0 if said == "午夜" else 720))]
    elif match["daily"]:
        seconds = 604800 if "周" in said and "末" not in said else 3600 if "小时" in said else 86400
        readings = [Reading("month", Fraction(1))] if "月" in said else [Reading("s", Fraction(seconds))]
    return plain_value(Kind.NAME, text, *match.span(), readings, figures=False, firm=False)


STARTS = f"[星周礼第前头上下后今去明本昨当次同翌每全整半往历常年日月中正午隔彻这{HAN}]"
"""The characters that a calendar word may begin with."""
