"""Dates and embargo times read as the reader of each edition writes them."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from publisher.localization.dates import embargo_time, long_date
from publisher.localization.locale import locale

SHANGHAI = ZoneInfo("Asia/Shanghai")
ISSUED = datetime(2021, 10, 31, 9, 48, 49, tzinfo=SHANGHAI)
EMBARGO = datetime(2026, 3, 5, 15, 0, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "2021年10月31日"),
        ("zh-Hant", "2021年10月31日"),
        ("zh-Hant-HK", "2021年10月31日"),
        ("en", "October 31, 2021"),
        ("en-US", "October 31, 2021"),
        ("en-GB", "31 October 2021"),
        ("en-ZZ", "October 31, 2021"),
    ],
)
def test_a_date_is_written_in_full_by_the_rules_of_its_language(language: str, text: str) -> None:
    assert long_date(ISSUED, locale(language)) == text


def test_a_date_is_that_of_its_own_zone() -> None:
    assert long_date(datetime(2026, 1, 1, 0, 30, tzinfo=SHANGHAI), locale("en")) == "January 1, 2026"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-Hans", "2026年3月5日15:00（北京时间）"),
        ("zh-Hant", "2026年3月5日下午3:00（北京時間）"),
        ("en", "March 5, 2026, 3 p.m. Beijing time (UTC+8)"),
        ("zh-Hant-HK", "2026年3月5日下午3:00（北京時間）"),
        ("en-GB", "5 March 2026, 3pm Beijing time (UTC+8)"),
    ],
)
def test_an_embargo_names_day_hour_and_zone(language: str, text: str) -> None:
    assert embargo_time(EMBARGO, locale(language)) == text


@pytest.mark.parametrize(
    ("hour", "minute", "text"),
    [
        (0, 0, "12:00 a.m."),
        (0, 5, "12:05 a.m."),
        (9, 30, "9:30 a.m."),
        (12, 0, "noon"),
        (12, 1, "12:01 p.m."),
        (23, 0, "11 p.m."),
    ],
)
def test_an_english_hour_is_written_as_newspapers_do(hour: int, minute: int, text: str) -> None:
    assert f" {text} " in embargo_time(EMBARGO.replace(hour=hour, minute=minute), locale("en"))


def test_a_bare_offset_is_not_taken_for_a_country() -> None:
    when = EMBARGO.replace(tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert embargo_time(when, locale("en")) == "March 5, 2026, 3 p.m. UTC+5:30"
    assert embargo_time(when, locale("zh-Hans")) == "2026年3月5日15:00（UTC+5:30）"


def test_universal_time_is_called_utc() -> None:
    assert embargo_time(EMBARGO.replace(tzinfo=UTC), locale("en")).endswith("3 p.m. UTC")
    assert embargo_time(EMBARGO.replace(tzinfo=ZoneInfo("UTC")), locale("zh-Hant")).endswith("（UTC）")


def test_another_zone_has_its_name_from_cldr() -> None:
    when = EMBARGO.replace(tzinfo=ZoneInfo("America/New_York"))
    assert embargo_time(when, locale("en")) == "March 5, 2026, 3 p.m. Eastern Standard Time (UTC−5)"
    assert embargo_time(when, locale("zh-Hans")) == "2026年3月5日15:00（北美东部标准时间）"


@pytest.mark.parametrize("language", ["en", "en-GB", "zh-Hans", "zh-Hant"])
def test_no_invisible_space_stands_in_a_time(language: str) -> None:
    assert not {"\u202f", "\u00a0"} & set(embargo_time(EMBARGO, locale(language)))
