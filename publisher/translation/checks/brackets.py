"""Brackets: each with its mate in the target, if they have it in the source."""

import re
from collections.abc import Iterator

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair, Span
from publisher.translation.checks.reference import Reference

_MATES = {")": "(", "）": "(", "]": "[", "］": "[", "】": "【", "〕": "〔", "}": "{", "｝": "{"}
_OPENERS = {"(": "(", "（": "(", "[": "[", "［": "[", "【": "【", "〔": "〔", "{": "{", "｛": "{"}
_ITEM = re.compile(r"(?:^|(?<=[\s，。；,;：:(（]))[0-9A-Za-z一二三四五六七八九十]{1,3}[)）]")
_FACE = re.compile(r"[:;]-?[()]")


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield an error for a bracket of the target that stands alone, while none does in the source."""
    lone = _lone(pair.target)
    if lone and not _lone(pair.source):
        marks = " ".join(pair.target[a:b] for a, b in lone)
        yield pair.mark("brackets", Level.ERROR, f"{marks} without its mate in the target", target=lone)


def _lone(text: str) -> tuple[Span, ...]:
    passed = {found.end() - 1 for found in _ITEM.finditer(text)}
    passed |= {found.end() - 1 for found in _FACE.finditer(text)}
    open_at: list[tuple[str, int]] = []
    lone: list[int] = []
    for at, char in enumerate(text):
        if char in _OPENERS:
            open_at.append((_OPENERS[char], at))
        elif char in _MATES:
            if open_at and open_at[-1][0] == _MATES[char]:
                open_at.pop()
            elif at not in passed:
                lone.append(at)
    lone.extend(at for _, at in open_at if at not in passed)
    return tuple((at, at + 1) for at in sorted(lone))
