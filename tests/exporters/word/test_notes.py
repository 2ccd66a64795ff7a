"""Footnotes in Word: a part of their own, numbered by Word."""

import io
import zipfile
from typing import Any

import msgspec
import pytest
from lxml import etree

from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.exporters.word import DocxExporter
from publisher.exporters.word.text import text
from publisher.model import Article, NoteRef, Paragraph, Release, Strong, Table, Text

_W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def make(release: Release, context: Context) -> bytes:
    return DocxExporter().export(release, context)


def part(data: bytes, name: str) -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(f"word/{name}.xml"))


def said(data: bytes) -> list[str]:
    notes = part(data, "footnotes").xpath("w:footnote[not(@w:type)]", namespaces=_W)
    return ["".join(note.itertext()) for note in notes]


def test_the_notes_of_both_languages_stand_in_one_part_in_the_order_of_the_page(
    bilingual_release: Release, context: Context
) -> None:
    data = make(bilingual_release, context)
    assert said(data) == [" 数据截至2月底。", " Data to February."]
    referred = part(data, "document").xpath("//w:footnoteReference/@w:id", namespaces=_W)
    assert referred == ["1", "2"]


def test_word_numbers_the_notes_and_their_references(chinese_article: Article, context: Context) -> None:
    data = make(Release((chinese_article,)), context)
    for name, sign in (("document", "footnoteReference"), ("footnotes", "footnoteRef")):
        (run,) = part(data, name).xpath(f"//w:r[w:{sign}]", namespaces=_W)
        assert run.xpath("string(w:rPr/w:rStyle/@w:val)", namespaces=_W) == "FootnoteReference"
        assert not "".join(run.itertext())


def test_a_note_is_in_the_style_that_word_has_for_notes(chinese_article: Article, context: Context) -> None:
    data = make(Release((chinese_article,)), context)
    style = part(data, "footnotes").xpath("string(//w:pStyle/@w:val)", namespaces=_W)
    name = part(data, "styles").xpath(f"string(//w:style[@w:styleId='{style}']/w:name/@w:val)", namespaces=_W)
    assert name == "footnote text"


def test_the_settings_name_the_rules_over_the_notes(chinese_article: Article, context: Context) -> None:
    data = make(Release((chinese_article,)), context)
    named = part(data, "settings").xpath("w:footnotePr/w:footnote/@w:id", namespaces=_W)
    rules = part(data, "footnotes").xpath("w:footnote[@w:type]/@w:id", namespaces=_W)
    assert named == rules == ["-1", "0"]


def test_a_document_without_notes_has_no_part_for_them(chinese_article: Article, context: Context) -> None:
    article = msgspec.structs.replace(chinese_article, blocks=chinese_article.blocks[:1])
    names = zipfile.ZipFile(io.BytesIO(make(Release((article,)), context))).namelist()
    assert "word/footnotes.xml" not in names


def test_a_note_stands_in_a_cell_a_caption_and_strong_words_too(
    chinese_article: Article, context: Context
) -> None:
    (table,) = [b for b in chinese_article.blocks if isinstance(b, Table)]
    noted = msgspec.structs.replace(
        table,
        caption=(*table.caption, NoteRef("一")),
        head=(msgspec.structs.replace(table.head[0], inlines=(Text("级"), NoteRef("二"))), table.head[1]),
    )
    blocks = (noted, Paragraph("b11", (Strong((Text("完"), NoteRef("三"))),)))
    data = make(Release((msgspec.structs.replace(chinese_article, blocks=blocks),)), context)
    assert said(data) == [" 一", " 二", " 三"]


def test_a_reference_to_a_note_that_is_missing_does_not_leave_the_house(
    chinese_article: Article, context: Context
) -> None:
    whole = zipfile.ZipFile(io.BytesIO(make(Release((chinese_article,)), context)))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as torn:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "word/footnotes.xml":
                content = content.replace(b'w:id="1"', b'w:id="7"')
            torn.writestr(name, content)
    with pytest.raises(ExportError, match="refers to the notes"):
        text(stream.getvalue())
