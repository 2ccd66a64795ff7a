"""``publisher export``: the main job."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from publisher.cli import effect, known
from publisher.cli.console import EPILOG, Progress, say_fault, say_notices, settings
from publisher.cli.options import CONFIG, ENGINE, GLOSSARY, MEMORY, NAMES, UNITS
from publisher.errors import PublisherError, StrictError

if TYPE_CHECKING:
    from publisher.pipeline import Outcome

_SHOWN = 3
"""So many files of earlier exports are named."""


@click.command(epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--lang",
    type=known.Names(),
    metavar="NAMES",
    help="zh-Hans, zh-Hant-TW, zh-Hant-HK, en-US, en-GB; zh-Hant is Taiwan's, en is AP's. Side by side any "
    "Chinese with any English: zh-Hant-HK+en-GB; bilingual takes the first of each that is named, or the "
    "usual pair.  [default: own, other, bilingual]",
)
@click.option(
    "--region-words/--no-region-words",
    default=None,
    help="For Chinese of another region take its words too (软件 → 軟體), or its characters alone.  "
    "[default: words]",
)
@UNITS
@click.option(
    "--format",
    "formats",
    type=known.Names("format", known.formats),
    metavar="NAMES",
    help="docx, pdf, html; ninjs, newsml, atom, wire, md.  [default: the first three]",
)
@click.option(
    "--theme",
    type=known.ThemeName(),
    metavar="NAME",
    help="press, newsletter, gongwen, or a theme's folder with a slash in it.  [default: press]",
)
@click.option(
    "--reference",
    metavar="F",
    help="A Word template of your own (.dotx, .docx): its page, headers, footers and styles, in Word.",
)
@click.option(
    "--font",
    "fonts",
    type=known.Pair("role", known.font_roles),
    multiple=True,
    metavar="ROLE=FILE",
    help="A font of your own (TrueType) for han, han-bold, latin, latin-bold, latin-italic, sans, title or "
    "kai; may be repeated.",
)
@click.option(
    "--embed-fonts/--no-embed-fonts",
    default=None,
    help="Carry the fonts inside Word documents, cut to their characters.  [default: no]",
)
@click.option("--page", type=click.Choice(["a4", "letter"]), help="The paper.  [default: the theme's, A4]")
@click.option(
    "--bilingual",
    type=click.Choice(["columns", "alternating"]),
    help="Two languages side by side, or each paragraph over its translation.  "
    "[default: as the theme has it, columns]",
)
@click.option(
    "--toc/--no-toc",
    default=None,
    help="A table of contents in Word.  [default: where the theme says an article is long]",
)
@click.option("--out", metavar="DIR", help="Where the packs go.  [default: out]")
@MEMORY
@GLOSSARY
@NAMES
@ENGINE
@click.option(
    "--draft", is_flag=True, help="Make editions that lack translations too, the source text marked in place."
)
@click.option(
    "--pdf-engine",
    type=known.Name("PDF engine", known.pdf_engines),
    metavar="NAME",
    help="What sets the PDF: auto, weasyprint, reportlab.  [default: auto]",
)
@click.option(
    "--profile",
    "pdf_profile",
    type=known.Name("PDF profile", known.pdf_profiles),
    metavar="NAME",
    help="What the PDF is for: accessible (PDF/UA-1 and PDF/A-2a), archive (PDF/A-3u with the article and "
    "the Word file inside), press (PDF/X-4 in CMYK with bleed and crop marks).  [default: tagged, PDF/UA-1]",
)
@click.option(
    "--icc",
    "icc_profile",
    metavar="F",
    help="The printer's CMYK profile for --profile press.  [default: coated paper, FOGRA39]",
)
@click.option(
    "--final", is_flag=True, help="Refuse an edition with anything unreviewed or a check that fails."
)
@click.option(
    "--compare",
    type=click.Path(path_type=Path),
    metavar="OLD",
    help="Make NAME.changes.docx too: what changed since OLD, in tracked changes to accept or reject.",
)
@click.option(
    "--comments", is_flag=True, help="Make NAME.comments.docx too: the warnings as comments in the text."
)
@click.option(
    "--skip-repair",
    "skip",
    type=known.Names("repair", known.repairs),
    metavar="NAMES",
    help="Leave these repairs out; a wrong name lists them all.",
)
@CONFIG
@click.option("--strict", is_flag=True, help="Fail when anything is poorer than asked for or doubtful.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
def export(
    files: tuple[Path, ...],
    config: Path | None,
    draft: bool,
    final: bool,
    compare: Path | None,
    comments: bool,
    strict: bool,
    as_json: bool,
    **given: Any,
) -> None:
    """Make the release pack of each FILE: nine files and a manifest."""
    from publisher.pipeline import Job, run

    if draft and final:
        raise click.UsageError("--draft lets text stand that is not translated, --final refuses it: say one.")
    if compare and len(files) > 1:
        raise click.UsageError("--compare takes one FILE, the newer version of OLD.")
    chosen = settings(config, given)
    known.check_editions(given["lang"] or (), chosen.theme)
    effect.check({**given, "compare": compare, "comments": comments}, chosen)
    files = tuple({path.resolve(): path for path in files}.values())  # one that is named twice is made once
    _check_folders(files, Path(chosen.out))
    worst: PublisherError | None = None
    for path in files:
        job = Job(path=path, settings=chosen, draft=draft, final=final, compare=compare, comments=comments)
        with Progress(as_json) as progress:
            try:
                outcome = run(job, progress)
            except PublisherError as error:
                progress("")
                say_fault(error)
                worst = worst or error
                continue
        _say_outcome(outcome, as_json, path.name if len(files) > 1 else "")
        faults = list(outcome.faults)
        warnings = [n for n in outcome.notices if n.severity == "warning"]
        if strict and warnings:
            faults.append(StrictError(f"{path}: {len(warnings)} notices under --strict."))
        for fault in faults:
            say_fault(fault)
        worst = worst or (faults[0] if faults else None)
    if worst is not None:
        sys.exit(worst.exit_code)


def _check_folders(files: tuple[Path, ...], out: Path) -> None:
    """Refuse two articles whose packs would have one folder, before anything is written."""
    taken: dict[str, Path] = {}
    for path in files:
        other = taken.setdefault(path.stem.casefold(), path)  # as file systems that know no case see it
        if other is not path:
            raise click.UsageError(
                f"{other} and {path} would both be written to {out / path.stem}: "
                "rename one, or export them one by one with an --out each."
            )


def _say_outcome(outcome: "Outcome", as_json: bool, name: str) -> None:
    if as_json:
        from publisher.pipeline import manifest

        click.echo(manifest(outcome), nl=False)
        return
    say_notices(outcome.notices, name)
    if outcome.files:
        click.echo(f"{outcome.folder}/")
        for file in outcome.files:
            pages = f"{file.pages} page{'s' if file.pages > 1 else ''}" if file.pages else ""
            draft = "DRAFT" if file.draft else ""
            click.echo(f"  {file.name:<48} {file.bytes / 1024:>6.0f} KB  {pages:<8} {draft}".rstrip())
        click.echo("  manifest.json")
        _say_what_is_old(outcome.folder)


def _say_what_is_old(folder: Path) -> None:
    """Name the files of earlier exports that lie beside the new ones: they are in no manifest any more."""
    from publisher.delivery.pack import open_pack, strangers

    old = [name for name in strangers(open_pack(folder)) if name.startswith(f"{folder.name}.")]
    if old:
        listed = ", ".join(old[:_SHOWN]) + (f" and {len(old) - _SHOWN} more" if len(old) > _SHOWN else "")
        click.echo(f"note: left from earlier exports, and never delivered: {listed}", err=True)
