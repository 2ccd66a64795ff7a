"""Sheets to a PDF on ReportLab's canvas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import msgspec

from publisher.exporters.composed.atoms import Bookmark, Mark, Picture, Stroke, Target, Words
from publisher.exporters.composed.cid_font import CidFont, utf16
from publisher.exporters.composed.pages import Sheet
from publisher.exporters.composed.plate import Plate, Screen
from publisher.exporters.watermark import Step
from publisher.model import Asset
from publisher.theme import Page
from publisher.typesetting.lines import Piece, stand_apart

MM = 72 / 25.4
SCREEN = Screen()


class Information(msgspec.Struct, frozen=True, kw_only=True):
    """What the document says of itself."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str


class Watermark(msgspec.Struct, frozen=True):
    """The outlines behind each page, and their ink."""

    steps: tuple[Step, ...]
    ink: str


def draw(
    sheets: Sequence[Sheet],
    feet: Sequence[Sequence[Mark]],
    page: Page,
    assets: Mapping[str, Asset],
    information: Information,
    mark: Watermark | None = None,
    plate: Plate = SCREEN,
) -> bytes:
    """Return the PDF of ``sheets``, each over ``mark``, with its foot; the same bytes for the same pages."""
    buffer = BytesIO()
    canvas = _canvas(buffer, page, plate.room, information.language)
    canvas.setTitle(information.title)
    canvas.setAuthor(information.author)
    canvas.setSubject(information.subject)
    canvas.setKeywords(information.keywords)
    canvas.setCreator("Publisher")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    marks = [mark for part in (*feet, *(sheet.marks for sheet in sheets)) for mark in part]
    fonts = _fonts(marks)
    painter = _Painter(canvas, fonts, page, assets, plate)
    with _binary_streams():
        for sheet, foot in zip(sheets, feet, strict=True):
            plate.begin(canvas, page)
            if mark is not None:
                _watermark(canvas, mark, plate)
            painter.page(sheet, foot)
        for font in fonts.values():
            font.add_to(canvas._doc)
        canvas.save()
    return buffer.getvalue()


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Let ReportLab write its streams as bytes: as ASCII, its default, they take a quarter more room."""
    from reportlab import rl_config

    before, rl_config.useA85 = rl_config.useA85, 0
    try:
        yield
    finally:
        rl_config.useA85 = before


def _watermark(canvas: Any, mark: Watermark, plate: Plate) -> None:
    from reportlab.pdfgen.canvas import FILL_NON_ZERO

    path = canvas.beginPath()
    draw = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
    for step in mark.steps:
        draw[step.name](*(point + plate.room for point in step.points))
    plate.area(canvas, mark.ink)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=FILL_NON_ZERO)


def _canvas(buffer: BytesIO, page: Page, room: float, language: str) -> Any:
    """Return a canvas that opens no page with Helvetica, which would stand in the file, not embedded."""
    from reportlab.pdfgen.canvas import Canvas

    class Plain(Canvas):  # type: ignore[misc]  # ReportLab has no types
        """Begins a page with nothing but its matrix."""

        def _make_preamble(self) -> None:
            self._preamble = "1 0 0 1 0 0 cm"

    return Plain(
        buffer,
        pagesize=(page.width * MM + 2 * room, page.height * MM + 2 * room),
        invariant=1,
        pageCompression=1,
        lang=language,
    )


def _fonts(marks: Iterable[Mark]) -> dict[str, CidFont]:
    used: dict[str, set[str]] = {}
    for mark in marks:
        for piece in mark.pieces if isinstance(mark, Words) else ():
            used.setdefault(piece.font, set()).update(piece.text)
    return {name: CidFont(name, f"P{n}", chars) for n, (name, chars) in enumerate(sorted(used.items()), 1)}


class _Painter:
    """Draws marks on a canvas whose origin is at the bottom left."""

    def __init__(
        self, canvas: Any, fonts: Mapping[str, CidFont], page: Page, assets: Mapping[str, Asset], plate: Plate
    ) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._left = page.left * MM + plate.room
        self._top = (page.height - page.top) * MM + plate.room
        self._assets = assets
        self._plate = plate
        self._images: dict[tuple[str, float, float], Any] = {}
        self._ink = ""
        self._depth = -1

    def page(self, sheet: Sheet, foot: Sequence[Mark]) -> None:
        """Draw a page: its foot, what stands on it, then the signs of its lists."""
        self._ink = ""
        signs = [mark for mark in sheet.marks if isinstance(mark, Words) and mark.sign]
        for mark in (*foot, *(m for m in sheet.marks if not (isinstance(m, Words) and m.sign)), *signs):
            self._draw(mark)
        self._canvas.showPage()

    def _draw(self, mark: Mark) -> None:
        match mark:
            case Words():
                self._words(mark)
            case Stroke():
                self._stroke(mark)
            case Picture():
                self._picture(mark)
            case Target() if self._plate.links:
                x, y = self._left + mark.x, self._top - mark.y - mark.height
                self._canvas.linkURL(mark.url, (x, y, x + mark.width, y + mark.height), thickness=0)
            case Bookmark():
                self._bookmark(mark)

    def _words(self, mark: Words) -> None:
        if mark.ink != self._ink:
            self._ink = mark.ink
            self._plate.text(self._canvas, mark.ink)
        shown: list[str] = []
        before: Piece | None = None
        pieces = list(mark.pieces)
        hyphen = pieces.pop() if mark.hyphen else None
        if hyphen is not None and len(hyphen.text) > 1:
            pieces.append(_part(hyphen, 0, len(hyphen.text) - 1))
            hyphen = _part(hyphen, len(hyphen.text) - 1, len(hyphen.text))
        for piece in pieces:
            rest = piece
            if before is not None and stand_apart(before.text[-1], piece.text[0]):
                # with the others of its ligature, which have no room of their own
                end = next((n for n, step in enumerate(piece.advances) if n and step), len(piece.text))
                shown.append(self._apart(before, _part(piece, 0, end), mark))
                rest = _part(piece, end, len(piece.text))
            if rest.text:
                shown.append(self._piece(rest, mark))
            before = piece
        if hyphen is not None:
            # a word that is copied or heard is whole: what is drawn says SOFT HYPHEN
            shown.append(f"/Span<</ActualText<FEFF00AD>>>BDC {self._piece(hyphen, mark)} EMC")
        # the canvas has no public door for placed glyphs
        self._canvas._code.append(f"BT {' '.join(shown)} ET")

    def _piece(self, piece: Piece, mark: Words) -> str:
        font = self._fonts[piece.font]
        x, y = self._left + mark.x + piece.x, self._top - mark.y + piece.rise
        glyphs = font.show(piece.text, piece.size, piece.advances, piece.shifts)
        return f"/{font.internal} {piece.size:g} Tf 1 0 0 1 {x:.3f} {y:.3f} Tm {glyphs}"

    def _apart(self, before: Piece, piece: Piece, mark: Words) -> str:
        """Draw a character and the gap before it so that the gap is not taken for a space.

        A reader that copies or hears the line gets the character alone (PDF 1.7,
        14.9.4 ActualText); the space drawn in front of it fills the gap, from
        which programs would guess one.
        """
        gap = before.advances[-1] - self._fonts[before.font].width(before.text[-1]) * before.size
        filled = msgspec.structs.replace(
            piece,
            text=f" {piece.text}",
            x=piece.x - gap,
            advances=(gap, *piece.advances),
            shifts=(0.0, *piece.shifts),
        )
        return f"/Span<</ActualText<FEFF{utf16(piece.text)}>>>BDC {self._piece(filled, mark)} EMC"

    def _stroke(self, mark: Stroke) -> None:
        self._plate.line(self._canvas, mark.ink)
        self._canvas.setLineWidth(mark.width)
        self._canvas.line(
            self._left + mark.x0, self._top - mark.y0, self._left + mark.x1, self._top - mark.y1
        )

    def _picture(self, mark: Picture) -> None:
        key = (mark.asset, mark.width, mark.height)
        if key not in self._images:
            self._images[key] = self._plate.picture(self._assets[mark.asset], mark.width, mark.height)
        x, y = self._left + mark.x, self._top - mark.y - mark.height
        self._canvas.drawImage(self._images[key], x, y, mark.width, mark.height, mask="auto")

    def _bookmark(self, mark: Bookmark) -> None:
        # an outline may go down one step at a time
        self._depth = min(mark.level, self._depth + 1)
        key = f"b{self._canvas.getPageNumber()}-{mark.y:.0f}-{mark.title}"
        self._canvas.bookmarkHorizontalAbsolute(key, self._top - mark.y + 12.0)
        self._canvas.addOutlineEntry(mark.title, key, self._depth, closed=False)


def _part(piece: Piece, start: int, end: int) -> Piece:
    return msgspec.structs.replace(
        piece,
        text=piece.text[start:end],
        x=piece.x + sum(piece.advances[:start]),
        advances=piece.advances[start:end],
        shifts=piece.shifts[start:end],
    )
