"""One paragraph of two versions: the words that went and came marked among those that stayed."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import groupby
from typing import Any

from docx.oxml.ns import qn

from publisher.exporters.word import xml
from publisher.exporters.word.changes import differing
from publisher.exporters.word.changes.carried import Carried
from publisher.exporters.word.changes.differing import Tag
from publisher.exporters.word.changes.marks import Marks
from publisher.exporters.word.changes.tokens import Reader, Token
from publisher.exporters.word.changes.tokens import look as seen

Piece = tuple[Tag, Token, Any]
"""A token, what became of it, and the properties that it had before where they changed."""


class Paragraphs:
    """Marks in new paragraphs what became of old ones."""

    def __init__(self, old: Any, new: Any, carried: Carried, marks: Marks) -> None:
        self._old = Reader(lambda number: carried.target(old.part, number))
        self._new = Reader(lambda number: carried.target(new.part, number))
        self._carried, self._marks = carried, marks

    def merge(self, old: Any, new: Any) -> list[tuple[Token, Token]]:
        """Mark the changes of the content of ``old`` in ``new``; return the things that stayed, in pairs."""
        gone, come = self._old.row(old), self._new.row(new)
        gone, come = gone.parted(come), come.parted(gone)
        things: list[tuple[Token, Token]] = []
        made: list[Piece] = []
        for stretch in differing.stretches(gone.tokens, come.tokens):
            if stretch.tag == "del":
                made += [("del", token, None) for token in gone.tokens[stretch.a : stretch.b]]
                continue
            for number in range(stretch.c, stretch.d):
                token = come.tokens[number]
                was = gone.tokens[stretch.a + number - stretch.c] if stretch.tag == "equal" else None
                if was is not None and token.nodes:
                    things.append((was, token))
                look = self._look_before(was, token) if was is not None else None
                made.append((stretch.tag, token, look))
        if all(tag == "equal" and look is None for tag, _, look in made):
            return things
        self._write(new, made, come.after)
        return things

    def _look_before(self, old: Token, new: Token) -> Any:
        """Return the properties that a run had before, in an element; None where it has them still."""
        if old.nodes or old.look == new.look:
            return None
        properties = _properties(old.run)
        return xml.make("w:rPr") if properties is None else properties

    def _write(self, paragraph: Any, made: list[Piece], after: tuple[Any, ...]) -> None:
        """Set the content of ``paragraph`` anew, each stretch of one kind in one mark."""
        paragraph[:] = [child for child in paragraph if child.tag == qn("w:pPr")]
        place, link = paragraph, ""  # the paragraph, or the hyperlink that is open
        for span in _spans(made):
            tag, token, _ = span[0]
            if token.link != link:
                place, link = paragraph, token.link
                if link:
                    place = self._carried.copy(token.holder) if tag == "del" else token.holder
                    place[:] = ()
                    paragraph.append(place)
            if tag != "del":
                place.extend(token.before)
            self._append(place, tag, list(self._runs(span)))
        paragraph.extend(after)

    def _append(self, place: Any, tag: Tag, elements: list[Any]) -> None:
        if tag == "equal":
            place.extend(elements)
            return
        for is_run, group in groupby(elements, lambda element: element.tag == qn("w:r")):
            if is_run:
                place.append(self._marks.runs(group, tag))
                continue
            for thing in group:
                self._marks.inside(thing, tag)
                place.append(thing)

    def _runs(self, span: list[Piece]) -> Iterator[Any]:
        """Yield the elements of a stretch, the words that come from one run as one again."""
        for _, group in groupby(span, _origin):
            pieces = list(group)
            tag, token, look = pieces[0]
            if token.nodes:
                nodes = (node for _, thing, _ in pieces for node in thing.nodes)
                yield from (self._carried.copy(node) for node in nodes) if tag == "del" else nodes
                continue
            run = _run(token.run, "".join(word.said for _, word, _ in pieces))
            if look is not None:
                self._marks.look(run, look)
            yield run


def _spans(made: Iterable[Piece]) -> list[list[Piece]]:
    """Return the pieces in stretches of one kind in one hyperlink; markers begin a new one."""
    spans: list[list[Piece]] = []
    for piece in made:
        tag, token, _ = piece
        last = spans[-1][-1] if spans else None
        marked = tag != "del" and bool(token.before)
        if last is not None and last[0] == tag and last[1].link == token.link and not marked:
            spans[-1].append(piece)
        else:
            spans.append([piece])
    return spans


def _origin(piece: Piece) -> tuple[int, bool, bytes | None]:
    """Return what the words of one run have in common."""
    _, token, look = piece
    return id(token.run), bool(token.nodes), None if look is None else seen(look)


def _run(run: Any, text: str) -> Any:
    """Return a run that looks as ``run`` and says ``text``."""
    made = xml.make("w:r")
    properties = _properties(run)
    if properties is not None:
        made.append(deepcopy(properties))
    made.text = text
    return made


def _properties(run: Any) -> Any:
    return None if run is None else run.find(qn("w:rPr"))
