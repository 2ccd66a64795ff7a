"""The opposite of what the source says: fell for rose, last week for next week, women for men."""

import re
from collections.abc import Iterator

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.opposites import COUNTRIES, FAMILIES, Family, exchanged
from publisher.translation.checks.pair import Pair, Span
from publisher.translation.checks.reference import Reference
from publisher.translation.folding import narrow
from publisher.translation.glossary.matching import simplified

_FIGURE = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)*")
_HAN_CLAUSE = re.compile(r"[^，；。！？、,;]+")
_LATIN_CLAUSE = re.compile(r"(?:(?!,? (?:and|but|while|whereas|with) |[;?!]|[,.](?:\s|$)).)+.?", re.DOTALL)


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield a finding where one text has a word and the other only its opposite.

    An error where both stand beside the same figure, a warning otherwise. A
    text that has both opposites, or a word that may stand for the right one,
    is left alone, save where a figure tells which belongs to which.
    """
    if not pair.is_translated:
        return
    han, latin = simplified(pair.chinese), pair.english
    for family in (*FAMILIES, COUNTRIES):
        if not family.han.search(han):
            continue
        if family.tied and (found := next(_beside_figures(family, han, latin), None)):
            yield _finding(pair, Level.ERROR, *found)
            continue
        for one, other in exchanged(family, han, latin):
            places = one.han.search(han), other.latin.search(latin)
            yield _finding(pair, Level.WARNING, _span(places[0]), _span(places[1]))


def _beside_figures(family: Family, han: str, latin: str) -> Iterator[tuple[Span, Span]]:
    """Yield the places of opposites in clauses that share a figure which each text has once."""
    ours, theirs = _clauses(_HAN_CLAUSE, narrow(han)), _clauses(_LATIN_CLAUSE, latin)
    for figure in ours.keys() & theirs.keys():
        (start, end), (begin, finish) = ours[figure], theirs[figure]
        for one, other in exchanged(family, han[start:end], latin[begin:finish]):
            here, there = one.han.search(han, start, end), other.latin.search(latin, begin, finish)
            yield _span(here), _span(there)


def _clauses(pattern: re.Pattern[str], text: str) -> dict[str, Span]:
    """Return the clause of each figure that ``text`` has once."""
    found: dict[str, Span | None] = {}
    for clause in pattern.finditer(text):
        for figure in _FIGURE.findall(clause[0]):
            plain = figure.replace(",", "")
            found[plain] = None if plain in found else clause.span()
    return {figure: place for figure, place in found.items() if place is not None}


def _finding(pair: Pair, level: Level, one: Span, other: Span) -> Finding:
    return pair.finding(
        "direction",
        level,
        f"“{pair.chinese[slice(*one)]}” in the Chinese, “{pair.english[slice(*other)]}” in the English",
        chinese=(one,),
        english=(other,),
    )


def _span(found: re.Match[str] | None) -> Span:
    assert found is not None
    return found.span()
