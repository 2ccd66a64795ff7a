"""A table that goes on over pages says its head again, and still nothing else may come back or be lost."""

import io
from typing import Any

import docx
import msgspec
import pytest
from lxml import html

from publisher import plugins, theme
from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.exporters import readback
from publisher.exporters.composed.story import story
from publisher.exporters.html import HtmlExporter
from publisher.exporters.readback import _without_repeated
from publisher.exporters.word import DocxExporter
from publisher.model import Article, Cell, Paragraph, Release, Table, Text
from tests.conftest import chinese, one
from tests.typesetting.positions import lines


def with_rows(count: int) -> Article:
    head = tuple(Cell(f"t.h{n}", (Text(text),)) for n, text in enumerate(("指标", "数量", "指数", "说明")))
    rows = tuple(tuple(Cell(f"t.{m}.{n}", (Text(f"指标{m}之{n}"),)) for n in range(4)) for m in range(count))
    blocks = (
        Paragraph("b1", (Text("见下表。"),)),
        Table("b2", rows, head),
        Paragraph("b3", (Text("完毕。"),)),
    )
    return msgspec.structs.replace(chinese(), blocks=blocks, assets=())


@pytest.mark.parametrize("engine", ["weasyprint", "reportlab"])
@pytest.mark.parametrize("look", ["press", "newsletter"])
def test_a_table_of_many_pages_comes_back(engine: str, look: str, context: Context) -> None:
    context = msgspec.structs.replace(context, theme=theme.load(look))
    release = one(with_rows(120))
    data = plugins.load("pdf_engines", engine)().export(release, context)
    back = readback.check("x.pdf", data, release, context)
    assert back.pages > 3


@pytest.mark.parametrize("engine", ["weasyprint", "reportlab"])
def test_a_row_that_was_lost_is_noticed_all_the_same(engine: str, context: Context) -> None:
    data = plugins.load("pdf_engines", engine)().export(one(with_rows(120)), context)
    with pytest.raises(ExportError, match="does not say"):
        readback.check("x.pdf", data, Release((with_rows(121),)), context)


def test_a_head_is_taken_out_where_it_is_said_again_and_nowhere_else() -> None:
    body = "见下表指标数量指标一指标二完毕"
    assert (
        _without_repeated("刊头见下表指标数量指标一指标数量指标二完毕", body, ["指标数量"]) == "刊头" + body
    )
    torn = "刊头见下表指标数量指标一多了指标二完毕"
    assert _without_repeated(torn, body, ["指标数量"]) == torn


def test_browsers_and_word_give_columns_the_shares_that_pages_have(context: Context) -> None:
    cells = tuple(Cell(f"t.{n}", (Text(text),)) for n, text in enumerate(("短", "长得多的一段文字，" * 20)))
    release = one(msgspec.structs.replace(chinese(), blocks=(Table("t", (cells,)),), assets=()))
    (told,) = story(release, context).tables.values()
    page: Any = html.fromstring(HtmlExporter().export(release, context))
    assert page.xpath("//col/@style") == [f"--share: {share:.5%}" for share in told.columns]
    document: Any = docx.Document(io.BytesIO(DocxExporter().export(release, context)))
    short, long = (column.width for column in document.tables[-1].columns)
    assert short / (short + long) == pytest.approx(told.columns[0], abs=0.02)


def test_a_word_that_no_column_holds_stays_in_the_type_area(context: Context) -> None:
    cells = tuple(Cell(f"t.{n}", (Text(text),)) for n, text in enumerate(("x" * 150, "短", "y" * 150)))
    release = one(msgspec.structs.replace(chinese(), blocks=(Table("t", (cells,)),), assets=()))
    edge = (context.theme.page.left + context.theme.page.measure) * 72 / 25.4
    for engine in ("weasyprint", "reportlab"):
        rows = lines(plugins.load("pdf_engines", engine)().export(release, context))
        assert max(glyph.right for row in rows for glyph in row if glyph.text in "xy") <= edge + 0.1
