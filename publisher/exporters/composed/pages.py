"""Atoms to pages: what fits, what stays together, what is said again at a page's top."""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.exporters.composed.atoms import Atom, Mark, moved
from publisher.exporters.composed.columns import Group, balanced, filled


class Sheet(msgspec.Struct, frozen=True):
    """One page: its marks, placed from the top of the type area, and where they end on it.

    One that a break of its author ends is counted as full.
    """

    marks: tuple[Mark, ...]
    end: float = 0.0


def paginate(atoms: Sequence[Atom], height: float, columns: int = 1, step: float = 0.0) -> tuple[Sheet, ...]:
    """Return the pages that ``atoms`` fill, each with ``height`` pt of type area.

    Each of the ``columns`` begins ``step`` pt right of the one before. Text
    runs down the first and goes on in the next; where it ends, or where an atom
    goes across, the columns end as high as one another. Atoms that are kept
    together go to the next column or page together, unless they are higher
    than a page: then they are parted where it ends.
    """
    sheets: list[Sheet] = []
    marks: list[Mark] = []
    y, gap = 0.0, 0.0
    for groups, count, ends_page in _runs(atoms, columns):
        at = 0
        while at < len(groups):
            top = y + (max(gap, groups[at][0].before) if y else 0.0)
            made = filled(groups, at, height - top, count, whole_page=top == 0.0)
            at, ended = made.next, made.next == len(groups)
            if ended and count > 1:
                made = balanced(groups, made, height - top, count)
            for number, column in enumerate(made.columns):
                marks.extend(moved(mark, number * step, top) for mark in column.marks)
            if made.columns:
                y, gap = top + max(column.height for column in made.columns), made.gap
            if not ended:
                sheets.append(Sheet(tuple(marks), y))
                marks, y, gap = [], 0.0, 0.0
        if ends_page:
            sheets.append(Sheet(tuple(marks), height))
            marks, y, gap = [], 0.0, 0.0
    if marks or not sheets:
        sheets.append(Sheet(tuple(marks), y))
    return tuple(sheets)


def _runs(atoms: Sequence[Atom], columns: int) -> Iterator[tuple[list[Group], int, bool]]:
    """Yield the groups of atoms in as many columns as they take, and whether the page ends behind them."""
    groups: list[Group] = []
    group: list[Atom] = []
    wide = False
    for number, atom in enumerate(atoms):
        wide = atom.across
        group.append(atom)
        follows = atoms[number + 1] if number + 1 < len(atoms) else None
        turns = follows is None or atom.ends_page or (columns > 1 and follows.across != wide)
        if not atom.keep or turns:
            groups.append(tuple(group))
            group = []
        if turns:
            yield groups, 1 if wide else columns, atom.ends_page
            groups = []
