"""A fragment of HTML or XHTML as blocks: what it means is kept, how it looks is not; nothing is fetched."""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count
from typing import Any

import msgspec

from publisher.errors import ReadError
from publisher.interchange.html_lists import Count
from publisher.interchange.lists import Label, Lists, as_one, labelled, line
from publisher.model import (
    Asset,
    Block,
    Cell,
    Emphasis,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from publisher.report import Notice, Report, Severity
from publisher.safety import safe_url

MAX_DEPTH = 200
"""How deep elements may stand in one another."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_HEADING = re.compile(r"h([1-6])")
_DATA = re.compile(r"data:(image/(?:png|jpeg));base64,([A-Za-z0-9+/=\s]+)")
_DROPPED = frozenset(("script", "style", "template", "noscript", "iframe", "object", "embed", "head"))
_LISTS = ("ul", "ol")
_BLOCKS = frozenset(
    (
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "figure", "table", "hr", "div",
        "section", "article", "main", "header", "footer", "aside", "body", "html", "pre", "img", "dl",
    )
)  # fmt: skip


_Item = tuple[Label, bool, tuple[Inline, ...]]
"""What an item says, and whether it goes on behind a list in it."""


class Fragment(msgspec.Struct, frozen=True):
    """What a fragment came to: its blocks, with keys b1, b2, …, and the pictures in it."""

    blocks: tuple[Block, ...]
    assets: tuple[Asset, ...]


def read(text: str, report: Report, *, prefix: str = "b") -> Fragment:
    """Return the blocks in ``text``, keys beginning with ``prefix``; a Notice tells what is left out.

    ReadError if it cannot be read or is nested too deep.
    """
    from lxml import etree, html

    if not text.strip():
        return Fragment((), ())
    try:
        parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
        root = html.document_fromstring(f"<body>{text}</body>", parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(f"The text's HTML cannot be read: {error}.") from error
    # libxml2 stops at 256 elements in one another, and gives what it has: the rest of the text would be gone
    _check(MAX_DEPTH + any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log))
    reader = _Reader(report, prefix, _notes(root))
    blocks = tuple(reader.blocks(root, 0))
    return Fragment(blocks, tuple(reader.assets.values()))


def _notes(root: Any) -> dict[str, str]:
    """Return the notes at the end of a text by the address that leads to each, and take them out."""
    found: dict[str, str] = {}
    for notes in root.xpath(".//ol[@class='notes']"):
        for item in notes.iterchildren("li"):
            if name := item.get("id"):
                found[f"#{name}"] = _SPACE.sub(" ", "".join(item.itertext())).strip()
        notes.getparent().remove(notes)
    return found


class _Reader:
    """Reads one fragment and counts its blocks."""

    def __init__(self, report: Report, prefix: str, notes: dict[str, str]) -> None:
        self._report = report
        self._prefix = prefix
        self._notes = notes
        self._count = 0
        self._beside: list[Any] = []  # pictures in the words that are read
        self.assets: dict[str, Asset] = {}

    def blocks(self, element: Any, depth: int) -> Iterator[Block]:
        _check(depth)
        loose: list[Inline] = [Text(element.text)] if element.text else []
        for child in element:
            if child.tag in _BLOCKS:
                yield from self._loose(loose)
                loose = []
                yield from self._block(child, depth + 1)
                yield from self._pictures(depth)
            elif child.tag not in _DROPPED:
                loose += self._inline(child, depth + 1)
            if child.tail:
                loose.append(Text(child.tail))
        yield from self._loose(loose)
        yield from self._pictures(depth)

    def _pictures(self, depth: int) -> Iterator[Block]:
        """Yield the pictures that stood in words: no list, quotation or table of ours has one."""
        beside, self._beside = self._beside, []
        for picture in beside:
            for figure in self._figure(picture, depth):
                self._moved(figure)
                yield figure

    def _moved(self, figure: Block) -> None:
        self._tell("picture-moved", "a picture stands after the text that it stood in", figure.key)

    def _loose(self, inlines: list[Inline]) -> Iterator[Block]:
        """Yield a paragraph of what stands between blocks, if there are words in it."""
        if tidy := _tidy(inlines):
            yield Paragraph(self._key(), tidy)

    def _block(self, element: Any, depth: int) -> Iterator[Block]:
        match element.tag:
            case "pre":
                if lines := "".join(element.itertext()).strip("\n").split("\n"):
                    ended = (n for line in lines for n in (Text(line), LineBreak()))
                    yield from self._loose(list(ended))
            case "p":
                if any(child.tag in _BLOCKS for child in element):
                    yield from self.blocks(element, depth)
                elif inlines := self._inlines(element, depth):
                    yield Paragraph(self._key(), inlines)
            case "blockquote":
                for block in self.blocks(element, depth):
                    if isinstance(block, Figure):
                        self._moved(block)
                    yield Quote(block.key, block.inlines) if isinstance(block, Paragraph) else block
            case "ul" | "ol":
                yield from self._list(element, depth)
            case "table":
                yield self._table(element, depth)
            case "figure" | "img":
                yield from self._figure(element, depth)
            case "hr":
                page = element.get("class") == "page-break"
                yield PageBreak(self._key()) if page else Rule(self._key())
            case tag if found := _HEADING.fullmatch(tag):
                if inlines := self._inlines(element, depth):
                    yield Heading(self._key(), inlines, min(max(int(found[1]) - 1, 1), 4))
            case _:
                yield from self.blocks(element, depth)

    def _list(self, element: Any, depth: int) -> Iterator[Block]:
        lists, found = Lists(self._key), list[Block]()
        for label, goes_on, inlines in self._items(element, 0, depth):
            if goes_on and lists.go_on(found, label, inlines):
                continue
            if goes_on or not lists.add(found, label, inlines):
                found.append(Paragraph(self._key(), inlines if goes_on else labelled(label, inlines)))
        yield from lists.filled(found, partial(self._tell, "list-flattened"))

    def _items(self, element: Any, level: int, depth: int) -> Iterator[_Item]:
        """Yield what the items of a list say, and those of the lists in it; an empty one only counts on."""
        _check(depth)
        counted = Count(element, level, "")
        for child in element:
            if child.tag in _LISTS:
                yield from self._items(child, level + 1, depth + 1)
            elif child.tag == "li":
                label, begun = counted.label(child), False
                for part in self._parts(child, depth + 1):
                    said = (
                        [(label, begun, part)]
                        if isinstance(part, tuple)
                        else list(self._items(part, level + 1, depth + 1))
                    )
                    if said and not begun and not isinstance(part, tuple):
                        yield label, False, ()
                    yield from said
                    begun = begun or bool(said)

    def _parts(self, item: Any, depth: int) -> Iterator[Any]:
        """Yield the words and the lists in an item, in their order."""
        _check(depth)
        loose: list[Inline] = [Text(item.text)] if item.text else []
        for child in item:
            if child.tag in _LISTS or (child.tag in _BLOCKS and child.xpath(".//ul | .//ol")):
                yield from filter(None, [_tidy(loose)])
                loose = []
                yield from [child] if child.tag in _LISTS else self._parts(child, depth + 1)
            elif child.tag not in _DROPPED:
                loose += self._inline(child, depth + 1)
            if child.tail:
                loose.append(Text(child.tail))
        yield from filter(None, [_tidy(loose)])

    def _table(self, element: Any, depth: int) -> Block:
        key = self._key()
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        if element.xpath(".//*[@colspan > 1 or @rowspan > 1]"):
            self._tell("cells-merged", "merged cells stand apart, the words in the first", key)
        head_row = next(
            (row for row in rows[:1] if row.xpath("parent::thead | self::*[th and not(td)]")), None
        )
        keys = (f"{key}.{number}" for number in count(1))
        head_keys = (f"{key}.h{number}" for number in count(1))

        def cells(row: Any, keys: Iterator[str]) -> tuple[Cell, ...]:
            made = []
            for cell in row.iterchildren("td", "th"):
                made.append(Cell(next(keys), self._cell(cell, depth)))
                made += [Cell(next(keys), ()) for _ in range(_spanned(cell) - 1)]
            return tuple(made)

        head = cells(head_row, head_keys) if head_row is not None else ()
        caption = next(iter(element.iterchildren("caption")), None)
        return Table(
            key,
            tuple(cells(row, keys) for row in rows if row is not head_row),
            head,
            self._inlines(caption, depth) if caption is not None else (),
        )

    def _cell(self, cell: Any, depth: int) -> tuple[Inline, ...]:
        """Return the words of a cell, a line for each item of a list in it."""
        lines: list[tuple[Inline, ...]] = []
        for part in self._parts(cell, depth):
            if isinstance(part, tuple):
                lines.append(part)
            else:
                items = self._items(part, 0, depth)
                lines += (
                    said if goes_on else line(label, label.level, said) for label, goes_on, said in items
                )
        return as_one(lines)

    def _figure(self, element: Any, depth: int) -> Iterator[Block]:
        picture = element if element.tag == "img" else next(element.iter("img"), None)
        if picture is None:
            yield from self.blocks(element, depth)
            return
        key = self._key()
        asset = self._asset(picture, key)
        caption = next(element.iter("figcaption"), None) if element.tag == "figure" else None
        credit = picture.get("data-credit", "")
        inlines: tuple[Inline, ...] = ()
        if caption is not None:
            for small in caption.iterchildren("small"):
                credit = _SPACE.sub(" ", "".join(small.itertext())).strip()
                small.drop_tree()
            inlines = self._inlines(caption, depth)
        if asset is not None:
            yield Figure(key, asset.name, picture.get("alt", ""), inlines, credit)
        elif inlines:
            yield Paragraph(key, inlines)

    def _asset(self, picture: Any, key: str) -> Asset | None:
        found = _DATA.fullmatch(picture.get("src", ""))
        try:
            data = base64.b64decode(found[2], validate=False) if found else b""
            width, height = int(picture.get("width", "0")), int(picture.get("height", "0"))
        except (binascii.Error, ValueError):
            data, width, height = b"", 0, 0
        if not found or not data or width < 1 or height < 1:
            self._tell("picture-missing", "a picture is left out: it is not inside the file", key)
            return None
        ending = found[1].partition("/")[2]
        name = (picture.get("title") or f"picture{len(self.assets) + 1}.{ending}").rpartition("/")[2]
        asset = Asset(name, found[1], data, width, height)
        return self.assets.setdefault(name, asset)

    def _inlines(self, element: Any, depth: int) -> tuple[Inline, ...]:
        return _tidy(self._children(element, depth))

    def _children(self, element: Any, depth: int) -> Iterator[Inline]:
        _check(depth)
        if element.text:
            yield Text(element.text)
        for child in element:
            if child.tag not in _DROPPED:
                yield from self._inline(child, depth + 1)
            if child.tail:
                yield Text(child.tail)

    def _inline(self, element: Any, depth: int) -> Iterator[Inline]:
        match element.tag:
            case "br":
                yield LineBreak()
            case "strong" | "b":
                if inside := tuple(self._children(element, depth)):
                    yield Strong(inside)
            case "em" | "i" | "cite":
                if inside := tuple(self._children(element, depth)):
                    yield Emphasis(inside)
            case "a":
                if note := self._notes.get(element.get("href", "")):
                    yield NoteRef(note)
                    return
                inside = tuple(self._children(element, depth))
                url = safe_url(element.get("href", "").strip())
                if url and inside:
                    yield Link(url, inside)
                else:
                    yield from inside
            case "p" | "div":  # of a cell or an item
                yield from self._children(element, depth)
                if element.getnext() is not None:
                    yield LineBreak()
            case "ul" | "ol":
                return  # its items are lines of their own
            case "img":
                self._beside.append(element)
            case _:
                yield from self._children(element, depth)

    def _key(self) -> str:
        self._count += 1
        return f"{self._prefix}{self._count}"

    def _tell(self, code: str, message: str, where: str) -> None:
        notice = Notice(code=code, message=message, where=where, severity=Severity.WARNING)
        if notice not in self._report.notices:
            self._report.add(notice)


def _check(depth: int) -> None:
    if depth > MAX_DEPTH:
        raise ReadError(f"The text's HTML is nested more than {MAX_DEPTH} deep.")


def _spanned(cell: Any) -> int:
    """Return how many columns a cell takes, of which no table of ours has many."""
    said = str(cell.get("colspan", "1"))
    return min(max(int(said), 1), 50) if said.isdecimal() else 1


def _tidy(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return ``inlines`` with spaces as HTML shows them: one for several, none at the ends."""
    merged: list[Inline] = []
    for node in inlines:
        if isinstance(node, Text):
            text = _SPACE.sub(" ", node.text)
            if merged and isinstance(merged[-1], Text):
                text = merged.pop().text + text  # type: ignore[union-attr]
                text = _SPACE.sub(" ", text)
            if not merged or isinstance(merged[-1], LineBreak):
                text = text.lstrip(" ")
            if text:
                merged.append(Text(text))
        elif isinstance(node, Strong | Emphasis | Link):
            inside = _joined(node.children)
            if inside:
                merged.append(msgspec.structs.replace(node, children=inside))
        else:
            if isinstance(node, LineBreak) and merged and isinstance(merged[-1], Text):
                merged[-1] = Text(merged[-1].text.rstrip(" "))
            merged.append(node)
    while merged and isinstance(merged[-1], LineBreak):
        merged.pop()
    if merged and isinstance(merged[-1], Text):
        last = merged.pop().text.rstrip(" ")  # type: ignore[union-attr]
        if last:
            merged.append(Text(last))
    return tuple(merged)


def _joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return what stands in an element, its spaces one for several, kept at the ends."""
    made: list[Inline] = []
    for node in inlines:
        if isinstance(node, Text):
            text = _SPACE.sub(" ", node.text)
            if made and isinstance(made[-1], Text):
                made[-1] = Text(_SPACE.sub(" ", made[-1].text + text))
            elif text:
                made.append(Text(text))
        elif isinstance(node, Strong | Emphasis | Link):
            if inside := _joined(node.children):
                made.append(msgspec.structs.replace(node, children=inside))
        else:
            made.append(node)
    return tuple(made)
