"""Rows of tables in Word: whole on a page, where a page holds them."""

import io
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from docx.oxml.ns import qn

from publisher.contracts import Context, Source, Version
from publisher.exporters import readback
from publisher.exporters.word import DocxExporter
from publisher.exporters.word.text import text
from publisher.model import Article, Cell, Paragraph, Release, Table, Text
from publisher.readers.docx import DocxReader
from publisher.report import Report
from tests.conftest import both


def opened(release: Release, context: Context) -> Any:
    return docx.Document(io.BytesIO(DocxExporter().export(release, context)))


def held(table: Any) -> list[bool]:
    return [
        row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows
    ]


def with_text(article: Article, text: str) -> Article:
    return msgspec.structs.replace(article, blocks=(Paragraph("b1", (Text(text),)),))


def with_table(article: Article, head: str, *texts: str) -> Article:
    rows = tuple((Cell(f"t.{n}", (Text(text),)),) for n, text in enumerate(texts, 1))
    return msgspec.structs.replace(
        article, blocks=(Table("t", rows, (Cell("t.h", (Text(head),)),) if head else ()),)
    )


def test_a_pair_as_long_as_a_page_may_break(context: Context) -> None:
    zh, en = both().editions
    release = Release((with_text(zh, "很长的一段文字，" * 200), with_text(en, "A short one.")))
    assert held(opened(release, context).tables[0])[:2] == [True, False]


def test_a_long_translation_too_lets_its_row_break(context: Context) -> None:
    zh, en = both().editions
    release = Release((with_text(zh, "短。"), with_text(en, "A very long paragraph, " * 120)))
    assert held(opened(release, context).tables[0])[:2] == [True, False]


def test_only_the_rows_of_a_table_that_are_long_may_break(chinese_article: Article, context: Context) -> None:
    article = with_table(chinese_article, "", "短", "很长的一段文字，" * 300, "短")
    assert held(opened(Release((article,)), context).tables[0]) == [True, False, True]


def test_a_head_is_repeated_unless_it_fills_the_page(chinese_article: Article, context: Context) -> None:
    for head, repeated in (("头", True), ("很长的一段文字，" * 300, False)):
        article = with_table(chinese_article, head, "短")
        row = opened(Release((article,)), context).tables[0].rows[0]._tr
        assert bool(row.xpath("w:trPr/w:tblHeader")) is repeated


def with_columns(article: Article, *rows: tuple[str, ...], end: str = "完") -> Article:
    made = [
        tuple(Cell(f"t.{n}.{m}", (Text(text),)) for m, text in enumerate(row)) for n, row in enumerate(rows)
    ]
    blocks = (
        Paragraph("b1", (Text("Before 前"),)),
        Table("t", tuple(made[1:]), made[0]),
        Paragraph("b2", (Text(end),)),
    )
    return msgspec.structs.replace(article, blocks=blocks, assets=())


HEAD, ROW = ("一", "二", "三", "四"), ("甲", "乙", "丙", "丁")


def test_large_tables_of_two_languages_stand_one_over_the_other_on_the_whole_measure(
    context: Context,
) -> None:
    release = Release(tuple(with_columns(article, HEAD, ROW) for article in both().editions))
    document = opened(release, context)
    assert [table.style.name for table in document.tables] == ["Side by Side", "Data", "Data", "Side by Side"]
    widths = [sum(column.width for column in table.columns) for table in document.tables]
    assert widths == pytest.approx([context.theme.page_bilingual.measure * 36000] * 4, rel=0.001)
    heads = [bool(table.rows[0]._tr.xpath("w:trPr/w:tblHeader")) for table in document.tables]
    assert heads == [False, True, True, False]


def test_small_tables_stay_beside_one_another(context: Context) -> None:
    release = Release(tuple(with_columns(article, HEAD[:2], ROW[:2]) for article in both().editions))
    assert [table.style.name for table in opened(release, context).tables] == ["Side by Side"]


def test_large_tables_of_two_languages_come_back_as_the_table_of_the_first(context: Context) -> None:
    release = Release(tuple(with_columns(article, HEAD, ROW) for article in both().editions))
    data = DocxExporter().export(release, context)
    readback.check("x.docx", data, release, context)
    article = DocxReader().read(Source("a.docx", data, Path()), Report())
    assert [block.__struct_config__.tag for block in article.blocks] == ["paragraph", "table", "paragraph"]


@pytest.mark.parametrize("before", [(HEAD, ROW), (HEAD[:2], ROW[:2])])
def test_a_large_table_that_changed_is_compared_to_what_it_was(
    before: tuple[tuple[str, ...], ...], context: Context
) -> None:
    old, new = (
        Release(tuple(with_columns(article, *rows, end=end) for article in both().editions))
        for rows, end in ((before, "旧"), ((HEAD, ("甲", "乙", "丙", "戊")), "新"))
    )
    compared = msgspec.structs.replace(context, older=Version(old, context.furniture))
    data = DocxExporter().export(new, compared)
    assert text(data).split() == text(DocxExporter().export(new, context)).split()
    assert text(data, older=True).split() == text(DocxExporter().export(old, context)).split()


def test_a_table_that_became_large_moves_nothing_in_the_comparison(context: Context) -> None:
    old, new = (
        Release(tuple(with_columns(article, *rows) for article in both().editions))
        for rows in ((HEAD[:2], ROW[:2]), (HEAD, ROW))
    )
    compared = msgspec.structs.replace(context, older=Version(old, context.furniture))
    body = opened(new, compared).element.body
    marked = {t.text for t in body.xpath(".//w:ins//w:t | .//w:del//w:delText")}
    assert marked <= {*HEAD, *ROW}
