"""A date of the 农历 is no date of the solar calendar, in any language it is said in."""

import pytest

from publisher.localization.values import compare, find, render


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("农历正月初一", "zh-Hans", "the first day of the first lunar month"),
        ("腊月二十三", "zh-Hans", "the 23rd day of the 12th lunar month"),
        ("農曆八月十五", "zh-Hant-TW", "the 15th day of the eighth lunar month"),
        ("五月初五", "zh-Hans", "the fifth day of the fifth lunar month"),
    ],
)
def test_it_is_written_by_its_own_month_and_day(text: str, language: str, said: str) -> None:
    (value,) = (value for value in find(text, language) if value.kind == "date")
    assert render(value, "en-US") == render(value, "en-GB") == said
    assert compare(text, said, language, "en") == ()


def test_the_same_numbers_of_the_solar_calendar_are_no_translation_of_it() -> None:
    assert compare("农历正月初一放假", "The holiday is on Feb. 2.", "zh-Hans", "en")


@pytest.mark.parametrize(
    ("chinese", "english"), [("正月初一", "Jan. 1"), ("八月十五", "Aug. 15"), ("腊月二十三", "December 23")]
)
def test_a_lunar_date_taken_for_a_solar_one_is_doubted(chinese: str, english: str) -> None:
    found = compare(f"{chinese}放假", f"The holiday is on {english}.", "zh-Hans", "en")
    assert [(m.source is not None, m.target is not None) for m in found] == [(True, True)]


@pytest.mark.parametrize(
    ("english", "simplified", "taiwan"),
    [
        ("the first day of the first lunar month", "农历正月初一", "農曆正月初一"),
        ("the 23rd day of the 12th lunar month", "农历腊月二十三", "農曆臘月二十三"),
        ("the eighth lunar month", "农历八月", "農曆八月"),
    ],
)
def test_english_lunar_dates_become_chinese_ones(english: str, simplified: str, taiwan: str) -> None:
    (value,) = find(english, "en")
    assert (render(value, "zh-Hans"), render(value, "zh-Hant-TW")) == (simplified, taiwan)


@pytest.mark.parametrize(
    "name",
    [
        "立春",
        "雨水",
        "惊蛰",
        "春分",
        "清明",
        "谷雨",
        "立夏",
        "小满",
        "芒种",
        "夏至",
        "小暑",
        "大暑",
        "立秋",
        "处暑",
        "白露",
        "秋分",
        "寒露",
        "霜降",
        "立冬",
        "小雪",
        "大雪",
        "冬至",
        "小寒",
        "大寒",
        "春节",
        "除夕",
        "元宵节",
        "端午节",
        "七夕",
        "重阳节",
        "三月三",
        "二月二",
        "七月半",
        "三伏天",
        "数九寒天",
    ],
)
def test_a_solar_term_or_a_festival_is_a_name(name: str) -> None:
    assert find(f"{name}将至", "zh-Hans") == ()


def test_a_solar_date_stays_one() -> None:
    (value,) = find("8月15日", "zh-Hans")
    assert render(value, "en-US") == "Aug. 15"


def test_a_british_range_has_a_dash_and_an_american_one_a_hyphen() -> None:
    (value,) = find("10月19日至25日", "zh-Hans")
    assert render(value, "en-GB") == "19–25 October"
    assert render(value, "en-US") == "Oct. 19-25"
