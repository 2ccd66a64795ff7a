"""Text to atoms: inlines to styled runs, runs to composed lines, a line an atom."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from publisher.exporters.composed.atoms import Atom, Mark, Target, Words
from publisher.model import Emphasis, Inline, Link, NoteRef, Strong, Text
from publisher.safety import safe_url
from publisher.theme import Fonts, TypeStyle, Typography
from publisher.typesetting import fonts as metrics
from publisher.typesetting.lines import Align, Line, Run, Setting, Strictness, compose

NOTE_SIZE = 0.7
"""A note number in its text's size (CSS ``vertical-align: super``)."""

NOTE_RISE = 0.33


class Face(msgspec.Struct, frozen=True):
    """The files that set one weight: Han, Latin, what neither holds, and marks where they are not Han's."""

    han: str
    latin: str
    spare: tuple[str, ...]
    marks: str = ""


class Faces(msgspec.Struct, frozen=True):
    """The faces of one script of a theme."""

    regular: Face
    bold: Face
    emphasis: Face
    sans: Face
    kai: Face
    title: Face

    @classmethod
    def of(cls, fonts: Fonts, language: str) -> "Faces":
        """Return the faces for text in ``language``: English emphasis is italic, Chinese is Hei."""
        spare = tuple(name for name in (fonts.han.regular, fonts.han.spare) if name)
        marks, bold_marks, sans_marks = fonts.centred(language)
        italic = Face(fonts.han.regular, fonts.latin.italic, spare)
        chinese = language.startswith("zh")
        if not chinese and fonts.sans_quotes:
            sans_marks = metrics.quotes_beside(fonts.sans.bold, fonts.sans_quotes.bold)
        return cls(
            regular=Face(fonts.han.regular, fonts.latin.regular, spare, marks),
            bold=Face(fonts.han.bold, fonts.latin.bold, spare, bold_marks),
            emphasis=Face(fonts.sans.bold, fonts.latin.bold, spare, sans_marks) if chinese else italic,
            sans=Face(fonts.sans.bold, fonts.sans.bold, spare, sans_marks),
            kai=Face(fonts.brush if chinese else fonts.han.regular, fonts.latin.regular, spare, marks),
            title=Face(fonts.display, fonts.latin.bold, spare, bold_marks),
        )


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How a text is set: its style (sizes in pt), language, faces, ink, tracking in em, and line rules.

    Only text that ``runs`` on is hyphenated, if the theme asks for it at all.
    """

    style: TypeStyle
    language: str
    faces: Faces
    face: Face
    ink: str
    tracking: float = 0.0
    typography: Typography = Typography()
    runs: bool = False


class Notes:
    """Numbers the notes of a document in the order they are met."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, str]] = []
        """The notes, each with its language."""

    def number(self, note: str, language: str) -> str:
        """Return the number of ``note``."""
        self.texts.append((note, language))
        return str(len(self.texts))


def runs(nodes: Iterable[Inline], look: Look, notes: Notes) -> tuple[Run, ...]:
    """Return ``nodes`` as runs without spaces at the start of a line; a link's address is their tag."""
    found: list[Run] = []
    _collect(nodes, look, look.face, "", notes, found)
    begins = True
    for number, one in enumerate(found):
        if begins and one.text.startswith(" "):
            found[number] = one = msgspec.structs.replace(one, text=one.text.lstrip(" "))
        begins = one.text.endswith("\n") if one.text else begins
    return tuple(one for one in found if one.text)


def _collect(
    nodes: Iterable[Inline], look: Look, face: Face, url: str, notes: Notes, found: list[Run]
) -> None:
    for node in nodes:
        match node:
            case Text(text):
                found.append(run(text, face, look.style.size, url))
            case Strong(children):
                _collect(children, look, look.faces.bold, url, notes, found)
            case Emphasis(children):
                _collect(children, look, look.faces.emphasis, url, notes, found)
            case Link(address, children):
                _collect(children, look, face, safe_url(address), notes, found)
            case NoteRef(note):
                size, number = look.style.size, notes.number(note, look.language)
                found.append(run(number, face, size * NOTE_SIZE, "", rise=size * NOTE_RISE))
            case _:
                found.append(run("\n", face, look.style.size, url))


def run(text: str, face: Face, size: float, url: str = "", rise: float = 0.0) -> Run:
    """Return a run in ``face``."""
    return Run(text, face.han, face.latin, size, rise=rise, tag=url, spare=face.spare, marks=face.marks)


def lines(made: Sequence[Run], look: Look, measure: float, indent: float = 0.0) -> tuple[Line, ...]:
    """Return the lines of ``made`` at ``measure`` pt."""
    size = look.style.size
    setting = Setting(
        measure=measure,
        language=look.language,
        align=Align(look.style.align),
        indent=min(indent, measure / 2),
        tracking=look.tracking * size,
        hanging=look.typography.hanging == "allow-end",
        hyphenate=look.typography.hyphenate and look.runs,
        strictness=Strictness(look.typography.strictness),
    )
    return _composed(tuple(made), setting)


_composed = lru_cache(maxsize=8192)(compose)
"""A text is composed again where pictures are tried at other places, and where a file is read back."""


def paragraph(
    made: Sequence[Run], look: Look, measure: float, *, x: float = 0.0, indent: float = 0.0
) -> tuple[Atom, ...]:
    """Return a paragraph, a line an atom, its left edge at ``x``; two lines stay at either page's edge."""
    return atoms(lines(made, look, measure, indent), look, x)


def atoms(composed: Sequence[Line], look: Look, x: float = 0.0) -> tuple[Atom, ...]:
    """Return lines as atoms with the space of ``look`` around them."""
    last = len(composed) - 1
    return tuple(
        Atom(
            height=look.style.leading,
            marks=marks(line, look, x),
            before=look.style.before if n == 0 else 0.0,
            after=look.style.after if n == last else 0.0,
            # no widow, no orphan: the first two lines and the last two stay together, but not on a grid of
            # characters, whose every line is filled (GB/T 9704-2012, 5.2.3)
            keep=n != last and n in (0, last - 1) and not look.style.tracking,
        )
        for n, line in enumerate(composed)
    )


def marks(line: Line, look: Look, x: float) -> tuple[Mark, ...]:
    """Return what draws ``line`` with its left edge at ``x``."""
    links = (
        Target(x + piece.x, 0.0, sum(piece.advances), look.style.leading, piece.tag)
        for piece in line.pieces
        if piece.tag
    )
    words = Words(line.pieces, x, baseline(look), look.ink, hyphen=line.hyphen)
    return (words, *links) if line.pieces else ()


def baseline(look: Look) -> float:
    """Return the baseline's distance from a line's top: half the leading on each side (CSS 2.1, 10.8)."""
    # letters and Kai in Chinese text stand on the line of its Han
    face = look.faces.regular.han if look.language.startswith("zh") else look.face.latin
    ascent, descent = metrics.extents(face)
    return look.style.leading / 2 + (ascent - descent) * look.style.size / 2
