"""Values are found with what they state, and names that hold numbers are left alone."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from publisher.localization.values import Kind, Value, find
from publisher.localization.values.model import Reading
from tests.localization.values.chinese_table import CHINESE, CHINESE_NAMES, TRADITIONAL
from tests.localization.values.english_table import ENGLISH, ENGLISH_NAMES


def _said(value: Value) -> str:
    def one(reading: Reading) -> str:
        return f"{reading.unit} {reading.amount}".strip()

    said = one(value.stated)
    if value.end_stated:
        said += f" to {one(value.end_stated)}"
    return f"{value.kind}: {said}" + (f" ({value.bound})" if value.bound else "")


@pytest.mark.parametrize(("text", "values"), CHINESE)
def test_chinese_text_is_read(text: str, values: str) -> None:
    assert "; ".join(map(_said, find(text, "zh-Hans"))) == values


@pytest.mark.parametrize(("text", "values"), TRADITIONAL)
def test_traditional_text_is_read(text: str, values: str) -> None:
    assert "; ".join(map(_said, find(text, "zh-Hant"))) == values


@pytest.mark.parametrize(("text", "values"), ENGLISH)
def test_english_text_is_read(text: str, values: str) -> None:
    assert "; ".join(map(_said, find(text, "en"))) == values


@pytest.mark.parametrize("text", CHINESE_NAMES)
def test_a_chinese_name_with_a_number_is_no_figure(text: str) -> None:
    assert find(text, "zh-Hans") == ()


@pytest.mark.parametrize("text", ENGLISH_NAMES)
def test_an_english_phrase_with_a_number_is_no_figure(text: str) -> None:
    assert find(text, "en") == ()


def test_offsets_are_into_the_text_as_given() -> None:
    text = "據悉，三百餘人於１０月１９日下午3時出席，捐款２萬元。"
    for value in find(text, "zh-Hant"):
        assert text[value.start : value.end] == value.text
    assert [v.text for v in find(text, "zh-Hant")] == ["三百餘", "１０月１９日", "下午3時", "２萬元"]


def test_values_are_in_order_and_do_not_overlap() -> None:
    text = (
        "On Oct. 19 at 3 p.m., more than 300 people from 37 companies gave $1.2 million (8.5 million yuan)."
    )
    values = find(text, "en")
    assert all(a.end <= b.start for a, b in pairwise(values))


def test_the_bound_is_part_of_the_value() -> None:
    assert [v.text for v in find("近百名学生、超过3万人", "zh-Hans")] == ["近百", "超过3万"]
    assert [v.text for v in find("more than 300 people", "en")] == ["more than 300"]


def test_an_unmarked_hour_may_be_in_the_morning_or_the_afternoon() -> None:
    (value,) = find("会议3点开始", "zh-Hans")
    assert {r.amount for r in value.readings if r.unit == "minute-of-day"} == {180, 900}


def test_this_year_is_no_value_of_its_own() -> None:
    assert find("今年", "zh-Hans", issued=datetime(2026, 3, 5, tzinfo=UTC)) == ()


def test_kinds_are_told_apart() -> None:
    kinds = [v.kind for v in find("第3届，12%，3.5亿元，5公里，3倍，三分之二，18岁", "zh-Hans")]
    assert kinds == [
        Kind.ORDINAL, Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.MULTIPLE, Kind.FRACTION, Kind.DURATION,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("piece", "language"),
    [
        ("1", "zh-Hans"), ("三", "zh-Hans"), ("百分之", "zh-Hans"), ("1年", "zh-Hans"), ("万", "zh-Hant"),
        ("1", "en"), ("1,", "en"), ("1-", "en"), ("a.", "en"), ("a@", "en"), ("+1 ", "en"), (" ", "en"),
        ("hundred ", "en"), ("one hundred and ", "en"), ("1 million million ", "en"),
    ],
)  # fmt: skip
def test_a_sign_that_never_ends_is_read_to_its_end(piece: str, language: str) -> None:
    text = piece * (24_000 // len(piece))  # tests/benchmarks/growth.py times it
    values = find(text, language)
    assert all(0 <= value.start < value.end <= len(text) for value in values)
    assert all(left.end <= right.start for left, right in pairwise(values))
