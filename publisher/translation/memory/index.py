"""The index behind fuzzy matches: which variants hold which piece of text."""

import sqlite3
import sys
from array import array
from collections import Counter
from collections.abc import Iterable

from publisher.translation.memory.fuzzy import grams

_PAGE = 1 << 16
"""Numbers of variants are kept by pages, the lower two bytes of each."""

_CHUNK = 50_000
_BUDGET = 20_000
"""So many entries are read for one text, those of its rarest pieces."""

_SQL_LIMIT = 900
"""So many placeholders are safe in one statement."""


def extend(connection: sqlite3.Connection) -> None:
    """Index what was added since the last time; the caller holds the transaction."""
    (done,) = connection.execute("SELECT variant FROM indexed").fetchone()
    while True:
        rows = connection.execute(
            "SELECT id, masked FROM variant WHERE id > ? ORDER BY id LIMIT ?", (done, _CHUNK)
        ).fetchall()
        if not rows:
            break
        postings: dict[tuple[str, int], array[int]] = {}
        for number, text in rows:
            page, rest = divmod(number, _PAGE)
            for gram in grams(text):
                found = postings.get((gram, page))
                if found is None:
                    found = postings[gram, page] = array("H")
                found.append(rest)
        connection.executemany(
            "INSERT INTO posting VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET numbers = "
            "CAST(numbers || excluded.numbers AS BLOB)",
            ((gram, page, _packed(postings[gram, page])) for gram, page in sorted(postings)),
        )
        done = rows[-1][0]
    connection.execute("UPDATE indexed SET variant = ?", (done,))


def rebuild(connection: sqlite3.Connection) -> None:
    """Index everything anew; the caller holds the transaction."""
    connection.execute("DELETE FROM posting")
    connection.execute("UPDATE indexed SET variant = 0")
    extend(connection)


def candidates(connection: sqlite3.Connection, text: str, limit: int) -> list[int]:
    """Return the numbers of the variants that share most of the rarest pieces of a masked text."""
    wanted = sorted(grams(text))[:_SQL_LIMIT]
    if not wanted:
        return []
    pages = connection.execute(
        f"SELECT gram, page, length(numbers) / 2 FROM posting WHERE gram IN ({_marks(wanted)})",  # noqa: S608
        wanted,
    ).fetchall()
    sizes: Counter[str] = Counter()
    for gram, _, size in pages:
        sizes[gram] += size
    chosen: list[str] = []
    total = 0
    for gram, size in sorted(sizes.items(), key=lambda item: (item[1], item[0])):
        if chosen and total + size > _BUDGET:
            break
        chosen.append(gram)
        total += size
    counts: dict[int, Counter[int]] = {}
    for page, numbers in connection.execute(
        f"SELECT page, numbers FROM posting WHERE gram IN ({_marks(chosen)})",  # noqa: S608
        chosen,
    ):
        counts.setdefault(page, Counter()).update(_unpacked(numbers))
    return _most(counts, limit)


def _most(counts: dict[int, Counter[int]], limit: int) -> list[int]:
    """Return the numbers counted most often; among equals the newest."""
    spread: Counter[int] = Counter()
    for counter in counts.values():
        spread.update(counter.values())
    least = left = 0
    for count in sorted(spread, reverse=True):
        least, left = count, left + spread[count]
        if left >= limit:
            break
    found = [
        (count, page * _PAGE + rest)
        for page, counter in counts.items()
        for rest, count in counter.items()
        if count >= least
    ]
    found.sort(reverse=True)
    return [number for _, number in found[:limit]]


def _marks(values: Iterable[object]) -> str:
    return ",".join("?" for _ in values)


def _packed(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _unpacked(data: bytes) -> "array[int]":
    numbers = array("H")
    numbers.frombytes(data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
