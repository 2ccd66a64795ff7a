"""Fonts as the typesetter needs them: advance widths, coverage, and subsets cut to a document."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from publisher import resources


@lru_cache(maxsize=16)
def face(name: str) -> Any:
    """Return the bundled font file ``name`` as a uharfbuzz Face, read once."""
    import uharfbuzz as hb

    return hb.Face(hb.Blob.from_file_path(str(resources.font(name))))


@lru_cache(maxsize=16)
def font(name: str) -> Any:
    """Return the bundled font file ``name`` as a uharfbuzz Font, which shapes."""
    import uharfbuzz as hb

    return hb.Font(face(name))


@lru_cache(maxsize=16)
def coverage(name: str) -> Collection[int]:
    """Return the code points that the bundled font file ``name`` has glyphs for."""
    return face(name).unicodes  # type: ignore[no-any-return]  # uharfbuzz has no types


def family(name: str) -> str:
    """Return the family that the font file ``name`` says it is of (OpenType, name 1)."""
    return str(face(name).get_name(1) or "")


def is_bold_or_italic(name: str) -> tuple[bool, bool]:
    """Return whether the font file ``name`` says it is bold, and italic (OpenType, head macStyle)."""
    style = int.from_bytes(face(name).reference_table("head").data[44:46])
    return bool(style & 1), bool(style & 2)


_MAY_STAY = frozenset((0, 8))
"""Installable and editable embedding; the others are for looking at, or forbid it."""


def may_be_embedded(name: str) -> bool:
    """Tell whether the font file ``name`` may go into a document to edit, cut (OpenType, OS/2 fsType)."""
    rights = int.from_bytes(face(name).reference_table("OS/2").data[8:10])
    return rights & 0xF in _MAY_STAY and not rights & 0x300


def advance(name: str, text: str) -> float:
    """Return the width of ``text`` set in the font file ``name``, in em."""
    return sum(advances(name, text))


def advances(name: str, text: str) -> tuple[float, ...]:
    """Return the advance of each character of ``text`` in the font file ``name``, in em.

    Latin is kerned; of a ligature the first character has the advance, the others
    none. Han stand in squares.
    """
    found: list[float] = []
    for alphabetic, part in groupby(text, _is_alphabetic):
        stretch = "".join(part)
        at = 0
        while at < len(stretch):
            end = _end(stretch, at) if alphabetic else at + 1
            found += _shaped(name, stretch[at:end])
            at = end
    return tuple(found)


def _end(text: str, at: int) -> int:
    """Return where what is shaped from ``at`` on may end: a long text is parted before a space."""
    end = at + _LONGEST
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", at + 1, end)
    return space if space > 0 else end


def quotes_beside(name: str, quotes: str) -> str:
    """Return the font file ``quotes`` if the apostrophe of ``name`` is as wide as Han, or ""."""
    return quotes if quotes and advance(name, "\u2019") > _WIDE else ""


_WIDE = 0.9
"""In em: nothing of Latin text is so wide that stands between letters."""


def _is_alphabetic(char: str) -> bool:
    """Tell what is shaped with its neighbours; from U+3000 on, each stands in a square of its own."""
    return char < "\u3000"


_LONGEST = 256
"""So many characters are shaped at a time; kerning is lost where a longer word is parted."""


PLAIN = dict.fromkeys(("dlig", "calt", "chws"), False)
"""Features for text whose characters are placed one by one: no squeeze but the composer's."""


@lru_cache(maxsize=16384)
def _shaped(name: str, text: str) -> tuple[float, ...]:
    found = [0.0] * len(text)
    for glyph in shape(font(name), text, PLAIN):
        found[glyph.cluster] += glyph.advance
    return tuple(found)


class Glyph(NamedTuple):
    """A shaped glyph: its number in the font, its character's index, advance and offset in em."""

    number: int
    cluster: int
    advance: float
    offset: float


_SHARED = (None, "Zyyy", "Zinh", "Hani")
"""Scripts of what Latin and Han share, and of Han (UAX 24)."""


def shape(opened: Any, text: str, features: Mapping[str, bool]) -> list[Glyph]:
    """Return the glyphs that the uharfbuzz font ``opened`` sets ``text`` with, left to right."""
    buffer = _shaped_buffer(opened, text, features)
    em = opened.face.upem
    return [
        Glyph(info.codepoint, info.cluster, at.x_advance / em, at.x_offset / em)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def numbers(opened: Any, text: str, features: Mapping[str, bool]) -> list[tuple[int, int]]:
    """Return the number of each glyph that :func:`shape` sets, and its character's index."""
    infos = _shaped_buffer(opened, text, features).glyph_infos
    return [(info.codepoint, info.cluster) for info in infos]


def _shaped_buffer(opened: Any, text: str, features: Mapping[str, bool]) -> Any:
    import uharfbuzz as hb

    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if buffer.script in _SHARED:
        # so that the font takes the dash of two squares, not the Latin one
        buffer.script, buffer.language = "Hani", "zh-Hans"
    buffer.direction = "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(opened, buffer, features)
    return buffer


@lru_cache(maxsize=16)
def extents(name: str) -> tuple[float, float]:
    """Return how far the font file ``name`` reaches above and below its baseline (hhea), in em."""
    found = font(name).get_font_extents("ltr")
    em = face(name).upem
    return found.ascender / em, -found.descender / em


def half_width(name: str, mark: str) -> tuple[float, float]:
    """Return the half width that the font's ``halt`` gives ``mark``, and the blank before its ink, in em."""
    glyph, *_ = shape(font(name), mark, {"halt": True})
    return glyph.advance, -glyph.offset


def outlines(name: str, text: str) -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
    """Return ``text`` in the font file ``name`` as steps of a path (M, L, C, Z) with points in em."""
    opened = font(name)
    pen = _Pen(face(name).upem)
    for glyph in shape(opened, text, {}):
        opened.draw_glyph_with_pen(glyph.number, pen)
        pen.x += glyph.advance
    return tuple(pen.steps)


class _Pen:
    """Takes down the outline of a glyph, quadratic curves as cubic ones (the fontTools pen protocol)."""

    def __init__(self, upem: int) -> None:
        self.x = 0.0
        self.steps: list[tuple[str, tuple[tuple[float, float], ...]]] = []
        self._upem = upem
        self._at = (0.0, 0.0)

    def _em(self, point: tuple[float, float]) -> tuple[float, float]:
        return self.x + point[0] / self._upem, point[1] / self._upem

    def _step(self, name: str, *points: tuple[float, float]) -> None:
        self.steps.append((name, tuple(self._em(point) for point in points)))
        self._at = points[-1]

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the pen protocol's name
        """Begin a contour."""
        self._step("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        """Draw a straight line."""
        self._step("L", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        """Draw a cubic curve."""
        self._step("C", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        """Draw a quadratic curve."""
        first, second = (
            (point[0] + 2 * (control[0] - point[0]) / 3, point[1] + 2 * (control[1] - point[1]) / 3)
            for point in (self._at, end)
        )
        self._step("C", first, second, end)

    def closePath(self) -> None:  # noqa: N802
        """End a contour."""
        self.steps.append(("Z", ()))

    endPath = closePath  # noqa: N815


FOR_SCREEN = frozenset(
    ("calt", "ccmp", "chws", "clig", "halt", "kern", "liga", "locl", "mark", "mkmk", "rlig")
)
"""The layout features that a browser uses on a page of ours, by itself or because its style asks for them."""

_NOT_FOR_SCREEN = frozenset(("BASE", "STAT", "VORG", "gasp", "vhea", "vmtx"))
"""Tables for vertical lines, hinting and the choice among faces."""


def cut(name: str, characters: frozenset[str], features: frozenset[str] | None = None) -> bytes:
    """Return a TrueType subset of the font file ``name`` with ``characters``, the same for the same set.

    Layout features stay (``chws`` squeezes adjacent marks, ``halt`` sets them
    half-width), or of them ``features``, without what only those left out
    need; hinting goes, for print does not use it.
    """
    import uharfbuzz as hb

    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.UNICODE).set({ord(c) for c in characters})
    kept = request.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG)
    kept.clear()
    if features is None:
        kept.invert()
    else:
        kept.set({_tag(feature) for feature in features})
        request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update({_tag(table) for table in _NOT_FOR_SCREEN})
    request.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(face(name), request).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode())


def with_extents(font: bytes, name: str) -> bytes:
    """Return the TrueType file ``font`` reaching above and below its baseline as the font file ``name`` does.

    A line that mixes two fonts is as high as both reach together, and so higher
    than its leading, unless both reach as far (CSS 2.2, 10.8.1).
    """
    from struct import pack

    made = bytearray(font)
    em = int.from_bytes(font[(at := _table(font, b"head")) + 18 : at + 20])
    above, below = (round(part * em) for part in extents(name))
    made[(at := _table(font, b"hhea")) + 4 : at + 10] = pack(">hhh", above, -below, 0)
    made[(at := _table(font, b"OS/2")) + 68 : at + 78] = pack(">hhhHH", above, -below, 0, above, below)
    return bytes(made)


def _table(font: bytes, tag: bytes) -> int:
    """Return where the table ``tag`` of a TrueType file starts."""
    count = int.from_bytes(font[4:6])
    entry = next(e for e in range(12, 12 + count * 16, 16) if font[e : e + 4] == tag)
    return int.from_bytes(font[entry + 8 : entry + 12])
