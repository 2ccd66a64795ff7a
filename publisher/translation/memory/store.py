"""One memory, in a file that several processes may use at once, or in no file at all."""

import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import msgspec

from publisher.translation.folding import fold
from publisher.translation.memory import index, lookup
from publisher.translation.memory.fuzzy import mask
from publisher.translation.memory.languages import same, serves
from publisher.translation.memory.schema import faults, in_memory, open_file
from publisher.translation.memory.tmx_reader import read_tmx
from publisher.translation.memory.units import (
    Header,
    Match,
    MemoryUnit,
    Pairs,
    Variant,
    clean,
    from_seconds,
    source_language,
)

IMPORT_LIMIT = 2 * 1024**3
"""A larger TMX file, in bytes, is refused: it would hold ten million units."""

_INSERT = "INSERT INTO variant VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SELECT = (
    "SELECT u.id, h.attributes, h.extras, u.reviewed, u.changed, u.author, u.attributes, u.extras, "
    "v.language, v.text, v.before, v.after, v.attributes, v.markup, v.extras "
    "FROM unit u JOIN header h ON h.id = u.header JOIN variant v ON v.unit = u.id ORDER BY u.id, v.id"
)
_SHOWN = 5_000
"""Progress is told every so many units."""


class Added(msgspec.Struct, frozen=True):
    """What became of units that were given to a memory."""

    added: int = 0
    known: int = 0  # the same texts with the same notes: nothing to add
    superseded: int = 0  # older ones whose place a new one took


class Store:
    """A memory; ``name`` is what its matches say they come from."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self.name = path.name
        self.connection = connection
        self._close = weakref.finalize(self, connection.close)
        self._is_file = bool(connection.execute("PRAGMA database_list").fetchone()[2])

    @classmethod
    def open(cls, path: Path, *, write: bool = False) -> "Store":
        """Open the memory at ``path``; where ``write``, make it if it is not there.

        TranslationError for what is no memory, is newer than this program, or
        is damaged.
        """
        return cls(open_file(path, write=write), path)

    @classmethod
    def of(cls, units: Iterable[MemoryUnit], name: str = "") -> "Store":
        """Return a memory of ``units`` that no file keeps."""
        store = cls(in_memory(), Path(name))
        store.add(units, supersede=False)
        return store

    @classmethod
    def of_tmx(cls, path: Path, limit: int) -> "Store":
        """Return a memory of a TMX file of at most ``limit`` bytes; TranslationError as in read_tmx."""
        store = cls(in_memory(), path)
        with store.writing():
            store._add(read_tmx(path, limit), supersede=False)
        return store

    def close(self) -> None:
        """Let go of the file."""
        self._close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    def __len__(self) -> int:
        """Return the number of units."""
        with faults(self.path):
            return int(self.connection.execute("SELECT count(*) FROM unit").fetchone()[0])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold off other writers; all that is done within is kept, or none of it."""
        with faults(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                if self._is_file:
                    index.extend(self.connection)
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    # ── Reading ──────────────────────────────────────────────────────────────

    def lookup(
        self, text: str, source: str, target: str, *, before: str = "", after: str = ""
    ) -> Match | None:
        """Return the best match for the same text, whatever its width, spacing and quotes."""
        with faults(self.path):
            return lookup.exact(self.connection, self.name, text, source, target, before=before, after=after)

    def fuzzy(
        self, text: str, source: str, target: str, *, limit: int = 3, threshold: float = 0.7
    ) -> tuple[Match, ...]:
        """Return the best matches for a text that is alike, the best first."""
        with faults(self.path):
            if not self._is_file:  # one that no file keeps is indexed once it is asked
                index.extend(self.connection)
            return lookup.fuzzy(
                self.connection, self.name, text, source, target, limit=limit, threshold=threshold
            )

    def headers(self) -> tuple[Header, ...]:
        """Return the headers of the TMX files whose units are here."""
        with faults(self.path):
            rows = self.connection.execute(
                "SELECT attributes, extras FROM header WHERE id IN (SELECT header FROM unit) ORDER BY id"
            )
            return tuple(Header(_pairs(attributes), extras) for attributes, extras in rows)

    def units(self, source: str = "", target: str = "") -> Iterator[tuple[Header, MemoryUnit]]:
        """Yield every unit with its header, oldest first; of a pair of languages where two are given."""
        with faults(self.path):
            for (_, *about), rows in groupby(self.connection.execute(_SELECT), key=lambda row: row[:8]):
                header = Header(_pairs(about[0]), about[1])
                variants = tuple(
                    Variant(language, text, before, after, _pairs(attributes), markup, extras)
                    for *_, language, text, before, after, attributes, markup, extras in rows
                )
                if source and target:
                    chosen = [[v for v in variants if serves(v.language, lang)] for lang in (source, target)]
                    if not all(chosen):
                        continue
                    variants = tuple(v for found in chosen for v in found)
                yield (
                    header,
                    MemoryUnit(
                        variants, bool(about[2]), from_seconds(about[3]), about[4], _pairs(about[5]), about[6]
                    ),
                )

    # ── Writing ──────────────────────────────────────────────────────────────

    def import_tmx(self, paths: Iterable[Path], progress: Callable[[str], object] = str) -> Added:
        """Take in TMX files of at most IMPORT_LIMIT bytes each, all of them or, on a fault, nothing.

        Every unit is kept, also where two disagree, as OmegaT and Okapi do with
        memories that are given to them: what was meant where is not for a
        machine to say. A unit that is here already is not kept twice.
        """
        units = (pair for path in paths for pair in read_tmx(path, IMPORT_LIMIT))
        with self.writing():
            return self._add(units, supersede=False, progress=progress)

    def add(self, units: Iterable[MemoryUnit], *, supersede: bool = True) -> Added:
        """Add units; where ``supersede``, each takes the place of what its author said before.

        As in an OmegaT project there is then one translation for a text in its
        place: an older one with the same source, languages, neighbours and
        author goes, and so does one that was machine-made or a draft when a
        reviewed one comes. Two authors who disagree are both kept: the lookup
        prefers the newer, and a person can see the other.
        """
        header = Header()
        with self.writing():
            return self._add(((header, unit) for unit in units), supersede=supersede)

    def remove(self, numbers: Iterable[int]) -> None:
        """Remove units by number, within ``writing``."""
        # by hand rather than by cascade, which foreign_keys off would skip
        rows = [(number,) for number in numbers]
        self.connection.executemany("DELETE FROM variant WHERE unit = ?", rows)
        self.connection.executemany("DELETE FROM unit WHERE id = ?", rows)

    def _add(
        self,
        units: Iterable[tuple[Header, MemoryUnit]],
        *,
        supersede: bool,
        progress: Callable[[str], object] = str,
    ) -> Added:
        headers: dict[Header, int] = {}
        added = known = superseded = 0
        for header, unit in units:
            if header not in headers:
                headers[header] = self._header(header)
            same_texts = _same_texts(unit)
            older = self._twin(unit, same_texts)
            if older is not None and not _is_newer(unit, *older[1:]):
                known += 1
                continue
            if older is not None:
                self.remove((older[0],))
                superseded += 1
            elif supersede:
                superseded += self._supersede(unit)
            self._insert(unit, headers[header], same_texts)
            added += 1
            if added % _SHOWN == 0:
                progress(f"{added:,} units")
        return Added(added, known, superseded)

    def _header(self, header: Header) -> int:
        row = (_written(header.attributes), header.extras)
        self.connection.execute("INSERT OR IGNORE INTO header VALUES (NULL, ?, ?)", row)
        found = self.connection.execute("SELECT id FROM header WHERE attributes = ? AND extras = ?", row)
        return int(found.fetchone()[0])

    def _insert(self, unit: MemoryUnit, header: int, same_texts: int) -> None:
        changed = None if unit.changed is None else int(unit.changed.timestamp())
        number = self.connection.execute(
            "INSERT INTO unit VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
            (header, unit.reviewed, changed, unit.author, _written(unit.attributes), unit.extras, same_texts),
        ).lastrowid
        rows = []
        for v in unit.variants:
            text = clean(v.text)
            folded = fold(text)
            rows.append(
                (
                    number,
                    v.language,
                    text,
                    mask(folded),
                    lookup.key(folded),
                    clean(v.before),
                    clean(v.after),
                    _written(v.attributes),
                    v.markup,
                    v.extras,
                )
            )
        self.connection.executemany(_INSERT, rows)

    def _twin(self, unit: MemoryUnit, same_texts: int) -> tuple[int, int, int | None, str] | None:
        """Return number, state, date and attributes of a unit that says the same under the same name."""
        name = dict(unit.attributes).get("tuid")
        rows = self.connection.execute(
            "SELECT id, reviewed, changed, attributes, extras FROM unit WHERE same = ?", (same_texts,)
        )
        for number, reviewed, changed, attributes, extras in rows:
            if extras == unit.extras and dict(_pairs(attributes)).get("tuid") == name:
                return number, reviewed, changed, attributes
        return None

    def _supersede(self, unit: MemoryUnit) -> int:
        """Remove what ``unit`` takes the place of; return how many translations that were."""
        language = source_language(unit)
        source = next((v for v in unit.variants if v.language == language), None)
        if source is None:
            return 0
        targets = [v.language for v in unit.variants if v is not source]
        place = (fold(clean(source.before)), fold(clean(source.after)))
        removed = 0
        rows = self.connection.execute(
            "SELECT v.unit, v.id, v.language, v.before, v.after, u.reviewed, u.changed, u.author "
            "FROM variant v JOIN unit u ON u.id = v.unit WHERE v.key = ?",
            (lookup.key(fold(clean(source.text))),),
        ).fetchall()
        for number, variant, old_language, before, after, reviewed, changed, author in rows:
            if not same(old_language, language) or (fold(before), fold(after)) != place:
                continue
            if not (author == unit.author and bool(reviewed) <= unit.reviewed) and (
                reviewed or not unit.reviewed
            ):
                continue
            if changed is not None and (unit.changed is None or unit.changed.timestamp() < changed):
                continue
            others = self.connection.execute(
                "SELECT id, language FROM variant WHERE unit = ? AND id <> ?", (number, variant)
            ).fetchall()
            gone = [row for row in others if any(row[1].lower() == t.lower() for t in targets)]
            if not gone:
                continue
            removed += 1
            if len(gone) == len(others):
                self.remove((number,))
            else:  # what it says in further languages stands
                self.connection.executemany("DELETE FROM variant WHERE id = ?", [(row[0],) for row in gone])
        return removed


def _same_texts(unit: MemoryUnit) -> int:
    """Return a number that is the same for units that say the same."""
    said = sorted(
        (v.language.lower(), v.markup or clean(v.text), clean(v.before), clean(v.after), v.extras)
        for v in unit.variants
    )
    return lookup.key(msgspec.json.encode(said).decode())


def _is_newer(unit: MemoryUnit, reviewed: int, changed: int | None, attributes: str) -> bool:
    """Tell whether ``unit`` says the same as a stored one, but later, by a person, or used more often."""
    if unit.reviewed != bool(reviewed):
        return unit.reviewed
    mine, theirs = (
        -1 if unit.changed is None else int(unit.changed.timestamp()),
        -1 if changed is None else changed,
    )
    if mine != theirs:
        return mine > theirs
    return _usage(unit.attributes) > _usage(_pairs(attributes))


def _usage(pairs: Pairs) -> int:
    count = dict(pairs).get("usagecount", "")
    return int(count) if count.isascii() and count.isdigit() and len(count) < 10 else 0


def _written(pairs: Pairs) -> str:
    return msgspec.json.encode(pairs).decode() if pairs else ""


def _pairs(text: str) -> Pairs:
    return msgspec.json.decode(text, type=Pairs) if text else ()
