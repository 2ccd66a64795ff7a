"""What no page can be set with, though its tokens are of the right kind: told before anything is made."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from publisher import resources
from publisher.theme import font_files
from publisher.theme.tokens import Colours, Fonts, Layout, Page, Scripts, Theme

_PT_IN_MM = 72 / 25.4

_ROOM = 40.0
"""A type area is at least so wide and so deep, in mm."""

_COLUMN = 20.0
"""A column is at least so wide, in mm."""

_CHARACTERS = 3
"""A line holds at least so many squares behind its indent."""

_TIGHTEST = 0.5
"""The leading is at least such a part of the size, or lines hide one another."""

_Bounds = Mapping[str, tuple[float, float]]

_PAGE: _Bounds = {
    **dict.fromkeys(("width", "height"), (_ROOM, 2000.0)),
    **dict.fromkeys(("top", "right", "left"), (0.0, 1000.0)),
    "bottom": (12.0, 1000.0),  # the foot stands there
}
_STYLE: _Bounds = {
    **dict.fromkeys(("size", "leading"), (1.0, 1000.0)),
    **dict.fromkeys(("before", "after"), (0.0, 1000.0)),
    "indent": (0.0, 40.0),
    "tracking": (-0.25, 2.0),
}
_LAYOUT: _Bounds = {"columns": (1, 12), "gap": (0.0, 200.0), "toc_from": (0, 10_000)}
_FIT: _Bounds = {"leading": (_TIGHTEST, 1.0), "space": (0.0, 1.0), "short": (0.0, 1.0)}

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NEEDED = ("han.regular", "han.bold", "sans.bold", "latin.regular", "latin.italic", "latin.bold")
"""Files that every page is set with; of the other fonts, those of Han stand in."""


def faults(theme: Theme) -> Iterator[str]:
    """Yield what is wrong with ``theme``: the token and what it may be."""
    for table, colours in (("colours", theme.colours), ("colours.dark", theme.colours_dark)):
        yield from _colourless(table, colours)
    for table, page in (("page", theme.page), ("page.bilingual", theme.page_bilingual)):
        yield from _beyond(table, page, _PAGE)
        yield from _narrow(table, page)
    yield from _beyond("layout", theme.layout, _LAYOUT)
    yield from _slim(theme.layout, theme.page)
    yield from _beyond("fit", theme.fit, _FIT)
    yield from _illegible("type", theme.type, theme.page)
    yield from _illegible("type.bilingual", theme.type_bilingual, theme.page_bilingual)
    yield from _fontless(theme.fonts)


def _beyond(table: str, tokens: msgspec.Struct, bounds: _Bounds) -> Iterator[str]:
    for name, (least, most) in bounds.items():
        value: Any = getattr(tokens, name)
        if not least <= value <= most:  # nan is neither
            yield f"{table}.{name} is {value:g}, not {least:g} to {most:g}"


def _colourless(table: str, colours: Colours) -> Iterator[str]:
    for name, value in msgspec.structs.asdict(colours).items():
        if not _COLOUR.fullmatch(value):
            yield f"{table}.{name} is no colour: {value!r}, not #rrggbb"


def _narrow(table: str, page: Page) -> Iterator[str]:
    for name, left in (("wide", page.measure), ("deep", page.depth)):
        if left < _ROOM:
            yield f"{table} leaves no room for text: {left:g} mm {name}, not {_ROOM:g}"


def _slim(layout: Layout, page: Page) -> Iterator[str]:
    column = (page.measure - layout.gap * (layout.columns - 1)) / layout.columns
    if column < _COLUMN:
        yield f"layout.columns and layout.gap leave {column:.3g} mm for a column, not {_COLUMN:g}"


def _illegible(table: str, scripts: Scripts, page: Page) -> Iterator[str]:
    for script, scale in msgspec.structs.asdict(scripts).items():
        for name, style in msgspec.structs.asdict(scale).items():
            if style is None:
                continue
            where = f"{table}.{script}.{name}"
            yield from _beyond(where, style, _STYLE)
            line = page.measure * _PT_IN_MM / (style.size * (1 + style.tracking)) - style.indent
            if line < _CHARACTERS:
                yield f"{where}.size leaves no room on a line, which would hold {line:.2g} characters"
            if style.leading < style.size * _TIGHTEST:
                yield f"{where}.leading is {style.leading:g}, less than half of its size, {style.size:g}"
            for length in ("leading", "before", "after"):
                if getattr(style, length) > page.depth * _PT_IN_MM:
                    yield f"{where}.{length} is {getattr(style, length):g} pt, more than a page is deep"


def _fontless(fonts: Fonts) -> Iterator[str]:
    for role, font in msgspec.structs.asdict(fonts).items():
        if font and not font.family:
            yield f"fonts.{role}.family is empty"
        for name in ("regular", "bold", "italic", "spare"):
            file = getattr(font, name, "")
            where = f"fonts.{role}.{name}"
            if not file:
                if f"{role}.{name}" in _NEEDED:
                    yield f"{where} names no file"
            elif not (path := resources.font(file)).is_file():
                yield f"{where} is not there: {file}"
            elif told := font_files.fault(path)[0]:
                yield f"{where} {told}: {file}"
