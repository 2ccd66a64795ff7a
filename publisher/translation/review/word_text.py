"""The text of a piece of a Word document as it reads with every tracked change accepted."""

import re
from collections.abc import Iterator
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
_LOOKS = {"b": "strong", "i": "emphasis"}
_HEX = re.compile(r"[0-9A-Fa-f]{1,6}")


def text_of(element: "_Element") -> str:
    """Return the text in ``element``: a line feed for a break and between paragraphs."""
    return "".join(text for text, _ in _all_pieces(element)).removesuffix("\n")


def looks_of(element: "_Element", kind: str) -> list[tuple[int, int]]:
    """Return from where to where the text in ``element`` is ``kind``: strong, emphasis or link.

    Offsets are in characters of :func:`text_of`, white space at the ends left out.
    """
    found: list[tuple[int, int]] = []
    whole = ""
    for text, looks in _all_pieces(element):
        start = len(whole)
        whole += text
        if kind in looks and found and not whole[found[-1][1] : start]:
            found[-1] = (found[-1][0], len(whole))
        elif kind in looks:
            found.append((start, len(whole)))
    trimmed = ((s + len(t) - len(t.lstrip()), s + len(t.rstrip())) for s, e in found for t in (whole[s:e],))
    return [(start, end) for start, end in trimmed if start < end]


def _all_pieces(element: "_Element") -> "Iterator[tuple[str, frozenset[str]]]":
    """Yield the text in ``element`` piece by piece, each with how it looks."""
    for paragraph in _paragraphs(element):
        yield from _pieces(paragraph, frozenset())
        if not _end_is_gone(paragraph):
            yield "\n", frozenset()


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


def _pieces(element: "_Element", looks: frozenset[str]) -> "Iterator[tuple[str, frozenset[str]]]":
    for child in element:
        tag = local(child)
        if tag == "t":
            yield child.text or "", looks
        elif tag in _SIGNS:
            yield _SIGNS[tag], looks
        elif tag == "sym":
            code = attribute(child, "char")
            if _HEX.fullmatch(code) and int(code, 16) <= 0x10FFFF:
                yield chr(int(code, 16)), looks
        elif tag == "hyperlink":
            yield from _pieces(child, looks | {"link"})
        elif tag == "r":
            yield from _pieces(child, looks | _looks(child))
        elif tag not in _GONE:
            yield from _pieces(child, looks)


def _looks(run: "_Element") -> set[str]:
    """Return which of bold and italics a run is set in by itself (ECMA-376-1, 17.3.2.1 and 17.3.2.16)."""
    return {
        _LOOKS[local(look)]
        for properties in run
        if local(properties) == "rPr"
        for look in properties
        if local(look) in _LOOKS and attribute(look, "val") not in ("0", "false", "off", "none")
    }


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
