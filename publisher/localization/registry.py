"""A registry of names: people, organisations and places with their forms in each language, read from CSV."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import msgspec

from publisher.errors import TranslationError

_T = TypeVar("_T")

KINDS = ("person", "organisation", "place")
"""What a name may be of."""

LIMIT = 4 * 1024 * 1024
"""Bytes of a registry, at most."""

LONGEST = 200
"""Characters of a cell, at most."""

MOST = 50_000
"""Names of a registry, at most."""

_HINT = (
    "a registry begins with the line kind,zh-Hans,en and may have further columns: "
    "a language tag (zh-Hant-HK), title LANG, short LANG, note; several forms are parted by |"
)
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
_KIND_WORDS = {"organization": "organisation"}


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """One person, organisation or place.

    ``forms``, ``titles`` and ``shorts`` pair a language tag (BCP 47) with what
    stands in its column; the first form is the one to write, the others are
    right too. ``line`` is where it stands in its file, from 1.
    """

    kind: str
    forms: tuple[tuple[str, tuple[str, ...]], ...]
    titles: tuple[tuple[str, str], ...] = ()
    shorts: tuple[tuple[str, str], ...] = ()
    note: str = ""
    file: str = ""
    line: int = 0

    def spellings(self, language: str) -> tuple[str, ...]:
        """Return the forms in ``language``, else in the nearest wider tag that has one; none if none has."""
        return _nearest(dict(self.forms), language) or ()

    def form(self, language: str) -> str:
        """Return the form to write in ``language``, "" if none is listed."""
        return next(iter(self.spellings(language)), "")

    def title(self, language: str) -> str:
        """Return the title before the name at first mention, "" if none is listed."""
        return _nearest(dict(self.titles), language) or ""

    def short(self, language: str) -> str:
        """Return the form after first mention (AP: the surname alone), "" if none is listed."""
        return _nearest(dict(self.shorts), language) or ""


class Doubt(msgspec.Struct, frozen=True):
    """What in a registry would mislead; ``rule`` is stable and kebab-case."""

    rule: str
    message: str
    file: str
    line: int


def read(path: Path) -> tuple[Name, ...]:
    """Read a registry: UTF-8, with or without its mark, or GB18030; commas between cells (RFC 4180).

    Raises TranslationError with file and line for what is no registry.
    """
    rows = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    names: list[Name] = []
    try:
        columns = _columns(next(rows, []), path)
        for row in rows:
            if any(cell.strip() for cell in row):
                names.append(_name(row, columns, path, rows.line_num))
                if len(names) > MOST:
                    raise _fault(path, rows.line_num, f"more than {MOST} names")
    except csv.Error as error:
        raise _fault(path, rows.line_num, f"not CSV: {error}") from error
    return tuple(names)


def check(names: Iterable[Name]) -> tuple[Doubt, ...]:
    """Return what is doubtful: names listed twice, and one spelling that stands for two names."""
    found: list[Doubt] = []
    seen: dict[tuple[str, str], Name] = {}
    for name in names:
        told: set[int] = set()
        for language, spellings in name.forms:
            for spelling in spellings:
                first = seen.setdefault((language, spelling), name)
                if first is not name and id(first) not in told:
                    told.add(id(first))
                    found.append(_twice(spelling, language, first, name))
        found.extend(
            Doubt("short-not-in-name", f"{short} is no part of {name.form(language)}", name.file, name.line)
            for language, short in name.shorts
            if name.form(language) and short not in name.form(language)
        )
    return tuple(found)


def _twice(spelling: str, language: str, first: Name, name: Name) -> Doubt:
    place = f"{first.file}, line {first.line}"
    same = (first.kind, first.forms, first.titles) == (name.kind, name.forms, name.titles)
    if same:
        return Doubt("duplicate", f"{spelling} is listed already: {place}", name.file, name.line)
    message = f"{spelling} ({language}) is listed with other forms: {place}"
    return Doubt("conflict", message, name.file, name.line)


def _nearest(said: dict[str, _T], language: str) -> _T | None:
    """Return what is said for ``language`` or a wider tag: zh-Hant-HK, zh-Hant; zh-Hant is not zh-Hans."""
    tag = language
    while tag:
        if tag in said:
            return said[tag]
        tag = tag.rpartition("-")[0]
    return None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise TranslationError(
            f"{path}: the names cannot be read: {error.strerror or error}", hint="check the name of the file"
        ) from error
    if len(data) > LIMIT:
        raise TranslationError(f"{path}: the names are larger than {LIMIT // 2**20} MB", hint=_HINT)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TranslationError(
        f"{path}: the names are neither UTF-8 nor GB18030", hint="save the file as “CSV UTF-8”"
    )


def _columns(head: Sequence[str], path: Path) -> tuple[tuple[str, str], ...]:
    """Return for each column what it holds and in which language."""
    columns = tuple(_column(cell.strip(), path) for cell in head)
    if ("kind", "") not in columns:
        raise _fault(path, 1, "the header has no column kind")
    if not any(what == "form" for what, _ in columns):
        raise _fault(path, 1, "the header has no column with a language, as zh-Hans or en")
    for one, other in pairwise(sorted(columns)):
        if one == other and one[0]:
            raise _fault(path, 1, f"the header has two columns {' '.join(part for part in one if part)}")
    return columns


def _column(cell: str, path: Path) -> tuple[str, str]:
    if cell.lower() in ("kind", "note", ""):
        return cell.lower(), ""
    what, _, tag = cell.rpartition(" ")
    if what in ("", "title", "short") and _TAG.fullmatch(tag):
        return what or "form", tag
    raise _fault(path, 1, f"unknown column {cell[:40]}")


def _name(row: Sequence[str], columns: tuple[tuple[str, str], ...], path: Path, line: int) -> Name:
    if any(cell.strip() for cell in row[len(columns) :]):
        raise _fault(path, line, "more cells than the header has columns")
    forms: list[tuple[str, tuple[str, ...]]] = []
    said: dict[str, list[tuple[str, str]]] = {"title": [], "short": [], "kind": [], "note": [], "": []}
    for (what, tag), raw in zip(columns, row, strict=False):
        cell = raw.strip()
        if len(cell) > LONGEST:
            raise _fault(path, line, f"a cell longer than {LONGEST} characters")
        if odd := next((c for c in cell if not c.isprintable()), ""):
            raise _fault(path, line, f"a cell with the character U+{ord(odd):04X}")
        if cell and what == "form":
            parts = tuple(part.strip() for part in cell.split("|") if part.strip())
            if parts:
                forms.append((tag, parts))
        elif cell:
            said[what].append((tag, cell))
    if not forms:
        raise _fault(path, line, "a name without a form in any language")
    kind = next((cell.lower() for _, cell in said["kind"]), "")
    kind = _KIND_WORDS.get(kind, kind)
    if kind not in KINDS:
        raise _fault(path, line, f"unknown kind “{kind[:40]}”; valid are {', '.join(KINDS)}")
    return Name(
        kind=kind,
        forms=tuple(forms),
        titles=tuple(said["title"]),
        shorts=tuple(said["short"]),
        note=next((cell for _, cell in said["note"]), ""),
        file=str(path),
        line=line,
    )


def _fault(path: Path, line: int, what: str) -> TranslationError:
    clean = "".join(c if c.isprintable() else "�" for c in what)
    return TranslationError(f"{path}: line {max(line, 1)}: {clean}", hint=_HINT)
