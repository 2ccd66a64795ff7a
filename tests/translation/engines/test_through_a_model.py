"""Codes, figures, markup and guards hold through a real model and its real tokenizer."""

from pathlib import Path

import pytest

from publisher.model import LineBreak, Link, Strong, Text
from publisher.translation.engines.argos import ArgosEngine
from publisher.translation.guards import Fault, guarded
from publisher.translation.projection import mask_inlines, restore_inlines
from publisher.translation.protect import Kind, Masked, Span, mask, restore


@pytest.fixture(scope="module")
def engine(place: Path) -> ArgosEngine:
    return ArgosEngine((place,))


def masked(text: str, *found: tuple[str, str, Kind]) -> Masked:
    return mask(
        text, [Span(at := text.index(word), at + len(word), target, kind) for word, target, kind in found]
    )


def test_values_go_through_a_chinese_to_english_model(engine: ArgosEngine) -> None:
    text = masked(
        "由青岚市主办，今年有37家公司参加，总投资达到3.56亿元：请看a_b@example.com。",
        ("青岚市", "Qinglan City", Kind.NAME),
        ("37", "37", Kind.FIGURE),
        ("3.56亿元", "356 million yuan", Kind.FIGURE),
        ("a_b@example.com", "a_b@example.com", Kind.ADDRESS),
    )
    (made,) = guarded(engine, [text], "zh-Hans", "en")
    assert made.fault is None
    assert made.text is not None
    assert restore(made.text, text).text == (
        "by Qinglan City hosted, this year there are 37 local companies joined, total investment reached "
        "356 million yuan: see a_b@example.com."
    )


def test_values_go_through_an_english_to_chinese_model(engine: ArgosEngine) -> None:
    text = masked(
        "there are 37 new companies, total investment reached 356 million yuan, by Qinglan City.",
        ("37", "37", Kind.FIGURE),
        ("356 million yuan", "3.56亿元", Kind.FIGURE),
        ("Qinglan City", "青岚市", Kind.NAME),
    )
    (made,) = guarded(engine, [text], "en", "zh-Hans")
    assert made.fault is None
    assert made.text is not None
    assert restore(made.text, text).text == "有37新公司，总投资达到3.56亿元，由青岚市。"


def test_markup_goes_through_a_model(engine: ArgosEngine) -> None:
    link = Link("https://example.com", (Text("活动主页"),))
    marked = mask_inlines((Text("请看"), link, Text("，"), Strong((Text("项目"), Text("开幕"))), LineBreak()))
    made = restore_inlines(engine.translate([marked.masked.text], "zh-Hans", "en")[0], marked)
    assert made.inlines[:4] == (
        Text("see "),
        Link("https://example.com", (Text("home page"),)),
        Text(", "),
        Strong((Text("projects opened"),)),
    )
    assert not made.lost


@pytest.mark.parametrize(
    ("text", "fault"),
    [("市长转圈", Fault.REPEATED), ("空白空白", Fault.EMPTY), ("由玥玥玥主办", Fault.SCRIPT)],
)
def test_what_the_model_does_wrong_is_left_untranslated(engine: ArgosEngine, text: str, fault: Fault) -> None:
    (made,) = guarded(engine, [mask(text, ())], "zh-Hans", "en")
    assert (made.text, made.fault) == (None, fault)


def test_a_sentence_that_goes_wrong_as_a_whole_goes_right_by_clauses(engine: ArgosEngine) -> None:
    text = masked("今年展览由青岚市主办，错乱建成。", ("青岚市", "Qinglan City", Kind.NAME))
    (made,) = guarded(engine, [text], "zh-Hans", "en")
    assert made.fault is Fault.REPEATED
    assert made.retried
    assert made.text is not None
    assert restore(made.text, text).text == "this year the exhibition by Qinglan City hosted, order built."
