"""Carry inline markup through an engine: marks travel as codes and are set again where these come out."""

from collections.abc import Iterator, Sequence

import msgspec

from publisher.model import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text
from publisher.translation.inlines import Find, Rebuilt, settle
from publisher.translation.joining import gap
from publisher.translation.protect import VALUES, Kind, Masked, Piece, Point, Span, cut, fitted, mask
from publisher.walk import plain

Mark = Strong | Emphasis | Link | NoteRef


class Marked(msgspec.Struct, frozen=True):
    """A masked run of inlines: ``marks`` by number, and those that are ``around`` the whole of it."""

    masked: Masked
    marks: tuple[Mark, ...] = ()
    around: tuple[Strong | Emphasis | Link, ...] = ()


def slice_inlines(inlines: tuple[Inline, ...], start: int, end: int) -> tuple[Inline, ...]:
    """Return the part of ``inlines`` from ``start`` to ``end``, in characters of their plain text.

    A mark that lies across an edge is cut in two; a note belongs to the part
    whose last character stands before it.
    """
    return tuple(_slice(inlines, start, end, 0))


def _slice(inlines: tuple[Inline, ...], start: int, end: int, at: int) -> Iterator[Inline]:
    for node in inlines:
        size = len(plain((node,)))
        match node:
            case Text(text):
                if words := text[max(start - at, 0) : max(end - at, 0)]:
                    yield Text(words)
            case Strong(children) | Emphasis(children) | Link(_, children):
                if part := tuple(_slice(children, start, end, at)):
                    yield msgspec.structs.replace(node, children=part)
            case NoteRef():
                if start < at <= end or at == start == 0:
                    yield node
            case LineBreak():
                if start <= at < end:
                    yield node
        at += size


def mask_inlines(inlines: tuple[Inline, ...], spans: Sequence[Span] = ()) -> Marked:
    """Return the text of ``inlines`` for an engine; ``spans`` are places in their plain text.

    A mark around a span and nothing else goes with what stands in for it; one
    around the whole run needs nothing to stand in for it.
    """
    around: list[Strong | Emphasis | Link] = []
    while len(inlines) == 1 and isinstance(inlines[0], Strong | Emphasis | Link):
        around.append(inlines[0])
        inlines = inlines[0].children
    marks: list[Mark] = []
    points: list[Point] = []
    text = _collect(inlines, marks, points, "")
    return Marked(mask(text, spans, points), tuple(marks), tuple(around))


def _collect(inlines: tuple[Inline, ...], marks: list[Mark], points: list[Point], text: str) -> str:
    """Gather marks and points in order; return ``text`` with that of ``inlines`` behind it."""
    for node in inlines:
        number = len(marks)
        match node:
            case Text(words):
                text += words
            case Strong(children) | Emphasis(children) | Link(_, children):
                marks.append(node)
                points.append(Point(len(text), Kind.OPEN, number))
                text = _collect(children, marks, points, text)
                points.append(Point(len(text), Kind.CLOSE, number))
            case LineBreak():
                text += "\n"
            case NoteRef():
                marks.append(node)
                points.append(Point(len(text), Kind.POINT, number))
    return text


def restore_inlines(
    text: str, marked: Marked, notes_in_target: Sequence[str] = (), find: Find = lambda _: None
) -> Rebuilt:
    """Return the translation ``text`` of ``marked.masked.text`` as inlines, every value in its place.

    A mark whose two codes did not come out in order is set as ``rebuild`` sets
    one: where the translation of its text, which ``find`` knows, stands once.
    A link without a place goes to the end with its address; a note without one
    goes to the end; a line break stands where the engine left one.
    """
    tree = _Tree(marked, list(notes_in_target))
    pieces, _, _ = cut(text, marked.masked)
    paired = _paired(pieces)
    for piece in pieces:
        tree.add(piece, paired)
    nodes = tree.nodes
    lost = tuple(m for n, m in enumerate(marked.marks) if n not in tree.placed)
    settled = settle(nodes, _outermost(lost), find)
    trailing = [NoteRef(note) for note in tree.notes_left()]
    body = (n for n in nodes if not (isinstance(n, Text) and not n.text))
    inlines: tuple[Inline, ...] = (*body, *settled.inlines, *trailing)
    for mark in reversed(marked.around):
        inlines = (msgspec.structs.replace(mark, children=inlines),)
    misplaced = tuple(note for note in tree.notes_left() if note)
    return Rebuilt(inlines, (*settled.lost, *misplaced))


def _outermost(lost: tuple[Mark, ...]) -> tuple[Inline, ...]:
    """Return the lost marks that are in no other lost one: it carries them."""
    inner = {
        id(child) for mark in lost if isinstance(mark, Strong | Emphasis | Link) for child in _deep(mark)
    }
    return tuple(m for m in lost if id(m) not in inner and isinstance(m, Strong | Emphasis | Link))


def _deep(mark: Strong | Emphasis | Link) -> Iterator[Inline]:
    for child in mark.children:
        yield child
        if isinstance(child, Strong | Emphasis | Link):
            yield from _deep(child)


def _paired(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the marks that begin, hold something and end, and do not lie across another."""
    good: set[int] = set()
    open_: list[tuple[int, bool]] = []
    for piece in pieces:
        slot = piece.slot
        if slot is None or slot.kind in VALUES:
            open_ = [(mark, True) for mark, _ in open_]
        elif slot.kind is Kind.OPEN:
            open_.append((slot.marks[0], False))
        elif slot.kind is Kind.CLOSE and (slot.marks[0], True) in open_:
            while open_[-1][0] != slot.marks[0]:
                open_.pop()  # one that ends outside: it lies across
            good.add(open_.pop()[0])
    return frozenset(good)


class _Tree:
    """Builds inlines of pieces; white space between two of them goes outside the marks between them."""

    def __init__(self, marked: Marked, notes: list[str]) -> None:
        self._marks = marked.marks
        self._notes = dict(
            zip((n for n, m in enumerate(marked.marks) if isinstance(m, NoteRef)), notes, strict=False)
        )
        self._levels: list[list[Inline]] = [[]]
        self._open: list[int] = []
        self._due: list[int] = []  # begun, with nothing in them yet
        self._last = ""
        self._space = ""
        self.placed: set[int] = set()

    def add(self, piece: Piece, paired: frozenset[int]) -> None:
        """Set the next piece; marks that are not ``paired`` are passed over."""
        self._space += piece.space
        slot = piece.slot
        if slot is None or slot.kind in VALUES:
            self._words(piece)
        elif slot.kind is Kind.POINT:
            self._point(slot.marks[0])
        elif slot.marks[0] in paired:
            if slot.kind is Kind.OPEN:
                self._due.append(slot.marks[0])
            else:
                self._close()

    def _words(self, piece: Piece) -> None:
        before, words = fitted(self._last, piece)
        if before != self._last:
            self._trim(len(self._last) - len(before))
        self._text(gap(before, words, self._space))
        for mark in self._due:
            self._open.append(mark)
            self._levels.append([])
        self._due = []
        self._space = ""
        numbers = piece.slot.marks if piece.slot else ()
        if numbers:
            node: Inline = Text(words)
            for number in reversed(numbers):
                node = msgspec.structs.replace(self._marks[number], children=(node,))
            self._levels[-1].append(node)
            self.placed.update(numbers)
        else:
            self._text(words)
        self._last = before + words

    def _text(self, words: str) -> None:
        level = self._levels[-1]
        for n, line in enumerate(words.split("\n")):
            if n:
                level.append(LineBreak())
            if line and level and isinstance(level[-1], Text):
                level[-1] = Text(level[-1].text + line)
            elif line:
                level.append(Text(line))

    def _trim(self, size: int) -> None:
        """Take ``size`` characters, an article, from the end of the last text, if it stands there."""
        level = self._levels[-1]
        if level and isinstance(level[-1], Text) and len(level[-1].text) >= size:
            level[-1] = Text(level[-1].text[:-size])

    def _close(self) -> None:
        number = self._open.pop()
        children = tuple(self._levels.pop())
        self._levels[-1].append(msgspec.structs.replace(self._marks[number], children=children))
        self.placed.add(number)

    def _point(self, number: int) -> None:
        if (note := self._notes.pop(number, None)) is not None:
            self._levels[-1].append(NoteRef(note))
        self.placed.add(number)

    def notes_left(self) -> tuple[str, ...]:
        """Return the notes whose place was not found."""
        return tuple(self._notes.values())

    @property
    def nodes(self) -> list[Inline]:
        """What was built."""
        return self._levels[0]
