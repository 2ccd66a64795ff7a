"""Markdown (CommonMark, tables, footnotes) under front matter, as our exporter writes it or others do."""

import re
from pathlib import PurePath

import msgspec

from publisher.contracts import Source
from publisher.interchange import fragment_reader
from publisher.model import (
    Article,
    Block,
    Cell,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Paragraph,
    Rule,
    Table,
)
from publisher.readers.draft import about, draft
from publisher.readers.encoding import decode
from publisher.readers.markdown import front, page
from publisher.readers.strips import cut, trimmed
from publisher.report import Report
from publisher.walk import cut_out, plain

_TABLE_CAPTION = re.compile(
    r"(?i)(?P<sign>(?:table)?[:：]\s*)?(?(sign)\S|(?:表|table)\s*[\d一二三四五六七八九十])"
)


class MarkdownReader:
    """Reads Markdown; HTML in it is read for what it means, pictures come from the article's folder."""

    name = "md"
    suffixes = (".md", ".markdown")

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError if the front matter is broken or there is no headline."""
        written = decode(source.data)[0].replace("\r\n", "\n")
        said, text = front.parted(written, report)
        own = "language" in said and written.lstrip("\ufeff").startswith("+++")
        fragment = fragment_reader.read(page.html(text, source, report, own=own), report)
        blocks, boilerplate = _parted(_captioned(fragment.blocks, own=own))
        headline = str(said.get("title", said.get("headline", "")))
        if not headline and blocks and isinstance(blocks[0], Heading):
            headline, blocks = plain(blocks[0].inlines), blocks[1:]
        meta = msgspec.structs.replace(front.meta(said, headline, report), boilerplate=boilerplate)
        if "language" not in said or not headline:
            made = draft(source, report, source.first_aid(Article(meta, blocks, fragment.assets), report))
            given = {n: v for n in meta.__struct_fields__ if (v := getattr(meta, n))}
            return msgspec.structs.replace(made, meta=msgspec.structs.replace(made.meta, **given))
        blocks, closing = (blocks, boilerplate) if boilerplate else _boilerplate(blocks)
        name = re.sub(r"[^\w-]+", "-", PurePath(source.name).stem).strip("-")
        return Article(msgspec.structs.replace(meta, boilerplate=closing, id=name), blocks, fragment.assets)


def _captioned(blocks: tuple[Block, ...], *, own: bool) -> list[Block]:
    """Give a line that is emphasized as a whole to the picture or table over it; drop heads without words.

    A picture's credit, which its title has too, stands at the end of that line. In another's file
    a title is the caption, and so are the words for the picture, unless there is such a line.
    """
    found: list[Block] = []
    implied = False  # the last caption is only a picture's words
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Table) and not any(plain(cell.inlines).strip() for cell in block.head):
            block = msgspec.structs.replace(block, head=())
        if isinstance(block, Table) and not own:
            block = _without_caption_row(block)
        words = _emphasized(block)
        if words and isinstance(last, Figure | Table) and (not last.caption or implied):
            if isinstance(last, Figure) and last.credit and plain(words).endswith(last.credit):
                words = trimmed(cut(words, len(last.credit)))
            found[-1] = msgspec.structs.replace(last, caption=words)
            implied = False
        else:
            found.append(block)
            implied = not own and isinstance(block, Figure)
    return [
        msgspec.structs.replace(block, credit="")
        if not own and isinstance(block, Figure) and block.credit == plain(block.caption)
        else block
        for block in found
    ]


def _without_caption_row(table: Table) -> Table:
    """Return ``table`` with the line right under it, which Markdown takes for a row, as its caption."""
    first, *others = table.rows[-1] if len(table.rows) > 1 else (Cell("", ()),)
    found = _TABLE_CAPTION.match(plain(first.inlines))
    if not found or not others or any(cell.inlines for cell in others):
        return table
    words = trimmed(cut_out(first.inlines, max(found.end("sign"), 0), len(plain(first.inlines))))
    return msgspec.structs.replace(table, rows=table.rows[:-1], caption=words)


def _parted(blocks: list[Block]) -> tuple[tuple[Block, ...], tuple[Heading | Paragraph, ...]]:
    """Return the body and, behind the mark and the rule over it, the boilerplate."""
    marks = [plain(b.inlines) if isinstance(b, Paragraph) else "" for b in blocks]
    at = marks.index(page.ABOUT_MARK) if page.ABOUT_MARK in marks else len(blocks)
    body = blocks[: at - 1] if at < len(blocks) and isinstance(blocks[at - 1], Rule) else blocks[:at]
    about = (b for b in blocks[at + 1 :] if isinstance(b, Heading | Paragraph))
    keyed = (msgspec.structs.replace(block, key=f"bp{n}") for n, block in enumerate(about, 1))
    return tuple(b for b, mark in zip(body, marks, strict=False) if mark != page.MARK), tuple(keyed)


def _emphasized(block: Block) -> tuple[Inline, ...]:
    if isinstance(block, Paragraph) and len(block.inlines) == 1 and isinstance(block.inlines[0], Emphasis):
        return block.inlines[0].children
    return ()


def _boilerplate(
    blocks: tuple[Block, ...],
) -> tuple[tuple[Block, ...], tuple[Heading | Paragraph, ...]]:
    """Part what stands behind the last rule and begins with About from the body."""
    at = max((n for n, block in enumerate(blocks) if isinstance(block, Rule)), default=-1)
    after = [b for b in blocks[at + 1 :] if isinstance(b, Heading | Paragraph)] if at >= 0 else []
    if not after or at + 1 + len(after) != len(blocks) or not isinstance(after[0], Heading):
        return blocks, ()
    if not about(plain(after[0].inlines)):
        return blocks, ()
    keyed = (msgspec.structs.replace(block, key=f"bp{n}") for n, block in enumerate(after, 1))
    return blocks[:at], tuple(keyed)
