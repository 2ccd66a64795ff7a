"""A word written twice in a row in the target."""

import re
from collections.abc import Iterator

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference

_ENGLISH = re.compile(r"\b([A-Za-z]+)\s+\1\b", re.IGNORECASE)
_NEVER = frozenset(
    "the a an of to in on at for by with from and or but if as is are was were be been has have will would can"
    " which who this these those it its their our his they we he she not into than because about".split()
)
_CHINESE = frozenset("的了在和与與是对對将將把被就也都而并並及或从從向为為于於")


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield an error for a function word doubled (the the, 的的), a note for another (very very)."""
    if not pair.is_translated:
        return
    if pair.from_chinese:
        for found in _ENGLISH.finditer(pair.target):
            word = found[1].lower()
            if word in _NEVER or (
                word not in ("had", "that") and found[1].islower() and word not in pair.source
            ):
                level = Level.ERROR if word in _NEVER else Level.INFO
                yield pair.mark("doubled", level, f"“{found[0]}” in the English", target=(found.span(),))
        return
    before = ("", "", 0)
    for word in reference.words(pair.target):
        if word[0] == before[0] and word[0] in _CHINESE:
            span = (before[2], word[2] + 1)
            yield pair.mark("doubled", Level.WARNING, f"“{word[0] * 2}” in the Chinese", target=(span,))
        before = word
