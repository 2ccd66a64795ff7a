"""Rows of tables in Word: one stays whole, unless it is so tall that the page before would end in a hole."""

from math import ceil
from typing import Any

from publisher.exporters.word import xml
from publisher.theme import Page, TypeStyle

_TALL = 0.4
"""A row that takes more of the type area's height than this may break, as on the page it would not fit."""

_PT_IN_MM = 72 / 25.4
_HAN = 0x2E80


def hold(row: Any, page: Page, styles: tuple[TypeStyle, ...], widths: tuple[float, ...]) -> bool:
    """Keep ``row`` on one page if its cells, each of a style and a width in mm, are not too tall for that.

    Return whether it is kept.
    """
    heights = (
        _height(cell, style, width) for cell, style, width in zip(row._tr.tc_lst, styles, widths, strict=True)
    )
    kept = max(heights, default=0.0) <= page.depth * _PT_IN_MM * _TALL
    if kept:
        xml.keep_whole(row)
    return kept


def _height(cell: Any, style: TypeStyle, width: float) -> float:
    """Return how high the lines of ``cell`` stand, in pt, at a Han a square and a letter half of one."""
    from docx.oxml.ns import qn

    ems = width * _PT_IN_MM / style.size
    lines = 0
    for paragraph in cell.iter(qn("w:p")):
        text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        lines += max(1, ceil(sum(1.0 if ord(c) >= _HAN else 0.5 for c in text) / ems))
    return lines * style.leading
