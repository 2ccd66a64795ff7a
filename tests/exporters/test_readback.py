"""What was written is read back and compared: a lost or changed character is an error that shows it."""

from typing import Any

import msgspec
import pytest

from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.exporters import readback
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.exporters.word import DocxExporter
from publisher.model import Article, Paragraph, Release, Text

EXPORTERS: list[Any] = [DocxExporter(), HtmlExporter(), WeasyPrintExporter(), ReportLabExporter()]
NAMES = [e.name for e in EXPORTERS]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=NAMES)
def test_a_finished_file_says_what_the_article_says(
    exporter: HtmlExporter, release: Release, context: Context
) -> None:
    data = exporter.export(release, context)
    assert readback.check(f"x{exporter.suffix}", data, release, context).characters > 100


def changed(article: Article, old: str, new: str) -> Article:
    (first, *rest) = article.blocks
    assert isinstance(first, Paragraph)
    inlines = tuple(
        Text(node.text.replace(old, new)) if isinstance(node, Text) else node for node in first.inlines
    )
    return msgspec.structs.replace(article, blocks=(Paragraph(first.key, inlines), *rest))


@pytest.mark.parametrize("exporter", EXPORTERS, ids=NAMES)
@pytest.mark.parametrize(("old", "new"), [("37家", "73家"), ("共", ""), ("参展", "参参展")])
def test_one_changed_character_is_found(
    exporter: HtmlExporter, old: str, new: str, chinese_article: Article, context: Context
) -> None:
    data = exporter.export(Release((changed(chinese_article, old, new),)), context)
    with pytest.raises(ExportError, match="does not say what the article says"):
        readback.check(f"x{exporter.suffix}", data, Release((chinese_article,)), context)


def test_the_fault_shows_both_sides(chinese_article: Article, context: Context) -> None:
    data = HtmlExporter().export(Release((changed(chinese_article, "37家", "73家"),)), context)
    with pytest.raises(ExportError, match=r"37家.*73家"):
        readback.check("x.html", data, Release((chinese_article,)), context)
