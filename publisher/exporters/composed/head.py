"""The top of the first page: masthead, date and release line, and what a draft says of itself."""

from collections.abc import Sequence

import msgspec

from publisher.contracts import Furniture
from publisher.exporters.composed.atoms import Atom, Mark, Stroke, moved
from publisher.exporters.composed.blocks import Side
from publisher.exporters.composed.text import Look, baseline, lines, marks, paragraph, run
from publisher.theme import TypeStyle

_RULE, _HAIR = 2.2, 0.5
_BETWEEN = 8.0
_BAND_ABOVE, _BAND_BETWEEN, _BAND_BELOW, _BAND_SIDE = 11.0, 4.0, 10.0, 14.0
"""Space in the band of a banner, in pt."""


def masthead(sides: Sequence[tuple[Side, Furniture]], measure: float, *, embargoed: bool) -> tuple[Atom, ...]:
    """Return source and kind of document over a rule or on a band, and the meta line over a hairline.

    The release line of what is ``embargoed`` stands out, bold in the accent.
    """
    lead = sides[0][0]
    scale, colours = lead.scale, lead.theme.colours
    banner = lead.theme.layout.masthead == "banner"
    y, found = _banner(sides, measure) if banner else _ruled(sides, measure)
    y += 4.5
    for part, align in (("date", "left"), ("release_line", "right")):
        warns = embargoed and part == "release_line"
        weight, ink = ("bold", "accent") if warns else ("regular", "secondary")
        told = [(s.look(scale.meta, weight=weight, ink=ink), getattr(f, part)) for s, f in sides]
        found += _row(told, measure, y, align)
    y += scale.meta.leading + 5.0
    found.append(Stroke(0.0, y + _HAIR / 2, measure, y + _HAIR / 2, _HAIR, colours.hairline))
    return (Atom(height=y + _HAIR, marks=tuple(found), keep=True),)


def _ruled(sides: Sequence[tuple[Side, Furniture]], measure: float) -> tuple[float, list[Mark]]:
    """Return source and kind of document over a rule, and where they end."""
    scale, colours = sides[0][0].scale, sides[0][0].theme.colours
    kinds = [
        (
            side.look(
                _smaller(scale.kind, 1.5 if n else 0.0),
                weight="sans",
                ink="accent",
                tracking=0.06 if side.chinese else 0.09,
            ),
            furniture.kind,
        )
        for n, (side, furniture) in enumerate(sides)
    ]
    room = measure - max((_width(text, look) for look, text in kinds), default=0.0) - _BETWEEN
    y, found = 0.0, list[Mark]()
    for n, (side, furniture) in enumerate(sides):
        smaller = 1.5 if n else 0.0
        look = side.look(_smaller(scale.masthead, smaller), weight="sans", tracking=0.0 if n else 0.02)
        y = _turned(furniture.source, look, room, y, found)
    for n, (look, text) in enumerate(kinds):
        found += _row([(look, text)], measure, y - (len(kinds) - n) * scale.masthead.leading, "right")
    y += 5.0
    found.append(Stroke(0.0, y + _RULE / 2, measure, y + _RULE / 2, _RULE, colours.accent))
    return y + _RULE, found


def _banner(sides: Sequence[tuple[Side, Furniture]], measure: float) -> tuple[float, list[Mark]]:
    """Return the issuers large on a band of the accent, the kinds of document under them."""
    y, found = _BAND_ABOVE, list[Mark]()
    inner = measure - 2 * _BAND_SIDE
    kinds = []
    for side, furniture in sides:
        source = side.look(side.scale.masthead, weight="sans", ink="paper", tracking=0.02)
        if furniture.source:
            y = _turned(furniture.source, source, inner, y, found, x=_BAND_SIDE)
        kinds.append((side.look(side.scale.kind, weight="sans", ink="paper", tracking=0.1), furniture.kind))
    y += _BAND_BETWEEN
    found += [moved(m, _BAND_SIDE, 0.0) for m in _row(kinds, inner, y, "left")]
    y += max(side.scale.kind.leading for side, _ in sides) + _BAND_BELOW
    band = Stroke(0.0, y / 2, measure, y / 2, y, sides[0][0].theme.colours.accent)
    return y, [band, *found]


def held(sides: Sequence[tuple[Side, Furniture]], measure: float) -> tuple[Atom, ...]:
    """Return the line that tells of an embargo on a page without a masthead; nothing where there is none."""
    told = [
        (side.look(side.scale.meta, weight="bold", ink="accent"), f.release_line)
        for side, f in sides
        if f.release_line
    ]
    if not told:
        return ()
    return (
        Atom(height=sides[0][0].scale.meta.leading, marks=tuple(_row(told, measure, 0.0, "left")), keep=True),
    )


def draft_box(sides: Sequence[tuple[Side, Furniture]], measure: float) -> tuple[Atom, ...]:
    """Return the frame that tells a draft; nothing for a final text."""
    told = [(side, furniture) for side, furniture in sides if furniture.draft]
    if not told:
        return ()
    ink = told[0][0].theme.colours.accent
    y, found = 4.0, []
    for side, furniture in told:
        look = side.look(TypeStyle(size=9.0, leading=14.0), ink="accent")
        words = (
            run(f"{furniture.draft}\u2002", look.faces.sans, 9.0),
            run(furniture.draft_note, look.face, 9.0),
        )
        for atom in paragraph(words, look, measure - 16.0, x=8.0):
            found += [moved(mark, 0.0, y) for mark in atom.marks]
            y += atom.height
    y += 4.0
    corners = ((0.0, 0.0, measure, 0.0), (measure, 0.0, measure, y), (measure, y, 0.0, y), (0.0, y, 0.0, 0.0))
    frame = tuple(Stroke(*corner, 1.0, ink) for corner in corners)
    return (Atom(height=y, marks=(*frame, *found), before=10.0, keep=True),)


def _smaller(style: TypeStyle, by: float) -> TypeStyle:
    return msgspec.structs.replace(style, size=style.size - by)


def _turned(text: str, look: Look, measure: float, y: float, found: list[Mark], *, x: float = 0.0) -> float:
    """Add the lines of ``text`` from ``y`` on to ``found``; return where they end, one line at least."""
    made = lines((run(text, look.face, look.style.size),), look, measure) if text else ()
    for n, line in enumerate(made):
        found += [moved(mark, 0.0, y + n * look.style.leading) for mark in marks(line, look, x)]
    return y + max(len(made), 1) * look.style.leading


def _width(text: str, look: Look) -> float:
    return lines((run(text, look.face, look.style.size),), look, 10_000.0)[0].width if text else 0.0


def _row(parts: Sequence[tuple[Look, str]], measure: float, y: float, align: str) -> list[Mark]:
    """Return texts beside one another on one baseline, at the left or the right end of a line."""
    set_lines = [
        (lines((run(text, look.face, look.style.size),), look, measure)[0], look)
        for look, text in parts
        if text
    ]
    total = sum(line.width for line, _ in set_lines) + _BETWEEN * (len(set_lines) - 1)
    x = measure - total if align == "right" else 0.0
    found: list[Mark] = []
    for line, look in set_lines:
        down = y + baseline(set_lines[0][1]) - baseline(look)
        found += [moved(mark, 0.0, down) for mark in marks(line, look, x)]
        x += line.width + _BETWEEN
    return found
