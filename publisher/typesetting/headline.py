"""Break a headline for sense and balance: never inside a word, no last line that dangles."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from publisher.typesetting import fonts
from publisher.typesetting.lines.classes import is_word

_LONGEST = 80
"""A headline of more words than this is no headline; it is left to the engine."""

_NO_START = frozenset("、，。．：；！？”’）］｝〕》〉】〗」』–—～-·・‧／/%％,.;:!?)")
_CLAUSE_ENDS = frozenset("，。：；！？ \u3000")
_NO_END = frozenset("“‘（［｛〔《〈【〖「『(")


def lines(headline: str, language: str, font: str, measure: float) -> tuple[str, ...]:
    """Return the lines of ``headline`` for a ``measure`` in em of the bold face ``font``.

    The number of lines is the least that fits; among the ways to break them
    the one with the most even lines wins, and a last line under a third of
    the measure, or of one English word, is avoided if there is another way.
    """
    if "\n" not in headline and fonts.advance(font, headline) <= measure:
        return (headline,)
    han = language.startswith("zh")
    words = _words(headline) if han else tuple(w + " " for w in headline.split())
    if not 1 < len(words) <= _LONGEST:
        return (headline,)
    widths = [fonts.advance(font, w.strip() or w) for w in words]
    gap = 0.0 if han else fonts.advance(font, " ")
    torn = Counter(_bonds(words) if han else _particles(words))
    torn.update(_amid_clauses(words) if han else ())
    breaks = _best(words, widths, gap, measure, torn)
    return tuple("".join(words[a:b]).strip() for a, b in breaks)


def phrases(line: str) -> tuple[str, ...]:
    """Return the parts of Chinese between which a line may end: words with their particles, whole phrases."""
    words = _words(line)
    bonds = _bonds(words)
    out: list[str] = []
    leads = False
    for n, word in enumerate(words):
        if out and (leads or n in bonds or word in _AFTER):
            out[-1] += word
        else:
            out.append(word)
        leads = word in _FUNCTION_WORDS - _AFTER
    return tuple(out)


_AFTER = frozenset("的地得了着过等")
_FUNCTION_WORDS = frozenset("的地得了着过和与及或在从向对为把被将以于由是有等第“‘（《「『")
_AMID_FIGURES = re.compile(r"\d[—–～~∶:/.-]$")


def _words(headline: str) -> tuple[str, ...]:
    """Cut Chinese into words; a mark or a suffix of one character stays with the word before it."""
    import rjieba  # loads its dictionary: only a headline that needs two lines pays for it

    out: list[str] = []
    for word in rjieba.cut(headline):
        suffix = len(word) == 1 and word not in _FUNCTION_WORDS
        last = out[-1] if out else ""
        amid = word[0].isdigit() and _AMID_FIGURES.search(last)
        inside = last and is_word(word[0]) and (last[-1] == "’" or is_word(last[-1]))  # L’Oréal
        if last and (
            suffix or amid or inside or word[0] in _NO_START or last[-1] in _NO_END or last[-1].isdigit()
        ):
            out[-1] += word
        else:
            out.append(word)
    return tuple(out)


def _bonds(words: tuple[str, ...]) -> frozenset[int]:
    """Return where a break tears a four-character phrase.

    Words of two Han each stand in pairs; in a run with one over, the first
    stands alone, for a qualifier leads.
    """
    bonds: set[int] = set()
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and len(words[end]) == 2:
            end += 1
        bonds.update(range(end - 1, start, -2))
        start = end + 1
    return frozenset(bonds)


def _amid_clauses(words: tuple[str, ...]) -> frozenset[int]:
    """Return where a break lies inside a clause, of a headline that has several."""
    ends = {n for n, word in enumerate(words[:-1], 1) if word[-1] in _CLAUSE_ENDS}
    return frozenset(range(1, len(words))) - ends if ends else frozenset()


_PARTICLES = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)


def _particles(words: tuple[str, ...]) -> frozenset[int]:
    """Return where a break would leave an article, a conjunction or a preposition at the line end."""
    return frozenset(n for n, word in enumerate(words, 1) if word.strip().lower() in _PARTICLES)


def _best(
    words: tuple[str, ...], widths: list[float], gap: float, measure: float, torn: Mapping[int, int]
) -> list[tuple[int, int]]:
    """Choose line ends by least squared slack over the fewest lines (Knuth and Plass, without stretch).

    Each thing that a line end has ``torn`` costs as much as a slack of a quarter of the measure.
    """
    count = len(words)
    spaced = gap > 0

    def width(start: int, end: int) -> float:
        return sum(widths[start:end]) + gap * (end - start - 1)

    @cache
    def fewest(start: int) -> int:
        if start == count:
            return 0
        ends = [e for e in range(start + 1, count + 1) if e == start + 1 or width(start, e) <= measure]
        return 1 + min(fewest(e) for e in ends)

    total = fewest(0)
    ideal = width(0, count) / max(total, 1)

    @cache
    def cost(start: int, left: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if left == 0:
            return (0.0, ()) if start == count else (float("inf"), ())
        found: tuple[float, tuple[tuple[int, int], ...]] = (float("inf"), ())
        for end in range(start + 1, count + 1):
            if end > start + 1 and width(start, end) > measure:
                break
            rest, tail = cost(end, left - 1)
            slack = (width(start, end) - ideal) ** 2 + torn.get(end, 0) * (measure / 4) ** 2
            dangles = width(start, end) < measure / 3 or (spaced and end - start == 1)
            if end == count and total > 1 and dangles:
                slack += measure**2
            if slack + rest < found[0]:
                found = (slack + rest, ((start, end), *tail))
        return found

    return list(cost(0, total)[1]) if count else []
