"""Markdown as HTML, from which its blocks are read."""

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from publisher.contracts import Source
from publisher.localization.han import CJK_MARKS, HAN
from publisher.readers.markdown.images import Images
from publisher.report import Report

_NOTE = re.compile(r"^\[\^(?P<name>[^\]\s]{1,40})\]:[ \t]*(?P<text>.*(?:\n(?: {2,}|\t).*)*)", re.MULTILINE)
_NOTE_REF = re.compile(r"(?<!\\)(?P<signs>(?:\\\\)*)\[\^(?P<name>[^\]\s]{1,40})\](?!:)")
_APART = re.compile(r"^<!-- (?P<boilerplate>boilerplate )?-->$", re.MULTILINE)
MARK, ABOUT_MARK = "\ufdd0", "\ufdd1"  # noncharacters: in no text
_PAGE_END = re.compile(r'<div style="page-break-after: always"></div>')
_WIDE = HAN + "、。〃〈〉《》「」『』【】〔〕〖〗！（），：；？"
_IN_CHINESE = re.compile(f"[{_WIDE}][{_WIDE}{CJK_MARKS}]|[{CJK_MARKS}][{_WIDE}]")
"""Two characters between which Chinese has no space; quotes and dashes are those of English too."""


def html(text: str, source: Source, report: Report, *, own: bool) -> str:
    """Return Markdown, ours or another's, as HTML, pictures beside it within, notes at its end."""
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
    Images(source, report, own=own).put(tokens)
    rows = "".join(f'<li id="note-{escape(n)}">{parser.renderInline(t)}</li>' for n, t in notes.items())
    body = str(parser.renderer.render(tokens, parser.options, {}))
    return body + (f'<ol class="notes">{rows}</ol>' if rows else "")


def _close_up(children: Sequence[Any]) -> None:
    """Drop line ends between two characters of Chinese: a space would stand in the sentence."""
    before, end = "", None  # the last words, and the line end behind them
    for child in children:
        if child.type == "softbreak":
            end = child
        elif child.content:
            if end is not None and before and _IN_CHINESE.fullmatch(before[-1] + child.content[0]):
                end.type = "text"
            before, end = child.content, None


def _as_it_is(address: str) -> str:
    return address
