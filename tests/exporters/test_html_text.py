"""Inlines as HTML: figures stay with their units."""

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from publisher.exporters.html_text import InlineHtml
from publisher.model import Text


def made(text: str, language: str = "zh-Hans", *, wholes: bool = True) -> str:
    return str(InlineHtml({}, wholes=wholes).text(text, language))


def test_a_figure_stays_with_its_scale_and_unit() -> None:
    assert made("参观市民3.6万人次") == '参观市民<span class="whole">3.6万人</span>次'


def test_a_figure_alone_needs_no_help() -> None:
    assert made("增长12.3%，2026") == "增长12.3%，2026"


def test_an_engine_that_knows_our_units_is_told_nothing() -> None:
    assert made("共37家", wholes=False) == "共37家"


@pytest.mark.parametrize(
    "figure", ["March 4", "Oct. 19-25", "4–6 March", "356 million", "3 p.m.", "5 km", "No. 5"]
)
def test_an_english_day_stays_with_its_month_and_a_figure_with_its_unit(figure: str) -> None:
    assert made(f"On {figure} & later", "en-GB") == f'On <span class="whole">{figure}</span> &amp; later'


def test_english_words_are_left_alone() -> None:
    assert made("The 4 March hares may march 5 miles in 2026.", "en").count("whole") == 1


def test_a_figure_longer_than_a_line_may_be_parted() -> None:
    assert "whole" not in made("1" * 40 + "元")


def test_a_paragraph_ends_with_two_characters_together() -> None:
    found = InlineHtml({}, wholes=True).paragraph((Text("机器人展示周开幕。"),), "zh-Hans")
    assert str(found).endswith('<span class="whole">开幕。</span>')


def test_a_title_that_fits_any_window_is_not_searched_for_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    assert (
        InlineHtml({}, wholes=True).title("学院举办机器人开放日活动", "zh-Hans") == "学院举办机器人开放日活动"
    )


@pytest.mark.parametrize("wholes", [False, True])
@given(text=st.text("共37家3.万元第届年a%，<& ", max_size=40) | st.text("March 45 km&<", max_size=40))
def test_no_character_is_lost(text: str, wholes: bool) -> None:
    parsed: Any = html.fromstring(f"<p>{made(text, wholes=wholes)}</p>")
    assert parsed.text_content().replace("\u00a0", " ") == text


def test_the_spaces_of_a_row_do_not_run_together_and_a_line_may_end_behind_them() -> None:
    assert made("沈知微   陆子衿 王二") == "沈知微\u00a0\u00a0 陆子衿 王二"


def test_a_long_address_parts_at_its_marks_and_at_no_hyphen() -> None:
    text = made("见https://www.example.com/open-day/2026?lang=zh。")
    shown = text.replace('<span class="whole">', "[").replace("</span>", "]").replace("<wbr>", "|")
    assert shown == "见https://|www|.example|.com/|[open-day/]|2026?|lang=|zh。"


@pytest.mark.parametrize("address", ["press@example.cn", "www.example.cn", "https://a.cn/x."])
def test_a_short_address_is_left_alone(address: str) -> None:
    assert "<wbr>" not in made(address)


def test_letters_without_end_are_searched_for_addresses_once() -> None:
    assert len(made("a" * 400_000, "en")) == 400_000  # the square of that would be minutes
