"""Columns of amounts: which they are, and that every exporter sets them at the right edge."""

import io
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import html

from publisher import plugins, theme
from publisher.contracts import Context
from publisher.exporters.amounts import columns_of_amounts
from publisher.exporters.html import HtmlExporter
from publisher.exporters.mail import bodies
from publisher.exporters.markdown import MarkdownExporter
from publisher.exporters.word import DocxExporter
from publisher.localization.localizer import furniture
from publisher.model import Article, Cell, Meta, Release, Strong, Table, Text
from publisher.report import Report
from tests.typesetting.positions import lines


def table(*rows: tuple[str, ...], head: tuple[str, ...] = ()) -> Table:
    """Return a table of these texts."""

    def cells(texts: tuple[str, ...]) -> tuple[Cell, ...]:
        return tuple(Cell(f"c{n}", (Text(text),)) for n, text in enumerate(texts))

    return Table("t", rows=tuple(cells(row) for row in rows), head=cells(head))


@pytest.mark.parametrize(
    "texts",
    [
        ("286", "1,312"),
        ("3.56亿元", "12.5亿元"),
        ("+12.3%", "−4.0%", "–0.5%"),
        ("1.5个百分点", "—", "2个百分点"),
        ("3.6万人次", "800人次"),
        ("$3.5 million", "US$120 million"),
        ("356 million yuan", "RMB 20 million"),
        ("10–20", "5~8家"),
        ("约300人", "", "42人"),
        ("9:30", "15:30"),
        ("n/a", "12 km", "5 km"),
    ],
)
def test_figures_with_their_units_and_blanks_are_amounts(texts: tuple[str, ...]) -> None:
    assert columns_of_amounts(table(*(("甲", text) for text in texts))) == {1}


@pytest.mark.parametrize(
    "texts",
    [
        ("286", "约一半"),
        ("第十三届", "第十四届"),
        ("3月5日", "10月19日"),
        ("March 4", "March 12"),
        ("C919", "A320"),
        ("5G网络", "4G网络"),
        ("0300-5550142", "0300-5550199"),
        ("press@yunting.example.com", "12"),
        ("—", "—"),
        ("286", "—"),
    ],
)
def test_words_days_names_and_a_single_amount_are_no_column_of_amounts(texts: tuple[str, ...]) -> None:
    assert columns_of_amounts(table(*(("甲", text) for text in texts))) == frozenset()


def test_the_first_column_names_the_rows_and_is_none_of_amounts() -> None:
    assert columns_of_amounts(table(("1", "甲", "286"), ("2", "乙", "95"))) == {2}


def test_bold_amounts_are_amounts() -> None:
    cells = tuple((Cell("a", (Text("甲"),)), Cell("b", (Strong((Text(text),)),))) for text in ("12", "8"))
    assert columns_of_amounts(Table("t", rows=cells)) == {1}


def test_the_head_does_not_count_and_short_rows_do_no_harm() -> None:
    assert columns_of_amounts(table(("甲", "12", "8"), ("乙", "9"), ("丙", "3", "7"), head=("名", "数"))) == {
        1,
        2,
    }


HEAD = ("名称", "去年", "备注", "今年")
ROWS = (("甲项", "286", "说明", "1,312家"), ("乙项", "95", "另一处说明", "8家"))


def release() -> tuple[Release, Context]:
    """Return an article of one table, of which the second column and the last hold amounts."""
    article = Article(Meta(language="zh-Hans", headline="测试"), (table(*ROWS, head=HEAD),))
    context = Context(theme.load("press"), {"zh-Hans": furniture(article)}, Report())
    return Release((article,)), context


@pytest.mark.parametrize("engine", ["weasyprint", "reportlab"])
def test_amounts_and_their_head_end_at_one_edge_of_the_page(engine: str) -> None:
    made, context = release()
    rows = list(lines(plugins.load("pdf_engines", engine)().export(made, context)))

    def right(text: str) -> float:
        found = next(row for row in rows if text in "".join(glyph.text for glyph in row))
        at = "".join(glyph.text for glyph in found).index(text)
        return found[at + len(text) - 1].right

    assert right("286") == pytest.approx(right("去年"), abs=0.1)
    assert right("95") == pytest.approx(right("去年"), abs=0.1)
    edge = (context.theme.page.left + context.theme.page.measure) * 72 / 25.4
    assert [right(text) for text in ("1,312家", "8家", "今年")] == pytest.approx([edge] * 3, abs=0.5)


def test_amounts_on_the_web_and_in_messages_are_set_at_the_right() -> None:
    made, context = release()
    tree: Any = html.fromstring(HtmlExporter().export(made, context))
    assert [cell.text_content() for cell in tree.xpath("//table//*[@class='amount']")] == [
        "去年", "今年", "286", "1,312家", "95", "8家",
    ]  # fmt: skip
    message: Any = html.fromstring(bodies(made.editions, context).html)
    cells = message.xpath("//*[(self::td or self::th) and contains(@style, 'text-align:right')]")
    assert [cell.text_content() for cell in cells if "vertical-align:top" in cell.get("style")] == [
        "去年", "今年", "286", "1,312家", "95", "8家",
    ]  # fmt: skip


def test_amounts_in_word_have_a_style_that_is_set_at_the_right() -> None:
    document: Any = docx.Document(io.BytesIO(DocxExporter().export(*release())))
    styles = [cell.paragraphs[0].style for row in document.tables[-1].rows for cell in row.cells]
    assert [style.name for style in styles[:4]] == [
        "Table Head", "Table Amount Head", "Table Head", "Table Amount Head",
    ]  # fmt: skip
    assert [style.name for style in styles[4:8]] == [
        "Table Text",
        "Table Amount",
        "Table Text",
        "Table Amount",
    ]
    ends = [style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT for style in styles]
    assert ends == [False, True, False, True] * 3


def test_amounts_in_markdown_are_set_at_the_right() -> None:
    page = MarkdownExporter().export(*release()).decode()
    assert "| --- | ---: | --- | ---: |" in page
