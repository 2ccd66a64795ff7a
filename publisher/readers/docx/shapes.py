"""Pictures and text boxes: DrawingML and VML, bounded, each once."""

import re
import struct
from typing import TYPE_CHECKING

import msgspec

from publisher.model import Asset
from publisher.readers import pictures
from publisher.readers.docx.elements import attribute, local, outermost
from publisher.readers.docx.parts import Parts

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMED = re.compile(r"[\w .()-]{1,80}\.(?:png|jpe?g)\Z", re.IGNORECASE)
_SHAPES = frozenset(("txbxContent", "blip", "imagedata"))


class Picture(msgspec.Struct, frozen=True):
    """A picture in the text, and what it shows in words."""

    asset: str
    alt: str


class Shapes:
    """What drawings hold; ``assets`` are the pictures, each once by its bytes."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._by_data: dict[bytes, Asset] = {}

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The pictures in the order of the text."""
        return tuple(self._by_data.values())

    def read(self, drawing: "_Element") -> "list[Picture | _Element]":
        """Return the pictures of a drawing and the contents of its text boxes; a Notice for the rest."""
        found: list[Picture | _Element] = []
        shapes = outermost(drawing, _SHAPES)
        alt, name = _words(drawing)
        for shape in shapes:
            if local(shape) == "txbxContent":
                found.append(shape)
            elif (asset := self._asset(shape, name)) is not None:
                found.append(Picture(asset.name, "" if _NAMED.match(alt) and alt == asset.name else alt))
        if not shapes and not any(attribute(e, "hr") for e in drawing.iter()):  # a ruled line is none
            kinds = {local(e) for e in drawing.iter()}
            what = next((w for k, w in (("chart", "chart"), ("relIds", "diagram")) if k in kinds), "drawing")
            self._parts.note("drawing-dropped", f"a {what} was left out{': ' + alt if alt else ''}")
        return found

    def _asset(self, shape: "_Element", named: str) -> Asset | None:
        number = attribute(shape, "embed") or attribute(shape, "id")
        found = self._parts.data(number) if number else None
        if found is None:
            linked = attribute(shape, "link") or self._parts.address(number)
            reason = "it is linked, not in the file" if linked else "it is not in the file"
            self._parts.note("picture-missing", f"a picture is left out: {reason}")
            return None
        name, data = found
        if (known := self._by_data.get(data)) is not None:
            return known
        try:
            kind = pictures.kind(data) if len(data) <= pictures.MAX_BYTES else None
        except struct.error:
            kind = None
        if kind is None:
            why = "it is neither PNG nor JPEG" if len(data) <= pictures.MAX_BYTES else "it is too large"
            self._parts.note("picture-missing", f"the picture {name!r} is left out: {why}")
            return None
        name = named if _NAMED.match(named) else name
        taken = {asset.name for asset in self._by_data.values()}
        stem, _, suffix = name.rpartition(".")
        unique = next(n for n in (name, *(f"{stem}-{i}.{suffix}" for i in range(2, 5000))) if n not in taken)
        self._by_data[data] = Asset(unique, kind[0], data, *kind[1:])
        return self._by_data[data]


def _words(drawing: "_Element") -> tuple[str, str]:
    """Return what a drawing says that it shows, and its name."""
    for element in drawing.iter():
        if local(element) == "docPr":
            return " ".join((element.get("descr") or element.get("title") or "").split()), element.get(
                "name", ""
            )
        if local(element) == "shape" and element.get("alt"):
            return " ".join(element.get("alt", "").split()), ""
    return "", ""
