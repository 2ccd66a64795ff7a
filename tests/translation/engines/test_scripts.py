"""Chinese comes back from an engine with Chinese marks."""

import pytest

from publisher.translation.engines.scripts import converted, tidy_chinese


@pytest.mark.parametrize(
    ("made", "tidy"),
    [
        ("展览开幕, 市长说.", "展览开幕，市长说。"),
        ("展览 (图) 开幕", "展览（图）开幕"),
        ("共有1,200家, 增长12.3%.", "共有1,200家，增长12.3%。"),
        ("展览 开幕 了", "展览开幕了"),
        ("参加 AI 展览", "参加 AI 展览"),
        ("你好吗?", "你好吗？"),
        ("等等...", "等等..."),
        ("详见 example.com/a,b 网页", "详见 example.com/a,b 网页"),
    ],
)
def test_marks_folded_to_ascii_are_wide_again(made: str, tidy: str) -> None:
    assert tidy_chinese(made) == tidy


def test_text_without_han_is_left_alone() -> None:
    assert tidy_chinese("Hello, world.") == "Hello, world."


@pytest.mark.parametrize(
    ("source", "target", "text", "made"),
    [
        ("zh-Hant", "zh-Hans", "總投資", "总投资"),
        ("zh-Hant-HK", "zh-Hans", "總投資", "总投资"),
        ("zh-Hans", "zh-Hant-TW", "总投资", "總投資"),
        ("zh-Hans", "zh-Hans-CN", "总投资", "总投资"),
    ],
)
def test_one_script_becomes_the_other(source: str, target: str, text: str, made: str) -> None:
    assert converted([text], source, target) == [made]
