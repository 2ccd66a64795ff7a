"""Captions that a theme numbers: the same label in every format, a field in Word."""

import io
from pathlib import Path
from typing import Any, Literal

import docx
import msgspec
import pytest

from publisher import plugins, theme
from publisher.contracts import Context, Source
from publisher.exporters import readback
from publisher.exporters.captions import labels, numbered
from publisher.exporters.word import DocxExporter
from publisher.localization.furniture import furniture
from publisher.model import Article, Cell, Release, Table, Text
from publisher.readers.docx import DocxReader
from publisher.report import Report
from publisher.walk import plain
from tests.conftest import chinese, english


def with_tables(article: Article, *captions: str) -> Article:
    tables = tuple(
        Table(f"t{n}", ((Cell(f"t{n}.1", (Text("14"),)),),), caption=(Text(said),) if said else ())
        for n, said in enumerate(captions, 1)
    )
    return msgspec.structs.replace(article, blocks=(article.blocks[0], *tables))


def context_of(release: Release, *kinds: Literal["tables", "figures"]) -> Context:
    look = theme.load("press")
    look = msgspec.structs.replace(look, layout=msgspec.structs.replace(look.layout, numbered_captions=kinds))
    words = {a.meta.language: furniture(a, look=look) for a in release.editions}
    return Context(look, words, Report())


def captions(release: Release, *kinds: Literal["tables", "figures"]) -> list[str]:
    made = numbered(release, context_of(release, *kinds))
    return [plain(b.caption) for a in made.editions for b in a.blocks if isinstance(b, Table)]


def test_several_captions_are_numbered_in_the_words_of_each_language() -> None:
    release = Release((with_tables(chinese(), "高校", "企业"), with_tables(english(), "Colleges", "Firms")))
    assert captions(release, "tables") == [
        "表1\u3000高校",
        "表2\u3000企业",
        "Table 1. Colleges",
        "Table 2. Firms",
    ]


def test_a_table_without_a_caption_is_not_counted() -> None:
    release = Release((with_tables(chinese(), "高校", "", "企业"),))
    assert captions(release, "tables") == ["表1\u3000高校", "", "表2\u3000企业"]


@pytest.mark.parametrize("said", [("高校",), ("表1 高校", "表2 企业"), ("高校", "表二：企业")])
def test_one_caption_and_those_with_numbers_of_their_own_are_left(said: tuple[str, ...]) -> None:
    release = Release((with_tables(chinese(), *said),))
    assert captions(release, "tables") == list(said)


def test_a_theme_that_asks_for_nothing_numbers_nothing() -> None:
    release = Release((with_tables(chinese(), "高校", "企业"),))
    assert not labels(release, context_of(release))


def test_labels_are_set_once() -> None:
    release = Release((with_tables(chinese(), "高校", "企业"),))
    context = context_of(release, "tables")
    once = numbered(release, context)
    assert numbered(once, context) == once


@pytest.mark.parametrize(
    ("format_", "engine"), [("docx", "auto"), ("html", "auto"), ("pdf", "weasyprint"), ("pdf", "reportlab")]
)
@pytest.mark.parametrize("two", [False, True])
def test_every_format_says_the_same_number(format_: str, engine: str, two: bool) -> None:
    editions = (with_tables(chinese(), "高校", "企业"), with_tables(english(), "Colleges", "Firms"))
    release = Release(editions if two else editions[:1])
    context = msgspec.structs.replace(context_of(release, "tables", "figures"), pdf_engine=engine)
    data = plugins.load("exporters", format_)().export(release, context)
    assert readback.check(f"a.{format_}", data, release, context).characters


def made(release: Release) -> bytes:
    return DocxExporter().export(release, context_of(release, "tables"))


def test_word_counts_the_captions_of_each_language_by_a_field() -> None:
    release = Release((with_tables(chinese(), "高校", "企业"), with_tables(english(), "Colleges", "Firms")))
    body: Any = docx.Document(io.BytesIO(made(release)))._body
    codes = [code.strip() for code in body._element.xpath("//w:instrText/text()")]
    assert codes == ["SEQ 表 \\* ARABIC", "SEQ Table \\* ARABIC"] * 2


def test_the_number_does_not_come_back_from_word_as_words() -> None:
    article = with_tables(chinese(), "高校", "企业")
    read = DocxReader().read(Source("a.docx", made(Release((article,))), Path()), Report())
    assert [plain(b.caption) for b in read.blocks if isinstance(b, Table)] == ["高校", "企业"]
