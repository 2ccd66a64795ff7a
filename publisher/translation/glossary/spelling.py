"""Capitals: whether a term stands in a sentence with those that its rule asks for."""

import re
from collections.abc import Sequence

from publisher.translation.glossary.entries import Entry
from publisher.translation.glossary.words import Word

_OPENING = re.compile(r"(?:^|[.!?:;…\n]|[.!?][”\"’')])[\s“\"‘'(\[—–-]*$")
_SMALL = frozenset("of the and for to in at on a an by with from or as".split())
_HEADLINE = 0.7
"""From this share of capitals on, a text is a headline in title case and proves nothing."""


def in_case(entry: Entry, form: str, run: Sequence[Word], text: str, every: Sequence[Word]) -> bool:
    """Tell whether ``run``, words of ``text``, has the capitals of ``form`` by the rule of ``entry``."""
    if is_headline(every) or " ".join(w.text for w in run).isupper():
        return True
    opens = _OPENING.search(text, 0, run[0].start) is not None
    shapes = [_capital(w) for w in run]
    wanted = [part[:1].isupper() for part in re.findall(r"[^\s\-‐–/]+", form)]
    if len(wanted) != len(shapes):
        return True  # an inflection or a mark makes another count of words: nothing to compare
    if shapes == wanted or (opens and shapes[1:] == wanted[1:]):
        return True
    if entry.case_rule == "as-is":
        # the first word in the middle of a longer name, or a small word in capitals, is no fault
        return all(s == w or word.text.lower() in _SMALL for s, w, word in zip(shapes, wanted, run, strict=True))
    if any(w and not s for s, w in zip(shapes, wanted, strict=True)):
        return False
    # capitals are right before a name (title) and within a longer name (National Maker Space)
    return _beside_name(run, text, every)


def is_headline(every: Sequence[Word]) -> bool:
    """Tell whether a text is set in title case or in capitals."""
    long = [w for w in every if w.text.lower() not in _SMALL and w.text[0].isalpha()]
    return len(long) > 3 and sum(_capital(w) for w in long) >= _HEADLINE * len(long)


def _beside_name(run: Sequence[Word], text: str, every: Sequence[Word]) -> bool:
    before = next((w for w in reversed(every) if w.end <= run[0].start), None)
    after = next((w for w in every if w.start >= run[-1].end), None)
    after_name = after is not None and _capital(after) and text[run[-1].end : after.start] == " "
    if before is None or not _capital(before):
        return after_name
    joined = text[before.end : run[0].start] in (" ", "-")
    return after_name or (joined and _OPENING.search(text, 0, before.start) is None)


def _capital(word: Word) -> bool:
    return word.text[:1].isupper()
