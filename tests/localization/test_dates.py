"""Dates and embargo times read as the reader of each edition writes them."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from publisher import theme
from publisher.localization.dates import embargo_time, long_date
from publisher.localization.front_matter import find_date
from publisher.localization.locale import locale
from publisher.localization.values import find
from publisher.theme import Conventions

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


@pytest.mark.parametrize(
    ("language", "conventions", "text"),
    [
        ("zh-Hant-TW", Conventions(year="roc"), "民國110年10月31日"),
        ("zh-Hant", Conventions(year="roc"), "民國110年10月31日"),
        ("zh-Hant-TW", Conventions(year="roc", date="numeric"), "110/10/31"),
        ("en-US", Conventions(date="ap"), "Oct. 31, 2021"),
        ("en-US", Conventions(date="numeric"), "10/31/2021"),
        ("en-GB", Conventions(date="numeric"), "31/10/2021"),
        ("zh-Hans", Conventions(date="numeric"), "2021/10/31"),
        ("zh-Hans", Conventions(date="ap"), "2021年10月31日"),
    ],
)
def test_a_theme_may_ask_for_another_style(language: str, conventions: Conventions, text: str) -> None:
    at = msgspec.structs.replace(locale(language), conventions=conventions)
    assert long_date(ISSUED, at) == text


def test_before_1912_there_is_no_year_of_the_republic() -> None:
    at = msgspec.structs.replace(locale("zh-Hant-TW"), conventions=Conventions(year="roc"))
    assert [long_date(date(year, 1, 1), at) for year in (1911, 1912)] == ["1911年1月1日", "民國1年1月1日"]


def test_an_embargo_counts_its_year_the_same_way() -> None:
    at = msgspec.structs.replace(locale("zh-Hant-TW"), conventions=Conventions(year="roc"))
    assert embargo_time(EMBARGO, at) == "民國115年3月5日下午3:00（北京時間）"


def test_a_year_of_the_republic_is_read_back() -> None:
    found = find_date("發布日期：民國115年3月5日 10:00")
    assert found is not None
    assert found[0].isoformat() == "2026-03-05T10:00:00+08:00"
    assert find("民國115年3月5日", "zh-Hant-TW")[0].stated.amount == "2026-03-05"


def test_a_theme_counts_years_of_the_republic(tmp_path: Path) -> None:
    folder = tmp_path / "taipei"
    folder.mkdir()
    (folder / "theme.toml").write_text(
        'name = "taipei"\nbase = "press"\n[conventions.zh-Hant-TW]\nyear = "roc"\n', encoding="utf-8"
    )
    look = theme.load(str(folder))
    assert long_date(EMBARGO, locale("zh-Hant-TW", look)) == "民國115年3月5日"
    assert long_date(EMBARGO, locale("zh-Hant-HK", look)) == "2026年3月5日"


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
