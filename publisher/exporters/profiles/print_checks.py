"""What a PDF for the press is asked beside the rest (ISO 15930-7, and the custom of printers)."""

from collections.abc import Iterable
from typing import Any

from publisher.exporters.composed.drawing import MM
from publisher.exporters.profiles.painting import Paint
from publisher.exporters.profiles.preflight import Checks, Opened, intent
from publisher.exporters.profiles.press_plate import BLEED
from publisher.report import Notice, Severity

RESOLUTION = 300
"""Dots per inch that a picture should have on paper."""

_EXACT = 0.01
"""How far, in pt, a box may be off: 4 µm."""

_NEAR_BLACK = 0.9


def _boxes(opened: Opened) -> Iterable[str]:
    for number, page in enumerate(opened.document.pages, 1):
        obj = page.obj
        missing = [name for name in ("TrimBox", "BleedBox", "MediaBox") if f"/{name}" not in obj]
        if missing:
            yield f"page {number} has no {' and no '.join(missing)}"
            continue
        trim, bleed, media = (_box(obj[f"/{name}"]) for name in ("TrimBox", "BleedBox", "MediaBox"))
        if "/ArtBox" in obj:
            yield f"page {number} has an ArtBox beside its TrimBox"
        if not _inside(bleed, media) or not _inside(trim, bleed):
            yield f"page {number} has boxes that do not lie in one another"
            continue
        room = [abs(one - two) / MM for one, two in zip(trim, bleed, strict=True)]
        if any(abs(side - BLEED) > _EXACT for side in room):
            yield f"page {number} has a bleed of {min(room):.1f} mm, not of {BLEED:g} mm"


def _box(values: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(value) for value in values)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _inside(inner: tuple[float, float, float, float], outer: tuple[float, float, float, float]) -> bool:
    return (
        inner[0] >= outer[0] - _EXACT
        and inner[1] >= outer[1] - _EXACT
        and inner[2] <= outer[2] + _EXACT
        and inner[3] <= outer[3] + _EXACT
    )


_INKED = frozenset(("DeviceCMYK", "DeviceGray"))


def _colours(opened: Opened) -> Iterable[str]:
    for paint in opened.paints:
        what = {"picture": "a picture", "fill": "an area", "stroke": "a line", "shading": "a shading"}
        if paint.colour.space not in _INKED:
            yield f"page {paint.page} has {what.get(paint.kind, paint.kind)} in {paint.colour.space}"


def _black_type(opened: Opened) -> Iterable[str]:
    """Type that is black is to be in black ink alone, and to print over what lies under it."""
    for paint in opened.paints:
        values = paint.colour.values
        if paint.kind != "text" or not values:
            continue
        process = paint.colour.space == "DeviceCMYK"  # grey knocks out the other inks in any mode
        *others, black = values if process else (0.0, 1 - values[0])
        if any(others) and (black >= _NEAR_BLACK or min(others) >= _NEAR_BLACK):
            yield f"page {paint.page} has black text in more than black ink"
        elif black == 1.0 and not (process and paint.overprints):
            yield f"page {paint.page} has black text that does not overprint"


def _intent(opened: Opened) -> Iterable[str]:
    profile = intent(opened, "GTS_PDFX")
    if profile is None:
        yield "it has no output intent with a colour profile"
        return
    data = profile.read_bytes()
    if int(profile.get("/N", 0)) != 4 or data[16:20] != b"CMYK" or data[12:16] != b"prtr":
        yield "the colour profile of its output intent is not that of a CMYK press"


def _transparency(opened: Opened) -> Iterable[str]:
    """Find what shines through: PDF/X-4 would allow it, printers flatten it each in their own way."""
    for paint in opened.paints:
        if not paint.opaque:
            yield f"page {paint.page} has a transparent {paint.kind}"


def _paper(opened: Opened) -> Iterable[str]:
    """Find what has no place on paper: annotations inside the bleed (ISO 15930-7, 6.20)."""
    for number, page in enumerate(opened.document.pages, 1):
        if page.obj.get("/Annots"):
            yield f"page {number} has annotations"


def _information(opened: Opened) -> Iterable[str]:
    said = opened.document.docinfo
    if str(said.get("/GTS_PDFXVersion", "")) != opened.claims.pdfx:
        yield f"its information lacks GTS_PDFXVersion {opened.claims.pdfx}"
    if str(said.get("/Trapped", "")) not in ("/True", "/False"):
        yield "it does not say whether it is trapped"
    for key in ("/CreationDate", "/ModDate"):
        if not str(said.get(key, "")).startswith("D:"):
            yield f"it has no {key[1:]}"


PRINTED: Checks = {
    "boxes": _boxes,
    "colours": _colours,
    "black type": _black_type,
    "output intent": _intent,
    "transparency": _transparency,
    "annotations": _paper,
    "information": _information,
}
"""What ``press`` asks."""


def coarse_pictures(paints: Iterable[Paint]) -> list[Notice]:
    """Return a notice for each picture with fewer than 300 dots per inch on paper."""
    return [
        Notice(
            code="picture-coarse",
            message=f"A picture on page {paint.page} has {paint.dpi:.0f} dots per inch, fewer than "
            f"{RESOLUTION}: on paper it will look coarse.",
            where=f"page {paint.page}",
            severity=Severity.WARNING,
        )
        for paint in paints
        if paint.kind == "picture" and paint.dpi < RESOLUTION - 1
    ]
