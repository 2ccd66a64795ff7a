"""Old Word documents and RTF come through LibreOffice, which reaches nothing but the file."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from publisher import doctor
from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.model import NoteRef, Paragraph
from publisher.readers import office
from publisher.readers.docx import DocxReader
from publisher.readers.office import OfficeReader
from publisher.report import Report
from publisher.walk import plain
from tests.conftest import png

RTF = rb"""{\rtf1\ansi{\fonttbl{\f0 Times;}}\f0 Ferry to sail in the evening\par
The ferry will sail in the evening from March 16{\super\chftn{\footnote\chftn By the clock.}},
he said.\par}"""
needs_libreoffice = pytest.mark.skipif(not office.program(), reason="LibreOffice is not on this machine")


def _read(data: bytes, name: str = "a.rtf", report: Report | None = None) -> list[str]:
    article = OfficeReader().read(Source(name, data, Path()), Report() if report is None else report)
    return [article.meta.headline, *(plain(b.inlines) for b in article.blocks if isinstance(b, Paragraph))]


@needs_libreoffice
def test_rtf_is_read_with_its_notes() -> None:
    article = OfficeReader().read(Source("a.rtf", RTF, Path()), Report())
    assert article.meta.headline == "Ferry to sail in the evening"
    block = article.blocks[0]
    assert isinstance(block, Paragraph)
    assert [n.note.strip() for n in block.inlines if isinstance(n, NoteRef)] == ["By the clock."]


@needs_libreoffice
def test_rtf_under_the_name_of_a_word_document_is_read() -> None:
    assert _read(RTF, "a.doc")[0] == "Ferry to sail in the evening"


@needs_libreoffice
def test_nothing_that_a_document_links_to_is_fetched_or_taken_in(tmp_path: Path) -> None:
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    (tmp_path / "secret.png").write_bytes(png(64, 60))
    server = HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("draw", "drawing"),
            ("svg", "svg-compatible"),
        )
    )
    frame = '<draw:frame svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{}"/></draw:frame>'
    links = (f"http://127.0.0.1:{server.server_port}/a.png", (tmp_path / "secret.png").as_uri())
    text = "".join(f"<text:p>The ferry sails. {frame.format(link)}</text:p>" for link in links)
    kind = "application/vnd.oasis.opendocument.text"
    flat = (
        f'<?xml version="1.0"?><office:document {spaces} xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' office:version="1.2" office:mimetype="{kind}"><office:body><office:text>'
        f"<text:p>Ferry to sail</text:p>{text}</office:text></office:body></office:document>"
    )
    made = office.converted(flat.encode(), ".fodt", "a.fodt")
    server.shutdown()
    server.server_close()
    assert asked == []
    assert DocxReader().read(Source("a.docx", made, Path()), Report()).assets == ()


def test_without_libreoffice_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: "")
    with pytest.raises(ReadError, match="LibreOffice") as refused:
        _read(RTF)
    assert "save the file as .docx" in refused.value.hint


def test_a_program_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    endless = tmp_path / "soffice"
    endless.write_text("#!/bin/sh\nsleep 600\n")
    endless.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(endless))
    monkeypatch.setattr(office, "SECONDS", 1)
    with pytest.raises(ReadError, match="took longer"):
        _read(RTF)


def test_what_is_neither_word_nor_rtf_is_refused() -> None:
    with pytest.raises(ReadError, match="neither"):
        _read(b"<html><img src=http://x.example/></html>", "a.doc")


def test_the_doctor_says_what_libreoffice_is_for() -> None:
    (finding,) = [f for f in doctor.examine() if f.part == "LibreOffice"]
    assert ".doc, .rtf and .wps" in finding.detail
