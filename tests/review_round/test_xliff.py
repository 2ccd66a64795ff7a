"""XLIFF goes out, through a tool, and comes back."""

from pathlib import Path

import pytest

from publisher.model import Origin, State
from tests.review_round.desk import COMPANIES, say, send, units


@pytest.mark.parametrize("version", ["1.2", "2.1"])
def test_xliff_that_goes_out_and_comes_back_untouched_changes_nothing(place: Path, version: str) -> None:
    send("--xliff", version)
    before = Path("week.en.xlf").read_bytes()
    say("review", "week.txt", "--memory", "ours.tmx", "-o", "out.xlf", "--xliff", version)
    assert say("review", "--apply", "out.xlf").exit_code == 0
    assert Path("week.en.xlf").read_bytes() == before


@pytest.mark.parametrize(
    ("version", "old", "new"),
    [
        ("1.2", 'state="needs-review-translation" state-qualifier="leveraged-mt"', 'state="final"'),
        ("1.2", '<trans-unit id="b1.2">', '<trans-unit id="b1.2" approved="yes">'),
        ("2.1", 'state="initial" subState="publisher:engine"', 'state="translated"'),
        (
            "2.1",
            'state="initial" subState="publisher:engine"',
            'state="reviewed" subState="publisher:engine"',
        ),
    ],
)
def test_a_state_that_a_tool_raised_passes_the_segment(place: Path, version: str, old: str, new: str) -> None:
    send("--xliff", version)
    text = Path("week.en.xlf").read_text("utf-8")
    assert old in text
    Path("back.xlf").write_text(text.replace(old, new), encoding="utf-8")
    assert "passed as they stood" in say("review", "--apply", "back.xlf").output
    assert units()[COMPANIES].state is not State.DRAFT


@pytest.mark.parametrize("version", ["1.2", "2.1"])
@pytest.mark.parametrize("name", ["back.xlf", "week.en.xlf"])
def test_a_target_changed_in_a_tool_is_taken_even_in_the_state_file(
    place: Path, version: str, name: str
) -> None:
    send("--xliff", version)
    target = units()[COMPANIES].target
    text = Path("week.en.xlf").read_text("utf-8").replace(target, "All 37 companies came.")
    Path(name).write_text(text, encoding="utf-8")
    assert say("review", "--apply", name).exit_code == 0
    taken = units()[COMPANIES]
    assert (taken.target, taken.origin, taken.state) == (
        "All 37 companies came.",
        Origin.HAND,
        State.REVIEWED,
    )


def test_a_tool_s_copy_of_the_source_is_no_translation(place: Path) -> None:
    say("translate", "week.txt", "--memory", "ours.tmx", "--xliff", "1.2")
    text = Path("week.en.xlf").read_text("utf-8")
    source = f"<source>{COMPANIES}</source>"
    Path("back.xlf").write_text(
        text.replace(source, f"{source}<target>{COMPANIES}</target>"), encoding="utf-8"
    )
    say("review", "--apply", "back.xlf")
    assert units()[COMPANIES].target == ""


def test_a_machine_s_guess_in_a_foreign_file_stays_a_draft(place: Path) -> None:
    say("translate", "week.txt", "--memory", "ours.tmx")
    Path("back.xlf").write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="week.txt" '
        'datatype="plaintext" source-language="zh-Hans" target-language="en"><body><trans-unit id="1">'
        f"<source>{COMPANIES}</source>"
        '<target state="needs-review-translation" state-qualifier="mt-suggestion">MT 37'
        "</target></trans-unit></body></file></xliff>",
        encoding="utf-8",
    )
    say("review", "--apply", "back.xlf")
    assert (units()[COMPANIES].target, units()[COMPANIES].origin) == ("MT 37", Origin.ENGINE)
    assert units()[COMPANIES].state is State.DRAFT
