"""Word documents read into the model."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.model import Heading, List, Paragraph, Strong, Table, Text
from publisher.readers.docx import DocxReader
from publisher.report import Report


def _source(data: bytes) -> Source:
    return Source("a.docx", data, Path())


def _made() -> bytes:
    document = Document()
    document.add_heading("New library opens in Linhe", 0)
    document.add_paragraph("The library opened its doors to readers on Monday, the town said.")
    document.add_heading("Hours", 1)
    document.add_paragraph("It is ").add_run("free").bold = True
    document.add_paragraph("Books", style="List Bullet")
    document.add_paragraph("Maps", style="List Bullet")
    document.add_table(1, 2).cell(0, 1).text = "9 to 5"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_headline_and_every_block_of_the_body_are_read() -> None:
    article = DocxReader().read(_source(_made()), Report())
    assert article.meta.headline == "New library opens in Linhe"
    assert [type(b) for b in article.blocks] == [Paragraph, Heading, Paragraph, List, Table]
    bold, items, table = article.blocks[2:]
    assert isinstance(bold, Paragraph)
    assert bold.inlines == (Text("It is "), Strong((Text("free"),)))
    assert isinstance(items, List)
    assert (len(items.items), items.ordered) == (2, False)
    assert isinstance(table, Table)
    assert table.rows[0][1].inlines == (Text("9 to 5"),)


def test_a_tracked_change_is_accepted() -> None:
    old, new = BytesIO(_made()), BytesIO()
    with zipfile.ZipFile(old) as given, zipfile.ZipFile(new, "w") as changed:
        for name in given.namelist():
            data = given.read(name)
            if name == "word/document.xml":
                gone = b"<w:del><w:r><w:delText>once </w:delText></w:r></w:del>"
                come = b"<w:ins><w:r><w:t>now </w:t></w:r></w:ins>"
                data = data.replace(b"<w:r><w:rPr><w:b/>", gone + come + b"<w:r><w:rPr><w:b/>")
                assert come in data
            changed.writestr(name, data)
    block = DocxReader().read(_source(new.getvalue()), Report()).blocks[2]
    assert isinstance(block, Paragraph)
    assert block.inlines[0] == Text("It is now ")


@pytest.mark.parametrize("data", [b"no zip", b"\xd0\xcf\x11\xe0old", _made()[:900]])
def test_what_is_no_sound_document_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        DocxReader().read(_source(data), Report())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("../out", b""),
        ("_rels/.rels", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        ("bomb", bytes(2**27 + 1)),
    ],
)
def test_a_dangerous_package_is_refused(name: str, data: bytes) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    with pytest.raises(ReadError):
        DocxReader().read(_source(stream.getvalue()), Report())


def test_a_table_after_the_boilerplate_or_the_contacts_is_kept() -> None:
    document = Document()
    for line in ("Library opens", "It opened on Monday.", "About Linhe", "A town.", "Media contact: Wen Lu"):
        document.add_paragraph(line)
    document.add_table(1, 1).cell(0, 0).text = "9 to 5"
    stream = BytesIO()
    document.save(stream)
    article = DocxReader().read(_source(stream.getvalue()), Report())
    assert isinstance(article.blocks[-1], Table)
    assert "\ufdd0" not in repr(article)
