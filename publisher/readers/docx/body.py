"""The body of a Word document as blocks: paragraphs, headings by style or look, lists, pictures, tables."""

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from publisher.interchange.lists import Label, Lists, labelled, line
from publisher.model import (
    Block,
    Figure,
    Heading,
    Inline,
    LineBreak,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from publisher.readers.docx import tables
from publisher.readers.docx.elements import attribute, child, local, switch, value
from publisher.readers.docx.inlines import LOOKED_THROUGH, SILENT, Inlines, PageEnd
from publisher.readers.docx.numbering import Numbering
from publisher.readers.docx.parts import Parts
from publisher.readers.docx.shapes import Picture
from publisher.readers.docx.styles import Look, Styles
from publisher.readers.own import Own, unmarked
from publisher.readers.strips import EDGE, HAN, cut, in_line, is_strong, joined, one_line, trimmed, weak
from publisher.report import Severity
from publisher.walk import notes, plain

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = {"title": "headline", "标题": "headline", "標題": "headline", "subtitle": "subhead",
           "副标题": "subhead", "副標題": "subhead", "kicker": "kicker"}  # fmt: skip
_QUOTES = frozenset(
    ("quote", "intense quote", "block text", "quotations", "引用", "明显引用", "blockquote", "引文")
)
_CAPTIONS = frozenset(
    ("caption", "题注", "題注", "image caption", "table caption", "figure", "illustration", "图题", "图注")
)
_RULES = frozenset(("rule", "horizontal line", "horizontal rule"))
_CONTENTS = re.compile(r"(?i)(?:toc |contents |table of (?:contents|figures)|目录|目錄)")
_GOES_ON = frozenset(("Body Text Continued", "Body Text Ended"))
_OF_TABLE = re.compile(r"(?i)(?:表|table)\s*[\d一二三四五六七八九十.]")
_SENTENCE_END = re.compile(r"[。！？!?.；;…：:，,、](?:[”’」』）)\"']*)$")
_LONGEST_CAPTION = 80
_SHORTEST_SENTENCE = 15


class Body:
    """Reads a body once; ``titles`` are what a foreign document's styles call headline, subhead, kicker."""

    def __init__(
        self, parts: Parts, styles: Styles, inlines: Inlines, numbering: Numbering, own: Own | None
    ) -> None:
        self._parts = parts
        self._styles = styles
        self._inlines = inlines
        self._numbering = numbering
        self._own = own
        self._size = self._usual_size(parts.body)
        self._in_text = False
        self._keys = 0
        self._lists = Lists(self._key)
        self._open_caption = ""
        self._before: tuple[Inline, ...] = ()  # of a paragraph whose mark was deleted
        self.found: list[Block] = []
        self.titles: dict[str, str] = {}
        self.authors: tuple[str, ...] = ()

    def blocks(self) -> list[Block]:
        """Return the blocks in their order."""
        self._flow(self._parts.body)
        while self._own is None and self.found and isinstance(self.found[-1], PageBreak):
            self.found.pop()
        return self._lists.filled(self.found, partial(self._parts.note, "list-flattened"))

    # ── The order of things ──────────────────────────────────────────────────

    def _flow(self, parent: "_Element") -> None:
        for element in parent:
            match local(element):
                case "p" | "tbl" if self._is_other(element):
                    pass
                case "p":
                    self._paragraph(element)
                case "tbl":
                    self._table(element)
                case "altChunk" | "subDoc":
                    self._parts.note("part-dropped", "a document inside the document was left out")
                case "AlternateContent":
                    options = [e for e in element if local(e) in ("Choice", "Fallback")]
                    self._flow(options[0]) if options else None
                case kind if kind in LOOKED_THROUGH:
                    self._flow(element)
                case "del" | "moveFrom":
                    pass
                case "oMathPara" | "oMath":
                    self._add(Paragraph(self._key(), self._inlines.read(parent=_wrapped(element))))
                case kind if kind not in SILENT:
                    self._parts.note("element-dropped", f"what Word calls {kind!r} was left out")

    def _is_other(self, element: "_Element") -> bool:
        """Tell what a document of ours says in its second language."""
        if self._own is None or not self._own.bilingual:
            return False
        first = next((e for e in element.iter() if local(e) == "p"), None)
        return first is not None and self._own.is_other(self._styles.look(first).style)

    def _key(self) -> str:
        self._keys += 1
        return f"w{self._keys}"

    def _add(self, block: Block) -> None:
        idle = isinstance(block, PageBreak) and (not self.found or isinstance(self.found[-1], PageBreak))
        if (
            idle and self._own is None
        ):  # what ends no page is a slip of the hand, but in ours it was asked for
            return
        self.found.append(block)

    def _beside(self) -> None:
        """Set what stands beside the paragraph just read: pictures, text boxes, page ends."""
        beside, self._inlines.beside = self._inlines.beside, []
        for thing in beside:
            if isinstance(thing, Picture):
                self._add(Figure(self._key(), thing.asset, thing.alt))
            elif isinstance(thing, PageEnd):
                self._add(PageBreak(self._key()))
            else:
                self._parts.note("text-box", "a text box stands after its paragraph", severity=Severity.INFO)
                self._flow(thing)

    # ── Paragraphs ───────────────────────────────────────────────────────────

    def _paragraph(self, element: "_Element") -> None:
        properties = child(element, "pPr")
        look = self._styles.look(element)
        name = unmarked(look.style)
        if _CONTENTS.match(name):
            text = plain(self._inlines.read(element)).strip()
            if self._own is None:  # ours are made anew
                self._parts.note(
                    "contents-dropped", f"of the contents was left out: {text}", severity=Severity.INFO
                )
            return
        inlines = joined([*self._before, *self._inlines.read(element)])
        self._before = ()
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self._before = inlines  # the paragraph goes on in the next
            return
        label = self._numbering.label(*self._styles.numbering(element))
        if self._own is not None and self._own.take(name, inlines):
            self._inlines.beside.clear()
            return
        inlines = trimmed(inlines)
        if switch(properties, "pageBreakBefore"):
            self._add(PageBreak(self._key()))
        broken = bool(self._inlines.beside) and isinstance(self._inlines.beside[0], PageEnd)
        if broken and not _before_break(element):
            self._inlines.beside.pop(0)
            self._add(PageBreak(self._key()))
        if plain(inlines).strip() or any(notes(inlines)):
            self._text(element, name, look, label, inlines)
        elif name.lower() in _RULES or any(attribute(e, "hr") in ("t", "true", "1") for e in element.iter()):
            self._inlines.beside.clear()
            self._add(Rule(self._key()))
        self._beside()

    def _text(
        self, element: "_Element", style: str, look: Look, label: Label | None, inlines: tuple[Inline, ...]
    ) -> None:
        name = style.lower()
        text = plain(inlines)
        if self._own is None and name in _TITLES and _TITLES[name] not in self.titles and not self._in_text:
            self.titles[_TITLES[name]] = one_line(inlines)
            return
        if self._own is None and name == "author" and not self._in_text:
            self.authors += tuple(filter(None, re.split(r"\s*[,，、;；]\s*|\s+and\s+", one_line(inlines))))
            return
        if self._caption(element, name, look, inlines):
            return
        whole = look.bold or is_strong(inlines)
        if look.level or self._looks_like_heading(text, look, whole, element, label):
            said = labelled(label, inlines)
            level = min(look.level, 4) or 1
            kept = said if self._own is not None else weak(said)
            self._add(Heading(self._key(), kept, level))
            return
        if label is not None and self._lists.add(self.found, label, inlines):
            return
        inlines = labelled(label, inlines)
        if look.bold and self._own is None and not is_strong(inlines):
            inlines = (Strong(weak(inlines)),)
        if name in _QUOTES:
            self._add(Quote(self._key(), inlines))
        elif self._own is not None:
            if style in _GOES_ON and self._continued(inlines):
                return
            self._add(Paragraph(self._key(), inlines))
        else:
            for part in self._parted(inlines):
                self._add(Paragraph(self._key(), part))
        if _SENTENCE_END.search(text) and len(text) >= _SHORTEST_SENTENCE:
            self._in_text = True

    def _continued(self, inlines: tuple[Inline, ...]) -> bool:
        last = self.found[-1] if self.found else None
        if not isinstance(last, Paragraph):
            return False
        gap = () if HAN.search(plain(last.inlines)[-8:]) else (Text(" "),)
        self.found[-1] = Paragraph(last.key, joined([*last.inlines, *gap, *inlines]))
        return True

    def _parted(self, inlines: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
        """Part a paragraph at the line ends that end a sentence: text pasted from a page has only those."""
        found: list[list[Inline]] = [[]]
        for node in inlines:
            if isinstance(node, LineBreak) and _SENTENCE_END.search(plain(found[-1]).rstrip(EDGE)):
                found.append([])
            else:
                found[-1].append(node)
        parts = [part for part in (trimmed(tuple(p)) for p in found) if plain(part).strip()]
        if not self._in_text and len(plain(inlines)) < 120 and len(parts) == 1:
            return [in_line(parts[0])]
        return parts

    def _caption(self, element: "_Element", name: str, look: Look, inlines: tuple[Inline, ...]) -> bool:
        """Give a line under a picture to it, by its style or by its look."""
        text = plain(inlines)
        of_table = (
            name == "table caption" or switch(child(element, "pPr"), "keepNext") or _OF_TABLE.match(text)
        )
        if name in _CAPTIONS and of_table:
            self._open_caption = self._key()
            last = self.found[-1] if self.found else None
            if isinstance(last, Table) and not last.caption and not _next_is_table(element):
                self._open_caption = ""
                self.found[-1] = msgspec.structs.replace(last, caption=inlines)
                return True
            self._add(Paragraph(self._open_caption, inlines))
            return True
        last = self.found[-1] if self.found else None
        if not isinstance(last, Figure) or last.caption:
            return False
        centred = look.centred and self._in_text and len(text) <= _LONGEST_CAPTION
        looks_so = self._own is None and (centred or text.startswith(("▲", "△", "↑")))
        if name not in _CAPTIONS and not looks_so:
            return False
        if look.level or (look.bold and name not in _CAPTIONS):
            return False
        credit = self._inlines.credit(element).strip()
        if credit and text.endswith(credit):
            inlines = cut(inlines, len(credit))
        self.found[-1] = msgspec.structs.replace(last, caption=inlines, credit=credit)
        return True

    def _looks_like_heading(
        self, text: str, look: Look, whole: bool, element: "_Element", label: Label | None
    ) -> bool:
        """Tell a short line that is bold, or larger than the text, once the text has begun."""
        if self._own is not None or not self._in_text or (label is not None and label.ordered is False):
            return False
        if len(text) > (40 if HAN.search(text) else 90) or _SENTENCE_END.search(text) or "\n" in text:
            return False
        return whole or (look.centred and bool(self._size) and self._size_of(element, look) >= self._size + 4)

    # ── Tables ───────────────────────────────────────────────────────────────

    def _table(self, element: "_Element") -> None:
        style = self._styles.name(value(child(element, "tblPr"), "tblStyle"))
        rows = tables.rows_of(element)
        if self._own is not None and style == "Side by Side":
            for row in rows:
                cells = tables.cells_of(row)
                if cells:
                    self._flow(cells[0])
            return
        if self._is_frame(rows):
            self._parts.note("frame-dropped", "a frame around text was left out", severity=Severity.INFO)
            self._flow(tables.cells_of(rows[0])[0])
            return
        caption: tuple[Inline, ...] = ()
        last = self.found[-1] if self.found else None
        if isinstance(last, Paragraph) and last.key == self._open_caption:
            caption = last.inlines
            self.found.pop()
        made = tables.read(element, self._key(), self._line, self._is_head, self._parts)
        if any(plain(cell.inlines).strip() for row in (made.head, *made.rows) for cell in row):
            self._add(msgspec.structs.replace(made, caption=caption))
        if self._inlines.beside:
            self._parts.note("picture-moved", "pictures and boxes in a table stand after it", made.key)
        self._beside()

    def _is_frame(self, rows: "list[_Element]") -> bool:
        """Tell one cell around several paragraphs, or around what the document begins with."""
        cells = tables.cells_of(rows[0]) if len(rows) == 1 else []
        if len(cells) != 1:
            return False
        paragraphs = [
            e for e in cells[0].iter() if local(e) == "p" and any(local(t) == "t" for t in e.iter())
        ]
        return len(paragraphs) > 1 or not (self._in_text or self.titles)

    def _is_head(self, cell: "_Element") -> bool:
        styles = {unmarked(self._styles.look(e).style).lower() for e in cell if local(e) == "p"}
        return bool(styles) and styles <= {"table head", "table heading"}

    def _line(self, element: "_Element") -> tuple[Inline, ...]:
        label = self._numbering.label(*self._styles.numbering(element))
        inlines = trimmed(self._inlines.read(element))
        look = self._styles.look(element)
        if look.bold and self._own is None and plain(inlines).strip():
            inlines = (Strong(weak(inlines)),)
        return line(label, label.level, inlines) if label is not None and inlines else inlines

    # ── Sizes ────────────────────────────────────────────────────────────────

    def _usual_size(self, body: "_Element") -> int:
        counts: Counter[int] = Counter()
        for paragraph in (e for e in body.iter() if local(e) == "p"):
            size = self._size_of(paragraph, self._styles.look(paragraph))
            counts[size] += sum(len(e.text or "") for e in paragraph.iter() if local(e) == "t")
        return counts.most_common(1)[0][0] if counts else 0

    @staticmethod
    def _size_of(paragraph: "_Element", look: Look) -> int:
        sizes = [
            attribute(size, "val")
            for run in paragraph.iter()
            if local(run) == "r" and (size := child(child(run, "rPr"), "sz")) is not None
        ]
        return max((int(s) for s in sizes if s.isascii() and s.isdigit()), default=look.size)


def _wrapped(element: "_Element") -> "_Element":
    from lxml import etree

    around = etree.Element("p")
    around.append(element)
    return around


def _before_break(paragraph: "_Element") -> bool:
    """Tell whether text stands before the first page break of a paragraph."""
    for element in paragraph.iter():
        if local(element) == "br" and attribute(element, "type") == "page":
            return False
        if local(element) == "t" and (element.text or "").strip():
            return True
    return True


def _next_is_table(paragraph: "_Element") -> bool:
    after = paragraph.getnext()
    return after is not None and local(after) == "tbl"
