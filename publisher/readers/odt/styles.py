"""What an OpenDocument style says: bold, centred, hidden, a heading, a quotation; its lists' labels."""

import re
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from lxml.etree import _Element

_CODED = re.compile(r"_([0-9a-f]{2,4})_")
_DEEPEST = 20
_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一, 二, 三, ...": "chineseCounting", "①, ②, ③, ...": "decimalEnclosedCircle", "": "none",
    "一, 十, 一百(繁), ...": "chineseCounting", "甲, 乙, 丙, ...": "decimal",
}  # fmt: skip
"""Forms of numbers (ODF 1.2-1, 20.322, and LibreOffice's own) by what Word calls them."""


def local(element: Any) -> str:
    """Return the name of an element without its namespace; nothing for what is none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """Return the attribute called ``name`` in whatever namespace."""
    return next((str(v) for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


class Level(msgspec.Struct, frozen=True):
    """One level of a list style: ``form`` is a form of numbers, "bullet", or "none"."""

    form: str
    before: str = ""
    after: str = "."
    start: int = 1
    shown: int = 1  # how many levels its label shows


class Styles:
    """The styles of a document by family and name."""

    def __init__(self, content: "_Element", styles: "_Element | None") -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        for root in (styles, content):
            for element in () if root is None else root.iter():
                kind = local(element)
                if kind == "style":
                    self._styles[attribute(element, "family"), attribute(element, "name")] = element
                elif kind == "list-style":
                    self._lists[attribute(element, "name")] = _levels(element)
                elif kind == "outline-style":
                    self.outline = _levels(element)

    def names(self) -> frozenset[str]:
        """Return what a user calls the styles of paragraphs."""
        return frozenset(_shown(e) for (family, _), e in self._styles.items() if family == "paragraph")

    def name(self, family: str, style: str) -> str:
        """Return what a user calls the style, or the named one that it stands on, in lower case."""
        return self.title(family, style).lower()

    def title(self, family: str, style: str) -> str:
        """Return what a user calls the style, or the named one that it stands on."""
        for element in self._chain(family, style):
            shown = _shown(element)
            if not re.fullmatch(r"[PT]\d+|fr\d+|Sect\d+", shown):
                return shown
        return ""

    def value(self, family: str, style: str, name: str) -> str:
        """Return a property by its name without a namespace: the style's own, or that it stands on."""
        for element in self._chain(family, style):
            for properties in element:
                if found := attribute(properties, name):
                    return found
        return ""

    def own(self, style: str) -> Any:
        """Return the style of a paragraph itself, or an empty one."""
        from lxml import etree

        found = self._styles.get(("paragraph", style))
        return found if found is not None else etree.Element("style")

    def begins_page(self, paragraph: Any) -> bool:
        """Tell whether ``paragraph`` begins a new page; the first of the text begins none of another kind."""
        style = attribute(paragraph, "style-name")
        if self.value("paragraph", style, "break-before") == "page":
            return True
        of_another_kind = bool(attribute(self.own(style), "master-page-name"))
        return of_another_kind and paragraph.getprevious() is not None

    def list_level(self, style: str, level: int) -> Level:
        """Return the level, from 1, of a list style."""
        return self.list_levels(style).get(level, Level("bullet"))

    def list_levels(self, style: str) -> dict[int, Level]:
        """Return the levels of a list style."""
        return self._lists.get(style, {})

    def list_of(self, style: str) -> str:
        """Return the list style that a paragraph style asks for."""
        for element in self._chain("paragraph", style):
            if found := attribute(element, "list-style-name"):
                return found
        return ""

    def _chain(self, family: str, style: str) -> list[Any]:
        found: list[Any] = []
        element = self._styles.get((family, style))
        while element is not None and len(found) < _DEEPEST:
            found.append(element)
            element = self._styles.get((family, attribute(element, "parent-style-name")))
        return found


def _shown(style: Any) -> str:
    return attribute(style, "display-name") or _decoded(attribute(style, "name"))


def _decoded(name: str) -> str:
    """Return a style's name as it was given: Heading_20_1 is Heading 1."""
    return _CODED.sub(lambda m: chr(int(m[1], 16)), name)


def _levels(style: Any) -> dict[int, Level]:
    found = {}
    for element in style:
        number, kind = attribute(element, "level"), local(element)
        if not number.isdigit():
            continue
        if kind in ("list-level-style-number", "outline-level-style"):
            start, shown = attribute(element, "start-value"), attribute(element, "display-levels")
            form = attribute(element, "num-format")
            found[int(number)] = Level(
                _FORMS.get(form, "decimal"),
                attribute(element, "num-prefix"),
                attribute(element, "num-suffix"),
                int(start) if start.isdigit() and len(start) < 6 else 1,
                int(shown) if shown.isdigit() and len(shown) < 3 else 1,
            )
        else:
            found[int(number)] = Level("bullet")
    return found
