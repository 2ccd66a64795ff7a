"""The tables of a theme.toml: a key that says nothing in one is told with those that do."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

import msgspec

from publisher.theme.conventions import Conventions
from publisher.theme.tokens import Colours, Fit, Fonts, Layout, Page, Scripts, Typography

Shape = Mapping[str, Any]
"""What may stand in a table: by its key a table again, or None for a value."""


def _shape(struct: type[msgspec.Struct], /, **more: Shape) -> Shape:
    made = {key: _table(kind) for key, kind in get_type_hints(struct).items()}
    return MappingProxyType(made | more)


def _table(kind: Any) -> Shape | None:
    for one in (kind, *get_args(kind)):  # Font, or Font | None
        if isinstance(one, type) and issubclass(one, msgspec.Struct):
            return _shape(one)
    return None


SHAPE: Shape = MappingProxyType(
    {
        "name": None,
        "description": None,
        "base": None,
        "page": _shape(Page, bilingual=_shape(Page)),
        "colours": _shape(Colours, dark=_shape(Colours)),
        "fonts": _shape(Fonts),
        "type": _shape(Scripts, bilingual=_shape(Scripts)),
        "layout": _shape(Layout),
        "typography": _shape(Typography),
        "fit": _shape(Fit),
        "conventions": None,  # a table each language
    }
)

_CONVENTIONS = _shape(Conventions)


_TAG = re.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""A language, its script, its region (BCP 47), as they are written here."""


def strays(tokens: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each key of a theme.toml that says nothing, or is no table where one is, and the next step."""
    base = tokens.get("base", "")
    if not isinstance(base, str):
        yield f"base is {base!r}, not a theme", 'Name one: base = "press".'
    languages = tokens.get("conventions")
    for tag in languages if isinstance(languages, dict) else ():
        if not _TAG.fullmatch(tag):
            yield f"conventions.{tag} is no language", "Write it as zh, zh-Hant, zh-Hant-HK, en, en-GB."
    named = languages if isinstance(languages, dict) else ("zh", "en")
    yield from _strays(tokens, {**SHAPE, "conventions": dict.fromkeys(named, _CONVENTIONS)}, "")


def _strays(tokens: Any, shape: Shape, where: str) -> Iterator[tuple[str, str]]:
    place = f"In [{where}]" if where else "At the top"
    known = f"{place} there are: {', '.join(shape)}."
    if not isinstance(tokens, dict):
        yield f"{where} is {tokens!r}, not a table", known
        return
    for key, value in tokens.items():
        if key not in shape:
            yield f"nothing is called {key!r}{where and f' in [{where}]'}", known
        elif shape[key] is not None:
            yield from _strays(value, shape[key], f"{where}.{key}" if where else key)
