"""Sentences that begin like a button or a notice of rights stay; the buttons themselves go."""

from collections.abc import Callable

import pytest

from publisher.model import Article, Paragraph
from publisher.repairs.furniture import repair
from publisher.report import Report
from publisher.walk import plain

Build = Callable[..., Article]

PROSE = "青岚图书馆昨天启用新馆，馆内设有儿童阅览区、古籍修复室和夜间自习室，读者凭证件即可入内，自助借还机全天开放。"
ENGLISH = (
    "The new hall of Qinglan Library opened on Tuesday with a reading room for children and a workshop for"
    " the repair of old books, and it stays open until midnight."
)


def texts(article: Article) -> list[str]:
    return [plain(b.inlines) for b in article.blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    "line",
    [
        "关注我们的读者越来越多，新馆却只有一座。",
        "关注我们身边的旧书店",
        "版权所有者可以请求赔偿。",
        "版权所有，这四个字印在每一页的下面。",
        "未经许可复印古籍的，应照价赔偿。",
        "未经许可，任何读者不得转载、摘编馆藏手稿。",
        "未经馆方书面许可，乙方不得转载。",
        "阅读原文才看得出译者的用心。",
        "查看更多手稿，才能明白他的修改。",
        "更多精彩内容留在下一卷里。",
        "扫一扫院里的落叶，是每天的第一件事。",
        "扫描二维码借书，老人也学会了。",
        "青ICP备12345678号是什么意思？",
        "上一篇：她写的是江水。",
        "网页下面常写着“© 2024 青岚图书馆 版权所有”。",
        "分享",
        "延伸阅读",
    ],
)
def test_a_sentence_that_begins_like_furniture_stays(article: Build, report: Report, line: str) -> None:
    clean = article(PROSE, line, PROSE.replace("昨天", "今天"))
    assert repair(clean, report) == clean
    assert not report.notices


@pytest.mark.parametrize(
    "line",
    [
        "All rights reserved was a formula that treaties asked for.",
        "Copyright 1998 was a year of reform.",
        "Copyright © is set in small type.",
        "© 2024 is a notice; § 5 is a section.",
        "On Copyright",
    ],
)
def test_an_english_sentence_that_begins_like_furniture_stays(
    article: Build, report: Report, line: str
) -> None:
    clean = article(ENGLISH, line, ENGLISH.replace("Tuesday", "Friday"), language="en")
    assert repair(clean, report) == clean


def test_a_button_s_word_stays_in_a_poem(article: Build, report: Report) -> None:
    poem = article("搜索", "在夜里搜索一盏灯", "收藏")
    assert repair(poem, report) == poem


@pytest.mark.parametrize(
    "line",
    [
        *(
            "微信扫码关注我们",
            "返回顶部",
            "TOP",
            "点赞 12 收藏 3",
            "收藏",
            "评论(0)",
            "我要评论",
            "没有更多了",
        ),
        *("举报/反馈", "打开APP，阅读体验更佳", "展开全文", "下载附件", "建议使用IE8.0以上浏览器"),
        "主办单位：青岚市文化局 技术支持：青岚数据公司",
        "特别声明：以上内容为自媒体平台上传并发布，不代表平台观点。",
        *("回首頁 網站導覽 English", "回上一頁", "列印本頁", "加入LINE好友", "更新日期：2024-05-01"),
        *(
            "隱私權政策 | 資訊安全政策 | 網站地圖",
            "版權所有 不得轉載",
            "Copyright © 2024 青岚图书馆 All Rights Reserved",
        ),
        "未经授权，不得转载、摘编。",
    ],
)
def test_furniture_below_an_article_goes(article: Build, report: Report, line: str) -> None:
    assert texts(repair(article(PROSE, line), report)) == [PROSE]
    assert [n.code for n in report] == ["furniture-removed"]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Print this page",
            "Share this article",
            "Tags: news, library",
            "Accept all cookies",
            "Leave a comment",
        ),
        *("Privacy policy | Terms of use | Contact us", "Share on Facebook Share on X Share on LinkedIn"),
        *(
            "Click to share on Twitter (Opens in new window)",
            "Subscribe to our newsletter",
            "© 2024 All rights reserved.",
        ),
    ],
)
def test_english_furniture_below_an_article_goes(article: Build, report: Report, line: str) -> None:
    assert texts(repair(article(ENGLISH, line, language="en"), report)) == [ENGLISH]


@pytest.mark.parametrize(
    "line",
    ["搜索", "登录 | 注册", "A- A A+ 列印 轉寄", "::: 首頁 > 新聞中心 > 新聞稿", "跳到主要內容區塊", "Menu"],
)
def test_buttons_over_the_headline_go(article: Build, report: Report, line: str) -> None:
    page = article(line, "青岚图书馆启用新馆", PROSE)
    assert texts(repair(page, report)) == ["青岚图书馆启用新馆", PROSE]
