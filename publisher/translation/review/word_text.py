"""The text of a piece of a Word document as it reads with every tracked change accepted."""

import re
from typing import TYPE_CHECKING

from publisher.translation.bounded_xml import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_GONE = frozenset(
    (
        "del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "tblPr", "trPr", "tcPr",
        "sdtPr", "sdtEndPr", "rt", "rubyPr", "drawing", "pict", "object", "Fallback", "fldData",
    )
)  # fmt: skip
"""Elements whose content is deleted, moved away, or not running text (ECMA-376-1, 17.13.5, 17.3.3)."""

_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_HEX = re.compile(r"[0-9A-Fa-f]{1,6}")


def text_of(element: "_Element") -> str:
    """Return the text in ``element``: a line feed for a break and between paragraphs."""
    parts: list[str] = []
    for paragraph in _paragraphs(element):
        parts.append(_text(paragraph))
        if not _end_is_gone(paragraph):
            parts.append("\n")
    return "".join(parts).removesuffix("\n")


def attribute(element: "_Element", name: str) -> str:
    """Return the attribute ``name`` in whatever namespace: transitional and strict files differ in it."""
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")


def row_is_gone(row: "_Element") -> bool:
    """Tell whether a tracked change deletes the table row."""
    return any(
        local(child) == "del" for properties in row if local(properties) == "trPr" for child in properties
    )


def _paragraphs(element: "_Element") -> "list[_Element]":
    """Return the paragraphs under ``element`` in order, but those in what is deleted or in a text box."""
    found: list[_Element] = []
    for child in element:
        tag = local(child)
        if tag == "p":
            found.append(child)
        elif tag not in _GONE and not (tag == "tr" and row_is_gone(child)):
            found.extend(_paragraphs(child))
    return found


def _text(element: "_Element") -> str:
    parts: list[str] = []
    for child in element:
        tag = local(child)
        if tag == "t":
            parts.append(child.text or "")
        elif tag in _SIGNS:
            parts.append(_SIGNS[tag])
        elif tag == "sym":
            code = attribute(child, "char")
            parts.append(chr(int(code, 16)) if _HEX.fullmatch(code) and int(code, 16) <= 0x10FFFF else "")
        elif tag not in _GONE:
            parts.append(_text(child))
    return "".join(parts)


def _end_is_gone(paragraph: "_Element") -> bool:
    """Tell whether a tracked change joins the paragraph to the next."""
    return any(
        local(mark) in ("del", "moveFrom")
        for properties in paragraph
        if local(properties) == "pPr"
        for look in properties
        if local(look) == "rPr"
        for mark in look
    )
