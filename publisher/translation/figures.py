"""The figures of a segment as its translation has them: with equivalents, in words at a sentence's start."""

import re
from collections.abc import Iterable

import msgspec

from publisher.config import Exchange
from publisher.localization.values import Kind, Position, RenderOptions, Value, find, render
from publisher.model import Segment
from publisher.translation.pieces import Known

_SENTENCE = re.compile(r"[。！？.!?][”’」』）)\"']*$")
# 120公里/小时 is a speed, and 下降8℃ is a difference
_RATE = re.compile(r" ?(?:/|每)")
_DIFFERENCE = re.compile(r"(?:升|降|(?<!最)[高低]|回暖|相差|温差|变化|零下|负|[-−–－])[了约近达为 ]*$")
_BRACKETED = re.compile(r" ?[(（]")


def written(segment: Segment, value: Value, known: Known) -> tuple[str, str] | None:
    """Return ``value`` of ``segment`` in the target, within a sentence and at its start ("" for the same).

    None where no rule can. An amount has its equivalent where the article first states it, and nothing
    has one that the source gives itself.
    """
    text, options = segment.source, known.options
    if _BRACKETED.match(text, value.end) or (segment.key, value.start) not in known.first:
        options = msgspec.structs.replace(options, exchange=Exchange())
    if _BRACKETED.match(text, value.end) or _RATE.match(text, value.end) or _is_difference(text, value):
        options = msgspec.structs.replace(options, convert_units=False)
    said = render(value, known.languages.written, options)
    if said is None or not _SENTENCE.search(text):
        return None if said is None else (said, "")
    start = msgspec.structs.replace(options, position=Position.START)
    return said, render(value, known.languages.written, start) or ""


def first_amounts(
    segments: Iterable[Segment], language: str, options: RenderOptions
) -> frozenset[tuple[str, int]]:
    """Return where ``segments``, in order, state an amount for the first time; nothing without a rate."""
    if not options.exchange.rate:
        return frozenset()
    seen: set[object] = set()
    found = []
    for segment in segments:
        for value in find(segment.source, language):
            amount = value.stated, value.end_stated
            if value.kind is Kind.MONEY and amount not in seen:
                seen.add(amount)
                found.append((segment.key, value.start))
    return frozenset(found)


def _is_difference(text: str, value: Value) -> bool:
    return value.unit == "c" and _DIFFERENCE.search(text[max(0, value.start - 8) : value.start]) is not None
