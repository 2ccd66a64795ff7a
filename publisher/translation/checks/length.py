"""A target far longer or shorter than its source lets one expect."""

import re
from collections.abc import Iterator
from math import log, sqrt

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference

_HAN = re.compile(r"[\u3400-\u9fff]|[A-Za-z]+|\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*")

# fitted on translations by people: English words to a Han character, and how far its logarithm strays
_SPREAD = 0.20
_SHORT_SPREAD = 1.1
_DOUBTFUL = 3.6
_SURE = 5.0


def deviation(chinese: str, english: str) -> float:
    """Return by how many standard deviations the English is longer (+) or shorter (−) than expected.

    The logarithm of the ratio is close to normal; its variance falls with
    length towards that of long texts.
    """
    han, words = len(_HAN.findall(chinese)), len(_WORD.findall(english))
    spread = sqrt(_SPREAD**2 + _SHORT_SPREAD**2 / max(han, 1))
    return (log((words + 1) / (han * 0.62 + 1))) / spread


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield a warning for an unusual length, an error for an impossible one."""
    if not pair.is_translated:
        return
    off = deviation(pair.chinese, pair.english)
    if abs(off) < _DOUBTFUL:
        return
    longer = (off > 0) == pair.from_chinese
    yield pair.mark(
        "length",
        Level.ERROR if abs(off) >= _SURE else Level.WARNING,
        f"the target is much {'longer' if longer else 'shorter'} than a translation of the source is",
    )
