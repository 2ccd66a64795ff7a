"""One line of a page in the making: pieces of text with their looks, then inlines, a paragraph each."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

import msgspec

from publisher.model import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text
from publisher.readers.strips import EDGE, HAN, in_line, joined

_SPACES = re.compile(r"[ \t\r\n\f]+")
_TOKENS = re.compile(r"[ \t\r\n\f]+|[^ \t\r\n\f]+")
_WIDE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uff60“”‘’…—]")
_INDENT = re.compile(r"[ \t\r\n]*(?:\u3000|\xa0[ \t]*\xa0)")
_SENTENCE_END = re.compile(r"(?:[。！？!?…]|(?<=[a-z\d)%])\.)[”’」』）)\"']*\Z")
_SHORTEST_SENTENCE = 15
_SOFT = str.maketrans("", "", "\xad\u200b\ufeff")


class Piece(msgspec.Struct, frozen=True):
    """Text of one look; or, with ``end``, a line end; or a note's text."""

    text: str = ""
    strong: bool = False
    stressed: bool = False
    url: str = ""
    shift: bool = False
    end: bool = False
    note: str = ""


class Line:
    """Gathers pieces up to the end of a block."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []

    def add(self, piece: Piece) -> None:
        """Add a piece at the end."""
        self._pieces.append(piece)

    def is_open(self) -> bool:
        """Tell whether the line has words since its last end, and they are no whole sentence."""
        text = ""
        for piece in reversed(self._pieces):
            if piece.end:
                break
            text = piece.text + text
        text = text.strip(EDGE)
        return bool(text) and not _SENTENCE_END.search(text)

    def shifted(self) -> str:
        """Return the raised or lowered text that the line ends with."""
        return "".join(p.text for p in self._pieces[self._shift_start() :])

    def unshift(self, text: str = "") -> None:
        """Set ``text``, or else the same characters, on the line for the raised text it ends with."""
        start = self._shift_start()
        pieces = [msgspec.structs.replace(p, shift=False) for p in self._pieces[start:]]
        if text:
            pieces = [msgspec.structs.replace(pieces[0], text=text)]
        self._pieces[start:] = pieces

    def _shift_start(self) -> int:
        start = len(self._pieces)
        while start and self._pieces[start - 1].shift:
            start -= 1
        return start

    def paragraphs(self, *, one: bool) -> list[tuple[Inline, ...]]:
        """Return the paragraphs of the line; with ``one`` its line ends are spaces, or in Chinese nothing.

        Two line ends part paragraphs; so does one before an indent or after a sentence.
        """
        found: list[list[list[Piece]]] = []
        lines = [list(group) for end, group in groupby(self._pieces, key=lambda p: p.end) if not end]
        gaps = [len(list(group)) for end, group in groupby(self._pieces, key=lambda p: p.end) if end]
        if self._pieces and self._pieces[0].end:
            gaps = gaps[1:]
        gap, before = 2, ""
        for number, pieces in enumerate(lines):
            raw = "".join(p.text for p in pieces)
            spaced = _collapsed(pieces)
            text = "".join(p.text for p in spaced)
            if spaced:
                ended = len(before) >= _SHORTEST_SENTENCE and bool(_SENTENCE_END.search(before))
                if gap > 1 or _INDENT.match(raw) or ended:
                    found.append([])
                found[-1].append(spaced)
                gap, before = 0, text
            gap += gaps[number] if number < len(gaps) else 0
        made = [self.as_one([_inlines(line) for line in lines]) for lines in found]
        return [in_line(self.as_one(made))] if one and made else made

    @staticmethod
    def as_one(lines: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
        """Return ``lines`` as one run, a line end between them."""
        found: list[Inline] = []
        for inlines in filter(None, lines):
            found += [LineBreak(), *inlines] if found else inlines
        return joined(found)


def _collapsed(pieces: Sequence[Piece]) -> list[Piece]:
    """Return ``pieces`` with spaces as a page shows them, none at the ends; empty without words and notes.

    A line end in the source between two Chinese characters is no space (CSS Text 3, 4.1.3).
    """
    full = "".join(p.text for p in pieces)
    bounds: list[int] = []
    for piece in pieces:
        bounds.append((bounds[-1] if bounds else 0) + len(piece.text))
    parts: list[list[str]] = [[] for _ in pieces]
    at = 0
    for token in _TOKENS.finditer(full):
        start, end = token.span()
        while bounds[at] <= start:
            at += 1
        if _SPACES.match(token[0]):
            joins = start and "\n" in token[0] and _WIDE.match(full, start - 1) and _WIDE.match(full, end)
            parts[at].append("" if joins else " ")
            continue
        for number in range(at, len(pieces)):
            begun = bounds[number] - len(pieces[number].text)
            parts[number].append(full[max(start, begun) : min(end, bounds[number])])
            if bounds[number] >= end:
                break
    kept = ["".join(found) for found in parts]
    words = [number for number, piece in enumerate(pieces) if kept[number].strip(EDGE) or piece.note]
    if not words:
        return []
    made = []
    for number in range(words[0], words[-1] + 1):
        text = kept[number].translate(_SOFT)
        text = text.lstrip(EDGE) if number == words[0] else text
        text = text.rstrip(EDGE) if number == words[-1] else text
        made.append(msgspec.structs.replace(pieces[number], text=text))
    return made


def _inlines(pieces: Sequence[Piece]) -> tuple[Inline, ...]:
    """Return ``pieces`` as inlines: links outside, then what is strong, then emphasis."""
    found: list[Inline] = []
    for url, linked in groupby(pieces, key=lambda p: p.url):
        inside: list[Inline] = []
        for bold, group in groupby(linked, key=lambda p: p.strong):
            inner: list[Inline] = []
            for stressed, run in groupby(group, key=lambda p: p.stressed):
                texts: list[Inline] = [NoteRef(p.note) if p.note else Text(p.text) for p in run]
                inner += _wrapped(Emphasis, joined(texts)) if stressed else texts
            inside += _wrapped(Strong, joined(inner)) if bold else inner
        words = joined(inside)
        found += [Link(url, words)] if url and words else words
    return joined(found)


def _wrapped(kind: type[Strong] | type[Emphasis], inner: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return ``inner`` marked, unless it is nothing but space."""
    blank = all(isinstance(n, Text) and not n.text.strip(EDGE) for n in inner)
    return inner if blank else (kind(inner),)


def is_chinese(text: str) -> bool:
    """Tell whether there are Chinese characters in ``text``."""
    return bool(HAN.search(text))
