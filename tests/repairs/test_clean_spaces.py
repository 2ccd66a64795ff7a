"""Spaces that separate are content: names, fields, columns, articles of law."""

from collections.abc import Callable

import pytest

from publisher.repairs.whitespace import repair
from publisher.report import Report

Mend = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "到会的有：周以宁 沈知微 陆子衿",
        "周以宁 沈知微 陆子衿出席会议。",
        "周 宁 沈 微 陆 衿",
        "导演：周以宁　编剧：沈知微　主演：陆子衿",
        "出席的有周　宁、沈　微等。",
        "签收：　　　　日期：　　年　　月　　日",
        "姓名：________  性别：________",
        "纸张\t20\t1.80",
        "纸张　　20　　　1.80",
        "第七条 为了保护读者，制定本办法。",
        "第十二条 “读者”是指持证的人。",
        "关键词：阅读 推广 社区",
        "A. 是　B. 否　C. 不清楚",
        "上联：一帆风顺年年好 下联：万事如意步步高",
        "东站—西站 K7次 09:00",
        "红方：炮二平五 马8进7 车一平二",
        "本报讯　（记者周以宁）昨天，展览开幕。",
        "青岚中德培训中心揭牌 Qinglan Training Centre Opens",
        "沈知微 shen@example.com",
        "周以宁 0300-555 0142",
    ],
)
def test_a_space_that_separates_stays(mend: Mend, report: Report, text: str) -> None:
    assert mend(repair, text) == [text]
    assert not report.notices


@pytest.mark.parametrize("text", ["« Bonjour ! » dit-il.", "Wait . . . what?", "Paper\t20\t1.80"])
def test_spaces_of_other_languages_stay(mend: Mend, report: Report, text: str) -> None:
    assert mend(repair, text, language="en") == [text]
    assert not report.notices


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("本 次 活 动 在 图 书 馆 举 行", "本次活动在图书馆举行"),
        ("本 次 活 动 ， 在 图 书 馆 举 行 。", "本次活动，在图书馆举行。"),
        ("共 37 家企业参加，增长 5% 左右。", "共37家企业参加，增长5%左右。"),
        ("营收3.2 亿元，其中图书 1.1 亿元。", "营收3.2亿元，其中图书1.1亿元。"),
    ],
)
def test_a_spaced_out_line_and_spaces_around_figures_are_mended(
    mend: Mend, damaged: str, mended: str
) -> None:
    assert mend(repair, damaged) == [mended]
