"""The theme gongwen on finished pages: the grid of GB/T 9704-2012, the page's number, what stands around."""

import re
import zipfile
from collections import defaultdict
from ctypes import c_double
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import docx
import msgspec
import page as checker
import pypdfium2
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from publisher import theme
from publisher.contracts import Context
from publisher.exporters import readback
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.exporters.word import DocxExporter
from publisher.localization.furniture import furniture
from publisher.model import Article, Heading, Meta, Official, Paragraph, Release, Text
from tests.conftest import ISSUED

MM = 72 / 25.4


class Row(NamedTuple):
    """A line on a page: its baseline from the top, its first and last characters from the left, in pt."""

    y: float
    left: float
    last: float
    text: str


SENTENCE = "全市社区图书馆要延长开放时间并做好夜间照明和安全值守让下班以后的市民也能安心读书"
OFFICIAL = Official(
    number="青政发〔2026〕5号",
    addressees="各县（区）人民政府",
    attachments=("建设任务分解表", "服务规范（试行）"),
    copies="市委各部门",
    printed_by="青岚市人民政府办公室",
    printed=date(2026, 3, 6),
)
EXPORTERS = [ReportLabExporter(), WeasyPrintExporter()]


def article(official: Official | None = None, repeat: int = 6) -> Article:
    headings = tuple(
        Heading(f"h{n}", (Text(text),), n)
        for n, text in enumerate(("一、总体要求", "（一）目标", "1.城区", "（1）老城"), 1)
    )
    body = (Paragraph("p1", (Text(SENTENCE * repeat + "。"),)),)
    meta = Meta(
        language="zh-Hans", headline="关于延长开放时间的通知", source="青岚市人民政府", official=official
    )
    return Article(meta, (*headings, *body) if official else body)


@pytest.fixture
def gongwen(context: Context) -> Context:
    return msgspec.structs.replace(context, theme=theme.load("gongwen"))


def dressed(context: Context, value: Article) -> Context:
    return msgspec.structs.replace(context, furniture={"zh-Hans": furniture(value)})


def lines(data: bytes, page: int) -> list[Row]:
    """Return the lines of a page."""
    document = pypdfium2.PdfDocument(data)
    sheet = document[page % len(document)]
    text = sheet.get_textpage()
    height = sheet.get_height()
    found: dict[int, list[tuple[float, float, str]]] = defaultdict(list)
    for n in range(text.count_chars()):
        char = text.get_text_range(n, 1)
        x, y = c_double(), c_double()
        pypdfium2.raw.FPDFText_GetCharOrigin(text, n, x, y)
        if char.strip():
            found[round((height - y.value) / 2)].append((x.value, height - y.value, char))
    text.close()
    sheet.close()
    document.close()
    return [
        Row(row[0][1], min(row)[0], max(row)[0], "".join(char for _, _, char in sorted(row)))
        for _, row in sorted(found.items())
    ]


def grid(exporter: Any, context: Context) -> list[Row]:
    """Return the lines of a page that one long paragraph fills."""
    value = article(repeat=60)
    data = exporter.export(Release((value,)), dressed(context, value))
    return [row for row in lines(data, 1) if "—" not in row.text]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_a_page_holds_22_lines_of_28_characters(exporter: Any, gongwen: Context) -> None:
    rows = grid(exporter, gongwen)
    assert [len(row.text) for row in rows] == [28] * 22


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_the_lines_stand_on_the_grid(exporter: Any, gongwen: Context) -> None:
    rows = grid(exporter, gongwen)
    assert rows[-1].y - rows[0].y == pytest.approx(21 * 28.95, abs=0.1)
    for row in rows:
        assert row.left == pytest.approx(28 * MM, abs=0.5)
        assert row.last == pytest.approx(28 * MM + 27 * 156 * MM / 28, abs=0.5)
    # the body of the first line's characters stands in the middle of its 28.95 pt
    assert rows[0].y == pytest.approx(37 * MM + 28.95 / 2 + 0.38 * 16, abs=2)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_the_number_stands_outside_on_odd_and_even_pages(exporter: Any, gongwen: Context) -> None:
    value = article(repeat=60)
    data = exporter.export(Release((value,)), dressed(gongwen, value))
    odd, even = (lines(data, n)[-1] for n in (0, 1))
    assert (odd.text, even.text) == ("—1—", "—2—")
    assert odd.left > 140 * MM
    assert even.left == pytest.approx(28 * MM + 14, abs=2)
    # 7 mm under the type area, which ends 35 mm over the edge
    assert (297 - 35 + 7) * MM - 2 < even.y < (297 - 35 + 7) * MM + 18


@pytest.mark.parametrize("exporter", [*EXPORTERS, DocxExporter(), HtmlExporter()], ids=lambda e: e.name)
def test_an_official_document_reads_back(exporter: Any, gongwen: Context) -> None:
    value = article(OFFICIAL)
    context = dressed(gongwen, value)
    release = Release((value,))
    data = exporter.export(release, context)
    assert readback.check(f"notice{exporter.suffix}", data, release, context).characters > 200


def test_it_opens_with_the_red_head_and_ends_with_the_record(gongwen: Context) -> None:
    value = article(OFFICIAL, repeat=1)
    data = ReportLabExporter().export(Release((value,)), dressed(gongwen, value))
    rows = [row.text for row in lines(data, 0)]
    assert rows[:2] == ["青岚市人民政府文件", "青政发〔2026〕5号"]
    last = lines(data, -1)
    assert [row.text for row in last[-3:-1]] == [
        "抄送：市委各部门。",
        "青岚市人民政府办公室2026年3月6日印发",
    ]
    assert last[-2].y == pytest.approx((297 - 35) * MM, abs=14)


def test_without_a_number_there_is_no_red_head(gongwen: Context) -> None:
    value = article(msgspec.structs.replace(OFFICIAL, number=""))
    data = ReportLabExporter().export(Release((value,)), dressed(gongwen, value))
    assert lines(data, 0)[0].text == "关于延长开放时间的通知"


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_the_headline_stands_two_lines_under_the_top_of_a_page_without_a_red_head(
    exporter: Any, gongwen: Context
) -> None:
    value = article()
    (headline, *_) = lines(exporter.export(Release((value,)), dressed(gongwen, value)), 0)
    assert headline.text == "关于延长开放时间的通知"
    assert headline.y == pytest.approx(37 * MM + 2 * 28.95 + 28.95 / 2 + 0.38 * 22, abs=2)


def opened(gongwen: Context) -> tuple[Any, bytes]:
    value = article(OFFICIAL)
    data = DocxExporter().export(Release((value,)), dressed(gongwen, value))
    return docx.Document(BytesIO(data)), data


def test_word_has_the_grid_of_the_standard(gongwen: Context) -> None:
    document, _ = opened(gongwen)
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))
    assert {name.rpartition("}")[2]: value for name, value in grid.attrib.items()} == {
        "type": "linesAndChars",
        "linePitch": "579",
        "charSpace": "-841",
    }
    assert document.styles["Normal"].font.size.pt == 16
    assert document.styles["Body Text"].paragraph_format.line_spacing.twips == 579


def test_word_sets_each_level_of_heading_in_its_face(gongwen: Context) -> None:
    document, _ = opened(gongwen)
    faces = [document.styles[f"Heading {n}"].element.rPr.rFonts.get(qn("w:eastAsia")) for n in range(1, 5)]
    assert faces == ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"]
    assert not any(document.styles[f"Heading {n}"].font.bold for n in range(1, 5))


def test_word_numbers_odd_pages_right_and_even_pages_left(gongwen: Context) -> None:
    document, _ = opened(gongwen)
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    assert section.footer.paragraphs[0].text == "— 1 —"
    assert section.footer.paragraphs[0].style.paragraph_format.alignment == 2
    assert section.even_page_footer.paragraphs[0].style.paragraph_format.alignment == 0


def test_the_font_table_says_what_may_stand_in_for_each_face(gongwen: Context) -> None:
    _, data = opened(gongwen)
    with zipfile.ZipFile(BytesIO(data)) as package:
        table = package.read("word/fontTable.xml").decode()
    names = re.findall('w:font w:name="([^"]*)"', table)
    assert names == ["仿宋_GB2312", "黑体", "Source Serif 4", "楷体_GB2312", "方正小标宋简体"]


def test_the_packages_of_every_edition_are_valid(release: Release, gongwen: Context, tmp_path: Path) -> None:
    value = article(OFFICIAL)
    for number, (edition, context) in enumerate(
        ((release, gongwen), (Release((value,)), dressed(gongwen, value)))
    ):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(DocxExporter().export(edition, context))
        assert not OpenXmlValidator().validate(path).errors


ANNEXED = (
    Paragraph("p2", (Text("附件1"),)),
    Paragraph("p3", (Text("建设任务分解表"),)),
    Paragraph("p4", (Text(SENTENCE + "。"),)),
    Heading("p5", (Text("附件2"),)),
    Paragraph("p6", (Text("各县（区）按月报送。"),)),
)


def annexed() -> Article:
    value = article(OFFICIAL, repeat=1)
    meta = msgspec.structs.replace(value.meta, source="青岚市人民政府", issued=ISSUED)
    return msgspec.structs.replace(value, meta=meta, blocks=(*value.blocks, *ANNEXED))


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_an_annex_opens_a_page_with_its_label_and_its_title_on_the_third_line(
    exporter: Any, gongwen: Context
) -> None:
    value = annexed()
    data = exporter.export(Release((value,)), dressed(gongwen, value))
    label, title, text, *_ = lines(data, -2)
    assert (label.text, title.text, text.text[:4]) == ("附件1", "建设任务分解表", SENTENCE[:4])
    assert label.left == pytest.approx(28 * MM, abs=1)
    assert title.y - label.y == pytest.approx(2 * 28.95, abs=4)
    # the middle of the type area
    assert (title.left + title.last + 22) / 2 == pytest.approx((28 + 156 / 2) * MM, abs=2)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_issuer_and_date_stand_before_the_annexes(exporter: Any, gongwen: Context) -> None:
    value = annexed()
    data = exporter.export(Release((value,)), dressed(gongwen, value))
    assert "2026年3月5日" in [row.text for row in lines(data, -3)]
    assert [row.text for row in lines(data, -1)][:2] == ["附件2", "各县（区）按月报送。"]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_attachments_go_on_with_the_signature_where_a_short_document_has_no_room(
    exporter: Any, gongwen: Context
) -> None:
    official = msgspec.structs.replace(
        OFFICIAL, attachments=("甲表", "乙表", "丙表", "丁表"), copies="", printed_by="", printed=None
    )
    meta = msgspec.structs.replace(
        article(official).meta, headline="青岚市人民政府关于做好二〇二六年图书馆工作的通知"
    )
    short = Article(meta, (Paragraph("p1", (Text("现将事项通知如下。"),)),))
    data = exporter.export(Release((short,)), dressed(gongwen, short))
    first, second = ([row.text for row in lines(data, page)] for page in (0, 1))
    assert any("现将事项通知如下" in text for text in first)
    assert "甲表" in "".join(first)
    assert [text[:4] for text in second if "表" in text] == ["3.丙表", "4.丁表"]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
def test_the_record_stands_at_the_foot_of_the_last_page(exporter: Any, gongwen: Context) -> None:
    value = annexed()
    data = exporter.export(Release((value,)), dressed(gongwen, value))
    *_, copies, printed, number = lines(data, -1)
    assert (copies.text[:3], printed.text[-2:], number.text[:1]) == ("抄送：", "印发", "—")
    assert printed.y == pytest.approx((297 - 35) * MM - 28.95 / 2 + 5, abs=3)


@pytest.mark.parametrize("exporter", [*EXPORTERS, DocxExporter(), HtmlExporter()], ids=lambda e: e.name)
def test_a_document_with_annexes_reads_back(exporter: Any, gongwen: Context) -> None:
    value = annexed()
    context, release = dressed(gongwen, value), Release((value,))
    data = exporter.export(release, context)
    assert readback.check(f"notice{exporter.suffix}", data, release, context).characters > 200


def test_word_sets_the_record_in_a_frame_at_the_foot_and_an_annex_on_a_page(gongwen: Context) -> None:
    value = annexed()
    document: Any = docx.Document(BytesIO(DocxExporter().export(Release((value,)), dressed(gongwen, value))))
    framed = [p for p in document.paragraphs if p._p.pPr.find(qn("w:framePr")) is not None]
    assert [p.style.name for p in framed] == ["Record", "Record Last"]
    assert {p._p.pPr.find(qn("w:framePr")).get(qn("w:yAlign")) for p in framed} == {"bottom"}
    assert document.styles["Annex"].paragraph_format.page_break_before
    assert [p.text for p in document.paragraphs if p.style.name == "Annex"] == ["附件1", "附件2"]


def test_a_press_release_has_no_annexes(context: Context) -> None:
    value = annexed()
    plain = msgspec.structs.replace(value, meta=msgspec.structs.replace(value.meta, official=None))
    document: Any = docx.Document(BytesIO(DocxExporter().export(Release((plain,)), dressed(context, plain))))
    assert not [p for p in document.paragraphs if p.style.name == "Annex"]


def test_a_document_whose_record_stands_at_the_foot_is_read_aloud_in_order(gongwen: Context) -> None:
    value = annexed()
    data = WeasyPrintExporter().export(Release((value,)), dressed(gongwen, value))
    report = checker.validate_pdf_bytes(data, profile="ua1")
    assert report.is_compliant
