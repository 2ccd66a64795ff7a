"""Who gives to whom: 甲为乙颁奖 is no prize from 乙 to 甲."""

import re
from collections.abc import Iterator, Sequence

from publisher.translation.checks.pair import Span

_GIVES_HAN = re.compile(
    r"(?:为|為|向|给|給)([^，。；！？为為向给給]{2,16}?)(?:颁|頒|授|献|獻|赠|贈|递交|遞交|送上)"
)
_GIVES = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bis )(?<!\bare )"
    r"\b(?:present(?:s|ed)|award(?:s|ed)|gave|gives|hand(?:s|ed)(?: over)?|confer(?:s|red))\b"
)
_BREAKS = re.compile(r"[.;?!](?:\s|$)|\b(?:from|by|who|after|before)\b")


def exchanged(chinese: str, english: str, people: Sequence[tuple[Span, Span]]) -> Iterator[tuple[int, int]]:
    """Yield giver and receiver by number where the English has them the other way round.

    ``people`` are the places of each person in both texts. Only the active
    voice counts: A presented the prize to B.
    """
    for gives in _GIVES_HAN.finditer(chinese):
        clause = max(chinese.rfind(mark, 0, gives.start()) for mark in "。；！？") + 1
        givers = [n for n, (han, _) in enumerate(people) if clause <= han[0] and han[1] <= gives.start()]
        takers = [
            n for n, (han, _) in enumerate(people) if gives.start(1) <= han[0] and han[1] <= gives.end(1)
        ]
        if len(givers) != 1 or len(takers) != 1:
            continue
        (giver,), (taker,) = givers, takers
        before, after = people[taker][1], people[giver][1]
        verb = _GIVES.search(english, before[1])
        if verb is None or after[0] < verb.end() or _BREAKS.search(english[before[1] : after[0]]):
            continue
        if re.search(r"\bto\b", english[verb.end() : after[0]]):
            yield giver, taker
