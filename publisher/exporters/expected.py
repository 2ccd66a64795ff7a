"""The text that a finished file must hold, in the order of its page."""

from collections.abc import Iterable, Iterator

from publisher import pairs
from publisher.contracts import Context, Furniture
from publisher.exporters import bilingual
from publisher.exporters.captions import numbered
from publisher.exporters.composed.settling import settled
from publisher.exporters.composed.story import rows
from publisher.exporters.frame import annexed, closing, framed
from publisher.model import (
    Article,
    Block,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Link,
    List,
    NoteRef,
    Paragraph,
    Quote,
    Release,
    Strong,
    Table,
    Text,
)
from publisher.walk import plain


class Expected:
    """``head`` (masthead, meta line, draft mark) and ``body`` of one release.

    With ``markers``, note numbers stand in the text too, as they do in a PDF,
    and ``signs`` holds the signs of the lists, which a PDF draws apart, each
    with the text of its item.
    ``table_heads`` may stand again where a table goes on. ``parted`` are pairs
    of paragraphs side by side that go on on the next page, each from where it is. ``notes_last`` puts the
    notes, which Word keeps in a part of their own, behind the record block.
    """

    def __init__(
        self, release: Release, context: Context, *, markers: bool, notes_last: bool = False
    ) -> None:
        self._markers = markers
        self._notes: list[str] = []
        self.signs: list[tuple[str, str]] = []
        self.table_heads: list[str] = []
        self.parted: list[tuple[str, str]] = []
        release = numbered(release, context)
        two = len(release.editions) == 2
        articles = pairs.sides(release) if two else release.editions
        context = framed(release, context)
        if markers:
            release, context, _ = settled(release, context)
            articles = pairs.sides(release) if two else release.editions
        pages = [context.furniture[article.meta.language] for article in articles]
        self.head = "".join(
            "".join((f.source, f.kind, f.date, f.release_line, f.draft, f.draft_note)) for f in pages
        )
        self.head += "".join("".join((o.head, o.number, o.signatory)) for f in pages if (o := f.official))
        body: list[str] = []
        for article, f in zip(articles, pages, strict=True):
            body += [article.meta.kicker, article.meta.headline, article.meta.subhead]
            body += [f.official.addressees] if f.official else []
        if two:
            older = context.older.release if context.older else None
            set_rows = (
                rows(release, context)
                if markers
                else bilingual.rows(release, context.theme, older, whole_lists=notes_last)
            )
            text_rows, annex_rows = bilingual.parted(set_rows, release, context.theme)
            body += self._rows(text_rows)
        else:
            blocks, behind = annexed(articles[0], context.theme)
            body += [part for block in blocks for part in self._block(block)]
        first, groups = closing(pages[0])
        for article, f in zip(articles, pages, strict=True):
            body += [*_attachments(f), *f.signature, *(f.official.notes if f.official else ())]
            body += [text for part in first for text in self._closing(part, article, f)]
        for group in groups:
            for article, f in zip(articles, pages, strict=True):
                body += [text for part in group for text in self._closing(part, article, f)]
        body += self._rows(annex_rows) if two else []
        for annex in () if two else behind:
            opening = (annex.label, annex.title) if annex.title else (annex.label,)
            body += [part for block in (*opening, *annex.blocks) for part in self._block(block)]
        said = [f"{number}{note}" for number, note in enumerate(self._notes, 1)]
        body += [] if notes_last else said
        for f in pages:
            body += [f.official.copies, f.official.printed_by, f.official.printed] if f.official else []
        body += said if notes_last else []
        self.body = "".join(body)

    def _rows(self, rows: Iterable[pairs.Pair]) -> list[str]:
        body: list[str] = []
        for row in rows:
            columns = ["".join(self._block(block, row.start)) for block in (row.left, row.right) if block]
            body += columns
            self.parted += [(columns[0], columns[1])] if row.parted else []
        return body

    def _closing(self, part: str, article: Article, f: Furniture) -> Iterator[str]:
        match part:
            case "end_mark":
                yield f.end_mark
            case "credits":
                yield from (line.label + line.text for line in f.credits)
            case "boilerplate":
                for block in article.meta.boilerplate:
                    yield from self._block(block)
            case _:
                lines = [line.label + line.text for contact in f.contacts for line in contact]
                yield from ([f.contact_heading, *lines] if lines else [])
                yield f.rights

    def _block(self, block: Block, start: int = 1) -> Iterator[str]:
        match block:
            case Paragraph() | Heading() | Quote():
                yield self._text(block.inlines)
            case List():
                for number, item in enumerate(block.items, start):
                    text = self._text(item.inlines)
                    self.signs.append((f"{number}." if block.ordered else "•", text))
                    yield text
            case Table():
                yield self._text(block.caption)
                if block.head:
                    self.table_heads.append("".join(plain(cell.inlines) for cell in block.head))
                for row in (block.head, *block.rows):
                    for cell in row:
                        yield self._text(cell.inlines)
            case Figure():
                yield self._text(block.caption)
                yield block.credit
            case _:
                return

    def _text(self, nodes: Iterable[Inline]) -> str:
        parts: list[str] = []
        for node in nodes:
            match node:
                case Text(text):
                    parts.append(text)
                case Strong(children) | Emphasis(children) | Link(_, children):
                    parts.append(self._text(children))
                case NoteRef(note):
                    self._notes.append(note)
                    parts.append(str(len(self._notes)) if self._markers else "")
                case _:
                    parts.append("\n")
        return "".join(parts)


def _attachments(furniture: Furniture) -> Iterator[str]:
    for line in furniture.official.attachments if furniture.official else ():
        yield line.label + line.text
