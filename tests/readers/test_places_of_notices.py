"""A notice about a line names the block, or the field, that the line became."""

from pathlib import Path

import pytest

from publisher import pipeline
from publisher.contracts import Source
from publisher.model import Article, Block, Heading, Meta, Paragraph, Rule, Text
from publisher.readers.draft import draft
from publisher.report import Notice, Report
from publisher.walk import texts

LINES = (
    "图书馆周六开放",
    "青岚图书馆",
    "2026-03-05 10:20 文/张某 图/李某",
    "第一段说明了开放的原因和安排，读者可以带孩子来。",
    "第二段写着⼈民的⼈字，它是从网页上抄来的。",
    "第三段是结尾。",
)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_a_repair_on_the_way_in_names_the_block_that_it_mended(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    tag = "<p>{}</p>" if suffix == ".html" else "{}"
    path.write_text("\n\n".join(tag.format(line) for line in LINES), encoding="utf-8")
    report = Report()
    article = pipeline.read(path, report)
    mended = {notice.where for notice in report if "⼈" in notice.before}
    assert mended == {where for where, text in texts(article) if text.startswith("第二段")}


def moved(*blocks: Block, where: str) -> str:
    report = Report()
    report.add(Notice(code="picture-moved", message="a picture moved", where=where))
    flat = Article(Meta(language="", headline=""), blocks)
    draft(Source("a.txt", b"", Path()), report, flat)
    return report.notices[0].where


def line(key: str, text: str) -> Paragraph:
    return Paragraph(key, (Text(text),))


BLOCKS = (
    line("b1", LINES[0]),
    line("b2", LINES[2]),
    line("b3", LINES[3]),
    Rule("b4"),
    line("b5", LINES[5]),
    Heading("b6", (Text("关于青岚图书馆"),)),
    line("b7", "图书馆建于湖边。"),
)


@pytest.mark.parametrize(
    ("before", "after"),
    [("b1", "headline"), ("b2", ""), ("b3", "b1"), ("b4", "b4"), ("b5", "b2"), ("b6", "bp1"), ("b7", "bp2")],
)
def test_a_notice_goes_where_its_line_went(before: str, after: str) -> None:
    assert moved(*BLOCKS, where=before) == after


def test_a_notice_about_what_is_gone_names_nothing_that_stands_in_the_article() -> None:
    assert moved(*BLOCKS[:1], *BLOCKS[2:], where="b2") == ""
    assert moved(*BLOCKS, where="picture1") == "picture1"


def test_of_two_lines_that_say_the_same_each_keeps_its_notices() -> None:
    blocks = (*BLOCKS[:3], line("b8", "重复的话。"), line("b9", "重复的话。"))
    assert [moved(*blocks, where=key) for key in ("b8", "b9")] == ["b2", "b3"]
