"""Terms are found as whole words, and as much of the text as they can cover."""

import pytest

from publisher.translation.glossary import Entry, Glossary

TITLES = Glossary(
    Entry(source, target, "title")
    for source, target in (
        ("主任", "director"),
        ("部长", "minister"),
        ("局长", "director"),
        ("书记", "secretary"),
        ("省委书记", "Party chief"),
        ("校长", "president"),
        ("大学", "university"),
        ("人社局", "Human Resources and Social Security Bureau"),
        ("河北", "Hebei"),
        ("河北省", "Hebei Province"),
        ("同志", "comrade"),
        ("世卫组织", "WHO"),
        ("农民工", "migrant worker"),
        ("文旅部", "Ministry of Culture, Sports and Tourism"),
        ("党委", "Party committee"),
        ("中心", "data centre"),
    )
)


def found(text: str, language: str = "zh-Hans", glossary: Glossary = TITLES) -> list[str]:
    return [text[hit.start : hit.end] for hit in glossary.hits(text, language)]


@pytest.mark.parametrize(
    "text",
    ["公主任性地跑开了", "走完了全部长度", "他书记录了一切", "城市长期规划", "在校长期工作", "大学生来了"],
)
def test_a_term_across_the_words_of_a_text_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("省委书记讲话", ["省委书记"]),
        ("河北省委书记讲话", ["河北", "省委书记"]),
        ("衡水市人社局局长出席", ["人社局", "局长"]),
        ("副校长和老局长出席", ["校长", "局长"]),
        ("同志们好", ["同志"]),
        ("公安局长出席", ["局长"]),
        ("部长、主任和局长", ["部长", "主任", "局长"]),
    ],
)
def test_terms_cover_as_much_as_they_can(text: str, terms: list[str]) -> None:
    assert found(text) == terms


def test_a_traditional_text_is_found_in_its_own_places() -> None:
    assert found("河北省委書記和人社局局長", "zh-Hant") == ["河北", "省委書記", "人社局", "局長"]


def test_a_fullwidth_text_is_found() -> None:
    assert found("The ＷＨＯ", "en", Glossary([Entry("海", "sea")])) == []
    assert found("Ｃ９１９客机", "zh", Glossary([Entry("C919客机", "C919")])) == ["Ｃ９１９客机"]


def test_a_name_of_the_user_is_found_whatever_a_dictionary_makes_of_what_follows() -> None:
    assert found("李明天天跑步", "zh", Glossary([Entry("李明天", "Li Mingtian", "person")])) == ["李明天"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Two migrant workers’ wages", ["migrant workers"]),
        ("MIGRANT-WORKER", ["MIGRANT-WORKER"]),
        ("those who came, and the WHO", ["WHO"]),
        ("immigrant workers", []),
        ("a migrant. Worker", []),
        ("the Party, committee", []),
        ("the Ministry of Culture, Sports, and Tourism", ["Ministry of Culture, Sports, and Tourism"]),
        ("two data centers", ["data centers"]),
        ("presidents", ["presidents"]),
    ],
)
def test_english_is_found_in_its_inflections_and_spellings(text: str, terms: list[str]) -> None:
    assert found(text, "en") == terms


def test_an_english_word_of_several_entries_gives_them_all() -> None:
    (hit,) = TITLES.hits("the director", "en")
    assert [entry.source for entry in hit.entries] == ["主任", "局长"]


def test_an_entry_from_english_is_found_in_either_language() -> None:
    glossary = Glossary([Entry("open day", "开放日", source_language="en", target_language="zh-Hans")])
    assert found("the open day", "en", glossary) == ["open day"]
    assert found("开放日活动", "zh-Hant", glossary) == ["开放日"]


def test_an_empty_glossary_finds_nothing() -> None:
    assert found("省委书记", "zh", Glossary()) == []


def test_a_long_text_is_matched_to_its_end() -> None:
    builtin = Glossary.load([], builtin=True)
    text = "省市县委书记主任任性长长长"  # tests/benchmarks/growth.py times many of them
    once = len(builtin.hits(text, "zh"))
    assert once
    assert len(builtin.hits(text * 4000, "zh")) >= 4000 * once
