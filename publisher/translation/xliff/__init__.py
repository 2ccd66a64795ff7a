"""XLIFF 1.2 and 2.1 in and out: a bitext in the form that translation tools exchange."""

from typing import Literal

import msgspec

from publisher.errors import TranslationError
from publisher.translation.bitext import Bitext, BitextUnit
from publisher.translation.bounded_xml import events, local

Version = Literal["1.2", "2.1"]

LIMIT = 64 * 1024 * 1024
"""A larger file, in bytes, is refused."""

MOST_UNITS = 100_000
"""A file with more units is refused: it is a memory, not an article."""

HINT = "export it again from the translation tool as XLIFF 1.2, 2.0 or 2.1, or leave it out"


def write(bitext: Bitext, version: Version = "2.1") -> bytes:
    """Return ``bitext`` as XLIFF, the same bytes for the same value."""
    from publisher.translation.xliff import xliff12, xliff21

    return xliff12.write(bitext) if version == "1.2" else xliff21.write(bitext)


def read(data: bytes, name: str) -> Bitext:
    """Return the bitext in ``data``, XLIFF 1.x or 2.x by any tool.

    TranslationError says in one line, with ``name``, what is wrong: not XLIFF,
    not well-formed, a document type, too large, or two pairs of languages.
    """
    from publisher.translation.xliff import xliff12, xliff21

    if len(data) > LIMIT:
        raise TranslationError(
            f"{name}: larger than {LIMIT // 2**20} MB ({len(data) / 2**20:.0f} MB)", hint=HINT
        )
    stream = events(data, name, HINT)
    _, root = next(stream)
    version = root.get("version", "")
    if local(root) != "xliff" or version[:2] not in ("1.", "2."):
        what = f"XLIFF {version}" if local(root) == "xliff" else f"no XLIFF: the root is <{local(root)}>"
        raise TranslationError(f"{name}: {what}", hint=HINT)
    reader: xliff12.Reader | xliff21.Reader
    reader = xliff12.Reader(name) if version.startswith("1.") else xliff21.Reader(name, root)
    units: list[BitextUnit] = []
    for event, element in stream:
        if event == "start":
            reader.enter(element)
        elif local(element) == reader.unit:
            units.extend(reader.units(element))
            if len(units) > MOST_UNITS:
                raise TranslationError(f"{name}: more than {MOST_UNITS:,} units", hint=HINT)
            _forget(element)
    return Bitext(
        reader.source_language or "und",
        reader.target_language or "und",
        _distinct(units),
        reader.original,
        reader.article_sha,
    )


def _forget(element: object) -> None:
    """Let the memory of a unit and of all that stands before it go."""
    from lxml.etree import _Element

    assert isinstance(element, _Element)
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _distinct(units: list[BitextUnit]) -> tuple[BitextUnit, ...]:
    """Give units of several files that share an id keys of their own."""
    seen: set[str] = set()
    last: dict[str, int] = {}
    out: list[BitextUnit] = []
    for unit in units:
        key = unit.key
        while key in seen:
            last[unit.key] = last.get(unit.key, 1) + 1
            key = f"{unit.key}#{last[unit.key]}"
        seen.add(key)
        out.append(unit if key == unit.key else msgspec.structs.replace(unit, key=key))
    return tuple(out)
