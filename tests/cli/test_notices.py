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
