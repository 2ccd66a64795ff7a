"""What stands around the text of an official document (GB/T 9704-2012, 7.2 to 7.4)."""

from msgspec.structs import replace

from publisher.annexes import Annex
from publisher.contracts import Furniture
from publisher.exporters.composed.atoms import Atom, Bookmark, Mark, Stroke, kept, moved, spaced
from publisher.exporters.composed.blocks import Side
from publisher.exporters.composed.text import Look, lines, marks, paragraph, run, runs
from publisher.theme import TypeStyle
from publisher.walk import plain

_RED_RULE = 1.4
_UNDER_NUMBER = 4 * 72 / 25.4
"""The red rule stands 4 mm under the document's number (7.2.7)."""

_OVER_HEAD = 3
"""Lines of text over the red head: 35 mm from the top of the type area to that of its characters (7.2.4)."""

_APART = 6.0
_HEAVY, _LIGHT = 1.0, 0.7
_TOGETHER = 2
"""So many lines of a list of attachments stand with the text, and with the signature, on either page."""

_SIGNATURE_INSET = 4.0
"""The date stands four characters from the right edge (7.3.5)."""


def opening(side: Side, furniture: Furniture, measure: float) -> tuple[Atom, ...]:
    """Return the red head, the number and who signs, and the red rule; nothing where there is none."""
    official = furniture.official
    if official is None or not (official.head or official.number or official.signatory):
        return ()
    scale = side.scale
    found: list[Atom] = []
    line = scale.meta
    if official.head:
        look = side.look(scale.masthead, weight="title", ink="accent")
        line = _with(line, before=2 * side.scale.body.leading)
        found += (Atom(height=_OVER_HEAD * side.scale.body.leading), *_set(official.head, look, measure))
    parts = [(text, at) for text, at in ((official.number, "left"), (official.signatory, "right")) if text]
    if len(parts) == 1 and official.head:
        parts = [(parts[0][0], "center")]
    inset = line.size if official.head else 0.0
    placed: list[Mark] = []
    for text, align in parts:
        placed += _line(text, side.look(line), measure, align, inset)
    height = line.leading
    if official.head:
        y = height + _UNDER_NUMBER
        middle = y + _RED_RULE / 2
        placed.append(Stroke(0.0, middle, measure, middle, _RED_RULE, side.theme.colours.accent))
        height = y + _RED_RULE
    found.append(Atom(height=height, marks=tuple(placed), before=line.before or _APART))
    return kept(found, with_next=True)


def addressees(side: Side, furniture: Furniture, measure: float) -> tuple[Atom, ...]:
    """Return the line of those the document goes to, flush left (7.3.2)."""
    if furniture.official is None or not furniture.official.addressees:
        return ()
    return kept(_set(furniture.official.addressees, side.look(side.scale.body), measure), with_next=True)


def attachments(side: Side, furniture: Furniture, measure: float) -> tuple[Atom, ...]:
    """Return the list of attachments, a line under the text.

    In Chinese the turned lines stand under their names (7.3.4).
    """
    if furniture.official is None or not furniture.official.attachments:
        return ()
    look = side.look(_with(side.scale.body, align="left", before=0.0, after=0.0))
    start = 2 * look.style.size
    first = furniture.official.attachments[0]
    # its colon has its whole square: it ends no line
    label = _width(first.label + "1", look) - _width("1", look)
    found: list[Atom] = []
    for line in furniture.official.attachments:
        if not side.chinese:
            found += _set(line.label + line.text, look, measure)
            continue
        number, dot, name = line.text.partition(".")
        sign = number + dot if dot and number.isdigit() else ""
        x = start + label
        inset = x + _width(sign, look) if sign else x
        made = list(_set(name if sign else line.text, look, measure - inset, x=inset))
        before: list[Mark] = []
        if line.label:
            before += _line(line.label, look, measure, "left", start)
        if sign:
            before += _line(sign, look, measure, "left", x)
        made[0] = _marked(made[0], before)
        found += made
    together = kept(spaced(found, before=side.scale.body.leading))
    return tuple(
        replace(atom, keep=atom.keep and not _TOGETHER <= n <= len(together) - _TOGETHER)
        for n, atom in enumerate(together, 1)
    )


def signature(side: Side, furniture: Furniture, measure: float) -> tuple[Atom, ...]:
    """Return issuer and date: the date four characters in, the issuer centred over it (7.3.5)."""
    if not furniture.signature:
        return ()
    look = side.look(_with(side.scale.body, align="left", before=0.0, after=0.0))
    widths = [_width(text, look) for text in furniture.signature]
    inset = _SIGNATURE_INSET * look.style.size
    last = measure - inset - widths[-1] / 2
    # a long issuer moves both to the left
    middle = min(last, measure - inset / 2 - max(widths) / 2)
    found: list[Atom] = []
    for text, width in zip(furniture.signature, widths, strict=True):
        found += _set(text, look, measure, x=max(middle - width / 2, 0.0))
    return kept(
        spaced(found, before=2 * side.scale.body.leading if side.chinese else side.scale.body.leading)
    )


def document_notes(side: Side, furniture: Furniture, measure: float) -> tuple[Atom, ...]:
    """Return the notes in brackets, each a paragraph under the date (7.3.6)."""
    look = side.look(_with(side.scale.body, align="left"))
    indent = look.style.indent * look.style.size
    texts = furniture.official.notes if furniture.official else ()
    return tuple(
        atom
        for text in texts
        for atom in paragraph((run(text, look.face, look.style.size),), look, measure, indent=indent)
    )


def annex_head(annex: Annex, side: Side, measure: float) -> tuple[Atom, ...]:
    """Return 附件 flush left in Hei, then the annex's title centred on the third line (7.3.7)."""
    body, headline = side.scale.body, side.scale.headline
    label = side.look(_with(body, before=0.0, after=0.0, align="left"), weight="sans")
    found = list(paragraph(runs(annex.label.inlines, label, side.notes), label, measure))
    name = plain(annex.label.inlines)
    if annex.title:
        style = _with(headline, before=body.leading, after=body.leading, align="center")
        title = side.look(style, weight="title")
        found += paragraph(runs(annex.title.inlines, title, side.notes), title, measure)
        name += f" {plain(annex.title.inlines)}"
    return kept((_marked(found[0], [Bookmark(name, 1)]), *found[1:]), with_next=bool(annex.blocks))


def record(side: Side, furniture: Furniture, measure: float, *, sinks: bool) -> tuple[Atom, ...]:
    """Return the record block between its rules, at the foot of the last page if it ``sinks`` (7.4)."""
    official = furniture.official
    if official is None or not (official.copies or official.printed_by or official.printed):
        return ()
    look = side.look(_with(side.scale.credits, before=0.0, after=0.0, align="left"))
    size, ink = look.style.size, side.theme.colours.text
    found: list[Mark] = [_ruled(0.0, _HEAVY, measure, ink)]
    y = _HEAVY
    if official.copies:
        for atom in _set(official.copies, look, measure - 2 * size, x=size):
            found += [moved(mark, 0.0, y) for mark in atom.marks]
            y += atom.height
    if official.printed_by or official.printed:
        if official.copies:
            found.append(_ruled(y, _LIGHT, measure, ink))
            y += _LIGHT
        texts = [(official.printed_by, "left"), (official.printed, "right")]
        both = sum(_width(text, look) for text, _ in texts) + 3 * size
        for text, align in texts:
            if not text:
                continue
            if both > measure:  # too long to stand beside one another
                room = measure - (size if align == "left" and official.printed else 2 * size)
                for atom in _set(text, look, room, x=size):
                    found += [moved(mark, 0.0, y) for mark in atom.marks]
                    y += atom.height
            else:
                found += [moved(mark, 0.0, y) for mark in _line(text, look, measure, align, size)]
        y += 0.0 if both > measure else look.style.leading
    found.append(_ruled(y, _HEAVY, measure, ink))
    return (Atom(height=y + _HEAVY, marks=tuple(found), before=side.scale.body.leading, sinks=sinks),)


def _ruled(y: float, thick: float, measure: float, ink: str) -> Stroke:
    """Return a rule across the measure whose upper edge is at ``y``."""
    return Stroke(0.0, y + thick / 2, measure, y + thick / 2, thick, ink)


def _set(text: str, look: Look, measure: float, *, x: float = 0.0) -> tuple[Atom, ...]:
    return paragraph((run(text, look.face, look.style.size),), look, measure, x=x)


def _width(text: str, look: Look) -> float:
    wide = _left(look)
    return lines((run(text, look.face, look.style.size),), wide, 10_000.0)[0].width if text else 0.0


def _line(text: str, look: Look, measure: float, align: str, inset: float = 0.0) -> list[Mark]:
    """Return one line at the left or right, ``inset`` pt in, or in the middle."""
    wide = _left(look)
    (line,) = lines((run(text, look.face, look.style.size),), wide, 10_000.0)
    spare = measure - line.width
    x = {"left": inset, "right": spare - inset, "center": spare / 2}[align]
    return list(marks(line, wide, x))


def _left(look: Look) -> Look:
    return replace(look, style=_with(look.style, align="left"))


def _marked(atom: Atom, more: list[Mark]) -> Atom:
    return replace(atom, marks=(*more, *atom.marks))


def _with(style: TypeStyle, **changes: object) -> TypeStyle:
    return replace(style, **changes)
