"""What comes back on purpose stays: refrains, answers, closing rules; what was pasted twice goes."""

from collections.abc import Callable

import pytest

from publisher.model import Article, Paragraph
from publisher.repairs.duplicates import repair
from publisher.report import Report
from publisher.walk import plain

Build = Callable[..., Article]

LONG = (
    "青岚图书馆昨天启用新馆，馆内设有儿童阅览区、古籍修复室和夜间自习室，读者凭证件即可入内，"
    "自助借还机全天开放，预约座位可在手机上办理，首周免费。"
)
NEXT = "馆长周以宁介绍，新馆共有座位一千二百个，藏书八十万册，每周开放六十四小时，节假日照常开放。"


def texts(article: Article) -> list[str]:
    return [plain(b.inlines) for b in article.blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    "lines",
    [
        # a song and its refrain, apart and twice in a row
        (
            "春风吹绿了江边的柳，我的船呀慢慢地走。",
            "走呀走，走到外婆的桥头，走到外婆的桥头。",
            "夏雨打湿了山间的路，我的伞呀慢慢地收。",
            "走呀走，走到外婆的桥头，走到外婆的桥头。",
            "走呀走，走到外婆的桥头，走到外婆的桥头。",
        ),
        ("Sing, ye valleys, sing, ye hills, sing the morning in!", "Amen.") * 2,
        # a press conference and a regulation
        (
            NEXT,
            "答：这个问题会后由新闻办书面答复各位，请下一位提问。",
            "记者又问。",
            "答：这个问题会后由新闻办书面答复各位，请下一位提问。",
        ),
        (NEXT, "第一章", "本章自公布之日起施行。", "第二章", "本章自公布之日起施行。"),
    ],
)
def test_what_comes_back_on_purpose_stays(article: Build, report: Report, lines: tuple[str, ...]) -> None:
    assert texts(repair(article(*lines, headline="江边"), report)) == list(lines)
    assert not report.notices


def test_a_line_that_the_reader_took_for_the_headline_stays_in_a_poem(article: Build, report: Report) -> None:
    poem = article("从今夜起", "数一数星星", headline="从今夜起")
    assert repair(poem, report) == poem


@pytest.mark.parametrize(
    "lines",
    [
        (LONG, NEXT, LONG),
        (LONG, LONG, NEXT),
        (LONG, NEXT, "青岚图书馆启用新馆"),
        ("青岚图书馆启用新馆", LONG, NEXT),
    ],
)
def test_what_was_pasted_twice_goes(article: Build, report: Report, lines: tuple[str, ...]) -> None:
    assert texts(repair(article(*lines, headline="青岚图书馆启用新馆"), report)) == [LONG, NEXT]
    assert [n.code for n in report] == ["duplicate-removed"]


def test_a_doubtful_repetition_is_pointed_at(article: Build, report: Report) -> None:
    lines = (LONG, "读者可凭身份证、社保卡入馆，可借图书十册，借期三十天。", NEXT)
    assert texts(repair(article(*lines, lines[1]), report)) == [*lines, lines[1]]
    assert [(n.code, n.where) for n in report.warnings] == [("paragraph-repeated", "b4")]
