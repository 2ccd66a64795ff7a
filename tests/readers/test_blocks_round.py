"""No block is taken for another, or for a part of one, on the way through a format that comes back."""

from functools import partial
from itertools import permutations
from pathlib import Path
from typing import Any

import msgspec
import pytest

from publisher.exporters.markdown import markdown
from publisher.model import (
    Article,
    Emphasis,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Release,
    Strong,
    Text,
)
from publisher.report import Report
from tests.conftest import PICTURE, chinese, english
from tests.readers import test_docx_round, test_html_round, test_markdown
from tests.readers.blocks import ARTICLES
from tests.readers.test_docx_round import _bare

_TO = partial(Link, "https://x.example/")
_MARKED = [wrap for count in (2, 3) for wrap in permutations((Strong, Emphasis, _TO), count)]
"""Marks in marks in every order."""

LOOKS = ["press", "gongwen", "newsletter"]


def _in_marks(marks: tuple[Any, ...], article: Article) -> Article:
    """Return ``article`` with words in ``marks`` in a paragraph, an item and a quotation."""
    words: Inline = Text("主页 home")
    for mark in reversed(marks):
        words = mark((words,))
    some = (Text("见"), words, Text("吧。"))
    mixed = (marks[0]((Text("见"), *getattr(words, "children", ()), Text("吧"))), Text("。"))
    items = (ListItem("l.1", (words,)), ListItem("l.2", some))
    blocks = (Paragraph("b2", some), Paragraph("b3", mixed), List("l", items), Quote("q", mixed))
    return msgspec.structs.replace(article, blocks=(article.blocks[0], *blocks))


def _blocks(article: Article) -> Any:
    return _bare(article)["blocks"]


@pytest.mark.parametrize("marks", _MARKED)
@pytest.mark.parametrize("given", [chinese(), english()], ids=["zh", "en"])
def test_marks_in_marks_come_back_in_their_order(
    marks: tuple[Any, ...], given: Article, tmp_path: Path
) -> None:
    article = _in_marks(marks, given)
    release = Release((article,))
    asked = _blocks(article)
    word = test_docx_round._written(release, "press")
    assert _blocks(test_docx_round._read(word, Report())) == asked
    assert _blocks(test_html_round._read(test_html_round._written(release, "press"), Report())) == asked
    assert _blocks(test_markdown._read(markdown(article), tmp_path, Report())) == asked


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
