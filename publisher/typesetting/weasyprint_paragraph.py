"""A paragraph of WeasyPrint 70 as the line composer sees it: text boxes as runs of measured characters."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import msgspec

from publisher.typesetting.lines import Align, Line, Run, Setting, Strictness, compose_measured, stand_apart
from publisher.typesetting.lines.breaks import breaks
from publisher.typesetting.lines.classes import CLOSING, OPENING, PAUSE_AND_STOP
from publisher.typesetting.lines.clusters import Cluster, is_latin
from publisher.typesetting.lines.glue import glue_after
from publisher.typesetting.weasyprint_glyphs import Glyph, Placed, Shaped, Shaper

_ALIGN = {
    "left": Align.LEFT, "start": Align.LEFT, "right": Align.RIGHT, "end": Align.RIGHT,
    "center": Align.CENTER, "justify": Align.JUSTIFY,
}  # fmt: skip

_MARKS = CLOSING | OPENING | PAUSE_AND_STOP

_UNSET = frozenset("\t\r\f\v\u0085\u2028\u2029\xad")
_ROW = re.compile("\u00a0+(?= )")
"""How a page tells a row of spaces, the last of which parts its line."""

_SAME = 1e-6
_ENOUGH = 1e-3
"""Px by which a column is wider than its text asks, against rounding."""


class Rules(NamedTuple):
    """What of the line rules no CSS that WeasyPrint knows can say."""

    hanging: bool = False
    strictness: Strictness = Strictness.STRICT


class NotModelled(Exception):  # noqa: N818 - no fault: WeasyPrint lays such a paragraph out its own way
    """The paragraph holds what the composer does not set."""


class Part(msgspec.Struct, frozen=True, eq=False):
    """The characters ``start`` to ``end`` of the paragraph, which stand in ``box``; lengths in px.

    ``bytes`` is where each begins in the box's text in UTF-8, and where that
    ends. ``before`` and ``after`` are what inline boxes that open or close
    around it take. ``hyphen`` and ``space`` are glyphs of its font.
    """

    box: Any
    start: int
    end: int
    bytes: tuple[int, ...]
    before: float
    after: float
    shaped: Shaped
    hyphen: tuple[Glyph, ...]
    space: tuple[Glyph, ...]


class Cut(NamedTuple):
    """What of a part stands on a line: ``placed``, ``width`` px wide, ``gap`` of it behind the last one.

    ``resume`` is the byte from which the next line goes on, None if another
    part follows; ``forced`` tells a line feed.
    """

    placed: Placed | None
    width: float
    gap: float
    resume: int | None
    forced: bool


class Paragraph:
    """A LineBox not yet laid out; raises NotModelled if it holds more than text that runs left to right."""

    def __init__(self, line_box: Any, shaper: Shaper, rules: Rules) -> None:
        style = line_box.style
        if (
            style["direction"] != "ltr"
            or style["text_align_last"] not in ("auto", "start", style["text_align_all"])
            or line_box.text_overflow != "clip"
            or line_box.block_ellipsis != "none"
        ):
            raise NotModelled
        self.children = line_box.children
        self.parts: dict[int, Part] = {}
        self._shaper = shaper
        self.glyphs: list[tuple[Glyph, ...]] = []
        self.made: list[Cluster] = []
        self._runs: list[Run] = []
        self._hyphen = 0.0
        self._lines: dict[int, Line] = {}
        self._setting = Setting(
            measure=1.0,
            language=str(style["lang"] or ""),
            align=_ALIGN[style["text_align_all"]],
            hyphenate=style["hyphens"] == "auto",
            hanging=rules.hanging,
            strictness=rules.strictness,
        )
        for box, before, after in _texts(line_box):
            self._add(box, before, after)
        self.text = "".join(cluster.char for cluster in self.made)

    def _add(self, box: Any, before: float, after: float) -> None:
        style, text = box.style, str(box.text)
        made = None if _is_other(style, text) else self._shaper.shaped(style, text.replace("\n", " "))
        if made is None:
            raise NotModelled
        start, number, size = len(self.made), len(self._runs), float(style["font_size"])
        tracking = 0.0 if style["letter_spacing"] == "normal" else float(style["letter_spacing"])
        chinese = self._setting.chinese and not _is_elided(box)
        shown = _ROW.sub(lambda row: " " * len(row[0]), text)
        for n, (char, advance) in enumerate(zip(shown, made.advances, strict=True)):
            latin, lead, trail = is_latin(char, chinese=chinese), 0.0, 0.0
            if not latin and char in _MARKS and made.glyphs[n]:
                lead, trail = self._shaper.blanks(style, char, made.glyphs[n][0], advance)
            body = advance - lead - trail + tracking
            self.made.append(Cluster(char, number, "", latin, body, lead, trail))
        for at, edge in ((start, before), (-1, after)):
            if edge:
                self.made[at] = msgspec.structs.replace(self.made[at], body=self.made[at].body + edge)
        self.glyphs += made.glyphs
        self._runs.append(Run(text, "", "", size))
        hyphen = self._shaper.sign(style, "-") if self._setting.hyphenate or chinese else None
        self._hyphen = max(self._hyphen, hyphen.advances[0] if hyphen else 0.0)
        ends = (0, *accumulate(len(char.encode()) for char in text))
        self.parts[id(box)] = Part(
            box, start, start + len(text), ends, before, after, made,
            hyphen.glyphs[0] if hyphen else (), self._shaper.sign(style, " ").glyphs[0],
        )  # fmt: skip

    def at(self, skip_stack: Any) -> int:
        """Return the offset of the character that ``skip_stack``, WeasyPrint's, goes on from."""
        if skip_stack is None:
            return 0
        box, index, rest = self, 0, skip_stack
        while rest is not None:
            ((index, rest),) = rest.items()
            if id(box) in self.parts:
                part = self.parts[id(box)]
                return part.start + bisect_left(part.bytes, index)
            box = box.children[index]
        text = box if id(box) in self.parts else next((text for text, *_ in _texts(box)), None)
        if text is None:
            raise NotModelled
        return self.parts[id(text)].start

    def line(self, start: int, measure: float, indent: float) -> "SetLine":
        """Return the line that begins at the offset ``start``; NotModelled where the measure holds none."""
        if measure - indent <= 0:
            raise NotModelled
        if abs(measure - self._setting.measure) > _SAME:
            self._lines.clear()
        self._setting = msgspec.structs.replace(self._setting, measure=measure, indent=indent)
        if start not in self._lines:
            rest = tuple(self.made[start:])
            for line in compose_measured(rest, self._runs, self._setting, hyphen=self._hyphen):
                self._lines[start + line.start] = line
        return SetLine(self, self._lines[start], start)

    def widths(self, *, minimum: bool, anywhere: bool) -> Iterator[float]:
        """Yield what lines take in px: of forced lines all, or at ``minimum`` each part that no line parts.

        ``anywhere`` parts them between any two characters (CSS overflow-wrap).
        """
        start = 0
        for text in self.text.split("\n"):
            made = self.made[start : start + len(text)]
            start += len(text) + 1
            glue = glue_after(made, self._runs)
            allowed = breaks(text, self._setting.strictness) if minimum else ()
            width = 0.0
            for n, cluster in enumerate(made):
                if minimum and n and (allowed[n] or anywhere):
                    yield width + _ENOUGH
                    width = 0.0
                elif n:
                    width += glue[n - 1].natural
                width += cluster.body
            yield width + _ENOUGH


class SetLine:
    """One composed line, from which each of its text boxes takes its share."""

    def __init__(self, paragraph: Paragraph, line: Line, offset: int) -> None:
        self.parts = paragraph.parts
        self._paragraph = paragraph
        self._hyphen = line.hyphen
        self._start = offset
        self._end = offset + line.end - line.start
        self._steps = [step for piece in line.pieces for step in piece.advances]
        self._shifts = [shift for piece in line.pieces for shift in piece.shifts]
        self._shown = offset + len(self._steps) - line.hyphen
        made = paragraph.made[offset : self._shown]
        apart = (stand_apart(one.char, other.char) for one, other in pairwise(made))
        spare = (step - cluster.body for step, cluster in zip(self._steps, made, strict=False))
        self._gaps = [0.0, *(gap if is_gap else 0.0 for gap, is_gap in zip(spare, apart, strict=False)), 0.0]
        self._forced = self._end < len(paragraph.text) and paragraph.text[self._end] == "\n"
        self._last = self._end == len(paragraph.text)

    def cut(self, part: Part) -> Cut:
        """Return what of ``part`` stands on this line."""
        first, stop = max(self._start, part.start), min(self._shown, part.end)
        closes = not self._last and not self._forced and part.start < self._shown <= part.end
        feeds = self._forced and part.start <= self._end < part.end
        resume = None
        if closes:
            resume = part.bytes[min(self._end, part.end) - part.start]
        elif feeds:
            resume = part.bytes[self._end + 1 - part.start]
        if first >= stop:
            return Cut(None, 0.0, 0.0, resume, feeds)
        text, glyphs = self._paragraph.text[first:stop], self._paragraph.glyphs[first:stop]
        steps = self._steps[first - self._start : stop - self._start]
        shifts = self._shifts[first - self._start : stop - self._start]
        hyphen = closes and self._hyphen
        if hyphen:
            text, glyphs = text + "-", [*glyphs, part.hyphen]
            steps, shifts = [*steps, self._steps[-1]], [*shifts, 0.0]
        steps[0] -= part.before if first == part.start else 0.0
        steps[-1] -= part.after if stop == part.end else 0.0
        gaps = self._gaps[first - self._start : stop - self._start + 1]
        if hyphen:
            gaps.append(0.0)
        x = (0.0, *accumulate(steps))
        placed = Placed(text, tuple(glyphs), x, tuple(shifts), tuple(gaps), part.space, hyphen)
        return Cut(placed, x[-1], gaps[-1], resume, feeds)


def _texts(parent: Any) -> list[tuple[Any, float, float]]:
    """Return the text boxes in ``parent`` with the px that inline boxes take before and behind each."""
    from weasyprint.formatting_structure import boxes

    found: list[tuple[Any, float, float]] = []
    for child in parent.children:
        if isinstance(child, boxes.TextBox):
            if child.text:
                found.append((child, 0.0, 0.0))
        elif isinstance(child, boxes.InlineBox) and child.is_in_normal_flow() and not child.is_leader:
            inner = _texts(child)
            before, after = _edge(child.style, "left"), _edge(child.style, "right")
            if inner:
                inner[0] = (inner[0][0], inner[0][1] + before, inner[0][2])
                inner[-1] = (*inner[-1][:2], inner[-1][2] + after)
            elif before or after:
                raise NotModelled
            found += inner
        else:
            raise NotModelled
    return found


def _edge(style: Any, side: str) -> float:
    """Return margin, border and padding of an inline box at one ``side``, in px."""
    taken = float(style[f"border_{side}_width"])
    for name in (f"margin_{side}", f"padding_{side}"):
        value = style[name]
        if value == "auto":
            continue
        if getattr(value, "unit", "") not in ("px", None) or style["box_decoration_break"] != "slice":
            raise NotModelled
        taken += float(value.value)
    return taken


def _is_elided(box: Any) -> bool:
    """Tell a box that holds a word with an apostrophe inside, as the page marks it."""
    return box.element is not None and box.element.get("class") == "elided"


def _is_other(style: Any, text: str) -> bool:
    """Tell a text whose style or characters the composer does not know."""
    return bool(
        style["white_space"] not in ("normal", "pre-line")
        or style["word_spacing"]
        or style["word_break"] != "normal"
        or style["font_size"] == 0
        or not _UNSET.isdisjoint(text)
    )
