"""The command line: the sole place that prints or exits."""

import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
import msgspec

from publisher import __version__
from publisher.errors import ConfigError, PublisherError, StrictError

if TYPE_CHECKING:
    from publisher.pipeline import Outcome
    from publisher.report import Notice

_EPILOG = "Exit codes: 2 usage, 3 settings, 4 reading, 5 translation, 6 export, 7 delivery, 8 --strict."


class _Names(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic from click 8.3 on
    """Names separated by commas."""

    name = "names"

    def convert(  # click calls it with three arguments
        self,
        value: Any,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> tuple[str, ...]:
        """Return the names, blanks dropped."""
        if isinstance(value, tuple):
            return value
        return tuple(part.strip() for part in str(value).split(",") if part.strip())


@click.group(
    epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="publisher")
def cli() -> None:
    """Turn an article into a press release: Word, PDF and print-ready HTML, in Chinese and English."""


@cli.command(epilog=_EPILOG)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--lang",
    type=_Names(),
    metavar="NAMES",
    help="zh-Hans, zh-Hant, en, bilingual.  [default: own, other, bilingual]",
)
@click.option("--format", "formats", type=_Names(), metavar="NAMES", help="docx, pdf, html.  [default: all]")
@click.option("--theme", metavar="NAME", help="The look.  [default: press]")
@click.option("--out", metavar="DIR", help="Where the packs go.  [default: out]")
@click.option(
    "--memory",
    multiple=True,
    metavar="F.tmx",
    help="A translation memory; may be repeated, the last one wins.",
)
@click.option("--glossary", multiple=True, metavar="F.csv", help="Names and terms; may be repeated.")
@click.option(
    "--engine", metavar="NAME", help="Translates what no memory holds: none, pseudo.  [default: none]"
)
@click.option(
    "--draft", is_flag=True, help="Make editions that lack translations too, the source text marked in place."
)
@click.option("--skip-repair", "skip", type=_Names(), metavar="NAMES", help="Leave these repairs out.")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="F.toml",
    help="Settings.  [default: ./publisher.toml]",
)
@click.option("--strict", is_flag=True, help="Fail when anything is poorer than asked for or doubtful.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def export(
    files: tuple[Path, ...], config: Path | None, draft: bool, strict: bool, as_json: bool, **given: Any
) -> None:
    """Make the release pack of each FILE: nine files and a manifest."""
    from publisher.pipeline import Job, run

    settings = _settings(config, given)
    worst: PublisherError | None = None
    for path in files:
        with _progress(as_json) as progress:
            try:
                outcome = run(Job(path=path, settings=settings, draft=draft), progress)
            except PublisherError as error:
                progress("")
                _say_fault(error)
                worst = worst or error
                continue
        _say_outcome(outcome, as_json)
        faults = list(outcome.faults)
        warnings = [n for n in outcome.notices if n.severity == "warning"]
        if strict and warnings:
            faults.append(StrictError(f"{path}: {len(warnings)} notices under --strict."))
        for fault in faults:
            _say_fault(fault)
        worst = worst or (faults[0] if faults else None)
    if worst is not None:
        sys.exit(worst.exit_code)


@cli.command(epilog=_EPILOG)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--raw", is_flag=True, help="Before the repairs.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of an article instead.")
def inspect(file: Path | None, raw: bool, schema: bool) -> None:
    """Print the normalized article of FILE as JSON."""
    from publisher import pipeline, plugins, serialize
    from publisher.report import Report

    if schema:
        click.echo(msgspec.json.format(msgspec.json.encode(serialize.article_schema()), indent=2))
        return
    if file is None:
        raise click.UsageError("Name a FILE, or ask for --schema.")
    report = Report()
    article = pipeline.read(file, report, plugins.names("repairs") if raw else ())
    if not raw:
        article = pipeline.repair(article, report)
    click.echo(serialize.to_json(article), nl=False)
    _say_notices(report.notices)


@cli.command(epilog=_EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--skip", type=_Names(), metavar="NAMES", default=(), help="Leave these repairs out.")
@click.option("--to", "script", metavar="NAME", help="Convert to zh-Hans, zh-Hant (Taiwan) or zh-Hant-HK.")
@click.option("--diff", is_flag=True, help="Show what changes instead of the text.")
@click.option("--json", "as_json", is_flag=True, help="Print every change as JSON instead of the text.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the repaired text to this file.")
def repair(
    file: Path, skip: tuple[str, ...], script: str | None, diff: bool, as_json: bool, output: Path | None
) -> None:
    """Print the repaired text of FILE; what was changed and why goes to standard error."""
    from publisher import pipeline, plugins
    from publisher.report import Report

    report = Report()
    article = pipeline.repair(pipeline.read(file, report, skip), report, skip)
    if script:
        article = pipeline.convert(article, script, report)
    text = pipeline.as_text(article)
    if output:
        pipeline.write_file(output, text.encode("utf-8"))
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(report.notices), indent=2))
        return
    if diff:
        raw = pipeline.read(file, Report(), plugins.names("repairs"))
        _say_differences(pipeline.as_text(raw), text)
    elif not output:
        click.echo(text, nl=False)
    _say_notices(report.notices)


@cli.command()
def themes() -> None:
    """List the themes."""
    from publisher import resources

    for path in sorted(resources.templates().glob("*/theme.toml")):
        click.echo(path.parent.name)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def doctor(as_json: bool) -> None:
    """Say what this machine has, and what to do about what it lacks."""
    from publisher.doctor import examine

    findings = examine()
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(findings), indent=2))
    else:
        width = max(len(f.part) for f in findings)
        for finding in findings:
            sign = "ok     " if finding.ok else "missing"
            click.echo(f"{sign}  {finding.part:<{width}}  {finding.detail}")
            if finding.advice:
                click.echo(f"{'':9}{'':<{width}}  → {finding.advice}")
    if any(f.required and not f.ok for f in findings):
        sys.exit(ConfigError.exit_code)


def main() -> NoReturn:
    """Run the command line; a fault is one clear line, an unexpected one leaves its traceback in a file."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except PublisherError as error:
        _say_fault(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception:  # noqa: BLE001 - the last wall: no traceback on the user's screen
        with tempfile.NamedTemporaryFile("w", prefix="publisher-fault-", suffix=".txt", delete=False) as file:
            traceback.print_exc(file=file)
        click.echo(f"publisher: an unexpected fault; please report it with {file.name}.", err=True)
        sys.exit(1)
    sys.exit(0)


def _settings(config: Path | None, given: dict[str, Any]) -> Any:
    """Return the settings of the project with what the command line says put over them."""
    from publisher import config as room

    settings = room.load(config)
    names = {"lang": "languages", "skip": "skip_repairs"}
    chosen = {names.get(key, key): value for key, value in given.items() if value}
    return msgspec.structs.replace(settings, **chosen)


class _progress:  # noqa: N801 - reads as a function where it is used
    """A status line on a terminal, nothing elsewhere."""

    def __init__(self, quiet: bool) -> None:
        self._status: Any = None
        if not quiet and sys.stderr.isatty():
            from rich.console import Console

            self._status = Console(stderr=True).status("")

    def __enter__(self) -> "_progress":
        if self._status:
            self._status.start()
        return self

    def __call__(self, step: str) -> None:
        if self._status:
            self._status.update(step)

    def __exit__(self, *fault: object) -> None:
        if self._status:
            self._status.stop()


def _say_outcome(outcome: "Outcome", as_json: bool) -> None:
    if as_json:
        from publisher.pipeline import manifest

        click.echo(manifest(outcome), nl=False)
        return
    _say_notices(outcome.notices)
    if outcome.files:
        click.echo(f"{outcome.folder}/")
        for file in outcome.files:
            pages = f"{file.pages} page{'s' if file.pages > 1 else ''}" if file.pages else ""
            draft = "DRAFT" if file.draft else ""
            click.echo(f"  {file.name:<48} {file.bytes / 1024:>6.0f} KB  {pages:<8} {draft}".rstrip())
        click.echo("  manifest.json")


def _say_notices(notices: "tuple[Notice, ...]") -> None:
    """Print the warnings in full and the certain repairs as a count by kind."""
    counts: dict[str, int] = {}
    for notice in notices:
        if notice.severity == "warning":
            where = f" ({notice.where})" if notice.where else ""
            click.echo(f"warning: {notice.message}{where}", err=True)
        else:
            counts[notice.code] = counts.get(notice.code, 0) + 1
    if counts:
        listed = ", ".join(f"{code} × {count}" for code, count in counts.items())
        click.echo(f"repaired: {listed}", err=True)


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


def _say_fault(error: PublisherError) -> None:
    click.echo(f"publisher: {error}", err=True)
    if error.hint:
        click.echo(f"  → {error.hint}", err=True)
