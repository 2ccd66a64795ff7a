"""Word documents of other programs are read to the last word, or refused in one line."""

import re
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import etree

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.model import Article, Figure, Heading, List, Table
from publisher.readers.docx import DocxReader
from publisher.report import Report

FOLDER = Path(__file__).parent / "docx_files"
TABLE = Path(__file__).resolve().parents[2] / "docs" / "docx-reading.md"
FILES = sorted(FOLDER.glob("*.docx"))
REFUSED = frozenset(
    ("hand-broken-text", "hand-no-word", "hand-outside-entity", "hand-xml-bomb", "hand-zip-bomb")
)
LABELS = frozenset(("来源", "记者"))
"""Labels of fields: the model has the fields."""

_GONE = "ancestor::*[local-name()='del' or local-name()='moveFrom' or local-name()='Fallback']"
_ROW_GONE = "ancestor::*[local-name()='tr'][*[local-name()='trPr']/*[local-name()='del']]"
_HEAD = """# What is read of Word documents

Thirty-odd small documents in `tests/readers/docx_files`, made by other programs as its `make_files.py` tells.
Each word that stands in a document's text, notes and text boxes is looked for in the article that was read
(*read*) and in the notices (*told*: left out, and said so). One that is no sound document is refused.
`pytest --accept tests/readers/test_docx_files.py` writes this page anew.

| document | words | read | told | missing | headings | lists | tables | figures | notices |
|---|--:|--:|--:|--:|--:|--:|--:|--:|---|
"""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text))


def _held(path: Path) -> list[str]:
    """Return the words in a document's text and notes that no tracked change takes out."""
    found: list[str] = []
    with zipfile.ZipFile(path) as archive:
        for part in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
            if part not in archive.namelist():
                continue
            root = etree.fromstring(archive.read(part))
            texts: Any = root.xpath(f"//*[local-name()='t'][not({_GONE}) and not({_ROW_GONE})]/text()")
            found += [word for text in texts for word in _words(str(text))]
    return found


def _said(article: Article) -> str:
    """Return all text of an article, its day in the forms that pages have."""
    data = msgspec.to_builtins(article, builtin_types=(bytes,))

    def strings(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [s for k, v in value.items() if k not in ("key", "type", "data") for s in strings(v)]
        if isinstance(value, list | tuple):
            return [s for v in value for s in strings(v)]
        return [value] if isinstance(value, str) else []

    day = article.meta.issued
    dates = [f"{day:%B} {day.day}, {day.year} {day.year}年{day.month}月{day.day}日"] if day else []
    # words that markup parts stand together in the text, so they are looked for without spaces
    return unicodedata.normalize("NFKC", "\0".join([*strings(data), *dates]))


def _read(path: Path) -> tuple[Article, Report]:
    report = Report()
    return DocxReader().read(Source(path.name, path.read_bytes(), path.parent), report), report


def _row(path: Path) -> tuple[str, list[str]]:
    """Return the table's row of a document, and the words that are nowhere."""
    if path.stem in REFUSED:
        with pytest.raises(ReadError) as refused:
            _read(path)
        assert "\n" not in str(refused.value)
        assert refused.value.hint
        return f"| {path.stem} | | | | | | | | | refused |", []
    article, report = _read(path)
    said = _said(article)
    told = unicodedata.normalize("NFKC", " ".join(f"{n.message} {n.before}" for n in report.notices))
    words = [word for word in _held(path) if word not in LABELS]
    read = [word for word in words if word in said]
    rest = [word for word in words if word not in said]
    missing = [word for word in rest if word not in told]
    counts = [sum(isinstance(b, kind) for b in article.blocks) for kind in (Heading, List, Table, Figure)]
    codes = ", ".join(dict.fromkeys(n.code for n in report.notices))
    cells = [path.stem, len(words), len(read), len(rest) - len(missing), len(missing), *counts, codes]
    return "| " + " | ".join(map(str, cells)) + " |", missing


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_of_a_document_is_lost_in_silence(path: Path) -> None:
    assert _row(path)[1] == []


def test_the_table_of_what_is_read_is_as_it_was_accepted(accept: bool) -> None:
    table = _HEAD + "\n".join(_row(path)[0] for path in FILES) + "\n"
    if accept:
        TABLE.write_text(table, "utf-8")
    assert len(FILES) >= 25
    assert TABLE.read_text("utf-8") == table


def test_every_document_is_small() -> None:
    assert max(path.stat().st_size for path in FILES) < 30_000
