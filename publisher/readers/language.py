"""The language of a text by its characters: Simplified or Traditional Chinese, or English."""

import re

from publisher.localization.front_matter import bare

_HAN = re.compile(r"[\u3400-\u9fff]")
_MARK = re.compile("[，。、；：？！]")
_NARROW_MARK = re.compile(r"[,.;:?!](?=\s|\Z)")
_SIMPLIFIED = frozenset(
    "这为个国时来们发动说产种经进电实体机当点从业应开还关数质气变条没结问无军题党员总设长学会对过后两现着间样与线内义东车门见书马鸟龙"
)
_TRADITIONAL = frozenset(
    "這為個國時來們發動說產種經進電實體機當點從業應開還關數質氣變條沒結問無軍題黨員總設長學會對過後兩現間樣與線內義東車門見書馬鳥龍"
)


def language_of(text: str) -> str:
    """Return zh-Hans, zh-Hant or en by the characters that prevail, or by the marks among many names."""
    han = len(_HAN.findall(text))
    letters = len(re.findall(r"[A-Za-z]", bare(text)))
    if han * 4 < letters and not (han * 12 > letters and _has_chinese_marks(text)):
        return "en"
    simplified = sum(c in _SIMPLIFIED for c in text)
    traditional = sum(c in _TRADITIONAL for c in text)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _has_chinese_marks(text: str) -> bool:
    return len(_MARK.findall(text)) > len(_NARROW_MARK.findall(text))
