"""Rows of one sign that no article holds, at a length at which a pattern that backtracks never ends."""

import pytest

from publisher.model import Article, Meta, Paragraph, Text
from publisher.repairing import repair
from publisher.report import Report

ROWS = (
    *("a", "1", ".", "-", " ", "?*", "。*", "!*", "a.", "a@", "1,", "创\n", "創\t"),
    *("（", "“", "《", "<<", "&", "&#", "<br>", "<!--", "<p ", "</", "[", "]("),
    *("首页>", "首页>-", "返回首页", "责任编辑：", "分享到：", "- 1 -\n", "A ", "A B ", "mm", "0"),
    *("\u3000", "\u200b", "\ufffd", "锟斤拷", "浣犲ソ", "Ã", "ﾀ", "한", "創(chuàng)"),
)


@pytest.mark.exhaustive
@pytest.mark.parametrize("row", ROWS, ids=ascii)
@pytest.mark.parametrize(("before", "after"), [("", "。"), ("首页>", "。"), ("http://", "\n摄）")], ids=ascii)
def test_a_long_row_of_one_sign_is_read_to_its_end(row: str, before: str, after: str) -> None:
    text = before + row * (10_000 // len(row)) + after
    article = Article(Meta(language="zh-Hans", headline="新闻"), (Paragraph("b1", (Text(text),)),))

    repaired = repair(article, Report())

    assert repaired.meta.headline == "新闻"
    assert repair(repaired, Report()) == repaired
