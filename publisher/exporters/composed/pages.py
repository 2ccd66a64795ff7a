"""Atoms to pages: what fits, what stays together, what is said again at a page's top."""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.exporters.composed.atoms import Atom, Mark, moved

_ROUNDING = 0.01


class Sheet(msgspec.Struct, frozen=True):
    """One page: its marks, placed from the top of the type area."""

    marks: tuple[Mark, ...]


def paginate(atoms: Sequence[Atom], height: float) -> tuple[Sheet, ...]:
    """Return the pages that ``atoms`` fill, each with ``height`` pt of type area.

    Atoms that are kept together go to the next page together, unless they are
    higher than a page: then they are parted where the page ends.
    """
    sheets: list[Sheet] = []
    marks: list[Mark] = []
    y, gap, fresh = 0.0, 0.0, True
    for group in _groups(atoms):
        need, _ = _extent(group)
        first_gap = 0.0 if fresh else max(gap, group[0].before)
        if not fresh and y + first_gap + need > height + _ROUNDING:
            sheets.append(Sheet(tuple(marks)))
            marks, y, gap, fresh = [], 0.0, 0.0, True
        for atom in group:
            space = 0.0 if fresh else max(gap, atom.before)
            if not fresh and y + space + atom.height > height + _ROUNDING:
                sheets.append(Sheet(tuple(marks)))
                marks, y, fresh, space = [], 0.0, True, 0.0
            if fresh and sheets:
                for line in atom.head:
                    marks.extend(moved(mark, 0.0, y) for mark in line.marks)
                    y += line.height
            y += space
            if atom.sinks:
                y = max(y, height - atom.height)
            marks.extend(moved(mark, 0.0, y) for mark in atom.marks)
            y += atom.height
            gap, fresh = atom.after, False
            if atom.ends_page:
                sheets.append(Sheet(tuple(marks)))
                marks, y, gap, fresh = [], 0.0, 0.0, True
    if marks or not sheets:
        sheets.append(Sheet(tuple(marks)))
    return tuple(sheets)


def _groups(atoms: Sequence[Atom]) -> Iterator[list[Atom]]:
    group: list[Atom] = []
    for atom in atoms:
        group.append(atom)
        if not atom.keep:
            yield group
            group = []
    if group:
        yield group


def _extent(group: Sequence[Atom]) -> tuple[float, float]:
    """Return the height of a group and the space behind it."""
    y, gap = 0.0, 0.0
    for number, atom in enumerate(group):
        y += (max(gap, atom.before) if number else 0.0) + atom.height
        gap = atom.after
    return y, gap
