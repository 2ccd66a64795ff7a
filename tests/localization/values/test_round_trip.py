"""What is written in the other language reads as the same value, and comes back."""

from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.localization.dates import long_date
from publisher.localization.locale import locale
from publisher.localization.months import MONTH_NAMES
from publisher.localization.values import compare, find, render
from publisher.localization.values.chinese_numerals import han_value, write_han
from publisher.localization.values.english_figures import number as english_number
from publisher.localization.values.writing_chinese import number as chinese_number
from publisher.theme import Conventions

COUNTS = st.integers(10, 10**15) | st.builds(lambda n, e: n * 10**e, st.integers(1, 9999), st.integers(2, 11))
DAYS = st.integers(0, 80000).map(lambda n: date(1900, 1, 1) + timedelta(n))
TOLD = [
    "昨天", "今日", "明天", "前天", "后天",
    *(near + "周" + weekday for near in ("上", "本", "下", "") for weekday in "一二三四五六日"),
]  # fmt: skip
TAIWAN = msgspec.structs.replace(locale("zh-Hant-TW"), conventions=Conventions(year="roc"))
MANY = settings(max_examples=10_000)
SOME = settings(max_examples=2_500)


def _back(text: str, here: str, there: str) -> None:
    (value,) = find(text, here)
    rendered = render(value, there)
    assert rendered is not None
    (again,) = find(rendered, there)
    assert again.stated == value.stated
    assert again.end_stated == value.end_stated
    assert compare(text, rendered, here, there) == ()
    returned = render(again, here)
    assert returned is not None
    (last,) = find(returned, here)
    assert last.stated == value.stated


@pytest.mark.exhaustive
@MANY
@given(COUNTS)
def test_a_number_goes_to_english_and_back(number: int) -> None:
    _back(chinese_number(Fraction(number)) + "人", "zh-Hans", "en")


@pytest.mark.exhaustive
@MANY
@given(COUNTS)
def test_a_number_goes_to_chinese_and_back(number: int) -> None:
    _back(f"{english_number(Fraction(number))} people", "en", "zh-Hant")


@pytest.mark.exhaustive
@MANY
@given(DAYS)
def test_a_date_goes_to_english_and_back(day: date) -> None:
    _back(f"{day.year}年{day.month}月{day.day}日", "zh-Hans", "en")


@SOME
@given(DAYS, st.booleans())
def test_a_date_without_its_year_goes_to_british_english_and_back(day: date, leap: bool) -> None:
    _back(f"{day.month}月{day.day}日", "zh-Hans", "en-GB")


@SOME
@given(st.integers(0, 10**16 - 1))
def test_a_numeral_in_han_is_read_as_it_was_written(number: int) -> None:
    assert han_value(write_han(number)) == number


@settings(max_examples=500)
@given(st.integers(1, 99999), st.integers(0, 3))
def test_a_share_keeps_its_places(number: int, places: int) -> None:
    shown = f"{number / 10**places:.{places}f}%"
    (value,) = find(shown, "zh-Hans")
    assert render(value, "en") == shown


@settings(max_examples=500)
@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_goes_to_english_and_back(hour: int, minute: int) -> None:
    _back(f"{hour:02}:{minute:02}", "zh-Hans", "en")


@settings(max_examples=500)
@given(st.sampled_from(["元", "美元", "港元", "欧元", "英镑", "日元"]), COUNTS)
def test_an_amount_goes_to_english_and_back(currency: str, amount: int) -> None:
    _back(f"{chinese_number(Fraction(amount))}{currency}", "zh-Hans", "en")


@SOME
@given(DAYS, st.integers(1, 400), st.sampled_from(["en-US", "en-GB"]))
def test_a_range_of_days_goes_to_either_english_and_back(day: date, length: int, there: str) -> None:
    last = day + timedelta(length)
    end = (
        f"{last.day}日" if (last.year, last.month) == (day.year, day.month) else f"{last.month}月{last.day}日"
    )
    if last.year != day.year:
        end = f"{last.year}年{end}"
    _back(f"{day.year}年{day.month}月{day.day}日至{end}", "zh-Hans", there)


@SOME
@given(DAYS, st.sampled_from(TOLD))
def test_a_day_told_from_the_day_of_issue_goes_to_english_and_back(day: date, told: str) -> None:
    issued = datetime.combine(day, time(9), UTC)
    (value,) = find(told, "zh-Hans", issued=issued)
    said = render(value, "en")
    assert said is not None
    (again,) = find(said, "en", issued=issued)
    assert again.stated == value.stated
    assert value.readings <= again.readings  # "next Friday" may be this week's
    assert compare(told, said, "zh-Hans", "en", issued=issued) == ()
    (meant, *others) = sorted(str(r.amount) for r in value.readings if r.unit == "date")
    if not others:
        stated = date.fromisoformat(meant)
        assert (
            compare(told, f"{MONTH_NAMES[stated.month - 1]} {stated.day}", "zh-Hans", "en", issued=issued)
            == ()
        )


@settings(max_examples=1_000)
@given(st.integers(0, 60_000).map(lambda n: date(1912, 1, 1) + timedelta(n)))
def test_a_year_counted_from_1912_is_read_as_it_was_written(day: date) -> None:
    (value,) = find(long_date(day, TAIWAN), "zh-Hant-TW")
    assert value.stated.amount == day.isoformat()
