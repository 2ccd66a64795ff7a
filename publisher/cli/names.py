"""``publisher names``: list and check registries of people, organisations and places."""

import sys
from pathlib import Path

import click
import msgspec

from publisher.cli.console import EPILOG
from publisher.errors import StrictError

_FILES = click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
_JSON = click.option("--json", "as_json", is_flag=True, help="For programs.")


@click.group(short_help="List and check registries of names.")
def names() -> None:
    """List and check registries of names (CSV: kind, a column a language, title LANG, short LANG, note)."""


@names.command("list", epilog=EPILOG)
@_FILES
@_JSON
def list_(files: tuple[Path, ...], as_json: bool) -> None:
    """List the names of FILES with their forms in each language."""
    from publisher.localization import registry

    found = [name for file in files for name in registry.read(file)]
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2))
        return
    for name in found:
        click.echo("\t".join((name.kind, *(f"{tag}: {' | '.join(forms)}" for tag, forms in name.forms))))
    click.echo(f"{len(found)} names", err=True)


@names.command(epilog=EPILOG + " Here 8 means that there is a doubt.")
@_FILES
@_JSON
def check(files: tuple[Path, ...], as_json: bool) -> None:
    """Say what in FILES would mislead: duplicates, conflicts, short forms that are no part of the name."""
    from publisher.localization import registry

    found = [name for file in files for name in registry.read(file)]
    doubts = registry.check(found)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(doubts), indent=2))
    else:
        for doubt in doubts:
            click.echo(f"{doubt.file}: line {doubt.line}: {doubt.rule}: {doubt.message}")
        click.echo(f"{len(found)} names, {len(doubts)} doubts", err=True)
    if doubts:
        sys.exit(StrictError.exit_code)
