"""One delivery from its beginning to its receipt, written down before it begins and when it ends."""

import hashlib
from collections.abc import Callable, Mapping

import msgspec

from publisher.delivery.ledger import Delivery, FileSent, Ledger, Standing
from publisher.errors import DeliveryError


class Answer(msgspec.Struct, frozen=True):
    """What the other side said: its own reference to the delivery, and its words."""

    reference: str
    words: str = ""


class DoubtfulError(DeliveryError):
    """Nobody can tell whether the delivery arrived: it was handed over, and no answer came."""


def hand_over(
    ledger: Ledger, delivery: Delivery, send: Callable[[], Answer], *, again: bool = False
) -> Delivery:
    """Do ``send`` once, between two entries in ``ledger``, and return the delivery as it ended.

    RepeatedError, before anything is sent, if the same went to the same
    recipient before or may have, unless ``again``. A DeliveryError of ``send``
    is written down and raised on.
    """
    number = ledger.begin(delivery, again=again)
    replace = msgspec.structs.replace
    try:
        answer = send()
    except DoubtfulError as error:
        ledger.end(number, replace(delivery, state=Standing.DOUBTFUL, answer=str(error)))
        raise
    except DeliveryError as error:
        ledger.end(number, replace(delivery, state=Standing.FAILED, answer=str(error)))
        raise
    done = replace(delivery, state=Standing.SENT, reference=answer.reference, answer=answer.words)
    ledger.end(number, done)
    return done


def sums(files: Mapping[str, bytes]) -> tuple[FileSent, ...]:
    """Return the SHA-256 of each of ``files`` (name, bytes)."""
    return tuple(FileSent(name, hashlib.sha256(data).hexdigest()) for name, data in files.items())


def digest(*parts: str | bytes) -> str:
    """Return one sum over ``parts``, each counted with its length: the same only for the same parts."""
    made = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()
