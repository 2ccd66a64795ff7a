"""Plain text to Article: a paragraph a line, in which a draft finds what stands around the body."""

import re

import msgspec

from publisher.contracts import Source
from publisher.model import Article, Block, Meta, PageBreak, Paragraph, Text
from publisher.readers.draft import draft
from publisher.readers.encoding import decode
from publisher.readers.language import language_of
from publisher.report import Notice, Report

_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")  # U+0085 may be a byte of what was read wrongly


class TextReader:
    """Reads plain text in Chinese or English, in any of the encodings that are recognised."""

    name = "text"
    suffixes = (".txt", ".text", "")

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError if the bytes are no text or hold no headline."""
        text, encoding = decode(source.data)
        if not encoding.startswith("utf-8"):
            report.add(Notice(code="encoding", message=f"read as {encoding.upper()}", where=source.name))
        return draft(source, report, _without_pages(source.first_aid(_flat(text), report)))


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
