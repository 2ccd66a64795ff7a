"""Markdown (CommonMark, tables, footnotes) under front matter, as our exporter writes it or others do."""

import base64
import re
import tomllib
from collections.abc import Sequence
from datetime import datetime
from html import escape
from pathlib import PurePath
from typing import Any

import msgspec

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.interchange import fragment_reader
from publisher.localization.front_matter.dates import SHANGHAI
from publisher.localization.han import CJK_MARKS, HAN
from publisher.model import (
    Article,
    Block,
    Contact,
    Credit,
    CreditRole,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Meta,
    Official,
    Paragraph,
    Rule,
    Table,
)
from publisher.readers import pictures
from publisher.readers.draft import about, draft
from publisher.readers.encoding import decode
from publisher.readers.strips import cut, trimmed
from publisher.report import Notice, Report, Severity
from publisher.walk import plain

_FRONT = re.compile(r"\A\ufeff?\+\+\+[ \t]*\n(?P<toml>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_YAML = re.compile(
    r"\A\ufeff?---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_NOTE = re.compile(r"^\[\^(?P<name>[^\]\s]{1,40})\]:[ \t]*(?P<text>.*(?:\n(?: {2,}|\t).*)*)", re.MULTILINE)
_NOTE_REF = re.compile(r"(?<!\\)(?P<signs>(?:\\\\)*)\[\^(?P<name>[^\]\s]{1,40})\](?!:)")
_APART = re.compile(r"^<!-- (?P<boilerplate>boilerplate )?-->$", re.MULTILINE)
_MARK, _ABOUT_MARK = "\ufdd0", "\ufdd1"  # noncharacters: in no text
_PAGE_END = re.compile(r'<div style="page-break-after: always"></div>')
_WIDE = HAN + "、。〃〈〉《》「」『』【】〔〕〖〗！（），：；？"
_IN_CHINESE = re.compile(f"[{_WIDE}][{_WIDE}{CJK_MARKS}]|[{CJK_MARKS}][{_WIDE}]")
"""Two characters between which Chinese has no space; quotes and dashes are those of English too."""

_TEXTS = ("language", "kicker", "subhead", "source", "place", "summary", "rights")
_OTHER_WORDS = {"title": "headline", "subtitle": "subhead", "description": "summary", "lang": "language"}


class MarkdownReader:
    """Reads Markdown; HTML in it is read for what it means, pictures come from the article's folder."""

    name = "md"
    suffixes = (".md", ".markdown")

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError if the front matter is broken or there is no headline."""
        text = decode(source.data)[0].replace("\r\n", "\n")
        front: dict[str, Any] = {}
        if found := _FRONT.match(text):
            try:
                front = tomllib.loads(found["toml"])
            except tomllib.TOMLDecodeError as error:
                hint = "Mend the lines between +++ and +++; they are TOML."
                raise ReadError(f"the front matter cannot be read: {error}.", hint=hint) from error
            text = text[found.end() :]
        elif found := _YAML.match(text):
            front = _simple(found["yaml"], report)
            text = text[found.end() :]
        fragment = fragment_reader.read(_html(text, source, report), report)
        blocks, boilerplate = _parted(_captioned(fragment.blocks))
        headline = str(front.get("title", front.get("headline", "")))
        if not headline and blocks and isinstance(blocks[0], Heading):
            headline, blocks = plain(blocks[0].inlines), blocks[1:]
        meta = msgspec.structs.replace(_meta(front, headline, report), boilerplate=boilerplate)
        if "language" not in front or not headline:
            made = draft(source, report, source.first_aid(Article(meta, blocks, fragment.assets), report))
            given = {n: v for n in meta.__struct_fields__ if (v := getattr(meta, n))}
            return msgspec.structs.replace(made, meta=msgspec.structs.replace(made.meta, **given))
        blocks, about = (blocks, boilerplate) if boilerplate else _boilerplate(blocks)
        name = re.sub(r"[^\w-]+", "-", PurePath(source.name).stem).strip("-")
        return Article(msgspec.structs.replace(meta, boilerplate=about, id=name), blocks, fragment.assets)


def _html(text: str, source: Source, report: Report) -> str:
    """Return Markdown as HTML, pictures beside it within, notes at its end."""
    from markdown_it import MarkdownIt

    notes = {found["name"]: " ".join(found["text"].split()) for found in _NOTE.finditer(text)}
    text = _PAGE_END.sub('<hr class="page-break">', _NOTE.sub("", text))
    text = _NOTE_REF.sub(
        lambda m: (
            f'{m["signs"]}<a href="#note-{escape(m["name"])}">x</a>' if m["name"] in notes else m.group()
        ),
        text,
    )
    text = _APART.sub(lambda m: f"<p>{_ABOUT_MARK if m['boilerplate'] else _MARK}</p>", text)
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.normalizeLink = _as_it_is  # type: ignore[method-assign, assignment]
    tokens = parser.parse(text)
    for token in tokens:
        _close_up(token.children or [])
    for number, image in enumerate(
        (child for token in tokens for child in token.children or () if child.type == "image"), 1
    ):
        asset = pictures.load(str(image.attrs.get("src", "")), source, f"picture{number}", report)
        if asset is not None:
            data = base64.b64encode(asset.data).decode("ascii")
            image.attrs["data-credit"] = str(image.attrs.get("title", ""))
            image.attrs |= {"src": f"data:{asset.media_type};base64,{data}", "title": asset.name}
            image.attrs |= {"width": str(asset.width), "height": str(asset.height)}
    rows = "".join(f'<li id="note-{escape(n)}">{parser.renderInline(t)}</li>' for n, t in notes.items())
    body = str(parser.renderer.render(tokens, parser.options, {}))
    return body + (f'<ol class="notes">{rows}</ol>' if rows else "")


def _close_up(children: Sequence[Any]) -> None:
    """Drop line ends between two characters of Chinese: a space would stand in the sentence."""
    for at, child in enumerate(children):
        if child.type == "softbreak":
            before = next((c.content[-1] for c in reversed(children[:at]) if c.content), "")
            after = next((c.content[0] for c in children[at + 1 :] if c.content), "")
            if before and after and _IN_CHINESE.fullmatch(before + after):
                child.type = "text"


def _as_it_is(address: str) -> str:
    return address


def _captioned(blocks: tuple[Block, ...]) -> list[Block]:
    """Give a line that is emphasized as a whole to the picture or table over it; drop heads without words.

    A picture's credit, which its title has too, stands at the end of that line.
    """
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Table) and not any(plain(cell.inlines).strip() for cell in block.head):
            block = msgspec.structs.replace(block, head=())
        if isinstance(last, Figure | Table) and not last.caption and (words := _emphasized(block)):
            if isinstance(last, Figure) and last.credit and plain(words).endswith(last.credit):
                words = trimmed(cut(words, len(last.credit)))
            found[-1] = msgspec.structs.replace(last, caption=words)
        else:
            found.append(block)
    return found


def _parted(blocks: list[Block]) -> tuple[tuple[Block, ...], tuple[Heading | Paragraph, ...]]:
    """Return the body and, behind the mark and the rule over it, the boilerplate."""
    marks = [plain(b.inlines) if isinstance(b, Paragraph) else "" for b in blocks]
    at = marks.index(_ABOUT_MARK) if _ABOUT_MARK in marks else len(blocks)
    body = blocks[: at - 1] if at < len(blocks) and isinstance(blocks[at - 1], Rule) else blocks[:at]
    about = (b for b in blocks[at + 1 :] if isinstance(b, Heading | Paragraph))
    keyed = (msgspec.structs.replace(block, key=f"bp{n}") for n, block in enumerate(about, 1))
    return tuple(b for b, mark in zip(body, marks, strict=False) if mark != _MARK), tuple(keyed)


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


def _meta(front: dict[str, Any], headline: str, report: Report) -> Meta:
    said = {_OTHER_WORDS.get(name, name): value for name, value in front.items()}
    words = {name: str(said[name]) for name in _TEXTS if said.get(name)}
    made = Meta(
        language=words.pop("language", ""),
        headline=headline,
        issued=_moment(said.get("date"), report),
        embargo=_moment(said.get("embargo"), report),
        keywords=_names(said.get("keywords", said.get("tags", ()))),
        credits=tuple(
            Credit(role, names)
            for role in CreditRole
            if (names := _names(said.get(f"credit-{role}", said.get("author", ()) if role == "text" else ())))
        ),
        contacts=_contacts(said.get("contact", ()), report),
        official=_official(said.get("official"), report),
    )
    return msgspec.structs.replace(made, **words)


def _contacts(given: object, report: Report) -> tuple[Contact, ...]:
    try:
        return msgspec.convert(given, tuple[Contact, ...])
    except msgspec.ValidationError as error:
        _tell(report, f"the contacts of the front matter were left out: {error}")
        return ()


def _official(given: object, report: Report) -> Official | None:
    try:
        return msgspec.convert(given, Official | None)
    except msgspec.ValidationError as error:
        _tell(report, f"the official frame of the front matter was left out: {error}")
        return None


def _names(given: object) -> tuple[str, ...]:
    if isinstance(given, str):
        return tuple(filter(None, re.split(r"\s*[,，、;；]\s*", given)))
    return tuple(str(name) for name in given) if isinstance(given, list | tuple) else ()


def _moment(given: object, report: Report) -> datetime | None:
    if given in (None, ""):
        return None
    try:
        found = datetime.fromisoformat(str(given))
    except ValueError:
        _tell(report, f"the date {str(given)[:40]!r} of the front matter cannot be read")
        return None
    return found if found.tzinfo else found.replace(tzinfo=SHANGHAI)


def _simple(text: str, report: Report) -> dict[str, Any]:
    """Return the fields of front matter in YAML that are one line each; a Notice for what is more."""
    found: dict[str, Any] = {}
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        value = value.strip()
        if not line.strip() or line.startswith("#"):
            continue
        if not colon or name != name.strip() or not value:
            _tell(report, f"a line of the front matter was left out: {line.strip()[:60]}")
        elif value.startswith("[") and value.endswith("]"):
            found[name] = [part.strip().strip("\"'") for part in value[1:-1].split(",")]
        else:
            found[name] = value.strip("\"'")
    return found


def _tell(report: Report, message: str) -> None:
    report.add(Notice(code="metadata-dropped", message=message, severity=Severity.WARNING))
