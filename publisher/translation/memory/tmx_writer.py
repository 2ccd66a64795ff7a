"""TMX 1.4b written a unit at a time; a reader sees the old file or the whole new one."""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import quoteattr

from publisher.errors import TranslationError
from publisher.translation.memory.units import Header, MemoryUnit, Pairs, Variant, xml_text

_DEFAULTS = ("o-tmf", "segtype", "datatype", "srclang", "creationtool", "creationtoolversion", "o-encoding")
"""What a header says for every unit that does not say it itself (TMX 1.4b, 3.2)."""

_REQUIRED = Header().attributes


def write_tmx(
    path: Path,
    headers: tuple[Header, ...],
    units: Iterable[tuple[Header, MemoryUnit]],
    encoding: str = "utf-8",
) -> int:
    """Write units under the header they came with, or one that all headers agree on; return their number.

    ``encoding`` is utf-8 or utf-16. A unit whose header said what the common
    one does not gets it as attributes of its own. TranslationError if the file
    cannot be written.
    """
    common = _common(headers)
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(descriptor, "w", encoding=encoding, newline="\n") as stream:
                count = _write(stream, common, units, encoding)
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise TranslationError(
            f"{path}: the memory cannot be written: {error.strerror or error}",
            hint="choose another place (-o), or make room",
        ) from error
    return count


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _write(stream: TextIO, common: Header, units: Iterable[tuple[Header, MemoryUnit]], encoding: str) -> int:
    stream.write(f'<?xml version="1.0" encoding="{encoding.upper()}"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n')
    stream.write(f'<tmx version="1.4">\n  <header{_written(common.attributes)}')
    stream.write(f">{common.extras}</header>\n  <body>\n" if common.extras else "/>\n  <body>\n")
    count = 0
    for header, unit in units:
        count += 1
        stream.write(_tu(unit, _inherited(unit, header, common)))
    stream.write("  </body>\n</tmx>\n")
    return count


def _tu(unit: MemoryUnit, inherited: Pairs) -> str:
    extras = f"      {unit.extras}\n" if unit.extras else ""
    tuvs = "".join(_tuv(variant) for variant in unit.variants)
    return f"    <tu{_written(unit.attributes + inherited)}>\n{extras}{tuvs}    </tu>\n"


def _tuv(variant: Variant) -> str:
    attributes = _written((("xml:lang", variant.language), *variant.attributes))
    seg = variant.markup or xml_text(variant.text)
    return f"      <tuv{attributes}>{variant.extras}<seg>{seg}</seg></tuv>\n"


def _written(pairs: Pairs) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in pairs)


def _common(headers: tuple[Header, ...]) -> Header:
    """Return what every header says; where they differ, what TMX requires."""
    if len(headers) == 1:
        return headers[0]
    shared = set(_REQUIRED) if not headers else set(headers[0].attributes)
    for header in headers:
        shared &= set(header.attributes)
    named = dict(_REQUIRED) | dict(shared)
    extras = tuple(dict.fromkeys(h.extras for h in headers if h.extras))
    return Header(tuple(named.items()), "".join(extras))


def _inherited(unit: MemoryUnit, header: Header, common: Header) -> Pairs:
    """Return what ``unit`` had from its own header and would not have from the common one."""
    if header == common:
        return ()
    own, theirs, ours = dict(unit.attributes), dict(header.attributes), dict(common.attributes)
    return tuple(
        (name, theirs[name])
        for name in _DEFAULTS
        if name in theirs and name not in own and theirs[name] != ours.get(name)
    )
