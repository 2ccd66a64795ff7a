"""An article's translation goes out for review and comes back, from the command line, file by file."""

import csv
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publisher.cli import cli
from publisher.errors import TranslationError
from publisher.model import Origin, State
from publisher.translation import xliff
from publisher.translation.bitext import Bitext, BitextUnit
from publisher.translation.bitext_files import load
from publisher.translation.memory import Memory
from tests.translation.review.conftest import Reviewer

ARTICLE = """青岚市机器人周开幕

青岚日报
2026-03-05 文/沈知微
3月5日，机器人周在青岚开幕。共有37家企业参展。
展期五天，市民可以免费入场。
"""
PAIRS = {
    "青岚市机器人周开幕": "Robot week opens in Qinglan",
    "青岚日报": "Qinglan Daily",
    "3月5日，机器人周在青岚开幕。": "Robot week opened in Qinglan on March 5.",
}


def tmx(pairs: dict[str, str]) -> str:
    units = "".join(
        f'<tu><tuv xml:lang="zh-Hans"><seg>{one}</seg></tuv><tuv xml:lang="en"><seg>{two}</seg></tuv></tu>'
        for one, two in pairs.items()
    )
    return f'<tmx version="1.4"><header srclang="zh-Hans"/><body>{units}</body></tmx>'


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "week.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "ours.tmx").write_text(tmx(PAIRS), encoding="utf-8")
    return folder


def say(*words: str, fails: type[Exception] | None = None) -> Result:
    result = CliRunner().invoke(cli, words)
    if fails is not None:
        assert isinstance(result.exception, fails), result.output
    elif result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def send(*more: str) -> Result:
    return say("review", "week.txt", "--memory", "ours.tmx", "--engine", "pseudo", "-o", "review.docx", *more)


def sheet() -> Reviewer:
    return Reviewer(Path("review.docx").read_bytes())


def row(reviewer: Reviewer, source: str) -> int:
    return next(n for n, r in enumerate(reviewer.table.rows) if r.cells[1].text == source)


def edited(source: str, text: str, column: int = 3) -> None:
    reviewer = sheet()
    Path("review.docx").write_bytes(reviewer.types(row(reviewer, source), text, column).saves())


def units(path: str = "week.en.xlf") -> dict[str, BitextUnit]:
    return {unit.source: unit for unit in load(Path(path)).units}


COMPANIES = "共有37家企业参展。"
DAYS = "展期五天，市民可以免费入场。"


# ── translate ────────────────────────────────────────────────────────────────


def test_translate_writes_xliff_beside_the_article_and_counts(place: Path) -> None:
    result = say("translate", "week.txt", "--to", "en", "--memory", "ours.tmx", "--engine", "pseudo")
    assert "week.en.xlf  zh-Hans → en, 5 segments" in result.output
    assert re.search(r"origin\s+engine 2, memory 3\n\s+state\s+draft 2, reviewed 3", result.output)
    assert units()["青岚日报"].target == "Qinglan Daily"


@pytest.mark.parametrize("name", ["t.xlf", "t.json"])
def test_translate_writes_the_same_bitext_in_either_form(place: Path, name: str) -> None:
    say("translate", "week.txt", "--memory", "ours.tmx", "-o", name)
    states = {source: (u.origin, u.state) for source, u in units(name).items()}
    assert states["青岚日报"] == (Origin.MEMORY, State.REVIEWED)
    assert states[COMPANIES] == (Origin.UNTRANSLATED, State.DRAFT)


def test_translate_writes_tmx_in_which_drafts_are_marked_as_a_machine_s(place: Path) -> None:
    say("translate", "week.txt", "--memory", "ours.tmx", "--engine", "pseudo", "-o", "t.tmx")
    memory = Memory.load([Path("t.tmx")])
    passed = [memory.lookup(text, "zh-Hans", "en") for text in ("青岚日报", COMPANIES)]
    assert [match.reviewed for match in passed if match] == [True, False]


def test_translate_writes_1_2_when_asked(place: Path) -> None:
    say("translate", "week.txt", "--memory", "ours.tmx", "--xliff", "1.2", "-o", "t.xlf")
    assert b'version="1.2"' in Path("t.xlf").read_bytes()


def test_translate_into_an_unknown_form_is_refused(place: Path) -> None:
    say("translate", "week.txt", "-o", "t.po", fails=TranslationError)
    assert not Path("t.po").exists()


def test_translate_keeps_what_people_did(place: Path) -> None:
    send()
    edited(COMPANIES, "In all, 37 companies took part.")
    say("review", "--apply", "review.docx")
    say("translate", "week.txt", "--memory", "ours.tmx", "--engine", "pseudo")
    kept = units()[COMPANIES]
    assert (kept.target, kept.origin, kept.state) == (
        "In all, 37 companies took part.",
        Origin.HAND,
        State.REVIEWED,
    )


def test_translate_sets_aside_what_people_did_for_a_sentence_that_is_gone(place: Path) -> None:
    send()
    edited(COMPANIES, "In all, 37 companies took part.")
    say("review", "--apply", "review.docx")
    Path("week.txt").write_text(ARTICLE.replace(COMPANIES, ""), encoding="utf-8")
    result = say("translate", "week.txt", "--memory", "ours.tmx")
    assert "week.en.unmatched.csv" in result.output
    assert "In all, 37 companies took part." in Path("week.en.unmatched.csv").read_text("utf-8-sig")


def test_translate_keeps_an_engine_s_draft_when_no_engine_is_asked(place: Path) -> None:
    say("translate", "week.txt", "--memory", "ours.tmx", "--engine", "pseudo")
    say("translate", "week.txt", "--memory", "ours.tmx")
    assert units()[COMPANIES].origin is Origin.ENGINE


def test_translate_into_traditional_takes_what_any_memory_has_in_it_or_in_simplified(place: Path) -> None:
    Path("fair.txt").write_text(
        "Fair opens\n\nThe mouse sold out. The fair drew 12 firms.\n", encoding="utf-8"
    )
    Path("two.tmx").write_text(
        '<tmx version="1.4"><header srclang="en"/><body>'
        '<tu><tuv xml:lang="en"><seg>The mouse sold out.</seg></tuv>'
        '<tuv xml:lang="zh-Hant"><seg>滑鼠已售罄。</seg></tuv></tu>'
        '<tu><tuv xml:lang="en"><seg>The fair drew 12 firms.</seg></tuv>'
        '<tuv xml:lang="zh-Hans"><seg>展览吸引12家企业。</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    say("translate", "fair.txt", "--to", "zh-Hant", "--memory", "two.tmx", "--engine", "none")
    value = load(Path("fair.zh-Hant.xlf"))
    assert value.target_language == "zh-Hant"
    assert [unit.target for unit in value.units] == ["", "滑鼠已售罄。", "展覽吸引12家企業。"]


# ── review and back ──────────────────────────────────────────────────────────


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


# ── XLIFF ────────────────────────────────────────────────────────────────────


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


# ── Usage ────────────────────────────────────────────────────────────────────


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
