"""Pairs from files of other tools: TMX, XLIFF, and tables of two columns."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import msgspec

from publisher.errors import TranslationError
from publisher.translation.checks.pair import Pair
from publisher.translation.folding import has_han

SUFFIXES = (".tmx", ".xlf", ".xliff", ".csv", ".tsv")
"""What is read as pairs; any other suffix is an article."""

LIMIT = 256 * 1024 * 1024
"""A larger file, in bytes, is refused."""

MOST = 1_000_000
"""More pairs are refused."""

_HEADS = frozenset(("source", "target", "zh", "en", "chinese", "english", "zh-hans", "zh-hant"))


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """Return the pairs in ``path``, their keys the ids of the units or else their numbers.

    TranslationError for a file that is missing, too large, or not what its
    suffix says.
    """
    try:
        if path.stat().st_size > LIMIT:
            raise TranslationError(
                f"{path}: larger than {LIMIT // 2**20} MB", hint="check it in parts, an article a file"
            )
        suffix = path.suffix.lower()
        read = {".tmx": _tmx, ".csv": _table, ".tsv": _table}.get(suffix, _xliff)
        pairs = []
        for pair in read(path):
            pairs.append(pair)
            if len(pairs) > MOST:
                raise TranslationError(f"{path}: more than {MOST:,} pairs", hint="check it in parts")
    except OSError as error:
        raise TranslationError(
            f"{path} cannot be read: {error.strerror or error}", hint="check the name"
        ) from error
    if not pairs:
        raise TranslationError(f"{path}: there is no pair in it", hint="check the languages of its units")
    return _distinct(pairs)


def _tmx(path: Path) -> Iterator[Pair]:
    from publisher.translation.memory.languages import same
    from publisher.translation.memory.tmx_reader import read_tmx
    from publisher.translation.memory.units import source_language

    for number, (header, unit) in enumerate(read_tmx(path, LIMIT), 1):
        attributes = dict(unit.attributes)
        named = attributes.get("srclang") or dict(header.attributes).get("srclang", "")
        spoken = next((v.language for v in unit.variants if same(v.language, named)), "")
        language = spoken or source_language(unit)
        source = next((v for v in unit.variants if v.language == language), None)
        if source is None:
            continue
        key = attributes.get("tuid") or str(number)
        for other in unit.variants:
            if not same(other.language, language):
                yield Pair(key, source.text, other.text, source.language, other.language)


def _xliff(path: Path) -> Iterator[Pair]:
    from publisher.translation.bitext_files import load

    bitext = load(path)
    for unit in bitext.units:
        yield Pair(unit.key, unit.source, unit.target, bitext.source_language, bitext.target_language)


def _table(path: Path) -> Iterator[Pair]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TranslationError(
            f"{path}: not UTF-8 (byte {error.start})", hint="save it from the spreadsheet as “CSV UTF-8”"
        ) from error
    tabs = path.suffix.lower() == ".tsv"
    rows = csv.reader(
        io.StringIO(text, newline=""),
        delimiter="\t" if tabs else ",",
        quoting=csv.QUOTE_NONE if tabs else csv.QUOTE_MINIMAL,
        strict=True,
    )
    number = 0
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if rows.line_num == 1 and {cell.lower() for cell in cells} & _HEADS:
                continue
            if len(cells) < 2:
                raise TranslationError(
                    f"{path}: line {rows.line_num}: one column", hint="a row is a source and its target"
                )
            number += 1
            key, source, target = (str(number), *cells[:2]) if len(cells) == 2 else (cells[0], *cells[1:3])
            chinese = has_han(source) and (not has_han(target) or _han(source) >= _han(target))
            languages = ("zh", "en") if chinese else ("en", "zh")
            yield Pair(key or str(number), source, target, *languages)
    except csv.Error as error:
        raise TranslationError(
            f"{path}: line {rows.line_num}: {error}", hint="a row is a source and its target"
        ) from error


def _han(text: str) -> float:
    return sum(has_han(char) for char in text) / len(text)


def _distinct(pairs: list[Pair]) -> tuple[Pair, ...]:
    """Give pairs that share a key keys of their own."""
    seen: dict[str, int] = {}
    out = []
    for pair in pairs:
        count = seen[pair.key] = seen.get(pair.key, 0) + 1
        out.append(pair if count == 1 else msgspec.structs.replace(pair, key=f"{pair.key}#{count}"))
    return tuple(out)
