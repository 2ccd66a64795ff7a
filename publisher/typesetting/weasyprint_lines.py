"""Teach WeasyPrint 70 to set paragraphs as our line composer does: its line ends, each glyph in its place.

WeasyPrint breaks greedily, stretches U+0020 only, and knows no space between
Han and Latin. While :func:`composed_lines` is open, a paragraph of text goes to
``publisher.typesetting.lines`` as a whole. Five private functions see to it: the
one that fills a line asks which line it is, the one that cuts a text box cuts
there, the one that stretches leaves composed lines alone, the one that tells
how wide a column must be answers as the composer would, and the one that shows
a line shows the composer's. What the composer does not set (a box in the line,
text from right to left, white space that stays) WeasyPrint lays out its own
way. Its version is pinned, and the tests fail when any of the names moves.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from publisher.typesetting.weasyprint_glyphs import Placed, Shaper, show
from publisher.typesetting.weasyprint_paragraph import NotModelled, Paragraph, Rules, SetLine


class _Layout:
    """What stands where WeasyPrint keeps a text box's Pango layout: a line that is set."""

    first_line_direction = 0

    def __init__(self, placed: Placed, decoration: Any) -> None:
        self.__dict__.update(vars(decoration))
        self.placed = placed
        self.text = placed.text

    def reactivate(self, style: Any) -> None:
        """Do nothing: the glyphs are there."""

    def deactivate(self) -> None:
        """Do nothing: the glyphs stay."""


_USUAL = Rules()


@contextmanager
def composed_lines(rules: Rules = _USUAL) -> Iterator[None]:
    """Compose, by ``rules``, the lines of every document that WeasyPrint makes inside the block."""
    from weasyprint.draw import text as drawing
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import inline, preferred

    fill, cut, justify = inline.split_inline_box, inline.split_text_box, inline.justify_line
    widths, draw = preferred.inline_line_widths, drawing.draw_first_line
    shaper = Shaper()
    lines: list[SetLine | None] = [None]

    def paragraph_of(line_box: Any) -> Paragraph:
        known = getattr(line_box, "composed", None)
        if known is None or known[0] is not line_box.children:
            try:
                known = line_box.children, Paragraph(line_box, shaper, rules)
            except NotModelled:
                known = line_box.children, None
            line_box.composed = known
        if known[1] is None:
            raise NotModelled
        return known[1]

    def fill_composed(
        context: Any, box: Any, x: float, right: float, bottom: float, skip: Any, *rest: Any
    ) -> Any:
        if not isinstance(box, boxes.LineBox):
            return without_last_gap(fill(context, box, x, right, bottom, skip, *rest))
        try:
            if rest[-1] or rest[-2]:
                raise NotModelled  # ::first-letter, ::first-line
            paragraph = paragraph_of(box)
            indent = float(box.text_indent)
            line = paragraph.line(paragraph.at(skip), right - x + indent, indent)
        except NotModelled:
            line = None
        lines.append(line)
        try:
            return fill(context, box, x, right, bottom, skip, *rest)
        finally:
            lines.pop()

    def without_last_gap(made: Any) -> Any:
        inner = made[0]
        while isinstance(inner, boxes.InlineBox) and inner.children:
            inner = inner.children[-1]
        layout = getattr(inner, "pango_layout", None)
        if isinstance(layout, _Layout) and layout.placed.gaps[-1]:
            # what is drawn under or around an inline box ends with its last letter
            made[0].width -= layout.placed.gaps[-1]
            made[0].margin_right += layout.placed.gaps[-1]
        return made

    def cut_composed(
        context: Any, box: Any, available: float | None, skip: int, is_line_start: bool = True
    ) -> Any:
        line = lines[-1]
        part = line.parts.get(id(box)) if line else None
        if line is None or part is None:
            return cut(context, box, available, skip, is_line_start)
        made = line.cut(part)
        if made.placed is None:
            return None, made.resume, made.forced
        new = box.copy_with_text(made.placed.text)
        new.pango_layout = _Layout(made.placed, part.shaped.decoration)
        new.width = made.width if available is None else min(made.width, available)
        new.height = part.shaped.height
        # on the baseline of the line's strut, whatever fonts mix: all lines stand on the leading
        line_height, new.baseline = inline.strut(box.style)
        new.margin_top = new.margin_bottom = (line_height - part.shaped.height) / 2
        return new, made.resume, made.forced

    def justify_composed(context: Any, line: Any, extra: float) -> None:
        if not any(isinstance(getattr(box, "pango_layout", None), _Layout) for box in line.descendants()):
            justify(context, line, extra)

    def widths_composed(
        context: Any,
        box: Any,
        outer: bool,
        is_line_start: bool,
        minimum: bool,
        skip_stack: Any = None,
        first_line: bool = False,
    ) -> Iterator[float]:
        try:
            if not isinstance(box, boxes.LineBox) or skip_stack is not None:
                raise NotModelled
            anywhere = box.style["overflow_wrap"] == "anywhere"
            found = list(paragraph_of(box).widths(minimum=minimum, anywhere=anywhere))
        except NotModelled:
            yield from widths(context, box, outer, is_line_start, minimum, skip_stack, first_line)
            return
        # as WeasyPrint does, leave out an indent in per cent of a width not yet known
        token = box.style["text_indent"]
        indent = float(token.value) if getattr(token, "unit", "%") != "%" else 0.0
        yield from (width + (indent if n == 0 else 0.0) for n, width in enumerate(found))

    def draw_composed(stream: Any, box: Any, overflow: Any, ellipsis: Any, matrix: Any) -> Any:
        if not isinstance(box.pango_layout, _Layout):
            return draw(stream, box, overflow, ellipsis, matrix)
        stream.set_text_matrix(*matrix.values)
        show(stream, box.pango_layout.placed, float(box.style["font_size"]))
        return []

    inline.split_inline_box = fill_composed
    inline.split_text_box = cut_composed
    inline.justify_line = justify_composed
    preferred.inline_line_widths = widths_composed
    drawing.draw_first_line = draw_composed
    try:
        yield
    finally:
        inline.split_inline_box, inline.split_text_box, inline.justify_line = fill, cut, justify
        preferred.inline_line_widths, drawing.draw_first_line = widths, draw
