"""A Word file that is no sound review sheet is refused in one line, before anything in it is used."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from publisher import package
from publisher.errors import TranslationError
from publisher.translation.review import sheet_reader
from tests.translation.review.conftest import BASE, made

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Change = Callable[[dict[str, bytes]], None]


def rezipped(change: Change, data: bytes | None = None) -> bytes:
    with zipfile.ZipFile(BytesIO(data or made())) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(parts)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return stream.getvalue()


def without(name: str) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        del parts[name]

    return change


def put(name: str, content: bytes) -> Change:
    return lambda parts: parts.update({name: content})


def replace(name: str, old: bytes, new: bytes) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return change


def outside(kind: str, target: str) -> Change:
    relation = f'<Relationship Id="rX" Type="{RELATION}/{kind}" Target="{target}" TargetMode="External"/>'
    return replace(
        "word/_rels/document.xml.rels", b"</Relationships>", f"{relation}</Relationships>".encode()
    )


BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document '
)
DEEP = b"<w:document " + b'xmlns:w="x">' + b"<w:tbl>" * 5000

CHANGES: dict[str, Change] = {
    "an entity bomb": replace("word/document.xml", b"<w:document ", BOMB),
    "an external entity": replace(
        "word/document.xml",
        b"<w:document ",
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document ',
    ),
    "an entity in the comments": replace(
        "word/comments.xml", b"<w:comments ", b'<!DOCTYPE x [<!ENTITY e "x">]><w:comments '
    ),
    "deep nesting": put("word/document.xml", DEEP),
    "macros": put("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
    "a document with macros by type": replace(
        "[Content_Types].xml",
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    ),
    "a picture from outside": outside("image", "http://example.com/x.png"),
    "an object from outside": outside("oleObject", "file:///C:/x.exe"),
    "a template from a server": outside("attachedTemplate", "https://example.com/x.dotm"),
    "a template from a share": outside("attachedTemplate", r"\\example.com\x.dotm"),
    "a name that leads out": put("../evil.xml", b"<x/>"),
    "no types": without("[Content_Types].xml"),
    "no relations": without("_rels/.rels"),
    "no document": without("word/document.xml"),
    "a broken document": put("word/document.xml", b"<w:document"),
    "a spreadsheet": replace(
        "[Content_Types].xml", b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"
    ),
    "no review sheet": replace("word/document.xml", b"publisher:sheet", b"something"),
}


def refused(data: bytes) -> str:
    with pytest.raises(TranslationError) as caught:
        sheet_reader.read(data, "review.docx")
    assert str(caught.value).startswith("review.docx")
    assert "\n" not in str(caught.value)
    assert caught.value.hint
    return str(caught.value)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_file_that_is_no_sound_sheet_is_refused_in_one_line(change: Change) -> None:
    refused(rezipped(change))


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + b"\0" * 18, made()[:2000]])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert "no Word document" in refused(data)


def test_an_old_or_locked_document_is_refused_by_name() -> None:
    assert "old .doc" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_a_zip_bomb_is_refused_by_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LIMIT", 1_000_000)
    assert "unpacks to more" in refused(rezipped(put("word/media/x.bin", b"\0" * 1_000_001)))


def test_a_zip_bomb_is_refused_by_what_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PART_LIMIT", 20_000)
    change = replace("word/document.xml", b"<w:body>", b"<w:body>" + b" " * 30_000)
    assert "unpacks to more than" in refused(rezipped(change))


def test_a_damaged_part_is_refused() -> None:
    data = made()
    at = data.index(b"word/document.xml") + 200
    refused(data[:at] + bytes(64) + data[at + 64 :])


@pytest.mark.parametrize(
    "change",
    [
        outside("hyperlink", "https://example.com/"),
        outside("attachedTemplate", "file:///C:/Users/Wang/Normal.dotm"),
        put("word/media/logo.png", b"x"),
    ],
)
def test_what_word_itself_puts_in_is_no_reason_to_refuse(change: Change) -> None:
    assert len(sheet_reader.read(rezipped(change), "review.docx").edits) == len(BASE.units)


def test_a_mark_that_was_tampered_with_is_a_row_without_a_segment() -> None:
    change = replace("word/document.xml", b'publisher:row["b1.2"', b"publisher:row[[[[[[")
    edits = sheet_reader.read(rezipped(change), "review.docx").edits
    assert [edit.fault for edit in edits if not edit.key] == ["the row is not one of the sheet's"]
