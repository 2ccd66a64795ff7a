"""``publisher check``: what is wrong with a translation."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from publisher.cli import known
from publisher.cli.console import EPILOG, settings
from publisher.cli.options import CONFIG, GLOSSARY, NAMES

if TYPE_CHECKING:
    from publisher.checking import Material
    from publisher.translation.checks import Finding, Level

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_WIDTH = 160
_DOUBTFUL = 0.8
_RULES = known.Names("check", known.rules)


@click.command(
    epilog=EPILOG + " Here 8 means that a check found an error.",
    short_help="Compare a translation with its source.",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--memory", multiple=True, metavar="F", help="Translate the one FILE from this memory.")
@GLOSSARY
@NAMES
@click.option(
    "--to",
    "language",
    type=known.Name("language", known.languages),
    metavar="NAME",
    help="Translate into this language.",
)
@click.option(
    "--rules",
    type=_RULES,
    metavar="NAMES",
    default=(),
    help="Only these checks; a wrong name lists them all.",
)
@click.option("--skip", "left_out", type=_RULES, metavar="NAMES", default=(), help="Leave these checks out.")
@click.option(
    "--level",
    type=click.Choice(("error", "warning", "info")),
    default="warning",
    show_default=True,
    help="The least severity that is told.",
)
@click.option(
    "--issued",
    type=click.DateTime(("%Y-%m-%d",)),
    metavar="YYYY-MM-DD",
    help="When the text is issued; dates without a year, 昨天 and “last Friday” are judged by it.",
)
@CONFIG
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def check(
    files: tuple[Path, ...],
    language: str | None,
    rules: tuple[str, ...],
    left_out: tuple[str, ...],
    level: str,
    issued: datetime | None,
    config: Path | None,
    as_json: bool,
    **given: Any,
) -> None:
    """Check a translation: an article with --memory, SOURCE and TARGET, or files of pairs (TMX, XLIFF, CSV).

    A finding is an error where the translation is surely wrong, a warning
    where a person should look. The exit code is 8 where there is an error.
    """
    from publisher import editions
    from publisher.checking import gather
    from publisher.translation.checks import RULES, check_pairs
    from publisher.translation.checks.files import SUFFIXES

    if given["memory"] and (len(files) > 1 or files[0].suffix.lower() in SUFFIXES):
        raise click.UsageError("--memory is for one article: files that hold both languages need none.")
    wanted = tuple(name for name in rules or RULES if name not in left_out)
    if not wanted:
        raise click.UsageError("--skip leaves out every check of --rules.")
    chosen = settings(config, given)
    materials = gather(files, chosen, language or "")
    glossary = editions.glossary(msgspec.structs.replace(chosen, builtin_glossary=True))
    found = [
        (
            m,
            check_pairs(
                m.pairs, wanted, glossary=glossary, issued=issued or m.issued, exchange=chosen.exchange
            ),
        )
        for m in materials
    ]
    told = [(m, tuple(f for f in findings if _rank(f.severity) >= _rank(level))) for m, findings in found]
    if as_json:
        click.echo(_json(told), nl=False)
    else:
        for m, findings in told:
            if len(told) > 1:
                click.secho(m.name, bold=True)
            _say(findings, len(m.pairs), m.confidence)
    if any(f.severity == "error" for _, findings in found for f in findings):
        sys.exit(8)


def _rank(level: "Level | str") -> int:
    return ("info", "warning", "error").index(str(level))


def _json(told: "list[tuple[Material, tuple[Finding, ...]]]") -> bytes:
    rows = [
        {
            "rule": f.rule,
            "severity": f.severity,
            "file": material.name,
            "segment": f.segment,
            "source": f.source,
            "target": f.target,
            "message": f.message,
            "offsets": {"source": f.source_offsets, "target": f.target_offsets},
        }
        for material, findings in told
        for f in findings
    ]
    return msgspec.json.format(msgspec.json.encode({"findings": rows}), indent=2) + b"\n"


def _say(findings: "tuple[Finding, ...]", pairs: int, confidence: float) -> None:
    for finding in findings:
        name = click.style(finding.severity.value, fg=_COLOURS[finding.severity.value], bold=True)
        click.echo(f"{finding.segment}  {name}  {finding.rule}: {finding.message}")
        click.echo(f"    {_marked(finding.source, finding.source_offsets)}")
        click.echo(f"    {_marked(finding.target, finding.target_offsets)}")
    if confidence < _DOUBTFUL:
        click.echo(
            f"The two texts are hard to align: {confidence:.0%} of the sentences surely belong together;"
            " read the findings with care."
        )
    counts = {level: sum(f.severity == level for f in findings) for level in ("error", "warning", "info")}
    listed = ", ".join(f"{n} {level}{'s' if n != 1 else ''}" for level, n in counts.items() if n)
    click.echo(f"{pairs} segment{'s' if pairs != 1 else ''}: {listed or 'nothing found'}")


def _marked(text: str, offsets: tuple[tuple[int, int], ...]) -> str:
    """Return ``text`` on one line with the places in ⟦ ⟧, red on a terminal; long ends are cut."""
    if not text:
        return "—"
    begin, finish = 0, len(text)
    if len(text) > _WIDTH:
        first = min((a for a, _ in offsets), default=0)
        begin = max(0, first - _WIDTH // 3)
        finish = min(len(text), begin + _WIDTH)
    shown, at = ("…" if begin else ""), begin
    for start, end in sorted(offsets):
        if start < at or start >= finish:
            continue
        place = click.style(f"⟦{text[start : min(end, finish)]}⟧", fg="red")
        shown += text[at:start] + place
        at = min(end, finish)
    return " ".join((shown + text[at:finish] + ("…" if finish < len(text) else "")).split())
