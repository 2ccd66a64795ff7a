"""A font of the document as a PDF CIDFont: cut to what is drawn, addressed by glyph, with its Unicode map."""

import hashlib
import re
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from publisher.typesetting import fonts


class CidFont:
    """One cut font (PDF 1.7, 9.7: Type 0, Identity-H, CIDFontType2)."""

    def __init__(self, name: str, internal: str, characters: Iterable[str]) -> None:
        import uharfbuzz as hb

        self.internal = internal
        self._data = fonts.cut(name, frozenset(characters) | {" "})
        self._face = hb.Face(hb.Blob(self._data))
        self._font: Any = hb.Font(self._face)
        extents = self._font.get_font_extents("ltr")
        self._ascent, self._descent = self._em(extents.ascender), self._em(extents.descender)
        self._texts: dict[int, str] = {}
        self._known: dict[int, tuple[str, float]] = {}
        self._name = f"{_tag(self._data)}+{_plain(name)}"

    def _em(self, units: float) -> float:
        return float(units) * 1000 / float(self._face.upem)

    def _glyph(self, number: int) -> tuple[str, float]:
        """Return how a glyph is written in a string of text, and its width in thousandths of the size."""
        if (known := self._known.get(number)) is None:
            width = self._em(self._font.get_glyph_h_advance(number))
            known = self._known[number] = (f"<{number:04X}>", width)
        return known

    def show(self, text: str, size: float, advances: Sequence[float], shifts: Sequence[float]) -> str:
        """Return the TJ array that sets ``text`` with these ``advances`` and ``shifts``, in pt.

        Characters that the font sets as one glyph, such as a Chinese dash, are
        one here too.
        """
        glyphs = fonts.numbers(self._font, text, fonts.PLAIN)
        ends = [*(start for _, start in glyphs[1:]), len(text)]
        parts: list[str] = []
        to_units = 1000 / size
        owed = 0.0  # to move right before the next glyph, in thousandths of the size
        for (number, start), end in zip(glyphs, ends, strict=True):
            written, width = self._glyph(number)
            self._texts.setdefault(number, text[start:end])
            shift = shifts[start]
            owed += shift * to_units
            if abs(owed) >= _LEAST:
                parts.append(f"{-owed:.2f}".rstrip("0").rstrip("."))
                owed = 0.0
            parts.append(written)
            if end > start:
                owed += (sum(advances[start:end]) - shift) * to_units
            owed -= width
        return "".join(["[", *parts, "]TJ"]).replace("><", "")

    def width(self, char: str) -> float:
        """Return the advance of ``char``, in em."""
        return sum(glyph.advance for glyph in fonts.shape(self._font, char, fonts.PLAIN))

    def add_to(self, document: Any) -> None:
        """Add the font's objects to a ReportLab ``document``, once all its text was shown."""
        from reportlab.pdfbase import pdfdoc

        file = pdfdoc.PDFStream(content=self._data)
        file.dictionary["Length1"] = len(self._data)
        file.filters = [pdfdoc.PDFZCompress]
        unicode_map = pdfdoc.PDFStream(content=self._unicode_map())
        unicode_map.filters = [pdfdoc.PDFZCompress]
        name = pdfdoc.PDFName(self._name)
        bbox = [round(self._em(value)) for value in self._box()]
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(bbox),
                "ItalicAngle": -12 if "Italic" in self._name else 0,
                "Ascent": round(self._ascent),
                "Descent": round(self._descent),
                "CapHeight": 700,
                "StemV": 160 if "Bold" in self._name else 80,
                "FontFile2": document.Reference(file),
            }
        )
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(descriptor),
                "DW": 1000,
                "W": pdfdoc.PDFArray(self._width_array(pdfdoc)),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(unicode_map),
            }
        )
        reference = document.Reference(font, self.internal)
        document.idToObject[pdfdoc.BasicFonts].dict[self.internal] = reference

    def _box(self) -> tuple[int, int, int, int]:
        head = bytes(self._face.reference_table("head").data)
        x0, y0, x1, y1 = struct.unpack(">4h", head[36:44])  # OpenType: xMin, yMin, xMax, yMax
        return x0, y0, x1, y1

    def _width_array(self, pdfdoc: Any) -> list[Any]:
        found: list[Any] = []
        for glyph in sorted(self._texts):
            _, width = self._glyph(glyph)
            if abs(width - 1000) > _LEAST:
                found += [glyph, pdfdoc.PDFArray([round(width, 3)])]
        return found

    def _unicode_map(self) -> str:
        pairs = sorted((glyph, text) for glyph, text in self._texts.items() if text)
        blocks = []
        for at in range(0, len(pairs), 100):
            part = pairs[at : at + 100]
            rows = "\n".join(
                f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in part
            )
            blocks.append(f"{len(part)} beginbfchar\n{rows}\nendbfchar")
        return _CMAP.format(blocks="\n".join(blocks))


_LEAST = 0.05

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def utf16(text: str) -> str:
    """Return ``text`` in UTF-16BE as hexadecimal digits, as a PDF holds it."""
    return text.encode("utf-16-be").hex().upper()


def _plain(name: str) -> str:
    """Return the name of a font file without its folder, in letters that a PDF name takes."""
    return re.sub(r"[^A-Za-z0-9-]", "", Path(name).stem) or "Font"


def _tag(data: bytes) -> str:
    """Return six capitals that mark a subset, the same for the same font (PDF 1.7, 9.6.4)."""
    number = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
    return "".join(chr(ord("A") + number // 26**n % 26) for n in range(6))
