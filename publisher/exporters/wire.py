"""Plain text for wire services: hard line ends by width, where a Han counts double (UAX 11)."""

import unicodedata
from collections.abc import Iterator

from publisher.contracts import Context, Furniture
from publisher.exporters import one_edition
from publisher.exporters.plain_inlines import PlainInlines
from publisher.model import (
    Article,
    Block,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    Release,
    Table,
)
from publisher.typesetting.lines.breaks import breaks

WIDTH = 70
"""Columns of a line; a Han, a fullwidth mark or letter takes two."""


class WireExporter:
    """Makes a text of one edition that any terminal shows and any system takes in."""

    name = "wire"
    suffix = ".txt"
    media_type = "text/plain"
    one_edition = True

    def export(self, release: Release, context: Context) -> bytes:
        """Return the text in UTF-8, lines ending in CR LF; ExportError for two editions."""
        article = one_edition.edition(release, self.name)
        one_edition.tell_official(article, context, self.name)
        return "\r\n".join(_lines(article, context)).encode() + b"\r\n"


def _lines(article: Article, context: Context) -> Iterator[str]:
    meta, f = article.meta, context.furniture[article.meta.language]
    indent = "　　" if meta.language.startswith("zh") else ""
    words = PlainInlines()
    yield from wrapped(" · ".join(part for part in (f.source, f.kind) if part))
    yield from wrapped(" · ".join(part for part in (f.date, f.release_line) if part))
    if f.draft:
        yield from wrapped(f"{f.draft}: {f.draft_note}")
    yield ""
    for text in (meta.kicker, meta.headline, meta.subhead):
        if text:
            yield from wrapped(text)
    yield ""
    for block in article.blocks:
        yield from _block(block, words, indent)
    for part in f.closing:
        yield from _closing(part, article, f, words, indent)
    for number, note in enumerate(words.notes, 1):
        yield from wrapped(f"[{number}] {note}")
    if f.rights:
        yield from wrapped(f.rights)


def _closing(part: str, article: Article, f: Furniture, words: PlainInlines, indent: str) -> Iterator[str]:
    match part:
        case "end_mark" if f.end_mark:
            yield from (f.end_mark, "")
        case "credits" if f.credits:
            for line in f.credits:
                yield from wrapped(line.label + line.text)
            yield ""
        case "boilerplate":
            for block in article.meta.boilerplate:
                yield from _block(block, words, indent)
        case "contacts" if f.contacts:
            yield f.contact_heading
            for contact in f.contacts:
                for line in contact:
                    yield from wrapped(line.label + line.text)
                yield ""
        case _:
            return


def _block(block: Block, words: PlainInlines, indent: str) -> Iterator[str]:
    match block:
        case Paragraph(_, inlines) | Quote(_, inlines):
            yield from wrapped(indent + words(inlines))
        case Heading(_, inlines):
            yield from wrapped(words(inlines))
        case List(_, items, ordered):
            for number, item in enumerate(items, 1):
                sign = f"{number}. " if ordered else "- "
                yield from wrapped(words(item.inlines), first=sign, rest=" " * len(sign))
        case Table():
            if block.caption:
                yield from wrapped(words(block.caption))
            for row in (block.head, *block.rows):
                if row:
                    yield from wrapped(" | ".join(words(cell.inlines) for cell in row))
        case Figure():
            said = " ".join(part for part in (words(block.caption), block.credit) if part)
            if not said:
                return
            yield from wrapped(f"[{said}]")
        case _:
            return
    yield ""


def wrapped(text: str, width: int = WIDTH, *, first: str = "", rest: str = "") -> Iterator[str]:
    """Yield ``text`` in lines of ``width`` columns at most, led by ``first``, then by ``rest``.

    Lines end where the page's do (clreq, 3.1.3); what cannot be parted stands
    alone, however long.
    """
    for part in text.split("\n"):
        allowed = breaks(part)
        line, start, good = first, 0, 0
        used = columns(line)
        for at, character in enumerate(part):
            if at and allowed[at]:
                good = at
            used += columns(character)
            if used > width and character != " " and good > start:
                yield (line + part[start:good]).rstrip(" ")
                line, start = rest, good
                used = columns(rest) + columns(part[start : at + 1])
        yield (line + part[start:]).rstrip(" ")
        first = rest


def columns(text: str) -> int:
    """Return how many columns ``text`` takes on a terminal (UAX 11, ambiguous ones as one)."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
