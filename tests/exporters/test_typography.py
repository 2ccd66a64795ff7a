"""The line rules of a theme in every format: hanging marks, hyphens, strictness."""

import io
import zipfile
from typing import Any

import msgspec
import pypdfium2
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from publisher import plugins, theme
from publisher.contracts import Context
from publisher.exporters import readback
from publisher.exporters.html import HtmlExporter
from publisher.exporters.word import DocxExporter
from publisher.localization.localizer import furniture
from publisher.model import Article, Emphasis, Inline, Meta, Paragraph, Release, Strong, Text
from publisher.report import Report
from publisher.theme import Typography
from publisher.typesetting import fonts
from tests.typesetting.positions import Glyph, lines

ENGINES = ("weasyprint", "reportlab")
MM = 72 / 25.4
_W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
WORDS = "Internationalization and standardization characterize organizational responsibilities. "
HAN = Text("春天来了花开满园，" * 40)


def made(article: Article, width: float = 120.0, **rules: Any) -> tuple[Release, Context]:
    press = theme.load("press")
    page = msgspec.structs.replace(press.page, width=width)
    look = msgspec.structs.replace(press, page=page, typography=Typography(**rules))
    return Release((article,)), Context(look, {article.meta.language: furniture(article)}, Report())


def han(text: Inline) -> Article:
    return Article(Meta(language="zh-Hans", headline="测试"), (Paragraph("b1", (text,)),))


def english() -> Article:
    inlines = (Text(WORDS * 3), Strong((Text(WORDS * 2),)), Emphasis((Text(WORDS * 2),)))
    return Article(Meta(language="en", headline="Responsibilities"), (Paragraph("b1", inlines),))


def body(engine: str, release: Release, context: Context) -> list[list[Glyph]]:
    data = plugins.load("pdf_engines", engine)().export(release, context)
    size = context.theme.type.of(release.editions[0].meta.language).body.size
    return [row for row in lines(data) if abs(row[-1].size - size) < 0.1]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_comma_without_room_hangs_where_the_theme_lets_it(engine: str) -> None:
    ends = {}
    for hanging in ("none", "allow-end"):
        release, context = made(han(HAN), hanging=hanging)
        right = (context.theme.page.left + context.theme.page.measure) * MM
        rows = body(engine, release, context)
        ends[hanging] = [row[-1].left - right for row in rows if row[-1].text == "，"]
    assert not any(left > -1 for left in ends["none"])
    assert any(left > -1 for left in ends["allow-end"])


@pytest.mark.parametrize("engine", ENGINES)
def test_english_words_are_parted_where_the_theme_asks_for_it(engine: str) -> None:
    for hyphenate in (False, True):
        rows = body(engine, *made(english(), hyphenate=hyphenate))
        assert any(row[-1].text == "-" for row in rows) is hyphenate


@pytest.mark.parametrize("engine", ENGINES)
def test_a_parted_word_is_whole_when_the_file_is_read_back(engine: str) -> None:
    release, context = made(english(), hyphenate=True)
    data = plugins.load("pdf_engines", engine)().export(release, context)
    assert readback.check("a.pdf", data, release, context).pages == 1


LATIN_IN_HAN = "围绕Internationalization与CommunicationsTechnology等议题展开讨论，并由Entrepreneurship"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("bold", [False, True])
def test_a_long_word_amid_han_is_parted_before_a_line_gapes_and_whole_when_read_back(
    engine: str, bold: bool
) -> None:
    text = Text(f"{LATIN_IN_HAN}团队介绍。" * 3)
    release, context = made(han(Strong((text,)) if bold else text), 105.0)
    data = plugins.load("pdf_engines", engine)().export(release, context)
    hyphens = [row[-1] for row in lines(data) if row[-1].text == "-"]
    latin = context.theme.fonts.latin
    width = fonts.advance(latin.bold if bold else latin.regular, "-")
    assert hyphens
    assert all(sign.right - sign.left == pytest.approx(width * sign.size, abs=0.01) for sign in hyphens)
    assert readback.check("a.pdf", data, release, context).pages == 1
    with pypdfium2.PdfDocument(data) as document:
        assert "-" not in document[0].get_textpage().get_text_range()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_dash_may_begin_a_line_under_all_but_strict_rules(engine: str) -> None:
    article = han(Text("春天来了花开满园——" * 40))
    for strictness, begins in (("basic", True), ("gb", True), ("strict", False)):
        starts = set()
        for width in (96.0, 100.0, 104.0, 108.0):
            rows = body(engine, *made(article, width, strictness=strictness))
            starts |= {row[0].text[0] for row in rows}
        assert ("—" in starts) is begins, strictness


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({}, "line-break: strict"),
        ({"strictness": "gb"}, "line-break: normal"),
        ({"strictness": "basic"}, "line-break: loose"),
        ({"hanging": "allow-end"}, "hanging-punctuation: allow-end"),
        ({"hyphenate": True}, ".en .body, .en li, .en blockquote p { hyphens: auto;"),
    ],
)
def test_html_says_the_rules_in_css(rules: dict[str, Any], said: str) -> None:
    page = HtmlExporter().export(*made(english(), **rules)).decode()
    assert said in page


def word(article: Article | None = None, **rules: Any) -> zipfile.ZipFile:
    data = DocxExporter().export(*made(article or english(), **rules))
    return zipfile.ZipFile(io.BytesIO(data))


def values(package: zipfile.ZipFile, part: str, path: str) -> list[str]:
    tree = etree.fromstring(package.read(f"word/{part}.xml"))
    found: Any = tree.xpath(path, namespaces=_W)
    return [str(value) for value in found]


def test_word_lets_marks_hang_where_the_theme_does() -> None:
    for hanging, value in (("none", "0"), ("allow-end", "1")):
        assert set(values(word(hanging=hanging), "styles", "//w:overflowPunct/@w:val")) == {value}


def test_word_parts_words_of_running_text_alone() -> None:
    package = word(hyphenate=True)
    assert values(package, "settings", "w:autoHyphenation/@w:val") == ["1"]
    whole = values(package, "styles", "//w:style[.//w:suppressAutoHyphens]/w:name/@w:val")
    assert "Title" in whole
    assert "Body Text" not in whole
    assert values(word(), "settings", "w:autoHyphenation/@w:val") == []


@pytest.mark.parametrize(("strictness", "dash", "solidus"), [("strict", 1, 1), ("gb", 0, 1), ("basic", 0, 0)])
def test_word_is_told_which_marks_begin_no_line(strictness: str, dash: int, solidus: int) -> None:
    said = "".join(values(word(han(HAN), strictness=strictness), "settings", "w:noLineBreaksBefore/@w:val"))
    assert said.count("—") == dash
    assert said.count("/") == solidus


def test_word_files_with_all_rules_hold_to_the_schema(tmp_path: Any) -> None:
    path = tmp_path / "a.docx"
    release, context = made(english(), hyphenate=True, hanging="allow-end")
    path.write_bytes(DocxExporter().export(release, context))
    result = OpenXmlValidator().validate(str(path))
    assert not [error.description for error in result.errors]


def test_an_unknown_strictness_is_an_error_that_names_the_known(tmp_path: Any) -> None:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "theme.toml").write_text('base = "press"\n[typography]\nstrictness = "lax"\n', encoding="utf-8")
    with pytest.raises(Exception, match="strictness"):
        theme.load(f"{folder}/")
