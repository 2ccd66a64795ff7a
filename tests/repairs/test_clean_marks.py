"""Marks that are shown rather than said, and marks of the other language, keep their width."""

from collections.abc import Callable

import pytest

from publisher.repairs import english, punctuation
from publisher.report import Report, Severity

Mend = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        # a list of marks keeps its members
        "常见的点号有：，、；。？！等。",
        "句内点号（，、；：）不放在行首。",
        # a mark that is spoken of
        "键盘上的“,”打不出“，”。",
        "按“?”看帮助，变量“$?”存退出码。",
        "空括号()不占参数。",
        # code and formulas
        'JavaScript里写alert("Hi");就弹出窗口。',
        "语句n = 1;给变量赋值。",
        "表达式“/[a-z]+;”匹配单词。",
        "注释写作<!-- 说明 -->，实体写作&amp;lt;也行。",
        "回环地址是::1，命名空间是std::string。",
        # addresses
        "见https://zh.example.org/wiki/春天,_诗一文。",
        "打开http://书店.测试/首页即可。",
        "附件为年报(定稿).docx，邮箱为周以宁@书店.公司。",
        # chemical names
        "(S)-(+)-布洛芬与(R)-(−)-布洛芬互为对映体。",
        "1-(4-氟苯基)-乙醇、聚(3-己基噻吩)都是有机物。",
        # faces
        "聊天时常用:-)和:D、;-)表示笑。",
        # English sentences in Chinese text
        "Where are you from? 我来自青岚。",
        "周：What is this?（这是什么？）",
        "他只说了一句：“Let’s go!”就走了。",
        "Yahoo!和Example都是公司。",
        "QEMU: 一种处理器仿真器",
        # fullwidth forms as the subject
        "全角的１２３与半角的123同义。",
    ],
)
def test_marks_that_are_shown_stay(mend: Mend, report: Report, text: str) -> None:
    assert mend(punctuation.repair, text) == [text]
    assert not report.notices


@pytest.mark.parametrize(
    "text",
    [
        "我们都说OK。",
        "他弹了Yesterday、Hey Jude、Let It Be。",
        "支持C++17、C#12、.NET 8、Python 3.12。",
        "iPhone 15售价9,999元，比上一代快30%。",
    ],
)
def test_a_chinese_sentence_in_an_english_article_keeps_its_marks(
    mend: Mend, report: Report, text: str
) -> None:
    assert mend(punctuation.repair, text, language="en") == [text]
    assert not report.notices


def test_a_comma_after_a_unit_in_a_chinese_sentence_is_widened(mend: Mend) -> None:
    assert mend(punctuation.repair, "续航为620 Wh/kg,CLTC工况下测得") == ["续航为620 Wh/kg，CLTC工况下测得"]


@pytest.mark.parametrize(("text", "asked"), [("青岚东?站今天改造", False), ("你去不去?她问", True)])
def test_a_question_mark_where_nothing_is_asked_is_pointed_at(
    mend: Mend, report: Report, text: str, asked: bool
) -> None:
    assert mend(punctuation.repair, text) == [text.replace("?", "？") if asked else text]
    assert [n.code for n in report if n.severity is Severity.WARNING] == ["character-lost"] * (not asked)


def test_an_english_paragraph_in_a_chinese_article_is_curled(mend: Mend) -> None:
    text = '"It\'s a milestone for the town," said Mr. Weber.'
    assert mend(english.repair, text, '他说："好"。') == [
        "“It’s a milestone for the town,” said Mr. Weber.",
        '他说："好"。',
    ]
