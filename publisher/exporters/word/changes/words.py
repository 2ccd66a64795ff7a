"""Text cut into what an editor reads as one: Chinese words, Latin words, figures whole, each mark."""

import re
from collections.abc import Iterator, Sequence, Set

import rjieba
from rapidfuzz.distance import Indel

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_PIECE = re.compile(
    r"(?P<han>[\u3400-\u9fff\U00020000-\U0003ffff]+)"
    r"|\d+(?:[.,:/]\d+)*[%％‰]?"
    r"|[^\W\d_\u3400-\u9fff\U00020000-\U0003ffff]+(?:['’-][^\W\d_\u3400-\u9fff\U00020000-\U0003ffff]+)*"
    r"|\s+"
    r"|[\s\S]"
)


def cut(text: str) -> Iterator[str]:
    """Yield the words and marks of ``text``, which together are the text."""
    for piece in _PIECE.finditer(text):
        if piece["han"] and len(piece["han"]) > 1:
            yield from rjieba.cut(piece["han"])
        else:
            yield piece[0]


def said(text: str) -> tuple[str, ...]:
    """Return the words and figures of ``text`` without marks and spaces: what two texts are alike by."""
    return tuple(word for word in cut(text) if word[0].isalnum())


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much of two rows of words is the same in the same order, from 0 to 1."""
    shorter, longer = sorted((len(one), len(other)))
    if not longer:
        return 1.0
    if shorter * 5 < longer:
        return 0.0
    return float(Indel.normalized_similarity(one, other))


def parted(word: str, known: Set[str]) -> tuple[str, ...]:
    """Return ``word``, if it is Chinese cut where it begins or ends with one of the ``known`` words.

    What one version has as 青岚 and the other as 青岚市 differs by a character, not by a word.
    """
    if word in known or not _HAN.fullmatch(word):
        return (word,)
    for size in range(len(word) - 1, 1, -1):
        if word[:size] in known:
            return word[:size], word[size:]
        if word[-size:] in known:
            return word[:-size], word[-size:]
    return (word,)
