"""``publisher memory``: translation memories taken in, given out, looked into and kept small."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from publisher.cli.console import EPILOG, Progress, settings

if TYPE_CHECKING:
    from publisher.translation.memory.upkeep import Found, Stats

_SUFFIXES = (".sqlite", ".db")
_FILE = click.Path(path_type=Path)


@click.group(epilog=EPILOG, short_help="Import, export and search translation memories.")
def memory() -> None:
    """Keep what has been translated, to be used again: import, export, stats, prune, search."""


@memory.command("import")
@click.argument("files", type=_FILE, nargs=-1, required=True)
@click.option(
    "--into",
    type=_FILE,
    metavar="MEMORY",
    help="The memory, NAME.tm.sqlite; made if it is not there.  [default: the one in publisher.toml]",
)
@click.option("--config", type=_FILE, help="Another publisher.toml.")
def import_(files: tuple[Path, ...], into: Path | None, config: Path | None) -> None:
    """Take TMX FILES into a memory: all of them or, where one cannot be read, none."""
    from publisher.translation.memory import IMPORT_LIMIT, Store
    from publisher.translation.memory.tmx_reader import read_tmx

    path = into or _project_memory(config)
    if not path.exists() and path.suffix not in _SUFFIXES:
        raise click.UsageError(f"A memory is named NAME.tm.sqlite; {path} is not.")
    for file in files:  # so that a wrong name leaves no empty memory behind
        next(read_tmx(file, IMPORT_LIMIT), None)
    with Store.open(path, write=True) as store, Progress(quiet=False) as progress:
        added = store.import_tmx(files, progress)
        total = len(store)
    known = f", {added.known:,} known already" if added.known else ""
    renewed = f", {added.superseded:,} of them newer than what was there" if added.superseded else ""
    click.echo(f"{path}: {added.added:,} units added{renewed}{known}; {total:,} in all")


@memory.command()
@click.argument("memory", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, metavar="FILE.tmx", help="The TMX file to write.")
@click.option("--from", "source", metavar="LANG", default="", help="With --to: this pair of languages only.")
@click.option("--to", "target", metavar="LANG", default="", help="With --from: this pair of languages only.")
@click.option("--utf-16", "utf16", is_flag=True, help="In UTF-16, for old tools, instead of UTF-8.")
def export(memory: Path, output: Path, source: str, target: str, utf16: bool) -> None:
    """Write MEMORY as TMX 1.4b, with all its dates, authors, notes and codes."""
    from publisher.errors import TranslationError
    from publisher.translation.memory import open_store, upkeep
    from publisher.translation.memory.tmx_writer import write_tmx

    if bool(source) != bool(target):
        raise click.UsageError("Give both --from and --to, or neither.")
    if output.suffix.lower() != ".tmx":
        raise click.UsageError(
            f"A memory is written as TMX: name a file that ends in .tmx, not {output.name}."
        )
    with open_store(memory) as store:
        encoding = "utf-16" if utf16 else "utf-8"
        if source and next(store.units(source, target), None) is None:
            known = ", ".join(upkeep.stats(store).languages) or "nothing"
            raise TranslationError(
                f"{memory}: no unit in both {source} and {target}", hint=f"there is {known} in it"
            )
        count = write_tmx(output, store.headers(), store.units(source, target), encoding)
    click.echo(f"{output}: {count:,} units")


@memory.command()
@click.argument("memory", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def stats(memory: Path, as_json: bool) -> None:
    """Say what is in MEMORY: units, languages, dates, authors, states."""
    from publisher.translation.memory import open_store, upkeep

    with open_store(memory) as store:
        figures = upkeep.stats(store)
    if as_json:
        _say_json(figures)
    else:
        _say_stats(figures)


@memory.command()
@click.argument("memory", type=_FILE)
@click.option(
    "--duplicates", is_flag=True, help="Of units that say the same in the same place, all but the best."
)
@click.option("--empty", is_flag=True, help="Units with text in fewer than two languages.")
@click.option("--identical", is_flag=True, help="Units whose source and target are the same.")
@click.option("--machine", is_flag=True, help="Units that no person has reviewed.")
@click.option("--superseded", is_flag=True, help="Units whose author translated the text again later.")
@click.option(
    "--older-than", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Units last changed before."
)
@click.option("--dry-run", is_flag=True, help="Say what would go, and remove nothing.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def prune(
    memory: Path,
    duplicates: bool,
    empty: bool,
    identical: bool,
    machine: bool,
    superseded: bool,
    older_than: datetime | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Remove from MEMORY what it is better without; the options say what."""
    from publisher.errors import TranslationError
    from publisher.translation.memory import Store, upkeep

    rules = upkeep.Rules(
        duplicates=duplicates,
        empty=empty,
        identical=identical,
        machine=machine,
        superseded=superseded,
        older_than=older_than.replace(tzinfo=UTC) if older_than else None,
    )
    if rules == upkeep.Rules():
        raise click.UsageError("Say what to remove: --duplicates, --empty, --superseded … (see --help).")
    if not memory.exists():  # opening it for writing would make it
        raise TranslationError(
            f"{memory}: the memory cannot be read: no such file", hint="check the name given"
        )
    with Store.open(memory, write=True) as store:
        pruned = upkeep.prune(store, rules, dry_run=dry_run)
    if as_json:
        _say_json(pruned)
        return
    verb = "would go" if dry_run else "removed"
    for name, count in msgspec.structs.asdict(pruned).items():
        if name != "left" and getattr(rules, name):
            click.echo(f"{name.replace('_', ' '):<12}{count:>10,} {verb}")
    click.echo(f"{'left':<12}{pruned.left:>10,}")


@memory.command()
@click.argument("memory", type=_FILE)
@click.argument("text")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="So many at most.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def search(memory: Path, text: str, limit: int, as_json: bool) -> None:
    """Show the newest units of MEMORY that hold TEXT in any language."""
    from publisher.translation.memory import open_store, upkeep

    with open_store(memory) as store:
        found = upkeep.concordance(store, text, limit=limit)
    if as_json:
        _say_json(found)
        return
    for unit in found:
        about = ", ".join(
            part
            for part in (unit.author, _day(unit.changed), "" if unit.reviewed else "not reviewed")
            if part
        )
        click.echo(f"#{unit.unit}" + (f"  {about}" if about else ""))
        for language, said in unit.texts.items():
            click.echo(f"  {language:<8} {said}")
    if not found:
        click.echo("nothing found", err=True)


def _project_memory(config: Path | None) -> Path:
    """Return the last memory of the project's settings; there is none that the project does not name."""
    named = [Path(name) for name in settings(config, {}).memory]
    mine = [path for path in named if path.suffix in _SUFFIXES]
    if not mine:
        raise click.UsageError(
            'Name a memory: --into NAME.tm.sqlite, or memory = ["NAME.tm.sqlite"] in publisher.toml.'
        )
    return mine[-1]


def _say_stats(figures: "Stats") -> None:
    click.echo(f"{figures.path}: {figures.units:,} units, {figures.bytes / 2**20:.1f} MB")
    click.echo(f"{figures.reviewed:,} reviewed, {figures.unreviewed:,} not")
    if figures.oldest:
        click.echo(f"from {_day(figures.oldest)} to {_day(figures.newest)}")
    for title, counts in (("languages", figures.languages), ("authors", figures.authors)):
        listed = [f"{name or 'unknown'} {count:,}" for name, count in list(counts.items())[:12]]
        more = f" and {len(counts) - 12} more" if len(counts) > 12 else ""
        click.echo(f"{title}: {', '.join(listed) or 'none'}{more}")


def _say_json(value: "Stats | tuple[Found, ...] | msgspec.Struct") -> None:
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2))


def _day(moment: datetime | None) -> str:
    return moment.strftime("%Y-%m-%d") if moment else ""
