"""The faces of a page: lines of two fonts keep to their leading."""

import pypdfium2
import pytest

from publisher.contracts import Context
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.model import Release
from tests.exporters.html.conftest import long_article


def test_chinese_lines_stand_on_the_leading_of_the_theme(context: Context) -> None:
    data = WeasyPrintExporter().export(Release((long_article("zh-Hans", 3),)), context)
    page = pypdfium2.PdfDocument(data)[0]
    text = page.get_textpage()
    body = context.theme.type.zh.body
    heights = set()
    for n in range(text.count_chars()):
        _, bottom, _, top = text.get_charbox(n, loose=True)
        if text.get_text_range(n, 1) in "青院展过市活五的" and top - bottom > body.size:
            heights.add(round(bottom, 2))
    steps = [high - low for low, high in zip(sorted(heights), sorted(heights)[1:], strict=False)]
    assert len(steps) > 8
    assert min(steps) == pytest.approx(body.leading, abs=0.05)
