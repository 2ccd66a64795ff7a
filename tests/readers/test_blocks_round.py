"""No block is taken for another, or for a part of one, on the way through a format that comes back."""

from pathlib import Path
from typing import Any

import pytest

from publisher.exporters.markdown import markdown
from publisher.model import Article, Release
from publisher.report import Report
from tests.conftest import PICTURE
from tests.readers import test_docx_round, test_html_round, test_markdown
from tests.readers.blocks import ARTICLES
from tests.readers.test_docx_round import _bare

LOOKS = ["press", "gongwen", "newsletter"]


def _blocks(article: Article) -> Any:
    return _bare(article)["blocks"]


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_in_word(article: Article) -> None:
    for look in LOOKS:
        report = Report()
        data = test_docx_round._written(Release((article,)), look)
        assert _blocks(test_docx_round._read(data, report)) == _blocks(article)
        assert not report.warnings


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_in_a_page(article: Article) -> None:
    for look in LOOKS:
        report = Report()
        data = test_html_round._written(Release((article,)), look)
        assert _blocks(test_html_round._read(data, report)) == _blocks(article)
        assert not report.warnings


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_in_markdown(article: Article, tmp_path: Path) -> None:
    (tmp_path / PICTURE.name).write_bytes(PICTURE.data)
    report = Report()
    made = test_markdown._read(markdown(article), tmp_path, report)
    assert _blocks(made) == _blocks(article)
    assert not report.warnings
