"""A date of the 农历 is no date of the solar calendar, in any language it is said in."""

import pytest

from publisher.localization.values import compare, find, render


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("农历正月初一", "zh-Hans", "the 1st day of the 1st lunar month"),
        ("腊月二十三", "zh-Hans", "the 23rd day of the 12th lunar month"),
        ("農曆八月十五", "zh-Hant-TW", "the 15th day of the 8th lunar month"),
        ("五月初五", "zh-Hans", "the 5th day of the 5th lunar month"),
    ],
)
def test_it_is_written_by_its_own_month_and_day(text: str, language: str, said: str) -> None:
    (value,) = (value for value in find(text, language) if value.kind == "date")
    assert render(value, "en-US") == render(value, "en-GB") == said
    assert compare(text, said, language, "en") == ()


def test_the_same_numbers_of_the_solar_calendar_are_no_translation_of_it() -> None:
    assert compare("农历正月初一放假", "The holiday is on Feb. 2.", "zh-Hans", "en")


def test_a_solar_date_stays_one() -> None:
    (value,) = find("8月15日", "zh-Hans")
    assert render(value, "en-US") == "Aug. 15"


def test_a_british_range_has_a_dash_and_an_american_one_a_hyphen() -> None:
    (value,) = find("10月19日至25日", "zh-Hans")
    assert render(value, "en-GB") == "19–25 October"
    assert render(value, "en-US") == "Oct. 19-25"
