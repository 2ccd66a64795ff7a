"""Atoms: pieces of a page that are never parted, and the marks they are drawn with."""

from collections.abc import Iterable, Sequence

import msgspec

from publisher.typesetting.lines import Piece


class Words(msgspec.Struct, frozen=True):
    """A line of text: ``x`` is added to its pieces' own, ``y`` is the baseline; ``ink`` is #rrggbb.

    ``sign`` marks what is drawn after the page's text: the bullet or number of a list item.
    ``hyphen`` tells that the last character parts a word and is not in the text.
    """

    pieces: tuple[Piece, ...]
    x: float
    y: float
    ink: str
    sign: bool = False
    hyphen: bool = False


class Stroke(msgspec.Struct, frozen=True):
    """A straight line of ``width`` pt."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    ink: str


class Picture(msgspec.Struct, frozen=True):
    """A picture of the article in a box."""

    asset: str
    x: float
    y: float
    width: float
    height: float


class Target(msgspec.Struct, frozen=True):
    """A place that leads to ``url``."""

    x: float
    y: float
    width: float
    height: float
    url: str


class Bookmark(msgspec.Struct, frozen=True):
    """An entry of the document's outline at this place; ``level`` runs from 0."""

    title: str
    level: int
    y: float = 0.0


Mark = Words | Stroke | Picture | Target | Bookmark


class Atom(msgspec.Struct, frozen=True, kw_only=True):
    """What no page end parts.

    ``before`` and ``after`` are space around it, of which the larger counts
    between two atoms (as CSS margins collapse) and none at a page's top.
    ``keep`` holds it on the page of the next atom. ``ends_page`` forces a page
    end behind it. ``sinks`` puts it at the foot of its page. ``head`` stands
    again above it where it begins a page or a column. ``across`` sets it over
    all columns of the page.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    ends_page: bool = False
    sinks: bool = False
    across: bool = False
    head: tuple["Atom", ...] = ()


def moved(mark: Mark, x: float, y: float) -> Mark:
    """Return ``mark`` shifted right by ``x`` and down by ``y``."""
    replace = msgspec.structs.replace
    match mark:
        case Stroke():
            return replace(mark, x0=mark.x0 + x, x1=mark.x1 + x, y0=mark.y0 + y, y1=mark.y1 + y)
        case Bookmark():
            return replace(mark, y=mark.y + y)
        case _:
            return replace(mark, x=mark.x + x, y=mark.y + y)


def spaced(atoms: Sequence[Atom], **changes: float) -> tuple[Atom, ...]:
    """Return ``atoms`` with at least ``before`` in front of the first and ``after`` behind the last."""
    if not atoms:
        return ()
    out = list(atoms)
    out[0] = msgspec.structs.replace(out[0], before=max(out[0].before, changes.get("before", 0.0)))
    out[-1] = msgspec.structs.replace(out[-1], after=max(out[-1].after, changes.get("after", 0.0)))
    return tuple(out)


def kept(atoms: Iterable[Atom], *, with_next: bool = False) -> tuple[Atom, ...]:
    """Return ``atoms`` held together on a page; ``with_next`` holds the last to what follows too."""
    out = [msgspec.structs.replace(atom, keep=True) for atom in atoms]
    if out and not with_next:
        out[-1] = msgspec.structs.replace(out[-1], keep=False)
    return tuple(out)


def stacked(atoms: Sequence[Atom]) -> tuple[float, tuple[Mark, ...]]:
    """Return the height of ``atoms`` under one another and all their marks; space outside them left out."""
    y, gap = 0.0, 0.0
    marks: list[Mark] = []
    for number, atom in enumerate(atoms):
        y += max(gap, atom.before) if number else 0.0
        marks.extend(moved(mark, 0.0, y) for mark in atom.marks)
        y += atom.height
        gap = atom.after
    return y, tuple(marks)


def beside(left: Sequence[Atom], right: Sequence[Atom], at: float, **rule: object) -> Atom:
    """Return one atom of two stacks, the right one ``at`` pt further right."""
    left_height, left_marks = stacked(left)
    right_height, right_marks = stacked(right)
    marks = (*left_marks, *(moved(mark, at, 0.0) for mark in right_marks))
    return Atom(height=max(left_height, right_height), marks=marks, **rule)  # type: ignore[arg-type]
