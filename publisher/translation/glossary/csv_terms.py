"""Glossaries as CSV: a header of names in any order, one term a row, several values parted by |."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from publisher.errors import TranslationError
from publisher.translation.folding import has_han
from publisher.translation.glossary.entries import CASES, CHINESE, ENGLISH, PARTS_OF_SPEECH, TYPES, Entry

COLUMNS = {
    "source": "source",
    "target": "target",
    "type": "type",
    "alternatives": "alternatives",
    "forbidden": "forbidden",
    "part_of_speech": "part_of_speech",
    "case": "case",
    "domain": "domain",
    "note": "note",
    "zh_hant": "traditional",
    "source_language": "source_language",
    "target_language": "target_language",
}
"""The columns, and the field of Entry each fills."""

LIMIT = 16 * 1024 * 1024
LONGEST = 500
"""Characters of a term, at most: a longer one is a sentence, which belongs in a memory."""

_HINT = "a glossary begins with the line source,target,type; one term a row"
_REQUIRED = ("source", "target")
_MANY = ("alternatives", "forbidden")
_SEPARATORS = ",;\t"
_TYPE_WORDS = {"": "term", "organization": "organisation"}


def read(path: Path, *, builtin: bool = False) -> tuple[Entry, ...]:
    """Read a CSV file in UTF-8, UTF-16 or GB18030, parted by comma, semicolon or tab.

    Raises TranslationError with file and line for what is no glossary.
    """
    text = _text(path)
    separator, skipped = _separator(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for _ in range(skipped):
            next(rows)
        columns = _columns(next(rows, []), path, rows.line_num)
        return tuple(e for row in rows if (e := _entry(row, columns, path, rows.line_num, builtin)))
    except csv.Error as error:
        raise fault(path, rows.line_num, f"not CSV: {error}") from error


def write(entries: Iterable[Entry]) -> bytes:
    """Return ``entries`` as CSV that spreadsheets open as it is: UTF-8 with its mark, the columns in use."""
    listed = tuple(entries)
    used = [
        name
        for name, field in COLUMNS.items()
        if name in ("source", "target", "type")
        or any(getattr(e, field) != getattr(Entry("", ""), field) for e in listed)
    ]
    if "source_language" in used or "target_language" in used:
        used = [n for n in COLUMNS if n in used or n.endswith("_language")]
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(used)
    for entry in listed:
        rows.writerow([_cell(entry, COLUMNS[name]) for name in used])
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _cell(entry: Entry, field: str) -> str:
    value = getattr(entry, field)
    if isinstance(value, str):
        return value
    if split := next((v for v in value if "|" in v), None):
        raise TranslationError(
            f"{entry.source}: “{split}” has the mark | that parts values in a CSV",
            hint="write the glossary as TBX, or take the mark out",
        )
    return " | ".join(value)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LIMIT:
            raise TranslationError(
                f"{path}: the glossary is larger than {LIMIT // 2**20} MB",
                hint="give one with this article's terms",
            )
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        # private characters and a run of rare ones: bytes of another encoding, read as GB18030
        if encoding != "gb18030" or not any("\ue000" <= c <= "\uf8ff" for c in text):
            return text
    raise TranslationError(
        f"{path}: the glossary is neither UTF-8, UTF-16 nor GB18030",
        hint="save it from the spreadsheet as “CSV UTF-8”",
    )


def _separator(text: str) -> tuple[str, int]:
    """Return the mark between columns and how many lines stand before the header."""
    first = text.partition("\n")[0].strip()
    if first.lower().startswith("sep=") and first[4:5] in _SEPARATORS:
        return first[4:5] or "\t", 1
    return max(_SEPARATORS, key=first.count), 0


def _columns(head: Sequence[str], path: Path, line: int) -> dict[str, int]:
    names = [name.strip().lower().replace("-", "_").replace(" ", "_") for name in head]
    valid = f"valid are {', '.join(COLUMNS)}"
    if missing := [name for name in _REQUIRED if name not in names]:
        raise fault(path, line, f"the header has no column {', '.join(missing)}; {valid}")
    if unknown := [shown for shown, name in zip(head, names, strict=True) if name and name not in COLUMNS]:
        raise fault(path, line, f"unknown column {', '.join(shown(u) for u in unknown)}; {valid}")
    if twice := [name for name in names if name and names.count(name) > 1]:
        raise fault(path, line, f"the header has two columns {twice[0]}")
    return {name: n for n, name in enumerate(names) if name}


def _entry(row: Sequence[str], columns: dict[str, int], path: Path, line: int, builtin: bool) -> Entry | None:
    if not any(cell.strip() for cell in row):
        return None
    if any(cell.strip() for cell in row[max(columns.values()) + 1 :]):
        raise fault(path, line, "more cells than the header has columns")
    cells = {name: row[n].strip() if n < len(row) else "" for name, n in columns.items()}
    values: dict[str, object] = {COLUMNS[n]: split(v) if n in _MANY else v for n, v in cells.items() if v}
    kind = cells.get("type", "").lower()
    values["type"] = _TYPE_WORDS.get(kind, kind)
    if builtin:
        values.setdefault("domain", path.stem)
    if "source_language" not in values and "target_language" not in values and _is_reversed(cells):
        values |= {"source_language": ENGLISH, "target_language": CHINESE}
    return checked(values, path, line, builtin=builtin)


def _is_reversed(cells: dict[str, str]) -> bool:
    return has_han(cells["target"]) and not has_han(cells["source"])


def split(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several."""
    return tuple(value for part in cell.split("|") if (value := part.strip()))


def checked(
    values: dict[str, object], path: Path, line: int, *, builtin: bool = False, hint: str = _HINT
) -> Entry:
    """Return the entry of ``values``; TranslationError naming file and line if they make none."""
    entry = Entry(**{"source": "", "target": "", **values, "builtin": builtin})  # type: ignore[arg-type]
    if not entry.source or not entry.target:
        raise fault(path, line, "a term without source or target", hint)
    for name, value, valid in (
        ("type", entry.type, TYPES),
        ("case", entry.case or CASES[0], CASES),
        ("part of speech", entry.part_of_speech or PARTS_OF_SPEECH[0], PARTS_OF_SPEECH),
    ):
        if value not in valid:
            raise fault(path, line, f"unknown {name} “{shown(value)}”; valid are {', '.join(valid)}", hint)
    spellings = (entry.source, entry.target, entry.traditional, *entry.alternatives, *entry.forbidden)
    if any(len(term) > LONGEST for term in spellings):
        raise fault(path, line, f"a term longer than {LONGEST} characters", hint)
    if not all(map(str.isprintable, spellings)):
        odd = next(c for term in spellings for c in term if not c.isprintable())
        raise fault(path, line, f"a term with the character U+{ord(odd):04X}", hint)
    return entry


def shown(text: str) -> str:
    """Return what a message may quote of ``text``: 40 characters at most."""
    return text if len(text) <= 40 else text[:39] + "…"


def fault(path: Path, line: int, what: str, hint: str = _HINT) -> TranslationError:
    """Return the error for a line of a glossary; ``what`` may quote the glossary."""
    clean = "".join(c if c.isprintable() else "�" for c in " ".join(what.split()))
    return TranslationError(f"{path}: line {max(line, 1)}: {clean}", hint=hint)


def unreadable(path: Path, error: OSError) -> TranslationError:
    """Return the error for a glossary that cannot be opened."""
    return TranslationError(
        f"{path}: the glossary cannot be read: {error.strerror or error}",
        hint="check the name of the glossary",
    )
