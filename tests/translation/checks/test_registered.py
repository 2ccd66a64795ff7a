"""A person of the glossary is named as it was decided: another surname, a slip and another order are told."""

import pytest

from publisher.translation.checks import Finding, Level, Pair, check_pairs
from publisher.translation.glossary import Entry, Glossary

PEOPLE = Glossary(
    [
        Entry("查可为", "Zha Kewei", "person"),
        Entry("仇小宁", "Qiu Xiaoning", "person"),
        Entry("欧阳静怡", "Ouyang Jingyi", "person"),
        Entry("孙晓梅", "Sun Xiaomei", "person", alternatives=("Sun",)),
        Entry("吕方", "Lü Fang", "person"),
        Entry("何远", "He Yuan", "person"),
        Entry("戴维·米勒", "David Miller", "person"),
    ]
)


def told(source: str, target: str) -> list[Finding]:
    languages = ("en", "zh-Hans") if source.isascii() else ("zh-Hans", "en")
    found = check_pairs([Pair("1", source, target, *languages)], ["names", "terms"], glossary=PEOPLE)
    return [f for f in found if f.severity is not Level.INFO]


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("查可为说。", "Cha Kewei said so.", "“Cha Kewei” stands in the English; 查可为 is “Zha Kewei”"),
        ("仇小宁说。", "Chou Xiaoning said so.", "仇小宁 is “Qiu Xiaoning” in the glossary"),
        ("查可为说。", "Zha Kewai said so.", "“Zha Kewai” stands in the English"),
        ("查可为说。", "CHA KEWEI SAYS SO", "“CHA KEWEI” stands in the English"),
        ("查可为说。", "Kewei Cha said so.", "“Kewei Cha” stands in the English"),
        ("查可为说。", "Zha Kewei said so, and Cha Kewei agreed.", "“Cha Kewei” stands in the English"),
        ("孙晓梅说。", "Sun Xiaomai said so.", "“Sun Xiaomai” stands in the English"),
        ("何远说。", "Hu Yuan said so.", "“Hu Yuan” stands in the English; 何远 is “He Yuan”"),
        ("戴维·米勒说。", "David Muller said so.", "戴维·米勒 is “David Miller” in the glossary"),
        ("Zha Kewei said so.", "柴可为说。", "“柴可为” stands in the Chinese; Zha Kewei is “查可为”"),
        ("Zha Kewei said so.", "渣可为说。", "“渣可为” stands in the Chinese"),
    ],
)
def test_another_surname_or_a_slip_in_a_decided_name_is_an_error(
    source: str, target: str, message: str
) -> None:
    (finding,) = told(source, target)
    assert (finding.rule, finding.severity) == ("names", Level.ERROR)
    assert message in finding.message


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("查可为说。", "Kewei Zha said so."),
        ("查可为说。", "Zha Ke Wei said so."),
        ("吕方说。", "Lyu Fang said so."),
        ("戴维·米勒说。", "David Jones said so."),
    ],
)
def test_another_order_or_spelling_of_a_decided_name_is_a_warning(source: str, target: str) -> None:
    assert [(f.rule, f.severity) for f in told(source, target)] == [("names", Level.WARNING)]


def test_two_surnames_exchanged_are_told_each_by_its_own_person() -> None:
    messages = [f.message for f in told("查可为和仇小宁到场。", "Zha Xiaoning and Qiu Kewei were there.")]
    assert messages == [
        "“Qiu Kewei” stands in the English; 查可为 is “Zha Kewei” in the glossary",
        "“Zha Xiaoning” stands in the English; 仇小宁 is “Qiu Xiaoning” in the glossary",
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("查可为教授说。", "Professor Zha said so."),
        ("查可为说。", "Mr Zha said so."),
        ("查可为说。", "ZHA KEWEI SAYS SO"),
        ("查可为说。", "Party Secretary Kewei said so."),
        ("查可为说。", "Dr. Zha Kewei’s hall opens."),
        ("欧阳静怡说。", "Ouyang said so."),
        ("戴维·米勒说。", "David said so."),
        ("查可为和柴可为说。", "Zha Kewei and Chai Kewei said so."),
        ("戴维·米勒和戴维斯·米勒说。", "David Miller and Davis Miller said so."),
        ("Zha Kewei said so.", "查可为说。"),
        ("Zha Kewei and Chai Kewei said so.", "查可为和柴可为说。"),
        ("President Sun Xiaomei said so.", "校长孙晓梅说。"),
        ("Director Zha Kewei said so.", "主任可为说。"),
    ],
)
def test_a_decided_name_its_short_form_and_somebody_else_are_left_alone(source: str, target: str) -> None:
    assert [f for f in told(source, target) if "glossary" in f.message] == []


def test_a_person_of_the_glossary_is_named_as_the_one_that_is_missing() -> None:
    (names,) = (
        f for f in told("查可为介绍云帆馆。", "Zha Weiguo presented the Yunfan Hall.") if f.rule == "names"
    )
    assert names.message == "Zha Weiguo stands in the English where the Chinese has 查可为"
