from collections.abc import Callable

import pytest

from publisher.model import Article, Meta, Paragraph, Strong, Text
from publisher.repairs.annotations import repair
from publisher.report import Report, Severity

Mend = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("市里開展創(chuàng)業(yè)活動", "市里開展創業活動"),
        ("市里開展創（chuàng）業（yè）活動", "市里開展創業活動"),
        ("互聯網(wang3)企業(ye4)", "互聯網企業"),
        ("紅花綠(lǜ)葉(yè)相映", "紅花綠葉相映"),
        ("紅花綠(lv)葉(ye)相映", "紅花綠葉相映"),
    ],
)
def test_readings_in_every_spelling_are_removed(mend: Mend, damaged: str, mended: str) -> None:
    assert mend(repair, damaged) == [mended]


@pytest.mark.parametrize(
    "text",
    [
        "“甲(jiǎ)”是天干的第一位。",
        "水的分子式是H2O(水)，元素(yuansu)是基本概念。",
        "附件(a)和附件(b)见后。",
        "生词：甲(jiǎ)、乙(yǐ)、丙(bǐng)。",
        "矗(chù)立江边的阁楼与逶(wēi)迤的山势相映。",
        "公司(gs)与集团(jt)联合举办。",
    ],
)
def test_a_bracket_that_a_writer_put_there_stays(mend: Mend, report: Report, text: str) -> None:
    assert mend(repair, text) == [text]
    assert not report.notices


def test_a_reading_behind_marked_up_text_is_removed(report: Report) -> None:
    inlines = (Strong((Text("大眾創"),)), Text("(chuàng)業(yè)活動"))
    repaired = repair(Article(Meta(language="zh-Hant", headline=""), (Paragraph("b1", inlines),)), report)
    assert repaired.blocks == (Paragraph("b1", (Strong((Text("大眾創"),)), Text("業活動"))),)


def test_a_reading_that_does_not_fit_stays_and_is_pointed_at(mend: Mend, report: Report) -> None:
    text = "創(chuàng)業(yè)學(xué)院技術(shù)創(chuàng)新學(xué)習庵(chuàng)空間"
    assert mend(repair, text) == ["創業學院技術創新學習庵(chuàng)空間"]
    assert [(n.code, n.before) for n in report.warnings] == [("reading-doubtful", "庵(chuàng)")]


def test_each_kind_of_reading_is_reported_once_with_its_place(mend: Mend, report: Report) -> None:
    mend(repair, "創(chuàng)業(yè)創(chuàng)新")
    first = report.notices[0]
    assert (first.where, first.before, first.after) == ("b1", "創(chuàng)", "創")
    assert first.severity is Severity.INFO
    assert "2 times" in first.message
