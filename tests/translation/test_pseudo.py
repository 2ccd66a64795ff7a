"""Pseudo-translation is plainly no translation, and has the length of one."""

import re

from publisher.translation.engines.pseudo import PseudoEngine

SOURCE = "三月五日，“春芽”园区开放（二期），共有37家ABC公司、1,200人到场！"


def make(text: str, source: str = "zh-Hans", target: str = "en") -> str:
    return PseudoEngine().translate([text], source, target)[0]


def test_it_is_wrapped_in_marks() -> None:
    assert re.fullmatch(r"\[!! .+ !!\]", make(SOURCE))


def test_no_han_and_no_fullwidth_mark_is_left() -> None:
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", make(SOURCE))


def test_figures_stay() -> None:
    assert re.findall(r"[\d,]*\d", make(SOURCE)) == ["37", "1,200"]


def test_it_is_two_to_four_times_as_long_as_the_chinese() -> None:
    text = "这所学校今年春天开放了新的园区" * 10
    assert 2 < len(make(text)) / len(text) < 4


def test_it_is_the_same_every_time() -> None:
    assert make(SOURCE) == make(SOURCE)


def test_english_becomes_han_for_a_chinese_edition() -> None:
    assert not re.search("[A-Za-z]", make("The park opened, with 37 firms.", "en", "zh-Hans"))


def test_it_serves_every_pair() -> None:
    assert PseudoEngine().supports("zh-Hans", "en")
