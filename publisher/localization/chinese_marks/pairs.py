"""Brackets and quotes, which go by pairs."""

import re
from collections.abc import Callable, Iterator

from publisher.localization.chinese_marks.context import (
    ENDS,
    before_mark,
    has_han,
    is_chinese_char,
)
from publisher.localization.edits import LINE_BREAK, Edit

_BRACKET = re.compile("[()（）]")
_WIDE_BRACKETS = {"(": "（", ")": "）"}
_TONED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ"
_FINALS = (  # a consonant before a vowel begins the next syllable
    "(?:iong|iang|uang|ang|eng|ong|ing|ian|uan|an|en|in|un|ün|er)(?![aoeiuü])"
    "|iao|uai|ai|ei|ao|ou|ia|ie|iu|ua|uo|ui|ue|üe|[aoeiuü]"
)
_PINYIN = re.compile(
    rf"(?:(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])(?:{_FINALS})"
    r"|(?:ang|eng|an|en|er)(?![aoeiuü])|ai|ei|ao|ou|[aoe])['’ -]?)++"
)
_TONELESS = str.maketrans(_TONED, "aaaaooooeeeeiiiiuuuuüüüü")
_INTERVAL = re.compile(r"[-+]?[\d.]+,\s?[-+]?[\d.∞]+")
_SYLLABLE = re.compile(f"[a-zü{_TONED}]{{1,8}}[1-5]?")
_WORDS = re.compile(f"(?=[^)）]*[{_TONED}])[A-Za-züĀÁǍÀŌÓǑÒĒÉĚÈ{_TONED} '’-]{{1,60}}")
_AREA_CODE = re.compile(r"\(\+?\d{1,4}\) ?(?=\d{3,4}[- ]?\d{3,4})")  # of a telephone number
_FORMULA = re.compile(
    r"(?<![A-Za-z])(?:[A-Z][a-z]?\d*){1,6}(?<=\d)[A-Z]?[a-z]?\Z|(?<![A-Za-z])[A-Z]\d[A-Z]\Z"
)
_DOUBLE = re.compile('[“”"＂]')


def widened_brackets(text: str, fixed: bytearray) -> Iterator[Edit]:
    """Yield what makes brackets around Han, or beside them, fullwidth, in pairs."""
    stack: list[int] = []
    for found in _BRACKET.finditer(text):
        i, char = found.start(), found[0]
        if fixed[i]:
            continue
        if char in "(（":
            stack.append(i)
        elif char in ")）" and stack:
            start = stack.pop()
            if text[start] == "（" and char == "）":
                continue
            mixed = text[start] == "（" or char == "）"
            inner = text[start + 1 : i]
            if (
                _AREA_CODE.match(text, start)
                or _is_kept(inner)
                or _FORMULA.search(text[max(0, start - 12) : start])
            ):
                continue  # an interval, a reading, a formula's name
            outside = before_mark(text, start) if start else ""
            opens_line = not outside or outside in ENDS
            tail = is_chinese_char(text[i + 1 : i + 2])
            if mixed or has_han(inner) or is_chinese_char(outside) or (opens_line and tail):
                yield from (Edit(k, k + 1, _WIDE_BRACKETS[text[k]]) for k in (start, i) if text[k] in "()")


def _is_kept(inner: str) -> bool:
    """Tell an interval or a reading (Běijīng) from what else stands in brackets, such as a name (Hélène)."""
    if _INTERVAL.fullmatch(inner) or _SYLLABLE.fullmatch(inner):
        return True
    return bool(_WORDS.fullmatch(inner) and _PINYIN.fullmatch(inner.lower().translate(_TONELESS)))


def curled_quotes(corner: bool) -> Callable[[str], Iterator[Edit]]:
    """Return what finds straight quotes to curl; ``corner`` asks for 「」."""
    shapes = {'"': "「」" if corner else "“”", "'": "『』" if corner else "‘’"}

    def find(text: str) -> Iterator[Edit]:
        done = False
        for edit in _mended_pairs(text, shapes['"']):
            done = True
            yield edit
        for mark, shape in shapes.items():
            if done and mark == '"':
                continue
            places = [m.start() for m in re.finditer(mark, text) if not _is_apostrophe(text, m.start())]
            if len(places) % 2:
                continue
            for start, end in zip(places[::2], places[1::2], strict=True):
                inner = text[start + 1 : end]
                around = text[start - 1 : start] + text[end + 1 : end + 2]
                if (
                    inner
                    and LINE_BREAK not in inner
                    and (has_han(inner) or any(map(is_chinese_char, around)))
                ):
                    yield Edit(start, start + 1, shape[0])
                    yield Edit(end, end + 1, shape[1])

    return find


def _mended_pairs(text: str, shape: str) -> Iterator[Edit]:
    """Yield what makes pairs of double quotes of which some are straight, and some face the wrong way."""
    places = [m.start() for m in _DOUBLE.finditer(text)]
    marks = "".join(text[at] for at in places)
    if len(places) % 2 or not has_han(text) or not set(marks) & set("“”＂"):
        return
    depth = 0
    for mark in marks:
        depth += {"“": 1, "”": -1}.get(mark, 9)
        if not 0 <= depth <= 2:
            break
    else:
        if depth == 0:
            return  # they pair as they are, one in another perhaps
    for number, at in enumerate(places):
        new = shape[number % 2]
        if text[at] != new and not (shape != "“”" and text[at] in "“”"):
            yield Edit(at, at + 1, new)


def _is_apostrophe(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] == '"':
        return False
    return (before.isascii() and before.isalnum()) and (not after or (after.isascii()))
