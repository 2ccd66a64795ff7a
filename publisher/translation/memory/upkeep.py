"""What is in a memory, what it is better without, and where in it a word stands."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from publisher.translation.folding import fold
from publisher.translation.memory import index
from publisher.translation.memory.fuzzy import mask
from publisher.translation.memory.languages import primary
from publisher.translation.memory.schema import faults
from publisher.translation.memory.store import Store
from publisher.translation.memory.units import from_seconds

_KEPT = 10
"""An index that holds numbers of more than one in so many units that are gone is made anew."""


class Stats(msgspec.Struct, frozen=True):
    """A memory in figures; counts are of units, those of languages of their variants."""

    path: str
    bytes: int
    units: int
    languages: dict[str, int]
    authors: dict[str, int]
    reviewed: int
    unreviewed: int
    oldest: datetime | None
    newest: datetime | None


class Rules(msgspec.Struct, frozen=True):
    """What ``prune`` removes.

    duplicates: of units that say the same in the same place, all but the best;
    empty: units with text in fewer than two languages; identical: units that
    say the same in two different languages; machine: what nobody has reviewed;
    superseded: of units with the same text, place and author, those with an
    older date; older_than: units last changed before it (undated ones stay).
    """

    duplicates: bool = False
    empty: bool = False
    identical: bool = False
    machine: bool = False
    superseded: bool = False
    older_than: datetime | None = None


class Pruned(msgspec.Struct, frozen=True):
    """How many units went by which rule, each counted once, and how many are left."""

    duplicates: int = 0
    empty: int = 0
    identical: int = 0
    machine: int = 0
    superseded: int = 0
    older_than: int = 0
    left: int = 0


class Found(msgspec.Struct, frozen=True):
    """A unit that holds a text: what it says, by language."""

    unit: int
    texts: dict[str, str]
    reviewed: bool
    changed: datetime | None
    author: str


def stats(store: Store) -> Stats:
    """Return the memory in figures."""
    ask = store.connection.execute
    with faults(store.path):
        ask("BEGIN")  # all figures of one moment
        try:
            units, reviewed, oldest, newest = ask(
                "SELECT count(*), coalesce(sum(reviewed), 0), min(changed), max(changed) FROM unit"
            ).fetchone()
            languages = dict(
                ask("SELECT language, count(*) FROM variant GROUP BY language ORDER BY 2 DESC, 1").fetchall()
            )
            authors = dict(
                ask("SELECT author, count(*) FROM unit GROUP BY author ORDER BY 2 DESC, 1").fetchall()
            )
        finally:
            ask("COMMIT")
    return Stats(
        path=str(store.path),
        bytes=store.path.stat().st_size,
        units=units,
        languages=languages,
        authors=authors,
        reviewed=reviewed,
        unreviewed=units - reviewed,
        oldest=from_seconds(oldest),
        newest=from_seconds(newest),
    )


def prune(store: Store, rules: Rules, *, dry_run: bool = False) -> Pruned:
    """Remove what ``rules`` say, or only count it; the file shrinks to what is left."""
    with faults(store.path):
        counts: dict[str, int] = {}
        with store.writing():
            gone: set[int] = set()
            for name in msgspec.structs.fields(Rules):
                chosen = getattr(rules, name.name)
                if chosen:
                    found = set(_RULES[name.name](store, chosen)) - gone
                    counts[name.name] = len(found)
                    gone |= found
            left = len(store) - len(gone)
            if gone and not dry_run:
                store.remove(gone)
                if len(gone) * _KEPT > left:
                    index.rebuild(store.connection)
        if gone and not dry_run:
            store.connection.execute("VACUUM")
    return Pruned(left=left, **counts)


def concordance(store: Store, text: str, *, limit: int = 20) -> tuple[Found, ...]:
    """Return the newest units that hold ``text`` in any language, whatever its width and case."""
    wanted = fold(text).casefold()
    with faults(store.path):
        rows = store.connection.execute(
            "SELECT v.unit, v.text FROM variant v WHERE instr(v.masked, ?) ORDER BY v.unit DESC",
            (mask(fold(text)),),
        )
        units = dict.fromkeys(unit for unit, said in rows if wanted in fold(said).casefold())
        return tuple(_found(store, unit) for unit in list(units)[:limit])


def _found(store: Store, unit: int) -> Found:
    ask = store.connection.execute
    reviewed, changed, author = ask(
        "SELECT reviewed, changed, author FROM unit WHERE id = ?", (unit,)
    ).fetchone()
    texts = dict(ask("SELECT language, text FROM variant WHERE unit = ? ORDER BY id", (unit,)).fetchall())
    return Found(unit, texts, bool(reviewed), from_seconds(changed), author)


# ── Rules ────────────────────────────────────────────────────────────────────


def _numbers(store: Store, statement: str, *values: object) -> Iterator[int]:
    return (number for (number,) in store.connection.execute(statement, values).fetchall())


def _duplicates(store: Store, _: object) -> Iterator[int]:
    return _numbers(
        store,
        "SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY same "
        "ORDER BY reviewed DESC, changed DESC, id DESC) AS place FROM unit) WHERE place > 1",
    )


def _empty(store: Store, _: object) -> Iterator[int]:
    return _numbers(
        store,
        "SELECT u.id FROM unit u LEFT JOIN variant v ON v.unit = u.id AND trim(v.text) <> '' "
        "GROUP BY u.id HAVING count(v.id) < 2",
    )


def _identical(store: Store, _: object) -> Iterator[int]:
    rows = store.connection.execute(
        "SELECT a.unit, a.language, b.language FROM variant a JOIN variant b "
        "ON b.unit = a.unit AND b.id > a.id AND b.key = a.key"
    ).fetchall()
    return (unit for unit, one, other in rows if primary(one) != primary(other))


def _machine(store: Store, _: object) -> Iterator[int]:
    return _numbers(store, "SELECT id FROM unit WHERE NOT reviewed")


def _superseded(store: Store, _: object) -> Iterator[int]:
    # the first variant is the source; the languages beside it are those of the whole unit
    return _numbers(
        store,
        "SELECT id FROM (SELECT u.id, u.changed, max(u.changed) OVER "
        "(PARTITION BY v.key, v.before, v.after, u.author, "
        "(SELECT group_concat(language) FROM variant WHERE unit = u.id)) AS newest "
        "FROM unit u JOIN variant v ON v.id = (SELECT min(id) FROM variant WHERE unit = u.id)) "
        "WHERE changed < newest",
    )


def _older_than(store: Store, moment: datetime) -> Iterator[int]:
    return _numbers(store, "SELECT id FROM unit WHERE changed < ?", int(moment.timestamp()))


_RULES = {
    "duplicates": _duplicates,
    "empty": _empty,
    "identical": _identical,
    "machine": _machine,
    "superseded": _superseded,
    "older_than": _older_than,
}
