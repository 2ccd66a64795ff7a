"""``publisher mail``: a pack as messages, drafts to look at or sent."""

import os
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from publisher.cli.console import EPILOG, say_notices, settings
from publisher.cli.delivery import AGAIN, LEDGER, PACK, ledger_path, make_folder, user
from publisher.cli.known import Names
from publisher.cli.options import CONFIG
from publisher.errors import ConfigError, DeliveryError

if TYPE_CHECKING:
    from publisher.config import Mail
    from publisher.delivery.recipients import Recipient
    from publisher.delivery.smtp import Server
    from publisher.mailing import Result

NOTHING = "none"


@click.command(epilog=EPILOG, short_help="Write PACK as .eml drafts, or send it.")
@PACK
@click.option("--to", "to", multiple=True, metavar="ADDRESS", help="A recipient; may be repeated.")
@click.option(
    "--list",
    "lists",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="F.csv",
    help="Recipients: columns address, name, language; may be repeated.",
)
@click.option(
    "--lang",
    "language",
    metavar="NAME",
    help="The edition; bilingual is both in one.  [default: the article's own]",
)
@click.option(
    "--attach", type=Names(), metavar="NAMES", help="Formats to attach, or none.  [default: pdf,docx]"
)
@click.option("--subject", metavar="TEXT", help="[default: the headline]")
@click.option("--from", "sender", metavar="ADDRESS", help="[default: sender under [mail] in publisher.toml]")
@click.option("--reply-to", metavar="ADDRESS", help="Where answers go, if not to the sender.")
@click.option("--theme", metavar="NAME", help="The look, or a theme's folder.  [default: press]")
@click.option("--name", "pattern", metavar="PATTERN", help="What the files are called, as of publisher pack.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Names in ASCII, Han in pinyin.")
@click.option("-o", "out", type=click.Path(path_type=Path), metavar="DIR", help="Where drafts are written.")
@click.option("--send", is_flag=True, help="Send them now.  [default: write .eml drafts]")
@click.option("--large", is_flag=True, help="Send attachments of over 14 MB all the same.")
@click.option("--before-embargo", is_flag=True, help="Send before the embargo ends, to those who keep it.")
@click.option("--draft", "drafts", is_flag=True, help="Send unreviewed text too, marked as it is.")
@AGAIN
@LEDGER
@CONFIG
def mail(
    pack: Path,
    to: tuple[str, ...],
    lists: tuple[Path, ...],
    language: str | None,
    attach: tuple[str, ...] | None,
    sender: str | None,
    reply_to: str | None,
    out: Path | None,
    send: bool,
    again: bool,
    ledger: Path | None,
    config: Path | None,
    **given: Any,
) -> None:
    """Write PACK as a message to each recipient: .eml drafts, or with --send to the mail server."""
    from publisher import mailing
    from publisher.delivery import headers, naming
    from publisher.delivery.pack import open_pack
    from publisher.delivery.selection import Selection
    from publisher.report import Report

    chosen = settings(config, {"theme": given["theme"]})
    opened = open_pack(pack)
    recipients = _recipients(to, lists)
    sending = sender or chosen.mail.sender
    if not sending:
        raise ConfigError(
            "Nobody is named as the sender.", hint="Say --from, or set sender under [mail] in publisher.toml."
        )
    answers = reply_to or chosen.mail.reply_to
    formats = attach if attach is not None else ("pdf", "docx")
    letter = mailing.Letter(
        sender=headers.address(sending),
        reply_to=headers.address(answers) if answers else None,
        at=datetime.now().astimezone().replace(microsecond=0),
        choice=Selection(
            formats=() if NOTHING in formats else formats,
            pattern=given["pattern"] or naming.PATTERN,
            ascii_only=given["ascii_only"],
            before_embargo=given["before_embargo"],
            drafts=given["drafts"],
        ),
        look=chosen.theme,
        subject=given["subject"] or "",
        attach=NOTHING not in formats,
        large=given["large"],
    )
    report = Report()
    usual = language or opened.manifest.article.language
    made = mailing.messages(opened, letter, recipients, usual, report)
    say_notices(report.notices)
    if send:
        _send(list(zip(recipients, made, strict=True)), chosen.mail, ledger_path(ledger), pack, again=again)
    else:
        from publisher.delivery.folder import drop

        place = out or pack.resolve().parent
        make_folder(place)
        files = {f"{pack.resolve().name}.{name}": data for name, data in mailing.drafts(made).items()}
        for path in drop(files, place, replace=True):
            click.echo(path)


def _recipients(to: tuple[str, ...], lists: tuple[Path, ...]) -> "tuple[Recipient, ...]":
    from publisher.delivery.recipients import load, parse

    found = {
        recipient.address.casefold(): recipient
        for recipient in (*(r for path in lists for r in load(path)), *(parse(text) for text in to))
    }
    if not found:
        raise click.UsageError("Name a recipient with --to, or a list of them with --list.")
    return tuple(found.values())


def _send(made: Any, mail_settings: "Mail", book: Path, pack: Path, *, again: bool) -> None:
    from publisher import mailing
    from publisher.delivery.ledger import Ledger
    from publisher.delivery.smtp import Session

    def told(result: "Result") -> None:
        at = result.recipient.address
        if result.delivery:
            click.echo(f"sent     {at}  {result.delivery.answer}")
        elif result.repeated:
            click.echo(f"skipped  {at}  {result.fault}")
        else:
            click.echo(f"{'doubtful' if result.doubtful else 'failed  '} {at}  {result.fault}", err=True)

    server = _server(mail_settings)
    every = 60 / mail_settings.per_minute if mail_settings.per_minute else 0.0
    with Session(server) as session, Ledger.open(book) as ledger:
        results = mailing.send(
            made,
            session,
            ledger,
            pack=pack.resolve(),
            by=user(),
            again=again,
            every=every,
            sleep=time.sleep,
            told=told,
        )
    doubtful = [result for result in results if result.doubtful]
    failed = [result for result in results if result.fault and not result.repeated and not result.doubtful]
    if failed:
        click.echo(
            f"publisher: {len(failed)} of {len(results)} did not go out; mend what their lines name, and run "
            "the same command: it tries them again.",
            err=True,
        )
    if doubtful:
        click.echo(
            f"publisher: {len(doubtful)} of {len(results)} may have arrived; ask them, and send to those who "
            "have nothing with --again.",
            err=True,
        )
    if failed or doubtful:
        sys.exit(DeliveryError.exit_code)


def _server(chosen: "Mail") -> "Server":
    """Return the server with the login of the environment, or of the keyring where there is one."""
    from publisher.delivery.smtp import Server

    if not chosen.host:
        raise ConfigError("No mail server is named.", hint="Set host under [mail] in publisher.toml.")
    name = os.environ.get("PUBLISHER_SMTP_USER") or chosen.user
    password = os.environ.get("PUBLISHER_SMTP_PASSWORD", "")
    if name and not password:
        password = _from_keyring(chosen.host, name)
    return Server(
        host=chosen.host,
        port=chosen.port,
        security=chosen.security,
        user=name,
        password=password,
        timeout=chosen.timeout,
        ca_file=chosen.ca_file,
    )


def _from_keyring(host: str, name: str) -> str:
    try:
        import keyring
    except ImportError as error:
        raise ConfigError(
            f"There is no password for {name} at {host}.",
            hint="Set PUBLISHER_SMTP_PASSWORD, or install keyring and put it there.",
        ) from error
    found = keyring.get_password(f"publisher:{host}", name)
    if not found:
        raise ConfigError(
            f"The keyring has no password for {name} at {host}.",
            hint=f"keyring set publisher:{host} {name}",
        )
    return str(found)
