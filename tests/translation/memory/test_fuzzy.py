"""Similar texts are found and scored as a translator would judge them."""

import random
from pathlib import Path

import pytest

from publisher.translation.memory import Memory, MemoryUnit, Store, Variant
from publisher.translation.memory.fuzzy import closest, grams, masked

CORPUS = Path(__file__).parents[2] / "benchmarks" / "corpus"


def score(one: str, other: str, language: str = "zh") -> float:
    found = closest(one, language, [(masked(other), other)], limit=1, threshold=0.0)
    return found[0][0] if found else 0.0


def memory(*pairs: tuple[str, str], language: str = "zh-Hans") -> Memory:
    other = "en" if language.startswith("zh") else "zh-Hans"
    return Memory.of(MemoryUnit.pair(Variant(language, one), Variant(other, two)) for one, two in pairs)


def test_the_same_text_scores_one() -> None:
    assert score("开幕式“很成功”", '开幕式"很成功"') == 1


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("全市有37家企业获奖。", "全市有152家企业获奖。", "zh"),
        ("Open day is on March 4.", "Open day is on March 21.", "en"),
        ("The OPEN day is over.", "The open day is over.", "en"),
    ],
)
def test_figures_and_case_are_cheap_and_never_free(one: str, other: str, language: str) -> None:
    assert 0.95 < score(one, other, language) < 1


def test_a_figure_replaced_costs_less_than_a_word_replaced() -> None:
    base = "全市有37家企业获奖。"
    assert score(base, "全市有42家企业获奖。") > score(base, "全市有37家学校获奖。")


def test_chinese_is_scored_by_characters() -> None:
    # eight of ten characters are the same, and in order
    assert score("今天上午在北京开会了", "今天下午在南京开会了") == pytest.approx(0.8)


def test_english_is_scored_by_words_and_characters() -> None:
    # three of four words; 2×15 of 34 characters, in order
    assert score("the red open door", "the new open door", "en") == pytest.approx(
        (0.75 + 30 / 34) / 2, abs=0.03
    )


def test_a_similar_text_is_found_and_another_is_not() -> None:
    pairs = (("市长张伟出席了周三的开幕仪式并致辞。", "a"), ("本届比赛设六个项目。", "b"))
    found = memory(*pairs).fuzzy("市长李娜出席了周五的开幕仪式并致辞。", "zh-Hans", "en")
    assert [match.text for match in found] == ["a"]
    assert 0.7 < found[0].score < 1


def test_both_directions_are_searched() -> None:
    known = memory(("花开了。", "The flowers are out in the park."))
    found = known.fuzzy("The flowers are out in our park.", "en", "zh-Hans")
    assert [match.text for match in found] == ["花开了。"]


def test_the_best_come_first_and_no_more_than_asked_for() -> None:
    base = "第一届机器人开放日今天在云汀市举行"
    known = memory(*((base[:n] + "新" * (17 - n), str(n)) for n in range(10, 17)))
    found = known.fuzzy(base, "zh-Hans", "en", limit=3, threshold=0.6)
    assert [match.text for match in found] == ["16", "15", "14"]
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)


def test_nothing_below_the_threshold_is_found() -> None:
    known = memory(("今天上午在北京开会了", "x"))
    assert not known.fuzzy("今天下午在南京开会了", "zh-Hans", "en", threshold=0.81)
    assert known.fuzzy("今天下午在南京开会了", "zh-Hans", "en", threshold=0.8)


def test_the_other_script_is_not_offered() -> None:
    known = Memory.of([MemoryUnit.pair(Variant("en", "Open day begins today."), Variant("zh-TW", "開放日"))])
    assert not known.fuzzy("Open day begins now.", "en", "zh-Hans")
    assert known.fuzzy("Open day begins now.", "en", "zh-HK", threshold=0.6)


@pytest.mark.parametrize("text", ["", " ", "。！", "𠀀", "\ud800", "a" * 70_000, "%_'\";--"])
def test_odd_texts_find_nothing_and_harm_nothing(text: str) -> None:
    known = memory(("花开了。", "The flowers are out."))
    assert not known.fuzzy(text, "zh-Hans", "en")
    assert known.lookup(text, "zh-Hans", "en") is None


def test_a_short_text_is_found_among_long_ones_that_hold_it() -> None:
    long = ((f"开幕式第{chr(0x4E00 + n)}项安排今天公布，请各位代表准时出席。", str(n)) for n in range(600))
    found = memory(("开幕式安排", "x"), *long).fuzzy("开幕式的安排", "zh-Hans", "en")
    assert [match.text for match in found] == ["x"]


def test_what_is_added_later_is_found_too(tmp_path: Path) -> None:
    path = tmp_path / "m.tm.sqlite"
    for n, text in enumerate(("上午的比赛已经结束了。", "下午的比赛已经开始了。")):
        with Store.open(path, write=True) as store:
            store.add([MemoryUnit.pair(Variant("zh", text), Variant("en", str(n)))])
    found = Memory.load([path]).fuzzy("下午的比赛已经结束了。", "zh", "en")
    assert {match.text for match in found} == {"0", "1"}


def test_pieces_are_two_han_or_the_beginning_of_a_word() -> None:
    text = "机器人Robots在a1号、馆内，七十三人参观了今年的展览"
    assert {"机器", "器人", "robot", "在", "馆内"} <= grams(masked(text))


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_the_index_finds_what_a_search_of_everything_finds(language: str) -> None:
    rng = random.Random(7)
    stop = "。" if language == "zh-Hans" else ". "
    text = (CORPUS / f"{language}.txt").read_text(encoding="utf-8").replace("\n", stop)
    sentences = [s.strip() for s in text.split(stop) if len(s) > 8]
    known = memory(*((s, str(n)) for n, s in enumerate(sentences)), language=language)
    rows = [(masked(s), s) for s in sentences]
    right = asked = 0
    for sentence in rng.sample(sentences, 150):
        changed = "".join(rng.choice(text) if rng.random() < 0.12 else c for c in sentence)
        best = closest(changed, language, rows, limit=1, threshold=0.7)
        if best:
            asked += 1
            found = known.fuzzy(changed, language, "en" if language != "en" else "zh-Hans")
            right += bool(found) and found[0].score == best[0][0]
    assert asked > 60
    assert right >= 0.99 * asked
