"""``publisher translate``: an article's translation as XLIFF, JSON or TMX."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from publisher.cli.console import EPILOG, say_notices, settings
from publisher.cli.options import CONFIG, ENGINE, GLOSSARY, MEMORY, NAMES, TARGET, XLIFF

if TYPE_CHECKING:
    from publisher.translation.bitext import Bitext
    from publisher.translation.xliff import Version

_SHOWN = 5
"""So many segments are named in a warning."""


@click.command(epilog=EPILOG, short_help="Write the translation of FILE: XLIFF, JSON or TMX.")
@click.argument("file", type=click.Path(path_type=Path))
@TARGET
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="F.xlf|F.json|F.tmx",
    help="Where to.  [default: FILE.<lang>.xlf beside FILE]",
)
@XLIFF
@MEMORY
@GLOSSARY
@NAMES
@ENGINE
@CONFIG
def translate(
    file: Path,
    target: str | None,
    output: Path | None,
    version: "Version",
    config: Path | None,
    **given: Any,
) -> None:
    """Write the translation of FILE, segment by segment, with origin and state.

    What people wrote or passed before, as FILE.<lang>.xlf has it, stands.
    """
    from publisher import review_round
    from publisher.report import Report

    report = Report()
    prepared = review_round.prepare(file, target or "", settings(config, given), report)
    place = output or prepared.state
    aside = review_round.save(prepared, place, at=datetime.now(UTC), version=version)
    say_notices(report.notices)
    say_untranslated(prepared.bitext)
    say_counts(place, prepared.bitext)
    if aside:
        click.echo(
            f"warning: reviewed translations that the article has no sentence for are in {aside}", err=True
        )


def say_untranslated(value: "Bitext") -> None:
    """Warn, once for all of them, of segments that have no translation."""
    missing = [unit.key for unit in value.units if not unit.target]
    if missing:
        shown = ", ".join(missing[:_SHOWN]) + (" …" if len(missing) > _SHOWN else "")
        count = f"{len(missing)} of {len(value.units)} segments have no translation"
        click.echo(f"warning: {count} into {value.target_language}: {shown}", err=True)


def say_counts(place: Path, value: "Bitext") -> None:
    """Print what was written, and how many segments have which origin and state."""
    from publisher.translation.bitext import counts

    origins, states = counts(value)
    pair = f"{value.source_language} → {value.target_language}"
    click.echo(f"{place}  {pair}, {len(value.units)} segments")
    for name, numbers in (("origin", origins), ("state", states)):
        listed = ", ".join(f"{word} {number}" for word, number in sorted(numbers.items()))
        click.echo(f"  {name:<7} {listed}")
