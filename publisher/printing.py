"""A pack to a printer: each PDF looked at, laid out, handed over once, and followed if asked."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from publisher.delivery import fitness, imposition
from publisher.delivery.handover import Answer, digest, hand_over, sums
from publisher.delivery.ledger import Delivery, Ledger
from publisher.delivery.printer import Abilities, Job, Options, Printer, obstacles, reasons
from publisher.errors import DeliveryError

Layout = Literal["", "2-up", "booklet"]
"""How pages are laid on sheets; empty prints them as they are."""


def _as_it_is(job: Job) -> Job:
    return job


class Sheet(msgspec.Struct, frozen=True):
    """A document ready for the printer."""

    name: str
    data: bytes


def laid_out(files: Mapping[str, bytes], layout: Layout, sheet: str) -> tuple[Sheet, ...]:
    """Return the PDFs (name, bytes) as they are to be printed; DeliveryError if one is not fit."""
    made: list[Sheet] = []
    for name, data in files.items():
        if faults := fitness.look(data).faults:
            raise DeliveryError(f"{name} is not fit to be printed: {faults[0]}.", hint="Export it again.")
        if layout == "2-up":
            data = imposition.two_up(data, sheet)
        elif layout == "booklet":
            data = imposition.booklet(data, sheet)
        made.append(Sheet(name, data))
    return tuple(made)


def check(sheets: tuple[Sheet, ...], options: Options, name: str, can: Abilities) -> None:
    """Raise DeliveryError, in one line, for all that the printer cannot do or the paper does not hold."""
    if found := obstacles(options, can):
        raise DeliveryError(
            f"The printer {name} cannot do that: {'; '.join(found)}.", hint="Leave it out, or name another."
        )
    for sheet in sheets:
        page = fitness.look(sheet.data)
        if options.pages and max(last for _, last in options.pages) > page.pages:
            raise DeliveryError(
                f"{sheet.name} has {page.pages} pages.", hint="Name some of them with --pages."
            )
        if options.paper and not fitness.fits(page, options.paper):
            raise DeliveryError(
                f"{sheet.name} has pages of {page.width:g} × {page.height:g} mm, and the paper is "
                f"{options.media}.",
                hint="Export with --page for that paper, or lay it out with --layout.",
            )


def hand_to_printer(
    sheet: Sheet,
    options: Options,
    printer: Printer,
    ledger: Ledger,
    *,
    name: str,
    can: Abilities,
    at: datetime,
    by: str,
    pack: Path,
    again: bool,
    follow: Callable[[Job], Job] = _as_it_is,
) -> Job:
    """Print one document, once, and return its job as ``follow`` leaves it.

    RepeatedError if it was printed so before, DeliveryError if the printer
    refuses or gives it up; the receipt says how the job stood in the end.
    """
    delivery = Delivery(
        channel="print",
        recipient=name,
        digest=digest(sheet.data, repr(options)),
        at=at,
        by=by,
        pack=str(pack),
        files=sums({sheet.name: sheet.data}),
    )
    jobs: list[Job] = []

    def send() -> Answer:
        job = follow(printer.print(sheet.data, sheet.name, options, can))
        if job.ended and job.state != "completed":
            raise DeliveryError(f"Job {job.number} was {said(job)}.", hint="Look at the printer's own log.")
        jobs.append(job)
        return Answer(f"job {job.number}", said(job))

    hand_over(ledger, delivery, send, again=again)
    return jobs[0]


def followed(
    printer: Printer,
    job: Job,
    *,
    sleep: Callable[[float], None],
    told: Callable[[Job], object],
    rounds: int,
    pause: float = 1.0,
) -> Job:
    """Look at ``job`` until it ends, ``rounds`` times at most and ``pause`` s apart; tell each change.

    Its reasons are those of the printer too, where that stands still.
    """
    seen: Job | None = None
    for number in range(rounds):
        if number:
            sleep(pause)
        job = printer.follow(job.number)
        if not job.ended:
            job = msgspec.structs.replace(job, reasons=reasons(printer.abilities()))
        if job != seen:
            told(job)
            seen = job
        if job.ended:
            break
    return job


def said(job: Job) -> str:
    """Return how ``job`` stands, in words: its state, and why if the printer says."""
    return f"{job.state}: {'; '.join(job.reasons)}" if job.reasons and job.state != "completed" else job.state
