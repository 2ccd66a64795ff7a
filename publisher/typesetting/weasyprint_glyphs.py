"""What Pango makes of a text, glyph by glyph, and how a line of it is shown in a PDF.

WeasyPrint 70 lets Pango shape each line anew, up to five times. Here a text is
shaped once, its advances go to the line composer, and its glyphs are shown
where the composer put them. Where Han and Latin stand apart, the Latin beside
the gap is marked with the character as what it says (ISO 32000-1, 14.9.4
ActualText) and a space fills the gap: programs that extract text would guess
one from the distance.
"""

from itertools import pairwise
from typing import Any, NamedTuple

from publisher.typesetting.lines.classes import OPENING, is_han

_SQUARE = 0.9


class Glyph(NamedTuple):
    """A glyph: its PangoFont, number and offset in px, and the characters it stands for."""

    font: Any
    number: int
    x: float
    y: float
    text: str


class Shaped(NamedTuple):
    """A text as Pango shapes it on one endless line; lengths in px.

    ``advances`` and ``glyphs`` have an entry a character; of several that make
    one glyph the first has both. ``layout`` keeps the fonts alive.
    """

    advances: tuple[float, ...]
    glyphs: tuple[tuple[Glyph, ...], ...]
    height: float
    decoration: Any


class Shaper:
    """Shapes the texts of a document, and keeps the fonts alive that their glyphs are of."""

    def __init__(self) -> None:
        self._layouts: dict[Any, Any] = {}
        self._signs: dict[tuple[str, ...], Shaped] = {}
        self._blanks: dict[tuple[Any, str], tuple[float, float]] = {}

    def shaped(self, style: Any, text: str, features: str = "chws 0") -> Shaped | None:
        """Return ``text`` in a WeasyPrint ``style`` with OpenType ``features`` over its own.

        None where a font lacks a character, or the text runs right to left.
        """
        from weasyprint.text.ffi import FROM_UNITS, ffi, pango
        from weasyprint.text.line_break import Layout, line_size

        layout = Layout(style)
        encoded = text.encode()
        _set(layout.layout, encoded, features.encode())
        line, _ = layout.get_first_line()
        _, height = line_size(line, style)
        at = _characters(text)
        advances = [0.0] * len(text)
        glyphs: list[tuple[Glyph, ...]] = [()] * len(text)
        run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
        while run != ffi.NULL:
            item, string = run.data.item, run.data.glyphs
            if item.analysis.level % 2:
                return None
            font = item.analysis.font
            self._layouts.setdefault(font, layout.layout)
            starts = [item.offset + string.log_clusters[n] for n in range(string.num_glyphs)]
            for n, (start, end) in enumerate(pairwise((*starts, item.offset + item.length))):
                number, geometry = string.glyphs[n].glyph, string.glyphs[n].geometry
                place = at[start]
                advances[place] += geometry.width * FROM_UNITS
                if number == pango.PANGO_GLYPH_EMPTY:
                    continue
                if number & pango.PANGO_GLYPH_UNKNOWN_FLAG:
                    return None
                x, y = geometry.x_offset * FROM_UNITS, geometry.y_offset * FROM_UNITS
                glyphs[place] += (Glyph(font, number, x, y, encoded[start:end].decode()),)
            run = run.next
        layout.deactivate()
        return Shaped(tuple(advances), tuple(glyphs), height, layout)

    def sign(self, style: Any, char: str) -> Shaped:
        """Return a sign that every font of ours has, a space or a hyphen, in the first font of ``style``."""
        names = ("font_family", "font_weight", "font_style", "font_size")
        key = (char, *(str(style[name]) for name in names))
        if key not in self._signs:
            self._signs[key] = self.shaped(style, char) or Shaped((0.0,), ((),), 0.0, None)
        return self._signs[key]

    def blanks(self, style: Any, mark: str, glyph: Glyph, advance: float) -> tuple[float, float]:
        """Return the blank before and after ``mark`` in its square, in px, after the font's ``halt``."""
        key = (glyph.font, mark)
        if key not in self._blanks:
            half = self.shaped(style, mark, "halt 1, chws 0")
            narrow = half.advances[0] if half else advance
            before = -half.glyphs[0][0].x if half else 0.0
            if advance < _SQUARE * float(style["font_size"]):
                self._blanks[key] = (0.0, 0.0)
            elif narrow >= advance:
                self._blanks[key] = (advance / 2, 0.0) if mark in OPENING else (0.0, advance / 2)
            else:
                self._blanks[key] = (before, advance - narrow - before)
        return self._blanks[key]


def _set(layout: Any, encoded: bytes, features: bytes) -> None:
    """Set a Pango layout's text with ``features``: of two settings of a feature the last wins."""
    from weasyprint.text.ffi import ffi, pango

    attributes = pango.pango_layout_get_attributes(layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    pango.pango_attr_list_insert(attributes, pango.pango_attr_font_features_new(features))
    pango.pango_layout_set_attributes(layout, attributes)
    pango.pango_layout_set_text(layout, encoded, len(encoded))
    pango.pango_layout_set_single_paragraph_mode(layout, True)


def _characters(text: str) -> dict[int, int]:
    """Return which character begins at each byte of ``text`` in UTF-8."""
    found: dict[int, int] = {}
    at = 0
    for n, char in enumerate(text):
        found[at] = n
        at += len(char.encode())
    return found


class Placed(NamedTuple):
    """A line's characters in one box and where they stand, in px from the box's left edge.

    ``x`` is where each begins, ``shifts`` moves its glyph alone. ``gaps`` is the
    width of the gap before each, and behind the last, where Han and Latin stand
    apart; elsewhere 0. ``space`` is the glyph that fills gaps.
    """

    text: str
    glyphs: tuple[tuple[Glyph, ...], ...]
    x: tuple[float, ...]
    shifts: tuple[float, ...]
    gaps: tuple[float, ...]
    space: tuple[Glyph, ...]


def show(stream: Any, placed: Placed, size: float) -> None:
    """Show ``placed`` in a WeasyPrint ``stream`` whose text matrix stands at the box's left edge."""
    pen = _Pen(stream, size)
    text, gaps, space = placed.text, placed.gaps, placed.space
    for n, char in enumerate(text):
        apart = [gap for gap in gaps[n : n + 2] if gap] if not is_han(char) else []
        if apart:
            pen.flush()
            said = char.encode("utf-16-be").hex().upper()
            stream.stream.append(f"/Span<</ActualText<FEFF{said}>>>BDC".encode())
            if gaps[n]:
                pen.glyphs(space, placed.x[n] - gaps[n])
        pen.glyphs(placed.glyphs[n], placed.x[n] + placed.shifts[n])
        if apart:
            if gaps[n + 1]:
                pen.glyphs(space, placed.x[n + 1] - gaps[n + 1])
            pen.flush()
            stream.stream.append(b"EMC")
    pen.flush()


class _Pen:
    """Writes glyphs at places of a line: moves as ISO 32000-1, 9.4.3 counts them, rounded without drift."""

    def __init__(self, stream: Any, size: float) -> None:
        self._stream = stream
        self._size = size
        self._font: Any = None
        self._pango_font: Any = None
        self._at = 0.0
        self._shown: list[str] = []

    def glyphs(self, shown: tuple[Glyph, ...], x: float) -> None:
        """Show the glyphs of a character that begins ``x`` px from the left edge."""
        for glyph in shown:
            self._glyph(glyph, x)

    def _glyph(self, glyph: Glyph, x: float) -> None:
        if glyph.font != self._pango_font:
            self.flush()
            self._pango_font = glyph.font
            self._font, size = self._stream.add_font(glyph.font)
            self._size = size
            self._stream.set_font_size(self._font.hash, size)
        font = self._font
        font.to_unicode.setdefault(glyph.number, glyph.text)
        move = round((self._at - x - glyph.x) * 1000 / self._size, 2)
        if move:
            self._shown.append(f"{move:.2f}".rstrip("0").rstrip("."))
            self._at -= move * self._size / 1000
        if glyph.y:
            self.flush()
            self._stream.set_text_rise(-glyph.y)
        self._shown.append(f"<{glyph.number:04x}>")
        if glyph.y:
            self.flush()
            self._stream.set_text_rise(0)
        self._at += self._width(glyph.number) * self._size / 1000

    def _width(self, number: int) -> int:
        """Return the width that the file will give a glyph, in thousandths of an em."""
        from weasyprint.text.ffi import FROM_UNITS, pango

        widths = self._font.widths
        if number not in widths:
            box = self._stream.logical_rect
            pango.pango_font_get_glyph_extents(self._pango_font, number, self._stream.ink_rect, box)
            widths[number] = round(box.width * 1000 * FROM_UNITS / self._size)
        return int(widths[number])

    def flush(self) -> None:
        """Write what was shown so far."""
        if self._shown:
            self._stream.show_text(" ".join(self._shown).replace("> <", ""))
            self._shown.clear()
