"""OpenDocument texts are read to the last word, or refused in one line."""

import re
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.model import Article, Figure, Heading, List, NoteRef, PageBreak, Paragraph, Strong, Table
from publisher.readers.odt import OdtReader
from publisher.report import Report
from publisher.walk import plain
from tests.conftest import png
from tests.readers.test_docx_files import LABELS, _said

FOLDER = Path(__file__).parent / "odt_files"
TABLE = Path(__file__).resolve().parents[2] / "docs" / "odt-reading.md"
FILES = sorted(FOLDER.glob("*.odt"))
_HEAD = """# What is read of OpenDocument texts

Small documents in `tests/readers/odt_files`, made by LibreOffice and pandoc as its `make_files.py` tells. Each word
of a document's text, notes and text boxes is looked for in the article that was read (*read*) and in the notices
(*told*: left out, and said so). `pytest --accept tests/readers/test_odt.py` writes this page anew.

| document | words | read | told | missing | headings | lists | tables | figures | notices |
|---|--:|--:|--:|--:|--:|--:|--:|--:|---|
"""
_GONE = "ancestor::*[local-name()='tracked-changes' or local-name()='annotation' or local-name()='forms'" \
        " or local-name()='note-citation' or local-name()='desc' or local-name()='title']"  # fmt: skip


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text))


def _held(path: Path) -> list[str]:
    """Return the words of a document, those of a paragraph that spans part as the page shows them."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    texts: Any = root.xpath(f"//*[local-name()='text']//text()[not({_GONE})]")
    return [word for text in texts for word in _words(str(text))]


def _read(data: bytes, report: Report | None = None, name: str = "a.odt") -> Article:
    return OdtReader().read(Source(name, data, Path()), Report() if report is None else report)


def _row(path: Path) -> tuple[str, list[str]]:
    report = Report()
    article = _read(path.read_bytes(), report, path.name)
    said = _said(article)
    told = unicodedata.normalize("NFKC", " ".join(f"{n.message} {n.before}" for n in report.notices))
    words = [word for word in _held(path) if word not in LABELS]
    rest = [word for word in words if word not in said]
    missing = [word for word in rest if word not in told]
    counts = [sum(isinstance(b, kind) for b in article.blocks) for kind in (Heading, List, Table, Figure)]
    codes = ", ".join(dict.fromkeys(n.code for n in report.notices))
    cells = [path.stem, len(words), len(words) - len(rest), len(rest) - len(missing), len(missing), *counts]
    return f"| {' | '.join(map(str, [*cells, codes]))} |", missing


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_of_a_document_is_lost_in_silence(path: Path) -> None:
    assert _row(path)[1] == []


def test_the_table_of_what_is_read_is_as_it_was_accepted(accept: bool) -> None:
    table = _HEAD + "\n".join(_row(path)[0] for path in FILES) + "\n"
    if accept:
        TABLE.write_text(table, "utf-8")
    assert len(FILES) >= 15
    assert TABLE.read_text("utf-8") == table


# ── By hand ──────────────────────────────────────────────────────────────────

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("style", "style"), ("draw", "drawing"),
                        ("table", "table"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"))
)  # fmt: skip
_LEAD = (
    "<text:p>The ferry will sail in the evening from March 16, the harbor office said on Thursday.</text:p>"
)


def _zipped(body: str, styles: str = "", parts: dict[str, bytes] | None = None, start: str = "") -> bytes:
    content = (
        f'<?xml version="1.0"?>{start}<office:document-content {_SPACES} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>"
        f"<text:p>Ferry to sail in the evening</text:p>{_LEAD}{body}</office:text></office:body>"
        "</office:document-content>"
    )
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        for name, data in (parts or {}).items():
            archive.writestr(name, data)
    return held.getvalue()


def _paragraph(article: Article) -> Paragraph:
    block = article.blocks[1]
    assert isinstance(block, Paragraph)
    return block


def test_a_style_makes_its_words_strong() -> None:
    styles = '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    block = _paragraph(
        _read(
            _zipped('<text:p>It is <text:span text:style-name="T1">free</text:span> to all.</text:p>', styles)
        )
    )
    assert [plain(n.children) for n in block.inlines if isinstance(n, Strong)] == ["free"]


def test_a_note_stands_where_it_is_referred_to() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>By the clock.</text:p></text:note-body></text:note>"
    )
    block = _paragraph(_read(_zipped(f"<text:p>It sails{note} on time.</text:p>")))
    assert [n.note for n in block.inlines if isinstance(n, NoteRef)] == ["By the clock."]


def test_what_a_tracked_change_took_out_is_gone() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>never</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    report = Report()
    article = _read(
        _zipped(f'{changes}<text:p>It sails <text:change text:change-id="c"/>daily.</text:p>'), report
    )
    assert plain(_paragraph(article).inlines) == "It sails daily."
    assert "changes-accepted" in [n.code for n in report.notices]


def test_a_picture_in_a_frame_has_the_text_of_its_box_for_caption() -> None:
    styles = '<style:style style:name="Illustration" style:family="paragraph"/>'
    picture = (
        '<draw:frame><draw:image xlink:href="Pictures/quay.png"/><svg:desc>A quay</svg:desc></draw:frame>'
    )
    box = f'<draw:text-box><text:p text:style-name="Illustration">{picture}The quay at noon</text:p></draw:text-box>'
    data = _zipped(
        f"<text:p><draw:frame>{box}</draw:frame></text:p>", styles, {"Pictures/quay.png": png(64, 60)}
    )
    article = _read(data)
    (figure,) = [b for b in article.blocks if isinstance(b, Figure)]
    assert (figure.asset, figure.alt, plain(figure.caption)) == ("quay.png", "A quay", "The quay at noon")


@pytest.mark.parametrize(
    "href", ["https://x.example/quay.png", "../quay.png", "file:///quay.png", "Pictures/none.png"]
)
def test_a_picture_that_is_not_in_the_file_is_left_out_and_told(href: str, tmp_path: Path) -> None:
    report = Report()
    frame = f'<draw:frame><draw:image xlink:href="{href}"/></draw:frame>'
    assert not _read(_zipped(f"<text:p>{frame}</text:p>{_LEAD}"), report).assets
    assert "picture-missing" in [n.code for n in report.notices]


def test_a_page_end_before_a_paragraph_is_kept() -> None:
    styles = (
        '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>'
        "</style:style>"
    )
    article = _read(_zipped('<text:p text:style-name="P1">On the next page it goes on.</text:p>', styles))
    assert isinstance(article.blocks[1], PageBreak)


def test_a_linked_section_is_not_fetched_and_told() -> None:
    report = Report()
    section = f'<text:section><text:section-source xlink:href="file:///etc/passwd"/>{_LEAD}</text:section>'
    _read(_zipped(section), report)
    assert "part-dropped" in [n.code for n in report.notices]


def test_macros_are_left_out_and_told() -> None:
    report = Report()
    _read(_zipped("", parts={"Basic/Standard/Module1.xml": b"<x/>"}), report)
    assert "macros-dropped" in [n.code for n in report.notices]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04broken", "no OpenDocument text"),
        (_zipped("", start='<!DOCTYPE a [<!ENTITY b "c">]>'), "DOCTYPE"),
        (_zipped("<text:span>" * 300 + "</text:span>" * 300), "broken"),
        (_zipped("", parts={"../x": b""}), "leads out"),
        (_zipped("", parts={"META-INF/manifest.xml": b"<m><encryption-data/></m>"}), "password"),
    ],
    ids=["no-zip", "doctype", "deep", "path", "password"],
)
def test_what_is_no_sound_document_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(ReadError, match=why) as refused:
        _read(data)
    assert "\n" not in str(refused.value)
    assert refused.value.hint
