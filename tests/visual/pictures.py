"""Pages as small grey pictures, and the places where two of them differ."""

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageOps

DPI = 54
_GREYS = 16
"""Shades of a golden picture: enough to see by, and small."""

_SHADE = 80
"""How far a pixel may lie outside the shades around its place in the other picture: antialiasing."""

_FEW = 8
"""So many pixels of a page may differ: less than the mark of one character."""


def pages(data: bytes) -> list[Image.Image]:
    """Return the pages of a PDF as grey pictures."""
    document = pypdfium2.PdfDocument(data)
    found = [
        document[n].render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for n in range(len(document))
    ]
    document.close()
    return found


def save(picture: Image.Image, path: Path) -> None:
    """Write a golden picture: few shades, packed well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(_GREYS, dither=Image.Dither.NONE).save(path, optimize=True)


def difference(made: Image.Image, golden: Image.Image) -> Image.Image | None:
    """Return a picture of what differs, black on white; nothing where both look alike.

    A pixel may have any shade between the lightest and the darkest of the nine
    around its place in the other picture, and some more.
    """
    if made.size != golden.size:
        return ImageOps.invert(Image.new("L", made.size, 255))
    outside = ImageChops.lighter(_outside(made, golden), _outside(golden, made))
    marked = outside.point(lambda shade: 255 if shade > _SHADE else 0)
    return ImageOps.invert(marked) if marked.histogram()[255] > _FEW else None


def _outside(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return how far each pixel of ``one`` lies outside the shades around its place in ``other``."""
    lighter = ImageChops.subtract(one, other.filter(ImageFilter.MaxFilter(3)))
    darker = ImageChops.subtract(other.filter(ImageFilter.MinFilter(3)), one)
    return ImageChops.lighter(lighter, darker)


def show(made: Image.Image, golden: Image.Image, difference: Image.Image, folder: Path, name: str) -> None:
    """Write the three pictures of a page that differs into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, picture in (("actual", made), ("expected", golden), ("difference", difference)):
        picture.save(folder / f"{name}.{kind}.png")
