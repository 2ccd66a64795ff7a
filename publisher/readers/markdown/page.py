"""Markdown as HTML, from which its blocks are read."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Any

from publisher.contracts import Source
from publisher.localization import front_matter
from publisher.localization.han import CJK_MARKS, HAN
from publisher.readers.markdown.images import Images
from publisher.report import Notice, Report, Severity

_NOTE = re.compile(r"^\[\^(?P<name>[^\]\s]{1,40})\]:[ \t]*(?P<text>.*(?:\n(?: {2,}|\t).*)*)", re.MULTILINE)
_NOTE_REF = re.compile(r"(?<!\\)(?P<signs>(?:\\\\)*)\[\^(?P<name>[^\]\s]{1,40})\](?!:)")
_APART = re.compile(r"^<!-- (?P<boilerplate>boilerplate )?-->$", re.MULTILINE)
MARK, ABOUT_MARK = "\ufdd0", "\ufdd1"  # noncharacters: in no text
_PAGE_END = re.compile(r'<div style="page-break-after: always"></div>')
_ATTRIBUTES = re.compile(r"\s*\{[:#.][^{}]{0,80}\}\Z")
"""What some programs read behind a heading: {#id .class}."""

_TEXT_LINE = r"(?![-+*] |[>|`~ ]|\d+[.)] ).+"
_SEVERAL_LINES = re.compile(rf"^{_TEXT_LINE}(?:\n{_TEXT_LINE})+", re.MULTILINE)
_SIGNS = re.compile(r"^#+ *|[*_`]|[ \\]+$")

_WIDE = HAN + "、。〃〈〉《》「」『』【】〔〕〖〗！（），：；？"
_IN_CHINESE = re.compile(f"[{_WIDE}][{_WIDE}{CJK_MARKS}]|[{CJK_MARKS}][{_WIDE}]")
"""Two characters between which Chinese has no space; quotes and dashes are those of English too."""


def html(text: str, source: Source, report: Report, *, own: bool) -> str:
    """Return Markdown, ours or another's, as HTML, pictures beside it within, notes at its end."""
    from markdown_it import MarkdownIt

    text = text if own else _contacts_apart(text)
    notes = {found["name"]: " ".join(found["text"].split()) for found in _NOTE.finditer(text)}
    text = _PAGE_END.sub('<hr class="page-break">', _NOTE.sub("", text))
    text = _NOTE_REF.sub(
        lambda m: (
            f'{m["signs"]}<a href="#note-{escape(m["name"])}">x</a>' if m["name"] in notes else m.group()
        ),
        text,
    )
    text = _APART.sub(lambda m: f"<p>{ABOUT_MARK if m['boilerplate'] else MARK}</p>", text)
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.normalizeLink = _as_it_is  # type: ignore[method-assign, assignment]
    tokens = parser.parse(text)
    for before, token in pairwise(tokens):
        children = token.children or []
        _close_up(children)
        if before.type == "heading_open" and children:
            children[-1].content = _ATTRIBUTES.sub("", children[-1].content)
    _tell(tokens, notes, text, report)
    Images(source, report, own=own).put(tokens)
    rows = "".join(f'<li id="note-{escape(n)}">{parser.renderInline(t)}</li>' for n, t in notes.items())
    body = str(parser.renderer.render(tokens, parser.options, {}))
    return body + (f'<ol class="notes">{rows}</ol>' if rows else "")


def _contacts_apart(text: str) -> str:
    """Return ``text`` with lines of contacts in paragraphs of their own: in Markdown they would be one."""

    def apart(paragraph: re.Match[str]) -> str:
        lines = paragraph[0].split("\n")
        first, *others = (bool(front_matter.is_contact_start(_SIGNS.sub("", line))) for line in lines)
        return "\n\n".join(line.rstrip(" \\") for line in lines) if first and any(others) else paragraph[0]

    return _SEVERAL_LINES.sub(apart, text)


def _tell(tokens: Sequence[Any], notes: Mapping[str, str], text: str, report: Report) -> None:
    """Tell of what has no place in an article."""
    if any(child.type == "s_open" for token in tokens for child in token.children or ()):
        message = "struck-out text is kept as text"
        report.add(Notice(code="strike-dropped", message=message, severity=Severity.WARNING))
    for name, note in notes.items():
        if f'href="#note-{escape(name)}"' not in text:
            message = f"a note that nothing leads to was left out: {note[:60]}"
            report.add(Notice(code="note-unread", message=message, severity=Severity.WARNING))


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
