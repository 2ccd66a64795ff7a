"""Fonts inside a Word document: valid, cut to what they set, obfuscated as the standard says."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from openxml_audit import OpenXmlValidator

from publisher import resources, theme
from publisher.contracts import Context
from publisher.exporters.word import DocxExporter
from publisher.exporters.word.embedding import obfuscated
from publisher.model import Article, Release
from publisher.report import Report
from tests.conftest import furniture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def exported(release: Release, context: Context, *, embed_fonts: bool = True) -> bytes:
    return DocxExporter().export(release, msgspec.structs.replace(context, embed_fonts=embed_fonts))


def embedded(data: bytes) -> dict[tuple[str, str], TTFont]:
    """Return the fonts in a document by family and kind, read as the standard says: its key backwards."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        links = {
            link.get("Id"): link.get("Target")
            for link in etree.fromstring(package.read("word/_rels/fontTable.xml.rels"))
        }
        for entry in etree.fromstring(package.read("word/fontTable.xml")):
            for face in entry:
                if not (link := face.get(f"{R}id")):
                    continue
                key = face.get(f"{W}fontKey", "").strip("{}").replace("-", "")
                content = bytearray(package.read(f"word/{links[link]}"))
                for place in range(32):
                    content[place] ^= int(key[30 - place % 16 * 2 :][:2], 16)
                kind = etree.QName(face).localname.removeprefix("embed")
                found[entry.get(f"{W}name", ""), kind] = TTFont(io.BytesIO(bytes(content)))
    return found


def characters(data: bytes, *styles: str) -> str:
    """Return what paragraphs of ``styles`` say in runs without a style of their own."""
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    runs = [run for p in paragraphs if p.style is not None and p.style.name in styles for run in p.runs]
    return "".join(run.text for run in runs if run._r.style is None)


def han(text: str) -> set[int]:
    return {ord(c) for c in text if "\u4e00" <= c <= "\u9fff"}


def latin(text: str) -> set[int]:
    return {ord(c) for c in text if c.isascii() and c.isalnum()}


def test_each_face_has_the_characters_that_it_sets(chinese_article: Article, context: Context) -> None:
    data = exported(Release((chinese_article,)), context)
    fonts = embedded(data)
    title, body = characters(data, "Title", "Heading 1"), characters(data, "Body Text", "Quote")
    assert han(title) <= set(fonts["Noto Serif SC", "Bold"].getBestCmap())
    assert han(body) <= set(fonts["Noto Serif SC", "Regular"].getBestCmap())
    assert latin(body) <= set(fonts["Source Serif 4", "Regular"].getBestCmap())


def test_an_english_document_embeds_its_italics(english_article: Article, context: Context) -> None:
    fonts = embedded(exported(Release((english_article,)), context))
    assert {ord(c) for c in "Qinglan Yearbook"} <= set(fonts["Source Serif 4", "Italic"].getBestCmap())


def test_a_face_has_hardly_more_than_it_sets(chinese_article: Article, context: Context) -> None:
    data = exported(Release((chinese_article,)), context)
    mapped = {c for c in embedded(data)["Noto Serif SC", "Bold"].getBestCmap() if c > 0x2FFF}
    every = "".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    tables = "".join(c.text for t in docx.Document(io.BytesIO(data)).tables for r in t.rows for c in r.cells)
    assert mapped <= {ord(c) for c in every + tables}


@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
def test_a_document_with_its_fonts_is_valid(look: str, release: Release, tmp_path: Path) -> None:
    words = {name: furniture(name) for name in ("zh-Hans", "en")}
    path = tmp_path / "release.docx"
    path.write_bytes(exported(release, Context(theme.load(look), words, Report())))
    assert not OpenXmlValidator().validate(path).errors


def test_a_document_with_its_fonts_is_the_same_each_time(release: Release, context: Context) -> None:
    assert exported(release, context) == exported(release, context)


def test_a_family_without_a_file_has_what_stands_in_under_both_names(chinese_article: Article) -> None:
    context = Context(theme.load("gongwen"), {"zh-Hans": furniture("zh-Hans")}, Report())
    data = exported(Release((chinese_article,)), context)
    fonts = embedded(data)
    for family in ("仿宋_GB2312", "Noto Serif SC"):
        assert han(characters(data, "Body Text")) <= set(fonts[family, "Regular"].getBestCmap())


def test_word_is_told_that_the_fonts_are_subsets(release: Release, context: Context) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(release, context))) as package:
        settings = etree.fromstring(package.read("word/settings.xml"))
    assert settings.find(f"{W}embedTrueTypeFonts") is not None
    assert settings.find(f"{W}saveSubsetFonts") is not None


def test_nothing_is_embedded_unasked(release: Release, context: Context) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(release, context, embed_fonts=False))) as package:
        assert not [name for name in package.namelist() if "font" in name and name != "word/fontTable.xml"]


def test_obfuscating_twice_gives_the_font_back() -> None:
    font = bytes(range(80))
    guid = "00112233-4455-6677-8899-AABBCCDDEEFF"
    hidden = obfuscated(font, guid)
    assert hidden[0] == font[0] ^ 0xFF
    assert hidden[15] == font[15] ^ 0x00
    assert hidden[32:] == font[32:]
    assert obfuscated(hidden, guid) == font


@pytest.mark.parametrize("rights", [0x2, 0x4, 0x100, 0x200])
def test_a_font_that_may_not_be_embedded_stays_out_and_is_told(
    rights: int, english_article: Article, tmp_path: Path
) -> None:
    (tmp_path / "fonts").mkdir()
    font: Any = TTFont(resources.font("SourceSerif4-Regular.ttf"))
    font["OS/2"].fsType = rights
    font.save(tmp_path / "fonts" / "Locked.ttf")
    tokens = 'base = "press"\nname = "house"\n[fonts.latin]\nregular = "Locked.ttf"\n'
    (tmp_path / "theme.toml").write_text(tokens, encoding="utf-8")
    report = Report()
    context = Context(theme.load(f"{tmp_path}/"), {"en": furniture("en")}, report)
    fonts = embedded(exported(Release((english_article,)), context))
    assert ("Source Serif 4", "Regular") not in fonts
    assert ("Source Serif 4", "Bold") in fonts
    assert [n.code for n in report if "Source Serif 4" in n.message] == ["font-not-embedded"]


def test_a_font_of_a_template_that_we_do_not_have_is_told(
    chinese_article: Article, context: Context, report: Report, tmp_path: Path
) -> None:
    document = docx.Document()
    document.styles["Normal"].font.name = "Georgia"
    document.save(str(tmp_path / "house.docx"))
    context = msgspec.structs.replace(context, reference=tmp_path / "house.docx")
    exported(Release((chinese_article,)), context)
    assert any(n.code == "font-not-embedded" and "Georgia" in n.message for n in report)


def test_a_font_that_a_template_takes_from_its_theme_is_told_too(
    chinese_article: Article, context: Context, report: Report, tmp_path: Path
) -> None:
    docx.Document().save(str(tmp_path / "house.docx"))  # whose styles say minorHAnsi, not Cambria
    context = msgspec.structs.replace(context, reference=tmp_path / "house.docx")
    exported(Release((chinese_article,)), context)
    assert any(n.code == "font-not-embedded" and "Cambria" in n.message for n in report)
