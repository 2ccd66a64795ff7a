"""Tables to atoms: columns as wide as their cells ask, a row an atom, the head again on each page."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

import msgspec

from publisher.exporters.amounts import columns_of_amounts
from publisher.exporters.composed.atoms import Atom, Mark, Stroke, kept, moved
from publisher.exporters.composed.text import Look, Notes, lines, marks, paragraph, runs
from publisher.model import Table
from publisher.typesetting.lines import Run, Strictness
from publisher.typesetting.lines.breaks import ADDRESS, SPACES, breaks, wholes
from publisher.typesetting.lines.clusters import clusters
from publisher.typesetting.lines.glue import glue_after

_PAD_RIGHT = 6.0
_PAD_AMOUNT = 12.0
"""What parts an amount from the text that begins beside it, where there is room; the last column has none."""

_PAD = 3.0
_HEAVY, _LIGHT = 1.0, 0.5
_WIDE = 100_000.0
_SLACK = 0.05
"""What a column is wider than its text asks, against rounding, in pt."""

_NARROWEST = 4.0
"""A text that fills so many em has them: Han would stand one a line."""

_BARE = 2.0
"""So many it has where figures or words beside it would be parted."""

_PART = 3
"""An address of a mailbox stays whole where it takes no more than this part of the measure."""


class Column(msgspec.Struct, frozen=True):
    """A column ``width`` pt wide with the space behind its text; of ``amounts``, the text ends there."""

    amounts: bool
    pad: float
    width: float


class Shares(msgspec.Struct, frozen=True):
    """The columns of a table as parts of its width, and whether it has little room between them."""

    columns: tuple[float, ...]
    tight: bool


def shares(value: Table, look: Look, measure: float, pads: Sequence[float]) -> tuple[float, ...]:
    """Return the parts of ``measure`` pt that columns take which have so many pt beside their texts."""
    asked = _asked(_cells(value, look, Notes()), look)
    return tuple(width / measure for width in _shared(asked, pads, measure))


def table(
    value: Table, look: Look, caption_look: Look, notes: Notes, measure: float, *, hairline: str
) -> tuple[tuple[Atom, ...], Shares]:
    """Return a table ``measure`` pt wide: caption, head and rows, with lines in ``hairline`` between them.

    Behind it are its columns, for others who set it.
    """
    found: list[Atom] = []
    if value.caption:
        made = paragraph(runs(value.caption, caption_look, notes), caption_look, measure)
        found += kept(made, with_next=True)
    bold = msgspec.structs.replace(look, face=look.faces.bold)
    cells = _cells(value, look, notes)
    made_columns = _columns(value, cells, look, measure)
    head, *rows = cells if value.head else ([], *cells)
    ink = look.ink
    above: tuple[Atom, ...] = ()
    if head:
        row = _row(head, bold, made_columns, _HEAVY)
        top = Stroke(0, _HEAVY / 2, measure, _HEAVY / 2, _HEAVY, ink)
        bottom = Stroke(0, row.height, measure, row.height, _LIGHT, ink)
        row = msgspec.structs.replace(row, marks=(top, *row.marks, bottom), keep=True)
        above = (row,)
        found.append(row)
    for number, texts in enumerate(rows):
        row = _row(texts, look, made_columns, _HEAVY if number == 0 and not head else _LIGHT)
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
    return tuple(found), _told(made_columns)


def _cells(value: Table, look: Look, notes: Notes) -> list[list[tuple[Run, ...]]]:
    """Return the texts of the head, if there is one, and of the rows."""
    bold = msgspec.structs.replace(look, face=look.faces.bold)
    head = [[runs(cell.inlines, bold, notes) for cell in value.head]] if value.head else []
    return [*head, *([runs(cell.inlines, look, notes) for cell in row] for row in value.rows)]


def _told(made: Sequence[Column]) -> Shares:
    measure = sum(column.width for column in made)
    tight = any(column.amounts and column.pad == _PAD_RIGHT for column in made)
    return Shares(tuple(column.width / measure for column in made), tight)


def _row(cells: Sequence[tuple[Run, ...]], look: Look, columns: Sequence[Column], rule: float) -> Atom:
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
) -> list[Column]:
    """Return the columns (CSS 2.1 17.5.2.2): each has room for its longest word, the rest by its text."""
    amounts = columns_of_amounts(value)
    asked = _asked(rows, look)
    whole = sum(needs.most for needs in asked)
    for apart in (_PAD_AMOUNT, _PAD_RIGHT):
        pads = [apart if n in amounts else _PAD_RIGHT for n in range(len(asked))]
        if len(asked) - 1 in amounts:
            pads[-1] = 0.0
        if whole + sum(pads) <= measure:
            break
    widths = _shared(asked, pads, measure)
    return [Column(n in amounts, pads[n], width) for n, width in enumerate(widths)]


class _Needs(NamedTuple):
    """How wide a text must be: for figures, for words, to be read, for mailboxes, for one line.

    For figures: none is parted, and a word at most once.
    """

    figure: float = 0.0
    word: float = 0.0
    least: float = 0.0
    ease: float = 0.0
    most: float = 0.0


def _asked(rows: Sequence[Sequence[tuple[Run, ...]]], look: Look) -> list[_Needs]:
    """Return what the columns ask for."""
    columns = zip_longest(*([_needs(made, look) for made in row] for row in rows), fillvalue=_Needs())
    return [_Needs(*map(max, zip(*column, strict=True))) for column in columns]


def _shared(asked: Sequence[_Needs], pads: Sequence[float], measure: float) -> list[float]:
    """Return how wide the columns are that ask for so much, each with its pad.

    Where not all words fit, as many columns as can have theirs whole, after the
    figures of all; where not even those do, the widest give.
    """
    figure, word, least, ease, most = (
        [w + pad for w, pad in zip(ws, pads, strict=True)] for ws in _turned(asked)
    )
    if not most:
        return []
    if sum(most) <= measure:
        share = measure / sum(most)
        return [width * share for width in most]
    if sum(figure) >= measure:
        return _given([0.0] * len(figure), figure, measure, evenly=True)
    if sum(word) >= measure:
        return _given(figure, word, measure, evenly=False)
    ease = [wide if wide <= measure / _PART else narrow for narrow, wide in zip(least, ease, strict=True)]
    low, high = next(
        (low, high) for low, high in ((ease, most), (least, ease), (word, least)) if sum(low) <= measure
    )
    spare = (measure - sum(low)) / (sum(high) - sum(low))
    return [one + (other - one) * spare for one, other in zip(low, high, strict=True)]


def _given(low: Sequence[float], high: Sequence[float], measure: float, *, evenly: bool) -> list[float]:
    """Return ``low`` and of what is left of ``measure`` what ``high`` lacks, the least first."""
    left, widths = measure - sum(low), [*low]
    for done, n in enumerate(sorted(range(len(low)), key=lambda n: high[n] - low[n])):
        given = min(high[n] - low[n], left / (len(low) - done) if evenly else left)
        widths[n] += given
        left -= given
    return widths


def _turned(asked: Sequence[_Needs]) -> tuple[list[float], ...]:
    return tuple([needs[n] for needs in asked] for n in range(len(_Needs._fields)))


def _needs(made: tuple[Run, ...], look: Look) -> _Needs:
    text = "".join(run.text for run in made)
    set_so = clusters(made, look.language.startswith("zh"))
    apart = (0.0, *(glue.natural for glue in glue_after(set_so, made)))
    allowed = breaks(text, Strictness(look.typography.strictness))
    mailboxes = {
        at
        for found in ADDRESS.finditer(text)
        if "/" not in found[0]
        for at in range(found.start() + 1, found.end())
    }
    inside = {at for start, end in wholes(text) for at in range(start + 1, end)}
    figure = word = ease = bare = part = whole = 0.0
    for at, (one, before) in enumerate(zip(set_so, apart, strict=False)):
        ends = allowed[at] or text[at] == "\n"
        bare = one.body + (bare + before if at in inside else 0.0)
        part = one.body + (0.0 if ends else part + before)
        whole = one.body + (0.0 if ends and at not in mailboxes else whole + before)
        if text[at] not in SPACES:
            figure, word, ease = max(figure, bare), max(word, part), max(ease, whole)
    flush = _aligned(look, "left")  # a line's width counts from the left edge
    most = max((line.width for line in lines(made, flush, _WIDE)), default=0.0)
    readable = min(most, look.style.size * _NARROWEST)
    narrow = min(readable, look.style.size * _BARE)
    half = min(word / 2, readable)  # 2026- and 09-01
    floors = (max(narrow, half), narrow, readable, readable, readable)
    asks = (figure, word, word, ease, most)
    return _Needs(*(max(width, floor) + _SLACK for width, floor in zip(asks, floors, strict=True)))
