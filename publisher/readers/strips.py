"""Runs of inlines cut to size: joined, trimmed, set in one line, their strong marks taken off."""

import re

from publisher.model import Emphasis, Inline, LineBreak, Link, Strong, Text
from publisher.walk import plain

HAN = re.compile(r"[\u3400-\u9fff]")
EDGE = " \t\u3000\xa0\n"
"""What may stand around a line and says nothing."""

_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")


def joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Return ``inlines`` with neighbours of one kind as one: programs cut runs anywhere."""
    found: list[Inline] = []
    for node in inlines:
        last = found[-1] if found else None
        if isinstance(node, Text) and not node.text:
            continue
        if isinstance(node, Text) and isinstance(last, Text):
            found[-1] = Text(last.text + node.text)
        elif isinstance(node, Strong) and isinstance(last, Strong):
            found[-1] = Strong(joined([*last.children, *node.children]))
        elif isinstance(node, Emphasis) and isinstance(last, Emphasis):
            found[-1] = Emphasis(joined([*last.children, *node.children]))
        elif isinstance(node, Link) and isinstance(last, Link) and node.url == last.url:
            found[-1] = Link(node.url, joined([*last.children, *node.children]))
        else:
            found.append(node)
    return tuple(found)


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


def split(inlines: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    """Return the lines of ``inlines``, parted at the line ends that stand in no mark."""
    found: list[list[Inline]] = [[]]
    for node in inlines:
        if isinstance(node, LineBreak):
            found.append([])
        else:
            found[-1].append(node)
    return [tuple(line) for line in found]


def cut(inlines: tuple[Inline, ...], count: int) -> tuple[Inline, ...]:
    """Return ``inlines`` without their last ``count`` characters, which stand in one text."""
    *before, last = inlines
    if isinstance(last, Text) and len(last.text) >= count:
        return trimmed((*before, Text(last.text[:-count])))
    return inlines


def raised(text: str, *, lowered: bool = False) -> str:
    """Return ``text`` in the raised or lowered characters of Unicode; nothing where one has none."""
    table = _LOWERED if lowered else _RAISED
    return text.translate(table) if all(ord(c) in table or c.isspace() for c in text) else ""
