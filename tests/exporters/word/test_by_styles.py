"""Every look in Word is a style's: no paragraph and no run has one of its own."""

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator

from publisher import theme
from publisher.contracts import Context
from publisher.exporters.word import DocxExporter
from publisher.localization.furniture import furniture
from publisher.model import (
    Article,
    Figure,
    Official,
    Origin,
    PageBreak,
    Paragraph,
    Release,
    Segment,
    State,
    Text,
    Translation,
)
from publisher.report import Report
from tests.conftest import chinese, english

ALLOWED = {
    "pStyle": "the style",
    "rStyle": "the style",
    "numPr": "which list an item is of: each list counts from one",
    "keepNext": "what a paragraph stands over, not its look: a table's caption, a signature",
    "pageBreakBefore": "the article's own page break",
    "sectPr": "where columns end",
    "framePr": "where a record block stands: at the foot of its page",
    "lang": "the language of the words",
    "rFonts": "the font slot of marks that both scripts use (w:hint alone)",
    "noProof": "of the mark across the page, as Word makes it",
}
"""What may stand in the properties of a paragraph or a run, and why."""

OPTIONS: list[dict[str, Any]] = [
    {},
    {"bilingual": "alternating", "toc_from": 1},
    {"numbered_captions": ("tables", "figures"), "toc_from": 1},
]


def full(article: Article) -> Article:
    """Return ``article`` with a frame, a credit, a page end and twice its tables and pictures."""
    official = Official(
        number="青政〔2026〕5号", signatory="陆子衿", addressees="各处", attachments=("表",), copies="存"
    )
    again = tuple(msgspec.structs.replace(b, key=f"{b.key}x") for b in article.blocks)
    blocks = tuple(
        msgspec.structs.replace(b, credit="陆子衿 摄") if isinstance(b, Figure) else b
        for b in (*article.blocks, PageBreak("b11"), *again)
    )
    zh = article.meta.language.startswith("zh")
    blocks = (Paragraph("b0", (Text("句子。" * 75 if zh else "A sentence. " * 3),)), *blocks)
    return msgspec.structs.replace(
        article, meta=msgspec.structs.replace(article.meta, official=official), blocks=blocks
    )


def release_of(languages: str) -> Release:
    if languages != "bilingual":
        return Release((full(chinese() if languages == "zh-Hans" else english()),))
    cut = [("句子。" * 25, "A sentence.")] * 3
    segments = tuple(Segment(f"b0.{n}", zh) for n, (zh, _) in enumerate(cut, 1))
    said = tuple(
        Translation(f"b0.{n}", en, Origin.HAND, 1.0, State.DRAFT) for n, (_, en) in enumerate(cut, 1)
    )
    return Release((full(chinese()), full(english())), segments, said)


@pytest.fixture(params=["press", "gongwen", "newsletter"])
def look(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["zh-Hans", "en", "bilingual"])
def languages(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=OPTIONS, ids=lambda tokens: "-".join(tokens) or "plain")
def made(request: pytest.FixtureRequest, look: str, languages: str) -> bytes:
    return document(look, languages, OPTIONS.index(request.param))


@cache
def document(look: str, languages: str, option: int) -> bytes:
    """Return the document; each test looks at the same."""
    tokens = theme.load(look, layout=OPTIONS[option])
    release = release_of(languages)
    words = {a.meta.language: furniture(a, look=tokens, draft=True) for a in release.editions}
    return DocxExporter().export(release, Context(tokens, words, Report()))


def stories(data: bytes) -> list[Any]:
    package = zipfile.ZipFile(io.BytesIO(data))
    names = ("document", "foot", "head")
    return [
        etree.fromstring(package.read(name))
        for name in package.namelist()
        if name.startswith(tuple(f"word/{start}" for start in names)) and name.endswith(".xml")
    ]


def test_no_paragraph_and_no_run_has_a_look_of_its_own(made: bytes) -> None:
    found = {
        child.tag.rpartition("}")[2]
        for root in stories(made)
        for properties in root.iter(qn("w:pPr"), qn("w:rPr"))
        for child in properties
    }
    assert found <= ALLOWED.keys()


def test_a_run_says_no_more_of_fonts_than_the_slot(made: bytes) -> None:
    fonts = [element for root in stories(made) for element in root.iter(qn("w:rFonts"))]
    assert {name for element in fonts for name in element.attrib} <= {qn("w:hint")}


@pytest.mark.exhaustive
def test_every_style_that_is_used_is_there(made: bytes) -> None:
    known = {style.style_id for style in docx.Document(io.BytesIO(made)).styles}
    used = {
        element.get(qn("w:val"))
        for root in stories(made)
        for element in root.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }
    assert used <= known


@pytest.mark.exhaustive
def test_the_package_is_valid_with_every_option(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(made)
    assert not OpenXmlValidator().validate(path).errors


def test_the_parts_of_a_cut_paragraph_keep_together_by_their_styles(context: Context) -> None:
    document = docx.Document(io.BytesIO(DocxExporter().export(release_of("bilingual"), context)))
    parts = [
        paragraph.style.name
        for row in document.tables[0].rows
        for paragraph in row.cells[0].paragraphs
        if paragraph.text.startswith("句子")
    ]
    assert parts == [f"Body Text{part} (zh)" for part in (" Begun", " Continued", " Ended")]
    after = [document.styles[name].paragraph_format.space_after.pt for name in parts]
    assert after == [0, 0, 8]


def test_emphasis_in_chinese_is_dots_where_the_theme_asks(chinese_article: Article, context: Context) -> None:
    look = theme.load("press")
    look = msgspec.structs.replace(look, typography=msgspec.structs.replace(look.typography, emphasis="dots"))
    data = DocxExporter().export(Release((chinese_article,)), msgspec.structs.replace(context, theme=look))
    style = docx.Document(io.BytesIO(data)).styles["Emphasis Han"]
    assert style.element.rPr.find(qn("w:em")).get(qn("w:val")) == "underDot"
    assert not style.font.bold
