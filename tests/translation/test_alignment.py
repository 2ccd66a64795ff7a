"""Two texts are brought side by side, sentence by sentence."""

from pathlib import Path

import pytest

from publisher.translation.alignment import align, beads
from publisher.translation.checks.files import read_pairs
from publisher.translation.checks.reference import Reference
from publisher.translation.segments import Unit

PRESS = Path(__file__).parent / "checks" / "press-two.tsv"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference()


def texts() -> tuple[list[str], list[str]]:
    pairs = read_pairs(PRESS)
    return [p.source for p in pairs], [p.target for p in pairs]


def test_paragraphs_in_order_meet_one_to_one(reference: Reference) -> None:
    zh, en = texts()
    found = beads(zh, en, True, reference)
    assert [(b.left, b.right) for b in found] == [((n,), (n,)) for n in range(len(zh))]


def test_a_paragraph_without_a_partner_stands_alone(reference: Reference) -> None:
    zh, en = texts()
    found = beads(zh, en[:20] + en[21:], True, reference)
    assert [b.left for b in found if not b.right] == [(20,)]
    assert len(found) == len(zh)


def test_a_paragraph_that_was_divided_meets_its_parts(reference: Reference) -> None:
    zh, en = texts()
    zh[10:12] = [zh[10] + zh[11]]
    assert ((10,), (10, 11)) in [(b.left, b.right) for b in beads(zh, en, True, reference)]


def test_english_may_stand_on_the_left(reference: Reference) -> None:
    zh, en = texts()
    found = beads(en, zh, False, reference)
    assert all(b.left == b.right for b in found)


def test_a_missing_sentence_is_a_pair_with_an_empty_side(reference: Reference) -> None:
    zh = [
        Unit("headline", "新药在动物实验中效果良好"),
        Unit("b1", "新药未出现明显副作用。下一步，研究人员将申请开展人体试验。"),
    ]
    en = [
        Unit("headline", "New drug works well in animals"),
        Unit("b1", "The new drug caused no obvious side effects."),
    ]
    aligned = align(zh, en, "zh-Hans", "en", reference)
    assert [(p.key, bool(p.target)) for p in aligned.pairs] == [
        ("headline", True),
        ("b1.1", True),
        ("b1.2", False),
    ]


def test_texts_that_are_no_translations_of_each_other_are_not_sure(reference: Reference) -> None:
    zh, en = texts()
    units = [Unit(f"b{n}", text) for n, text in enumerate(zh[:30])]
    others = [Unit(f"b{n}", text) for n, text in enumerate(reversed(en[40:70]))]
    assert align(units, others, "zh-Hans", "en", reference).confidence < 0.5


def test_nothing_aligns_with_nothing(reference: Reference) -> None:
    assert beads([], [], True, reference) == ()
