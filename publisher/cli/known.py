"""Options that take names: what a name may be is asked when it is given, and another is a usage error."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from publisher.errors import ConfigError


class Name(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic from click 8.3 on
    """One name, of a ``kind`` in words, among those that ``known`` returns."""

    name = "name"

    def __init__(self, kind: str, known: Callable[[], Iterable[str]]) -> None:
        self._kind, self._known = kind, known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name; click says what is wrong with another."""
        _check((value,), self, self._kind, self._known, param, ctx)
        return str(value)


class ThemeName(Name):
    """The name of a theme, or with a slash in it the path of its folder."""

    def __init__(self) -> None:
        super().__init__("theme", themes)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name; a folder is looked at when it is loaded."""
        given = str(value)
        if "/" in given or "\\" in given:
            return given
        if given not in themes() and (Path(given) / "theme.toml").is_file():
            self.fail(f"There is no theme {given}; the folder here is named ./{given}/.", param, ctx)
        return super().convert(value, param, ctx)


class Names(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """Names separated by commas; any, or of a ``kind`` in words among those that ``known`` returns."""

    name = "names"

    def __init__(self, kind: str = "", known: Callable[[], Iterable[str]] | None = None) -> None:
        self._kind, self._known = kind, known

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the names, blanks dropped; click says which of them there is not."""
        if isinstance(value, tuple):
            return value
        found = tuple(part.strip() for part in str(value).split(",") if part.strip())
        if not found:  # of a variable that is empty, say: everything was not asked for
            self.fail(f"{value!r} names nothing.", param, ctx)
        if self._known:
            _check(found, self, self._kind, self._known, param, ctx)
        return found


class Pair(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """NAME=VALUE, the name of a ``kind`` in words among those that ``known`` returns."""

    name = "pair"

    def __init__(self, kind: str, known: Callable[[], Iterable[str]]) -> None:
        self._kind, self._known = kind, known

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Return name and value; click says what is wrong with anything else."""
        name, sign, given = (part.strip() for part in str(value).partition("="))
        if not (name and sign and given):
            self.fail(f"{value!r} is not NAME=VALUE.", param, ctx)
        _check((name,), self, self._kind, self._known, param, ctx)
        return name, given


def _check(
    given: Iterable[str],
    kind: "click.ParamType",  # type: ignore[type-arg,unused-ignore]
    said: str,
    known: Callable[[], Iterable[str]],
    param: click.Parameter | None,
    ctx: click.Context | None,
) -> None:
    there = tuple(known())
    if unknown := [name for name in given if name not in there]:
        kind.fail(f"There is no {said} {', '.join(unknown)}; there are: {', '.join(there)}.", param, ctx)


# ── What may be named: each room is entered when an option asks ──────────────


def formats() -> tuple[str, ...]:
    """Return the formats that can be made."""
    from publisher import plugins

    return plugins.names("exporters")


def themes() -> tuple[str, ...]:
    """Return the themes known by name."""
    from publisher import theme

    return theme.names()


def repairs() -> tuple[str, ...]:
    """Return the repairs."""
    from publisher import plugins

    return plugins.names("repairs")


def engines() -> tuple[str, ...]:
    """Return what may translate."""
    from publisher import plugins

    return ("auto", *plugins.names("engines"), "none")


def channels() -> tuple[str, ...]:
    """Return what takes files out of the house by itself."""
    from publisher import plugins

    return plugins.names("channels")


def pdf_engines() -> tuple[str, ...]:
    """Return what may set a PDF."""
    from publisher import plugins

    return ("auto", *plugins.names("pdf_engines"))


def pdf_profiles() -> tuple[str, ...]:
    """Return what a PDF may be for."""
    from publisher.exporters import profiles

    return profiles.NAMES


def font_roles() -> tuple[str, ...]:
    """Return what a font may be for."""
    from publisher.typesetting import own_fonts

    return own_fonts.ROLES


def scripts() -> tuple[str, ...]:
    """Return what Chinese is converted to."""
    from publisher import editions
    from publisher.repairs.script import SCRIPTS

    return tuple(dict.fromkeys((*SCRIPTS, *(n for n in editions.languages() if n.startswith("zh")))))


def languages() -> tuple[str, ...]:
    """Return the languages that there are words for."""
    from publisher import editions

    return editions.languages()


def rules() -> tuple[str, ...]:
    """Return the checks of a translation."""
    from publisher.translation.checks import RULES

    return tuple(RULES)


def check_editions(names: Iterable[str], theme: str = "") -> None:
    """Refuse names of editions that there are no words for, by ``theme`` or by us, as a usage error."""
    from publisher import theme as room
    from publisher.editions import check_languages

    wanted = tuple(names)
    look = room.load(theme) if wanted and theme else None
    try:
        check_languages(wanted, look)
    except ConfigError as error:
        raise click.UsageError(f"{error} {error.hint}") from error
