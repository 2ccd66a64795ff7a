"""What kind of character this is: Han or not, common or rare, in which script."""

import re
from functools import lru_cache

from publisher.localization.han import CJK_MARKS as CJK_MARKS
from publisher.localization.han import HAN as HAN
from publisher.localization.han import is_chinese as is_chinese
from publisher.localization.han import is_han as is_han


@lru_cache(maxsize=8192)
def code(char: str, encoding: str) -> bytes:
    """Return the bytes of ``char`` in ``encoding``, empty if it has none."""
    try:
        return char.encode(encoding)
    except UnicodeError:
        return b""


@lru_cache(maxsize=8192)
def rarity(char: str) -> int:
    """Grade ``char``: 0 everyday, 1 second-level, 2 hardly ever met in running text.

    The everyday characters are the first levels of GB 2312 (3,755) and of Big5
    (5,401), read off their code points, so that no table has to be loaded.
    """
    if not is_han(char):
        return 0 if char in CJK_MARKS or char.isascii() else 2
    gb = code(char, "gb2312")
    if gb and 0xB0 <= gb[0] <= 0xD7:
        return 0
    big5 = code(char, "cp950")
    if big5 and 0xA4 <= big5[0] <= 0xC6:
        return 1 if gb else 0
    return 1 if gb else 2


@lru_cache(maxsize=8192)
def traditional_only(char: str) -> bool:
    """Tell whether ``char`` may be a Traditional form: it is not in GB 2312."""
    return char > "\u33ff" and is_han(char) and not code(char, "gb2312")


def simplified_only(char: str) -> bool:
    """Tell whether ``char`` is a Simplified form: in GB 2312 but not in Big5."""
    return is_han(char) and bool(code(char, "gb2312")) and not code(char, "cp950")


@lru_cache(maxsize=2)
def _uncommon(simplified: bool) -> re.Pattern[str]:
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    everyday = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in trails[63:])
    common = "".join(pair.decode("gb2312", "ignore") for pair in everyday)
    if not simplified:
        everyday = (bytes((lead, trail)) for lead in range(0xA4, 0xC7) for trail in trails)
        common += "".join(pair.decode("cp950", "ignore") for pair in everyday)
    return re.compile(f"(?![{common}])[{HAN}]")


def uncommon(text: str) -> list[str]:
    """Return the Han characters of ``text`` that are no everyday ones, in order."""
    return [] if text.isascii() else _uncommon(simplified=False).findall(text)


def uncommon_at(text: str, *, simplified: bool = False) -> list[int]:
    """Return where the Han characters of ``text`` stand that are no everyday ones.

    In ``simplified`` text only the first level of GB 2312 is everyday.
    """
    return [] if text.isascii() else [m.start() for m in _uncommon(simplified).finditer(text)]
