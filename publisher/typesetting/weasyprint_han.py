"""Teach WeasyPrint 70 to set Chinese lines flush: stretch between Han, no space and no blank at line edges.

WeasyPrint stretches U+0020 only. While :func:`han_lines` is open, four of its
private functions also see Chinese: the one that counts where a line can
stretch, the one that gives Pango the stretch, the one that drops spaces at a
line end, and the one that aligns a line, which lets the blank half of a mark at
either edge stand outside the measure (clreq 3.1.6), so that the ink is flush.
Composing lines ourselves would mean replacing its line layout; a hook leaves
breaking, shaping and tagging to it. The version is pinned, and the tests fail
when any of the four names moves. What pydyf writes to show text is joined where
a reader would lose a part of it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from publisher.typesetting.lines.classes import AMBIGUOUS, CLOSING, OPENING, PAUSE_AND_STOP
from publisher.typesetting.spacing import HAN, QUARTER_EM

_ENDING = CLOSING | PAUSE_AND_STOP
_STRETCH = re.compile(rf"——|[{HAN}\u3000-\u303f\uff00-\uffef‘’“”…—]")
"""What stretches: a Han or its mark; the fonts draw a dash of two as one sign."""


_EMPTY = re.compile(r"(?:^|(-?[\d.]+))<>(-?[\d.]+)")
"""Two moves with no glyph between them, in the operand of TJ (ISO 32000-1, 9.4.3)."""


def _joined(found: re.Match[str]) -> str:
    """Return both moves as one: PDFium, and so Chrome, forgets a last move behind an empty string."""
    return f"{float(found[1] or 0) + float(found[2]):.3f}".rstrip("0").rstrip(".")


def weight(text: str) -> float:
    """Return how many gaps of ``text`` stretch: one a Han character, half at either end.

    Pango gives a character half of its letter spacing on each side, and drops
    the outer half at the ends of a run.
    """
    if not text:
        return 0.0
    ends = sum(0.5 for edge in (text[0], text[-1]) if _STRETCH.match(edge))
    return len(_STRETCH.findall(text)) - ends


@contextmanager
def han_lines() -> Iterator[None]:
    """Set Chinese flush in every document that WeasyPrint lays out inside the block."""
    import pydyf
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import inline
    from weasyprint.text import line_break

    align, count, drop, set_text, show = (
        inline.text_align,
        inline.count_expandable_spaces,
        inline.remove_last_whitespace,
        line_break.Layout.set_text,
        pydyf.Stream.show_text,
    )

    def count_stretch(box: Any) -> float:
        if isinstance(box, boxes.TextBox):
            return float(count(box)) + weight(box.text)
        if isinstance(box, (boxes.LineBox, boxes.InlineBox)):
            return sum(count_stretch(child) for child in box.children)
        return 0.0

    def drop_line_end(context: Any, line: Any) -> None:
        box = line
        while isinstance(box, (boxes.LineBox, boxes.InlineBox)) and box.children:
            box = box.children[-1]
        if isinstance(box, boxes.TextBox) and box.text.endswith(QUARTER_EM):
            box.text = box.text[:-1] + " "
        drop(context, line)

    def set_stretched(self: Any, text: str, justify: bool = False) -> None:
        if not (justify and self.justification_spacing and _STRETCH.search(text)):
            set_text(self, text, justify)
            return
        spaces = text.count(" ")
        if spaces:
            # a space that stretches is shaped by itself and loses its kerning: Han make up for it
            set_text(self, text)
            plain = _width(line_break, self)
        set_text(self, text, justify)
        _stretch(line_break, self, self.justification_spacing)
        if spaces and (gaps := weight(text)):
            wanted = plain + self.justification_spacing * (spaces + gaps)
            excess = (_width(line_break, self) - wanted) / gaps
            _stretch(line_break, self, self.justification_spacing - excess)

    def align_ink(context: Any, line: Any, available_width: float, last: bool) -> float:
        texts = [box for box in line.descendants() if isinstance(box, boxes.TextBox) and box.text.strip()]
        before = _blank(texts[0], texts[0].text.lstrip()[0], OPENING) if texts else 0.0
        after = _blank(texts[-1], texts[-1].text.rstrip()[-1], _ENDING) if texts else 0.0
        return float(align(context, line, available_width + before + after, last)) - before

    def show_joined(self: Any, text: Any) -> None:
        show(self, _EMPTY.sub(_joined, text) if isinstance(text, str) else text)

    inline.text_align = align_ink
    inline.count_expandable_spaces = count_stretch
    inline.remove_last_whitespace = drop_line_end
    line_break.Layout.set_text = set_stretched
    pydyf.Stream.show_text = show_joined
    try:
        yield
    finally:
        inline.text_align = align
        inline.count_expandable_spaces = count
        inline.remove_last_whitespace = drop
        line_break.Layout.set_text = set_text
        pydyf.Stream.show_text = show


def _blank(box: Any, mark: str, marks: frozenset[str]) -> float:
    """Return the blank half of ``mark``, in px, if it is one of ``marks`` in its square in Chinese text."""
    in_square = mark >= "\u3000" or (mark in AMBIGUOUS and str(box.style["lang"] or "").startswith("zh"))
    return float(box.style["font_size"]) / 2 if in_square and mark in marks else 0.0


def _width(line_break: Any, layout: Any) -> float:
    """Return the width of the first line of ``layout``, in px."""
    line, _ = layout.get_first_line()
    return float(line_break.line_size(line, layout.style)[0])


def _stretch(line_break: Any, layout: Any, stretch: float) -> None:
    """Add ``stretch``, in px, to the letter spacing of each Han character of ``layout``."""
    pango, ffi = line_break.pango, line_break.ffi
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    tracking = layout.style["letter_spacing"]
    own = 0.0 if tracking == "normal" else float(tracking)
    # this attribute takes the place of the style's own
    spacing = round((stretch + own) * line_break.TO_UNITS)
    position = 0
    run_start: int | None = None
    for character in layout.text + " ":
        size = len(character.encode())
        if _STRETCH.match(character):
            run_start = position if run_start is None else run_start
        elif run_start is not None:
            attribute = pango.pango_attr_letter_spacing_new(spacing)
            attribute.start_index, attribute.end_index = run_start, position
            pango.pango_attr_list_change(attributes, attribute)
            run_start = None
        position += size
    pango.pango_layout_set_attributes(layout.layout, attributes)
