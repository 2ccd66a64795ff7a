"""Inlines as HTML, and the characters each face of the page must carry."""

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from markupsafe import Markup, escape

from publisher.contracts import Furniture
from publisher.model import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text
from publisher.safety import safe_url
from publisher.typesetting.lines.breaks import wholes
from publisher.typesetting.spacing import HAN, spaced


def _figures(text: str, drawn: str) -> Iterator[tuple[int, int]]:
    """Yield where in ``drawn``, which is ``text`` with spaces set, figures stand that a line could part."""
    at = 0
    done = 0
    for start, end in wholes(text):
        if end - start > _LONGEST or not (_HAN_LAST.match(text, end - 1) or " " in text[start:end]):
            continue
        bounds = []
        for place in (start, end - 1):
            while done < place or drawn[at] != text[done]:
                done += drawn[at] == text[done]
                at += 1
            bounds.append(at)
        yield bounds[0], bounds[1] + 1


_JOINED = re.compile(r"(?<=[^\s\u2060])(?=——|……|·)")
"""Where an engine without ``line-break: strict`` would let a line begin with such a mark (clreq 3.1.3)."""

_LONGEST = 16
"""A figure of more characters may be parted, for it may be longer than a line."""

_HAN_LAST = re.compile(rf"[{HAN}]")
_HAN_END = re.compile(rf"[{HAN}][{HAN}]\W{{0,3}}$")


def _tail(text: str) -> int:
    """Return where the last two Han of ``text`` start, or its end where it does not close with two Han."""
    found = _HAN_END.search(text)
    return found.start() if found else len(text)


class Note(msgspec.Struct, frozen=True):
    """A note under the text: ``back`` links to the place it is referred to from."""

    text: str
    language: str
    back: Markup


class InlineHtml:
    """Renders inlines; with ``drawn_spacing`` it sets the Han–Latin space itself.

    Notes are numbered from 1 in the order they are met and kept in ``notes``;
    ``furniture`` says what their links are called in each language.
    """

    def __init__(self, furniture: Mapping[str, Furniture], *, drawn_spacing: bool) -> None:
        self._furniture = furniture
        self._drawn_spacing = drawn_spacing
        self.notes: list[Note] = []

    def text(self, text: str, language: str) -> Markup:
        """Return ``text`` escaped; figures stay with units, days with months, and Chinese is spaced."""
        drawn = text
        if self._drawn_spacing and language.startswith("zh"):
            drawn = _JOINED.sub("\u2060", spaced(text))
        parts: list[Markup] = []
        done = 0
        for start, end in _figures(text, drawn):
            parts += (
                escape(drawn[done:start]),
                Markup('<span class="whole">{}</span>').format(drawn[start:end]),
            )
            done = end
        return Markup("").join((*parts, escape(drawn[done:])))

    def paragraph(self, nodes: tuple[Inline, ...], language: str) -> Markup:
        """Return a paragraph; no last line of a Chinese one holds one character alone."""
        if not (language.startswith("zh") and nodes and isinstance(nodes[-1], Text)):
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
