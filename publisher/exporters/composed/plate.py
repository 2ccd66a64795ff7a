"""Plates: how the inks and pictures of a page become operators, and how much paper stands around it."""

from io import BytesIO
from typing import Any, Protocol

from publisher.model import Asset
from publisher.theme import Page


class Plate(Protocol):
    """Paints on a ReportLab canvas.

    ``room`` is the paper outside the page on each side, in pt; ``links`` tells
    whether places on the page lead elsewhere. An ``ink`` is #rrggbb.
    """

    room: float
    links: bool

    def begin(self, canvas: Any, page: Page) -> None:
        """Prepare a sheet of paper for ``page``."""
        ...

    def text(self, canvas: Any, ink: str) -> None:
        """Set the colour of the text that follows."""
        ...

    def area(self, canvas: Any, ink: str) -> None:
        """Set the colour of the areas that follow."""
        ...

    def line(self, canvas: Any, ink: str) -> None:
        """Set the colour of the lines that follow."""
        ...

    def picture(self, asset: Asset, width: float, height: float) -> Any:
        """Return what ReportLab draws for ``asset`` at ``width`` × ``height`` pt."""
        ...


class Screen:
    """Colours as the theme has them, pictures as they come, links that lead somewhere."""

    room = 0.0
    links = True

    def begin(self, canvas: Any, page: Page) -> None:
        """Do nothing: the paper is the page."""

    def text(self, canvas: Any, ink: str) -> None:
        """Set the colour of the text that follows."""
        self.area(canvas, ink)

    def area(self, canvas: Any, ink: str) -> None:
        """Set the colour of the areas that follow."""
        from reportlab.lib.colors import HexColor

        canvas.setFillColor(HexColor(ink))

    def line(self, canvas: Any, ink: str) -> None:
        """Set the colour of the lines that follow."""
        from reportlab.lib.colors import HexColor

        canvas.setStrokeColor(HexColor(ink))

    def picture(self, asset: Asset, width: float, height: float) -> Any:  # noqa: ARG002 - it is a Plate
        """Return the picture as it came."""
        from reportlab.lib.utils import ImageReader

        return ImageReader(BytesIO(asset.data))
