"""The names beside the text: source, place and contact of one edition are those of the other."""

import re
from collections.abc import Iterator

from publisher.localization.surnames import COMPOUND, SINGLE
from publisher.translation.checks.dictionary import content_words
from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference

_NAMED = re.compile(r"(?:head|source|place|credit\.\w+|contact\d+\.(?:name|organisation))(?:\.\d+)?$")
_PERSON = re.compile(r"contact\d+\.name|credit\.|head")
_NAME = re.compile(r"(?<![\u3400-\u9fff·])[\u3400-\u9fff]{2,4}(?![\u3400-\u9fff·])")
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_LATIN_NAME = re.compile(r"[A-Z][a-z]+[ -][A-Z]")
_HAN = re.compile(r"[\u3400-\u9fff]+")


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield an error for a contact who is somebody else, a warning for a credit or name unlike its source.

    Names are compared by their readings, and by what the glossary and the
    dictionary know of their words.
    """
    if not pair.is_translated or not _NAMED.match(pair.key):
        return
    words = [found[0] for found in _WORD.finditer(pair.english)]
    if _PERSON.match(pair.key):
        if not _LATIN_NAME.search(pair.english):
            return  # nobody is named: an English edition may leave the credits out
        for found in _NAME.finditer(pair.chinese):
            name = found[0]
            if (name[0] in SINGLE or name[:2] in COMPOUND) and not _is_said(name, words, reference):
                yield pair.finding(
                    "fields",
                    Level.ERROR if pair.key.startswith("contact") else Level.WARNING,
                    f"{name} is not named in “{pair.english}”",
                    chinese=(found.span(),),
                )
        return
    if words and _HAN.search(pair.chinese) and not _shares(pair, words, reference):
        yield pair.finding(
            "fields", Level.WARNING, f"“{pair.english}” seems to name something else than {pair.chinese}"
        )


def _is_said(name: str, words: list[str], reference: Reference) -> bool:
    """Tell whether the surname and the given name, or one name that is known for it, are among ``words``."""
    known = {part.lower() for part in reference.glossary.names.get(name, "").split()}
    known |= {part.lower() for part in reference.dictionary.proper(name)}
    if known & {word.lower() for word in words}:
        return True
    size = 2 if name[:2] in COMPOUND and len(name) > 2 else 1
    ways = [way for word in words for way in reference.readings.split(word)]
    return all(
        any(len(way) == len(part) and reference.readings.stands_in(way, part) for way in ways)
        for part in (name[:size], name[size:])
    )


def _shares(pair: Pair, words: list[str], reference: Reference) -> bool:
    if any(w.lower() in pair.chinese.lower() for w in words if len(w) > 1):
        return True
    if any(
        reference.readings.stands_in(way, pair.chinese)
        for word in words
        for way in reference.readings.split(word)
        if len(way) > 1
    ):
        return True
    said = {found for found, _, _ in content_words(pair.english)}
    for run in _HAN.findall(pair.chinese):
        if any(said & reference.dictionary.stems(part) for part in reference.dictionary.parts(run)):
            return True
    if any(
        form.lower() in pair.english.lower()
        for hit in reference.glossary.hits(pair.chinese, "zh")
        for entry in hit.entries
        for form in entry.forms("en")
    ):
        return True
    return "·" in pair.chinese or not _is_known(pair.chinese, reference)


def _is_known(chinese: str, reference: Reference) -> bool:
    """Tell whether the dictionary has every word: what it lacks may be a name written by its sound."""
    words = [word for word, _, _ in reference.words(chinese) if _HAN.fullmatch(word)]
    return all(word in reference.dictionary for word in words)
