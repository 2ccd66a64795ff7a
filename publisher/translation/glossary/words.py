"""English words as a glossary compares them: their places in a text, and the stem that inflections share."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

_WORD = re.compile(r"[A-Za-z0-9À-ɏ]+(?:['’][A-Za-zÀ-ɏ]+)*|&")
_JOINT = re.compile(r"[\s\-‐‑–/'’*_]*|\.")
_AFTER_INITIALS = re.compile(r"\.\s+")  # U.S. government
_COMMA = re.compile(r",\s*")
_POSSESSIVE = re.compile(r"['’]s?$")
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations|er|ers)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$)"), "or"),
    (re.compile(r"(?<=[a-z]{2}[bt])re(?=s?$)"), "er"),
    (re.compile(r"^program(?:me)(?=s?$)"), "program"),
    (re.compile(r"(?<=[a-z]en)ce(?=s?$)"), "se"),
)
_WHOLE = frozenset(("news", "series", "his", "this", "its", "has", "was", "us", "is", "as", "united"))
_OTHER = {
    "&": "and", "men": "man", "women": "woman", "children": "child", "began": "begin", "built": "build",
    "fell": "fall", "gave": "give", "grew": "grow", "held": "hold", "led": "lead", "made": "make",
    "met": "meet", "rose": "rise", "shook": "shake", "spoke": "speak", "took": "take", "won": "win",
}  # fmt: skip
_VOWEL = re.compile(r"[aeiouy]")


class Word(msgspec.Struct, frozen=True):
    """One word of a text: as written, its stem, and where it stands."""

    text: str
    stem: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """Return the words of ``text`` in order; a hyphen parts two words."""
    return tuple(Word(m[0], stem(m[0]), m.start(), m.end()) for m in _WORD.finditer(text))


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of ``text``."""
    return tuple(word.stem for word in words(text))


def together(text: str, run: Sequence[Word], form: str) -> bool:
    """Tell whether nothing parts the words of ``run``: a comma may, if ``form`` has one itself."""
    comma = "," in form
    return all(
        _JOINT.fullmatch(text, one.end, other.start)
        or (comma and _COMMA.fullmatch(text, one.end, other.start))
        or (len(one.text) == 1 and _AFTER_INITIALS.fullmatch(text, one.end, other.start))
        for one, other in pairwise(run)
    )


@lru_cache(maxsize=8192)  # a pure function of one word
def stem(word: str) -> str:
    """Return what the inflections and the British and American spellings of ``word`` share.

    It is for comparison only: ``manufactur`` is no word.
    """
    low = _POSSESSIVE.sub("", word.lower()).replace("’", "'")
    low = _OTHER.get(low, low)
    if low in _WHOLE:
        return low
    for pattern, replacement in _SPELLINGS:
        low = pattern.sub(replacement, low)
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "i"
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "ics")):
        low = low[:-2] if low.endswith(("sses", "xes", "zes", "ches", "shes")) else low[:-1]
    for ending in ("ing", "ed"):
        rest = low.removesuffix(ending)
        if rest != low and len(rest) > 2 and _VOWEL.search(rest):
            low = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    if len(low) > 3 and low.endswith("y"):
        return low[:-1] + "i"
    return low[:-1] if len(low) > 3 and low.endswith("e") else low
