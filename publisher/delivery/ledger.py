"""The ledger: one row for every delivery that was begun, so that none is made twice unasked."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from publisher.errors import DeliveryError

_VERSION = 1
_TABLE = """
CREATE TABLE IF NOT EXISTS delivery (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, state TEXT NOT NULL, channel TEXT NOT NULL,
    recipient TEXT NOT NULL, digest TEXT NOT NULL, record TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS same ON delivery (channel, recipient, digest);
"""


class Standing(StrEnum):
    """How a delivery ended: ``doubtful`` is one of which nobody can tell whether it arrived."""

    BEGUN = "begun"
    SENT = "sent"
    FAILED = "failed"
    DOUBTFUL = "doubtful"


class FileSent(msgspec.Struct, frozen=True):
    """A file as it was delivered."""

    name: str
    sha256: str


class Delivery(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One delivery: who sent what to whom by which channel, when, and what the other side answered.

    ``digest`` tells whether two deliveries are the same: of all that was sent,
    its text and its files. ``reference`` is the other side's own: a
    Message-ID, a job number, a path.
    """

    channel: str
    recipient: str
    digest: str
    at: datetime
    by: str = ""
    pack: str = ""
    files: tuple[FileSent, ...] = ()
    state: Standing = Standing.BEGUN
    reference: str = ""
    answer: str = ""


def place(environment: Mapping[str, str]) -> Path:
    """Return where the ledger is: PUBLISHER_LEDGER, or in the user's folder of state (XDG)."""
    if named := environment.get("PUBLISHER_LEDGER"):
        return Path(named)
    state = environment.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(state) / "publisher" / "ledger.sqlite"


class Ledger:
    """The ledger in one SQLite file (WAL), safe with several processes at once."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> "Iterator[Ledger]":
        """Open the ledger, made if there is none; DeliveryError if it cannot be."""
        connection = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not path.exists():
                os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
            connection = sqlite3.connect(path, timeout=30, isolation_level=None)
            connection.execute("PRAGMA journal_mode=WAL")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version > _VERSION:
                raise DeliveryError(f"The ledger {path} is of a newer program.", hint="Install that one.")
            connection.executescript(_TABLE)
            connection.execute(f"PRAGMA user_version={_VERSION}")
        except (OSError, sqlite3.Error) as error:
            if connection:
                connection.close()
            raise DeliveryError(
                f"The ledger {path} cannot be used: {error}.", hint="Name another with --ledger."
            ) from error
        try:
            yield cls(connection, path)
        except sqlite3.Error as error:
            raise DeliveryError(f"The ledger {path} cannot be written: {error}.") from error
        finally:
            connection.close()

    def begin(self, delivery: Delivery, *, again: bool = False) -> int:
        """Write down that ``delivery`` begins and return its number.

        Raises RepeatedError if the same was sent, or may have been, unless
        ``again``. Two processes cannot both begin the same.
        """
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            earlier = None if again else self.find(delivery.channel, delivery.recipient, delivery.digest)
            if earlier:
                raise RepeatedError(earlier)
            row = self._connection.execute(
                "INSERT INTO delivery (at, state, channel, recipient, digest, record) VALUES (?,?,?,?,?,?)",
                (
                    delivery.at.isoformat(),
                    Standing.BEGUN,
                    delivery.channel,
                    delivery.recipient,
                    delivery.digest,
                    msgspec.json.encode(delivery).decode(),
                ),
            )
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
        assert row.lastrowid is not None
        return row.lastrowid

    def end(self, number: int, delivery: Delivery) -> None:
        """Write down how the delivery ``number`` ended."""
        self._connection.execute(
            "UPDATE delivery SET state=?, record=? WHERE number=?",
            (delivery.state, msgspec.json.encode(delivery).decode(), number),
        )

    def find(self, channel: str, recipient: str, digest: str) -> Delivery | None:
        """Return the last delivery of the same to the same that did not clearly fail."""
        row = self._connection.execute(
            "SELECT record FROM delivery WHERE channel=? AND recipient=? AND digest=? AND state<>? "
            "ORDER BY number DESC LIMIT 1",
            (channel, recipient, digest, Standing.FAILED),
        ).fetchone()
        return msgspec.json.decode(row[0], type=Delivery) if row else None

    def __iter__(self) -> Iterator[Delivery]:
        for (record,) in self._connection.execute("SELECT record FROM delivery ORDER BY number"):
            yield msgspec.json.decode(record, type=Delivery)


class RepeatedError(DeliveryError):
    """The same went to the same recipient before, or may have."""

    def __init__(self, earlier: Delivery) -> None:
        when = earlier.at.isoformat(sep=" ", timespec="minutes")
        said = {
            Standing.SENT: f"was sent to {earlier.recipient} on {when}",
            Standing.BEGUN: f"was begun for {earlier.recipient} on {when} and has not ended: another run may "
            "be at it, or it broke off and may have arrived",
            Standing.DOUBTFUL: f"may have reached {earlier.recipient} on {when}; the line broke",
        }[earlier.state]
        super().__init__(f"This {said}.", hint="publisher log shows it; --again sends it once more.")
        self.earlier = earlier

    @property
    def settled(self) -> bool:
        """Whether the earlier one arrived for certain."""
        return self.earlier.state is Standing.SENT
