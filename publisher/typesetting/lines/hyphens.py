"""Where a word may be parted by a hyphen that is not in the text: pyphen's patterns, and words of Chinese."""

import re
from functools import lru_cache
from typing import Any

from publisher.typesetting.lines.breaks import ADDRESS

_WORD = re.compile(r"(?<![\w@./-])[A-Za-z]{5,}(?![\w@/-]|\.\w)")

_LETTER = "A-Za-z\u00c0-\u024f"
_PART = re.compile(r"(?:(?<=[a-z])[A-Z]|\b[A-Z]?)[a-z]+", re.ASCII)
"""What a capital within a word begins, as twice in CommunicationsTechnology; no abbreviation."""

_LONG = 7
"""A word, or a part of one, under so many letters is not parted inside."""

_LEAST = 3
"""So many letters of a word in Chinese stand at least before and behind the hyphen."""


@lru_cache(maxsize=4)
def _patterns(language: str) -> Any:
    import pyphen

    return pyphen.Pyphen(lang="en_GB" if language == "en-GB" else "en_US", left=2, right=3)


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    """Return what finds addresses, which part behind their own marks, and words of letters alone."""
    return re.compile(
        rf"{ADDRESS.pattern}"
        rf"|(?<![{_LETTER}\d_@#&=%./\\-])(?P<word>[A-Za-z]{{7,}})(?![{_LETTER}\d_@=/\\-]|\.[{_LETTER}\d])"
    )


def hyphens(text: str, language: str) -> frozenset[int]:
    """Return the offsets where an English word of ``text`` may be parted by a hyphen.

    Words with capitals inside or throughout (names, abbreviations) stay whole.
    """
    found: set[int] = set()
    for word in _WORD.finditer(text):
        if word[0].islower() and not ADDRESS.search(word[0]):
            found.update(word.start() + at for at in _patterns(language).positions(word[0]))
    return frozenset(found)


def hyphens_in_chinese(text: str) -> frozenset[int]:
    """Return the offsets where a Latin word amid the Han of ``text`` may be parted, as English if need be.

    Unlike in English these are names and terms, with capitals: CommunicationsTechnology
    parts before its second one too. Abbreviations, and words with figures, stay whole.
    """
    found: set[int] = set()
    for word in _foreign().finditer(text):
        start, end = word.span("word")
        if start < 0:
            continue
        for part in _PART.finditer(text, start, end):
            found.add(part.start())
            if len(part[0]) >= _LONG:
                found.update(part.start() + at for at in _patterns("en").positions(part[0]))
        found.difference_update(range(start, start + _LEAST), range(end - _LEAST + 1, end))
    return frozenset(found)
