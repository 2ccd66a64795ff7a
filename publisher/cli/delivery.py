"""``publisher pack``, ``publisher copy`` and ``publisher log``: packs out of the house, and what went."""

import getpass
import os
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from publisher.cli.console import EPILOG
from publisher.cli.known import Name, Names, channels
from publisher.errors import DeliveryError, ExportError

if TYPE_CHECKING:
    from publisher.contracts import Channel
    from publisher.delivery.selection import Selection

_LANGUAGE = click.option("--lang", type=Names(), metavar="NAMES", help="These languages.  [default: all]")
_FORMAT = click.option("--format", "formats", type=Names(), metavar="NAMES", help="These.  [default: all]")
_PATTERN = click.option(
    "--name",
    "pattern",
    default=None,
    metavar="PATTERN",
    help="What files are called: {date} {slug} {source} {lang} {format} {ext}.  "
    "[default: {date}-{slug}.{lang}.{ext}]",
)
_ASCII = click.option("--ascii", "ascii_only", is_flag=True, help="Names in ASCII, Han in pinyin.")
_BEFORE_EMBARGO = click.option(
    "--before-embargo", is_flag=True, help="Hand it over before the embargo ends, to those who keep it."
)
_DRAFT = click.option("--draft", "drafts", is_flag=True, help="Hand over drafts too, marked as they are.")
PACK = click.argument("pack", type=click.Path(path_type=Path))
LEDGER = click.option(
    "--ledger",
    type=click.Path(path_type=Path),
    metavar="F",
    help="Where deliveries are written down.  [default: PUBLISHER_LEDGER, or in the user's folder of state]",
)
AGAIN = click.option("--again", is_flag=True, help="Deliver once more what was delivered.")


def CHOICE(command: Callable[..., None]) -> Callable[..., None]:  # noqa: N802 - used as the options are
    """Add the options that choose of a pack what goes out, for :func:`chosen`."""
    for option in (_DRAFT, _BEFORE_EMBARGO, _ASCII, _PATTERN, _FORMAT, _LANGUAGE):
        command = option(command)
    return command


def chosen(choice: dict[str, Any]) -> "Selection":
    """Return what the options of CHOICE say."""
    from publisher.delivery.selection import Selection

    names = {"lang": "languages"}
    return Selection(**{names.get(key, key): value for key, value in choice.items() if value})


def ledger_path(named: Path | None) -> Path:
    """Return the ledger that the user named, or the usual one."""
    from publisher.delivery.ledger import place

    return named or place(os.environ)


def make_folder(place: Path) -> None:
    """Make the folder that the user named for files; DeliveryError if it cannot be."""
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeliveryError(
            f"{place} cannot be made a folder: {error.strerror}.", hint="Name another with -o."
        ) from error


def user() -> str:
    """Return who runs the command, as the receipts say; empty where the system does not know."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


@click.group("pack", epilog=EPILOG)
def pack_group() -> None:
    """Verify a pack, or zip it for the press."""


@pack_group.command("verify", epilog=EPILOG)
@PACK
def verify(pack: Path) -> None:
    """Compare each file of PACK (a folder or a zip) with its sum in the manifest."""
    from publisher.delivery import pack as room

    opened = room.open_pack(pack)
    wrong = room.verify(opened)
    for line in wrong:
        click.echo(line, err=True)
    if others := room.strangers(opened):
        click.echo(f"Also there, of no manifest and never delivered: {', '.join(others)}.", err=True)
    if wrong:
        raise DeliveryError(f"{pack}: {len(wrong)} wrong.", hint="Export the article again.")
    click.echo(f"{pack}: {len(opened.manifest.files)} files, all as they were exported.")


@pack_group.command("zip", epilog=EPILOG)
@PACK
@CHOICE
@click.option(
    "-o", "out", type=click.Path(path_type=Path), metavar="F.zip", help="[default: PACK.press.zip beside it]"
)
def zip_(pack: Path, out: Path | None, **choice: Any) -> None:
    """Make one zip of PACK for the press: the files by the pattern, and their sums."""
    from publisher.delivery import pack as room
    from publisher.delivery import selection
    from publisher.output import write_file

    opened = room.open_pack(pack)
    names = selection.names(opened, chosen(choice), datetime.now(UTC))
    place = out or pack.resolve().with_name(f"{pack.resolve().name.removesuffix('.zip')}.press.zip")
    if place.exists() and not zipfile.is_zipfile(place):
        raise DeliveryError(f"{place} is there already and is no zip.", hint="Name another file with -o.")
    try:
        write_file(place, room.zipped(opened, names))
    except ExportError as error:
        raise DeliveryError(str(error), hint="Name another file with -o.") from error
    click.echo(place)


@click.command(epilog=EPILOG, short_help="Put the files of PACK into a watched folder.")
@PACK
@click.argument("target")
@click.option(
    "--channel",
    type=Name("channel", channels),
    default="folder",
    metavar="NAME",
    help="What takes the files there.  [default: folder]",
)
@CHOICE
@click.option("--replace", is_flag=True, help="Put the files over those of the same names.")
@AGAIN
@LEDGER
def copy(
    pack: Path,
    target: str,
    channel: str,
    replace: bool,
    again: bool,
    ledger: Path | None,
    **choice: Any,
) -> None:
    """Put PACK's files into TARGET, a folder that another program may watch: each appears whole.

    Plugins bring other channels, whose TARGET is what they say.
    """
    from publisher import plugins
    from publisher.delivery import selection
    from publisher.delivery.handover import Answer, digest, hand_over, sums
    from publisher.delivery.ledger import Delivery, Ledger, RepeatedError
    from publisher.delivery.pack import open_pack
    from publisher.model import Envelope, Rendition

    now = datetime.now(UTC)
    files = selection.files(open_pack(pack), chosen(choice), now)
    sent = sums(files)
    place = str(Path(target).resolve()) if channel == "folder" else target
    taker: Channel = plugins.load("channels", channel)()
    delivery = Delivery(
        channel=channel,
        recipient=place,
        digest=digest(*(part for file in sent for part in (file.name, file.sha256))),
        at=now,
        by=user(),
        pack=str(pack.resolve()),
        files=sent,
    )

    def send() -> Answer:
        renditions = [Rendition(name, "application/octet-stream", data) for name, data in files.items()]
        receipt = taker.deliver(renditions, Envelope(recipients=(place,), replace=replace))
        return Answer(receipt.reference)

    with Ledger.open(ledger_path(ledger)) as book:
        try:
            hand_over(book, delivery, send, again=again or replace)
        except RepeatedError as error:
            if not error.settled:
                raise
            click.echo(f"skipped {target}: {error}", err=True)
            return
    for name in files:
        click.echo(f"{target.rstrip('/')}/{name}")


@click.command(epilog=EPILOG, short_help="Show what was delivered, and what came back.")
@click.option("--channel", metavar="NAME", help="Of one channel: mail, print, folder.")
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="The last N alone.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@LEDGER
def log(channel: str | None, last: int | None, as_json: bool, ledger: Path | None) -> None:
    """Show what was delivered: when, by whom, to whom, and what the other side answered."""
    import msgspec

    from publisher.delivery.ledger import Ledger

    path = ledger_path(ledger)
    if not path.exists() and ledger:
        raise DeliveryError(f"There is no ledger {path}.", hint="Leave --ledger out for the usual one.")
    if not path.exists():
        click.echo("Nothing was delivered yet.", err=True)
        sys.exit(0)
    with Ledger.open(path) as book:
        rows = [row for row in book if not channel or row.channel == channel]
    if not rows:
        click.echo("Nothing was delivered yet" + (f" by {channel}." if channel else "."), err=True)
    for row in rows[-last:] if last else rows:
        if as_json:
            click.echo(msgspec.json.encode(row))
            continue
        when = row.at.astimezone().strftime("%Y-%m-%d %H:%M")
        click.echo(
            f"{when}  {row.state:<8}  {row.channel:<6}  {row.recipient}  "
            f"{len(row.files)} files  {row.reference}  {row.answer}".rstrip()
        )
