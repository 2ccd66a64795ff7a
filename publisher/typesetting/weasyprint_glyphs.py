"""What Pango makes of a text, glyph by glyph, and how a line of it is shown in a PDF.

WeasyPrint 70 lets Pango shape each line anew, up to five times. Here a text is
shaped once, its advances go to the line composer, and its glyphs are shown
where the composer put them. Where Han and Latin stand apart, the Latin beside
the gap is marked with the character as what it says (ISO 32000-1, 14.9.4
ActualText) and a space fills the gap: programs that extract text would guess
one from the distance.
"""

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
        self._fonts: dict[Any, tuple[Any, Any]] = {}
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
        own = () if style["font_feature_settings"] == "normal" else style["font_feature_settings"]
        asked = ", ".join((*(f"{tag} {value}" for tag, value in own), features))
        _set(layout.layout, encoded, asked.encode())
        line, _ = layout.get_first_line()
        _, height = line_size(line, style)
        at = range(len(text)) if text.isascii() else _characters(text)
        advances = [0.0] * len(text)
        glyphs: list[tuple[Glyph, ...]] = [()] * len(text)
        run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
        while run != ffi.NULL:
            item, string = run.data.item, run.data.glyphs
            if item.analysis.level % 2:
                return None
            # the layout keeps its font alive
            font, _ = self._fonts.setdefault(item.analysis.font, (item.analysis.font, layout.layout))
            count, stride = string.num_glyphs, ffi.sizeof("PangoGlyphInfo") // 4
            # number, width and offsets, in one look: a field at a time takes far longer
            infos = memoryview(ffi.buffer(string.glyphs, count * stride * 4)).cast("i").tolist()
            bounds = [item.offset + start for start in ffi.unpack(string.log_clusters, count)]
            bounds.append(item.offset + item.length)
            for n in range(count):
                number, width, x, y = infos[n * stride : n * stride + 4]
                start = bounds[n]
                place = at[start]
                advances[place] += width * FROM_UNITS
                if number == pango.PANGO_GLYPH_EMPTY:
                    continue
                if number & pango.PANGO_GLYPH_UNKNOWN_FLAG:
                    return None
                stands_for = encoded[start : bounds[n + 1]].decode()
                glyphs[place] += (Glyph(font, number, x * FROM_UNITS, y * FROM_UNITS, stands_for),)
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
    """Set a Pango layout's text with ``features``, and none of those that it had."""
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
    apart; elsewhere 0. ``space`` is the glyph that fills gaps. ``hyphen`` tells
    that the last character parts a word and is not in the text.
    """

    text: str
    glyphs: tuple[tuple[Glyph, ...], ...]
    x: tuple[float, ...]
    shifts: tuple[float, ...]
    gaps: tuple[float, ...]
    space: tuple[Glyph, ...]
    hyphen: bool


def show(stream: Any, placed: Placed, size: float) -> None:
    """Show ``placed`` in a WeasyPrint ``stream`` whose text matrix stands at the box's left edge."""
    pen = _Pen(stream, size)
    gaps, x = placed.gaps, placed.x
    for n, glyphs in enumerate(placed.glyphs):
        before, after = gaps[n], gaps[n + 1]
        parts = placed.hyphen and n == len(placed.glyphs) - 1
        apart = parts or ((before or after) and not is_han(placed.text[n]))
        if apart:
            pen.flush()
            # a word that is copied or heard is whole: what parts it says SOFT HYPHEN
            said = "00AD" if parts else placed.text[n].encode("utf-16-be").hex().upper()
            stream.stream.append(f"/Span<</ActualText<FEFF{said}>>>BDC".encode())
            if before:
                pen.glyphs(placed.space, x[n] - before)
        pen.glyphs(glyphs, x[n] + placed.shifts[n])
        if apart:
            if after:
                pen.glyphs(placed.space, x[n + 1] - after)
            pen.flush()
            stream.stream.append(b"EMC")
    pen.flush()


class _Pen:
    """Writes glyphs at places of a line: moves as ISO 32000-1, 9.4.3 counts them, rounded without drift."""

    def __init__(self, stream: Any, size: float) -> None:
        self._stream = stream
        self._scale = 1000 / size
        self._pango_font: Any = None
        self._font: Any = None
        self._at = 0.0  # from the left edge, in thousandths of the size
        self._shown: list[str] = []

    def glyphs(self, shown: tuple[Glyph, ...], x: float) -> None:
        """Show the glyphs of a character that begins ``x`` px from the left edge."""
        for glyph in shown:
            if glyph.font is not self._pango_font:
                self._set(glyph.font)
            number = glyph.number
            if number not in self._widths:
                self._learn(glyph)
            move = (x + glyph.x) * self._scale - self._at
            if move > _LEAST or move < -_LEAST:
                move = round(move, 2)
                self._shown.append(f"> {-move:.6g} <")
                self._at += move
            if glyph.y:
                self._raised(glyph)
            else:
                self._shown.append(f"{number:04x}")
            self._at += self._widths[number]

    def _set(self, pango_font: Any) -> None:
        self.flush()
        at = self._at / self._scale
        self._pango_font = pango_font
        font, size = self._stream.add_font(pango_font)
        self._font = self._own(font, pango_font)
        self._stream.set_font_size(self._font.hash, size)
        self._widths = self._font.widths
        self._scale = 1000 / size
        self._at = at * self._scale

    def _own(self, font: Any, pango_font: Any) -> Any:
        """Return the PDF's font for ``pango_font``, which WeasyPrint takes for ``font``.

        It knows fonts by what they are called: a bold one, and a regular one
        that is made bolder for want of a glyph there, would be one to it.
        """
        from weasyprint.text.fonts import get_hb_object_data, get_pango_font_hb_face

        known = vars(font).setdefault("of_files", {})
        if pango_font not in known:
            is_same = get_hb_object_data(get_pango_font_hb_face(pango_font)) == font.file_content
            known[pango_font] = font if is_same else self._made_bolder(pango_font)
        return known[pango_font]

    def _made_bolder(self, pango_font: Any) -> Any:
        from weasyprint.pdf.fonts import Font
        from weasyprint.text.fonts import get_pango_font_key

        key, description, size = get_pango_font_key(pango_font)
        fonts = self._stream._fonts
        if (key, "made bolder") not in fonts:
            font = fonts[key, "made bolder"] = Font(pango_font, description, size)
            tag = font.hash[:-1] + ("A" if font.hash[-1] != "A" else "B")
            font.hash, font.name = tag, font.name.replace(font.hash.encode(), tag.encode(), 1)
        return fonts[key, "made bolder"]

    def _learn(self, glyph: Glyph) -> None:
        """Tell the font what a glyph stands for, and how wide it is, in whole thousandths of an em."""
        from weasyprint.text.ffi import FROM_UNITS, pango

        box = self._stream.logical_rect
        pango.pango_font_get_glyph_extents(glyph.font, glyph.number, self._stream.ink_rect, box)
        self._font.to_unicode.setdefault(glyph.number, glyph.text)
        self._widths[glyph.number] = round(box.width * FROM_UNITS * self._scale)

    def _raised(self, glyph: Glyph) -> None:
        self.flush()
        self._stream.set_text_rise(-glyph.y)
        self._shown.append(f"{glyph.number:04x}")
        self.flush()
        self._stream.set_text_rise(0)

    def flush(self) -> None:
        """Write what was shown so far."""
        if self._shown:
            self._stream.show_text(f"<{''.join(self._shown)}>".removeprefix("<>"))
            self._shown.clear()


_LEAST = 0.05
"""Thousandths of an em under which a glyph is not moved; the next makes up for it."""
