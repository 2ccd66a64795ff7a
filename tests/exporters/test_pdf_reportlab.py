"""The PDF by ReportLab: composed lines, text that reads back, the same bytes each time."""

import re
from ctypes import c_double
from typing import NamedTuple

import msgspec
import pypdfium2
import pypdfium2.raw as raw
import pytest

from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.exporters import pdf as chooser
from publisher.exporters import readback
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.model import Article, Cell, List, ListItem, PageBreak, Paragraph, Release, Table, Text
from publisher.theme import Page

NO_START = "、，。．：；！？”’）］｝〕》〉】〗」』–～·・‧／/%‰℃"
NO_END = "“‘（［｛〔《〈【〖「『"
SENTENCE = (
    "4月18日，来自32个社区的1800名市民走上“清溪步道”（全长12.5公里），沿途设有6处补给点——"
    "市体育局负责人介绍，《全民健身计划》实施以来，经常锻炼的人口已占46.3%，比2020年提高8.9个百分点。"
)


def pdf(release: Release, context: Context) -> bytes:
    """Return the PDF of ``release``."""
    return ReportLabExporter().export(release, context)


def body(article: Article, *texts: str) -> Release:
    """Return a release whose body is ``texts``."""
    blocks = tuple(Paragraph(f"b{n}", (Text(text),)) for n, text in enumerate(texts, 1))
    return Release((msgspec.structs.replace(article, blocks=blocks),))


class Row(NamedTuple):
    """A line of a finished page: its characters, the left edge and the right edge of their squares in pt."""

    text: str
    left: float
    right: float


def rows(data: bytes, size: float) -> list[Row]:
    """Return the lines of a PDF that are set at ``size`` pt, where they were drawn."""
    found: list[Row] = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        lines: dict[int, list[tuple[str, float, float]]] = {}
        for n in range(text.count_chars()):
            x, y = c_double(), c_double()
            raw.FPDFText_GetCharOrigin(text, n, x, y)
            char = text.get_text_range(n, 1)
            if char.strip() and abs(raw.FPDFText_GetFontSize(text, n) - size) < 0.01:
                right = text.get_charbox(n, loose=True)[2]
                lines.setdefault(round(y.value), []).append((char, x.value, right))
        for _, row in sorted(lines.items(), reverse=True):
            row.sort(key=lambda char: char[1])
            found.append(Row("".join(c for c, *_ in row), row[0][1], row[-1][2]))
    return found


def test_every_kind_of_block_reads_back(release: Release, context: Context) -> None:
    back = readback.check("x.pdf", pdf(release, context), release, context)
    assert back.characters > 100


def test_the_same_release_gives_the_same_bytes(release: Release, context: Context) -> None:
    assert pdf(release, context) == pdf(release, context)


def test_every_font_is_embedded_and_cut(release: Release, context: Context) -> None:
    data = pdf(release, context)
    names = re.findall(rb"/BaseFont /([^\s/]+)", data)
    assert names
    assert all(re.match(rb"[A-Z]{6}\+(?:Noto|Source)", name) for name in names), names


def test_it_has_the_pages_that_weasyprint_makes(release: Release, context: Context) -> None:
    ours = pypdfium2.PdfDocument(pdf(release, context))
    theirs = pypdfium2.PdfDocument(WeasyPrintExporter().export(release, context))
    assert abs(len(ours) - len(theirs)) <= 1  # CSS adds some margins that collapse here


def test_the_document_information_is_the_articles(chinese_article: Article, context: Context) -> None:
    document = pypdfium2.PdfDocument(pdf(Release((chinese_article,)), context))
    metadata = document.get_metadata_dict()
    assert metadata["Title"] == chinese_article.meta.headline
    assert metadata["Author"] == "沈知微"
    assert metadata["Keywords"] == "创新, 职业教育"


def test_headings_are_bookmarks(chinese_article: Article, context: Context) -> None:
    document = pypdfium2.PdfDocument(pdf(Release((chinese_article,)), context))
    titles = [mark.get_title() for mark in document.get_toc()]
    assert titles[:2] == [chinese_article.meta.headline, "一、成果"]


def test_links_lead_where_the_article_says(chinese_article: Article, context: Context) -> None:
    assert b"https://example.com/week?a=1&b=2" in pdf(Release((chinese_article,)), context)


@pytest.mark.parametrize("margin", [20.0, 31.5, 44.0, 57.3])
def test_chinese_lines_begin_end_and_fill_as_clreq_asks(
    margin: float, chinese_article: Article, context: Context
) -> None:
    page = Page(width=210, height=297, top=26, right=margin, bottom=28, left=margin)
    narrow = msgspec.structs.replace(context, theme=msgspec.structs.replace(context.theme, page=page))
    data = pdf(body(chinese_article, SENTENCE * 3, SENTENCE[7:] * 3, SENTENCE[21:] * 4), narrow)
    edge = (210 - margin) * 72 / 25.4
    lines = rows(data, 11.5)
    assert len(lines) > 15
    full = 0
    for text, _, right in lines:
        assert text[0] not in NO_START, text
        assert text[-1] not in NO_END, text
        # the square of a mark at the line's end reaches half out of the measure, its ink does not
        full += abs(right - edge - (11.5 / 2 if text[-1] in "，。、；）》”" else 0)) < 0.5
    assert full >= len(lines) - 3  # each paragraph has a last line, which may be full by chance


def test_the_gap_between_han_and_figures_is_drawn_but_not_said(
    chinese_article: Article, context: Context
) -> None:
    data = pdf(body(chinese_article, "共有37家企业、3.2万人参加"), context)
    text = pypdfium2.PdfDocument(data)[0].get_textpage()
    said = text.get_text_range()
    assert "共有37家企业、3.2万人参加" in said
    at = said.index("有37")
    edges = []
    for n in (at, at + 1):
        x, y = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(text, n, x, y)
        edges.append(x.value)
    assert edges[1] - edges[0] == pytest.approx(11.5, abs=0.1)  # the gap counts to the figure
    assert text.get_charbox(at + 1)[2] - text.get_charbox(at)[0] > 11.5 + 0.25 * 11.5 + 5


def test_a_table_of_2000_rows_says_its_head_on_every_page(chinese_article: Article, context: Context) -> None:
    def cells(row: str, *texts: str) -> tuple[Cell, ...]:
        return tuple(Cell(f"t{row}.{n}", (Text(text),)) for n, text in enumerate(texts))

    table = Table(
        "t",
        rows=tuple(cells(str(n), f"第{n}号", f"{n * 3}家") for n in range(2000)),
        head=cells("h", "编号", "企业数量"),
    )
    document = pypdfium2.PdfDocument(
        pdf(Release((msgspec.structs.replace(chinese_article, blocks=(table,)),)), context)
    )
    pages = [page.get_textpage().get_text_range() for page in document]
    assert len(pages) > 40
    assert all("企业数量" in page for page in pages if "家" in page)
    assert sum(page.count("号") for page in pages) >= 2000


def test_a_page_break_ends_a_page(chinese_article: Article, context: Context) -> None:
    blocks = (Paragraph("b1", (Text("前"),)), PageBreak("b2"), Paragraph("b3", (Text("后"),)))
    release = Release((msgspec.structs.replace(chinese_article, blocks=blocks),))
    assert len(pypdfium2.PdfDocument(pdf(release, context))) == 2


def test_the_signs_of_a_list_stand_before_its_items(chinese_article: Article, context: Context) -> None:
    items = tuple(ListItem(f"l{n}", (Text(f"条目{n}"),)) for n in range(12))
    release = Release((msgspec.structs.replace(chinese_article, blocks=(List("l", items, ordered=True),)),))
    found = [row.text for row in rows(pdf(release, context), 11.5) if "条目" in row.text]
    assert found == [f"{n + 1}.条目{n}" for n in range(12)]
    readback.check("x.pdf", pdf(release, context), release, context)


def test_a_character_without_a_glyph_is_an_error_that_names_it(
    chinese_article: Article, context: Context
) -> None:
    with pytest.raises(ExportError, match="\U00031350"):
        pdf(body(chinese_article, "罕字\U00031350"), context)


@pytest.mark.parametrize("text", ["长" * 20_000, "a" * 5_000, "（" * 3_000, "喆堃玥镕昇珺祎赟" * 400])
def test_a_paragraph_of_hostile_length_ends(text: str, chinese_article: Article, context: Context) -> None:
    release = body(chinese_article, text)
    readback.check("x.pdf", pdf(release, context), release, context)


def test_reportlab_sets_the_pdf_where_pango_is_missing(
    release: Release, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chooser, "_has_pango", lambda: False)
    data = chooser.PdfExporter().export(release, context)
    assert b"ReportLab" in data
    assert [notice.code for notice in context.report] == ["pdf-engine-reportlab"]
