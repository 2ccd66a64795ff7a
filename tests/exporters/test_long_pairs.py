"""Long lists, tables and quotations side by side: every format keeps them whole, and on its pages."""

import msgspec
import pytest

from publisher import theme
from publisher.contracts import Context, Exporter
from publisher.exporters import bilingual, readback
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.exporters.word import DocxExporter
from publisher.localization.localizer import furniture
from publisher.model import Article, Block, Cell, List, ListItem, Meta, Paragraph, Quote, Release, Table, Text
from publisher.report import Report
from tests.visual.rows import Row
from tests.visual.rows import rows as lines_of

ENGINES: list[Exporter] = [WeasyPrintExporter(), ReportLabExporter()]
NAMES = [engine.name for engine in ENGINES]


def items(words: str, count: int, *, ordered: bool = True) -> List:
    """Return a list of ``count`` items."""
    return List("x", tuple(ListItem(f"x{n}", (Text(f"{words}{n}"),)) for n in range(1, count + 1)), ordered)


def table(words: str, count: int, columns: int = 2) -> Table:
    """Return a table of ``count`` rows."""
    rows = (tuple(Cell(f"x{n}.{c}", (Text(f"{words}{n}"),)) for c in range(columns)) for n in range(count))
    head = tuple(Cell(f"x.{c}", (Text(f"{words}H{c}"),)) for c in range(columns))
    return Table("x", tuple(rows), head)


def quote(words: str, count: int) -> Quote:
    """Return a quotation of ``count`` sentences."""
    return Quote("x", (Text("".join(f"{words}{n}. " for n in range(count)).strip()),))


def both(left: Block, right: Block) -> Release:
    """Return an article in Chinese and in English with one block between two paragraphs."""
    return Release(
        tuple(
            Article(
                Meta(language=language, headline=words),
                (Paragraph("a", (Text(words),)), block, Paragraph("z", (Text(words),))),
            )
            for language, words, block in (("zh-Hans", "开幕", left), ("en", "Opening", right))
        )
    )


CASES = {
    "items": both(items("展区", 60), items("Hall ", 60)),
    "more items in Chinese": both(items("展区", 40), items("Hall ", 36)),
    "more items in English": both(items("展区", 36, ordered=False), items("Hall ", 40, ordered=False)),
    "rows": both(table("展区", 60), table("Hall ", 60)),
    "columns": both(table("展区", 3, 7), table("Hall ", 3, 7)),
    "a quotation": both(quote("展区开放", 400), quote("The hall is open", 400)),
}


def context(shown: Release, look: str = "press") -> Context:
    words = {article.meta.language: furniture(article) for article in shown.editions}
    return Context(theme.load(look), words, Report())


@pytest.mark.parametrize("engine", ENGINES, ids=NAMES)
@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
@pytest.mark.parametrize("name", CASES)
def test_a_pdf_of_them_is_read_back(name: str, look: str, engine: Exporter) -> None:
    shown = CASES[name]
    data = engine.export(shown, context(shown, look))
    assert readback.check("x.pdf", data, shown, context(shown, look)).pages > (name != "columns")


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize(("exporter", "suffix"), [(HtmlExporter(), "html"), (DocxExporter(), "docx")])
def test_other_formats_of_them_are_read_back(name: str, exporter: Exporter, suffix: str) -> None:
    shown = CASES[name]
    assert readback.check(
        f"x.{suffix}", exporter.export(shown, context(shown)), shown, context(shown)
    ).characters


def at(rows: list[Row], text: str) -> tuple[int, float]:
    """Return the page and the height of the line that holds ``text``."""
    (row,) = (row for row in rows if row.bare.endswith(text))
    return row.page, row.y


@pytest.mark.parametrize("engine", ENGINES, ids=NAMES)
def test_each_item_stands_beside_its_translation(engine: Exporter) -> None:
    shown = CASES["items"]
    rows = lines_of(engine.export(shown, context(shown)))
    for number in (1, 17, 60):
        left, right = (at(rows, f"{number}.{words}{number}") for words in ("展区", "Hall"))
        assert left[0] == right[0]
        assert left[1] == pytest.approx(right[1], abs=1.5)


@pytest.mark.parametrize("engine", ENGINES, ids=NAMES)
def test_a_large_table_stands_over_its_translation_on_the_whole_measure(engine: Exporter) -> None:
    shown = CASES["columns"]
    rows = lines_of(engine.export(shown, context(shown)))
    over, under = (at(rows, f"{words}H0") for words in ("展区", "Hall"))
    assert over[0] == under[0]
    assert over[1] < under[1]
    left = min(row.x for row in rows)
    assert [row.x for row in rows if row.bare.endswith("H0")] == [left, left]


def test_a_small_table_stays_beside_its_translation() -> None:
    shown = both(table("展区", 3), table("Hall ", 3))
    row = bilingual.rows(shown, theme.load("press"))[1]
    assert not bilingual.is_wide(row)
    assert bilingual.is_wide(msgspec.structs.replace(row, right=table("Hall ", 3, 4)))
