"""``publisher themes``: the looks there are, a folder to make one, and what is wrong with it."""

import sys
from pathlib import Path

import click

from publisher.cli.console import EPILOG
from publisher.cli.known import ThemeName
from publisher.errors import ConfigError


@click.group(invoke_without_command=True, epilog=EPILOG)
@click.pass_context
def themes(context: click.Context) -> None:
    """List the themes, copy one to begin a new one, or check a theme."""
    if context.invoked_subcommand is None:
        from publisher import theme

        for name in theme.names():
            click.echo(f"{name:<12} {theme.load(name).description}".rstrip())


@themes.command(epilog=EPILOG)
@click.argument("name", type=ThemeName())
@click.argument("folder", type=click.Path(path_type=Path))
def copy(name: str, folder: Path) -> None:
    """Make FOLDER a theme that stands on the theme NAME, to be changed from there."""
    from publisher import theming

    click.echo(theming.copy(name, folder))
    click.echo(f"Try it: publisher export article.txt --theme {folder}/", err=True)


@themes.command(epilog=EPILOG)
@click.argument("name", type=ThemeName())
def check(name: str) -> None:
    """Try the theme NAME (or a theme's folder, with a slash in it) in every format and language."""
    from publisher import theming

    wrong = list(theming.check(name))
    for line in wrong:
        click.echo(line, err=True)
    if wrong:
        sys.exit(ConfigError.exit_code)
    click.echo(f"{name}: nothing found.")
