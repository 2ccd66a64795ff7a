"""The text of a source or target element: inline codes of other formats left out, white space as declared."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from publisher.errors import TranslationError
from publisher.translation.bounded_xml import UNFIT, local, space

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT = frozenset(("g", "pc", "mrk"))
"""Inline elements whose content is the text's own."""


def fill(element: "_Element", text: str) -> None:
    """Set ``text`` into an empty element, characters that XML cannot hold as inline codes.

    To be done after the tree has been indented, for an indented code would
    bring white space into the text.

    XLIFF 2.x has ``<cp hex>`` for them (4.2.3.1); in 1.2 it is ``<x>`` with a
    ctype of our own.
    """
    from lxml import etree

    first, *rest = UNFIT.split(text)
    element.text = first
    namespace = space(element)
    for n in range(0, len(rest), 2):
        code = f"{ord(rest[n]):04X}"
        if namespace.endswith("1.2"):
            mark = etree.SubElement(element, f"{{{namespace}}}x", id=f"c{n // 2 + 1}", ctype="x-control")
            mark.set("equiv-text", code)
        else:
            mark = etree.SubElement(element, f"{{{namespace}}}cp", hex=code)
        mark.tail = rest[n + 1]


def text_of(element: "_Element", name: str) -> str:
    """Return the characters of ``element``; TranslationError for a ``<cp>`` that is no character."""
    if _preserved(element):
        return _text(element, name, str)
    return _text(element, name, _unwrapped).strip()


def _text(element: "_Element", name: str, tidy: Callable[[str], str]) -> str:
    namespace = space(element)
    parts = [tidy(element.text or "")]
    for child in element:
        if space(child) == namespace:
            tag = local(child)
            if tag in _TEXT:
                parts.append(_text(child, name, tidy))
            elif tag == "cp":
                parts.append(_character(child.get("hex", ""), name))
            elif tag == "x" and child.get("ctype") == "x-control":
                parts.append(_character(child.get("equiv-text", ""), name))
            elif child.get("ctype") == "lb" or child.get("subType") == "xlf:lb":
                parts.append("\n")
        parts.append(tidy(child.tail or ""))
    return "".join(parts)


def _unwrapped(text: str) -> str:
    """Return ``text`` with each line end and the blanks around it as one space."""
    first, *rest = text.split("\n")
    if not rest:
        return text
    *inner, last = rest
    middle = [line for line in (part.strip() for part in inner) if line]
    return " ".join((first.rstrip(), *middle, last.lstrip()))


def _character(code: str, name: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError) as error:
        raise TranslationError(
            f"{name}: {code!r} is the number of no character", hint="correct it"
        ) from error


def _preserved(element: "_Element") -> bool:
    node: _Element | None = element
    while node is not None:
        if declared := node.get(_SPACE):
            return declared == "preserve"
        node = node.getparent()
    return False


def number(text: str | None) -> float:
    """Return a percentage, with or without its sign, as a share from 0 to 1; 0 where it is none."""
    try:
        value = float((text or "").strip().rstrip("%")) / 100
    except ValueError:
        return 0.0
    return round(min(max(value, 0.0), 1.0), 6)  # nan and infinity end here too


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a percentage without its sign, two digits at most after the point."""
    return f"{share * 100:.2f}".rstrip("0").rstrip(".")
