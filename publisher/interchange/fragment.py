"""Blocks as a fragment of XHTML for other programs: what they mean, not how they look."""

import base64
from collections.abc import Iterable, Mapping
from typing import Any

from publisher.model import (
    Article,
    Asset,
    Block,
    Emphasis,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from publisher.safety import safe_url, xml_safe

XHTML = "http://www.w3.org/1999/xhtml"
NAMESPACES: Any = {None: XHTML}


def elements(article: Article, *, boilerplate: bool = False) -> list[Any]:
    """Return the body of ``article``, or its boilerplate, as lxml elements without a namespace.

    Pictures stand in the text as ``data:`` addresses, notes at the end.
    """
    made = _Fragment({asset.name: asset for asset in article.assets})
    blocks: Iterable[Block] = article.meta.boilerplate if boilerplate else article.blocks
    found = [made.block(block) for block in blocks]
    return [*found, *([made.noted()] if made.notes else [])]


def html(article: Article, *, boilerplate: bool = False) -> str:
    """Return :func:`elements` as one string of HTML that is XML too; empty if there are none."""
    from lxml import etree

    return "".join(
        etree.tostring(element, encoding="unicode", method="xml")
        for element in elements(article, boilerplate=boilerplate)
    )


class _Fragment:
    """Makes the elements of one article and keeps its notes."""

    def __init__(self, assets: Mapping[str, Asset]) -> None:
        self._assets = assets
        self.notes: list[str] = []

    def block(self, block: Block) -> Any:
        match block:
            case Paragraph(_, inlines):
                return self._filled("p", inlines)
            case Heading(_, inlines, level):
                return self._filled(f"h{level + 1}", inlines)  # the headline is the h1
            case Quote(_, inlines):
                return _element("blockquote", self._filled("p", inlines))
            case List(_, items, ordered):
                rows = (self._filled("li", item.inlines) for item in items)
                return _element("ol" if ordered else "ul", *rows)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Rule():
                return _element("hr")
            case PageBreak():
                return _element("hr", **{"class": "page-break"})

    def noted(self) -> Any:
        """Return the notes as a numbered list."""
        rows = (_element("li", note, id=f"note-{n}") for n, note in enumerate(self.notes, 1))
        return _element("ol", *rows, **{"class": "notes"})

    def _table(self, table: Table) -> Any:
        def row(cells: Iterable[Any], tag: str) -> Any:
            return _element("tr", *(self._filled(tag, cell.inlines) for cell in cells))

        parts = [self._filled("caption", table.caption)] if table.caption else []
        if table.head:
            parts.append(_element("thead", row(table.head, "th")))
        return _element("table", *parts, _element("tbody", *(row(cells, "td") for cells in table.rows)))

    def _figure(self, figure: Figure) -> Any:
        asset = self._assets[figure.asset]
        data = base64.b64encode(asset.data).decode("ascii")
        picture = _element(
            "img",
            src=f"data:{asset.media_type};base64,{data}",
            alt=figure.alt,
            title=asset.name,
            width=str(asset.width),
            height=str(asset.height),
        )
        caption = self._filled("figcaption", figure.caption)
        if figure.credit:
            caption.append(_element("small", figure.credit))
        said = [caption] if figure.caption or figure.credit else []
        return _element("figure", picture, *said)

    def _filled(self, tag: str, inlines: Iterable[Inline]) -> Any:
        return _element(tag, *self._inlines(inlines))

    def _inlines(self, inlines: Iterable[Inline]) -> Iterable[Any]:
        for node in inlines:
            match node:
                case Text(text):
                    yield text
                case Strong(children):
                    yield self._filled("strong", children)
                case Emphasis(children):
                    yield self._filled("em", children)
                case Link(url, children):
                    inside = tuple(self._inlines(children))
                    yield from (_element("a", *inside, href=safe_url(url)),) if safe_url(url) else inside
                case LineBreak():
                    yield _element("br")
                case NoteRef(note):
                    self.notes.append(note)
                    number = str(len(self.notes))
                    yield _element("sup", _element("a", number, href=f"#note-{number}"))


def _element(tag: str, *content: Any, **attributes: str) -> Any:
    """Return an element with ``content``: texts and elements, in order."""
    from lxml import etree

    made = etree.Element(tag, {name: xml_safe(value) for name, value in attributes.items()})
    last = None
    for part in content:
        if not isinstance(part, str):
            made.append(part)
            last = part
        elif last is None:
            made.text = (made.text or "") + xml_safe(part)
        else:
            last.tail = (last.tail or "") + xml_safe(part)
    return made
