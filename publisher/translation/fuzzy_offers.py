"""What a memory has for a similar text: offered to the translator, or taken where only figures differ."""

import re

import msgspec

from publisher.localization import values
from publisher.localization.values import Kind, Value
from publisher.model import Origin, Segment, State, Translation
from publisher.translation.figures import written
from publisher.translation.folding import fold
from publisher.translation.joining import comma, opens
from publisher.translation.memory import Match
from publisher.translation.pieces import Known, Languages, Piece

_SCORE = 0.99
"""The score of a translation in which the figures, and nothing else, were put anew."""

_EQUIVALENT = re.compile(r" ?[(（](?:约|about )?[^()（）]{0,6}\d")
_HOLE = "\ufffc"


def with_offers(piece: Piece, known: Known) -> Piece:
    """Return ``piece`` with the memory's offers, and translated where one fits but for its figures."""
    if piece.translation is not None:
        return piece
    languages = known.languages
    found = {
        target: known.memory.fuzzy(piece.segment.source, languages.source, target)
        for target in languages.wanted
    }
    offers = tuple(match for matches in found.values() for match in matches)
    for target, matches in found.items():
        own = Languages(languages.source, target)
        for offer in matches:
            if text := adapted(offer, piece.segment, msgspec.structs.replace(known, languages=own)):
                translation = Translation(piece.segment.key, text, Origin.FUZZY, _SCORE, State.DRAFT)
                return msgspec.structs.replace(piece, translation=translation, offers=offers)
    return msgspec.structs.replace(piece, offers=offers)


def adapted(offer: Match, segment: Segment, known: Known) -> str | None:
    """Return the offered translation with the figures of ``segment`` put into it.

    None where the two sources differ in anything but figures, where one of them
    cannot be found in the translation, or cannot be said by rule.
    """
    text, languages = segment.source, known.languages
    old, new = _values(offer.source, languages.source), _values(text, languages.source)
    if not old or len(old) != len(new) or _frame(offer.source, old) != _frame(text, new):
        return None
    places = list(_values(offer.text, languages.target))
    changes: list[tuple[Value, str]] = []
    for before, after in zip(old, new, strict=True):
        place = next((p for p in places if p.readings & before.readings and p.kind is before.kind), None)
        if before.readings == after.readings and before.until == after.until:
            if place is not None:
                places.remove(place)
            continue
        said = written(segment, after, known)
        if place is None or said is None or after.kind is not before.kind:
            return None
        if _EQUIVALENT.match(offer.text, place.end):
            return None  # what stands in the brackets is of the old figure
        places.remove(place)
        english = not languages.into_chinese
        changes.append(
            (place, said[1] if english and said[1] and opens(offer.text[: place.start]) else said[0])
        )
    made = offer.text
    for place, words in sorted(changes, key=lambda change: -change[0].start):
        rest = made[place.end :]
        made = made[: place.start] + words + comma(words, rest) * rest.startswith(" ") + rest
    faults = values.compare(text, made, languages.source, languages.target)
    return None if any(fault.certain for fault in faults) else made


def _values(text: str, language: str) -> tuple[Value, ...]:
    return tuple(v for v in values.find(text, language) if v.kind is not Kind.NAME)


def _frame(text: str, found: tuple[Value, ...]) -> str:
    """Return ``text`` with its values cut out."""
    parts, at = [], 0
    for value in found:
        parts.append(text[at : value.start])
        at = value.end
    return fold(_HOLE.join((*parts, text[at:])))
