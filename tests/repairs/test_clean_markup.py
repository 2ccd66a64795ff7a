"""Markup and look-alike characters that a text is about, and false alarms about lost bytes."""

import pytest

from publisher.repairs import byteslip, characters, markup
from publisher.report import Report

from .conftest import Mend

EXPLAINED = [
    "在HTML里，<b>粗体</b>用b标签，&nbsp;表示不换行空格，&lt;表示小于号。",
    "标签<br>表示换行，<p>表示段落。",
    "HTML实体&amp;amp;显示为&amp;，注释写作<!-- 注释 -->，换行写作<br/>。",
]

LISTED = [
    "康熙部首有⼀、⼁、⼂、⼃，与“一”字形相同而码位不同。",
    "⺁⺂⺃",
    "ﬁ和ﬂ是连字。",
    "The ligatures ﬁ, ﬂ and ﬀ; the ﬃ ligature.",
    "他姓辻\U000e0100，住在葛\U000e0101城市。",
]

VERSE = [
    "肃肃兔罝，椓之丁丁。赳赳武夫，公侯干城。",
    "毳衣如菼，大车槛槛。岂不尔思，畏子不敢。",
    "暾暾其西舍兮，阳焱焱而复顾。",
    "诒厥孙谋，以燕翼子。",
    "老鼠在墙里窸窸窣窣，响了一夜。",
]


@pytest.mark.parametrize("text", EXPLAINED)
def test_markup_that_a_text_explains_stays(mend: Mend, text: str) -> None:
    assert mend(markup.repair, text) == [text]


def test_markup_before_words_that_only_look_like_an_explanation_goes(mend: Mend) -> None:
    damaged = ["<p>负责人&nbsp;表示将继续。</p>", "<b>王某</b>表示，一切顺利。"]
    assert mend(markup.repair, *damaged) == ["负责人\xa0表示将继续。", "王某表示，一切顺利。"]


@pytest.mark.parametrize("text", LISTED)
def test_look_alikes_that_a_text_lists_stay(mend: Mend, text: str) -> None:
    assert mend(characters.repair, text) == [text]


def test_look_alikes_in_running_text_are_replaced_even_where_radicals_are_named(mend: Mend) -> None:
    assert mend(characters.repair, "⼈⺠日报社发布了新的部首表。") == ["人民日报社发布了新的部首表。"]


def test_joiners_between_letters_go_and_those_of_emoji_stay(mend: Mend) -> None:
    assert mend(characters.repair, "A\u200dB与1\u200d2，👩\u200d💻") == ["AB与12，👩\u200d💻"]


@pytest.mark.parametrize("text", VERSE)
def test_rare_words_are_no_lost_bytes(mend: Mend, report: Report, text: str) -> None:
    assert mend(byteslip.repair, text) == [text]
    assert not list(report)


@pytest.mark.parametrize("text", ["博物館]長表示，展品分批更換。", "提升类包ㄑ老、托育服务。"])
def test_half_a_character_between_two_is_pointed_at(mend: Mend, report: Report, text: str) -> None:
    assert mend(byteslip.repair, text) == [text]
    assert {n.code for n in report} == {"bytes-lost"}
