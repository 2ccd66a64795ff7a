"""What stands around a mark: the characters that govern it, and its sentence."""

import re

from publisher.localization.edits import LINE_BREAK
from publisher.localization.han import CJK_MARKS, HAN, is_han

ENDS = frozenset("。！？!?；;" + LINE_BREAK)
_CLOSERS = frozenset("”’」』）)】》〉\"'")
_CHINESE = re.compile(f"[{HAN}{re.escape(CJK_MARKS.translate(dict.fromkeys(map(ord, '“”‘’…—·'))))}]")
NEAR = 64
"""How far a mark looks ahead; a line may be a whole article."""
_LONGEST = 400
"""No sentence is taken for longer than this."""


def is_chinese_char(char: str) -> bool:
    """Tell whether ``char`` is Han or a mark of Chinese text."""
    return bool(_CHINESE.match(char))


def before_mark(text: str, at: int) -> str:
    """Return the character that governs position ``at`` from the left, closers and spaces aside."""
    i = place_before(text, at)
    return text[i] if i >= 0 else ""


def after_mark(text: str, at: int) -> str:
    """Return the character that governs position ``at`` from the right, openers and spaces aside."""
    i = place_after(text, at)
    return text[i] if i >= 0 else ""


def place_before(text: str, at: int) -> int:
    """Return where the character stands that governs position ``at`` from the left, or -1."""
    i = at - 1
    while i >= 0 and (text[i] in _CLOSERS or text[i] == " "):
        if text[i] in "”’」』）】》〉" and is_chinese_char(text[i]):
            return i
        i -= 1
    return i


def place_after(text: str, at: int) -> int:
    """Return where the character stands that governs position ``at`` from the right, or -1."""
    near = min(len(text), at + NEAR)
    while at < near and text[at] in " “‘「『（(\"'":
        at += 1
    return at if at < near else -1


def clause_before(text: str, at: int) -> str:
    """Return the sentence that ends at ``at``."""
    start, least = at, max(0, at - _LONGEST)
    while start > least and text[start - 1] not in ENDS:
        start -= 1
    return text[start:at]


def in_chinese_clause(text: str, at: int) -> bool:
    """Tell whether the sentence that ends at ``at`` is mostly Chinese."""
    clause = clause_before(text, at)
    return has_han(clause) and sum(map(is_han, clause)) * 2 >= len(re.findall(r"[A-Za-z]+|\d+", clause))


def has_han(text: str) -> bool:
    """Tell whether ``text`` has a Han character."""
    return any(map(is_han, text))
