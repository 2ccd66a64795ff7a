"""What is written in the other language reads as the same value, and comes back."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.localization.values import compare, find, render
from publisher.localization.values.chinese_numerals import han_value, write_han
from publisher.localization.values.english_figures import number as english_number
from publisher.localization.values.writing_chinese import number as chinese_number

COUNTS = st.integers(10, 10**15) | st.builds(lambda n, e: n * 10**e, st.integers(1, 9999), st.integers(2, 11))
DAYS = st.integers(0, 80000).map(lambda n: date(1900, 1, 1) + timedelta(n))
MANY = settings(max_examples=10_000, deadline=None)


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


@MANY
@given(COUNTS)
def test_a_number_goes_to_english_and_back(number: int) -> None:
    _back(chinese_number(Fraction(number)) + "人", "zh-Hans", "en")


@MANY
@given(COUNTS)
def test_a_number_goes_to_chinese_and_back(number: int) -> None:
    _back(f"{english_number(Fraction(number))} people", "en", "zh-Hant")


@MANY
@given(DAYS)
def test_a_date_goes_to_english_and_back(day: date) -> None:
    _back(f"{day.year}年{day.month}月{day.day}日", "zh-Hans", "en")


@MANY
@given(DAYS, st.booleans())
def test_a_date_without_its_year_goes_to_british_english_and_back(day: date, leap: bool) -> None:
    _back(f"{day.month}月{day.day}日", "zh-Hans", "en-GB")


@MANY
@given(st.integers(0, 10**16 - 1))
def test_a_numeral_in_han_is_read_as_it_was_written(number: int) -> None:
    assert han_value(write_han(number)) == number


@settings(max_examples=500, deadline=None)
@given(st.integers(1, 99999), st.integers(0, 3))
def test_a_share_keeps_its_places(number: int, places: int) -> None:
    shown = f"{number / 10**places:.{places}f}%"
    (value,) = find(shown, "zh-Hans")
    assert render(value, "en") == shown


@settings(max_examples=500, deadline=None)
@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_goes_to_english_and_back(hour: int, minute: int) -> None:
    _back(f"{hour:02}:{minute:02}", "zh-Hans", "en")


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(["元", "美元", "港元", "欧元", "英镑", "日元"]), COUNTS)
def test_an_amount_goes_to_english_and_back(currency: str, amount: int) -> None:
    _back(f"{chinese_number(Fraction(amount))}{currency}", "zh-Hans", "en")
