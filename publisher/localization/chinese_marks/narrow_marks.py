"""Half-width marks that stand in a Chinese sentence."""

import re
from collections.abc import Container, Iterator

from publisher.localization.chinese_marks.context import (
    NEAR,
    clause_before,
    has_han,
    in_chinese_clause,
    is_chinese_char,
    place_after,
    place_before,
)
from publisher.localization.edits import LINE_BREAK, Edit
from publisher.localization.han import HAN, is_han

_WIDE = {",": "，", ".": "。", "!": "！", "?": "？", ":": "：", ";": "；", "｡": "。", "､": "、"}
_NARROW_MARK = re.compile("[,.!?:;｡､]")
_ENGLISH_BEFORE = re.compile(  # What’s your name
    r"(?:\A|(?<=[。！？；：“‘「（()\u2028]))\s*[A-Za-z'’]+(?:[,;]? [A-Za-z0-9'’\-]+){1,40}\Z"
)
_AFTER_UNIT = re.compile(rf"[{HAN}]\s?\d[\d.,]* ?[A-Za-zμΩ°][A-Za-z/·²³%]*\Z")
_LATIN_THEN_HAN = re.compile(rf", ?[A-Z][A-Z0-9]+[{HAN}]")  # 360 Wh/kg, CLTC工况下
_ASKS = re.compile("[吗嗎么麼呢吧啊谁誰什怎何哪几幾多少否孰岂豈]|(.)[不没沒]\\1|是不是|真的|难道|難道")
_DATE_OR_COUNT = re.compile(rf"\d[\d,.:%]*[{HAN}]\w|[A-Z]{{2,}}[{HAN}]")


def widened_marks(text: str, fixed: bytearray) -> Iterator[Edit]:
    """Yield what makes half-width marks in Chinese sentences fullwidth, but where ``fixed`` holds them.

    A row of marks (``!!!!!!``, ``! ! !``) follows its neighbour from either side.
    """
    places = [match.start() for match in _NARROW_MARK.finditer(text)]
    places = [i for i in places if not fixed[i] and not stands_for_a_character(text, i)]
    wide: set[int] = set()
    for sweep in (places, reversed(places)):
        wide.update(i for i in sweep if i not in wide and _is_chinese_mark(text, i, wide))
    for i in sorted(wide):
        yield Edit(i, i + 1, _WIDE[text[i]])


def stands_for_a_character(text: str, at: int) -> bool:
    """Tell a question mark between two Han where nothing is asked: it stands for a character."""
    beside = is_han(text[at - 1 : at]) and is_han(text[at + 1 : at + 2])
    return text[at] == "?" and beside and not _ASKS.search(clause_before(text, at))


def _is_chinese_mark(text: str, at: int, wide: Container[int]) -> bool:
    char = text[at]
    if char in "｡､":
        return True
    left, right = place_before(text, at), place_after(text, at + 1)
    before = _WIDE[text[left]] if left in wide else text[left] if left >= 0 else ""
    after = _WIDE[text[right]] if right in wide else text[right] if right >= 0 else ""
    follows = text[at + 1 : at + 2]
    if char == ".":
        if text[at - 1 : at] == "." or follows == ".":
            return False
        if follows.isascii() and follows.isalnum():  # …转账.6月 ends a sentence, 图.3 and 网站.cn do not
            return is_han(text[at - 1 : at]) and _DATE_OR_COUNT.match(text, at + 1) is not None
        if is_chinese_char(before) or (is_han(follows) and in_chinese_clause(text, at)):
            return True
        # 增长12%. and …了AI. end a Chinese sentence; a list number or an abbreviation is held fast above
        ends = not after or after == LINE_BREAK or follows in ("”", "」") or before in "%％"
        return bool(before) and ends and in_chinese_clause(text, at)
    if is_chinese_char(before):
        return not (char == ":" and follows in (")", "-", "/"))
    if not before or before == LINE_BREAK:
        return False
    if char == "," and _AFTER_UNIT.search(text, max(0, at - NEAR), at) and _LATIN_THEN_HAN.match(text, at):
        return True
    if char in "!?" and text[at - 1].isalpha() and _ENGLISH_BEFORE.search(text, max(0, at - NEAR), at):
        return False
    if char == ":" and follows == " " and not has_han(clause_before(text, at)):
        return False  # a label in Latin letters has its own style
    if is_chinese_char(after) or (follows in ("“", "「") and has_han(text[at : at + NEAR])):
        return has_han(clause_before(text, at)) or is_han(after) or char in ",;:!?"
    return (not after or after == LINE_BREAK or text[at + 1 : at + 2] in ("”", "」")) and in_chinese_clause(
        text, at
    )
