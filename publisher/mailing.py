"""A pack as messages: each recipient's edition rendered, written as drafts or sent, each once."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from publisher import theme
from publisher.contracts import Context
from publisher.delivery import selection, smtp
from publisher.delivery.handover import Answer, DoubtfulError, hand_over, sums
from publisher.delivery.ledger import Delivery, Ledger, RepeatedError
from publisher.delivery.message import File, Message, check_size, encode
from publisher.delivery.pack import Pack
from publisher.delivery.recipients import Recipient
from publisher.delivery.selection import Selection
from publisher.errors import DeliveryError
from publisher.exporters.mail import Bodies, bodies, content_id
from publisher.localization.localizer import furniture
from publisher.model import Article
from publisher.report import Report


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """What is the same for all recipients. ``subject`` empty is the headline of each edition."""

    sender: tuple[str, str]
    at: datetime
    choice: Selection
    look: str = "press"
    subject: str = ""
    reply_to: tuple[str, str] | None = None
    attach: bool = True
    large: bool = False


class Result(msgspec.Struct, frozen=True):
    """How it went with one recipient: the delivery, or why there is none."""

    recipient: Recipient
    delivery: Delivery | None = None
    fault: DeliveryError | None = None

    @property
    def repeated(self) -> bool:
        """Whether it was sent before for certain, and so not again."""
        return isinstance(self.fault, RepeatedError) and self.fault.settled

    @property
    def doubtful(self) -> bool:
        """Whether nobody can tell if it arrived."""
        unsettled = isinstance(self.fault, RepeatedError) and not self.fault.settled
        return unsettled or isinstance(self.fault, DoubtfulError)


def languages(pack: Pack) -> tuple[str, ...]:
    """Return the languages a message can be in: those of the editions in the pack."""
    return tuple(edition.meta.language for edition in pack.release().editions)


def messages(
    pack: Pack, letter: Letter, recipients: Sequence[Recipient], usual: str, report: Report
) -> tuple[Message, ...]:
    """Return the message to each of ``recipients``, in ``usual`` where one has no language of its own.

    Raises DeliveryError if a file may not go out, was changed or is too large,
    or an edition is not in the pack; nothing is sent then.
    """
    editions = {edition.meta.language: edition for edition in pack.release().editions}
    made: dict[str, tuple[str, Bodies, tuple[File, ...]]] = {}
    found: list[Message] = []
    for recipient in recipients:
        language = _language(recipient.language or usual, editions, pack, recipient)
        if language not in made:
            made[language] = (language, *_parts(pack, letter, editions[language], report))
        _, body, files = made[language]
        found.append(
            Message(
                sender=letter.sender,
                to=(recipient.name, recipient.address),
                reply_to=letter.reply_to,
                subject=letter.subject or body.subject,
                language=language,
                at=letter.at,
                text=body.text,
                html=body.html,
                pictures=tuple(File(content_id(a), a.media_type, a.data) for a in body.pictures),
                attachments=files,
            )
        )
    return tuple(found)


def _parts(pack: Pack, letter: Letter, edition: Article, report: Report) -> tuple[Bodies, tuple[File, ...]]:
    language = edition.meta.language
    choice = msgspec.structs.replace(letter.choice, languages=(language,))
    called = selection.names(pack, choice, letter.at)
    draft = any(record.draft for record in pack.manifest.files if record.language == language)
    look = theme.load(letter.look)
    context = Context(look, {language: furniture(edition, draft=draft, look=look)}, report)
    files = tuple(File(name, record.media_type, pack.read(record)) for record, name in called.items())
    check_size(files, report, large=letter.large)
    return bodies(edition, context), files if letter.attach else ()


def _language(wanted: str, editions: dict[str, Article], pack: Pack, recipient: Recipient) -> str:
    """Return the edition for ``wanted``: that very one, or the first whose language begins so."""
    for name in editions:
        if name == wanted or name.startswith(f"{wanted}-"):
            return name
    raise DeliveryError(
        f"{pack.place} has no edition in {wanted or 'that language'} for {recipient.address}.",
        hint=f"It has: {', '.join(editions)}.",
    )


def drafts(made: Sequence[Message]) -> dict[str, bytes]:
    """Return a file for each message that opens as a draft in a mail program, by a name of its own."""
    several = len(made) > 1
    return {
        (f"{n:03d}-{message.to[1]}.{message.language}.eml" if several else f"{message.language}.eml"): encode(
            message, draft=True
        )
        for n, message in enumerate(made, 1)
    }


def send(
    made: Sequence[tuple[Recipient, Message]],
    session: smtp.Session,
    ledger: Ledger,
    *,
    pack: Path,
    by: str,
    again: bool = False,
    every: float = 0.0,
    sleep: Callable[[float], None],
    told: Callable[[Result], object],
) -> tuple[Result, ...]:
    """Send each message once, ``every`` s at the soonest, and tell each result as it comes.

    What was sent to somebody before is not sent again unless ``again``, so that
    a run that broke off goes on where it was. A recipient who is refused does
    not stop the others.
    """
    results: list[Result] = []
    waiting = False
    for recipient, message in made:
        if waiting and every:
            sleep(every)
        result = _send_one(recipient, message, session, ledger, pack=pack, by=by, again=again)
        waiting = not result.repeated
        results.append(result)
        told(result)
    return tuple(results)


def _send_one(
    recipient: Recipient,
    message: Message,
    session: smtp.Session,
    ledger: Ledger,
    *,
    pack: Path,
    by: str,
    again: bool,
) -> Result:
    delivery = Delivery(
        channel="mail",
        recipient=recipient.address.casefold(),
        digest=message.digest,
        at=message.at,
        by=by,
        pack=str(pack),
        files=sums({file.name: file.data for file in message.attachments}),
        reference=message.identity,
    )

    def hand() -> Answer:
        answer = session.send(message.sender[1], message.to[1], encode(message))
        return msgspec.structs.replace(answer, reference=message.identity)

    try:
        return Result(recipient, hand_over(ledger, delivery, hand, again=again))
    except DeliveryError as error:
        return Result(recipient, None, error)
