"""What no page can be set with, though its tokens are of the right kind: told before anything is made."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from publisher import resources
from publisher.theme.tokens import Colours, Fonts, Page, Scripts, Theme

KEYS = (
    "name", "description", "base", "page", "colours", "fonts", "type", "layout", "typography", "fit",
    "conventions",
)  # fmt: skip
"""What may stand in theme.toml at its top."""

_ROOM = 40.0
"""A type area is at least so wide and so deep, in mm."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LENGTHS = ("size", "leading")


def unknown(tokens: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys of a theme.toml that say nothing."""
    return tuple(key for key in tokens if key not in KEYS)


def faults(theme: Theme) -> Iterator[str]:
    """Yield what is wrong with ``theme``: the token and what it may be."""
    for table, colours in (("colours", theme.colours), ("colours.dark", theme.colours_dark)):
        yield from (f"{table}.{name} is no colour: {value!r}, not #rrggbb" for name, value in _wrong(colours))
    for table, page in (("page", theme.page), ("page.bilingual", theme.page_bilingual)):
        yield from (f"{table} leaves no room for text: {said}" for said in _narrow(page))
    for table, scripts in (("type", theme.type), ("type.bilingual", theme.type_bilingual)):
        yield from (f"{table}.{name} is not above 0" for name in _flat(scripts))
    if theme.layout.columns < 1:
        yield "layout.columns is not above 0"
    if not theme.layout.gap >= 0:
        yield "layout.gap is below 0"
    yield from (f"fonts.{name} is not there: {file}" for name, file in _missing(theme.fonts))


def _wrong(colours: Colours) -> Iterator[tuple[str, str]]:
    for name, value in msgspec.structs.asdict(colours).items():
        if value and not _COLOUR.fullmatch(value):
            yield name, value


def _narrow(page: Page) -> Iterator[str]:
    for name, left in (("wide", page.measure), ("deep", page.depth)):
        if not left >= _ROOM:  # nan is neither
            yield f"{left:g} mm {name}, not {_ROOM:g}"


def _flat(scripts: Scripts) -> Iterator[str]:
    for script, scale in msgspec.structs.asdict(scripts).items():
        for name, style in msgspec.structs.asdict(scale).items():
            for length in _LENGTHS:
                if getattr(style, length, 1.0) <= 0:
                    yield f"{script}.{name}.{length}"


def _missing(fonts: Fonts) -> Iterator[tuple[str, str]]:
    for role, font in msgspec.structs.asdict(fonts).items():
        for name in ("regular", "bold", "italic", "spare"):
            file = getattr(font, name, "")
            if file and not resources.font(file).is_file():
                yield f"{role}.{name}", file
