"""`publisher translate`: what it writes, and what it keeps of what people did."""

import re
from pathlib import Path

import pytest

from publisher.errors import TranslationError
from publisher.model import Origin, State
from publisher.translation.bitext_files import load
from publisher.translation.memory import Memory
from tests.review_round.desk import ARTICLE, COMPANIES, edited, say, send, units


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
