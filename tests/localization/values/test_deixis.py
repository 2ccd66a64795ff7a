"""Times told from the day of issue are the days that they are, and are compared with dates."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from publisher.localization.values import Mismatch, compare, find, render
from publisher.localization.values.deixis import days
from publisher.localization.values.model import Deixis, Span

THURSDAY = datetime(2026, 3, 5, 9, tzinfo=timezone(timedelta(hours=8)))


def _compared(source: str, target: str, issued: datetime | None = THURSDAY) -> tuple[Mismatch, ...]:
    found = compare(source, target, "zh-Hans", "en", issued=issued)
    turned = compare(target, source, "en", "zh-Hans", issued=issued)
    assert len(found) == len(turned)
    return tuple(m for m in found if m.source and m.target)


@pytest.mark.parametrize(
    ("text", "language", "dates"),
    [
        ("今天", "zh-Hans", ["2026-03-05"]),
        ("昨日", "zh-Hans", ["2026-03-04"]),
        ("前天", "zh-Hans", ["2026-03-03"]),
        ("明晨", "zh-Hans", ["2026-03-06"]),
        ("本周五", "zh-Hans", ["2026-03-06"]),
        ("上周三", "zh-Hans", ["2026-02-25"]),
        ("下个星期天", "zh-Hans", ["2026-03-15"]),
        ("上上周一", "zh-Hans", ["2026-02-16"]),
        ("周五", "zh-Hans", ["2026-02-27", "2026-03-06", "2026-03-13"]),
        ("上週三", "zh-Hant-TW", ["2026-02-25"]),
        ("yesterday", "en", ["2026-03-04"]),
        ("the day after tomorrow", "en", ["2026-03-07"]),
        ("last Friday", "en", ["2026-02-27"]),
        ("last Monday", "en", ["2026-02-23", "2026-03-02"]),
        ("this Friday", "en", ["2026-03-06"]),
        ("this Monday", "en", ["2026-03-02", "2026-03-09"]),
        ("next Friday", "en", ["2026-03-06", "2026-03-13"]),
        ("next Monday", "en", ["2026-03-09"]),
        ("this coming Friday", "en", ["2026-03-06", "2026-03-13"]),
        ("Monday next week", "en", ["2026-03-09"]),
        ("Friday", "en", ["2026-02-27", "2026-03-06", "2026-03-13"]),
        ("Fridays", "en", []),
        ("the Friday", "en", []),
    ],
)
def test_a_day_is_resolved_by_the_date_of_issue(text: str, language: str, dates: list[str]) -> None:
    (value,) = find(text, language, issued=THURSDAY)
    assert sorted(str(r.amount) for r in value.readings if r.unit == "date") == dates


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("活动将于本周五开幕", "It will open on Friday, March 6"),
        ("活动将于本周五开幕", "It will open on March 6"),
        ("活动将于本周五开幕", "It will open this Friday"),
        ("昨天下午到校", "They visited on the afternoon of March 4"),
        ("昨晚8时开演", "It began at 8 p.m. on March 4"),
        ("今天开市", "It opened on Thursday"),
        ("明天上午9时", "9 a.m. on Friday"),
        ("周五举行", "It will be held on March 6"),
        ("3月6日举行", "It will be held on Friday"),
        ("会议20日举行", "It will be held on Friday"),
        ("本周六至下周一", "from March 7 to 9"),
        ("下月举行", "It will be held in April"),
        ("本月中旬", "in mid-March"),
        ("本月10日", "on March 10"),
        ("去年12月", "in December 2025"),
        ("去年同期", "the same period of 2025"),
        ("创造美好明天", "building a better future"),
        ("今日开幕", "It opened"),
    ],
)
def test_a_day_told_is_the_date_stated(source: str, target: str) -> None:
    assert _compared(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("活动将于本周五开幕", "It will open on March 7"),
        ("活动将于本周五开幕", "It will open on Friday, March 13"),
        ("活动将于本周五开幕", "It opened last Friday"),
        ("昨天下午到校", "They visited on the afternoon of March 5"),
        ("昨天下午到校", "They visited this afternoon"),
        ("今天开市", "It opened on Friday"),
        ("周五举行", "It will be held on March 7"),
        ("3月7日举行", "It will be held on Friday"),
        ("上周宣布", "It will be announced next week"),
        ("下月举行", "It was held last month"),
        ("上月举行", "It was held in November"),
        ("本月中旬", "in mid-April"),
        ("去年建成", "It was built this year"),
        ("去年12月", "in December 2024"),
    ],
)
def test_another_day_is_a_finding(source: str, target: str) -> None:
    assert len(_compared(source, target)) == 1


@pytest.mark.parametrize(
    ("source", "target", "certain"),
    [
        ("上周三关门", "It closed last Wednesday", []),
        ("上周三关门", "It closed on Wednesday", []),
        ("今天开市", "It opened on Friday", []),
        ("上周三关门", "It will close next Wednesday", [True]),
        ("昨天开幕", "It opened today", [False]),
        ("下月举行", "It was held last month", [True]),
    ],
)
def test_without_a_date_of_issue_a_day_is_compared_with_its_kind(
    source: str, target: str, certain: list[bool]
) -> None:
    assert [m.certain for m in _compared(source, target, None)] == certain


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("昨日", "yesterday"), ("今天", "today"), ("后天", "the day after tomorrow"), ("本周五", "this Friday"), ("上周三", "last Wednesday"),
        ("下周一", "next Monday"), ("周日", "Sunday"), ("昨晚8时", "8 p.m. yesterday"),
    ],
)  # fmt: skip
def test_a_day_told_is_written_in_english(chinese: str, english: str) -> None:
    (value,) = find(chinese, "zh-Hans")
    assert render(value, "en") == english


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("yesterday", "昨天"), ("last Friday", "上周五"), ("this Friday", "本周五"), ("next Friday", "下周五"), ("Friday", "周五")],
)  # fmt: skip
def test_a_day_told_is_written_in_chinese(english: str, chinese: str) -> None:
    (value,) = find(english, "en")
    assert render(value, "zh-Hans") == chinese


def test_two_weeks_on_has_no_words_of_a_rule() -> None:
    (value,) = find("下下周一", "zh-Hans")
    assert render(value, "en") is None


def test_a_third_of_a_month_ends_with_the_month() -> None:
    assert days(Deixis(Span.MONTH, frozenset({-1}), 3), THURSDAY.date()) == (
        (date(2026, 2, 21), date(2026, 2, 28)),
    )


@pytest.mark.parametrize("year", [1, 9999])
def test_a_day_beyond_the_calendar_is_left_out(year: int) -> None:
    issued = datetime(year, 1 if year == 1 else 12, 1 if year == 1 else 31, tzinfo=UTC)
    texts = "昨天、明天、上周三、下周三、上月、下月、去年、明年", "last Friday, next Friday, last month"
    assert {len(find(texts[0], "zh-Hans", issued=issued)), len(find(texts[1], "en", issued=issued))} == {4, 2}
    assert isinstance(compare(*texts, "zh-Hans", "en", issued=issued), tuple)
