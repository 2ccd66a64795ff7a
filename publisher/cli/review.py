"""``publisher review``: a side-by-side sheet for a person, and their edits taken back."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from publisher.cli import known
from publisher.cli.console import EPILOG, say_notices, settings
from publisher.cli.options import CONFIG, ENGINE, GLOSSARY, NAMES, TARGET, XLIFF
from publisher.cli.translate import say_counts, say_untranslated
from publisher.errors import TranslationError

if TYPE_CHECKING:
    from publisher.review_round import TakenBack
    from publisher.translation.xliff import Version


@click.command(epilog=EPILOG, short_help="Write a sheet to review, or take a reviewed one back.")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="F.docx|F.xlf",
    help="Write the sheet to this file.  [default: FILE.<lang>.review.docx beside FILE]",
)
@click.option(
    "--apply",
    "returned",
    type=click.Path(path_type=Path),
    metavar="F.docx|F.xlf",
    help="Take the edits in this file back; FILE is then the article, if it is not beside it.",
)
@TARGET
@XLIFF
@click.option(
    "--memory",
    multiple=True,
    metavar="F",
    help="A translation memory; with --apply, the one that is told what was reviewed.",
)
@GLOSSARY
@NAMES
@ENGINE
@click.option(
    "--theme", type=known.ThemeName(), metavar="NAME", help="The look of the sheet.  [default: press]"
)
@CONFIG
@click.option("--json", "as_json", is_flag=True, help="With --apply: print what changed as JSON.")
def review(
    file: Path | None,
    output: Path | None,
    returned: Path | None,
    target: str | None,
    version: "Version",
    config: Path | None,
    as_json: bool,
    **given: Any,
) -> None:
    """Write the translation of FILE as a sheet to review, or take a reviewed sheet back.

    The translation as it goes out is kept in FILE.<lang>.xlf, and so is what
    comes back; give that file to export with --memory.
    """
    if returned is not None:
        if output is not None:
            raise click.UsageError("Give -o to write a sheet, or --apply to take one back, not both.")
        _take_back(returned, file, config, given, as_json)
        return
    if file is None:
        raise click.UsageError("Name the article, or a reviewed sheet with --apply.")
    _send(file, output, target or "", config, given, version)


def _send(
    file: Path,
    output: Path | None,
    target: str,
    config: Path | None,
    given: dict[str, Any],
    version: "Version",
) -> None:
    from publisher import review_round
    from publisher.report import Report

    if output is not None and output.suffix.lower() not in (".docx", ".xlf", ".xliff"):
        raise click.UsageError(f"A review goes out as .docx or .xlf, not as {output.name}.")
    chosen = settings(config, given)
    report = Report()
    prepared = review_round.prepare(file, target, chosen, report)
    now = datetime.now(UTC)
    place = output or prepared.state.with_suffix(".review.docx")
    aside = review_round.save(prepared, prepared.state, at=now, version=version)
    if place.suffix.lower() == ".docx":
        review_round.save_sheet(prepared, place, chosen.theme, at=now)
    elif place != prepared.state:
        review_round.save(prepared, place, at=now, version=version)
    say_notices(report.notices)
    say_untranslated(prepared.bitext)
    say_counts(place, prepared.bitext)
    click.echo(f"{prepared.state}  the translation as it went out; leave it beside {file.name}")
    if aside:
        click.echo(
            f"warning: reviewed translations that the article has no sentence for are in {aside}", err=True
        )


def _take_back(
    returned: Path, article: Path | None, config: Path | None, given: dict[str, Any], as_json: bool
) -> None:
    from publisher import review_round

    memories = given.pop("memory")
    if len(memories) > 1:
        raise click.UsageError("A review is remembered in one memory: give --memory once.")
    memory = Path(memories[0]) if memories else None
    taken = review_round.take_back(
        returned, article, settings(config, given), memory=memory, at=datetime.now(UTC)
    )
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(_as_value(taken)), indent=2))
    else:
        _say(taken, memory)
    if taken.applied.unmatched or taken.applied.missing:
        for line in _faults(taken):
            click.echo(f"publisher: {line}", err=True)
        sys.exit(TranslationError.exit_code)


def _say(taken: "TakenBack", memory: Path | None) -> None:
    applied = taken.applied
    width = max((len(change.key) for change in applied.changes), default=0)
    for change in applied.changes:
        before, after = (text.replace("\n", "⏎") for text in (change.before, change.after))
        click.echo(f"{change.key:<{width}}  " + click.style(f"- {before or '(none)'}", fg="red"))
        click.echo(f"{'':<{width}}  " + click.style(f"+ {after}", fg="green"))
    for left in applied.left:
        click.echo(f"{left.key}: {left.reason}", err=True)
    for comment in applied.comments:
        click.echo(
            f"comment by {comment.author or 'somebody'} on {comment.key or 'the sheet'}: {comment.text}"
        )
    signed = " ".join(part for part in (taken.reviewer, taken.date) if part)
    by = f" by {signed}" if signed else ""
    say_counts(taken.state, applied.bitext)
    click.echo(f"  reviewed{by}: {len(applied.changes)} changed, {len(applied.passed)} passed as they stood")
    if memory is not None:
        click.echo(f"{memory}  {taken.remembered} translations remembered")


def _faults(taken: "TakenBack") -> list[str]:
    applied = taken.applied
    lines = [f"{u.key or 'a new row'}: {u.reason}" for u in applied.unmatched]
    if taken.aside:
        lines.append(f"what was typed there is in {taken.aside}")
    if applied.missing:
        keys = ", ".join(applied.missing[:10]) + (" …" if len(applied.missing) > 10 else "")
        rows = "rows are" if len(applied.missing) > 1 else "row is"
        lines.append(
            f"{len(applied.missing)} {rows} missing from the sheet, their translation left as it was: {keys}"
        )
    return lines


def _as_value(taken: "TakenBack") -> dict[str, Any]:
    applied = taken.applied
    return {
        "changes": applied.changes,
        "passed": applied.passed,
        "left": applied.left,
        "missing": applied.missing,
        "unmatched": applied.unmatched,
        "comments": applied.comments,
        "reviewer": taken.reviewer,
        "date": taken.date,
        "state": str(taken.state),
        "unmatched_file": str(taken.aside) if taken.aside else "",
        "remembered": taken.remembered,
    }
