"""Where themes lie, by name or folder, and what their files say."""

import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher import resources
from publisher.entry_points import entry_points
from publisher.errors import ConfigError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

FILE = "theme.toml"


def names() -> tuple[str, ...]:
    """Return the themes known by name: the bundled ones, then those of entry points."""
    return (*_bundled(), *sorted(point.name for point in _points()))


def place(name: str) -> Path:
    """Return the folder of the theme ``name``, or that path; ConfigError where there is no theme."""
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
    here = (
        f"the folder ./{name}/" if name and (Path(name) / FILE).is_file() else "the path of a theme's folder"
    )
    raise ConfigError(
        f"There is no theme named {name!r}.",
        hint=f"Themes here: {', '.join(names())}; or {here}, with a slash in it.",
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


def read(folder: Path) -> dict[str, Any]:
    """Return the tokens of the theme in ``folder``, its own fonts by full paths; ConfigError if none."""
    path = folder / FILE
    try:
        return _with_own_fonts(tomllib.loads(path.read_text(encoding="utf-8-sig")), folder)
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
