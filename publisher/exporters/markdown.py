"""Markdown (CommonMark, with tables and footnotes as GitHub writes them) under front matter in TOML."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from publisher.contracts import Context
from publisher.exporters import one_edition
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
_AT_START = re.compile(r"^(\s*\d*)([#>+\-.)])(?=#*\s)")
_WORDY = re.compile(r"\w")


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
    parts = [_front_matter(article, draft), f"# {words((Text(article.meta.headline),))}"]
    parts += [part for block in article.blocks for part in _block(block, words)]
    if article.meta.boilerplate:
        parts += ["---", *(part for block in article.meta.boilerplate for part in _block(block, words))]
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
    lines = [f"{name} = {msgspec.json.encode(value).decode()}" for name, value in said.items() if value]
    for contact in meta.contacts:
        fields = msgspec.structs.asdict(contact)
        lines += ["", "[[contact]]"]
        lines += [
            f"{name} = {msgspec.json.encode(value).decode()}"
            for name, value in fields.items()
            if value and name != "labels"
        ]
    return "\n".join(("+++", *lines, "+++"))


def _at(moment: datetime | None) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""


def _block(block: Block, words: "_Inlines") -> Iterator[str]:
    match block:
        case Paragraph(_, inlines):
            yield words(inlines)
        case Heading(_, inlines, level):
            yield f"{'#' * (level + 1)} {words(inlines)}"
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
                yield f"*{words(block.caption)}*"
        case Figure():
            caption = words(block.caption)
            yield f"![{words.escaped(block.alt)}]({_target(block.asset)})"
            said = " ".join(part for part in (caption, words.escaped(block.credit)) if part)
            if said:
                yield f"*{said}*"
        case Rule():
            yield "---"
        case PageBreak():
            yield '<div style="page-break-after: always"></div>'


def _table(table: Table, words: "_Inlines") -> str:
    width = max((len(row) for row in (table.head, *table.rows)), default=0)

    def row(cells: Iterable[Cell]) -> str:
        said = [words(cell.inlines).replace("\\\n", "<br>").replace("\n", " ") for cell in cells]
        return "| " + " | ".join((*said, *[""] * (width - len(said)))) + " |"

    return "\n".join((row(table.head), "|" + " --- |" * width, *(row(cells) for cells in table.rows)))


def _target(url: str) -> str:
    return f"<{url}>" if re.search(r"[\s()]", url) else url


class _Inlines:
    """Renders inlines and keeps their notes, numbered from 1."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def __call__(self, nodes: Iterable[Inline]) -> str:
        return _AT_START.sub(r"\1\\\2", "".join(self._node(node) for node in nodes))

    def escaped(self, text: str) -> str:
        """Return ``text`` with what Markdown would take for a sign marked as none."""
        return _SPECIAL.sub(r"\\\1", text.replace("\n", " "))

    def _node(self, node: Inline) -> str:
        match node:
            case Text(text):
                return self.escaped(text)
            case Strong(children):
                return self._marked("**", children)
            case Emphasis(children):
                return self._marked("*", children)
            case Link(url, children):
                inside = "".join(self._node(child) for child in children)
                return f"[{inside}]({_target(url)})" if safe_url(url) else inside
            case LineBreak():
                return "\\\n"
            case NoteRef(note):
                self.notes.append(note)
                return f"[^{len(self.notes)}]"

    def _marked(self, sign: str, children: Iterable[Inline]) -> str:
        inside = "".join(self._node(child) for child in children)
        tag = "strong" if sign == "**" else "em"
        # beside a mark of Chinese the signs would not be seen as signs (CommonMark, 6.2)
        bare = inside.strip()
        if not bare:
            return inside
        if not (_WORDY.match(bare[0]) and _WORDY.match(bare[-1])) or bare != inside:
            return f"<{tag}>{inside}</{tag}>"
        return f"{sign}{inside}{sign}"
