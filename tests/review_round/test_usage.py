"""Words of the command line that make no sense together."""

from pathlib import Path

import pytest

from publisher.translation.bitext_files import load
from tests.review_round.desk import say


@pytest.mark.parametrize(
    "words",
    [
        ("review",),
        ("review", "week.txt", "-o", "r.pdf"),
        ("review", "--apply", "r.docx", "-o", "x.docx"),
        ("review", "--apply", "r.docx", "--memory", "a.tmx", "--memory", "b.tmx"),
    ],
)
def test_words_that_make_no_sense_together_are_refused(place: Path, words: tuple[str, ...]) -> None:
    assert say(*words).exit_code == 2


def test_a_regional_translation_comes_back_into_its_own_file(place: Path) -> None:
    say("translate", "week.txt", "--to", "en-GB", "--memory", "ours.tmx")
    state = place / "week.en-GB.xlf"
    text = state.read_text(encoding="utf-8").replace("Robot week opens", "Robot week begins")
    (place / "back.xlf").write_text(text, encoding="utf-8")
    say("review", "--apply", "back.xlf", "week.txt")
    assert "Robot week begins in Qinglan" in {unit.target for unit in load(state).units}
    assert not (place / "week.en.xlf").exists()
