"""Tables to atoms: columns as wide as their cells ask, a row an atom, the head again on each page."""

from collections.abc import Sequence

import msgspec

from publisher.exporters.composed.atoms import Atom, Mark, Stroke, kept, moved
from publisher.exporters.composed.text import Look, Notes, lines, marks, paragraph, runs
from publisher.model import Table
from publisher.typesetting.lines import Run, Strictness
from publisher.typesetting.lines.breaks import breaks
from publisher.typesetting.lines.clusters import clusters

_PAD_RIGHT = 6.0
_PAD = 3.0
_HEAVY, _LIGHT = 1.0, 0.5
_WIDE = 100_000.0
_SLACK = 0.01
"""What a column is wider than its text asks, against rounding, in pt."""


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
    widths = _widths([*([head] if head else []), *rows], look, measure)
    ink = look.ink
    above: tuple[Atom, ...] = ()
    if head:
        row = _row(head, bold, widths, _HEAVY)
        top = Stroke(0, _HEAVY / 2, measure, _HEAVY / 2, _HEAVY, ink)
        bottom = Stroke(0, row.height, measure, row.height, _LIGHT, ink)
        row = msgspec.structs.replace(row, marks=(top, *row.marks, bottom), keep=True)
        above = (row,)
        found.append(row)
    for number, cells in enumerate(rows):
        row = _row(cells, look, widths, _HEAVY if number == 0 and not head else _LIGHT)
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


def _row(cells: Sequence[tuple[Run, ...]], look: Look, widths: Sequence[float], rule: float) -> Atom:
    """Return a row that has room for a ``rule`` of so many pt above it."""
    x, tallest = 0.0, 0.0
    found: list[Mark] = []
    for made, width in zip(cells, widths, strict=False):
        y = rule + _PAD
        for line in lines(made, look, max(width - _PAD_RIGHT, look.style.size)):
            found.extend(moved(mark, 0.0, y) for mark in marks(line, look, x))
            y += look.style.leading
        tallest = max(tallest, y)
        x += width
    return Atom(height=tallest + _PAD, marks=tuple(found))


def _widths(rows: Sequence[Sequence[tuple[Run, ...]]], look: Look, measure: float) -> list[float]:
    """Return the width of each column (CSS 2.1 17.5.2.2): room for its longest word, the rest by its text."""
    count = max((len(row) for row in rows), default=0)
    least, most = [0.0] * count, [0.0] * count
    for row in rows:
        for n, made in enumerate(row):
            narrow, wide = _needs(made, look)
            least[n], most[n] = max(least[n], narrow), max(most[n], wide)
    if not count:
        return []
    if sum(most) <= measure:
        share = measure / sum(most)
        return [width * share for width in most]
    if sum(least) >= measure:
        return [measure * width / sum(least) for width in least]
    spare = (measure - sum(least)) / (sum(most) - sum(least))
    return [low + (high - low) * spare for low, high in zip(least, most, strict=True)]


def _needs(made: tuple[Run, ...], look: Look) -> tuple[float, float]:
    """Return the widths of the longest part without a break and of the whole, padding included."""
    text = "".join(run.text for run in made)
    steps = [c.body + c.before + c.after for c in clusters(made, look.language.startswith("zh"))]
    allowed = breaks(text, Strictness(look.typography.strictness))
    longest = part = 0.0
    for at, step in enumerate(steps):
        part = step if allowed[at] or text[at] == "\n" else part + step
        longest = max(longest, part)
    widest = max((line.width for line in lines(made, look, _WIDE)), default=0.0)
    return longest + _PAD_RIGHT, widest + _SLACK + _PAD_RIGHT
