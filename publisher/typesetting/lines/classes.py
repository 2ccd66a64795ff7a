"""Classes of characters for line composition (W3C clreq 3.1, Unicode UAX 14)."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

OPENING = frozenset("“‘（［｛〔《〈【〖「『〝([{⦅｟")
CLOSING = frozenset("”’）］｝〕》〉】〗」』〞)]}⦆｠")
PAUSE_AND_STOP = frozenset("、，；：。．！？｡､,;:.!?‼⁇⁈⁉")
"""点号 (clreq 3.1.1): no line begins with one."""

CONNECTORS = frozenset("–～〜~-‐")
"""连接号; no line begins with one."""

MIDDLE_DOTS = frozenset("·・‧•")
SOLIDUS = frozenset("/／")
"""分隔号: at no line start, and under GB/T 15834 at no line end."""

PAIRED = frozenset("—…⋯―⸺")
"""破折号 and 省略号: a pair is never parted, and under strict rules begins no line."""

SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々〻")
POSTFIX = frozenset("%‰％℃℉°′″")
PREFIX = frozenset("$￥¥€£＄＃#№±+−")

AMBIGUOUS = frozenset("“”‘’—…·―⋯")
"""Marks that Chinese and English share: the language decides which font sets them."""

_HAN = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x3FFFF), (0x3005, 0x3007), (0x3021, 0x3029),
    (0x2E80, 0x2FDF), (0xF900, 0xFAFF),
)  # fmt: skip


@lru_cache(maxsize=8192)
def is_han(char: str) -> bool:
    """Tell a character of the Han script, marks left out."""
    code = ord(char)
    return any(first <= code <= last for first, last in _HAN)


@lru_cache(maxsize=8192)
def is_wide(char: str) -> bool:
    """Tell what stands in a square of its own: Han, kana, Hangul, fullwidth forms, emoji (UAX 11)."""
    return unicodedata.east_asian_width(char) in "WF"


@lru_cache(maxsize=8192)
def is_word(char: str) -> bool:
    """Tell a letter or digit of a script that is written in words: Latin, Cyrillic, Arabic, Tibetan."""
    return not is_wide(char) and unicodedata.category(char)[0] in "LNM"


def elided(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of ``text`` with an apostrophe inside start and end: Xi’an, L’Oréal, it’s.

    Such an apostrophe is of the word's script, in Chinese text too.
    """
    end = 0
    while (at := text.find("’", end + 1)) > 0:
        start, end = at, at + 1
        while start and is_word(text[start - 1]):
            start -= 1
        while end < len(text) and (is_word(text[end]) or (text[end] == "’" and is_word(text[end - 1]))):
            end += 1
        if text[end - 1] == "’" and end - 1 > at:
            end -= 1  # closes a quotation
        if start < at < end - 1:
            yield start, end


@lru_cache(maxsize=8192)
def joins(char: str) -> bool:
    """Tell what belongs to the character before it: combining marks, variation selectors, joiners."""
    return unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf") and char not in "\u200b\u2060\xad"
