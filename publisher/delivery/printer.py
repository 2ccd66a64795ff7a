"""A printer, behind CUPS or by itself: asked what it can do, given a job, followed to its end (RFC 8011)."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from publisher.delivery import ipp, ipp_route
from publisher.delivery.ipp import Attribute, Operation, Tag
from publisher.errors import DeliveryError

MEDIA = {
    "a3": "iso_a3_297x420mm",
    "a4": "iso_a4_210x297mm",
    "a5": "iso_a5_148x210mm",
    "letter": "na_letter_8.5x11in",
    "legal": "na_legal_8.5x14in",
    "tabloid": "na_ledger_11x17in",
}
"""Paper by its everyday name, as PWG 5101.1 names it."""

COLOUR_MODES = {"color": "color", "mono": "monochrome", "auto": "auto"}
"""What is printed in, as PWG 5100.13 names it."""

_NOT_FOUND = 0x0406
_UNSUPPORTED = 0x040B
_NOT_ACCEPTING = (0x0506, 0x0507)
_OK = 0x00FF
_STATES = {
    3: "pending",
    4: "held",
    5: "processing",
    6: "stopped",
    7: "canceled",
    8: "aborted",
    9: "completed",
}
_REASONS = {
    "media-empty": "it is out of paper",
    "media-needed": "it asks for paper",
    "media-jam": "paper is jammed",
    "door-open": "its door is open",
    "cover-open": "its cover is open",
    "toner-empty": "it is out of toner",
    "marker-supply-empty": "it is out of ink or toner",
    "offline": "it is switched off or cannot be reached",
    "paused": "it is paused",
    "connecting-to-device": "it cannot be reached yet",
}
_ASKED = (
    "printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "copies-supported",
    "sides-supported", "media-supported", "print-color-mode-supported", "document-format-supported",
    "page-ranges-supported", "print-scaling-supported",
)  # fmt: skip

Abilities = Mapping[str, tuple[Any, ...]]
"""What a printer says of itself, by the names of RFC 8011."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to print. ``media`` is a key of MEDIA or a PWG name, ``pages`` are ranges, first and last."""

    copies: int = 1
    sides: str = "one-sided"
    media: str = ""
    colour: str = ""
    pages: tuple[tuple[int, int], ...] = ()

    @property
    def paper(self) -> str:
        """The paper as PWG 5101.1 names it; nothing leaves it to the printer."""
        return MEDIA.get(self.media.lower(), self.media)


class Job(msgspec.Struct, frozen=True):
    """A job at a printer, as it stands: ``reasons`` are the printer's own, in words where known."""

    number: int
    state: str
    reasons: tuple[str, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in ("canceled", "aborted", "completed")


class Printer:
    """One printer: a queue of CUPS by its name, or an ``ipp://`` or ``ipps://`` address.

    ``server`` is where CUPS is (host, host:port, a socket); empty is this machine.
    """

    def __init__(self, name: str, server: str = "", user: str = "") -> None:
        self._name = name
        self._user = user or "publisher"
        self._route = ipp_route.route(name, server)

    def abilities(self) -> Abilities:
        """Return what the printer says it is and can; DeliveryError if there is none of that name."""
        return self._ask(Operation.GET_PRINTER_ATTRIBUTES, requested=_ASKED).group(Tag.PRINTER)

    def print(self, data: bytes, title: str, options: Options, can: Abilities) -> Job:
        """Hand a PDF over and return its job; DeliveryError if the printer refuses it.

        DoubtfulError if the line broke after the last byte.
        """
        told = (
            Attribute("job-name", Tag.NAME, (title,)),
            Attribute("ipp-attribute-fidelity", Tag.BOOLEAN, (True,)),
            Attribute("document-format", Tag.MIME_TYPE, ("application/pdf",)),
        )
        job = _asked_of_job(options, can)
        self._ask(Operation.VALIDATE_JOB, extra=told, job=job)
        return _job(self._ask(Operation.PRINT_JOB, extra=told, job=job, document=data))

    def follow(self, number: int) -> Job:
        """Return how the job ``number`` stands now."""
        return _job(self._ask(Operation.GET_JOB_ATTRIBUTES, number=number))

    def cancel(self, number: int) -> None:
        """Take the job ``number`` back."""
        self._ask(Operation.CANCEL_JOB, number=number)

    def others(self) -> tuple[str, ...]:
        """Return the names of the queues that this CUPS has; none if it cannot be asked."""
        asked = Attribute("requested-attributes", Tag.KEYWORD, ("printer-name",))
        try:
            data = ipp_route.post(
                self._route, ipp.request(Operation.CUPS_GET_PRINTERS, (asked,)), doubtful=False
            )
            groups = ipp.decode(data).groups
        except DeliveryError:
            return ()
        return tuple(str(found["printer-name"][0]) for _, found in groups if "printer-name" in found)

    def _ask(
        self,
        operation: Operation,
        *,
        number: int = 0,
        requested: Sequence[str] = (),
        extra: Sequence[Attribute] = (),
        job: Sequence[Attribute] = (),
        document: bytes = b"",
    ) -> ipp.Reply:
        target = [Attribute("printer-uri", Tag.URI, (self._route.uri,))]
        if number:
            target.append(Attribute("job-id", Tag.INTEGER, (number,)))
        target += [Attribute("requesting-user-name", Tag.NAME, (self._user,)), *extra]
        if requested:
            target.append(Attribute("requested-attributes", Tag.KEYWORD, tuple(requested)))
        body = ipp.request(operation, target, job) + document
        reply = ipp.decode(ipp_route.post(self._route, body, doubtful=bool(document)))
        if reply.status > _OK:
            raise self._refused(reply)
        return reply

    def _refused(self, reply: ipp.Reply) -> DeliveryError:
        said = str(reply.group(Tag.OPERATION).get("status-message", ("",))[0])[:200]
        said = "".join(c for c in said if c.isprintable())
        if reply.status == _NOT_FOUND:
            known = ", ".join(self.others())
            return DeliveryError(
                f"There is no printer or job of that name: {self._name}.",
                hint=f"Printers here: {known}." if known else "lpstat -e lists the printers of this machine.",
            )
        if reply.status == _UNSUPPORTED:
            names = ", ".join(reply.group(Tag.UNSUPPORTED)) or said
            return DeliveryError(
                f"The printer {self._name} cannot do what was asked: {names}.", hint="Leave it out."
            )
        if reply.status in _NOT_ACCEPTING:
            return DeliveryError(f"The printer {self._name} takes no jobs now.", hint="Try again later.")
        return DeliveryError(f"The printer {self._name} refuses: {said or hex(reply.status)}.")


def obstacles(options: Options, can: Abilities) -> tuple[str, ...]:
    """Return what of ``options`` a printer cannot do, each in a few words; ``can`` is what it says."""
    found: list[str] = []

    def lacks(attribute: str, value: str) -> bool:
        return attribute in can and value not in can[attribute]

    if can.get("printer-is-accepting-jobs") == (False,):
        found.append("it takes no jobs")
    if lacks("document-format-supported", "application/pdf"):
        found.append("it prints no PDF")
    if options.sides != "one-sided" and lacks("sides-supported", options.sides):
        booklet = options.sides == "two-sided-short-edge"
        found.append("it prints on one side alone" + (", and a booklet needs both" if booklet else ""))
    if options.paper and lacks("media-supported", options.paper):
        found.append(f"it has no paper {options.media}")
    if options.colour and lacks("print-color-mode-supported", COLOUR_MODES[options.colour]):
        found.append(f"it does not print in {options.colour}")
    low, high = can.get("copies-supported", ((1, 2**31),))[0]
    if not low <= options.copies <= high:
        found.append(f"it makes {high} copies at most")
    if options.pages and can.get("page-ranges-supported") == (False,):
        found.append("it prints no part of a document")
    return tuple(found)


def reasons(can: Abilities) -> tuple[str, ...]:
    """Return why a printer stands still or soon will, in words, from what it or a job of it says."""
    found = (*can.get("printer-state-reasons", ()), *can.get("job-printer-state-reasons", ()))
    words: dict[str, None] = {}
    for reason in found:
        base = str(reason).removesuffix("-error").removesuffix("-warning").removesuffix("-report")
        if base in _REASONS:
            words[_REASONS[base]] = None
    return tuple(words)


def _asked_of_job(options: Options, can: Abilities) -> list[Attribute]:
    job = [
        Attribute("copies", Tag.INTEGER, (options.copies,)),
        Attribute("sides", Tag.KEYWORD, (options.sides,)),
    ]
    if options.paper:
        job.append(Attribute("media", Tag.KEYWORD, (options.paper,)))
    if options.colour:
        job.append(Attribute("print-color-mode", Tag.KEYWORD, (COLOUR_MODES[options.colour],)))
    if options.pages:
        job.append(Attribute("page-ranges", Tag.RANGE, options.pages))
    if "none" in can.get("print-scaling-supported", ()):
        job.append(Attribute("print-scaling", Tag.KEYWORD, ("none",)))
    return job


def _job(reply: ipp.Reply) -> Job:
    found = reply.group(Tag.JOB)
    state = _STATES.get(found.get("job-state", (0,))[0], "unknown")
    told = tuple(str(reason) for reason in found.get("job-state-reasons", ()) if reason != "none")
    return Job(int(found.get("job-id", (0,))[0]), state, (*reasons(found), *told))
