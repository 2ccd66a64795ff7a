"""Times that Chinese text tells from the day of issue: 今日, 昨晚, 本周五, 上个月, 本月中旬, 去年."""

import re
from datetime import datetime
from fractions import Fraction

import msgspec

from publisher.localization.values.building import plain_value
from publisher.localization.values.deixis import readings
from publisher.localization.values.model import Deixis, Kind, Reading, Span, Value

_WORDS = re.compile(
    r"(?P<near>上上|下下|上|下|本|这)个?(?:周|星期|礼拜)(?:(?P<weekday>[一二三四五六]|[日天](?![本均元军语方系企媒报气]))"
    # 上周三大指数 are three indices, 本周一共 a sum
    r"(?![周年季点些个共直起般样部名位家场次项条件只架辆艘支批种座所大成倍人方十百千万]|[一二三四五六]+[家名场])"
    r"|(?P<week>)(?![年期边围转刊长密身遭]))"
    r"|(?P<day>(?<!大)(?:前|后)(?:天(?![气天空])|日(?![一二三四五六七八九\d]))|前晚|[今昨明](?:天|日|晚|夜|早|晨|午))"
    r"|(?P<month>本月|这个月|[上下]个月|[上下]月(?![球台亮饼面]))(?P<third>[上中下]旬)?"
    r"|(?P<year>今年|去年|明年|前年|后年|本年|上年)"
)
_NEAR = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
_DAYS = {"前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}
_YEARS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_OF_THE_STORY = frozenset({"上年", "本年"})  # of the year that is told of
_ANY_WEEK = frozenset({-1, 0, 1})


def read_deixis(text: str, at: int, issued: datetime | None) -> Value | None:
    """Return the time told from the day of issue that begins at ``at``."""
    match = _WORDS.match(text, at)
    if match is None:
        return None
    if match["weekday"]:
        weekday = "一二三四五六日".index(match["weekday"].replace("天", "日")) + 1
        return weekday_value(text, match.span(), weekday, frozenset({_NEAR[match["near"]]}), issued)
    if match["day"]:
        return _day(text, match.span(), issued)
    deixis: Deixis | None
    if match["near"]:
        deixis = Deixis(Span.WEEK, frozenset({_NEAR[match["near"]]}))
        said = [Reading("s", Fraction(604800))]
    elif match["month"]:
        shift = {"上": -1, "下": 1}.get(match["month"][0], 0)
        third = "上中下".index(match["third"][0]) + 1 if match["third"] else 0
        deixis = Deixis(Span.MONTH, frozenset({shift}), third)
        said = [Reading("month", Fraction(1))]
    else:
        shift = _YEARS[match["year"]]
        deixis = Deixis(Span.YEAR, frozenset({shift})) if match["year"] not in _OF_THE_STORY else None
        said = [Reading("relative-year", Fraction(shift))]
        if issued is not None:
            said.append(Reading("year", Fraction(issued.year + shift)))
    return plain_value(Kind.NAME, text, *match.span(), said, figures=False, firm=False, deixis=deixis)


def weekday_value(
    text: str,
    span: tuple[int, int],
    weekday: int,
    weeks: frozenset[int] = _ANY_WEEK,
    issued: datetime | None = None,
) -> Value:
    """Return a weekday (Monday is 1) of one of ``weeks`` from that of issue: last, this or next where none is said."""
    deixis = Deixis(Span.WEEKDAY, weeks, weekday)
    return plain_value(
        Kind.DATE, text, *span, readings(deixis, issued), figures=False, firm=False, deixis=deixis
    )


def with_day(value: Value) -> Value:
    """Return a part of day or an hour with its day: 昨晚, 今晚8时."""
    shift = _DAYS.get(value.text[0]) if value.text[1:2] == "晚" else None
    if shift is None:
        return value
    return msgspec.structs.replace(value, deixis=Deixis(Span.DAY, frozenset({shift})))


def _day(text: str, span: tuple[int, int], issued: datetime | None) -> Value:
    deixis = Deixis(Span.DAY, frozenset({_DAYS[text[span[0]]]}))
    return plain_value(
        Kind.DATE, text, *span, readings(deixis, issued), figures=False, firm=False, deixis=deixis
    )
