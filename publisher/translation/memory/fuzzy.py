"""How alike two texts are, and the pieces of them that an index can find."""

import re
from collections.abc import Sequence
from itertools import pairwise

from publisher.translation.folding import fold
from publisher.translation.memory.languages import primary

NUMBER = "0"
"""Stands for every figure: a text that differs in figures only is nearly the same."""

_NUMBERS = re.compile(r"\d+(?:[.,:]\d+)*")
_HAN = "〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
# a word's beginning finds its other forms too
_PIECES = re.compile(rf"[{_HAN}]+|[^\W\d_{_HAN}]+")
# the plain words first, which are most and quickly told
_WORDS = re.compile(rf"[a-z0-9]+(?![^\W{_HAN}])|[^\W{_HAN}]+|[^\w\s]|[{_HAN}]")
_STEM = 5
_SHORT = 6
_NUMBER_COST = 0.03
_NEARLY = 0.99
_BY_CHARACTER = frozenset(("zh", "ja"))


def masked(text: str) -> str:
    """Return ``text`` as it is compared: width, spacing, quotes, case and figures taken away."""
    return mask(fold(text))


def mask(folded: str) -> str:
    """Return a folded text with case and figures taken away."""
    return _NUMBERS.sub(NUMBER, folded.casefold())


def grams(text: str) -> set[str]:
    """Return the pieces of a masked text under which an index keeps it.

    Han by two characters, for that is the length of most words (one where it
    stands alone); other scripts by the first letters of each word. Short texts
    have each piece a second time under another name, or they would not be found
    among all the long ones that hold the same few pieces.
    """
    found: set[str] = set()
    for piece in _PIECES.findall(text):
        if piece[0] < "\u3007":  # an alphabet
            found.add(piece[:_STEM])
        elif len(piece) == 1:
            found.add(piece)
        else:
            found.update(map("".join, pairwise(piece)))
    return found | {f"={piece}" for piece in found} if len(found) <= _SHORT else found


def closest(
    text: str, language: str, others: Sequence[tuple[str, str]], *, limit: int, threshold: float
) -> list[tuple[float, int]]:
    """Return score and place of the ``others`` (masked, text) most like ``text``, the best first.

    The score, 0 to 1, is the share of characters in common (Indel similarity);
    for languages that part their words, its mean with the share of words.
    Figures that differ cost at most 0.03 in all, for they are replaced at a
    glance; a text that differs in case or figures only scores at most 0.99.
    """
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import Indel

    own = fold(text)
    pattern = mask(own)
    by_character = primary(language) in _BY_CHARACTER
    floor = threshold if by_character else 2 * threshold - 1
    rough = process.extract(
        pattern,
        [masked for masked, _ in others],
        scorer=fuzz.ratio,
        limit=None,
        score_cutoff=max(0.0, floor * 100),
    )
    scores = [(percent / 100, place) for _, percent, place in rough]
    if not by_character:
        words = _words_as_signs(pattern, [masked for masked, _, _ in rough])
        scores = [
            ((score + Indel.normalized_similarity(words[0], signs)) / 2, place)
            for (score, place), signs in zip(scores, words[1:], strict=True)
        ]
        scores.sort(key=lambda item: (-item[0], item[1]))
    figures = _NUMBERS.findall(own)
    found: list[tuple[float, int]] = []
    for score, place in scores:
        if score < threshold or (len(found) >= limit and score < found[limit - 1][0]):
            break
        folded = fold(others[place][1])
        if folded == own:
            score = 1.0
        else:
            differ = Indel.normalized_distance(figures, _NUMBERS.findall(folded)) if figures else 0.0
            score = min(score - _NUMBER_COST * differ, _NEARLY)
        if score >= threshold:
            found.append((score, place))
            found.sort(key=lambda item: (-item[0], item[1]))
    return found[:limit]


def _words_as_signs(text: str, others: Sequence[str]) -> list[str]:
    """Return the texts with a sign for each word of the first, so that words compare as characters do."""
    own = _WORDS.findall(text)
    signs = {word: chr(number) for number, word in enumerate(dict.fromkeys(own), 1)}
    sign = signs.get
    return [
        "".join(signs[word] for word in own),
        *("".join([sign(word, "\0") for word in _WORDS.findall(other)]) for other in others),
    ]
