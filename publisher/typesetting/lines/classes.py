"""Classes of characters for line composition (W3C clreq 3.1, Unicode UAX 14)."""

import re
import unicodedata
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

_HAN = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


@lru_cache(maxsize=8192)
def is_han(char: str) -> bool:
    """Tell a character of the Han script, marks left out."""
    return _HAN.match(char) is not None


@lru_cache(maxsize=8192)
def is_wide(char: str) -> bool:
    """Tell what stands in a square of its own: Han, kana, Hangul, fullwidth forms, emoji (UAX 11)."""
    return unicodedata.east_asian_width(char) in "WF"


@lru_cache(maxsize=8192)
def is_word(char: str) -> bool:
    """Tell a letter or digit of a script that is written in words: Latin, Cyrillic, Arabic, Tibetan."""
    return not is_wide(char) and unicodedata.category(char)[0] in "LNM"


@lru_cache(maxsize=8192)
def joins(char: str) -> bool:
    """Tell what belongs to the character before it: combining marks, variation selectors, joiners."""
    return unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf") and char not in "\u200b\u2060\xad"
