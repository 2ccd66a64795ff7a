"""The pictures of one document, each once by its bytes, under names that are not taken twice."""

import io
import re
import struct
import warnings

from publisher.model import Asset
from publisher.readers import pictures

_NAMED = re.compile(r"[\w .()-]{1,80}\.(?:png|jpe?g)\Z", re.IGNORECASE)
_MOST_PIXELS = 64_000_000
"""A larger picture is not converted: unpacked it would take a quarter of a gigabyte."""


class Album:
    """Takes pictures in; ``assets`` holds them in the order of the text."""

    def __init__(self) -> None:
        self._by_data: dict[bytes, Asset] = {}

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The pictures in the order of the text."""
        return tuple(self._by_data.values())

    def add(self, name: str, data: bytes) -> Asset | str:
        """Return the picture in ``data``, or the reason why there is none."""
        if (known := self._by_data.get(data)) is not None:
            return known
        if len(data) > pictures.MAX_BYTES:
            return f"it is larger than {pictures.MAX_BYTES // 1024 // 1024} MB"
        held = data
        try:
            kind = pictures.kind(held)
        except struct.error:
            kind = None
        if kind is None and (held := _as_png(data)):
            kind = pictures.kind(held)
        if kind is None:
            return "it is no picture that can be read"
        name = self._unique(name, ".jpg" if kind[0] == "image/jpeg" else ".png")
        self._by_data[data] = Asset(name, kind[0], held, *kind[1:])
        return self._by_data[data]

    def forget(self, asset: Asset) -> None:
        """Take ``asset`` out again."""
        self._by_data = {data: kept for data, kept in self._by_data.items() if kept is not asset}

    def _unique(self, name: str, suffix: str) -> str:
        stem = re.sub(r"[^\w.()-]+", "-", name.rpartition("/")[2].partition("?")[0]).strip("-.")[-60:]
        if not _NAMED.match(stem):
            stem = (stem.rpartition(".")[0] or stem or f"picture{len(self._by_data) + 1}") + suffix
        taken = {asset.name for asset in self._by_data.values()}
        first, _, last = stem.rpartition(".")
        return next(n for n in (stem, *(f"{first}-{i}.{last}" for i in range(2, 9999))) if n not in taken)


def _as_png(data: bytes) -> bytes:
    """Return a WebP, GIF or BMP picture, its first frame, as PNG; nothing for what is none or too large."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("WEBP", "GIF", "BMP")) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    return b""
                made = io.BytesIO()
                picture.convert(
                    "RGBA" if "transparency" in picture.info or "A" in picture.mode else "RGB"
                ).save(made, "PNG")
                return made.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return b""
