"""A table that holds figures, as one of ours; one that only sets a page out is told from it."""

import re
from collections.abc import Callable
from typing import Any

from publisher.model import Block, Cell, Heading, Inline, List, Paragraph, Quote, Table, Text
from publisher.readers.html import looks
from publisher.readers.strips import is_strong, weak
from publisher.walk import plain

ReadCell = Callable[[Any], tuple[Inline, ...]]
_MOST_SPANNED = 60
_MOST_CELLS = 20_000
_LONGEST_CELL = 220
_BORDER = re.compile(r"(?:^|[\s:])(?:[1-9]\d*(?:\.\d+)?(?:px|pt)?|thin|medium|solid)\b")


def rows_of(table: Any) -> list[Any]:
    """Return the rows of ``table``, not those of a table in it, a foot last."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
    return sorted(rows, key=lambda row: row.getparent().tag == "tfoot")


def is_data(table: Any) -> bool:
    """Tell a table of figures from one that sets a page out (and from one around a picture)."""
    if table.get("role") in ("presentation", "none"):
        return False
    rows = [list(row.iterchildren("td", "th")) for row in rows_of(table)]
    if max(map(len, rows), default=0) < 2:
        return False
    if table.get("role") in ("table", "grid"):
        return True
    said = any(cell.tag == "th" for row in rows for cell in row) or table.find("caption") is not None
    nested = any(True for _ in table.iterdescendants("table"))
    if said and not nested:
        return True
    longest = max((len("".join(cell.itertext()).strip()) for row in rows for cell in row), default=0)
    ruled = _BORDER.search(table.get("border", "")) or "border" in looks.style(table)
    styled = any("border" in cell.get("style", "") for row in rows[:2] for cell in row)
    if nested or longest > _LONGEST_CELL * (4 if ruled or styled else 1):
        return False
    words = sum(bool("".join(cell.itertext()).strip()) for row in rows for cell in row)
    return bool(ruled or styled or len(rows) > 1) and words * 2 > sum(map(len, rows))


def read(table: Any, key: str, cell: ReadCell) -> tuple[Table, list[tuple[str, str]]]:
    """Return ``table`` and what is to be told of it: cells that span others stand apart."""
    told: list[tuple[str, str]] = []
    grid: list[list[tuple[Inline, ...]]] = []
    heads: list[bool] = []
    below: dict[int, int] = {}  # columns that a cell above goes on in, and for how many rows
    spanned, count = False, 0
    caption = next(iter(table.iterchildren("caption")), None)
    words = cell(caption) if caption is not None else ()
    rows = rows_of(table)
    for row in rows:
        cells = list(row.iterchildren("td", "th"))
        count += len(cells)
        if count > _MOST_CELLS:
            told.append(("table-cut", f"a table was cut after {len(grid)} rows"))
            break
        line: list[tuple[Inline, ...]] = []
        after = {column: left - 1 for column, left in below.items() if left > 1}
        for found in cells:
            while below.get(len(line), 0):
                line.append(())
            wide, high = _span(found, "colspan"), _span(found, "rowspan")
            spanned = spanned or wide > 1 or high > 1
            after |= {len(line) + n: high - 1 for n in range(wide) if high > 1}
            line += [cell(found), *[()] * (wide - 1)]
        while below.get(len(line), 0):
            line.append(())
        below = after
        inside = row.getparent().tag == "thead" or (bool(cells) and all(c.tag == "th" for c in cells))
        if len(cells) == 1 and len(rows) > 1 and not grid and not words and _span(cells[0], "colspan") > 1:
            words = weak(line[0])  # a title that goes across is the caption
            continue
        if any(plain(inlines).strip() for inlines in line):
            grid.append(line)
            heads.append(inside)
    if spanned:
        told.append(("cells-merged", "merged cells stand apart, the words in the first"))
    width = max(map(len, grid), default=0)
    grid = [[*line, *[()] * (width - len(line))] for line in grid]
    headed = bool(grid) and (heads[0] or (len(grid) > 1 and all(is_strong(i) or not i for i in grid[0])))
    if sum(heads) > 1 and all(heads[: sum(heads)]):
        told.append(("table-head-cut", "of several rows of column heads the first is the head"))
    head = tuple(Cell(f"{key}.h{n}", weak(inlines)) for n, inlines in enumerate(grid[0], 1)) if headed else ()
    made = tuple(
        tuple(Cell(f"{key}.{r}.{n}", inlines) for n, inlines in enumerate(line, 1))
        for r, line in enumerate(grid[1:] if headed else grid, 1)
    )
    return Table(key, made, head, words), told


def _span(cell: Any, name: str) -> int:
    said = cell.get(name, "1").strip()
    return min(max(int(said), 1), _MOST_SPANNED) if said.isascii() and said.isdigit() and len(said) < 6 else 1


def lines(block: Block) -> list[tuple[Inline, ...]]:
    """Return the lines of a block that stands in a cell; cells of a table there are parted by a tab."""
    match block:
        case Paragraph(_, inlines) | Heading(_, inlines) | Quote(_, inlines):
            return [inlines]
        case List(_, items, ordered):
            signs = (f"{n}. " if ordered else "• " for n in range(1, len(items) + 1))
            return [(Text(sign), *item.inlines) for sign, item in zip(signs, items, strict=True)]
        case Table(_, rows, head, caption):
            made = [caption] if caption else []
            for row in (head, *rows):
                line: tuple[Inline, ...] = ()
                for number, one in enumerate(row):
                    line += (Text("\t"), *one.inlines) if number else one.inlines
                made.append(line)
            return made
        case _:
            return []
