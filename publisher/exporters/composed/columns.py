"""Groups of atoms to columns: filled one after the other, and where the text ends as high as one another."""

from collections.abc import Sequence

import msgspec

from publisher.exporters.composed.atoms import Atom, Mark, moved

Group = tuple[Atom, ...]
"""Atoms that stay together."""

_ROUNDING = 0.01


class Column(msgspec.Struct, frozen=True):
    """One column: its marks from its top, its height, and how much higher it had to be for what follows."""

    marks: tuple[Mark, ...]
    height: float
    lacks: float = 0.0


class Filled(msgspec.Struct, frozen=True):
    """Columns filled from group ``start`` up to, but not with, group ``next``.

    ``gap`` is the space that the last atom asks for behind it. ``parted`` tells
    that a group was higher than the page.
    """

    columns: tuple[Column, ...]
    start: int
    next: int
    gap: float
    parted: bool = False


def filled(groups: list[Group], start: int, room: float, count: int, *, whole_page: bool) -> Filled:
    """Return at most ``count`` columns of ``room`` pt from group ``start`` on.

    On a ``whole_page`` a group that fits no column is parted: what did not fit
    is a group of its own in ``groups`` from then on.
    """
    columns: list[Column] = []
    at, gap, parted = start, 0.0, False
    for _ in range(count):
        if at == len(groups):
            break
        marks: list[Mark] = []
        y, lacks = 0.0, 0.0
        while at < len(groups):
            group = groups[at]
            need = _extent(group, y, gap)
            if need > room + _ROUNDING:
                if y or not whole_page:
                    lacks = need - room
                    break
                fits = _fitting(group, room)
                if fits < len(group):
                    groups[at : at + 1] = [group[:fits], group[fits:]]
                    group = groups[at]
                parted = True
            y, gap = _set(group, y, gap, marks, room)
            at += 1
        columns.append(Column(tuple(marks), y, lacks))
        if not y and lacks:
            break
    if at == start:
        columns = []
    return Filled(tuple(columns), start, at, gap, parted)


def balanced(groups: list[Group], made: Filled, room: float, count: int) -> Filled:
    """Return the ``count`` columns for what ``made`` holds, at the least height that holds it.

    As browsers do: from an equal share on, the height grows by the least that
    lets one column take one group more.
    """
    if made.parted:
        return made
    height = sum(column.height for column in made.columns) / count
    while height < room:
        tried = filled(groups, made.start, height, count, whole_page=False)
        if tried.next == made.next:
            return tried
        lacks = [column.lacks for column in tried.columns if column.lacks]
        height += max(min(lacks, default=room), _ROUNDING)
    return made


def _extent(group: Group, y: float, gap: float) -> float:
    """Return where ``group`` ends if it begins at ``y`` in a column, under a repeated head if it is first."""
    for number, atom in enumerate(group):
        y += _above(atom, y, gap if number or y else 0.0) + atom.height
        gap = atom.after
    return y


def _above(atom: Atom, y: float, gap: float) -> float:
    return max(gap, atom.before) if y else sum(line.height for line in atom.head)


def _fitting(group: Group, room: float) -> int:
    """Return how many atoms of ``group`` a column of ``room`` pt takes: one at least."""
    for number in range(2, len(group) + 1):
        if _extent(group[:number], 0.0, 0.0) > room + _ROUNDING:
            return number - 1
    return len(group)


def _set(group: Sequence[Atom], y: float, gap: float, marks: list[Mark], room: float) -> tuple[float, float]:
    """Add the marks of ``group`` under ``y``; return where it ends and the space it asks for behind it."""
    for atom in group:
        if y:
            y += max(gap, atom.before)
        else:
            for line in atom.head:
                marks.extend(moved(mark, 0.0, y) for mark in line.marks)
                y += line.height
        if atom.sinks:
            y = max(y, room - atom.height)
        marks.extend(moved(mark, 0.0, y) for mark in atom.marks)
        y += atom.height
        gap = atom.after
    return y, gap
