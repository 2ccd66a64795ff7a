"""What a paragraph or a run looks like: its own properties, then its style's and those that it stands on."""

import re
from typing import TYPE_CHECKING

import msgspec

from publisher.readers.docx.elements import attribute, child, switch, value
from publisher.readers.docx.parts import Parts

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?i)(?:heading|标题|標題) ?([1-9])(?: \((?:zh|en)\))?\Z")
_DEEPEST = 20


class Look(msgspec.Struct, frozen=True):
    """How a paragraph looks: ``level`` is 1 to 9 for a heading, ``size`` in half points, 0 where unsaid."""

    style: str
    level: int
    centred: bool
    bold: bool
    size: int


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, parts: Parts) -> None:
        self._styles = parts.by_id("styles", "style", "styleId")
        self._default = next(
            (
                number
                for number, style in self._styles.items()
                if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true")
            ),
            "",
        )

    def names(self) -> frozenset[str]:
        """Return the names of all styles."""
        return frozenset(value(style, "name") for style in self._styles.values())

    def name(self, number: str) -> str:
        """Return the name of the style with the id ``number``."""
        return value(self._styles.get(number), "name")

    def look(self, paragraph: "_Element") -> Look:
        """Return how ``paragraph`` looks by its properties and its style."""
        own = child(paragraph, "pPr")
        number = value(own, "pStyle")
        level = value(own, "outlineLvl")
        aligned = value(own, "jc")
        bold: bool | None = None
        size = ""
        for style in self._chain(number or self._default):
            if match := _HEADING.match(value(style, "name")):
                level = level or str(int(match[1]) - 1)
            level = level or value(child(style, "pPr"), "outlineLvl")
            aligned = aligned or value(child(style, "pPr"), "jc")
            face = child(style, "rPr")
            bold = switch(face, "b") if bold is None else bold
            size = size or value(face, "sz")
        return Look(
            style=self.name(number),
            level=int(level) + 1 if level in tuple("012345678") else 0,
            centred=aligned == "center",
            bold=bool(bold),
            size=int(size) if size.isascii() and size.isdigit() else 0,
        )

    def numbering(self, paragraph: "_Element") -> tuple[str, str]:
        """Return the ids of a paragraph's numbering and of the level in it; empty where it has none."""
        own = child(paragraph, "pPr")
        number, level = value(child(own, "numPr"), "numId"), value(child(own, "numPr"), "ilvl")
        for style in self._chain(value(own, "pStyle")):
            given = child(child(style, "pPr"), "numPr")
            number, level = number or value(given, "numId"), level or value(given, "ilvl")
        return ("" if number == "0" else number), level or "0"

    def on(self, properties: "_Element | None", name: str) -> bool:
        """Tell whether a run has an on-off property, by itself or by its character style."""
        own = switch(properties, name)
        if own is not None:
            return own
        styles = self._chain(value(properties, "rStyle"))
        said = (switch(child(style, "rPr"), name) for style in styles)
        return next((found for found in said if found is not None), False)

    def _chain(self, number: str) -> "list[_Element]":
        found: list[_Element] = []
        style = self._styles.get(number)
        while style is not None and len(found) < _DEEPEST:
            found.append(style)
            style = self._styles.get(value(style, "basedOn"))
        return found
