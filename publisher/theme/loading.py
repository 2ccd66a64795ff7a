"""A theme by its name or folder: theme.toml over that of the theme it is based on, checked."""

import tomllib
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec

from publisher import resources
from publisher.entry_points import entry_points
from publisher.errors import ConfigError
from publisher.theme.bounds import faults
from publisher.theme.conventions import conventions_of
from publisher.theme.shape import strays
from publisher.theme.tokens import PAPERS, Theme

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

FILE = "theme.toml"

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


def names() -> tuple[str, ...]:
    """Return the themes known by name: the bundled ones, then those of entry points."""
    return (*_bundled(), *sorted(point.name for point in _points()))


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
    place, hint = folders[0] / FILE, "Put it right there; docs/themes.md names every token."
    try:
        made = _theme(tokens, folders)
    except (msgspec.ValidationError, TypeError) as error:
        fault = _in_the_file(str(error))
        raise ConfigError(f"The theme {name!r} cannot be used: {fault} ({place}).", hint=hint) from error
    except KeyError as error:
        raise ConfigError(
            f"The theme {name!r} cannot be used: {error.args[0]} is missing ({place}).",
            hint='Say it there, or stand on a theme that does: base = "press".',
        ) from error
    for fault in faults(made):
        raise ConfigError(f"The theme {name!r} cannot be used: {fault} ({place}).", hint=hint)
    return made


def _inherited(name: str) -> tuple[dict[str, Any], tuple[Path, ...]]:
    """Return the tokens of ``name`` over those of its bases, and the folders of all of them."""
    folders: list[Path] = []
    tokens: dict[str, Any] = {}
    wanted = name
    while wanted:
        try:
            folder = _folder(wanted)
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
        found = _with_own_fonts(_read(folder), folder)
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


def _folder(name: str) -> Path:
    if "/" in name or "\\" in name:
        folder = Path(name).resolve()
        if (folder / FILE).is_file():
            return folder
        if folder.is_file():
            raise ConfigError(f"{name} is a file.", hint=f"Name the theme's folder: {folder.parent}/.")
        raise ConfigError(
            f"There is no theme in {name}: {FILE if folder.is_dir() else 'the folder'} is missing.",
            hint=f"Check the name, or begin a theme: publisher themes copy press {name}.",
        )
    if name in _bundled():
        return resources.templates() / name
    for point in _points():
        if point.name == name:
            spec = find_spec(point.value)
            if spec is None or not spec.submodule_search_locations:
                raise ConfigError(f"The theme {name!r} cannot be used: {point.value} is not a package.")
            return Path(next(iter(spec.submodule_search_locations)))
    raise ConfigError(
        f"There is no theme named {name!r}.",
        hint=f"Themes here: {', '.join(names())}; or the path of a theme's folder, with a slash in it.",
    )


def _bundled() -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in resources.templates().glob(f"*/{FILE}")))


def _points() -> "tuple[EntryPoint, ...]":
    """Return the entry points of themes; ConfigError where a name is taken twice."""
    points = entry_points("publisher.themes")
    taken = list(_bundled())
    for point in points:
        if point.name in taken:
            owner = point.dist.name if point.dist else point.value
            raise ConfigError(f"{owner} offers the theme {point.name!r}, which there is already.")
        taken.append(point.name)
    return points


def _read(folder: Path) -> dict[str, Any]:
    path = folder / FILE
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(
            f"The theme {folder.name!r} cannot be used: {error.strerror} ({path}).",
            hint="Check its permissions.",
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        told = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error
        raise ConfigError(
            f"The theme {folder.name!r} cannot be used: {told} ({path}).",
            hint='Write it in TOML and UTF-8: accent = "#9a2a22" under [colours].',
        ) from error


def _with_own_fonts(tokens: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return ``tokens`` with the full path of each font that lies in the theme's own folder ``fonts``."""

    def placed(value: Any) -> Any:
        own = folder / "fonts" / value if isinstance(value, str) and value == Path(value).name else None
        return str(own) if own and own.is_file() else value

    fonts = tokens.get("fonts")
    if not isinstance(fonts, dict):
        return tokens
    made = {
        name: {key: placed(value) for key, value in font.items()} if isinstance(font, dict) else font
        for name, font in fonts.items()
    }
    return tokens | {"fonts": made}


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


def _in_the_file(fault: str) -> str:
    """Return what msgspec says of a Theme, which it ends with the place, as theme.toml names the place."""
    said, _, place = fault.partition(" - at `$.")
    table, dot, token = place.rstrip("`").partition(".")
    return f"{_PARTS.get(table, table)}{dot}{token}: {said[0].lower()}{said[1:]}" if place else said


def _conventions(tables: dict[str, Any]) -> dict[str, Any]:
    """Return ``tables`` once each is known to hold conventions and nothing else; ValidationError if not."""
    for language in tables:
        try:
            conventions_of(language, tables)
        except msgspec.ValidationError as error:
            said, _, place = str(error).rstrip("`").partition(" - at `$")
            raise msgspec.ValidationError(f"{said} - at `$.conventions.{language}{place}`") from error
    return tables
