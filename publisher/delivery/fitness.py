"""Is a PDF fit to be printed: whole, unlocked, its fonts inside, its pages of one size."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import msgspec

_MM = 25.4 / 72
_PWG = re.compile(r"_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)$")
_TOLERANCE = 1.5
"""How far a page may differ from the paper, in mm: what a printer crops at an edge is more."""


class Fitness(msgspec.Struct, frozen=True):
    """What a look at a PDF found: its pages, their trimmed size in mm, its faults in a few words each."""

    pages: int
    width: float
    height: float
    faults: tuple[str, ...]


def look(data: bytes) -> Fitness:
    """Return how fit the PDF ``data`` is to be printed."""
    import pikepdf

    try:
        source = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        return Fitness(0, 0, 0, ("it is locked with a password",))
    except pikepdf.PdfError as error:
        return Fitness(0, 0, 0, (f"it is not a whole PDF ({error})",))
    with source:
        sizes = {_size(page) for page in source.pages}
        faults = [] if source.pages else ["it has no pages"]
        if len(sizes) > 1:
            faults.append("its pages are of several sizes")
        if lacking := sorted({name for page in source.pages for name in _fonts_outside(page)}):
            faults.append(f"it lacks the font {', '.join(lacking)}")
        width, height = next(iter(sizes), (0.0, 0.0))
        return Fitness(len(source.pages), width, height, tuple(faults))


def paper_size(name: str) -> tuple[float, float] | None:
    """Return width and height in mm of a paper as PWG 5101.1 names it, such as iso_a4_210x297mm."""
    found = _PWG.search(name)
    if not found:
        return None
    unit = 25.4 if found[3] == "in" else 1.0
    return float(found[1]) * unit, float(found[2]) * unit


def fits(found: Fitness, paper: str) -> bool:
    """Tell whether the pages are of the size of ``paper``, upright or on their side; unknown paper fits."""
    size = paper_size(paper)
    if size is None:
        return True
    pages = sorted((found.width, found.height))
    return all(abs(a - b) <= _TOLERANCE for a, b in zip(pages, sorted(size), strict=True))


def _size(page: Any) -> tuple[float, float]:
    left, bottom, right, top = (float(value) for value in page.trimbox)
    width, height = abs(right - left) * _MM, abs(top - bottom) * _MM
    return (round(width, 1), round(height, 1))


def _fonts_outside(page: Any) -> Iterator[str]:
    fonts = page.get("/Resources", {}).get("/Font", {})
    for font in fonts.values():
        inner = font.get("/DescendantFonts", [font])[0]
        described = inner.get("/FontDescriptor", {})
        if inner.get("/Subtype") != "/Type3" and not any(
            key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")
        ):
            yield str(font.get("/BaseFont", "/?")).lstrip("/")
