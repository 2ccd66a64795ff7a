from collections.abc import Callable

import pytest

from publisher.model import Article, LineBreak, Meta, Paragraph, Text
from publisher.repairs.whitespace import repair
from publisher.report import Report

Mend = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("　　今天下午， 大会开幕。 ", "今天下午，大会开幕。"),
        ("使用 Python 3 开发，共 5 个。", "使用Python 3开发，共5个。"),
        ("共有， 三个 。", "共有，三个。"),
        ("他说 “好” 就走了。", "他说“好”就走了。"),
        ("零宽字符\u00a0Press  Release", "零宽字符Press Release"),
        ("通 知 书", "通知书"),
        ("通 知", "通知"),
    ],
)
def test_stray_spaces_are_removed(mend: Mend, damaged: str, mended: str) -> None:
    assert mend(repair, damaged) == [mended]


@pytest.mark.parametrize(
    "text",
    [
        "不忘初心 牢记使命",
        "图为签约现场。张三 摄",
        "（记者 张三 通讯员 李四）昨天下午，大会开幕。",
        "打开New York Times的网页。",
        "文/张三 图/李四",
    ],
)
def test_spaces_that_separate_stay(mend: Mend, report: Report, text: str) -> None:
    assert mend(repair, text) == [text]
    assert not report.notices


def test_spaces_around_a_line_break_are_trimmed(report: Report) -> None:
    inlines = (Text("甲方 "), LineBreak(), Text(" 乙方"))
    repaired = repair(Article(Meta(language="zh-Hans", headline=""), (Paragraph("b1", inlines),)), report)
    assert repaired.blocks == (Paragraph("b1", (Text("甲方"), LineBreak(), Text("乙方"))),)


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("Two  words , then\u00a0more .", "Two words, then more."),
        ("Mr. Li (李 雷) runs .NET", "Mr. Li (李 雷) runs .NET"),
    ],
)
def test_english_keeps_its_single_spaces(mend: Mend, damaged: str, mended: str) -> None:
    assert mend(repair, damaged, language="en") == [mended]
