"""A draft says so across every page, to the eye and not to a program that reads the text."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import msgspec
import page as checker
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator

from publisher import theme
from publisher.contracts import Context
from publisher.exporters import readback
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.exporters.word import DocxExporter
from publisher.model import Release

EXPORTERS: list[Any] = [DocxExporter(), HtmlExporter(), WeasyPrintExporter(), ReportLabExporter()]
PDF: list[Any] = EXPORTERS[2:]


def tinted(data: bytes) -> int:
    """Return how many points of the first page of a PDF have the mark's tint."""
    picture = pypdfium2.PdfDocument(data)[0].render(scale=0.5).to_pil().convert("RGB")
    return sum(count for count, (r, g, b) in picture.getcolors(1 << 20) if 235 < r < 248 and 220 < g < 236)


@pytest.mark.parametrize("exporter", EXPORTERS, ids=[e.name for e in EXPORTERS])
def test_a_draft_reads_back_as_the_article_with_its_frame(
    exporter: Any, release: Release, draft_context: Context
) -> None:
    data = exporter.export(release, draft_context)
    assert readback.check(f"x{exporter.suffix}", data, release, draft_context).characters > 100


@pytest.mark.parametrize("exporter", PDF, ids=[e.name for e in PDF])
def test_the_mark_stands_behind_the_page_of_a_draft_only(
    exporter: Any, release: Release, context: Context, draft_context: Context
) -> None:
    assert tinted(exporter.export(release, draft_context)) > 4000
    assert tinted(exporter.export(release, context)) < 1000


@pytest.mark.parametrize("exporter", PDF, ids=[e.name for e in PDF])
def test_the_title_of_a_draft_says_so(exporter: Any, release: Release, draft_context: Context) -> None:
    title = pypdfium2.PdfDocument(exporter.export(release, draft_context)).get_metadata_dict()["Title"]
    assert title.startswith(("草稿 ", "DRAFT "))


def test_a_tagged_draft_is_still_accessible(release: Release, draft_context: Context) -> None:
    data = WeasyPrintExporter().export(release, draft_context)
    report = checker.validate_pdf_bytes(data, profile="ua1")
    assert not [(f.rule_id, f.message) for f in report.failures]


def test_the_mark_in_word_is_one_that_word_knows(
    release: Release, draft_context: Context, tmp_path: Path
) -> None:
    data = DocxExporter().export(release, draft_context)
    header = docx.Document(io.BytesIO(data)).sections[0].header
    assert "PowerPlusWaterMarkObject" in header.part.blob.decode()
    path = tmp_path / "draft.docx"
    path.write_bytes(data)
    assert not OpenXmlValidator().validate(path).errors


def marked_headers(data: bytes) -> list[bool]:
    """Tell of each header that a page may have, section by section, whether it holds the mark."""
    document = docx.Document(io.BytesIO(data))
    found: list[bool] = []
    for section in document.sections:
        headers = [section.header]
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
        if document.settings.odd_and_even_pages_header_footer:
            headers.append(section.even_page_header)
        found += ["PowerPlusWaterMarkObject" in header._element.xml for header in headers]
    return found


@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
def test_every_page_of_every_section_of_a_draft_in_word_has_the_mark(
    look: str, release: Release, draft_context: Context
) -> None:
    context = msgspec.structs.replace(draft_context, theme=theme.load(look))
    assert all(marked_headers(DocxExporter().export(release, context)))


def test_even_pages_have_a_mark_of_their_own(release: Release, draft_context: Context) -> None:
    context = msgspec.structs.replace(draft_context, theme=theme.load("gongwen"))
    assert len(marked_headers(DocxExporter().export(release, context))) == 2


def test_each_mark_in_a_word_document_has_its_own_identity(release: Release, draft_context: Context) -> None:
    context = msgspec.structs.replace(draft_context, theme=theme.load("gongwen"))
    package = zipfile.ZipFile(io.BytesIO(DocxExporter().export(release, context)))
    headers = [package.read(name).decode() for name in package.namelist() if "/header" in name]
    names = [name for text in headers for name in re.findall(r'o:spid="(\w+)"', text)]
    assert len(names) == len(set(names)) == 2
