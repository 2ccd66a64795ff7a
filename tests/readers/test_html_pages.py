"""Pages of other programs: the article is read to the last word, and nothing of what stands around it."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import msgspec
import pytest

from publisher import pipeline
from publisher.errors import ReadError
from publisher.model import Article, Figure, Heading, List, Table
from publisher.report import Report
from tests.readers.html_pages.pages import PAGES
from tests.readers.html_pages.parts import Saved

TABLE = Path(__file__).resolve().parents[2] / "docs" / "html-reading.md"
_HEAD = """# What is read of web pages

Small pages in the ways of content management systems, office programs and browsers, made by
`tests/readers/html_pages`. Of the article's words on a page, and of those that stand around it (menus,
lists of other articles, comments, notices), it is counted how many are in the article that was read.
A page without an article is refused. `pytest --accept tests/readers/test_html_pages.py` writes this anew.

Of the same pages, the web archive aside, trafilatura 2.3.1 kept 3,007 of 3,134 words of the articles and
let in 665 of 2,110 around them; readability-lxml 0.9 kept 2,366 and let in 60.

| page | its words | read | words around it | let in | headings | lists | tables | figures | notices |
|---|--:|--:|--:|--:|--:|--:|--:|--:|---|
"""


def _count(texts: tuple[str, ...]) -> int:
    """Return how many words ``texts`` have; each Chinese character is one."""
    return sum(len(re.findall(r"[\u3400-\u9fff]|[A-Za-z]+|\d+", text)) for text in texts)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _said(article: Article) -> str:
    data = msgspec.to_builtins(article, builtin_types=(bytes,))

    def strings(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [s for k, v in value.items() if k not in ("key", "type", "data") for s in strings(v)]
        if isinstance(value, list | tuple):
            return [s for v in value for s in strings(v)]
        return [value] if isinstance(value, str) else []

    return _bare("".join(strings(data)))


def _laid(saved: Saved, folder: Path) -> Path:
    path = folder / (saved.name if "." in saved.name else f"{saved.name}.html")
    path.write_bytes(saved.data)
    for name, data in saved.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return path


def _row(saved: Saved, folder: Path) -> tuple[str, list[str], list[str]]:
    """Return the table's row of a page, what of the article is missing, and what else was let in."""
    report = Report()
    if saved.refused:
        with pytest.raises(ReadError) as refused:
            pipeline.read(_laid(saved, folder), report)
        assert "\n" not in str(refused.value)
        assert refused.value.hint
        return f"| {saved.name} | | | | | | | | | refused |", [], []
    article = pipeline.read(_laid(saved, folder), report)
    said = _said(article)
    missing = [text for text in saved.says if _bare(text) not in said]
    let_in = [text for text in saved.furniture if _bare(text) in said]
    whole = _count(saved.says)
    counts = [sum(isinstance(b, kind) for b in article.blocks) for kind in (Heading, List, Table, Figure)]
    codes = ", ".join(dict.fromkeys(n.code for n in report.notices))
    words = [whole, whole - _count(tuple(missing)), _count(saved.furniture), _count(tuple(let_in))]
    return f"| {' | '.join(map(str, [saved.name, *words, *counts, codes]))} |", missing, let_in


@pytest.mark.parametrize("saved", PAGES, ids=lambda saved: saved.name)
def test_no_word_of_an_article_is_lost_and_none_of_a_page_let_in(saved: Saved, tmp_path: Path) -> None:
    assert _row(saved, tmp_path)[1:] == ([], [])


@pytest.mark.parametrize("saved", [s for s in PAGES if s.files], ids=lambda saved: saved.name)
def test_the_picture_saved_with_a_page_has_its_caption(saved: Saved, tmp_path: Path) -> None:
    article = pipeline.read(_laid(saved, tmp_path), Report())
    assert [bool(block.caption) for block in article.blocks if isinstance(block, Figure)] == [True]


def test_the_table_of_pages_is_as_it_was_accepted(accept: bool, tmp_path: Path) -> None:
    assert len(PAGES) >= 25
    made = _HEAD + "\n".join(_row(saved, tmp_path)[0] for saved in PAGES) + "\n"
    if accept:
        TABLE.write_text(made, "utf-8")
    assert TABLE.read_text("utf-8") == made
