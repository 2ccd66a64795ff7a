"""``publisher glossary``: list, import, export and check terms whose translation is decided."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from publisher.cli.console import EPILOG
from publisher.errors import StrictError, TranslationError

if TYPE_CHECKING:
    from publisher.translation.glossary import Entry
    from publisher.translation.glossary.tbx import Style

_FILE = click.Path(path_type=Path)


@click.group()
def glossary() -> None:
    """List, import, export and check glossaries (CSV and TBX)."""


@glossary.command("list", epilog=EPILOG)
@click.argument("files", type=_FILE, nargs=-1)
@click.option("--type", "kind", metavar="TYPE", help="Only this type: person, organisation, title …")
@click.option("--search", metavar="TEXT", help="Only entries that hold this text, in either language.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def list_(files: tuple[Path, ...], kind: str | None, search: str | None, as_json: bool) -> None:
    """List the entries of FILES over the built-in ones; without FILES, the built-in ones."""
    from publisher.translation.glossary import TYPES, Glossary

    if kind is not None and kind not in TYPES:
        raise click.UsageError(f"There is no type {kind}; there are {', '.join(TYPES)}.")
    entries = Glossary.load(files, builtin=True).chosen(kind or "", search or "")
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(entries), indent=2))
        return
    for entry in entries:
        click.echo("\t".join((entry.source, " | ".join((entry.target, *entry.alternatives)), entry.type)))
    click.echo(f"{len(entries)} entries", err=True)


@glossary.command("import", epilog=EPILOG)
@click.argument("file", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, help="The CSV file to write.")
def import_(file: Path, output: Path) -> None:
    """Read FILE (TBX, or CSV of any kind) and write it as CSV."""
    _convert(file, output)


@glossary.command(epilog=EPILOG)
@click.argument("file", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, help="The TBX or CSV file to write.")
@click.option("--style", type=click.Choice(("dct", "dca")), default="dct", help="The style of TBX.")
def export(file: Path, output: Path, style: "Style") -> None:
    """Read FILE (CSV or TBX) and write it as TBX-Basic, or as CSV by the name of the output."""
    _convert(file, output, style)


@glossary.command(epilog=EPILOG + " Here 8 means that there is a doubt.")
@click.argument("files", type=_FILE, nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def check(files: tuple[Path, ...], as_json: bool) -> None:
    """Say what in FILES would mislead: duplicates, contradictions, odd spaces and the like."""
    from publisher.translation.glossary import check, read

    entries = [entry for file in files for entry in read(file)]
    findings = check(entries)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(findings), indent=2))
    else:
        for finding in findings:
            click.echo(f"{finding.rule}: {finding.message}")
        click.echo(f"{len(entries)} entries, {len(findings)} doubts", err=True)
    if findings:
        sys.exit(StrictError.exit_code)


def _convert(file: Path, output: Path, style: "Style" = "dct") -> None:
    from publisher.output import write_file
    from publisher.translation.glossary import read, write

    entries = read(file)
    if not entries:
        raise TranslationError(f"{file}: there is no term in it", hint="give a glossary that has entries")
    write_file(output, write(entries, output.suffix, style))
    click.echo(f"{output}: {_count(entries)}")


def _count(entries: "tuple[Entry, ...]") -> str:
    return f"{len(entries)} {'entry' if len(entries) == 1 else 'entries'}"
