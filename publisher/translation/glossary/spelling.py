"""Capitals: whether a term stands in a sentence with those that its rule asks for."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from publisher.translation.glossary.entries import SMALL_WORDS, Entry
from publisher.translation.glossary.words import Word

_PART = re.compile(r"[^\s\-‐–/]+")
_OPENERS = " \t\u00a0“\"‘'”’([*_"
_ENDS = ".!?:;…\n—–"
_REACH = 12
"""This many characters before a word tell whether it begins a sentence."""

_HEADLINE = 0.7
"""From this share of capitals on, a text is a headline in title case and proves nothing."""


def in_case(entry: Entry, form: str, run: Sequence[Word], text: str, every: Sequence[Word]) -> bool:
    """Tell whether ``run``, words of ``text``, has the capitals of ``form`` by the rule of ``entry``."""
    if " ".join(word.text for word in run).isupper():
        return True
    shapes = [_capital(word) for word in run]
    wanted = [part[0].isupper() for part in _PART.findall(form)]
    if len(wanted) != len(shapes):
        return True  # an inflection or a mark makes another count of words: nothing to compare
    if shapes == wanted or (shapes[1:] == wanted[1:] and _opens(text, run[0].start)):
        return True
    if entry.case_rule == "as-is":
        return all(
            s == w or word.text.lower() in SMALL_WORDS for s, w, word in zip(shapes, wanted, run, strict=True)
        )
    if any(w and not s for s, w in zip(shapes, wanted, strict=True)):
        return False
    # capitals are right before a name (title) and within a longer name (National Maker Space)
    return _beside_name(run, text, every)


def is_headline(every: Sequence[Word]) -> bool:
    """Tell whether a text is set in title case or in capitals."""
    long = [w for w in every if w.text.lower() not in SMALL_WORDS and w.text[0].isalpha()]
    return len(long) > 3 and sum(_capital(w) for w in long) >= _HEADLINE * len(long)


def _beside_name(run: Sequence[Word], text: str, every: Sequence[Word]) -> bool:
    first = bisect_left(every, run[0].start, key=lambda word: word.start)
    after = every[first + len(run)] if first + len(run) < len(every) else None
    if after is not None and _capital(after) and text[run[-1].end : after.start] == " ":
        return True
    before = every[first - 1] if first else None
    joined = before is not None and _capital(before) and text[before.end : run[0].start] in (" ", "-")
    return joined and before is not None and not _opens(text, before.start)


def _opens(text: str, at: int) -> bool:
    """Tell whether a sentence begins at ``at``."""
    before = text[max(0, at - _REACH) : at].rstrip(_OPENERS)
    return before[-1] in _ENDS if before else at <= _REACH


def _capital(word: Word) -> bool:
    return word.text[:1].isupper()
