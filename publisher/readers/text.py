"""Plain text to Article: a paragraph a line, in which a draft finds what stands around the body."""

import re
from collections.abc import Sequence
from itertools import groupby

import msgspec

from publisher.contracts import Source
from publisher.model import Article, Block, Cell, Meta, PageBreak, Paragraph, Table, Text
from publisher.readers.draft import draft
from publisher.readers.encoding import decode
from publisher.readers.language import language_of
from publisher.report import Notice, Report
from publisher.walk import plain

_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")  # U+0085 may be a byte of what was read wrongly


_FIGURE = re.compile(r"\d")

_ROWS, _COLUMNS = 3, 3
"""So many lines with as many tabs are a table; fewer may be fields, names in columns, contacts."""


class TextReader:
    """Reads plain text in Chinese or English, in any of the encodings that are recognised."""

    name = "text"
    suffixes = (".txt", ".text", "")

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError if the bytes are no text or hold no headline."""
        text, encoding = decode(source.data)
        if not encoding.startswith("utf-8"):
            report.add(Notice(code="encoding", message=f"read as {encoding.upper()}", where=source.name))
        return draft(source, report, _tabled(_without_pages(source.first_aid(_flat(text), report))))


def _flat(text: str) -> Article:
    """Return ``text`` as an article without a headline: a paragraph a line, a page end at a form feed."""
    blocks: list[Block] = []
    count = 0
    for page, lines in enumerate(text.split("\f")):
        if page:
            blocks.append(PageBreak(f"page{page}"))
        for line in _LINE_END.split(lines):
            count += 1
            blocks.append(Paragraph(f"line{count}", (Text(line),)))
    return Article(Meta(language=language_of(text), headline=""), tuple(blocks))


def _without_pages(flat: Article) -> Article:
    """Return ``flat`` without page ends: those of a text are where its printer's paper ended."""
    return msgspec.structs.replace(flat, blocks=tuple(b for b in flat.blocks if not isinstance(b, PageBreak)))


def _tabled(flat: Article) -> Article:
    """Return ``flat`` with lines that have their columns between tabs, as they are copied, in tables."""
    found: list[Block] = []
    count = 0
    for tabs, lines in groupby(flat.blocks, _tabs):
        run = list(lines)
        if tabs + 1 < _COLUMNS or len(run) < _ROWS:
            found += run
            continue
        count += 1
        found.append(
            _table(f"t{count}", [plain(line.inlines) for line in run if isinstance(line, Paragraph)])
        )
    return msgspec.structs.replace(flat, blocks=tuple(found))


def _tabs(block: Block) -> int:
    return plain(block.inlines).count("\t") if isinstance(block, Paragraph) else 0


def _table(key: str, lines: Sequence[str]) -> Table:
    """Return a table; the first row heads it where none of its cells has a figure and others have."""
    rows = tuple(
        tuple(
            Cell(f"{key}.{row}.{column}", (Text(text.strip()),) if text.strip() else ())
            for column, text in enumerate(line.split("\t"), 1)
        )
        for row, line in enumerate(lines, 1)
    )
    headed = not _FIGURE.search(lines[0]) and any(map(_FIGURE.search, lines[1:]))
    return Table(key, rows[1:] if headed else rows, rows[0] if headed else ())
