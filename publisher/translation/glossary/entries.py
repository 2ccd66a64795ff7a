"""Entries: terms and names whose translation is decided, and how they are spelled in a sentence."""

from collections.abc import Callable
from functools import cache

import msgspec

from publisher.translation.folding import fold

TYPES = ("event", "organisation", "person", "place", "term", "title", "work")
"""What an entry may be; an empty type is a term."""

PARTS_OF_SPEECH = ("noun", "properNoun", "verb", "adjective", "adverb", "other")
"""The parts of speech of TBX-Basic (ISO 30042)."""

CASES = ("as-is", "sentence", "title")
"""as-is: as the entry has it. sentence: lower-case unless it begins a sentence. title: capitalised
right before a name, otherwise as ``sentence`` (AP)."""

CHINESE, ENGLISH = "zh-Hans", "en"


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """One decided translation.

    ``target`` is preferred, ``alternatives`` are right too, ``forbidden`` are
    wrong. ``traditional`` is the Traditional Chinese form, where it is not
    merely the Simplified one converted. Languages are BCP 47.
    """

    source: str
    target: str
    type: str = "term"
    alternatives: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    part_of_speech: str = ""
    case: str = ""
    domain: str = ""
    note: str = ""
    traditional: str = ""
    source_language: str = CHINESE
    target_language: str = ENGLISH
    builtin: bool = False

    @property
    def case_rule(self) -> str:
        """The rule of CASES: the entry's own, else what its type and spelling say."""
        if self.case:
            return self.case
        if self.type == "title":
            return "title"
        return "sentence" if self.target == self.target.lower() else "as-is"

    def forms(self, language: str) -> tuple[str, ...]:
        """Return every spelling in ``language``, the preferred one first; none for another language."""
        own = (self.traditional,) if self.traditional and primary(language) == "zh" else ()
        if primary(language) == primary(self.source_language):
            return self._sorted((self.source, *own), language)
        if primary(language) == primary(self.target_language):
            return self._sorted((self.target, *self.alternatives, *own), language)
        return ()

    def sought(self, language: str) -> tuple[str, ...]:
        """Return the spellings in ``language`` that are looked for in a text.

        Against their direction the built-in entries are found by their names
        and preferred terms alone: that 全校 may be “all” makes no term of all.
        """
        forms = self.forms(language)
        if not self.builtin or primary(language) == primary(self.source_language):
            return forms
        common = self.type == "term" and " " not in self.target
        return tuple(f for f in forms if f != f.lower() or (f == self.target and not common))

    def _sorted(self, forms: tuple[str, ...], language: str) -> tuple[str, ...]:
        if self.traditional and is_traditional(language):
            return (self.traditional, *(f for f in forms if f != self.traditional))
        return forms

    def text(self, language: str, *, opens: bool = False, before_name: bool = False) -> str:
        """Return the preferred spelling in ``language``, "" if there is none.

        ``opens`` says that it begins a sentence, ``before_name`` that a name
        follows at once. A Simplified form is converted where ``language`` is
        Traditional.
        """
        forms = self.forms(language)
        if not forms:
            return ""
        text = forms[0]
        if primary(language) == "zh":
            return to_traditional(text) if is_traditional(language) and text != self.traditional else text
        if before_name and self.case_rule == "title":
            text = " ".join(w if w in SMALL_WORDS else w[:1].upper() + w[1:] for w in text.split(" "))
        return text[:1].upper() + text[1:] if opens else text


SMALL_WORDS = frozenset(
    ("of", "the", "and", "for", "to", "in", "at", "on", "a", "an", "by", "with", "from", "or")
)
"""Words that a title leaves in lower case."""


def primary(language: str) -> str:
    """Return the language without script and region: zh of zh-Hant-TW."""
    return language.lower().replace("_", "-").partition("-")[0]


def is_traditional(language: str) -> bool:
    """Tell whether ``language`` is Chinese in Traditional characters."""
    first, *rest = language.lower().replace("_", "-").split("-")
    return first == "zh" and not {"hant", "cht", "tw", "hk", "mo"}.isdisjoint(rest)


def key(text: str) -> str:
    """Return what the spellings of one Chinese term share: width, spacing, and script."""
    return to_simplified(fold(text))


def to_simplified(text: str) -> str:
    """Return ``text`` in Simplified characters."""
    return text if text.isascii() else _converter("t2s")(text)


def to_traditional(text: str) -> str:
    """Return ``text`` in Traditional characters."""
    return _converter("s2t")(text)


@cache
def _converter(name: str) -> Callable[[str], str]:
    from opencc import OpenCC  # loads its tables: only Chinese text pays for it

    convert: Callable[[str], str] = OpenCC(name).convert
    return convert
