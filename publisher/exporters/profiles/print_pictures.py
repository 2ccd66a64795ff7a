"""Pictures as a press takes them: opaque, in grey, RGB or CMYK, and no finer than it can show."""

import warnings
from io import BytesIO
from math import ceil
from typing import Any

from publisher.errors import ExportError
from publisher.model import Asset

_ENOUGH, _FINEST = 300.0, 450.0
"""Dots per inch: pictures finer than the second are brought down to the first."""


def opened(asset: Asset, width: float, height: float) -> Any:
    """Return the picture as Pillow has it, on white where it was transparent.

    It is brought down to 300 dpi at ``width`` × ``height`` pt where it is finer
    than 450. The colour profile that came with it stays in its ``info``. Raises
    ExportError for what is no picture, or is too large to be opened safely.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(asset.data))
            profile = picture.info.get("icc_profile")
            made = _at_size(_opaque(picture), width, height)
            made.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ExportError(
            f"The picture {asset.name} is too large to be separated for print.",
            hint="Save it again with at most 80 million pixels.",
        ) from error
    except (OSError, ValueError) as error:
        raise ExportError(
            f"The picture {asset.name} is damaged, or of a kind that cannot be separated for print.",
            hint="Save it again as JPEG or PNG.",
        ) from error
    made.info["icc_profile"] = profile
    return made


def _opaque(picture: Any) -> Any:
    """Return ``picture`` in grey, RGB or CMYK, on white where it was transparent."""
    if picture.mode.startswith("I"):  # sixteen bits of grey, which a plain conversion would cut off
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.has_transparency_data:
        return _on_white(picture)
    if picture.mode == "1":
        return picture.convert("L")
    return picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")


def _on_white(picture: Any) -> Any:
    from PIL import Image

    grey = picture.mode in ("1", "L", "LA", "La")
    layer = picture.convert("RGBA")
    paper = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(paper, layer).convert("L" if grey else "RGB")


def _at_size(picture: Any, width: float, height: float) -> Any:
    from PIL import Image

    across, down = width / 72, height / 72
    if min(picture.width / across, picture.height / down) <= _FINEST:
        return picture
    size = ceil(across * _ENOUGH), ceil(down * _ENOUGH)
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
