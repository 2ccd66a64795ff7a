"""A theme by its name or folder: theme.toml over that of the theme it is based on, checked."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from publisher import misfits
from publisher.errors import ConfigError
from publisher.theme.bounds import faults
from publisher.theme.conventions import conventions_of
from publisher.theme.places import FILE, place, read
from publisher.theme.shape import strays
from publisher.theme.tokens import PAPERS, Theme

_DEEPEST = 5
"""How many themes may stand one on another."""

_FRAME = ("masthead", "kind", "meta", "foot")
"""The styles of a page that two languages share, however their text is set."""

_PARTS = {
    "page_bilingual": "page.bilingual",
    "colours_dark": "colours.dark",
    "type_bilingual": "type.bilingual",
}
"""Tables within tables, by their names in a Theme."""

_PAIR_GAP = 0.2
"""Space between a Chinese paragraph and its translation under it, in parts of its leading."""


def load(name: str, paper: str = "", layout: Mapping[str, Any] = MappingProxyType({})) -> Theme:
    """Return the theme ``name``, on another ``paper`` of PAPERS if one is named, with tokens of ``layout``.

    ``name`` is that of a bundled theme, that of an entry point in the group
    ``publisher.themes`` (whose value is the package in whose folder the theme
    lies), or, with a slash in it, the path of a folder. The margins stay and
    the text is set anew, never scaled. ConfigError says what is wrong and where.
    """
    tokens, folders = _inherited(name)
    if paper:
        width, height = PAPERS[paper]
        tokens = _over(tokens, {"page": {"width": width, "height": height}})
    tokens = _over(tokens, {"layout": dict(layout)})
    file, hint = folders[0] / FILE, "Put it right there; docs/themes.md names every token."
    try:
        made = _theme(tokens, folders)
    except (msgspec.ValidationError, TypeError) as error:
        where, said = misfits.told(error)
        hint = misfits.step(Theme, where, said) or hint
        fault = f"{_in_the_file(where)}: {said}" if where else said
        raise ConfigError(f"The theme {name!r} cannot be used: {fault} ({file}).", hint=hint) from error
    except KeyError as error:
        raise ConfigError(
            f"The theme {name!r} cannot be used: {error.args[0]} is missing ({file}).",
            hint='Say it there, or stand on a theme that does: base = "press".',
        ) from error
    for fault in faults(made):
        raise ConfigError(f"The theme {name!r} cannot be used: {fault} ({file}).", hint=hint)
    return made


def _inherited(name: str) -> tuple[dict[str, Any], tuple[Path, ...]]:
    """Return the tokens of ``name`` over those of its bases, and the folders of all of them."""
    folders: list[Path] = []
    tokens: dict[str, Any] = {}
    wanted = name
    while wanted or not folders:
        try:
            folder = place(wanted)
        except ConfigError as error:
            if not folders:
                raise
            told = f"{str(error).rstrip('.')}, its base ({folders[-1] / FILE})"
            raise ConfigError(f"The theme {name!r} cannot be used: {told}.", hint=error.hint) from error
        if folder in folders or len(folders) == _DEEPEST:
            raise ConfigError(
                f"The theme {name!r} cannot be used: its bases have no end ({folder / FILE}).",
                hint="Let the last of them stand on none, or on one of ours.",
            )
        found = read(folder)
        for fault, hint in strays(found):
            raise ConfigError(f"The theme {name!r} cannot be used: {fault} ({folder / FILE}).", hint=hint)
        wanted = found.pop("base", "")
        if "/" in wanted or "\\" in wanted:
            wanted = str(folder / wanted)
        if folders:
            found.pop("description", None)  # a theme is not what its base says of itself
        else:
            found.setdefault("name", folder.name)
        folders.append(folder)
        tokens = _over(found, tokens)
    return tokens, tuple(folders)


def _over(base: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Return ``base`` with what ``above`` says in its place, table by table."""
    made = dict(base)
    for key, value in above.items():
        old = made.get(key)
        made[key] = _over(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return made


def _theme(tokens: dict[str, Any], folders: tuple[Path, ...]) -> Theme:
    colours = {k: v for k, v in tokens["colours"].items() if k != "dark"}
    page = {k: v for k, v in tokens["page"].items() if k != "bilingual"}
    scripts = {k: v for k, v in tokens["type"].items() if k != "bilingual"}
    beside = tokens["type"].get("bilingual", {})
    page_beside = tokens["page"].get("bilingual", {})
    if tokens.get("layout", {}).get("bilingual") == "alternating":
        page_beside = {}
        beside = {s: {k: v for k, v in styles.items() if k in _FRAME} for s, styles in beside.items()}
        body = scripts["zh"]["body"]
        gap = max(body.get("after", 0.0), body["leading"] * _PAIR_GAP)
        beside["zh"] = beside.get("zh", {}) | {"body": body | {"after": gap}}
    return msgspec.convert(
        {
            "name": tokens["name"],
            "description": tokens.get("description", ""),
            "folders": [str(folder) for folder in folders],
            "layout": tokens.get("layout", {}),
            "typography": tokens.get("typography", {}),
            "fit": tokens.get("fit", {}),
            "conventions": _conventions(tokens.get("conventions", {})),
            "page": page,
            "page_bilingual": page | page_beside,
            "colours": colours,
            "colours_dark": colours | tokens["colours"].get("dark", {}),
            "fonts": tokens["fonts"],
            "type": scripts,
            "type_bilingual": {s: scripts[s] | beside.get(s, {}) for s in scripts},
        },
        type=Theme,
    )


def _in_the_file(where: str) -> str:
    """Return the place ``where`` in a Theme as theme.toml names it."""
    table, dot, token = where.partition(".")
    return f"{_PARTS.get(table, table)}{dot}{token}"


def _conventions(tables: dict[str, Any]) -> dict[str, Any]:
    """Return ``tables`` once each is known to hold conventions and nothing else; ValidationError if not."""
    for language in tables:
        try:
            conventions_of(language, tables)
        except msgspec.ValidationError as error:
            where, said = misfits.told(error)
            place = ".".join(part for part in ("conventions", language, where) if part)
            raise msgspec.ValidationError(f"{said} - at `$.{place}`") from error
    return tables
