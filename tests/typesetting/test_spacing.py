"""The space between Han and Latin is drawn, not written."""

import pytest

from publisher.typesetting.spacing import QUARTER_EM, spaced


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("共37家", "共|37|家"),
        ("用Python写", "用|Python|写"),
        ("增长12.3%以上", "增长|12.3%|以上"),
        ("（2026年）", "（2026|年）"),
        ("第3，第4", "第|3，第|4"),
        ("全是汉字", "全是汉字"),
        ("all Latin 42", "all Latin 42"),
    ],
)
def test_a_quarter_em_stands_between_scripts_and_nowhere_else(text: str, shown: str) -> None:
    assert spaced(text) == shown.replace("|", QUARTER_EM)


def test_spacing_twice_changes_nothing() -> None:
    assert spaced(spaced("共37家")) == spaced("共37家")
