"""Blocks of an article to atoms, at a given measure."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from publisher.errors import ExportError
from publisher.exporters.composed.atoms import (
    Atom,
    Bookmark,
    Mark,
    Picture,
    Stroke,
    Words,
    kept,
    spaced,
    stacked,
)
from publisher.exporters.composed.tables import Shares, table
from publisher.exporters.composed.text import Faces, Look, Notes, atoms, lines, paragraph, run, runs
from publisher.model import (
    Asset,
    Block,
    Figure,
    Heading,
    Inline,
    List,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Table,
    Text,
)
from publisher.theme import Theme, TypeScale, TypeStyle
from publisher.walk import plain

_PX = 0.75
_TALLEST = 100 * 72 / 25.4
_QUOTE_RULE = 1.6
_QUOTE_INDENT = 12.0 + _QUOTE_RULE
_SIGN_GAP = 0.23  # as wide as the space that ends a marker of CSS
_SIGN_INDENT = 2.0


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One edition on the page: its theme, scale and faces, and what the whole document shares."""

    theme: Theme
    scale: TypeScale
    language: str
    faces: Faces
    assets: Mapping[str, Asset]
    notes: Notes
    tables: dict[tuple[str, str], Shares]
    """The columns of each table that was set, by its language and its key."""

    @property
    def chinese(self) -> bool:
        """Whether this edition is in Chinese."""
        return self.language.startswith("zh")

    def look(
        self,
        style: TypeStyle,
        *,
        weight: str = "regular",
        ink: str = "",
        tracking: float = 0.0,
        runs: bool = False,
    ) -> Look:
        """Return a look of this edition; ``ink`` names the usual colour of its place, ``weight`` the face.

        Of text that ``runs`` on words may be hyphenated.
        """
        colours = self.theme.colours
        return Look(
            style=style,
            language=self.language,
            faces=self.faces,
            face=getattr(self.faces, style.face or weight),
            ink=getattr(colours, style.ink or ink or "text"),
            tracking=tracking or style.tracking,
            typography=self.theme.typography,
            runs=runs,
        )


def block(
    value: Block,
    side: Side,
    measure: float,
    *,
    first: bool = True,
    last: bool = True,
    start: int = 1,
    fill: bool = False,
) -> tuple[Atom, ...]:
    """Return ``value`` as atoms; a paragraph that is not the ``first`` part of one takes no indent.

    A list is counted from ``start`` on; where it is not the ``last`` part of
    one, no more space follows than between its items. A picture that is to
    ``fill`` the measure is made larger for it.
    """
    match value:
        case Paragraph():
            look = side.look(side.scale.body, runs=True)
            indent = side.scale.body.indent * side.scale.body.size if first else 0.0
            return paragraph(runs(value.inlines, look, side.notes), look, measure, indent=indent)
        case Heading():
            return _heading(value, side, measure)
        case List():
            return _list(value, side, measure, start, last=last)
        case Quote():
            return _quote(value, side, measure)
        case Table():
            look, hairline = side.look(side.scale.table), side.theme.colours.hairline
            made, side.tables[side.language, value.key] = table(
                value, look, _caption_look(side), side.notes, measure, hairline=hairline
            )
            return made
        case Figure():
            return _figure(value, side, measure, fill=fill)
        case Rule():
            third = measure / 3
            ink = side.theme.colours.hairline
            return (
                Atom(
                    height=0.5, marks=(Stroke(third, 0.25, 2 * third, 0.25, 0.5, ink),), before=10, after=10
                ),
            )
        case PageBreak():
            return (Atom(height=0.0, ends_page=True),)


def _heading(value: Heading, side: Side, measure: float) -> tuple[Atom, ...]:
    style = side.scale.heading_of(value.level)
    look = side.look(style, weight="bold")
    made = paragraph(runs(value.inlines, look, side.notes), look, measure, indent=style.indent * style.size)
    mark = Bookmark(plain(value.inlines), value.level)
    first = msgspec.structs.replace(made[0], marks=(mark, *made[0].marks))
    return kept((first, *made[1:]), with_next=True)


def _list(value: List, side: Side, measure: float, start: int, *, last: bool) -> tuple[Atom, ...]:
    style = side.scale.body
    between = msgspec.structs.replace(style, before=0.0, after=style.after / 2, indent=0.0)
    look = side.look(between, runs=True)
    inset = style.size * _SIGN_INDENT
    found: list[Atom] = []
    for number, item in enumerate(value.items, start):
        made = paragraph(runs(item.inlines, look, side.notes), look, measure - inset, x=inset)
        text = f"{number}." if value.ordered else "•"
        found += (_signed(made[0], text, look, inset), *made[1:])
    return spaced(found, after=style.after) if last else tuple(found)


def _signed(atom: Atom, text: str, look: Look, inset: float) -> Atom:
    plain_look = msgspec.structs.replace(look, style=msgspec.structs.replace(look.style, align="left"))
    face = msgspec.structs.replace(look.face, han=look.face.latin)  # a bullet of Han is a speck
    (line,) = lines((run(text, face, look.style.size),), plain_look, inset * 4)
    (sign,) = atoms((line,), plain_look, inset - line.width - look.style.size * _SIGN_GAP)
    marks = tuple(
        msgspec.structs.replace(mark, sign=True) if isinstance(mark, Words) else mark for mark in sign.marks
    )
    return msgspec.structs.replace(atom, marks=(*atom.marks, *marks))


def _quote(value: Quote, side: Side, measure: float) -> tuple[Atom, ...]:
    look = side.look(side.scale.quote, runs=True)
    inset = look.style.indent * look.style.size or _QUOTE_INDENT
    made = paragraph(runs(value.inlines, look, side.notes), look, measure - inset, x=inset)
    if look.style.indent:
        return made
    x, ink = _QUOTE_RULE / 2, side.theme.colours.accent
    return tuple(
        msgspec.structs.replace(a, marks=(Stroke(x, 0.0, x, a.height, _QUOTE_RULE, ink), *a.marks))
        for a in made
    )


def _caption_look(side: Side) -> Look:
    return side.look(side.scale.caption, ink="secondary")


def caption(
    nodes: Sequence[Inline], side: Side, measure: float, *, centred: bool = False
) -> tuple[Atom, ...]:
    """Return the caption of a picture, held together."""
    look = _caption_look(side)
    if centred:
        look = msgspec.structs.replace(look, style=msgspec.structs.replace(look.style, align="center"))
    return kept(paragraph(runs(nodes, look, side.notes), look, measure))


def caption_text(value: Figure) -> tuple[Inline, ...]:
    """Return what stands under a picture: its caption and its credit."""
    if not value.credit:
        return value.caption
    return (*value.caption, Text(f" {value.credit}")) if value.caption else (Text(value.credit),)


def picture(value: Figure, side: Side, measure: float, *, fill: bool = False) -> Atom:
    """Return the picture of ``value``, 96 px an inch, but not over the measure or 100 mm high.

    One that is to ``fill`` the measure is as wide as that, whatever its height.
    """
    asset = side.assets.get(value.asset)
    if asset is None:
        raise ExportError(f"The picture {value.asset!r} of block {value.key} is not in the article.")
    width, height = asset.width * _PX, asset.height * _PX
    scale = measure / width if fill else min(1.0, measure / width, _TALLEST / height)
    width, height = width * scale, height * scale
    x = (measure - width) / 2 if side.chinese else 0.0
    return Atom(height=height, marks=(Picture(value.asset, x, 0.0, width, height),), before=10.0)


def _figure(value: Figure, side: Side, measure: float, *, fill: bool = False) -> tuple[Atom, ...]:
    shown = picture(value, side, measure, fill=fill)
    text = caption_text(value)
    below = caption(text, side, measure) if text else ()
    return (one(spaced((shown, *below), before=10.0, after=side.scale.caption.after)),)


def one(made: Sequence[Atom], extra: Iterable[Mark] = ()) -> Atom:
    """Return atoms as one that no page parts, with the space outside them."""
    height, marks = stacked(made)
    return Atom(
        height=height,
        marks=(*marks, *extra),
        before=made[0].before if made else 0.0,
        after=made[-1].after if made else 0.0,
    )
