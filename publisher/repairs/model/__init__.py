"""How likely a row of Han characters is: characters and pairs, from the words of jieba's dictionary.

The dictionary gives words with their frequencies. A character either goes on
inside its word or ends it and a new word starts:

    P(b | a) = (N(ab) + N(a ends a word) * N(b starts a word) / N(words)) / N(a)

so that single characters, pairs, starts and ends are all that has to be kept
(``characters.xz``, 0.5 MB; :mod:`publisher.repairs.model.build` makes it). It is read
when the first doubtful text turns up, never for clean text.
"""

import lzma
import math
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files

from publisher.repairs.hanzi import is_han, traditional_only

_UNKNOWN = -15.0
"""Natural logarithm of the probability of a character that no word has."""

_OTHER = -7.0
"""The same for what is no Han character: letters and figures say little either way."""

_MARKS = dict(
    zip(
        "，。、“”：；？！（）《》…—‘’·「」",
        (-2.6, -3.2, -3.8, *[-4.5] * 3, *[-6.0] * 8, *[-7.0] * 6),
        strict=True,
    )
)
"""The same for the marks of Chinese text; a rare one is no likelier than a rare character."""

_STRANGE = -11.0
"""The same for kana, Greek, boxes and fullwidth letters: Chinese text has few."""

_FLOOR = -16.0


class CharacterModel:
    """Log-probabilities of Simplified Chinese text, character by character."""

    def __init__(self, data: str) -> None:
        chars, counts, starts, ends, *levels = data.split("\n")
        self._count = {c: _number(level) for c, level in zip(chars, counts, strict=True)}
        self._start = {c: _number(level) for c, level in zip(chars, starts, strict=True)}
        self._end = {c: _number(level) for c, level in zip(chars, ends, strict=True)}
        self._pairs = {
            pairs[i : i + 2]: 2 ** (level / 2)
            for level, pairs in enumerate(levels)
            for i in range(0, len(pairs), 2)
        }
        self._total = sum(self._count.values())
        self._words = sum(self._start.values())
        self.follows = lru_cache(maxsize=65536)(self._follows)
        """Returns the natural logarithm of the probability of a character after another."""

    def char(self, char: str) -> float:
        """Return the natural logarithm of the probability of ``char`` anywhere."""
        if count := self._count.get(char):
            return math.log(count / self._total)
        if is_han(char) or not char.isprintable():
            return _UNKNOWN
        if char in _MARKS:
            return _MARKS[char]
        return _OTHER if char < "\u0250" or char in "℃㎡" else _STRANGE

    def readable(self, char: str) -> float:
        """Return the better of ``char`` for the character itself and for its Simplified form."""
        here = self.char(char)
        return max(here, self.char(simplified(char)) - 0.1) if traditional_only(char) else here

    def _follows(self, before: str, char: str) -> float:
        known, count = self._count.get(before), self._count.get(char)
        if not count:
            return self.char(char)
        start = self._start.get(char, 0.0) / self._words
        if not known:
            return math.log(start) if start else max(_FLOOR, self.char(char) - 2)
        inside = self._pairs.get(before + char, 0.0)
        chance = (inside + self._end.get(before, 0.0) * start) / known
        return max(_FLOOR, math.log(chance)) if chance else _FLOOR

    def is_pair(self, pair: str) -> bool:
        """Tell whether the two characters of ``pair`` stand together in a word."""
        return pair in self._pairs

    def worth(self, text: str, before: str = "") -> float:
        """Return the natural logarithm of the probability of ``text`` after ``before``."""
        total, follows = 0.0, self.follows
        for char in map(_plain, text):
            total += follows(before, char)
            before = char
        return total


@cache
def _simplify() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


@lru_cache(maxsize=8192)
def simplified(char: str) -> str:
    """Return the Simplified form of ``char``."""
    return _simplify()(char)


@lru_cache(maxsize=65536)
def _plain(char: str) -> str:
    return simplified(char) if traditional_only(char) else char


def _number(level: str) -> float:
    step = ord(level) - 48
    return 2 ** (step / 2) if step else 0.0


@cache
def load() -> CharacterModel:
    """Return the model; it is read once."""
    data = files(__package__).joinpath("characters.xz").read_bytes()
    return CharacterModel(lzma.decompress(data).decode("utf-8"))
