"""``publisher inspect`` and ``publisher repair``: what was understood, and what was mended."""

from pathlib import Path
from typing import Any

import click
import msgspec

from publisher.cli import known
from publisher.cli.console import EPILOG, say_notices


@click.command(epilog=EPILOG, short_help="Print what was understood of FILE, as JSON.")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--raw", is_flag=True, help="Before the repairs.")
@click.option("--assets", is_flag=True, help="With the data of its pictures, so that it can be read again.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of an article instead.")
def inspect(file: Path | None, raw: bool, assets: bool, schema: bool) -> None:
    """Print the article of FILE as it was understood, in JSON; of pictures only their size and sum."""
    from publisher import pipeline, plugins, repairing, serialize
    from publisher.report import Report

    if schema:
        click.echo(msgspec.json.format(msgspec.json.encode(serialize.article_schema()), indent=2))
        return
    if file is None:
        raise click.UsageError("Name a FILE, or ask for --schema.")
    report = Report()
    article = pipeline.read(file, report, plugins.names("repairs") if raw else ())
    if not raw:
        article = repairing.repair(article, report)
    click.echo(serialize.to_json(article) if assets else serialize.outline(article), nl=False)
    say_notices(report.notices)


@click.command(epilog=EPILOG, short_help="Print the repaired text of FILE, and what was changed.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--skip",
    type=known.Names("repair", known.repairs),
    metavar="NAMES",
    default=(),
    help="Leave these repairs out; a wrong name lists them all.",
)
@click.option(
    "--to",
    "script",
    type=known.Name("script", known.scripts),
    metavar="NAME",
    help="Convert to zh-Hans, zh-Hant (Taiwan) or zh-Hant-HK.",
)
@click.option("--diff", is_flag=True, help="Show what changes instead of the text.")
@click.option("--json", "as_json", is_flag=True, help="Print every change as JSON instead of the text.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the repaired text to this file.")
def repair(
    file: Path, skip: tuple[str, ...], script: str | None, diff: bool, as_json: bool, output: Path | None
) -> None:
    """Print the repaired text of FILE; what was changed and why goes to standard error."""
    from publisher import pipeline, plugins, repairing
    from publisher.output import write_file
    from publisher.report import Report

    if diff and as_json:
        raise click.UsageError("--diff and --json both take the place of the text: say one.")
    report = Report()
    article = repairing.repair(pipeline.read(file, report, skip), report, skip)
    if script:
        article = pipeline.convert(article, script, report)
    text = pipeline.as_text(article)
    if output:
        write_file(output, text.encode("utf-8"))
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(report.notices), indent=2))
        return
    if diff:
        raw = pipeline.read(file, Report(), plugins.names("repairs"))
        _say_differences(pipeline.as_text(raw), text)
    elif not output:
        click.echo(text, nl=False)
    say_notices(report.notices)


def _say_differences(before: str, after: str) -> None:
    """Print the lines that differ, what changed in them in colour on a terminal."""
    from publisher.difference import Change, differences

    styles: dict[Change, dict[str, Any]] = {
        Change.KEPT: {},
        Change.REMOVED: {"fg": "red", "bold": True},
        Change.ADDED: {"fg": "green", "bold": True},
    }
    for side, pieces in differences(before, after):
        line = "".join(click.style(text, **styles[change]) for change, text in pieces)
        click.echo(click.style(f"{side} ", fg=styles[side]["fg"]) + line)
