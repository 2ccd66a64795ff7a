"""Rows of tables in Word: whole on a page, where a page holds them."""

import io
from typing import Any

import docx
import msgspec
from docx.oxml.ns import qn

from publisher.contracts import Context
from publisher.exporters.word import DocxExporter
from publisher.model import Article, Cell, Paragraph, Release, Table, Text
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
