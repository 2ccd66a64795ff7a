"""The text of a source or target element and its inline codes, white space as declared."""

import re
from collections.abc import Callable, Sequence
from io import StringIO
from typing import TYPE_CHECKING

import msgspec

from publisher.errors import TranslationError
from publisher.translation.bounded_xml import UNFIT, fit, local, space
from publisher.translation.codes import Code, pieces

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT = frozenset(("g", "pc", "mrk"))
"""Inline elements whose content is the text's own."""

_CODES = frozenset(("g", "pc", "x", "ph"))
_CTYPES = {"strong": "bold", "emphasis": "italic", "link": "link", "note": "x-note"}
_TYPES = {
    "strong": ("fmt", "xlf:b"),
    "emphasis": ("fmt", "xlf:i"),
    "link": ("link", "publisher:link"),
    "note": ("other", "publisher:note"),
}


def fill(element: "_Element", text: str, codes: Sequence[Code] = ()) -> None:
    """Set ``text`` with its ``codes`` into an empty element, what XML cannot hold as inline codes.

    To be done after the tree has been indented, for an indented code would
    bring white space into the text.

    XLIFF 2.x has ``<pc>`` for what is around words, ``<ph>`` for a note and
    ``<cp hex>`` for a character (4.2.3); in 1.2 they are ``<g>`` and ``<x>``,
    with ctypes of our own for the last two.
    """
    old = space(element).endswith("1.2")
    by_number = {code.number: code for code in codes}
    open_ = [element]
    controls = 0
    for piece, kinds in pieces(text, codes):
        if "code" not in kinds:
            controls = _add_text(open_[-1], piece, controls)
            continue
        sign, number = piece.strip("⟨⟩"), int(piece.strip("⟨/⟩"))
        if sign.startswith("/"):
            open_.pop()
            continue
        child = _code(open_[-1], by_number[number], point=sign.endswith("/"), old=old)
        if not sign.endswith("/"):
            open_.append(child)


def _add_text(parent: "_Element", text: str, controls: int) -> int:
    """Add ``text`` behind what is in ``parent``; return the number of codes for characters by now."""
    from lxml import etree

    first, *rest = UNFIT.split(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + first
    else:
        parent.text = (parent.text or "") + first
    namespace = space(parent)
    for n in range(0, len(rest), 2):
        controls += 1
        code = f"{ord(rest[n]):04X}"
        if namespace.endswith("1.2"):
            mark = etree.SubElement(parent, f"{{{namespace}}}x", id=f"c{controls}", ctype="x-control")
            mark.set("equiv-text", code)
        else:
            mark = etree.SubElement(parent, f"{{{namespace}}}cp", hex=code)
        mark.tail = rest[n + 1]
    return controls


def _code(parent: "_Element", code: Code, *, point: bool, old: bool) -> "_Element":
    from lxml import etree

    tag = ("x" if point else "g") if old else ("ph" if point else "pc")
    element = etree.SubElement(parent, f"{{{space(parent)}}}{tag}", id=str(code.number))
    if old and code.kind:
        element.set("ctype", _CTYPES[code.kind])
    elif code.kind:
        kind, sub = _TYPES[code.kind]
        if code.url:
            element.set("dispStart", fit(code.url))
        element.set("type", kind)
        element.set("subType", sub)
    return element


def text_of(element: "_Element", name: str) -> str:
    """Return the characters of ``element``; TranslationError for a ``<cp>`` that is no character."""
    return coded_text(element, name)[0]


def coded_text(element: "_Element", name: str) -> tuple[str, tuple[Code, ...]]:
    """Return the characters of ``element``, and its inline codes with a number for an id."""
    said = StringIO()
    codes: dict[int, Code] = {}
    if _preserved(element):
        _read(element, name, str, said, codes)
        return said.getvalue(), _ordered(codes)
    _read(element, name, _unwrapped, said, codes)
    whole = said.getvalue()
    text = whole.strip()
    lead = len(whole) - len(whole.lstrip())

    def moved(at: int) -> int:
        return min(max(at - lead, 0), len(text))

    stripped = {
        n: msgspec.structs.replace(c, start=moved(c.start), end=moved(c.end)) for n, c in codes.items()
    }
    return text, _ordered(stripped)


def _ordered(codes: dict[int, Code]) -> tuple[Code, ...]:
    return tuple(codes[number] for number in sorted(codes))


def _read(
    element: "_Element", name: str, tidy: Callable[[str], str], said: StringIO, codes: dict[int, Code]
) -> None:
    namespace = space(element)
    said.write(tidy(element.text or ""))
    for child in element:
        if space(child) == namespace:
            tag = local(child)
            start = said.tell()
            if tag in _TEXT:
                _read(child, name, tidy, said, codes)
            elif tag == "cp":
                said.write(_character(child.get("hex", ""), name))
            elif tag == "x" and child.get("ctype") == "x-control":
                said.write(_character(child.get("equiv-text", ""), name))
            elif child.get("ctype") == "lb" or child.get("subType") == "xlf:lb":
                said.write("\n")
            if tag in _CODES and (code := _read_code(child, start, said.tell())):
                codes.setdefault(code.number, code)
        said.write(tidy(child.tail or ""))


def _read_code(element: "_Element", start: int, end: int) -> Code | None:
    """Return the code that ``element`` is; None for one of another tool's, or around nothing."""
    number = element.get("id", "")
    point = local(element) in ("x", "ph")
    if not re.fullmatch(r"[1-9][0-9]{0,2}", number) or (point != (start == end)):
        return None
    ctype, kind = element.get("ctype", ""), (element.get("type", ""), element.get("subType", ""))
    known = next((k for k, v in _CTYPES.items() if v == ctype), "")
    known = known or next((k for k, v in _TYPES.items() if v == kind), "")
    return Code(int(number), start, end, known, element.get("dispStart", "") if known == "link" else "")


def _unwrapped(text: str) -> str:
    """Return ``text`` with each line end and the blanks around it as one space."""
    first, *rest = text.split("\n")
    if not rest:
        return text
    *inner, last = rest
    middle = [line for line in (part.strip() for part in inner) if line]
    return " ".join((first.rstrip(), *middle, last.lstrip()))


def _character(code: str, name: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError) as error:
        raise TranslationError(
            f"{name}: {code!r} is the number of no character", hint="correct it"
        ) from error


def _preserved(element: "_Element") -> bool:
    node: _Element | None = element
    while node is not None:
        if declared := node.get(_SPACE):
            return declared == "preserve"
        node = node.getparent()
    return False


def number(text: str | None) -> float:
    """Return a percentage, with or without its sign, as a share from 0 to 1; 0 where it is none."""
    try:
        value = float((text or "").strip().rstrip("%")) / 100
    except ValueError:
        return 0.0
    return round(min(max(value, 0.0), 1.0), 6)  # nan and infinity end here too


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a percentage without its sign, two digits at most after the point."""
    return f"{share * 100:.2f}".rstrip("0").rstrip(".")
