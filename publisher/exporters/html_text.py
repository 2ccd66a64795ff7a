"""Inlines as HTML, and the characters each face of the page must carry."""

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from markupsafe import Markup, escape

from publisher.contracts import Furniture
from publisher.model import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text
from publisher.safety import safe_url
from publisher.typesetting.headline import phrases
from publisher.typesetting.lines import stand_apart
from publisher.typesetting.lines.breaks import wholes
from publisher.typesetting.lines.classes import elided, is_han


def _figures(text: str) -> Iterator[tuple[int, int]]:
    """Yield where figures stand that a line could part: browsers know no unit of ours."""
    for start, end in wholes(text):
        if end - start <= _LONGEST and (is_han(text[end - 1]) or " " in text[start:end]):
            yield start, end


_LONGEST = 16
"""A figure of more characters may be parted, for it may be longer than a line."""

_FITS = 12
"""So many characters of a title find room in any window; to look for their words would take time."""

_YEARS = re.compile(r"\d[—–～-]\d")

_PIECE = 20
"""So many characters of an address find room in any window."""

_ADDRESS = re.compile(r"(?:https?://|www\.|(?<![\w.+-])[\w.+-]{1,64}@)[!-~]{12,}", re.ASCII)
_JOINT = re.compile(r"(?<=[/?&=@#])(?!/)|(?=\.\w)", re.ASCII)


def _parted(text: str) -> Iterator[Markup]:
    """Yield ``text`` escaped; a long address parts at its marks, and at no hyphen, which would seem ours."""
    done = 0
    for found in _ADDRESS.finditer(text):
        yield escape(text[done : found.start()])
        pieces = [
            _unparted(p) if "-" in p and len(p) <= _PIECE else escape(p) for p in _JOINT.split(found[0])
        ]
        yield Markup("<wbr>").join(pieces)
        done = found.end()
    yield escape(text[done:])


def _unparted(text: str) -> Markup:
    return Markup('<span class="whole">{}</span>').format(text)


_ROW = re.compile(r"(?<=\S) {2,}(?=\S)")
"""A row of spaces sets names and fields apart: a page shows it by spaces that do not run together."""

_LAST = re.compile(r"..\W{0,3}$")


def _tail(text: str) -> int:
    """Return where the last two Han of ``text`` start, or its end where it does not close with two Han."""
    found = _LAST.search(text)
    return found.start() if found and is_han(found[0][0]) and is_han(found[0][1]) else len(text)


class Note(msgspec.Struct, frozen=True):
    """A note under the text: ``back`` links to the place it is referred to from."""

    text: str
    language: str
    back: Markup


class InlineHtml:
    """Renders inlines; with ``wholes`` it marks what a line must not part, for an engine that does not know.

    Notes are numbered from 1 in the order they are met and kept in ``notes``;
    ``furniture`` says what their links are called in each language.
    """

    def __init__(self, furniture: Mapping[str, Furniture], *, wholes: bool) -> None:
        self._furniture = furniture
        self._wholes = wholes
        self.notes: list[Note] = []

    def text(self, text: str, language: str) -> Markup:
        """Return ``text`` escaped; figures stay with their units, and English days with their months.

        In Chinese a word with an apostrophe inside is marked: that is of the Latin face.
        """
        text = _ROW.sub(lambda row: "\u00a0" * (len(row[0]) - 1) + " ", text)
        parts: list[Markup] = []
        done = 0
        for start, end in elided(text) if language.startswith("zh") else ():
            word = Markup('<span class="elided">{}</span>').format(text[start:end])
            parts += (self._text(text[done:start]), word)
            done = end
        return Markup("").join((*parts, self._text(text[done:])))

    def _text(self, text: str) -> Markup:
        if not self._wholes:
            return escape(text)
        parts: list[Markup] = []
        done = 0
        for start, end in _figures(text):
            parts += (*_parted(text[done:start]), _unparted(text[start:end]))
            done = end
        return Markup("").join((*parts, *_parted(text[done:])))

    def title(self, text: str, language: str, *, alone: bool = True) -> Markup:
        """Return a line of a title; where a window is too narrow for it, Chinese parts between its words.

        A short title fits, but not as one line of several that run on, or in large type.
        """
        if not (self._wholes and language.startswith("zh")) or (alone and len(text) <= _FITS):
            return self.text(text, language)
        parts: list[Markup] = []
        last = ""
        for part in phrases(text):
            if last and not stand_apart(last, part[0]):  # browsers draw no gap over a wbr
                parts.append(Markup("<wbr>"))
            whole = _YEARS.search(part) and len(part) <= _LONGEST
            parts.append(_unparted(part) if whole else self.text(part, language))
            last = part[-1]
        return Markup("").join(parts)

    def titled(self, nodes: Iterable[Inline], language: str) -> Markup:
        """Return ``nodes`` as phrasing content; their text parts as that of a title."""
        return Markup("").join(
            self.title(node.text, language) if isinstance(node, Text) else self._node(node, language)
            for node in nodes
        )

    def paragraph(self, nodes: tuple[Inline, ...], language: str) -> Markup:
        """Return a paragraph; no last line of a Chinese one holds one character alone."""
        if not (self._wholes and language.startswith("zh") and nodes and isinstance(nodes[-1], Text)):
            return self.inlines(nodes, language)
        text = nodes[-1].text
        cut = _tail(text)
        start = self.inlines((*nodes[:-1], Text(text[:cut])), language)
        return (
            start
            if cut == len(text)
            else start + Markup('<span class="whole">{}</span>').format(self.text(text[cut:], language))
        )

    def inlines(self, nodes: Iterable[Inline], language: str) -> Markup:
        """Return ``nodes`` as phrasing content."""
        return Markup("").join(self._node(node, language) for node in nodes)

    def _node(self, node: Inline, language: str) -> Markup:
        match node:
            case Text(text):
                return self.text(text, language)
            case Strong(children):
                return Markup("<strong>{}</strong>").format(self.inlines(children, language))
            case Emphasis(children):
                return Markup("<em>{}</em>").format(self.inlines(children, language))
            case Link(url, children):
                inside = self.inlines(children, language)
                href = safe_url(url)
                return Markup('<a href="{}">{}</a>').format(href, inside) if href and inside else inside
            case NoteRef(note):
                return self._noteref(note, language)
            case LineBreak():
                return Markup("<br>")

    def _noteref(self, note: str, language: str) -> Markup:
        number = len(self.notes) + 1
        called = self._furniture[language]
        back = Markup('<a role="doc-backlink" href="#r{0}" aria-label="{1}">{0}</a>')
        self.notes.append(Note(note, language, back.format(number, called.note_back.format(number=number))))
        link = Markup('<a class="noteref" role="doc-noteref" href="#n{0}" id="r{0}" aria-label="{1}">{0}</a>')
        return link.format(number, called.note.format(number=number))
