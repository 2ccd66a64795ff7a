"""At the start of a sentence a figure of few words is in words (AP), and all begins with a capital."""

import pytest

from publisher.localization.values import Position, RenderOptions, find, render

START = RenderOptions(position=Position.START)


@pytest.mark.parametrize(
    ("chinese", "start", "running"),
    [
        ("37家企业", "Thirty-seven", "37"),
        ("三家企业", "Three", "three"),
        ("12人", "Twelve", "12"),
        ("100名", "One hundred", "100"),
        ("1.2万人", "Twelve thousand", "12,000"),
        ("12345人", "12,345", "12,345"),
        ("3.56亿", "356 million", "356 million"),
        ("500万元", "Five million yuan", "5 million yuan"),
        ("30%", "Thirty percent", "30%"),
        ("12.3%", "12.3%", "12.3%"),
        ("5公里", "Five kilometers", "5 kilometers"),
        ("3至5万人", "30,000 to 50,000", "30,000 to 50,000"),
        ("三百余人", "More than 300", "more than 300"),
        ("数十所", "Dozens", "dozens"),
        ("第22届", "22nd", "22nd"),
        ("2026年", "2026", "2026"),
        ("3月5日", "March 5", "March 5"),
        ("3比2", "3-2", "3-2"),
        ("昨天", "Yesterday", "yesterday"),
    ],
)
def test_a_sentence_begins_with_a_word(chinese: str, start: str, running: str) -> None:
    (value,) = find(chinese, "zh-Hans")
    assert render(value, "en-US", START) == start
    assert render(value, "en-US") == running


def test_british_english_says_per_cent() -> None:
    (value,) = find("30%", "zh-Hans")
    assert render(value, "en-GB", START) == "Thirty per cent"
