"""Matches found in one memory: the same text, the same in its place, and the nearly same."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b

import msgspec

from publisher.translation.folding import fold
from publisher.translation.memory import index
from publisher.translation.memory.fuzzy import closest, mask
from publisher.translation.memory.languages import nearness, same, serves
from publisher.translation.memory.units import Match, clean, from_seconds

_CANDIDATES = 300
"""So many variants are compared letter by letter; see tests/benchmarks/memory_speed.py."""

_SPARE = 4
"""So many times the matches asked for are looked at, for some say nothing in the target language."""

_HOMONYMS = 500
"""So many units of one text are weighed, the newest ones."""

_COLUMNS = (
    "v.id, v.unit, v.language, v.text, v.before, v.after, u.reviewed, u.changed, u.author "
    "FROM variant v JOIN unit u ON u.id = v.unit"
)


class _Row(msgspec.Struct, frozen=True):
    """A variant as it is stored, with what its unit says of itself."""

    id: int
    unit: int
    language: str
    text: str
    before: str
    after: str
    reviewed: int
    changed: int | None
    author: str


def key(folded: str) -> int:
    """Return the number under which a folded text is found."""
    digest = blake2b(folded.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def exact(
    connection: sqlite3.Connection, name: str, text: str, source: str, target: str, *, before: str, after: str
) -> Match | None:
    """Return the best unit for ``text``: reviewed, then in the same place, then the newest."""
    found = connection.execute(
        f"SELECT {_COLUMNS} WHERE v.key = ? ORDER BY u.reviewed DESC, u.changed DESC, u.id DESC LIMIT ?",
        (key(fold(clean(text))), _HOMONYMS),
    )
    rows = [row for row in (_Row(*values) for values in found) if same(row.language, source)]
    place = _Place(fold(before), fold(after))
    ranked = sorted(
        rows, key=lambda row: (row.reviewed, place.shared(row)), reverse=True
    )  # stable: newest first
    return next(_matches(connection, name, ((1.0, row) for row in ranked), target, place), None)


def fuzzy(
    connection: sqlite3.Connection,
    name: str,
    text: str,
    source: str,
    target: str,
    *,
    limit: int,
    threshold: float,
) -> tuple[Match, ...]:
    """Return at most ``limit`` matches of ``threshold`` or more, the best first."""
    text = clean(text)
    numbers = index.candidates(connection, mask(fold(text)), _CANDIDATES)
    likely = connection.execute(
        f"SELECT masked, text, id, language FROM variant WHERE id IN ({_marks(numbers)})",  # noqa: S608
        numbers,
    )
    others = [row for row in likely if same(row[3], source)]
    scores = {
        others[at][2]: score
        for score, at in closest(
            text,
            source,
            [(masked, other) for masked, other, *_ in others],
            limit=limit * _SPARE,
            threshold=threshold,
        )
    }
    found = connection.execute(
        f"SELECT {_COLUMNS} WHERE v.id IN ({_marks(scores)}) "
        "ORDER BY u.reviewed DESC, u.changed DESC, u.id DESC",
        tuple(scores),
    )
    scored = sorted(((scores[row.id], row) for row in (_Row(*values) for values in found)), key=_by_score)
    matches: dict[tuple[str, str], Match] = {}
    for match in _matches(connection, name, scored, target, _NOWHERE):
        matches.setdefault((match.source, match.text), match)
        if len(matches) == limit:
            break
    return tuple(matches.values())


def _by_score(item: tuple[float, _Row]) -> float:
    return -item[0]


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))


class _Place(msgspec.Struct, frozen=True):
    """The neighbours of a segment, folded."""

    before: str
    after: str

    def shared(self, row: _Row) -> int:
        """Return how many neighbours a unit has in common with this place."""
        return sum(
            bool(own) and fold(theirs) == own
            for own, theirs in ((self.before, row.before), (self.after, row.after))
        )

    def is_that_of(self, row: _Row) -> bool:
        """Tell whether a unit was translated in this very place; the first segment has none before it."""
        if not (row.before or row.after) or not (self.before or self.after):
            return False
        return fold(row.before) == self.before and fold(row.after) == self.after


_NOWHERE = _Place("", "")


def _matches(
    connection: sqlite3.Connection,
    name: str,
    scored: Iterable[tuple[float, _Row]],
    target: str,
    place: _Place,
) -> Iterator[Match]:
    """Yield what the units of these variants say in the target language, where they say anything."""
    for score, row in scored:
        others = connection.execute(
            "SELECT language, text FROM variant WHERE unit = ? AND text <> ''", (row.unit,)
        )
        choices = [(language, text) for language, text in others if serves(language, target)]
        if choices:
            best = max(choices, key=lambda choice: nearness(choice[0], target))
            yield Match(
                row.text,
                best[1],
                name,
                bool(row.reviewed),
                score,
                place.is_that_of(row),
                from_seconds(row.changed),
                row.author,
            )
