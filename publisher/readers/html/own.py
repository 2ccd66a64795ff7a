"""Pages of our own, told by their classes, come back as they were, as far as a page holds the article."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import PurePath
from typing import Any

import msgspec

from publisher.model import (
    Article,
    Block,
    Cell,
    Emphasis,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from publisher.readers.html import metadata
from publisher.readers.html.page import Page
from publisher.readers.html.shown import Shown
from publisher.readers.own import Own
from publisher.readers.strips import cut, joined, trimmed
from publisher.safety import safe_url
from publisher.walk import plain

_STYLES = {
    "kicker": "Kicker", "subhead": "Subtitle", "source": "Masthead", "red-head": "Red Head",
    "number": "Number", "signatory": "Number and Signatory", "addressees": "Addressees",
}  # fmt: skip
"""The classes of a page and what a Word document calls the same."""

_DEEPEST = 60


class _ForeignError(Exception):
    """The page only looks like ours."""


class _Document:
    """What the page's JSON-LD says beside its text."""

    def __init__(self, page: Page, data: Mapping[str, Any]) -> None:
        self._data = data
        self.note = page.note
        keywords = data.get("keywords", [])
        self.core = {
            "language": str(data.get("inLanguage", "")),
            "description": str(data.get("description", "")),
            "keywords": ",".join(map(str, keywords)) if isinstance(keywords, list) else "",
        }

    def created(self) -> datetime | None:
        return metadata.moment(str(self._data.get("datePublished", "")))


def own_article(page: Page, shown: Shown) -> Article | None:
    """Return the article of a page of ours; None for any other page. Of two editions the first is read."""
    body = page.root.find("body")
    article = page.root.find("body/main/article")
    data = _data(page)
    if body is None or article is None or data is None or not list(_classed(article, "headline")):
        return None
    if body.get("class", "") not in ("zh", "en", "bilingual"):
        return None
    try:
        return _Reader(page, shown, data, bilingual=body.get("class") == "bilingual").article(article)
    except _ForeignError:
        return None


def _data(page: Page) -> dict[str, Any] | None:
    for script in page.root.iterfind("head/script[@type='application/ld+json']"):
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            return None
        first = found[0] if isinstance(found, list) and found else found
        return first if isinstance(first, dict) and first.get("@type") == "NewsArticle" else None
    return None


def _classed(element: Any, name: str) -> Iterator[Any]:
    """Yield the elements with the class ``name``, ``element`` itself among them."""
    for found in element.iter():
        if name in found.get("class", "").split():
            yield found


class _Reader:
    """Reads one page of ours."""

    def __init__(self, page: Page, shown: Shown, data: dict[str, Any], *, bilingual: bool) -> None:
        self._page = page
        self._shown = shown
        self._data = data
        self._bilingual = bilingual
        self._notes: dict[str, str] = {}
        self._blocks: list[Block] = []
        self._listing = False
        styles = frozenset(("Body Text (",)) if bilingual else frozenset()
        self._own = Own(_Document(page, data), styles)

    def article(self, article: Any) -> Article | None:
        """Return the article, whole."""
        for section in _classed(article, "notes"):
            for note in section.iterchildren("p"):
                link = note.find("a")
                text = "".join(note.itertext()).removeprefix(
                    "".join(link.itertext()) if link is not None else ""
                )
                self._notes[f"#{note.get('id')}"] = text.strip()
        self._head(article)
        for element in self._elements(article):
            self._element(element)
        made = self._own.article(tuple(self._blocks), self._shown.album.assets, self._id())
        if made is None:
            return None
        keywords = self._data.get("keywords", [])
        embargo = next(iter(article.iterfind(".//p[@role='note']//time")), None)
        return msgspec.structs.replace(
            made,
            meta=msgspec.structs.replace(
                made.meta,
                headline=str(self._data.get("headline") or made.meta.headline),
                summary=str(self._data.get("description", "")),
                keywords=tuple(map(str, keywords)) if isinstance(keywords, list) else (),
                source=str(self._said("publisher") or made.meta.source),
                place=str(self._data.get("dateline", "")) or made.meta.place,
                issued=metadata.moment(str(self._data.get("datePublished", ""))) or made.meta.issued,
                embargo=metadata.moment(embargo.get("datetime", "")) if embargo is not None else None,
            ),
        )

    def _id(self) -> str:
        return re.sub(r"[^\w-]+", "-", PurePath(self._page.source.name).stem).strip("-")

    def _said(self, name: str) -> str:
        found = self._data.get(name)
        return str(found.get("name", "")) if isinstance(found, dict) else ""

    def _elements(self, article: Any) -> Iterator[Any]:
        """Yield what stands under the head, of two editions the first's."""
        for element in article.iterchildren():
            classes = element.get("class", "").split()
            if element.tag == "header" or "notes" in classes:
                continue
            if self._bilingual and "pair" in classes:
                yield from element[0].iterchildren() if len(element) else ()
            elif "in-turn" in classes:  # a table, over its translation
                yield from element.iterchildren() if "zh" in classes else ()
            else:
                yield element

    def _head(self, article: Any) -> None:
        header = article.find("header")
        if header is None:
            return
        for name in ("source", "red-head", "number", "signatory"):
            for element in list(_classed(header, name))[:1]:
                self._own.take(_STYLES[name], self._inlines(element))
        dates = [time for p in _classed(header, "date") for time in p.iterchildren("time")]
        release = ["".join(p.itertext()).strip() for p in _classed(header, "release")]
        if dates or release:
            line = "\t".join(("".join(dates[0].itertext()) if dates else "", *release))
            self._own.take("Meta Line", (Text(line),))
        if list(_classed(header, "draft")):
            self._own.take("Draft", (Text("draft"),))

    def _element(self, element: Any) -> None:
        classes = element.get("class", "").split()
        for name in ("across", "scroll"):
            if name in classes and element.tag == "div" and len(element):
                self._element(element[0])
                return
        for name in ("kicker", "subhead", "addressees"):
            if name in classes:
                self._own.take(_STYLES[name], self._inlines(element))
                return
        match element.tag:
            case "h1":
                self._own.take("Title", tuple(n for n in self._inlines(element) if n != LineBreak()))
            case "p" if "body" in classes:
                self._paragraph(self._inlines(element), goes_on="continued" in classes)
            case "p" if "credits" in classes:
                for part in element.iterchildren("span"):
                    self._own.take("Credits", self._inlines(part))
            case "p" if "rights" in classes:
                self._own.take("Rights", self._inlines(element))
            case "p" if "end-mark" in classes:
                pass
            case "div" if "page-break" in classes:
                self._blocks.append(PageBreak(self._key()))
            case "div" | "section":
                self._group(element, classes)
            case "ul" | "ol":
                self._list(element, goes_on="goes-on" in classes)
            case _:
                self._blocks.append(self._block(element))

    def _paragraph(self, inlines: tuple[Inline, ...], *, goes_on: bool) -> None:
        """Add a paragraph, or to the last one the part of it that has a row of its own."""
        last = self._blocks[-1] if self._blocks else None
        if goes_on and isinstance(last, Paragraph):
            self._blocks[-1] = Paragraph(last.key, joined([*last.inlines, *inlines]))
        else:
            self._blocks.append(Paragraph(self._key(), inlines))

    def _list(self, element: Any, *, goes_on: bool) -> None:
        """Add a list, or to the last one the item of it that has a row of its own."""
        last = self._blocks[-1] if self._listing else None
        begun = self._blocks.pop() if isinstance(last, List) else List(self._key(), ())
        assert isinstance(begun, List)
        items = list(begun.items)
        for item in element.iterchildren("li"):
            items.append(ListItem(f"{begun.key}.{len(items) + 1}", self._inlines(item)))
        self._blocks.append(List(begun.key, tuple(items), element.tag == "ol"))
        self._listing = goes_on

    def _group(self, element: Any, classes: list[str]) -> None:
        """Read what closes an article: attachments, signature, annexes, boilerplate, contacts, the record."""
        if "boilerplate" in classes:
            for part in element.iterchildren():
                kind = "Boilerplate" if part.tag == "p" else "Boilerplate Heading"
                self._own.take(kind, self._inlines(part))
        elif "contacts" in classes:
            for contact in element.iterchildren("p"):
                for line in plain(self._inlines(contact)).split("\n"):
                    self._own.take("Contact", (Text(line),))
        elif "attachments" in classes:
            for number, part in enumerate(element.iterchildren()):
                label = next((e for e in _classed(part, "label")), None)
                said = "".join(label.itertext()) if label is not None else ""
                name = "".join(part.itertext()).removeprefix(said).strip()
                style = "Attachment Continued" if number else "Attachment"
                self._own.take(style, (Text(f"{said}{name}"),))
        elif "signature" in classes:
            for style, part in zip(("Signature", "Date"), element.iter("p"), strict=False):
                self._own.take(style, self._inlines(part))
        elif "annex" in classes:
            for part in element.iterchildren():
                for words in part.iterchildren("span") if part.tag == "h2" else ():
                    self._blocks.append(Paragraph(self._key(), self._inlines(words)))
                if part.tag != "h2":
                    self._element(part)
        elif "document-notes" in classes:
            for part in element.iter("p"):
                self._own.take("Document Note", self._inlines(part))
        elif "record" in classes:
            for part in _classed(element, "copies"):
                self._own.take("Record", self._inlines(part))
            printed = [*_classed(element, "printed-by"), *_classed(element, "printed")]
            line = "\t".join("".join(part.itertext()).strip() for part in printed)
            if line:
                self._own.take("Record Last", (Text(line),))
        else:
            raise _ForeignError

    # ── Blocks ───────────────────────────────────────────────────────────────

    def _key(self) -> str:
        return f"b{len(self._blocks) + 1}"

    def _block(self, element: Any) -> Block:
        key = self._key()
        match element.tag:
            case "h2" | "h3" | "h4" | "h5" | "h6":
                level = re.search(r"level([1-4])", element.get("class", ""))
                return Heading(key, self._inlines(element), int(level[1]) if level else 1)
            case "blockquote":
                return Quote(key, self._inlines(element[0] if len(element) else element))
            case "hr":
                return Rule(key)
            case "figure":
                return self._figure(key, element)
            case "table":
                return self._table(key, element)
        raise _ForeignError

    def _figure(self, key: str, element: Any) -> Block:
        image = element.find("img")
        said = element.find("figcaption")
        if said is not None and (first := said.find("p")) is not None:
            said = first  # the captions of two editions stand below one another
        caption = self._inlines(said) if said is not None else ()
        credit = (
            next(("".join(e.itertext()) for e in _classed(said, "credit")), "") if said is not None else ""
        )
        if credit:
            caption = trimmed(cut(caption, len(credit)))
        alt = image.get("alt", "") if image is not None else ""
        name = image.get("data-name", "") if image is not None else ""
        asset = self._shown.picture(image, name=name) if image is not None else None
        if asset is None:
            return Paragraph(key, caption or (Text(alt),))
        if self._bilingual and "wide" in element.get("class", ""):
            alt = alt.partition(" / ")[0]
        return Figure(key, asset.name, "" if alt == asset.name else alt, caption, credit)

    def _table(self, key: str, table: Any) -> Table:
        def cells(row: Any, name: str) -> tuple[Cell, ...]:
            return tuple(Cell(f"{key}.{name}{n}", self._inlines(cell)) for n, cell in enumerate(row, 1))

        caption, head, body = table.find("caption"), table.find("thead/tr"), table.find("tbody")
        rows = body.iterchildren("tr") if body is not None else ()
        return Table(
            key,
            tuple(cells(row, f"{n}.") for n, row in enumerate(rows, 1)),
            cells(head, "h") if head is not None else (),
            self._inlines(caption) if caption is not None else (),
        )

    def _inlines(self, element: Any, depth: int = 0) -> tuple[Inline, ...]:
        if depth > _DEEPEST:
            raise _ForeignError
        found: list[Inline] = [Text(element.text)] if element.text else []
        for child in element:
            found += self._inline(child, depth)
            if child.tail:
                found.append(Text(child.tail))
        return joined(found)

    def _inline(self, element: Any, depth: int) -> tuple[Inline, ...]:
        if element.tag == "br":
            return (LineBreak(),)
        note = self._notes.get(element.get("href", ""))
        if note is not None and "noteref" in element.get("class", ""):
            return (NoteRef(note),)
        inside = self._inlines(element, depth + 1)
        match element.tag:
            case "strong":
                return (Strong(inside),)
            case "em":
                return (Emphasis(inside),)
            case "a" if url := safe_url(element.get("href", "")):
                return (Link(url, inside),)
            case _:
                return inside
