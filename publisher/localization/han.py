"""What is Han, and which marks are those of Chinese text."""

import re
from functools import lru_cache

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""The Han ranges, for use inside a character class."""

CJK_MARKS = "、。〃〈〉《》「」『』【】〔〕〖〗・！＂＃％＆（），．／：；？［］｛｝～“”‘’…—·"
"""Marks of Chinese text; the quotes, dots and dashes are shared with English."""

_HAN = re.compile(f"[{HAN}]")


@lru_cache(maxsize=16384)
def is_han(char: str) -> bool:
    """Tell whether ``char`` is one Han character."""
    return bool(_HAN.match(char))


def is_chinese(language: str) -> bool:
    """Tell whether a BCP 47 ``language`` is Chinese."""
    return language.lower().split("-")[0] == "zh"
