"""Runs as inlines: emphasis, links, notes; a Notice for what has no place in the model."""

import re
from typing import TYPE_CHECKING

import msgspec

from publisher.model import Emphasis, Inline, LineBreak, Link, NoteRef, Strong, Text
from publisher.readers.docx.elements import attribute, child, local, outermost, value
from publisher.readers.docx.parts import Parts
from publisher.readers.docx.shapes import Picture, Shapes
from publisher.readers.docx.styles import Styles
from publisher.readers.strips import joined, raised
from publisher.readers.symbols import symbol
from publisher.report import Severity
from publisher.walk import plain

if TYPE_CHECKING:
    from lxml.etree import _Element

LOOKED_THROUGH = frozenset(
    ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtRun")
)
"""What only holds runs or paragraphs; an insertion is accepted."""

SILENT = frozenset(
    (
        "pPr", "rPr", "tcPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr",
        "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart",
        "permEnd", "lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef", "separator",
        "continuationSeparator", "softHyphen", "fldChar", "instrText", "delText", "delInstrText", "sectPr",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "commentReference", "",
    )
)  # fmt: skip
"""What says nothing of its own; comments are told of by their part."""

_LABEL = "Caption Label"
"""The style of a caption's number in a document of ours: the theme gives it anew."""

_IN_EMPHASIS = "Note in "
"""What the styles of a note's number begin with, in a document of ours, among emphasised words."""

_MARK = re.compile("Emphasis Han|Emphasis|Strong|Hyperlink")
"""What the styles of a document of ours are named after, the outer mark first."""

_REMOVED = frozenset(("del", "moveFrom"))
_DRAWINGS = frozenset(("drawing", "pict"))
_SAFE = re.compile(r"(?i)(?:https?://|mailto:|tel:)\S+\Z")
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)


class PageEnd(msgspec.Struct, frozen=True):
    """A forced page end among the runs."""


class Field(msgspec.Struct):
    """A field that is being read: its code, and where among the inlines its result begins."""

    code: str = ""
    start: int = -1


class Inlines:
    """Reads runs; what stands beside the text, pictures and text boxes, is kept in ``beside``."""

    def __init__(self, parts: Parts, styles: Styles, shapes: Shapes, *, own: bool) -> None:
        self._parts = parts
        self._styles = styles
        self._shapes = shapes
        self._own = own
        self.beside: list[Picture | _Element | PageEnd] = []

    def read(self, parent: "_Element") -> tuple[Inline, ...]:
        """Return the inlines of ``parent``; ``beside`` grows by what stands beside them."""
        found: list[Inline] = []
        fields: list[Field] = []
        for element in parent:
            kind = local(element)
            if kind == "r":
                self._field(element, fields, found)
                found.extend(self._run(element))
            elif kind == "hyperlink":
                link = self._link(self._parts.address(attribute(element, "id")), self.read(element))
                found.extend(_marked(link, self._around(element)))
            elif kind in LOOKED_THROUGH:
                if kind in ("ins", "moveTo"):
                    self._accepted()
                found.extend(self.read(element))
            elif kind in _REMOVED:
                self._accepted()
            elif kind in ("oMath", "oMathPara"):
                found.extend(self._math(element))
            elif kind == "AlternateContent":
                found.extend(self._alternate(element))
            elif kind not in SILENT:
                self._unknown(element)
        return joined(found)

    def credit(self, paragraph: "_Element") -> str:
        """Return what a caption of ours sets apart as its credit."""
        runs = [e for e in paragraph.iter() if local(e) == "r"]
        named = [r for r in runs if self._styles.name(value(child(r, "rPr"), "rStyle")) == "Picture Credit"]
        return "".join(e.text or "" for r in named for e in r if local(e) == "t")

    def _accepted(self) -> None:
        self._parts.note("changes-accepted", "tracked changes were accepted", severity=Severity.INFO)

    def _field(self, run: "_Element", fields: list[Field], found: list[Inline]) -> None:
        """Follow complex fields (ECMA-376-1, 17.16.18); the result of HYPERLINK becomes a link."""
        for element in run:
            if local(element) == "instrText" and fields:
                fields[-1].code += element.text or ""
            elif local(element) == "fldChar":
                match attribute(element, "fldCharType"):
                    case "begin":
                        fields.append(Field())
                    case "separate" if fields:
                        fields[-1].start = len(found)
                    case "end" if fields:
                        field = fields.pop()
                        target = _HYPERLINK.match(field.code)
                        if target and field.start >= 0 and (inner := tuple(found[field.start :])):
                            found[field.start :] = self._link(target[1], joined(list(inner)))
                    case _:
                        pass

    def _link(self, target: str, inner: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if not target or not plain(inner).strip():
            return inner
        if not _SAFE.match(target):
            self._parts.note("link-dropped", f"the link to {target[:80]!r} was left out, its words kept")
            return inner
        return (Link(target, inner),)

    def _around(self, link: "_Element") -> list[str]:
        """Return the marks that a link of ours stands in: the styles of its runs tell them."""
        run = next((e for e in link.iter() if local(e) == "r"), None) if self._own else None
        style = self._styles.name(value(child(run, "rPr"), "rStyle"))
        marks = _marks(style.removeprefix(_IN_EMPHASIS))
        return marks[: marks.index("Hyperlink")] if "Hyperlink" in marks else []

    def _math(self, math: "_Element") -> tuple[Inline, ...]:
        text = "".join(e.text or "" for e in math.iter() if local(e) == "t")
        self._parts.note("math-flattened", f"a formula was set in one line: {text[:60]}")
        return (Text(text),) if text else ()

    def _alternate(self, element: "_Element") -> tuple[Inline, ...]:
        """Read the first choice that holds something, once (ECMA-376-3, 7.6)."""
        options = [e for e in element if local(e) in ("Choice", "Fallback")]
        drawn = frozenset(("blip", "imagedata", "txbxContent", "t"))
        chosen = next((e for e in options if outermost(e, drawn)), options[0] if options else None)
        return () if chosen is None else self._content(chosen)

    def _unknown(self, element: "_Element") -> None:
        text = " ".join("".join(e.text or "" for e in element.iter() if local(e) == "t").split())
        said = f": {text[:80]}" if text else ""
        self._parts.note("element-dropped", f"what Word calls {local(element)!r} was left out{said}")

    # ── Runs ─────────────────────────────────────────────────────────────────

    def _run(self, run: "_Element") -> tuple[Inline, ...]:
        look = child(run, "rPr")
        if self._styles.on(look, "vanish"):
            text = "".join(e.text or "" for e in run.iter() if local(e) == "t")
            self._parts.note("hidden-text-dropped", f"hidden text was left out: {text[:80]}")
            return ()
        style = self._styles.name(value(look, "rStyle"))
        if self._own and style == _LABEL:
            return ()
        inlines = self._content(run)
        marks = _marks(style.removeprefix(_IN_EMPHASIS)) if self._own else []
        if len(marks) > 1 or (marks and style.startswith(_IN_EMPHASIS)):
            return _marked(inlines, marks[marks.index("Hyperlink") + 1 :] if "Hyperlink" in marks else marks)
        inlines = self._shifted(inlines, value(look, "vertAlign"))
        for name in ("strike", "dstrike"):
            if self._styles.on(look, name) and inlines:
                self._parts.note("strike-dropped", f"struck-out text is kept as text: {plain(inlines)[:40]}")
        if not plain(inlines).strip() and style not in ("Strong", "Emphasis", "Emphasis Han"):
            return inlines
        dotted = value(look, "em") not in ("", "none")
        if style == "Emphasis Han" or self._styles.on(look, "i") or dotted:
            inlines = (Emphasis(inlines),)
        if style != "Emphasis Han" and self._styles.on(look, "b") and inlines:
            inlines = (Strong(inlines),)
        return inlines

    def _shifted(self, inlines: tuple[Inline, ...], place: str) -> tuple[Inline, ...]:
        """Return raised and lowered figures as the characters that Unicode has for them."""
        text = plain(inlines)
        if place not in ("superscript", "subscript") or not text.strip():
            return inlines
        if any(not isinstance(n, Text) for n in inlines):
            return inlines
        if shifted := raised(text, lowered=place == "subscript"):
            return (Text(shifted),)
        self._parts.note("shift-dropped", f"raised or lowered text stands on the line: {text[:40]}")
        return inlines

    def _content(self, run: "_Element") -> tuple[Inline, ...]:
        found: list[Inline] = []
        for element in run:
            kind = local(element)
            if kind == "t":
                found.append(Text(element.text or ""))
            elif kind in ("tab", "ptab"):
                found.append(Text("\t"))
            elif kind == "noBreakHyphen":
                found.append(Text("\u2011"))
            elif kind == "br" and attribute(element, "type") == "page":
                self.beside.append(PageEnd())
            elif kind in ("br", "cr"):
                found.append(LineBreak())
            elif kind in ("footnoteReference", "endnoteReference"):
                found.extend(self._note(kind.removesuffix("Reference"), attribute(element, "id")))
            elif kind in _DRAWINGS:
                self.beside.extend(self._shapes.read(element))
            elif kind == "AlternateContent":
                found.extend(self._alternate(element))
            elif kind == "sym":
                found.extend(self._symbol(element))
            elif kind == "ruby":
                found.extend(self._ruby(element))
            elif kind == "object":
                self._parts.note("object-dropped", "an embedded object was left out")
            elif kind == "r":
                found.extend(self._run(element))
            elif kind not in SILENT:
                self._unknown(element)
        return joined(found)

    def _note(self, kind: str, number: str) -> tuple[Inline, ...]:
        note = self._parts.notes[kind].get(number)
        if note is None:
            self._parts.note("note-missing", f"a {kind} that the text refers to is not in the file")
            return ()
        paragraphs = [e for e in note.iter() if local(e) == "p"]
        texts = ("".join(e.text or "" for e in p.iter() if local(e) == "t").strip() for p in paragraphs)
        text = " ".join(text for text in texts if text)
        return (NoteRef(text),) if text else ()

    def _symbol(self, element: "_Element") -> tuple[Inline, ...]:
        font, code = attribute(element, "font"), attribute(element, "char")
        sign = symbol(font, int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else 0)
        if not sign:
            self._parts.note("symbol-dropped", f"the sign {code} of the font {font!r} was left out")
            return ()
        return (Text(sign),)

    def _ruby(self, element: "_Element") -> tuple[Inline, ...]:
        base, over = child(element, "rubyBase"), child(element, "rt")
        inlines = self.read(base) if base is not None else ()
        reading = plain(self.read(over)) if over is not None else ""
        self._parts.note("ruby-dropped", f"the reading {reading!r} over {plain(inlines)!r} was left out")
        return inlines


def _marks(style: str) -> list[str]:
    """Return the marks that the style of a run of ours is named after."""
    found = _MARK.findall(style)
    return found if " ".join(found) == style else []


def _marked(inlines: tuple[Inline, ...], marks: list[str]) -> tuple[Inline, ...]:
    for mark in reversed(marks):
        inlines = (Strong(inlines) if mark == "Strong" else Emphasis(inlines),) if inlines else ()
    return inlines
