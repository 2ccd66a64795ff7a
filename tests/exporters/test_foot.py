"""The foot of a page: source and date in each language of the file, and the page's number once."""

from io import BytesIO

import docx
import msgspec
import pypdfium2
import pytest

from publisher.contracts import Context, Exporter
from publisher.errors import ExportError
from publisher.exporters import readback
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.exporters.word import DocxExporter
from publisher.model import Release

MM = 72 / 25.4
CHINESE = "青岚职业技术学院 · 2026年3月5日"
ENGLISH = "Qinglan Vocational and Technical College · March 5, 2026"
PDFS = pytest.mark.parametrize("exporter", [ReportLabExporter(), WeasyPrintExporter()], ids=lambda e: e.name)


def foot(data: bytes) -> str:
    """Return the text under the type area of the first page, without its spaces."""
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    text = page.get_textpage()
    found = text.get_text_bounded(0, 0, page.get_width(), 26 * MM)
    text.close()
    page.close()
    document.close()
    return "".join(found.split())


@PDFS
def test_the_foot_of_a_bilingual_page_speaks_both_languages(
    exporter: Exporter, bilingual_release: Release, context: Context
) -> None:
    words = foot(exporter.export(bilingual_release, context))
    assert words.count("青岚职业技术学院·2026年3月5日") == 1
    assert words.count("QinglanVocationalandTechnicalCollege·March5,2026") == 1
    assert words.count("1/") == 1


def test_the_foot_of_a_bilingual_word_page_is_a_line_a_language(
    bilingual_release: Release, context: Context
) -> None:
    document = docx.Document(BytesIO(DocxExporter().export(bilingual_release, context)))
    footer = document.sections[0].footer
    assert [paragraph.text for paragraph in footer.paragraphs] == [f"{CHINESE}\t1 / 1", ENGLISH]


def test_a_second_line_does_not_lift_the_foot_of_a_word_page(release: Release, context: Context) -> None:
    section = docx.Document(BytesIO(DocxExporter().export(release, context))).sections[0]
    lines = len(section.footer.paragraphs)
    assert section.bottom_margin is not None
    assert section.footer_distance is not None
    # 7 mm and a line of 11 pt under the type area
    top = section.bottom_margin.mm - section.footer_distance.mm - lines * 11 / MM
    assert top == pytest.approx(7.1, abs=0.1)


def test_a_browser_prints_both_languages_at_the_foot(bilingual_release: Release, context: Context) -> None:
    page = HtmlExporter().export(bilingual_release, context).decode()
    assert '"青岚职业技术学院 \\b7 2026年3月5日\\a Qinglan Vocational' in page.replace(" \\b7  ", " \\b7 ")


@PDFS
def test_languages_that_count_pages_in_their_own_words_do_so_in_lines_of_their_own(
    exporter: Exporter, bilingual_release: Release, context: Context
) -> None:
    forms = {"zh-Hans": "第{page}页", "en": "Page {page} of {pages}"}
    words = {name: msgspec.structs.replace(of, page_of=forms[name]) for name, of in context.furniture.items()}
    context = msgspec.structs.replace(context, furniture=words)
    data = exporter.export(bilingual_release, context)
    assert "第1页" in foot(data)
    assert "Page1of" in foot(data)
    assert readback.check("pair.pdf", data, bilingual_release, context).pages


@PDFS
def test_a_foot_longer_than_its_line_is_turned_and_read_back(
    exporter: Exporter, release: Release, context: Context
) -> None:
    words = {
        name: msgspec.structs.replace(of, source=", ".join([of.source] * 4))
        for name, of in context.furniture.items()
    }
    context = msgspec.structs.replace(context, furniture=words)
    data = exporter.export(release, context)
    assert readback.check("long.pdf", data, release, context).pages


@PDFS
def test_a_foot_that_says_no_more_than_the_masthead_is_read_back(
    exporter: Exporter, release: Release, context: Context
) -> None:
    changes = {"date": "", "credits": (), "contacts": ()}
    words = {
        language: msgspec.structs.replace(said, **changes) for language, said in context.furniture.items()
    }
    context = msgspec.structs.replace(context, furniture=words)
    data = exporter.export(release, context)
    assert readback.check("undated.pdf", data, release, context).pages


def test_a_page_without_its_foot_is_not_kept(bilingual_release: Release, context: Context) -> None:
    data = ReportLabExporter().export(bilingual_release, context)
    english = msgspec.structs.replace(context.furniture["en"], date="March 6, 2026")
    other = msgspec.structs.replace(context, furniture={**context.furniture, "en": english})
    with pytest.raises(ExportError, match="page 1: the footer “QinglanVocational"):
        readback.check("pair.pdf", data, bilingual_release, other)
