"""What the commands share: the settings, a status line, notices and faults in words."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from publisher.errors import PublisherError

if TYPE_CHECKING:
    from publisher.config import Settings
    from publisher.report import Notice

EPILOG = (
    "Exit codes: 1 an unexpected fault, 2 usage, 3 settings, 4 reading, 5 translation, 6 export, "
    "7 delivery, 8 --strict or check."
)

_SHOWN = 5
"""Places of one warning that are listed."""


def settings(config: Path | None, given: dict[str, Any]) -> "Settings":
    """Return the settings of the project with what the command line says put over them."""
    from publisher import config as room

    names = {"lang": "languages", "skip": "skip_repairs"}
    chosen = {names.get(key, key): value for key, value in given.items() if value or value is False}
    project = room.load(config)
    if fonts := chosen.get("fonts"):
        chosen["fonts"] = project.fonts | dict(fonts)
    return msgspec.structs.replace(project, **chosen)


class Progress:
    """A status line on a terminal, nothing elsewhere."""

    def __init__(self, quiet: bool) -> None:
        self._status: Any = None
        if not quiet and sys.stderr.isatty():
            from rich.console import Console

            self._status = Console(stderr=True).status("")

    def __enter__(self) -> "Progress":
        if self._status:
            self._status.start()
        return self

    def __call__(self, step: str) -> None:
        """Show ``step`` as what is being done."""
        if self._status:
            self._status.update(step)

    def __exit__(self, *fault: object) -> None:
        if self._status:
            self._status.stop()


def say_notices(notices: "tuple[Notice, ...]", name: str = "") -> None:
    """Print warnings and notes in full, and the certain repairs as a count by kind.

    A warning that says the same of several places is one line with the first of them.
    ``name`` is the file that they are about, where there are several.
    """
    about = f"{name}: " if name else ""
    counts: dict[str, int] = {}
    places: dict[str, dict[str, None]] = {}
    for notice in notices:
        if notice.severity == "warning" and notice.where:
            places.setdefault(notice.message, {})[notice.where] = None
    for notice in notices:
        if notice.severity == "warning":
            where = list(places.pop(notice.message, ())) if notice.where else [""]
            if where:
                click.echo(f"warning: {about}{notice.message}{_listed(where)}", err=True)
        elif not notice.rule and (notice.before == notice.after or notice.confidence < 1):
            click.echo(f"note: {about}{notice.message}", err=True)
        else:
            counts[notice.code] = counts.get(notice.code, 0) + 1
    if counts:
        listed = ", ".join(f"{code} × {count}" for code, count in counts.items())
        click.echo(f"{about}repaired: {listed}", err=True)


def _listed(places: list[str]) -> str:
    """Return one place in brackets, and of several their number and the first."""
    if len(places) == 1:
        return f" ({places[0]})" if places[0] else ""
    return f" ({len(places)} places: {', '.join(places[:_SHOWN])}{' …' if len(places) > _SHOWN else ''})"


def say_fault(error: PublisherError) -> None:
    """Print what is wrong and where, and the next step below it."""
    click.echo(f"publisher: {error}", err=True)
    if error.hint:
        click.echo(f"  → {error.hint}", err=True)
