"""The file of a memory: made, opened, and refused where it is none, all in one clear line."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import msgspec

from publisher.errors import TranslationError

MAGIC = b"SQLite format 3\x00"
"""How a file of the database begins."""

SUFFIX = ".tm.sqlite"
"""What the files of memories are called here; they are known by what is in them."""

APPLICATION = 0x50_42_54_4D  # PBTM
VERSION = 1
WAIT = 60.0
"""Seconds that one process waits for another that is writing: a large import is one transaction."""

_CACHE = 32 * 1024
"""Kilobytes of the file that are held at hand, taken as they are needed."""

_TABLES = (
    "CREATE TABLE header (id INTEGER PRIMARY KEY, attributes TEXT NOT NULL, extras TEXT NOT NULL, "
    "UNIQUE (attributes, extras))",
    # numbers are never used again, so that the index may hold numbers of what was removed
    "CREATE TABLE unit (id INTEGER PRIMARY KEY AUTOINCREMENT, header INTEGER NOT NULL REFERENCES header, "
    "reviewed INTEGER NOT NULL, changed INTEGER, author TEXT NOT NULL, attributes TEXT NOT NULL, "
    "extras TEXT NOT NULL, same INTEGER NOT NULL)",
    "CREATE INDEX unit_same ON unit (same)",
    "CREATE TABLE variant (id INTEGER PRIMARY KEY AUTOINCREMENT, unit INTEGER NOT NULL "
    "REFERENCES unit ON DELETE CASCADE, language TEXT NOT NULL, text TEXT NOT NULL, masked TEXT NOT NULL, "
    "key INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, attributes TEXT NOT NULL, "
    "markup TEXT NOT NULL, extras TEXT NOT NULL)",
    "CREATE INDEX variant_key ON variant (key)",
    "CREATE INDEX variant_unit ON variant (unit)",
    "CREATE TABLE posting (gram TEXT NOT NULL, page INTEGER NOT NULL, numbers BLOB NOT NULL, "
    "PRIMARY KEY (gram, page)) WITHOUT ROWID",
    "CREATE TABLE indexed (variant INTEGER NOT NULL)",
    "INSERT INTO indexed VALUES (0)",
)


def in_memory() -> sqlite3.Connection:
    """Return an empty memory that no file keeps."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _create(connection)
    return connection


def open_file(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open the memory at ``path``; where ``write``, make it if it is not there.

    TranslationError for what is no memory, was written by a newer program, is
    damaged, or is held by another process for longer than WAIT.
    """
    if not write and not path.exists():
        _refuse(path, "the memory cannot be read: no such file", "check the name given")
    if path.exists():
        _check_head(path, write)
    with faults(path):
        connection = sqlite3.connect(
            _address(path, write), uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            if write:
                if _has_tables(connection):  # another program's database is not to be touched
                    _check(connection, path)
                _prepare(connection)
            else:
                connection.execute("PRAGMA query_only = ON")
            _check(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Raise a TranslationError for what the database says of the file."""
    try:
        yield
    except msgspec.DecodeError as error:
        _refuse(path, f"the memory is damaged ({error})", _RESTORE, error)
    except sqlite3.DatabaseError as error:
        text = str(error)
        for signs, what, hint in _FAULTS:
            if any(sign in text for sign in signs):
                _refuse(path, f"{what} ({text})", hint, error)
        raise


_RESTORE = "take it from a backup, or import its TMX again"
_FAULTS = (
    (("locked", "busy"), "another process is writing to the memory", "wait until it is done, then try again"),
    (
        ("readonly", "unable to open", "full", "disk"),
        "the memory cannot be used",
        "check the folder and its rights",
    ),
    (("",), "the memory is damaged", _RESTORE),
)


def _refuse(path: Path, what: str, hint: str, cause: Exception | None = None) -> NoReturn:
    raise TranslationError(f"{path}: {what}", hint=hint) from cause


def _address(path: Path, write: bool) -> str:
    address = path.resolve().as_uri()
    if write:
        return f"{address}?mode=rwc"
    # where the files beside it can neither be made nor are there, nobody is writing
    alone = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return f"{address}?mode=ro&immutable=1" if alone else f"{address}?mode=ro"


def _check_head(path: Path, write: bool) -> None:
    try:
        with path.open("rb") as stream:
            head = stream.read(len(MAGIC))
    except OSError as error:
        _refuse(path, f"the memory cannot be read: {error.strerror or error}", "check the name given", error)
    if head != MAGIC and not (write and head == b""):  # another process may be making it just now
        _refuse(path, "this is no memory", "name a file made by: publisher memory import")


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables if there are none; processes that begin at once do so one after the other."""
    end = time.monotonic() + WAIT
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:  # the database does not wait here by itself
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _has_tables(connection):
            _create(connection)
    finally:
        connection.execute("COMMIT")


def _has_tables(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def _create(connection: sqlite3.Connection) -> None:
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        _refuse(path, "this is a database, but no memory", "name a file made by: publisher memory import")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        _refuse(
            path,
            f"the memory was written by a newer program (format {version}, known {VERSION})",
            "bring publisher up to date, or export it to TMX with the newer one",
        )
    found = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    # a trigger or view in it would run as the user
    strange = {s for s in found if not s.startswith("CREATE TABLE sqlite_")} - set(_TABLES)
    if strange or not found:
        _refuse(path, "the memory is damaged (its tables are not those of a memory)", "take it from a backup")
