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
from publisher.editions import BILINGUAL, PAIR, two_languages
from publisher.errors import DeliveryError
from publisher.exporters.mail import Bodies, bodies, content_id
from publisher.localization.localizer import furniture
from publisher.model import Article, Release
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
    """Return the languages a message can be in: those of the editions in the pack, and their pairs."""
    editions = tuple(edition.meta.language for edition in pack.release().editions)
    return editions + tuple(
        dict.fromkeys(f.language for f in pack.manifest.files if two_languages(f.language))
    )


def messages(
    pack: Pack, letter: Letter, recipients: Sequence[Recipient], usual: str, report: Report
) -> tuple[Message, ...]:
    """Return the message to each of ``recipients``, in ``usual`` where one has no language of its own.

    Raises DeliveryError if a file may not go out, was changed or is too large,
    or an edition is not in the pack; nothing is sent then.
    """
    known = languages(pack)
    made: dict[str, tuple[str, Bodies, tuple[File, ...]]] = {}
    found: list[Message] = []
    for recipient in recipients:
        name = _language(recipient.language or usual, known, pack, recipient)
        if name not in made:
            made[name] = _parts(pack, letter, name, report)
        spoken, body, files = made[name]
        found.append(
            Message(
                sender=letter.sender,
                to=(recipient.name, recipient.address),
                reply_to=letter.reply_to,
                subject=letter.subject or body.subject,
                edition=name,
                language=spoken,
                at=letter.at,
                text=body.text,
                html=body.html,
                pictures=tuple(File(content_id(a), a.media_type, a.data) for a in body.pictures),
                attachments=files,
            )
        )
    return tuple(found)


def _parts(pack: Pack, letter: Letter, name: str, report: Report) -> tuple[str, Bodies, tuple[File, ...]]:
    """Return the languages of the edition ``name`` as a header has them, its bodies and its files."""
    choice = msgspec.structs.replace(letter.choice, languages=(name,))
    called = selection.names(pack, choice, letter.at)
    draft = any(record.draft for record in pack.manifest.files if record.language == name)
    look = theme.load(letter.look)
    editions = _editions(pack.release(), name)
    spoken = [edition.meta.language for edition in editions]
    around = {edition.meta.language: furniture(edition, draft=draft, look=look) for edition in editions}
    files = tuple(File(called[r], r.media_type, pack.read(r)) for r in called)
    check_size(files, report, large=letter.large)
    made = bodies(editions, Context(look, around, report))
    return ", ".join(spoken), made, files if letter.attach else ()


def _editions(release: Release, name: str) -> tuple[Article, ...]:
    """Return what the edition ``name`` holds: one article, or the two of a pair, the article's own first."""
    if not two_languages(name):
        return (release.edition(name),)
    if name != BILINGUAL:
        return tuple(edition for edition in release.editions if edition.meta.language in name.split(PAIR))
    scripts = {edition.meta.language[:2]: edition for edition in reversed(release.editions)}
    return tuple(edition for edition in release.editions if edition in scripts.values())


def _language(wanted: str, known: Sequence[str], pack: Pack, recipient: Recipient) -> str:
    """Return the edition for ``wanted``: that very one, or the first whose language begins so."""
    for name in known:
        if name == wanted or name.startswith(f"{wanted}-") or (wanted == BILINGUAL and two_languages(name)):
            return name
    raise DeliveryError(
        f"{pack.place} has no edition in {wanted or 'that language'} for {recipient.address}.",
        hint=f"It has: {', '.join(known)}.",
    )


def drafts(made: Sequence[Message]) -> dict[str, bytes]:
    """Return a file for each message that opens as a draft in a mail program, by a name of its own."""
    several = len(made) > 1
    return {
        (f"{n:03d}-{message.to[1]}.{message.edition}.eml" if several else f"{message.edition}.eml"): encode(
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
