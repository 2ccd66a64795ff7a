"""People whose names the glossary has decided: another surname, a slip of a letter, the other order."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from publisher.localization.surnames import COMPOUND, SINGLE
from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair, Span
from publisher.translation.checks.people import NOT_PEOPLE, OFFICE_BEFORE, PLACE_ENDS, ways
from publisher.translation.checks.pinyin import Readings
from publisher.translation.checks.reference import Reference
from publisher.translation.glossary.matching import Hit, simplified

_WORD = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ]*(?:[-'’](?!s\b)[A-Za-zÀ-ɏ]+)*")
_MOST = 200
"""Capitalised words of one segment that are looked at."""


class _Word(msgspec.Struct, frozen=True):
    letters: str
    span: Span


class _Slip(msgspec.Struct, frozen=True):
    hit: Hit
    form: str
    span: Span
    level: Level


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield what is put for a person of the user's: their surname or given name agrees, the other does not.

    An error for another name, which the source does not have elsewhere; a
    warning for the same letters in another order or otherwise divided. A part
    of the name alone stands for the person.
    """
    hits = [
        hit
        for hit in reference.glossary.hits(pair.source, pair.source_language)
        if hit.entry.type == "person" and not hit.entry.builtin
    ]
    if not hits:
        return
    find, language = (_in_english, "English") if pair.from_chinese else (_in_chinese, "Chinese")
    told: set[Span] = set()
    for slip in find(pair, hits, reference.readings):
        if slip.span not in told:
            told.add(slip.span)
            yield pair.mark(
                "names",
                slip.level,
                f"“{pair.target[slice(*slip.span)]}” stands in the {language}; "
                f"{pair.source[slip.hit.start : slip.hit.end]} is “{slip.form}” in the glossary",
                source=((slip.hit.start, slip.hit.end),),
                target=(slip.span,),
            )


def _in_english(pair: Pair, hits: Sequence[Hit], readings: Readings) -> Iterator[_Slip]:
    words = [_Word(_letters(m[0]), m.span()) for m in islice(_WORD.finditer(pair.target), _MOST)]
    rest = _without(pair.source, hits)
    forms = [
        (hit, form, tuple(map(_letters, form.split())))
        for hit in hits
        for form in dict.fromkeys(f for entry in hit.entries for f in entry.forms(pair.target_language))
        if " " in form
    ]
    right = {parts for _, _, parts in forms}
    said = {word.letters for word in words}
    for hit, form, parts in forms:
        surname_first = _is_surname_first(hit.entry.source, parts, readings)
        for at in range(len(words)):
            run = _run(words[at : at + len(parts) + 1], pair.target)
            spelled = tuple(word.letters for word in run[: len(parts)])
            if len(spelled) < len(parts) or spelled in right:
                continue
            span = run[0].span[0], run[len(parts) - 1].span[1]
            if "".join(parts) == "".join(word.letters for word in run):  # Zha Ke Wei
                yield _Slip(hit, form, (span[0], run[-1].span[1]), Level.WARNING)
                continue
            level = _doubt(parts, spelled, surname_first, readings)
            if level is None and not surname_first and parts[0] == spelled[0] and parts[-1] not in said:
                level = Level.WARNING  # David Jones, and no Miller
            if level and not _is_another(spelled, span, hit, rest, pair.target, readings):
                yield _Slip(hit, form, span, level)


def _in_chinese(pair: Pair, hits: Sequence[Hit], readings: Readings) -> Iterator[_Slip]:
    """Yield where the given name stands behind another surname."""
    text = simplified(pair.target)
    names = {simplified(form) for hit in hits for e in hit.entries for form in e.forms(pair.target_language)}
    words = {_letters(word) for word in re.findall(r"[A-Za-z'’-]+", _without(pair.source, hits))}
    for hit in hits:
        form = hit.entry.text(pair.target_language)
        name = simplified(form)
        size = 2 if name[:2] in COMPOUND else 1
        right, given = name[:size], name[size:]
        if len(given) < 2 or "·" in name:
            continue
        for found in re.finditer(re.escape(given), text):
            at = found.start()
            start = at - (2 if text[max(0, at - 2) : at] in COMPOUND else 1)
            put = text[max(0, start) : at]
            if (
                not text[:at].endswith(right)
                and (put in COMPOUND or put in SINGLE or _is_homophone(put, right, readings))
                and put + given not in names
                and not OFFICE_BEFORE.search(text[:at])
                and not any(words & readings.of(c) for c in put)
            ):
                yield _Slip(hit, form, (start, found.end()), Level.ERROR)


def _is_homophone(put: str, right: str, readings: Readings) -> bool:
    return len(put) == len(right) == 1 and bool(readings.of(put) & readings.of(right))


def _run(words: Sequence[_Word], text: str) -> Sequence[_Word]:
    """Return those of ``words`` that follow one another with no more than a space between."""
    for n in range(1, len(words)):
        if text[words[n - 1].span[1] : words[n].span[0]] not in (" ", "\u00a0"):
            return words[:n]
    return words


def _doubt(
    parts: tuple[str, ...], spelled: tuple[str, ...], surname_first: bool, readings: Readings
) -> Level | None:
    """Return how sure it is that ``spelled`` is ``parts`` gone wrong, in either order; None if it is not."""
    if sorted(parts) == sorted(spelled):
        return Level.WARNING
    for other in (spelled, (*spelled[1:], spelled[0])):
        wrong = [n for n, (one, two) in enumerate(zip(parts, other, strict=True)) if one != two]
        if len(wrong) == 1:
            one, two = parts[wrong[0]], other[wrong[0]]
            if _sounds_alike(one, two, readings):
                return Level.WARNING
            if _is_near(one, two) or (surname_first and wrong == [0] and two in readings.surnames):
                return Level.ERROR
    return None


def _is_near(right: str, put: str) -> bool:
    """Tell whether ``put`` is ``right`` but for a letter, of a long word two."""
    from rapidfuzz.distance import OSA

    return len(right) > 2 and OSA.distance(right, put) <= (2 if len(right) > 5 else 1)


def _is_another(
    spelled: tuple[str, ...], span: Span, hit: Hit, rest: str, english: str, readings: Readings
) -> bool:
    """Tell whether the words are somebody or something else: the Chinese has it elsewhere, or a place."""
    after = re.match(r"[ -]([A-Za-z]+)", english[span[1] :])
    if " ".join(spelled) in NOT_PEOPLE or (after and after[1].lower() in PLACE_ENDS):
        return True
    if any(part in rest for part in hit.entry.source.split("·")):
        return True
    read = ways(spelled[0], "".join(spelled[1:]), readings)
    return any(readings.stands_in(w, rest) or readings.stands_in(w[1:] + w[:1], rest) for w in read)


def _sounds_alike(one: str, two: str, readings: Readings) -> bool:
    """Tell whether both are spellings of one name: Lü and Lyu, Müller and Muller."""
    return one.replace("v", "u") == two.replace("v", "u") or bool(
        set(readings.split(one)) & set(readings.split(two))
    )


def _is_surname_first(name: str, parts: tuple[str, ...], readings: Readings) -> bool:
    surname = name[:2] if name[:2] in COMPOUND else name[:1]
    return any(
        len(way) == len(surname) and all(one in readings.of(c) for one, c in zip(way, surname, strict=True))
        for way in readings.split(parts[0])
    )


def _without(text: str, hits: Sequence[Hit]) -> str:
    for hit in hits:
        text = text[: hit.start] + "，" * (hit.end - hit.start) + text[hit.end :]
    return text


def _letters(word: str) -> str:
    """Return the letters of ``word``, small; ü stays, which another sound has not."""
    kept = word.casefold().replace("ü", "v")
    return "".join(c for c in unicodedata.normalize("NFKD", kept) if c.isalpha())
