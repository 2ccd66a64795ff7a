"""A table of a Word document as one of ours; what spans cells stands in the first, and a Notice tells."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from publisher.model import Cell, Inline, LineBreak, Table, Text
from publisher.readers.docx.elements import attribute, child, local, switch, value
from publisher.readers.docx.inlines import LOOKED_THROUGH
from publisher.readers.docx.parts import Parts
from publisher.readers.strips import is_strong, weak
from publisher.walk import plain

if TYPE_CHECKING:
    from lxml.etree import _Element

Line = Callable[["_Element"], tuple[Inline, ...]]
"""Reads a paragraph of a cell, its label before it."""

Test = Callable[["_Element"], bool]
"""Tells a cell whose paragraphs have the style of a head."""

_MOST_SPANNED = 60


def rows_of(table: "_Element") -> "list[_Element]":
    """Return the rows that are not deleted, through content controls."""
    return [row for row in _inside(table, "tr") if child(child(row, "trPr"), "del") is None]


def cells_of(row: "_Element") -> "list[_Element]":
    """Return the cells of a row, through content controls."""
    return _inside(row, "tc")


def read(table: "_Element", key: str, line: Line, is_head: Test, parts: Parts) -> Table:
    """Return ``table``; its head is a first row that repeats, is styled as one, or is bold throughout."""
    rows: list[tuple[Cell, ...]] = []
    head: tuple[Cell, ...] = ()
    for number, row in enumerate(rows_of(table)):
        styled = bool(cells_of(row)) and all(is_head(cell) for cell in cells_of(row))
        repeats = number == 0 and (styled or switch(child(row, "trPr"), "tblHeader") is True)
        name = f"{key}h" if repeats else f"{key}r{number + 1}"
        contents: list[tuple[Inline, ...]] = [
            ()
            for _ in range(_span(child(row, "trPr"), "gridBefore") if child(row, "trPr") is not None else 0)
        ]
        for cell in cells_of(row):
            contents.append(_cell(cell, line, is_head, parts, key))
            span = _span(child(cell, "tcPr"), "gridSpan")
            if span > 1 or child(child(cell, "tcPr"), "vMerge") is not None:
                parts.note("cells-merged", "merged cells stand apart, the words in the first", key)
            contents += [() for _ in range(span - 1)]
        made = tuple(Cell(f"{name}c{n}", inlines) for n, inlines in enumerate(contents, 1))
        if repeats:
            head = made
        else:
            rows.append(made)
    if not head and len(rows) > 1 and rows[0] and all(is_strong(cell.inlines) for cell in rows[0]):
        first, *rest = rows
        head = tuple(Cell(cell.key, weak(cell.inlines)) for cell in first)
        rows = rest
    return Table(key, tuple(rows), head)


def _span(properties: "_Element | None", name: str) -> int:
    said = value(properties, name)
    least = 1 if name == "gridSpan" else 0
    return min(max(int(said), least), _MOST_SPANNED) if said.isascii() and said.isdigit() else least


def _inside(parent: "_Element", kind: str) -> "list[_Element]":
    found: list[_Element] = []
    for element in parent:
        if local(element) == kind:
            found.append(element)
        elif local(element) in LOOKED_THROUGH:
            found.extend(_inside(element, kind))
    return found


def _cell(cell: "_Element", line: Line, is_head: Test, parts: Parts, key: str) -> tuple[Inline, ...]:
    merge = child(child(cell, "tcPr"), "vMerge")
    covered = merge is not None and attribute(merge, "val") != "restart"
    found: list[Inline] = []
    for element in _flow(cell):
        if local(element) == "tbl":
            parts.note("table-flattened", "a table in a cell was set as lines of it", key)
            inner = read(element, key, line, is_head, parts)
            lines = [
                sum((c.inlines if n == 0 else (Text("\t"), *c.inlines) for n, c in enumerate(row)), ())
                for row in ([inner.head] if inner.head else []) + list(inner.rows)
            ]
        else:
            lines = [line(element)]
        for inlines in lines:
            if plain(inlines).strip():
                found += [LineBreak(), *inlines] if found else inlines
    if covered and found:
        parts.note("cells-merged", f"text under a merged cell is kept: {plain(found)[:40]}", key)
    return tuple(found)


def _flow(cell: "_Element") -> "list[_Element]":
    found: list[_Element] = []
    for element in cell:
        if local(element) in ("p", "tbl"):
            found.append(element)
        elif local(element) in LOOKED_THROUGH:
            found.extend(_flow(element))
    return found
