"""Markdown as HTML, from which its blocks are read."""

import base64
import re
from collections.abc import Sequence
from html import escape
from typing import Any

from publisher.contracts import Source
from publisher.localization.han import CJK_MARKS, HAN
from publisher.readers import pictures
from publisher.report import Report

_NOTE = re.compile(r"^\[\^(?P<name>[^\]\s]{1,40})\]:[ \t]*(?P<text>.*(?:\n(?: {2,}|\t).*)*)", re.MULTILINE)
_NOTE_REF = re.compile(r"(?<!\\)(?P<signs>(?:\\\\)*)\[\^(?P<name>[^\]\s]{1,40})\](?!:)")
_APART = re.compile(r"^<!-- (?P<boilerplate>boilerplate )?-->$", re.MULTILINE)
MARK, ABOUT_MARK = "\ufdd0", "\ufdd1"  # noncharacters: in no text
_PAGE_END = re.compile(r'<div style="page-break-after: always"></div>')
_WIDE = HAN + "、。〃〈〉《》「」『』【】〔〕〖〗！（），：；？"
_IN_CHINESE = re.compile(f"[{_WIDE}][{_WIDE}{CJK_MARKS}]|[{CJK_MARKS}][{_WIDE}]")
"""Two characters between which Chinese has no space; quotes and dashes are those of English too."""


def html(text: str, source: Source, report: Report) -> str:
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
    text = _APART.sub(lambda m: f"<p>{ABOUT_MARK if m['boilerplate'] else MARK}</p>", text)
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
