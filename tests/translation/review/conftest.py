"""A sheet of a few rows, and a reviewer who edits it."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from publisher import theme
from publisher.model import Origin, State
from publisher.translation.bitext import Bitext, BitextUnit, Remark, Suggestion
from publisher.translation.review.sheet import sheet

AT = datetime(2026, 3, 5, 2, 20, 30, tzinfo=UTC)

BASE = Bitext(
    "zh-Hans",
    "en",
    (
        BitextUnit("headline.1", "展示周开幕", "The week opens", Origin.MEMORY, 1.0, State.REVIEWED),
        BitextUnit(
            "b1.1",
            "共37家企业参展。",
            "In all, 36 companies took part.",
            Origin.FUZZY,
            0.87,
            State.DRAFT,
            (Remark("not found in the translation: 37", "figure-mismatch"),),
            (Suggestion("共36家企业参展。", "In all, 36 companies took part.", 0.87, "ours.tmx"),),
        ),
        BitextUnit("b1.2", "“机会难得，”他说。", "“A rare chance,” he said.", Origin.ENGINE),
        BitextUnit("b2.1", "一行\n二行\t三", "line one\nline two\tthree", Origin.ENGINE),
        BitextUnit("b3.1", "还没有译文。"),
        BitextUnit("b4.1", "最后一句<&>。", "The last “sentence” <&>.", Origin.ENGINE),
    ),
    "week.txt",
    "ab" * 32,
)
TEXTS = tuple(unit.source for unit in BASE.units)


def made(value: Bitext = BASE) -> bytes:
    """Return the sheet that goes out."""
    return sheet(value, theme.load("press"), title="展示周开幕", at=AT)


class Reviewer:
    """A person with the sheet open: rows are counted from 1, as on the page."""

    def __init__(self, data: bytes) -> None:
        import docx

        self.document = docx.Document(BytesIO(data))

    @property
    def table(self) -> Any:
        return self.document.tables[-1]

    def cell(self, row: int, column: int = 3) -> Any:
        return self.table.rows[row].cells[column - 1]

    def types(self, row: int, text: str, column: int = 3) -> "Reviewer":
        """Put ``text`` in place of what stands in a cell, the range that may be edited kept."""
        paragraph = self.cell(row, column).paragraphs[0]
        for extra in self.cell(row, column).paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        for child in list(paragraph._p):
            if child.tag.rpartition("}")[2] in ("r", "sdt", "ins", "del"):
                paragraph._p.remove(child)
        run = paragraph.add_run(text)._r
        start = next((c for c in paragraph._p if c.tag.endswith("}permStart")), None)
        if start is not None:
            start.addnext(run)
        return self

    def ticks(self, row: int, sign: str = "x") -> "Reviewer":
        return self.types(row, sign, 5)

    def signs(self, name: str, date: str = "") -> "Reviewer":
        cells = self.document.tables[-2].rows[0].cells
        cells[1].paragraphs[0].add_run(name)
        cells[3].paragraphs[0].add_run(date)
        return self

    def xml(self, row: int, content: str) -> "Reviewer":
        """Put raw WordprocessingML in place of the runs of a translation."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        self.types(row, "")
        holder = parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>")
        for child in list(holder):
            self.cell(row).paragraphs[0]._p.append(child)
        return self

    def saves(self) -> bytes:
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()


@pytest.fixture
def reviewer() -> Reviewer:
    return Reviewer(made())


Resave = Callable[[bytes], bytes]


@pytest.fixture
def office(tmp_path: Path) -> Resave:
    """Return a function that opens a document in LibreOffice and saves it as .docx again."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not here; .ci/run installs it")

    def resave(data: bytes) -> bytes:
        source, out = tmp_path / "in.docx", tmp_path / "out"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(out),
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (out / "in.docx").read_bytes()

    return resave
