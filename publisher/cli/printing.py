"""``publisher print``: a pack's PDFs on paper."""

import os
import re
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from publisher.cli.console import EPILOG
from publisher.cli.delivery import AGAIN, LEDGER, PACK, ledger_path, make_folder, user
from publisher.cli.known import Names
from publisher.errors import DeliveryError

if TYPE_CHECKING:
    from publisher.delivery.printer import Job
    from publisher.printing import Layout

_ROUNDS = 600
"""How often a job is looked at, a second apart, before --wait gives it up."""


@click.command("print", epilog=EPILOG, short_help="Print the PDFs of PACK, or lay them out.")
@PACK
@click.option("--printer", metavar="NAME", help="A queue of CUPS, or ipp://HOST/ipp/print.")
@click.option("--server", metavar="HOST", help="Where CUPS is.  [default: CUPS_SERVER, or this machine]")
@click.option("--lang", type=Names(), metavar="NAMES", help="These editions.  [default: all]")
@click.option("--copies", type=click.IntRange(1, 999), default=1, metavar="N")
@click.option("--duplex/--simplex", default=False, help="On both sides.  [default: on one]")
@click.option("--media", metavar="NAME", help="a3, a4, a5, letter, legal, tabloid, or a PWG name.")
@click.option("--color", "colour", type=click.Choice(["color", "mono", "auto"]))
@click.option("--pages", metavar="RANGES", help="Such as 1-2,4.")
@click.option(
    "--layout",
    type=click.Choice(["2-up", "booklet"]),
    help="Two pages on a sheet, or a booklet to fold and stitch.",
)
@click.option("--sheet", type=click.Choice(["a3", "a4", "letter", "tabloid"]), help="Of the layout.")
@click.option("-o", "out", type=click.Path(path_type=Path), metavar="DIR", help="Write them here instead.")
@click.option("--wait", is_flag=True, help="Follow the jobs to their end.")
@click.option("--before-embargo", is_flag=True, help="Print before the embargo ends.")
@click.option("--draft", "drafts", is_flag=True, help="Print drafts too, marked as they are.")
@AGAIN
@LEDGER
def print_(
    pack: Path,
    printer: str | None,
    server: str | None,
    lang: tuple[str, ...] | None,
    copies: int,
    duplex: bool,
    media: str | None,
    colour: str | None,
    pages: str | None,
    layout: str | None,
    sheet: str | None,
    out: Path | None,
    wait: bool,
    again: bool,
    ledger: Path | None,
    **passes: Any,
) -> None:
    """Print the PDFs of PACK, each once; with -o only lay them out."""
    from publisher import printing
    from publisher.delivery import selection
    from publisher.delivery.folder import drop
    from publisher.delivery.ledger import Ledger, RepeatedError
    from publisher.delivery.pack import open_pack
    from publisher.delivery.printer import Options, Printer, reasons
    from publisher.delivery.selection import Selection

    if sheet and not layout:
        raise click.UsageError("--sheet is for --layout: say how pages are laid on it, or leave it out.")
    of_printer = {
        "--printer": printer,
        "--server": server,
        "--copies": copies > 1,
        "--color": colour,
        "--pages": pages,
        "--wait": wait,
    }
    if out and (idle := [option for option, given in of_printer.items() if given]):
        raise click.UsageError(f"-o prints nothing: leave it out, or {' and '.join(idle)}.")
    ranges = _ranges(pages)
    now = datetime.now(UTC)
    chosen = Selection(languages=lang or (), formats=("pdf",), **passes)
    sheet = sheet or (media.lower() if media and media.lower() in ("a3", "letter", "tabloid") else "a4")
    files = selection.files(open_pack(pack), chosen, now)
    sheets = printing.laid_out(files, cast("Layout", layout or ""), sheet)
    if out:
        make_folder(out)
        for path in drop({made.name: made.data for made in sheets}, out, replace=True):
            click.echo(path)
        return
    if not printer:
        raise click.UsageError("Name a printer with --printer, or a folder with -o.")
    # a booklet is folded along the short edge of the sheet
    sides = "two-sided-short-edge" if layout else "two-sided-long-edge"
    options = Options(
        copies=copies,
        sides=sides if duplex or layout == "booklet" else "one-sided",
        media=media or (sheet if layout else ""),
        colour=colour or "",
        pages=ranges,
    )
    device = Printer(printer, server or os.environ.get("CUPS_SERVER", ""), user())
    can = device.abilities()
    printing.check(sheets, options, printer, can)
    if standing := reasons(can):
        click.echo(f"The printer {printer}: {'; '.join(standing)}; jobs wait until that is mended.", err=True)
    follow = partial(printing.followed, device, sleep=time.sleep, told=_say, rounds=_ROUNDS)
    faults: list[DeliveryError] = []
    with Ledger.open(ledger_path(ledger)) as book:
        for made in sheets:
            try:
                job = printing.hand_to_printer(
                    made,
                    options,
                    device,
                    book,
                    name=printer,
                    can=can,
                    at=now,
                    by=user(),
                    pack=pack.resolve(),
                    again=again,
                    **({"follow": follow} if wait else {}),
                )
            except RepeatedError as error:
                click.echo(f"skipped {made.name}: {error}", err=True)
                if not error.settled:
                    faults.append(error)
                continue
            except DeliveryError as error:
                click.echo(f"failed  {made.name}: {error}", err=True)
                faults.append(error)
                continue
            click.echo(f"job {job.number}  {printing.said(job)}  {made.name}")
            if wait and not job.ended:
                faults.append(
                    DeliveryError(f"Job {job.number} has not ended.", hint="It stays in the queue.")
                )
    if faults:
        raise DeliveryError(f"{len(faults)} of {len(sheets)} were not printed.", hint=faults[0].hint)


def _say(job: "Job") -> None:
    from publisher.printing import said

    click.echo(f"job {job.number}  {said(job)}")


def _ranges(pages: str | None) -> tuple[tuple[int, int], ...]:
    """Return ``1-2,4`` as ranges; UsageError if it is none."""
    found: list[tuple[int, int]] = []
    for part in (pages or "").split(",") if pages else ():
        match = re.fullmatch(r"\s*(\d{1,5})(?:-(\d{1,5}))?\s*", part)
        low, high = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= low <= high:
            raise click.UsageError(f"These are not pages: {pages!r}; write 1-2,4.")
        found.append((low, high))
    return tuple(found)
