"""The plate of ``press``: four inks, black type that overprints, bleed, and crop marks outside it."""

from io import BytesIO
from typing import Any

from publisher.exporters.composed.drawing import MM
from publisher.exporters.profiles.separation import BLACK, Inks, Separation
from publisher.model import Asset
from publisher.theme import Page

BLEED = 3.0
"""How far a page's areas go on outside its edge, in mm."""

ROOM = 10.0
"""Paper around the page for bleed and crop marks, in mm."""

_MARK_FROM, _MARK_TO = 4.0, 9.0
"""Where crop marks begin and end outside the page's edge, in mm."""

_HAIR = 0.25
_REGISTRATION: Inks = (1.0, 1.0, 1.0, 1.0)
_QUALITY = 92


class PressPlate:
    """Paints with a :class:`Separation`. Nothing leads elsewhere: links on the page are not for paper."""

    room = ROOM * MM
    links = False

    def __init__(self, separation: Separation) -> None:
        self._separation = separation
        self._inks: dict[str, Inks] = {}

    def begin(self, canvas: Any, page: Page) -> None:
        """Set the boxes of a sheet and draw its crop marks."""
        left, bottom = self.room, self.room
        right, top = left + page.width * MM, bottom + page.height * MM
        bleed = BLEED * MM
        canvas.setTrimBox((left, bottom, right, top))
        canvas.setBleedBox((left - bleed, bottom - bleed, right + bleed, top + bleed))
        canvas.setStrokeColor(_colour(_REGISTRATION))
        canvas.setLineWidth(_HAIR)
        near, far = _MARK_FROM * MM, _MARK_TO * MM
        for x in (left, right):
            canvas.line(x, bottom - near, x, bottom - far)
            canvas.line(x, top + near, x, top + far)
        for y in (bottom, top):
            canvas.line(left - near, y, left - far, y)
            canvas.line(right + near, y, right + far, y)

    def text(self, canvas: Any, ink: str) -> None:
        """Set the colour of type; solid black overprints what lies under it (PDF 1.7, 8.6.7)."""
        inks = self._line(ink)
        canvas.setFillColor(_colour(inks))
        canvas.setFillOverprint(inks == BLACK)
        canvas.setOverprintMask(inks == BLACK)

    def area(self, canvas: Any, ink: str) -> None:
        """Set the colour of areas."""
        canvas.setFillColor(_colour(self._separation.tint(ink)))

    def line(self, canvas: Any, ink: str) -> None:
        """Set the colour of rules."""
        canvas.setStrokeColor(_colour(self._line(ink)))

    def picture(self, asset: Asset, width: float, height: float) -> Any:
        """Return the picture in the four inks; a JPEG stays one."""
        from reportlab.lib.utils import ImageReader

        made = self._separation.picture(asset, width, height)
        if asset.media_type != "image/jpeg":
            return ImageReader(made)
        stream = BytesIO()
        made.save(stream, "JPEG", quality=_QUALITY, subsampling=0)
        stream.seek(0)
        return ImageReader(stream)

    def _line(self, ink: str) -> Inks:
        if ink not in self._inks:
            self._inks[ink] = self._separation.line(ink)
        return self._inks[ink]


def _colour(inks: Inks) -> Any:
    from reportlab.lib.colors import CMYKColor

    return CMYKColor(*inks)
