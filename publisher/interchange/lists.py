"""Lists as they are read, item by item, each under the number that its author saw.

A list of ours has one level, and its numbers run from 1. So an item is one of:

a row of its list    its number follows, or it is a bullet
a line of an item    it stands in that item, and one of the two has a number: those behind it keep theirs
a paragraph          no list of ours has its number; the number is its first word

Bullets in bullets are rows beside those that they stand in.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

import msgspec

from publisher.model import Block, Inline, LineBreak, List, ListItem, Text

_CLOSE = "、）。．"
"""Marks that a label may end with and no space follows."""


class Label(msgspec.Struct, frozen=True):
    """What stands before an item; ``ordered`` is None where no list of ours has such numbers.

    ``text`` is what its author saw, nothing for a bullet; ``level`` runs from 0.
    """

    text: str
    ordered: bool | None
    level: int = 0
    number: int = 1
    list_id: str = ""


class _Row(msgspec.Struct, frozen=True):
    level: int
    label: Label | None  # none where an item goes on behind a list in it
    inlines: tuple[Inline, ...]


class Lists:
    """The lists among the blocks of a text, the last of which is open while nothing follows it."""

    def __init__(self, key: Callable[[], str]) -> None:
        self._key = key
        self._rows: dict[str, list[_Row]] = {}

    def add(self, found: list[Block], label: Label, inlines: tuple[Inline, ...]) -> bool:
        """Add an item to the list that ``found`` ends with, or begin one there; false for a paragraph."""
        opened = found[-1] if found and isinstance(found[-1], List) else None
        rows = self._rows[opened.key] if opened is not None else []
        row = _Row(label.level, label, inlines)
        if rows and (label.level > rows[0].level or _follows(label, rows)):
            rows.append(row)
        elif label.ordered is False or (label.ordered and label.number == 1):
            begun = List(self._key(), (), bool(label.ordered))
            self._rows[begun.key] = [row]
            found.append(begun)
        else:
            return False
        return True

    def go_on(self, found: list[Block], label: Label, inlines: tuple[Inline, ...]) -> bool:
        """Add what an item says behind a list in it; false where no list is open."""
        if not found or not isinstance(found[-1], List):
            return False
        rows = self._rows[found[-1].key]
        rows.append(_Row(max(label.level, rows[0].level + 1), None, inlines))
        return True

    def filled(self, found: list[Block], tell: Callable[[str, str], object]) -> list[Block]:
        """Return ``found``, lists with their items; ``tell`` hears of lists in a list, and its key."""
        filled: list[Block] = []
        for block in found:
            if not isinstance(block, List):
                filled.append(block)
                continue
            rows = self._rows[block.key]
            texts = [inlines for inlines in _texts(rows, ordered=block.ordered) if inlines]
            if any(row.level > rows[0].level for row in rows):
                beside = not block.ordered and len(texts) == len(rows)
                how = "in one row with it" if beside else "in lines of its item"
                tell(f"a list in a list stands {how}", block.key)
            items = tuple(ListItem(f"{block.key}.{n}", inlines) for n, inlines in enumerate(texts, 1))
            if items:
                filled.append(msgspec.structs.replace(block, items=items))
        return filled


def labelled(label: Label | None, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return ``inlines`` behind the words of a label, a space between where Latin meets."""
    if label is None or not label.text:
        return inlines
    return _behind(_spaced(label.text), inlines)


def line(label: Label, depth: int, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return ``inlines`` as a line in an item, ``depth`` levels under its list, or in a cell.

    Plain numbers there are 1), then (1): no line seems to be an item of the list.
    """
    if label.ordered is None:
        return labelled(label, inlines)
    if not label.ordered:
        return _behind("• ", inlines)
    sign = f"{label.number}." if not depth else f"{label.number})" if depth == 1 else f"({label.number})"
    return _behind(f"{sign} ", inlines)


def as_one(lines: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Return ``lines`` as one run, a line end between them."""
    found: list[Inline] = []
    for inlines in filter(None, lines):
        found += [LineBreak(), *inlines] if found else inlines
    return tuple(found)


def _follows(label: Label, rows: list[_Row]) -> bool:
    """Tell whether an item goes on with a list: a number by what it is, a bullet by whose it is."""
    first = rows[0].label
    if first is None or label.ordered is None or label.ordered != first.ordered:
        return False
    if not label.ordered:
        return label.list_id == first.list_id
    last = next(row.label for row in reversed(rows) if row.label is not None and row.level == first.level)
    return label.level == first.level and label.number == last.number + 1


def _texts(rows: list[_Row], *, ordered: bool) -> Iterator[tuple[Inline, ...]]:
    """Yield the items of a list whose rows these are, in their order."""
    base = rows[0].level
    starts = 0
    numbered = []
    for row in rows:
        starts += row.level <= base
        numbered.append((starts, row))
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        first, *inner = (row for _, row in group)
        if ordered or any(row.label is None or row.label.ordered is not False for row in inner):
            lines = [first.inlines, *(_in_item(row, base) for row in inner)]
            yield as_one(lines)
        else:
            yield from (row.inlines for row in (first, *inner))


def _in_item(row: _Row, base: int) -> tuple[Inline, ...]:
    return row.inlines if row.label is None else line(row.label, row.level - base, row.inlines)


def _spaced(text: str) -> str:
    return text if text[-1] in _CLOSE or text[-1] > "\u2fff" else f"{text} "


def _behind(sign: str, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    match inlines:
        case (Text(text), *others):
            return (Text(sign + text), *others)
        case ():
            return (Text(sign.rstrip()),)
        case _:
            return (Text(sign), *inlines)
