"""Where a line may end: UAX 14 with clreq's rules for line starts, line ends and what stays whole."""

import re
from collections.abc import Iterator
from enum import StrEnum

from publisher.typesetting.lines.classes import (
    CLOSING,
    CONNECTORS,
    MIDDLE_DOTS,
    OPENING,
    PAIRED,
    PAUSE_AND_STOP,
    POSTFIX,
    PREFIX,
    SMALL_KANA,
    SOLIDUS,
    is_wide,
    is_word,
    joins,
)


class Strictness(StrEnum):
    """The three levels of clreq 3.1.4: basic; GB also parts no solidus; strict begins no line with —— or …….

    Under all of them a pair stays together.
    """

    BASIC = "basic"
    GB = "gb"
    STRICT = "strict"


NO_BREAK = frozenset("\u00a0\u202f\u2060\ufeff\u2007\u2011")
SPACES = frozenset(" \u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000\t")

_FIGURE = r"[$￥¥€£＄#№±+−-]?\d+(?:[.,:：/]\d+)*"
_SCALE = "[十百千万萬亿億兆]*[余餘多]?"
_UNIT = (
    "(?:个百分点|個百分點|平方公里|平方米|立方米|千瓦时|公里|公斤|公顷|千米|毫米|厘米|千克|美元|欧元|歐元|日元|港元"
    "|英镑|人民币|年|月|日|时|時|点|點|分|秒|元|角|岁|歲|周|週|米|克|吨|噸|亩|畝|斤|升|度|倍|成|折|届|屆|号|號|期|条|條"
    "|章|页|頁|人|家|名|位|个|個|项|項|件|台|次|场|場|种|種|所|座|户|戶|天|小时|小時|分钟|分鐘|世纪|世紀|级|級|万|亿)?"
)
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
)
_DAYS = r"\d{1,2}(?:[–-]\d{1,2})?(?![\d,.]*\d)"
_SCALED = r"(?:million|billion|trillion|per ?cent|[ap]\.m\.|[ap]m|km|kg|cm|mm|ha|kW|MW|GW)(?![A-Za-z])"
_WHOLE = re.compile(
    rf"\b{_MONTH} {_DAYS}|\b{_DAYS} {_MONTH}(?!\w)|{_FIGURE} {_SCALED}|\bNo\. ?\d+"
    rf"|{_FIGURE}[ \u00a0]?[%‰％℃°]|{_FIGURE}{_SCALE}{_UNIT}"
    r"|第[一二三四五六七八九十百零〇\d]+[届屆章条條期次号號名]?"
)
"""Figures with sign, scale and unit stay whole (clreq 3.1.4; GB/T 15835), English days with their month."""

ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s\u3000-\u9fff\uff00-\uffef]+"
    r"|(?<![A-Za-z0-9.+_-])[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
_ALIKE = re.compile("[\u4e00-\u9fff]+|[A-Za-z]+|.", re.DOTALL)
"""Most of a text: a line may end between any two ideographs, between letters nowhere (UAX 14, ID and AL)."""

_AFTER_IN_ADDRESS = frozenset("/?&=#_-.@+")
_SHORTEST_TAIL = 5
"""No line begins with so few characters of an address: com, html and the like stay with what they end."""


def breaks(text: str, strictness: Strictness = Strictness.STRICT) -> tuple[bool, ...]:
    """Return for each offset of ``text`` whether a line may end before it; 0 and the end are no breaks.

    A space at a break belongs to the line that ends. Line feeds are not
    looked at: the caller cuts there.
    """
    allowed = [False] * (len(text) + 1)
    for found in _ALIKE.finditer(text):
        start, end = found.span()
        allowed[start] = start > 0 and _between(text, start, strictness)
        allowed[start + 1 : end] = [text[start] > "z"] * (end - start - 1)
    for start, end in wholes(text):
        for at in range(start + 1, end):
            allowed[at] = False
    for address in ADDRESS.finditer(text):
        _inside_address(text, address.start(), address.end(), allowed)
    return tuple(allowed)


def wholes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each figure with its sign, scale and unit, or its month, starts and ends (clreq 3.1.4)."""
    return (found.span() for found in _WHOLE.finditer(text))


_BEFORE_UNIT = re.compile(
    rf"(?:{_FIGURE}|第[一二三四五六七八九十百零〇\d]+)(?=[十百千万萬亿億兆]*{_UNIT[:-1]})"
)


def last_resorts(text: str) -> frozenset[int]:
    """Return the offsets between a figure and its Chinese unit: a line may end there before it gapes.

    clreq 3.1.4 keeps them together; a narrow column cannot always.
    """
    return frozenset(found.end() for found in _BEFORE_UNIT.finditer(text))


def _between(text: str, at: int, strictness: Strictness) -> bool:
    before, after = text[at - 1], text[at]
    if after in SPACES or joins(after) or before in NO_BREAK or after in NO_BREAK:
        return False
    if before == "\u200b":
        return True
    if _starts_no_line(text, at, strictness):
        return False
    if before in SPACES:
        last = _last_before_space(text, at)
        return last is not None and last not in OPENING
    if _ends_no_line(before, strictness) or (before in PAIRED and after == before):
        return False
    if before in PREFIX and (after.isdigit() or after in PREFIX):
        return False
    if before == "’" and at > 1 and is_word(text[at - 2]) and is_word(after):
        return False  # an apostrophe: don’t, Xi’an
    wide_before, wide_after = _wide(before), _wide(after)
    if wide_before or wide_after:
        return True
    if before in PAIRED or after in PAIRED:
        return after not in CLOSING
    return before in CONNECTORS and at > 1 and is_word(text[at - 2]) and after.isalpha()


def _wide(char: str) -> bool:
    return is_wide(char) or char in "“”‘’" or char in MIDDLE_DOTS


def _starts_no_line(text: str, at: int, strictness: Strictness) -> bool:
    char, before = text[at], text[at - 1]
    if char in "’" and at + 1 < len(text) and is_word(before) and is_word(text[at + 1]):
        return True
    if char in CLOSING or char in SMALL_KANA or char in MIDDLE_DOTS or char in POSTFIX or char in SOLIDUS:
        return True
    if char in PAUSE_AND_STOP:
        # .NET after a space begins a word
        return not (before in SPACES and char == "." and at + 1 < len(text) and text[at + 1].isalnum())
    if char in CONNECTORS:
        return before not in SPACES
    return strictness is Strictness.STRICT and char in PAIRED and before not in SPACES


def _ends_no_line(char: str, strictness: Strictness) -> bool:
    return char in OPENING or (strictness is not Strictness.BASIC and char in SOLIDUS)


def _last_before_space(text: str, at: int) -> str | None:
    n = at - 1
    while n >= 0 and text[n] in SPACES:
        n -= 1
    return text[n] if n >= 0 else None


def _inside_address(text: str, start: int, end: int, allowed: list[bool]) -> None:
    """Part an address only behind its own marks, never so that a mark is lost to sight at a line start."""
    for at in range(start + 1, end):
        allowed[at] = (
            text[at - 1] in _AFTER_IN_ADDRESS
            and text[at] not in _AFTER_IN_ADDRESS
            and at - start > 3
            and end - at > _SHORTEST_TAIL
        )
