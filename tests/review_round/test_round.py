"""A review goes out as a sheet and comes back: edits are taken, set aside in a named file, or refused."""

import csv
import json
from pathlib import Path

import pytest

from publisher.errors import TranslationError
from publisher.model import Origin, State
from publisher.translation import xliff
from publisher.translation.bitext import Bitext, BitextUnit
from publisher.translation.memory import Memory
from tests.review_round.desk import ARTICLE, COMPANIES, DAYS, PAIRS, edited, row, say, send, sheet, tmx, units


def test_a_review_goes_out_and_comes_back(place: Path) -> None:
    send()
    edited(COMPANIES, "In all, 37 companies took part.")
    edited(DAYS, "x", 5)
    result = say("review", "--apply", "review.docx", "--memory", "ours.tmx")
    assert result.exit_code == 0
    assert "+ In all, 37 companies took part." in result.output
    assert "1 changed, 1 passed as they stood" in result.output
    assert units()[COMPANIES].state is State.REVIEWED
    assert (units()[DAYS].origin, units()[DAYS].state) == (Origin.ENGINE, State.REVIEWED)
    match = Memory.load([Path("ours.tmx")]).lookup(COMPANIES, "zh-Hans", "en")
    assert match is not None
    assert match.text == "In all, 37 companies took part."


def test_a_review_is_remembered_in_a_memory_that_several_may_use(place: Path) -> None:
    send()
    edited(COMPANIES, "In all, 37 companies took part.")
    say("review", "--apply", "review.docx", "--memory", "press.tm.sqlite")
    known = Memory.load([Path("press.tm.sqlite")])
    match = known.lookup(COMPANIES, "zh-Hans", "en", before="3月5日，机器人周在青岚开幕。", after=DAYS)
    assert match is not None
    assert (match.text, match.context, match.reviewed) == ("In all, 37 companies took part.", True, True)


def test_a_similar_sentence_in_memory_is_offered_to_the_reviewer(place: Path) -> None:
    pairs = PAIRS | {"展期三天，市民可以购票入场。": "It runs for three days, with tickets on sale."}
    Path("ours.tmx").write_text(tmx(pairs), encoding="utf-8")
    say("review", "week.txt", "--memory", "ours.tmx", "-o", "review.docx")
    (offer,) = units()[DAYS].suggestions
    assert offer.target == "It runs for three days, with tickets on sale."


def test_what_came_back_serves_the_export_as_a_memory(place: Path) -> None:
    send()
    edited(COMPANIES, "In all, 37 companies took part.")
    edited(DAYS, "It runs for five days.")
    say("review", "--apply", "review.docx")
    result = say("export", "week.txt", "--memory", "week.en.xlf", "--lang", "en", "--format", "html")
    assert result.exit_code == 0
    page = Path("out/week/week.en.html").read_text("utf-8")
    assert "In all, 37 companies took part." in page
    assert "DRAFT" not in page


@pytest.mark.parametrize("name", ["week.en.xlf", "week.json"])
def test_drafts_of_a_translation_under_review_stand_in_a_draft_edition(place: Path, name: str) -> None:
    say("translate", "week.txt", "--memory", "ours.tmx", "--engine", "pseudo", "-o", name)
    words = ("export", "week.txt", "--memory", name, "--engine", "none", "--lang", "en", "--format", "html")
    assert say(*words, "--draft").exit_code == 0
    page = Path("out/week/week.en.html").read_text("utf-8")
    assert "[[" not in page
    assert units(name)[COMPANIES].target in page
    assert "DRAFT" in page


def test_drafts_of_a_translation_under_review_are_no_edition_but_are_counted(place: Path) -> None:
    send()
    result = say("export", "week.txt", "--memory", "week.en.xlf", "--engine", "none", "--lang", "en")
    assert result.exit_code == 5
    assert "2 of 5 segments are not reviewed (en):" in result.output
    assert "publisher review" in result.output


def test_a_draft_keeps_its_origin_and_an_engine_is_not_asked_for_it_again(place: Path) -> None:
    state = Bitext("zh-Hans", "en", (BitextUnit(COMPANIES, COMPANIES, "Guessed.", Origin.FUZZY, 0.8),))
    Path("week.en.xlf").write_bytes(xliff.write(state))
    words = ("--memory", "week.en.xlf", "--memory", "ours.tmx", "--engine", "pseudo", "--format", "html")
    say("export", "week.txt", *words, "--lang", "en")
    page = Path("out/week/week.en.html").read_text("utf-8")
    assert "Guessed." in page


def test_what_has_no_translation_is_told_once_and_without_brackets(place: Path) -> None:
    for words in (("translate", "week.txt"), ("review", "week.txt", "-o", "r.docx")):
        result = say(*words, "--memory", "ours.tmx", "--engine", "none")
        assert result.stderr.count("no translation") == 1
        assert "warning: 2 of 5 segments have no translation into en: b1.2, b2.1" in result.stderr
        assert "[[" not in result.output


def test_what_came_back_is_told_to_programs_as_json(place: Path) -> None:
    send()
    edited(COMPANIES, "In all, 37 companies took part.")
    value = json.loads(say("review", "--apply", "review.docx", "--json").stdout)
    assert [c["after"] for c in value["changes"]] == ["In all, 37 companies took part."]


def test_the_article_may_be_named_where_it_is_elsewhere(place: Path) -> None:
    send()
    (place / "elsewhere").mkdir()
    Path("review.docx").rename("elsewhere/back.docx")
    Path("week.txt").rename("elsewhere/renamed.txt")
    Path("week.en.xlf").rename("elsewhere/renamed.en.xlf")
    say("review", "--apply", "elsewhere/back.docx", fails=TranslationError)
    assert say("review", "--apply", "elsewhere/back.docx", "elsewhere/renamed.txt").exit_code == 0


def test_a_missing_row_is_told_and_the_others_are_taken(place: Path) -> None:
    send()
    reviewer = sheet()
    gone = reviewer.table.rows[row(reviewer, DAYS)]._tr
    gone.getparent().remove(gone)
    reviewer.types(row(reviewer, COMPANIES), "All 37.")
    Path("review.docx").write_bytes(reviewer.saves())
    result = say("review", "--apply", "review.docx")
    assert result.exit_code == 5
    assert "1 row is missing from the sheet" in result.output
    assert units()[COMPANIES].target == "All 37."


def test_what_the_changed_article_has_no_place_for_is_in_the_file_named(place: Path) -> None:
    send()
    edited(COMPANIES, "=All 37.")
    edited(DAYS, "Five days.")
    Path("week.txt").write_text(ARTICLE.replace("37", "38"), encoding="utf-8")
    result = say("review", "--apply", "review.docx")
    assert result.exit_code == 5
    assert "what was typed there is in review.unmatched.csv" in result.output
    with Path("review.unmatched.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows[1][1:3] == [COMPANIES, "'=All 37."]  # no formula for a spreadsheet
    assert units()[DAYS].target == "Five days."


def test_a_second_table_of_unmatched_rows_does_not_replace_the_first(place: Path) -> None:
    Path("review.unmatched.csv").write_text("mine", encoding="utf-8")
    send()
    edited(COMPANIES, "All 37.")
    Path("week.txt").write_text(ARTICLE.replace("37", "38"), encoding="utf-8")
    assert "review.unmatched-2.csv" in say("review", "--apply", "review.docx").output
    assert Path("review.unmatched.csv").read_text(encoding="utf-8") == "mine"


def test_a_sheet_of_another_article_is_refused_and_what_was_typed_kept(place: Path) -> None:
    send()
    edited(COMPANIES, "All 37.")
    Path("week.txt").write_text("另一篇\n\n完全不同的一句。\n", encoding="utf-8")
    state = Path("week.en.xlf")
    state.write_bytes(xliff.write(Bitext("zh-Hans", "en", (BitextUnit("b1.1", "完全不同的一句。"),))))
    before = state.read_bytes()
    result = say("review", "--apply", "review.docx", fails=TranslationError)
    assert "belongs to another article" in str(result.exception)
    assert state.read_bytes() == before
    assert "All 37." in Path("review.unmatched.csv").read_text("utf-8-sig")


def test_without_the_translation_that_went_out_nothing_is_taken(place: Path) -> None:
    send()
    Path("week.en.xlf").unlink()
    result = say("review", "--apply", "review.docx", fails=TranslationError)
    assert "week.en.xlf" in str(result.exception)
    assert not Path("week.en.xlf").exists()


def test_a_hostile_sheet_writes_nothing(place: Path) -> None:
    send()
    Path("review.docx").write_bytes(b"PK\x03\x04 not a document")
    before = {path: path.read_bytes() for path in place.iterdir()}
    say("review", "--apply", "review.docx", "--memory", "ours.tmx", fails=TranslationError)
    assert {path: path.read_bytes() for path in place.iterdir()} == before


def test_the_language_that_a_file_names_is_never_a_path(place: Path) -> None:
    value = Bitext("zh-Hans", "../../en", (BitextUnit("b1.1", "一", "One"),), "week.txt")
    Path("t.xlf").write_bytes(xliff.write(value))
    result = say("review", "--apply", "t.xlf", fails=TranslationError)
    assert str(result.exception) == "t.xlf: a translation into ../../en"


def test_a_tool_s_own_name_for_the_language_is_understood(place: Path) -> None:
    send("--xliff", "1.2")
    text = Path("week.en.xlf").read_text("utf-8").replace('target-language="en"', 'target-language="en-GB"')
    text = text.replace(units()[COMPANIES].target, "All 37.")
    Path("back.xlf").write_text(text, encoding="utf-8")
    say("review", "--apply", "back.xlf")
    assert units()[COMPANIES].target == "All 37."


@pytest.mark.parametrize("name", ["back.odt", "back.doc", "back", "missing.docx"])
def test_a_file_of_another_kind_or_none_is_refused_with_its_name(place: Path, name: str) -> None:
    if name != "missing.docx":
        Path(name).write_bytes(b"x")
    result = say("review", "--apply", name, fails=TranslationError)
    assert str(result.exception).startswith(name)


def test_the_article_that_a_sheet_names_is_never_a_path(place: Path) -> None:
    (place.parent / "secret.txt").write_text(ARTICLE, encoding="utf-8")
    value = Bitext("zh-Hans", "en", (BitextUnit("b1.1", "一", "One"),), "../secret.txt")
    Path("t.xlf").write_bytes(xliff.write(value))
    result = say("review", "--apply", "t.xlf", fails=TranslationError)
    assert "its article secret.txt is not beside it" in str(result.exception)


def test_a_memory_that_cannot_be_told_stops_before_anything_is_written(place: Path) -> None:
    send()
    edited(COMPANIES, "All 37.")
    before = Path("week.en.xlf").read_bytes()
    Path("bad.tmx").write_text("<html/>", encoding="utf-8")
    say("review", "--apply", "review.docx", "--memory", "bad.tmx", fails=TranslationError)
    assert Path("week.en.xlf").read_bytes() == before
