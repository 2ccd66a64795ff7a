"""Tables to atoms: columns as wide as their cells ask, a row an atom, the head again on each page."""

from collections.abc import Sequence

import msgspec

from publisher.exporters.amounts import columns_of_amounts
from publisher.exporters.composed.atoms import Atom, Mark, Stroke, kept, moved
from publisher.exporters.composed.text import Look, Notes, lines, marks, paragraph, runs
from publisher.model import Table
from publisher.typesetting.lines import Run, Strictness
from publisher.typesetting.lines.breaks import breaks
from publisher.typesetting.lines.clusters import clusters

_PAD_RIGHT = 6.0
_PAD_AMOUNT = 12.0
"""What parts an amount from the text that begins beside it, where there is room; the last column has none."""

_PAD = 3.0
_HEAVY, _LIGHT = 1.0, 0.5
_WIDE = 100_000.0
_SLACK = 0.01
"""What a column is wider than its text asks, against rounding, in pt."""


class _Column(msgspec.Struct, frozen=True):
    """A column ``width`` pt wide with the space behind its text; of ``amounts``, the text ends there."""

    amounts: bool
    pad: float
    width: float


def table(
    value: Table, look: Look, caption_look: Look, notes: Notes, measure: float, *, hairline: str
) -> tuple[Atom, ...]:
    """Return a table ``measure`` pt wide: caption, head and rows, with lines in ``hairline`` between them."""
    found: list[Atom] = []
    if value.caption:
        made = paragraph(runs(value.caption, caption_look, notes), caption_look, measure)
        found += kept(made, with_next=True)
    bold = msgspec.structs.replace(look, face=look.faces.bold)
    head = [runs(cell.inlines, bold, notes) for cell in value.head]
    rows = [[runs(cell.inlines, look, notes) for cell in row] for row in value.rows]
    columns = _columns(value, [*([head] if head else []), *rows], look, measure)
    ink = look.ink
    above: tuple[Atom, ...] = ()
    if head:
        row = _row(head, bold, columns, _HEAVY)
        top = Stroke(0, _HEAVY / 2, measure, _HEAVY / 2, _HEAVY, ink)
        bottom = Stroke(0, row.height, measure, row.height, _LIGHT, ink)
        row = msgspec.structs.replace(row, marks=(top, *row.marks, bottom), keep=True)
        above = (row,)
        found.append(row)
    for number, cells in enumerate(rows):
        row = _row(cells, look, columns, _HEAVY if number == 0 and not head else _LIGHT)
        rule: list[Mark] = []
        if number == 0 and not head:
            rule.append(Stroke(0, _HEAVY / 2, measure, _HEAVY / 2, _HEAVY, ink))
        elif number:
            rule.append(Stroke(0, _LIGHT / 2, measure, _LIGHT / 2, _LIGHT, hairline))
        if number == len(rows) - 1:
            rule.append(Stroke(0, row.height + _HEAVY / 2, measure, row.height + _HEAVY / 2, _HEAVY, ink))
            row = msgspec.structs.replace(row, height=row.height + _HEAVY)
        found.append(msgspec.structs.replace(row, marks=(*rule, *row.marks), head=above))
    if found:
        found[0] = msgspec.structs.replace(found[0], before=max(found[0].before, 8.0))
        found[-1] = msgspec.structs.replace(found[-1], after=12.0)
    return tuple(found)


def _row(cells: Sequence[tuple[Run, ...]], look: Look, columns: Sequence[_Column], rule: float) -> Atom:
    """Return a row that has room for a ``rule`` of so many pt above it."""
    x, tallest = 0.0, 0.0
    ending = _aligned(look, "right")
    found: list[Mark] = []
    for made, column in zip(cells, columns, strict=False):
        y = rule + _PAD
        room = max(column.width - column.pad, look.style.size)
        for line in lines(made, ending if column.amounts else look, room):
            found.extend(moved(mark, 0.0, y) for mark in marks(line, look, x))
            y += look.style.leading
        tallest = max(tallest, y)
        x += column.width
    return Atom(height=tallest + _PAD, marks=tuple(found))


def _aligned(look: Look, align: str) -> Look:
    return msgspec.structs.replace(look, style=msgspec.structs.replace(look.style, align=align))


def _columns(
    value: Table, rows: Sequence[Sequence[tuple[Run, ...]]], look: Look, measure: float
) -> list[_Column]:
    """Return the columns (CSS 2.1 17.5.2.2): each has room for its longest word, the rest by its text."""
    amounts = columns_of_amounts(value)
    count = max((len(row) for row in rows), default=0)
    least, most = [0.0] * count, [0.0] * count
    for row in rows:
        for n, made in enumerate(row):
            narrow, wide = _needs(made, look)
            least[n], most[n] = max(least[n], narrow), max(most[n], wide)
    for apart in (_PAD_AMOUNT, _PAD_RIGHT):
        pads = [apart if n in amounts else _PAD_RIGHT for n in range(count)]
        if count - 1 in amounts:
            pads[-1] = 0.0
        if sum(most) + sum(pads) <= measure:
            break
    least, most = ([w + pad for w, pad in zip(ws, pads, strict=True)] for ws in (least, most))
    widths = _shared(least, most, measure)
    return [_Column(n in amounts, pads[n], width) for n, width in enumerate(widths)]


def _shared(least: Sequence[float], most: Sequence[float], measure: float) -> list[float]:
    """Return the share of ``measure`` of each column that asks for so much at ``least`` and at ``most``."""
    if not most:
        return []
    if sum(most) <= measure:
        share = measure / sum(most)
        return [width * share for width in most]
    if sum(least) >= measure:
        return [measure * width / sum(least) for width in least]
    spare = (measure - sum(least)) / (sum(most) - sum(least))
    return [low + (high - low) * spare for low, high in zip(least, most, strict=True)]


def _needs(made: tuple[Run, ...], look: Look) -> tuple[float, float]:
    """Return the widths of the longest part without a break and of the whole."""
    text = "".join(run.text for run in made)
    steps = [c.body + c.before + c.after for c in clusters(made, look.language.startswith("zh"))]
    allowed = breaks(text, Strictness(look.typography.strictness))
    longest = part = 0.0
    for at, step in enumerate(steps):
        part = step if allowed[at] or text[at] == "\n" else part + step
        longest = max(longest, part)
    flush = _aligned(look, "left")  # a line's width counts from the left edge
    widest = max((line.width for line in lines(made, flush, _WIDE)), default=0.0)
    return longest, widest + _SLACK
