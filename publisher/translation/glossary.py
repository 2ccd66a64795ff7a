"""Glossaries: terms and names whose translation is decided, as CSV with source, target and type."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

from publisher.errors import TranslationError
from publisher.translation.folding import fold

TYPES = ("event", "organisation", "person", "place", "term", "title", "work")
"""What an entry may be; an empty type is a term."""

LIMIT = 16 * 1024 * 1024
_COLUMNS = ("source", "target", "type")


class Entry(msgspec.Struct, frozen=True):
    """One decided translation."""

    source: str
    target: str
    type: str = "term"


class Glossary:
    """Entries of any number of files; a later entry goes before an earlier one."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = tuple(entries)
        self._targets = {fold(e.source): e.target for e in self._entries}
        self._sources = {fold(e.target): e.source for e in self._entries}

    def __len__(self) -> int:
        return len(self._entries)

    @classmethod
    def load(cls, paths: Iterable[Path]) -> "Glossary":
        """Read CSV files, the later over the earlier; TranslationError if one cannot be read."""
        return cls(entry for path in paths for entry in _read(Path(path)))

    def lookup(self, term: str) -> str | None:
        """Return what stands beside ``term``: a target for a source, else a source for a target."""
        key = fold(term)
        return self._targets.get(key) or self._sources.get(key)

    @property
    def names(self) -> Mapping[str, str]:
        """The people: from the name in the source language to the name in the target language."""
        return MappingProxyType({e.source: e.target for e in self._entries if e.type == "person"})


def _read(path: Path) -> list[Entry]:
    try:
        if path.stat().st_size > LIMIT:
            raise TranslationError(
                f"{path}: the glossary is larger than {LIMIT // 2**20} MB",
                hint="give one with this article's terms",
            )
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise TranslationError(
            f"{path}: the glossary cannot be read: {error.strerror or error}",
            hint="check the name given to --glossary",
        ) from error
    except UnicodeDecodeError as error:
        raise TranslationError(
            f"{path}: the glossary is not UTF-8 (byte {error.start})",
            hint="save it from the spreadsheet as “CSV UTF-8”",
        ) from error
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = _columns(next(rows, []), path)
        return [entry for row in rows if (entry := _entry(row, columns, path, rows.line_num))]
    except csv.Error as error:
        raise _fault(path, rows.line_num, str(error)) from error


def _columns(head: list[str], path: Path) -> tuple[int, ...]:
    names = [name.strip().lower() for name in head]
    missing = [name for name in _COLUMNS if name not in names]
    if missing:
        raise _fault(path, 1, f"the header has no column {', '.join(missing)}")
    return tuple(names.index(name) for name in _COLUMNS)


def _entry(row: list[str], columns: tuple[int, ...], path: Path, line: int) -> Entry | None:
    if not any(cell.strip() for cell in row):
        return None
    source, target, kind = (row[n].strip() if n < len(row) else "" for n in columns)
    kind = {"": "term", "organization": "organisation"}.get(kind.lower(), kind.lower())
    if not source or not target:
        raise _fault(path, line, "a row without source or target")
    if kind not in TYPES:
        raise _fault(path, line, f"unknown type “{kind}”; valid are {', '.join(TYPES)}")
    return Entry(source, target, kind)


def _fault(path: Path, line: int, what: str) -> TranslationError:
    return TranslationError(
        f"{path}: line {line}: {what}",
        hint="a glossary begins with the line source,target,type; one term a row",
    )
