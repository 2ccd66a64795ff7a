"""Columns in Word: a section for each stretch of text that has as many, all on the same pages."""

from copy import deepcopy
from typing import Any

from publisher.exporters.word import xml

_AFTER_TYPE = ("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols")
"""What follows the type in w:sectPr (ECMA-376-1, 17.6.17)."""


def end(document: Any, columns: int, gap: float) -> None:
    """End a section of ``columns``, ``gap`` mm apart, at the last paragraph of ``document``."""
    final = document.sections[-1]._sectPr
    properties = deepcopy(final)
    final.titlePg_val = None  # only the first section holds the first page
    _set(properties, columns, gap)
    xml.insert(document.paragraphs[-1]._p.get_or_add_pPr(), properties)


def last(document: Any, columns: int, gap: float) -> None:
    """Give the last section its ``columns``, on the page where the one before ended."""
    _set(document.sections[-1]._sectPr, columns, gap)


def _set(properties: Any, columns: int, gap: float) -> None:
    from docx.oxml.ns import qn

    for tag in ("w:type", "w:cols"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    later = {qn(f"w:{name}") for name in _AFTER_TYPE}
    at = next((n for n, child in enumerate(properties) if child.tag in later), len(properties))
    properties.insert(at, xml.make("w:type", val="continuous"))
    space = str(round(gap * 1440 / 25.4))
    made = xml.make("w:cols", num=str(columns), space=space)
    before = {qn(f"w:{name}") for name in _AFTER_TYPE[:-1]}
    place = max((n for n, child in enumerate(properties) if child.tag in before), default=at) + 1
    properties.insert(place, made)
