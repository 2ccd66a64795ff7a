"""How a stretch of a translation reads on from what stands before it: spaces, capitals, AP's comma."""

import re

from publisher.localization.months import AP_MONTHS, MONTH_NAMES
from publisher.translation.folding import has_han

_SENTENCE_START = re.compile(r"(?:^|[.!?][”’\"')]*\s)[“‘\"'(]*$")
_SHORTENED = re.compile(
    r"\b(?:[ap]\.m|No|Mr|Mrs|Ms|Dr|St|Gen|Gov|Sen|Jan|Feb|Aug|Sept|Oct|Nov|Dec|U\.S|U\.K|Inc|Ltd|Co)\.\s$"
)
_MONTH = "|".join(re.escape(name) for name in (*AP_MONTHS, *MONTH_NAMES))
_FULL_DATE = re.compile(rf"\b(?:{_MONTH}) \d{{1,2}}(?:[-–]\d{{1,2}})?, \d{{4}}$")


def opens(before: str) -> bool:
    """Tell whether an English sentence begins behind ``before``."""
    return _SENTENCE_START.search(before) is not None and _SHORTENED.search(before) is None


def comma(before: str, after: str) -> str:
    """Return the comma that AP puts behind the year of a full date within a sentence, or nothing."""
    word = after.lstrip(" ")
    return "," if word[:1].isalnum() and _FULL_DATE.search(before) else ""


def gap(before: str, after: str, space: str) -> str:
    """Return what stands between two stretches that had ``space`` between them.

    A line break stays; a word is kept from a word; there is no space at a
    Chinese character or before a mark. A full American date takes its comma.
    """
    if not before or not after or before[-1].isspace():
        return ""
    if lines := space.count("\n"):
        return "\n" * lines
    last, first = before[-1], after[0]
    if _is_chinese(last) or _is_chinese(first) or last in "([“‘" or first in ",.;:!?)]”’%":
        return ""
    apart = " " if space or (is_word(first) and (is_word(last) or last in ",;:")) else ""
    return comma(before, after) + apart if apart else ""


def touch(before: str, after: str) -> bool:
    """Tell whether a word or figure would run into another one."""
    return is_word(before[-1:]) and is_word(after[:1])


def is_word(char: str) -> bool:
    """Tell whether it is a Latin letter or a figure."""
    return char.isascii() and char.isalnum()


def _is_chinese(char: str) -> bool:
    return has_han(char) or char in "，。、；：！？（）《》〈〉「」『』【】"
