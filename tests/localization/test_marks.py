"""English text carries English marks."""

import pytest

from publisher.localization.marks import english_marks

CASES = [
    ('He said "hi," and "bye."', "He said “hi,” and “bye.”"),
    ("It's the students' day", "It’s the students’ day"),
    ("He said, 'no' to it", "He said, ‘no’ to it"),
    ("\"'Nested,' he said,\" she said", "“‘Nested,’ he said,” she said"),
    ("the '90s, rock 'n' roll", "the ’90s, rock ’n’ roll"),
    ("6' 2\" tall", "6' 2\" tall"),
    ("a，b、c。d（e）f", "a, b, c. d (e) f"),
    ("《Qinglan Yearbook》 is——well……", "“Qinglan Yearbook” is—well…"),
    ("3：30 for 12，000", "3:30 for 12,000"),
    ("ＡＢＣ　１２％", "ABC 12%"),
    ("see https://x.com/a'b?q=it's ok", "see https://x.com/a'b?q=it's ok"),
    ('" and', "” and"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_marks_become_english_ones(text: str, expected: str) -> None:
    assert english_marks(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_a_second_pass_changes_nothing(text: str) -> None:
    once = english_marks(text)
    assert english_marks(once) == once


@pytest.mark.parametrize("text", ["“It’s well,” he said — (so) [it] is…", "a-b; c: d/e! f? 1,234.5% 9:48"])
def test_clean_text_passes_unchanged(text: str) -> None:
    assert english_marks(text) == text


def test_text_that_holds_han_is_left_as_it_is() -> None:
    assert english_marks('他说，"好"。') == '他说，"好"。'
