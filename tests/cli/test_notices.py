"""What is told after the work: warnings and notes in words, repairs by kind."""

import pytest

from publisher.cli.console import say_notices
from publisher.report import Notice, Severity


def told(capsys: pytest.CaptureFixture[str], *notices: Notice) -> list[str]:
    say_notices(notices)
    return capsys.readouterr().err.splitlines()


def test_repairs_are_counted_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    one = Notice(code="mark-widened", message="a mark", before=",", after="，", rule="punctuation")
    other = Notice(code="furniture-removed", message="a button", rule="furniture")
    assert told(capsys, one, one, other) == ["repaired: mark-widened × 2, furniture-removed × 1"]


def test_what_repaired_nothing_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    plain = Notice(code="encoding", message="read as BIG5")
    advice = Notice(
        code="headline-case", message="the headline is", before="A B", after="A b", confidence=0.7
    )
    assert told(capsys, plain, advice) == ["note: read as BIG5", "note: the headline is"]


def test_a_warning_says_where(capsys: pytest.CaptureFixture[str]) -> None:
    doubt = Notice(code="sum", message="adds up to 7", where="b3", severity=Severity.WARNING)
    assert told(capsys, doubt) == ["warning: adds up to 7 (b3)"]


def test_one_warning_of_many_places_is_one_line_with_their_number_and_the_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    left = [
        Notice(code="han", message="left in Chinese", where=f"b{n}", severity=Severity.WARNING)
        for n in (1, 1, 2, 3, 4, 5, 6)
    ]
    other = Notice(code="sum", message="adds up to 7", where="b3", severity=Severity.WARNING)
    assert told(capsys, left[0], other, *left[1:]) == [
        "warning: left in Chinese (6 places: b1, b2, b3, b4, b5 …)",
        "warning: adds up to 7 (b3)",
    ]
