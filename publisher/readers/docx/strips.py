"""Runs of inlines cut to size: trimmed, set in one line, their strong marks taken off."""

import re

from publisher.model import Inline, LineBreak, Strong, Text
from publisher.readers.docx.inlines import joined
from publisher.walk import plain

HAN = re.compile(r"[\u3400-\u9fff]")
EDGE = " \t\u3000\xa0\n"
"""What may stand around a line and says nothing."""


def trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return ``inlines`` without spaces and line ends around them."""
    found = list(inlines)
    while found and (
        isinstance(found[0], LineBreak) or (isinstance(found[0], Text) and not found[0].text.strip(EDGE))
    ):
        found.pop(0)
    while found and (
        isinstance(found[-1], LineBreak) or (isinstance(found[-1], Text) and not found[-1].text.strip(EDGE))
    ):
        found.pop()
    if found and isinstance(first := found[0], Text):
        found[0] = Text(first.text.lstrip(EDGE))
    if found and isinstance(last := found[-1], Text):
        found[-1] = Text(last.text.rstrip(EDGE))
    return tuple(found)


def is_strong(inlines: tuple[Inline, ...]) -> bool:
    """Tell whether all words of ``inlines`` are strong."""
    return bool(inlines) and all(isinstance(n, Strong) or not plain((n,)).strip() for n in inlines)


def weak(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return ``inlines`` without strong marks: a heading is bold anyway."""
    return joined([inner for n in inlines for inner in (n.children if isinstance(n, Strong) else (n,))])


def in_line(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return ``inlines`` with a space, or in Chinese nothing, for each line end."""
    gap = "" if HAN.search(plain(inlines)) else " "
    return joined([Text(gap) if isinstance(n, LineBreak) else n for n in inlines])


def one_line(inlines: tuple[Inline, ...]) -> str:
    """Return ``inlines`` as one line of text."""
    return " ".join(plain(in_line(inlines)).replace("\xa0", " ").split(" ")).strip()


def cut(inlines: tuple[Inline, ...], count: int) -> tuple[Inline, ...]:
    """Return ``inlines`` without their last ``count`` characters, which stand in one text."""
    *before, last = inlines
    if isinstance(last, Text) and len(last.text) >= count:
        return trimmed((*before, Text(last.text[:-count])))
    return inlines
