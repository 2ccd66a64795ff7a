"""Where each character of a finished PDF stands, from its content streams: what is drawn.

Programs that extract text join, replace and drop characters, and a character
with ActualText has the place of all that it stands for. Here the operators of
ISO 32000-1, 9.4 are followed with the widths of the embedded fonts.
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Glyph(NamedTuple):
    """A character as it is drawn: left and right end of its advance, baseline, size, in pt."""

    text: str
    left: float
    right: float
    baseline: float
    size: float


class _Font(NamedTuple):
    widths: Mapping[int, float]
    usual: float
    texts: Mapping[int, str]


def lines(data: bytes) -> Iterator[list[Glyph]]:
    """Yield the lines of each page, from top to bottom, each from left to right, spaces left out."""
    with pikepdf.open(io.BytesIO(data)) as document:
        for page in document.pages:
            rows: dict[int, list[Glyph]] = {}
            for glyph in _glyphs(page):
                if glyph.text.strip():
                    rows.setdefault(round(glyph.baseline * 4), []).append(glyph)
            for place in sorted(rows, reverse=True):
                yield sorted(rows[place], key=lambda glyph: glyph.left)


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip


def _glyphs(page: Any) -> Iterator[Glyph]:
    fonts = {str(name): _font(font) for name, font in page.Resources.get("/Font", {}).items()}
    space, saved = _UNIT, list[Matrix]()
    text = line = _UNIT
    font, size = _Font({}, 1000.0, {}), 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        operator = str(instruction.operator)
        match operator:
            case "q":
                saved.append(space)
            case "Q":
                space = saved.pop()
            case "cm":
                space = _times(_matrix(operands), space)
            case "BT":
                text = line = _UNIT
            case "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            case "Tm":
                text = line = _matrix(operands)
            case "Td":
                text = line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), line)
            case "TJ" | "Tj":
                parts = operands[0] if operator == "TJ" else [operands[0]]
                for part in parts:
                    if not isinstance(part, pikepdf.String):
                        text = _times((1, 0, 0, 1, -float(part) / 1000 * size, 0), text)
                        continue
                    codes = bytes(part)
                    for at in range(0, len(codes), 2):
                        code = codes[at] << 8 | codes[at + 1]
                        advance = font.widths.get(code, font.usual) / 1000 * size
                        here, there = _times(text, space), _times((1, 0, 0, 1, advance, 0), text)
                        right = _times(there, space)
                        scale = abs(_times(text, space)[0])
                        yield Glyph(font.texts.get(code, ""), here[4], right[4], here[5], size * scale)
                        text = there


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return (a, b, c, d, e, f)


def _font(font: Any) -> _Font:
    inner = font.DescendantFonts[0]
    widths: dict[int, float] = {}
    listed = list(inner.get("/W", []))
    while listed:
        first = int(listed.pop(0))
        if isinstance(listed[0], pikepdf.Array):
            widths |= {first + n: float(width) for n, width in enumerate(listed.pop(0))}
        else:
            last, width = int(listed.pop(0)), float(listed.pop(0))
            widths |= dict.fromkeys(range(first, last + 1), width)
    return _Font(widths, float(inner.get("/DW", 1000)), _texts(font.ToUnicode.read_bytes().decode("ascii")))


def _texts(cmap: str) -> dict[int, str]:
    """Return what each code stands for, from a ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for low, high, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start = int.from_bytes(bytes.fromhex(text), "big")
            for n in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + n] = chr(start + n)
    return found
