"""Word documents (.docx) to Article: paragraphs, headings, lists, tables, links and notes."""

import posixpath
import re
from typing import TYPE_CHECKING

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.model import (
    Article,
    Block,
    Cell,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Meta,
    NoteRef,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from publisher.package import Package
from publisher.readers.text import draft
from publisher.report import Notice, Report, Severity
from publisher.walk import plain

if TYPE_CHECKING:
    from lxml.etree import _Element

_SAFE = re.compile(r"(?i)(?:https?://|mailto:|tel:)\S+\Z")
_HEADING = re.compile(r"(?i)heading ([1-9])\Z")
_LOOKED_THROUGH = frozenset(
    ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
_LEFT_OUT = {
    "commentReference": ("comments-dropped", "a comment was left out"),
    "drawing": ("picture-missing", "a drawing or picture was left out"),
    "pict": ("picture-missing", "a drawing or picture was left out"),
    "AlternateContent": ("picture-missing", "a drawing, picture or text box was left out"),
    "object": ("object-dropped", "an embedded object was left out"),
    "sym": ("symbol-dropped", "a symbol of a symbol font was left out"),
}


class DocxReader:
    """Reads Word documents; nothing in them is run and nothing they name is fetched."""

    name = "docx"
    suffixes = (".docx",)

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError if the file is broken, locked, or holds no headline."""
        blocks = _Document(Package(source.data, source.name), source.name, report).blocks()
        flat = Article(Meta(language="", headline=""), tuple(blocks))
        return draft(source, report, source.first_aid(flat, report))


class _Document:
    """One document's parts; ECMA-376-1, in the transitional namespace or the strict one."""

    def __init__(self, package: Package, name: str, report: Report) -> None:
        self._report = report
        self._package = package
        main = [t for k, t, _ in self._relations("", "").values() if k == "officeDocument"]
        if not main:
            raise ReadError(
                f"{name}: this is no Word document (.docx)", hint="Save it as .docx and try again."
            )
        folder, file = posixpath.split(main[0])
        self._links = self._relations(folder, file)
        self._main = package.xml(main[0])
        if any("vbaproject" in n.lower() for n in package.names):
            self._note("macros-dropped", "the document's macros were left out", "")
        parts = {k: t for k, t, external in self._links.values() if not external}
        self._styles = self._by_id(parts.get("styles"), "style", "styleId")
        self._numbers = self._by_id(parts.get("numbering"), "num", "numId")
        self._abstract = self._by_id(parts.get("numbering"), "abstractNum", "abstractNumId")
        self._notes = {
            kind: self._by_id(parts.get(kind + "s"), kind, "id") for kind in ("footnote", "endnote")
        }
        if parts.keys() & {"header", "footer"}:
            self._note("furniture-removed", "headers and footers were left out: the theme sets them", "")

    def blocks(self) -> list[Block]:
        """Return the body's blocks in their order."""
        found: list[Block] = []
        for element in self._flow(next((e for e in self._main if _local(e) == "body"), self._main)):
            key = f"w{len(found) + 1}"
            if _local(element) == "tbl":
                found.append(self._table(element, key))
                continue
            inlines = self._inlines(element)
            if not plain(inlines).strip():
                continue
            ordered = self._ordered(element)
            name, level = self._style(element)
            if level:
                found.append(Heading(key, inlines, min(level, 4)))
            elif ordered is not None:
                item, last = ListItem(f"{key}i1", inlines), found[-1] if found else None
                if isinstance(last, List) and last.ordered == ordered:
                    item = ListItem(f"{last.key}i{len(last.items) + 1}", inlines)
                    found[-1] = List(last.key, (*last.items, item), ordered)
                else:
                    found.append(List(key, (item,), ordered))
            elif name in ("quote", "intense quote", "block text"):
                found.append(Quote(key, inlines))
            else:
                found.append(Paragraph(key, inlines))
        return found

    def _flow(self, parent: "_Element") -> "list[_Element]":
        found: list[_Element] = []
        for child in parent:
            if _local(child) in ("p", "tbl"):
                found.append(child)
            elif _local(child) in _LOOKED_THROUGH:
                found.extend(self._flow(child))
        return found

    def _style(self, paragraph: "_Element") -> tuple[str, int]:
        """Return the style's name in lower case, and the outline level from 1, or 0 for text."""
        own = _child(paragraph, "pPr")
        at: _Element | None = self._styles.get(_value(own, "pStyle"))
        level, name = _value(own, "outlineLvl"), _value(at, "name").lower()
        seen = 0
        while at is not None and seen < 20:
            seen += 1
            if match := _HEADING.match(_value(at, "name")):
                return name, int(match[1])
            level = level or _value(_child(at, "pPr"), "outlineLvl")
            at = self._styles.get(_value(at, "basedOn"))
        return name, int(level) + 1 if level in tuple("012345678") else 0

    def _ordered(self, paragraph: "_Element") -> bool | None:
        """Tell whether a list item is numbered; None for what is no item."""
        own = _child(paragraph, "pPr")
        numbering = _child(own, "numPr")
        if numbering is None:
            numbering = _child(_child(self._styles.get(_value(own, "pStyle")), "pPr"), "numPr")
        number = _value(numbering, "numId")
        if number in ("", "0"):
            return None
        abstract = self._abstract.get(_value(self._numbers.get(number), "abstractNumId"))
        wanted = _value(numbering, "ilvl") or "0"
        for level in [] if abstract is None else abstract:
            if _local(level) == "lvl" and _attribute(level, "ilvl") == wanted:
                return _value(level, "numFmt") not in ("bullet", "none")
        return False

    def _table(self, table: "_Element", key: str) -> Table:
        rows: list[tuple[Cell, ...]] = []
        for row in (e for e in table if _local(e) == "tr"):
            cells = [e for e in row if _local(e) == "tc"]
            if any(_local(e) in ("gridSpan", "vMerge", "tbl") for c in cells for e in c.iter()):
                self._note("table-flattened", "merged cells or a table in a cell were flattened", key)
            rows.append(
                tuple(Cell(f"{key}r{len(rows) + 1}c{n}", self._cell(c)) for n, c in enumerate(cells, 1))
            )
        return Table(key, tuple(rows))

    def _cell(self, cell: "_Element") -> tuple[Inline, ...]:
        found: list[Inline] = []
        for paragraph in (e for e in cell.iter() if _local(e) == "p"):
            inlines = self._inlines(paragraph)
            found += [LineBreak(), *inlines] if found and inlines else inlines
        return tuple(found)

    def _inlines(self, parent: "_Element") -> tuple[Inline, ...]:
        found: list[Inline] = []
        for child in parent:
            kind = _local(child)
            if kind == "r":
                found.extend(self._run(child))
            elif kind == "hyperlink":
                inner = self._inlines(child)
                target = self._links.get(_attribute(child, "id"), ("", "", False))[1]
                found.extend((Link(target, inner),) if _SAFE.match(target) else inner)
            elif kind in _LOOKED_THROUGH:
                found.extend(self._inlines(child))
        return _joined(found)

    def _run(self, run: "_Element") -> tuple[Inline, ...]:
        look = _child(run, "rPr")
        if _on(look, "vanish"):
            self._note("hidden-text-dropped", "hidden text was left out", "")
            return ()
        found: list[Inline] = []
        for child in run:
            kind = _local(child)
            if kind == "t":
                found.append(Text(child.text or ""))
            elif kind in ("tab", "noBreakHyphen"):
                found.append(Text("\t" if kind == "tab" else "\u2011"))
            elif kind in ("br", "cr"):
                found.append(LineBreak())
            elif kind in ("footnoteReference", "endnoteReference"):
                note = self._notes[kind.removesuffix("Reference")].get(_attribute(child, "id"))
                if note is not None:
                    text = "".join(e.text or "" for e in note.iter() if _local(e) == "t")
                    found.append(NoteRef(text.strip()))
            elif kind in _LEFT_OUT:
                self._note(*_LEFT_OUT[kind], "")
        inlines = _joined(found)
        if _on(look, "i") and inlines:
            inlines = (Emphasis(inlines),)
        return (Strong(inlines),) if _on(look, "b") and inlines else inlines

    def _relations(self, folder: str, file: str) -> dict[str, tuple[str, str, bool]]:
        part = posixpath.join(folder, "_rels", f"{file}.rels")
        found = {}
        for element in self._package.xml(part) if part in self._package.names else ():
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = (kind, target, external)
        return found

    def _by_id(self, part: str | None, kind: str, name: str) -> "dict[str, _Element]":
        if part is None or part not in self._package.names:
            return {}
        return {_attribute(e, name): e for e in self._package.xml(part) if _local(e) == kind}

    def _note(self, code: str, message: str, where: str) -> None:
        self._report.add(Notice(code=code, message=message, where=where, severity=Severity.WARNING))


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Return ``inlines`` with neighbours of one kind as one: Word cuts runs anywhere."""
    found: list[Inline] = []
    for node in inlines:
        last = found[-1] if found else None
        if isinstance(node, Text) and isinstance(last, Text):
            found[-1] = Text(last.text + node.text)
        elif isinstance(node, Strong) and isinstance(last, Strong):
            found[-1] = Strong(_joined([*last.children, *node.children]))
        elif isinstance(node, Emphasis) and isinstance(last, Emphasis):
            found[-1] = Emphasis(_joined([*last.children, *node.children]))
        else:
            found.append(node)
    return tuple(found)


def _local(element: "_Element") -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: "_Element", name: str) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")


def _child(element: "_Element | None", name: str) -> "_Element | None":
    return None if element is None else next((e for e in element if _local(e) == name), None)


def _value(element: "_Element | None", name: str) -> str:
    child = _child(element, name)
    return "" if child is None else _attribute(child, "val")


def _on(look: "_Element | None", name: str) -> bool:
    child = _child(look, name)
    return child is not None and _attribute(child, "val") not in ("0", "false", "off")
