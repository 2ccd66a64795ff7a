"""What a PDF draws beside what it says: the outline of each embedded glyph and that of its character."""

import io
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pikepdf
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from publisher import resources

Outline = tuple[object, ...]

_HEX = " *<([0-9a-fA-F]+)>"
_ROW = re.compile(f"(?m)^{_HEX * 3}|^{_HEX * 2}")


def drawn_wrongly(data: bytes) -> list[tuple[str, str]]:
    """Return ``(font, text)`` for each glyph of a PDF that no font of the project draws for its text."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = [
            o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Subtype") == "/Type0"
        ]
        assert fonts
        return [(str(font.BaseFont), text) for font in fonts for text in _wrong(font)]


def _wrong(font: pikepdf.Object) -> Iterator[str]:
    file = TTFont(io.BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()), lazy=True)
    order = file.getGlyphOrder()
    for code, text in says(font.ToUnicode.read_bytes()).items():
        if text.strip() and _outline(file, order[code]) not in _right(text):
            yield text


def says(cmap: bytes) -> dict[int, str]:
    """Return the text of each code of a ToUnicode map."""
    found: dict[int, str] = {}
    for start, end, first, code, text in _ROW.findall(cmap.decode("ascii").partition("endcodespacerange")[2]):
        if code:
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
        else:
            for n in range(int(start, 16), int(end, 16) + 1):
                found[n] = chr(int(first, 16) + n - int(start, 16))
    return found


@cache
def _right(text: str) -> frozenset[Outline]:
    """Return the outlines of ``text`` in the project's fonts, a feature's stand-ins too."""
    found: set[Outline] = set()
    for file, stand_ins, ligatures in map(_font, sorted(resources.templates().glob("fonts/*.ttf"))):
        glyphs = [file.getBestCmap().get(ord(char), ".notdef") for char in text]
        rows = {*product(*({glyph, *stand_ins.get(glyph, ())} for glyph in glyphs))}
        single = {row[0] for row in rows if len(text) == 1}
        joined = {glyph for row in rows for glyph in ligatures.get(row, ())}
        names = {other for glyph in single | joined for other in (glyph, *stand_ins.get(glyph, ()))}
        found.update(_outline(file, name) for name in names - {".notdef"})
    return frozenset(found)


@cache
def _font(path: Path) -> tuple[TTFont, dict[str, set[str]], dict[tuple[str, ...], set[str]]]:
    """Return a font, what may stand in for each of its glyphs by a feature, and its ligatures."""
    file = TTFont(path, lazy=True)
    stand_ins: dict[str, set[str]] = {}
    ligatures: dict[tuple[str, ...], set[str]] = {}
    for lookup in file["GSUB"].table.LookupList.Lookup if "GSUB" in file else ():
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for old, new in (getattr(table, "mapping", {}) | getattr(table, "alternates", {})).items():
                stand_ins.setdefault(old, set()).update([new] if isinstance(new, str) else new)
            for first, found in getattr(table, "ligatures", {}).items():
                for ligature in found:
                    ligatures.setdefault((first, *ligature.Component), set()).add(ligature.LigGlyph)
    return file, stand_ins, ligatures


def _outline(file: TTFont, name: str) -> Outline:
    """Return the lines and curves of a glyph, in thousandths of an em."""
    glyphs = file.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    scale = 1000 / file["head"].unitsPerEm
    return tuple(
        (what, tuple(p and (round(p[0] * scale), round(p[1] * scale)) for p in points))
        for what, points in pen.value
    )
