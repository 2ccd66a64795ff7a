"""The PDF: accessible, the same each time, with no fallback font."""

import msgspec
import page as checker
import pypdfium2
import pytest

from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.model import Article, Paragraph, Release, Text


def pdf(release: Release, context: Context) -> bytes:
    return WeasyPrintExporter().export(release, context)


def test_it_passes_pdf_ua_1(release: Release, context: Context) -> None:
    report = checker.validate_pdf_bytes(pdf(release, context), profile="ua1")
    assert not [(f.rule_id, f.message) for f in report.failures]


def test_the_same_release_gives_the_same_bytes(release: Release, context: Context) -> None:
    assert pdf(release, context) == pdf(release, context)


def test_every_font_is_the_themes(release: Release, context: Context) -> None:
    data = pdf(release, context)
    names = {part.split(b"/")[0].split()[0] for part in data.split(b"/BaseFont /")[1:]}
    assert all(b"+press-" in name for name in names), names


def test_the_document_information_is_the_articles(chinese_article: Article, context: Context) -> None:
    document = pypdfium2.PdfDocument(pdf(Release((chinese_article,)), context))
    metadata = document.get_metadata_dict()
    document.close()
    assert metadata["Title"] == chinese_article.meta.headline
    assert metadata["Author"] == "沈知微"
    assert metadata["Keywords"] == "创新, 职业教育"


def test_a_character_without_a_glyph_is_an_error_that_names_it(
    chinese_article: Article, context: Context
) -> None:
    article = Article(chinese_article.meta, (Paragraph("b1", (Text("罕字\U00031350"),)),))
    with pytest.raises(ExportError, match="\U00031350"):
        pdf(Release((article,)), context)


def test_a_headline_of_hostile_length_ends(chinese_article: Article, context: Context) -> None:
    meta = msgspec.structs.replace(chinese_article.meta, headline="长" * 3000)
    assert pdf(Release((Article(meta, chinese_article.blocks, chinese_article.assets),)), context)
