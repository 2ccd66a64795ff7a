"""The PDF: accessible, the same each time, with no fallback font."""

from typing import Any

import msgspec
import page as checker
import pypdfium2
import pytest

from publisher import theme, theming
from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.model import Article, Cell, Paragraph, Release, Table, Text
from publisher.typesetting import weasyprint_lines
from publisher.typesetting.weasyprint_paragraph import NotModelled
from publisher.typesetting.weasyprint_paragraph import Paragraph as Composed


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


def test_a_table_of_many_columns_stays_on_the_page(english_article: Article, context: Context) -> None:
    row = tuple(Cell(f"c{n}", (Text("Manufacturing"),)) for n in range(9))
    article = msgspec.structs.replace(english_article, blocks=(Table("t", (row,), row),))
    page = pypdfium2.PdfDocument(pdf(Release((article,)), context))[0]
    text = page.get_textpage()
    right = (context.theme.page.width - context.theme.page.right) * 72 / 25.4
    ends = [
        text.get_charbox(n)[2] for n in range(text.count_chars()) if not text.get_text_range(n, 1).isspace()
    ]
    assert max(ends) <= right + 0.1


def test_a_word_without_end_is_parted_not_lost(english_article: Article, context: Context) -> None:
    article = msgspec.structs.replace(english_article, blocks=(Paragraph("b1", (Text("a" * 30_000),)),))
    document = pypdfium2.PdfDocument(pdf(Release((article,)), context))
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    assert text.count("a") > 30_000


@pytest.mark.parametrize("name", theme.names())
def test_every_text_of_our_themes_is_composed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []

    class Noted(Composed):
        def __init__(self, line_box: Any, *rest: Any) -> None:
            try:
                super().__init__(line_box, *rest)
            except NotModelled:
                left.append(line_box.element_tag)
                raise

    monkeypatch.setattr(weasyprint_lines, "Paragraph", Noted)
    assert list(theming.check(name)) == []
    # the numbers of lists keep their white space
    assert set(left) <= {"li::marker"}
