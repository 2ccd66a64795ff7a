"""The line right under a picture that is its caption, or says who took it, and can be nothing else."""

import re

import msgspec

from publisher.localization import front_matter
from publisher.localization.surnames import COMPOUND, SINGLE
from publisher.readers.draft import signs

_LABEL = re.compile(
    r"(?:[图圖]|[图圖]片|照片|[图圖][注说說]|[图圖]片[说說]明|photo|picture|image|caption|pictured)\s*[:：]\s*(?=\S)",
    re.IGNORECASE,
)
_TELLS = re.compile(r"上?[图圖][为為](?!了|何|什[么麼])(?=\S)|[▲△↑]\s*(?=\S)|上[图圖][:：]\s*(?=\S)")
_NUMBERED = re.compile(
    r"(?:[图圖]|figure|fig\.|photo)\s*(?P<number>\d{1,2})(?:\s*[:：]\s*|(?P<loose>[.．、]?\s+))(?=\S)",
    re.IGNORECASE,
)
_LONGEST = 120
_LONGEST_ENGLISH = 240
_LONGEST_LOOSE = 40


class Under(msgspec.Struct, frozen=True):
    """Where the words begin and end in a line under a picture; a ``credit`` says who took it."""

    start: int
    end: int
    credit: bool = False


def under(line: str, number: str = "") -> Under | None:
    """Return what ``line`` is to the picture over it, whose ``number`` may be known; None for text."""
    if len(line) > (_LONGEST if signs.HAN.search(line) else _LONGEST_ENGLISH):
        return None
    around = int(line[:1] + line[-1:] in ("（）", "()", "【】", "[]"))
    start, end = around, len(line) - around
    if sign := _LABEL.match(line, start):
        named = _is_name(line[sign.end() : end].strip())
        return Under(start if named else sign.end(), end, credit=named)
    if tells := _TELLS.match(line, start):
        return Under(tells.end() if tells[0][0] in "▲△↑" else start, end)
    if counted := _NUMBERED.match(line, start):
        said = line[counted.end() : end]
        loose = counted["loose"] and (len(said) > _LONGEST_LOOSE or signs.SENTENCE_END.search(said))
        if not loose and number in ("", counted["number"].lstrip("0")):
            return Under(start, end)
    return None


def _is_name(text: str) -> bool:
    """Tell the name of a person or, in English, of whom a picture is from."""
    if not signs.HAN.search(text):
        return front_matter.is_name(text) and " " in text
    return front_matter.is_name(text) and len(text) <= 4 and (text[0] in SINGLE or text[:2] in COMPOUND)
