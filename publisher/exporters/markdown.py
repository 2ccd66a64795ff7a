"""Markdown (CommonMark, with tables and footnotes as GitHub writes them) under front matter in TOML."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from publisher.contracts import Context
from publisher.exporters import one_edition
from publisher.exporters.amounts import columns_of_amounts
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
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Release,
    Rule,
    Strong,
    Table,
    Text,
)
from publisher.safety import safe_url

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~])")
_AT_START = re.compile(
    r"^(\s*)(?:(\d{1,9})([.)])(?=\s|$)|(#)(?=#*(?:\s|$))|([-+=:])(?=[-=:]*\s*$|\s))", re.MULTILINE
)
"""What a line begins with that Markdown takes for a sign: 1. # - + and the lines under a heading."""

_APART = "<!-- -->"
"""Stands between blocks that Markdown would take for one, and before one it would take for a caption."""

_ABOUT = "<!-- boilerplate -->"
_WORDY = re.compile(r"[^\W_]")


class MarkdownExporter:
    """Makes a text of one edition for sites and editors that keep Markdown."""

    name = "md"
    suffix = ".md"
    media_type = "text/markdown"
    one_edition = True

    def export(self, release: Release, context: Context) -> bytes:
        """Return the text in UTF-8; ExportError for two editions."""
        article = one_edition.edition(release, self.name)
        return markdown(article, draft=one_edition.draft(article, context)).encode("utf-8", "replace")


def markdown(article: Article, *, draft: str = "") -> str:
    """Return ``article`` as Markdown; pictures are named, and lie beside the file."""
    words = _Inlines()
    parts = [_front_matter(article, draft), f"# {words.one_line((Text(article.meta.headline),))}"]
    parts += _blocks(article.blocks, words)
    if article.meta.boilerplate:
        parts += ["---", _ABOUT, *_blocks(article.meta.boilerplate, words)]
    parts += [f"[^{number}]: {words.escaped(note)}" for number, note in enumerate(words.notes, 1)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _front_matter(article: Article, draft: str) -> str:
    meta = article.meta
    said: dict[str, str | list[str]] = {
        "language": meta.language,
        "kicker": meta.kicker,
        "subhead": meta.subhead,
        "source": meta.source,
        "place": meta.place,
        "date": _at(meta.issued),
        "embargo": _at(meta.embargo),
        "summary": meta.summary,
        "keywords": list(meta.keywords),
        "rights": meta.rights,
        "draft": draft,
    }
    for credit in meta.credits:
        said[f"credit-{credit.role}"] = list(credit.names)
    lines = _fields(said)
    if meta.official:
        lines += ["", "[official]", *_fields(msgspec.to_builtins(meta.official))]
    for contact in meta.contacts:
        lines += ["", "[[contact]]", *_fields(msgspec.to_builtins(contact))]
    return "\n".join(("+++", *lines, "+++"))


def _fields(said: Mapping[str, object]) -> list[str]:
    """Return a line of TOML each for what is not empty; its strings are those of JSON, but for U+007F."""
    lines = (f"{name} = {msgspec.json.encode(value).decode()}" for name, value in said.items() if value)
    return [line.replace("\x7f", "\\u007f") for line in lines]


def _at(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


def _blocks(blocks: Iterable[Block], words: "_Inlines") -> Iterator[str]:
    last: Block | None = None
    for block in blocks:
        lists = isinstance(block, List) and isinstance(last, List) and block.ordered == last.ordered
        if lists or (_takes_caption(last) and _is_stressed(block)):
            yield _APART
        yield from _block(block, words)
        last = block


def _takes_caption(block: Block | None) -> bool:
    return isinstance(block, Figure | Table) and not block.caption


def _is_stressed(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.inlines) == 1 and isinstance(block.inlines[0], Emphasis)


def _block(block: Block, words: "_Inlines") -> Iterator[str]:
    match block:
        case Paragraph(_, inlines):
            yield words(inlines)
        case Heading(_, inlines, level):
            yield f"{'#' * (level + 1)} {words.one_line(inlines)}"
        case Quote(_, inlines):
            yield "> " + words(inlines).replace("\n", "\n> ")
        case List(_, items, ordered):
            rows = []
            for number, item in enumerate(items, 1):
                sign = f"{number}. " if ordered else "- "
                rows.append(sign + words(item.inlines).replace("\n", "\n" + " " * len(sign)))
            yield "\n".join(rows)
        case Table():
            yield _table(block, words)
            if block.caption:
                yield f"<em>{words.bare(block.caption)}</em>"
        case Figure():
            title = f' "{words.escaped(block.credit).replace(chr(34), "&quot;")}"' if block.credit else ""
            yield f"![{words.escaped(block.alt)}]({_target(block.asset)}{title})"
            said = " ".join(part for part in (words.bare(block.caption), words.escaped(block.credit)) if part)
            if said:
                yield f"<em>{said}</em>"
        case Rule():
            yield "---"
        case PageBreak():
            yield '<div style="page-break-after: always"></div>'


def _table(table: Table, words: "_Inlines") -> str:
    width = max((len(row) for row in (table.head, *table.rows)), default=0)

    def row(cells: Iterable[Cell]) -> str:
        said = [words.one_line(cell.inlines) for cell in cells]
        return "| " + " | ".join((*said, *[""] * (width - len(said)))) + " |"

    amounts = columns_of_amounts(table)
    under = "|" + "".join(" ---: |" if n in amounts else " --- |" for n in range(width))
    return "\n".join((row(table.head), under, *(row(cells) for cells in table.rows)))


def _target(url: str) -> str:
    url = re.sub(r"([\\<>]|&(?=#?\w+;))", r"\\\1", url)
    return f"<{url}>" if re.search(r"[\s()]", url) else url


class _Inlines:
    """Renders inlines and keeps their notes, numbered from 1."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def __call__(self, nodes: Iterable[Inline]) -> str:
        """Return the lines of a block."""
        return _AT_START.sub(_marked, self._run(tuple(nodes), "\\\n", top=True))

    def one_line(self, nodes: Iterable[Inline]) -> str:
        """Return a heading's line or a table's cell."""
        text = self._run(tuple(nodes), "<br>", top=True)
        return re.sub(r"#(?=#*\Z)", r"\\#", text)

    def bare(self, nodes: Iterable[Inline]) -> str:
        """Return what stands in a mark."""
        return self._run(tuple(nodes), "\\\n", top=False)

    def escaped(self, text: str) -> str:
        """Return ``text`` with what Markdown would take for a sign marked as none."""
        return _SPECIAL.sub(r"\\\1", text.replace("\n", " "))

    def _run(self, nodes: Sequence[Inline], end: str, *, top: bool) -> str:
        parts: list[str] = []
        for number, node in enumerate(nodes):
            beside = nodes[max(number - 1, 0) : number + 2]
            alone = top and sum(isinstance(n, Strong | Emphasis | Link) for n in beside) == 1
            text = self._node(node, end, alone=alone)
            if parts and text[:1] == ":" and isinstance(nodes[number - 1], NoteRef):
                text = "\\" + text  # else the note would be defined here
            if parts and parts[-1].endswith("!") and text.startswith("["):
                parts[-1] = parts[-1][:-1] + "\\!"  # else the link would be a picture
            parts.append(text)
        return "".join(parts)

    def _node(self, node: Inline, end: str, *, alone: bool) -> str:
        match node:
            case Text(text):
                return self.escaped(text)
            case Strong(children):
                return self._set("**", "strong", children, end, alone=alone)
            case Emphasis(children):
                return self._set("*", "em", children, end, alone=alone)
            case Link(url, children):
                inside = self._run(children, end, top=False)
                return f"[{inside}]({_target(url)})" if safe_url(url) else inside
            case LineBreak():
                return end
            case NoteRef(note):
                self.notes.append(note)
                return f"[^{len(self.notes)}]"

    def _set(self, sign: str, tag: str, children: Sequence[Inline], end: str, *, alone: bool) -> str:
        """Set ``children`` in signs, or a tag: beside marks of Chinese signs are none (CommonMark, 6.2)."""
        inside = self._run(children, end, top=False)
        bare = inside.strip()
        if not bare:
            return inside
        if (
            alone
            and _WORDY.match(bare[0])
            and _WORDY.match(bare[-1])
            and bare == inside
            and "*" not in inside
        ):
            return f"{sign}{inside}{sign}"
        return f"<{tag}>{inside}</{tag}>"


def _marked(found: re.Match[str]) -> str:
    space, number, after, hashes, sign = found.groups(default="")
    return f"{space}{number}\\{after or hashes or sign}"
