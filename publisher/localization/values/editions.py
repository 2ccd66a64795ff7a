"""What editions write otherwise: currencies, units and weekdays of Taiwan and Hong Kong, British metres."""

import re
from functools import cache

_TAIWAN = """
CNY|人民币{}元
TWD|新台币{}元
MOP|澳门币{}元
JPY|{}日圆
m|{}公尺
cm|{}公分
mm|{}公厘
m2|{}平方公尺
m3|{}立方公尺
t|{}公吨
l|{}公升
ml|{}毫升
inch|{}英吋
ft2|{}平方英呎
foot|{}英呎
c|摄氏{}度
f|华氏{}度
kwh|{}度
mw|{}百万瓦
"""

_HONG_KONG = """
CNY|人民币{}元
TWD|新台币{}元
JPY|{}日圆
t|{}公吨
l|{}公升
inch|{}吋
foot|{}呎
ft2|{}平方呎
c|摄氏{}度
f|华氏{}度
"""

_BRITISH = frozenset(["GB", "IE", "AU", "NZ", "IN", "HK", "SG", "MY", "ZA", "001", "150"])


def region(target: str) -> str:
    """Return the region whose conventions the BCP 47 tag asks for: CN, TW, HK, US or GB.

    Traditional Chinese without a region is Taiwan's, Macao's is Hong Kong's;
    English without one is American, and British where the Commonwealth's is.
    """
    language, *rest = target.replace("_", "-").split("-")
    subtags = {part.upper() for part in rest}
    if language.lower() == "zh":
        if subtags & {"HK", "MO"}:
            return "HK"
        return "TW" if "TW" in subtags or ("HANT" in subtags and "CN" not in subtags) else "CN"
    return "GB" if subtags & _BRITISH else "US"


@cache
def frames(where: str) -> dict[str, str]:
    """Return, by key, how ``where`` (TW, HK) writes a unit around its figure, in Simplified for OpenCC."""
    rows = {"TW": _TAIWAN, "HK": _HONG_KONG}.get(where, "")
    return dict(line.split("|") for line in rows.split())


_OWN_WORDS = {
    "TW": (("新臺幣", "新台幣"), ("周", "週")),
    "HK": (("新臺幣", "新台幣"), ("週", "周"), ("釐", "厘")),
}


def own_words(said: str, where: str) -> str:
    """Return ``said`` in Traditional characters with the spellings of the press of ``where``."""
    for general, own in _OWN_WORDS.get(where, ()):
        said = said.replace(general, own)
    return said


def british(said: str) -> str:
    """Return an American value as British papers write it: metres, tonnes, per cent and % as it is."""
    said = re.sub(r"(?<=[a-z])meter(?=s?\b)|\bmeter(?=s?\b)", "metre", said)
    return re.sub(r"(?<=[a-z])liter(?=s?\b)|\bliter(?=s?\b)", "litre", said)
