"""What the visual tests share: finished pages, made once, and the comparison with their golden files.

`pytest tests/visual --accept` takes the pages as they are now as the golden ones; look at the pictures
in tests/visual/golden before they are committed.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from publisher.contracts import Exporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.exporters.word import DocxExporter
from tests.visual import office
from tests.visual.cases import NAMES, case
from tests.visual.pictures import difference, pages, save, show
from tests.visual.rows import Row, moved, read, rows, written

GOLDEN = Path(__file__).parent / "golden"
SHOWN = Path(__file__).parents[2] / "out" / "visual"
"""Where the pictures of a page that differs are written."""

TOLERANCE = 0.3
"""How far a line may stand from its golden place, in mm."""


@cache
def pdf(engine: str, name: str) -> bytes:
    """Return the PDF of a case by one of our engines."""
    exporter: Exporter = ReportLabExporter() if engine == "reportlab" else WeasyPrintExporter()
    return exporter.export(*case(name))


@pytest.fixture(scope="session")
def word(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the Word pages of every case as LibreOffice sets them."""
    if not office.version():
        pytest.skip("LibreOffice is not here: soffice")
    documents = {name: DocxExporter().export(*case(name)) for name in NAMES}
    return office.pdfs(documents, tmp_path_factory.mktemp("word"))


class Golden:
    """The golden files of one case, and how a page is told from them."""

    def __init__(self, folder: Path, accept: bool) -> None:
        self._folder = folder
        self._accept = accept

    def check(self, name: str, data: bytes, program: str, *, pictures: bool) -> None:
        """Fail where ``data`` differs from the golden lines, or from the golden ``pictures`` of its pages."""
        made = rows(data)
        path = self._folder / f"{name}.txt"
        if self._accept:
            self._take(name, data, program, made, pictures=pictures)
            return
        assert path.is_file(), f"{path} is missing: pytest tests/visual --accept, and look at it"
        by, golden = read(path.read_text(encoding="utf-8"))
        if by != program:
            assert _words(made) == _words(golden), f"{name} says something else than in {path}"
            pytest.skip(f"the golden lines are set by {by}, and {program} is here: only words were compared")
        fault = moved(made, golden, TOLERANCE)
        if pictures or fault:
            fault = "\n".join(part for part in (fault, self._pictures(name, data)) if part)
        assert not fault, f"{name} differs from {path}:\n{fault}"

    def _take(self, name: str, data: bytes, program: str, made: list[Row], *, pictures: bool) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{name}.txt").write_text(written(made, program), encoding="utf-8")
        for old in self._folder.glob(f"{name}.*.png"):
            old.unlink()
        for number, picture in enumerate(pages(data) if pictures else (), 1):
            save(picture, self._folder / f"{name}.{number}.png")

    def _pictures(self, name: str, data: bytes) -> str:
        """Compare the pages with their golden pictures; tell where those that differ can be seen."""
        from PIL import Image

        golden = [Image.open(path).convert("L") for path in sorted(self._folder.glob(f"{name}.*.png"))]
        made = pages(data)
        told = [] if len(made) == len(golden) else [f"{len(made)} pages, and {len(golden)} golden pictures"]
        for number, (new, old) in enumerate(zip(made, golden, strict=False), 1):
            if marked := difference(new, old):
                show(new, old, marked, SHOWN / self._folder.name / name, f"page-{number}")
                told.append(f"page {number}: see {SHOWN / self._folder.name / name}")
        return "\n".join(told) if golden else ""


def _words(made: list[Row]) -> str:
    return "".join(sorted("".join(row.bare for row in made)))


@pytest.fixture
def golden(accept: bool) -> Callable[[str], Golden]:
    """Return the golden files of a way to make pages."""
    return lambda kind: Golden(GOLDEN / kind, accept)
