"""A translation is held to the decided terms, and a good one is left alone."""

from pathlib import Path

import pytest
from lxml import etree

from publisher.report import Severity
from publisher.translation.glossary import Entry, Glossary, TermFault, verify

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared" / "seeds"
BUILTIN = Glossary.load([], builtin=True)
OWN = Glossary(
    (
        Entry("宣传部", "Publicity Department", "organisation", forbidden=("Propaganda Department",)),
        Entry("东岭大学", "Dongling University", "organisation"),
        Entry("欧阳岚", "Ouyang Lan", "person"),
        Entry("云汀市", "Yunting", "place"),
        Entry("机械臂", "robotic arm"),
        Entry("副市长", "vice mayor", "title"),
        Entry("启动", "launch", alternatives=("kick off",)),
    )
)


def faults(source: str, target: str, glossary: Glossary = OWN) -> list[tuple[str, str]]:
    languages = ("en", "zh-Hans") if source.isascii() else ("zh-Hans", "en")
    return [(f.kind, f.severity.value) for f in verify(source, target, *languages, glossary)]


def only(source: str, target: str, glossary: Glossary = OWN) -> TermFault:
    (fault,) = verify(source, target, "zh-Hans", "en", glossary)
    return fault


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("宣传部出席", "The Publicity Department was there."),
        ("两只机械臂", "Two robotic arms moved."),
        ("大赛启动", "The contest was launched."),
        ("大赛启动", "The contest kicked off."),
        ("欧阳岚说", "Ouyang said so."),
        ("东岭大学举办", "The university held it."),
        ("云汀市举办", "The city held it."),
        ("副市长出席", "Vice Mayor Li Ming attended."),
        ("副市长出席", "Vice mayors attended."),
        ("副市长出席", "Li Ming, vice mayor, attended."),
        ("机械臂到场", "Robotic Arm Comes to Our Town"),
        ("今天下雨", "It rains today."),
    ],
)
def test_a_good_translation_has_no_fault(source: str, target: str) -> None:
    assert faults(source, target) == []


def test_a_missing_term_of_the_user_is_a_warning_with_its_place() -> None:
    fault = only("一只机械臂", "A claw moved.")
    assert (fault.kind, fault.severity, fault.source, fault.target) == (
        "missing",
        Severity.WARNING,
        (2, 5),
        None,
    )
    assert fault.message == "机械臂 is “robotic arm” in the glossary; the translation does not have it"


def test_a_forbidden_translation_is_a_warning_with_both_places() -> None:
    fault = only("市宣传部", "The Propaganda Department met.")
    assert (fault.kind, fault.severity, fault.source, fault.target) == (
        "forbidden",
        Severity.WARNING,
        (1, 4),
        (4, 25),
    )


def test_a_forbidden_translation_without_its_term_is_no_fault() -> None:
    assert faults("机械臂", "The robotic arm of the Propaganda Department.") == []


def test_a_person_who_is_a_pronoun_in_the_translation_is_a_remark() -> None:
    assert faults("欧阳岚说", "She said so.") == [("missing", "info")]


@pytest.mark.parametrize("target", ["He said so.", "It took him long."])
def test_a_word_that_looks_like_a_part_of_a_name_is_no_name(target: str) -> None:
    assert faults("何龙说", target, Glossary([Entry("何龙", "He Long", "person")])) == [("missing", "info")]


def test_another_name_in_the_place_of_a_person_is_a_warning() -> None:
    assert faults("欧阳岚说", "Wang Lin said so.") == [("missing", "warning")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("宣传部出席", "Here the publicity department met."),
        ("一只机械臂", "We saw the Robotic Arm move at noon."),
        ("副市长出席", "In June the Vice Mayor was at home in the city."),
    ],
)
def test_capitals_against_the_rule_are_a_fault(source: str, target: str) -> None:
    assert faults(source, target) == [("case", "warning")]


def test_capitals_within_a_longer_name_are_no_fault() -> None:
    assert faults("机械臂大赛", "We came to the National Robotic Arm Contest in the end, all of us.") == []


def test_a_missing_builtin_term_is_only_a_remark() -> None:
    assert faults("校长出席", "A woman attended.", BUILTIN) == [("missing", "info")]


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("他去了陕西", "He went to Shanxi.", "Shanxi"),
        ("农民工返乡", "Peasant workers went home.", "Peasant workers"),
        ("宣传部开会", "The Propaganda Department met.", "Propaganda Department"),
        ("公布归母净利润", "The mother net profit was told.", "mother net profit"),
    ],
)
def test_a_classic_error_is_a_warning(source: str, target: str, wrong: str) -> None:
    fault = only(source, target, BUILTIN)
    assert fault.target is not None
    assert (fault.kind, target[slice(*fault.target)]) == ("forbidden", wrong)


def test_what_is_wrong_for_one_term_may_be_right_for_another() -> None:
    assert faults("从陕西到山西", "From Shaanxi to Shanxi", BUILTIN) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("市委书记讲话", "The secretary of the CPC Dongling Municipal Committee spoke."),
        ("市人社局通知", "The municipal Bureau of Human Resources and Social Security"),
        ("一带一路", "The Belt and Road Initiative"),
        ("同比增长3%", "up 3% from a year earlier"),
    ],
)
def test_a_translator_may_phrase_a_builtin_term(source: str, target: str) -> None:
    assert faults(source, target, BUILTIN) == []


def test_a_traditional_article_is_held_to_the_same_terms() -> None:
    fault = verify("市宣傳部開會", "The Propaganda Department met.", "zh-Hant", "en", OWN)
    assert [f.kind for f in fault] == ["forbidden"]


def test_a_chinese_translation_is_verified_in_either_script() -> None:
    assert verify("the Publicity Department", "宣傳部", "en", "zh-Hant", OWN) == ()
    assert [f.kind for f in verify("the Publicity Department", "組織", "en", "zh-Hant", OWN)] == ["missing"]


def test_an_english_title_may_be_any_of_its_chinese_ones() -> None:
    assert faults("The director came.", "局长来了。", BUILTIN) == []


def pairs(path: Path) -> list[tuple[str, str]]:
    units = etree.parse(str(path)).iter("tu")
    return [(str(a.text), str(b.text)) for a, b in (u.iter("seg") for u in units)]


MEMORIES = [ROOT / "seeds" / "open-day.zh-en.tmx", *sorted(SHARED.glob("*.tmx"))]


@pytest.mark.parametrize("memory", MEMORIES, ids=lambda path: path.name[:8])
def test_a_professional_translation_raises_no_fault_in_either_direction(memory: Path) -> None:
    own = [ROOT / "seeds" / "open-day.glossary.csv"] if "open-day" in memory.name else []
    glossary = Glossary.load(own, builtin=True)
    warned = [
        fault.message
        for chinese, english in pairs(memory)
        for fault in (
            *verify(chinese, english, "zh-Hans", "en", glossary),
            *verify(english, chinese, "en", "zh-Hans", glossary),
        )
        if fault.severity is Severity.WARNING
    ]
    assert warned == []
