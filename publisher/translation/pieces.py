"""A segment on its way through translation, and what is known of it before an engine is asked."""

import re
from collections.abc import Sequence

import msgspec

from publisher.localization.locale import locale
from publisher.localization.official import annex_label, english_number
from publisher.localization.places import english_address
from publisher.localization.values import RenderOptions
from publisher.model import Origin, Segment, State, Translation
from publisher.translation.bitext import BitextUnit
from publisher.translation.folding import has_han, narrow
from publisher.translation.glossary import Entry, Glossary
from publisher.translation.inlines import Rebuilt
from publisher.translation.memory import Match, Memory
from publisher.translation.segments import Unit, split

_JOINED = 4
"""Up to this many sentences are looked up as one."""

_PLACES = re.compile(r"place|contact\d+\.address")
"""Texts that are a place or an address as a whole."""

_CURATED = frozenset(("place", "organisation"))
"""Built-in entries of these types are official names: there is nothing to review in them."""


class Languages(msgspec.Struct, frozen=True):
    """From which language into which (BCP 47).

    ``edition`` is the script that the target is converted to afterwards: what a
    memory has in it already goes first.
    """

    source: str
    target: str
    edition: str = ""

    @property
    def wanted(self) -> tuple[str, ...]:
        """The languages that a memory is asked for, the first one first."""
        return tuple(dict.fromkeys(filter(None, (self.edition, self.target))))

    @property
    def written(self) -> str:
        """The language that figures are written for: an English edition is what is translated into."""
        return self.edition if primary(self.edition) == "en" else self.target

    @property
    def from_chinese(self) -> bool:
        """Whether the source is Chinese."""
        return primary(self.source) == "zh"

    @property
    def into_chinese(self) -> bool:
        """Whether the target is Chinese."""
        return primary(self.target) == "zh"


class Piece(msgspec.Struct, frozen=True):
    """One segment: the characters ``start`` to ``end`` of its text, in the forced line ``line``.

    ``offers`` are what memories have for similar texts. ``rebuilt`` is the
    translation with the markup that came through an engine with it.
    """

    segment: Segment
    line: int
    start: int
    end: int
    translation: Translation | None = None
    offers: tuple[Match, ...] = ()
    rebuilt: Rebuilt | None = None


class Known(msgspec.Struct, frozen=True):
    """What memory and glossary say, for one pair of languages.

    ``options`` are what the edition wants of its figures; ``first`` has, by
    segment key and offset, the amounts that the article has not stated before.
    """

    languages: Languages
    memory: Memory
    glossary: Glossary
    options: RenderOptions = RenderOptions()
    first: frozenset[tuple[str, int]] = frozenset()

    def translation(self, text: str, before: str = "", after: str = "") -> Translation | None:
        """Return what is decided for ``text`` between its neighbours, its key left open."""
        languages = self.languages
        for target in languages.wanted:
            match = self.memory.lookup(text, languages.source, target, before=before, after=after)
            if match is None:
                continue
            state = State.REVIEWED if match.reviewed else State.DRAFT
            return Translation("", match.text, Origin.MEMORY, 1.0, state)
        if term := self.term(text):
            return term
        if says_itself(text, languages):
            # the author's own figures and marks: there is nothing to translate or to doubt
            copy = text if languages.into_chinese else narrow(text)
            return Translation("", copy, Origin.HAND, 1.0, State.REVIEWED)
        return None

    def term(self, text: str) -> Translation | None:
        """Return what the glossary has for the whole of ``text``."""
        entry = self.glossary.find(text)
        if entry is not None and entry.forms(self.languages.target):
            said = entry.text(self.languages.target, opens=entry.type != "person")
            return Translation("", said, Origin.HAND, 1.0, _state(entry))
        said_other_way = self.glossary.lookup(text) if entry is None else None
        if said_other_way is not None:
            return Translation("", said_other_way, Origin.HAND, 1.0, State.REVIEWED)
        return None

    def official(self, text: str, where: str) -> Translation | None:
        """Return the label of an annex, or the English of an official number: a draft, by sound."""
        if (label := annex_label(text, locale(self.languages.written))) is not None:
            return Translation("", label, Origin.HAND, 1.0, State.REVIEWED)
        number = english_number(text) if where == "official.number" else None
        if number is None or self.languages.into_chinese:
            return None
        return Translation("", number, Origin.ENGINE, 0.5, State.DRAFT)

    def place(self, text: str, where: str) -> Translation | None:
        """Return the English of a dateline's place or a contact's address; a draft where it is by sound."""
        languages = self.languages
        if not languages.from_chinese or languages.into_chinese or not _PLACES.fullmatch(where):
            return None
        read = english_address(text)
        if read is None:
            return None
        if read.doubt:
            return Translation("", read.text, Origin.ENGINE, 0.5, State.DRAFT)
        return Translation("", read.text, Origin.HAND, 1.0, State.REVIEWED)

    def draft(self, text: str) -> BitextUnit | None:
        """Return what a bitext among the memories has for ``text`` that no person has passed."""
        source, bitexts = self.languages.source, self.memory.bitexts
        found = (bitexts.draft(text, source, target) for target in self.languages.wanted)
        return next((unit for unit in found if unit is not None), None)

    def text(self, text: str) -> str | None:
        """Return the words that are decided for ``text``."""
        found = self.translation(text) if text else None
        return None if found is None else found.text


def _state(entry: Entry) -> State:
    return State.DRAFT if entry.builtin and entry.type not in _CURATED else State.REVIEWED


def primary(language: str) -> str:
    """Return the language without script and region."""
    return language.lower().partition("-")[0]


def says_itself(text: str, languages: Languages) -> bool:
    """Tell whether ``text`` reads the same in every language: figures, marks, Latin in Chinese."""
    if languages.from_chinese:
        return not has_han(text)
    return not any(c.isalpha() for c in text)


def look_up(unit: Unit, known: Known) -> list[Piece]:
    """Return the segments of a text: the whole if it is known, else its sentences line by line."""
    stripped = unit.text.strip()
    whole = known.translation(stripped) or known.official(stripped, unit.where)
    whole = whole or known.place(stripped, unit.where)
    if whole is not None:
        key = f"{unit.where}.1"
        start = unit.text.index(stripped)
        translation = msgspec.structs.replace(whole, key=key)
        return [Piece(Segment(key, stripped), 0, start, start + len(stripped), translation)]
    pieces: list[Piece] = []
    offset = 0
    for number, line in enumerate(unit.text.split("\n")):
        at = offset
        for source, found in _sentences(line, known):
            start = unit.text.index(source, at)
            at = start + len(source)
            key = f"{unit.where}.{len(pieces) + 1}"
            decided = None if found is None else msgspec.structs.replace(found, key=key)
            pieces.append(Piece(Segment(key, source), number, start, at, decided))
        offset += len(line) + 1
    return pieces


def _sentences(line: str, known: Known) -> list[tuple[str, Translation | None]]:
    """Cut a line into what is known: some sentences together, one, or the parts of a quotation."""
    out: list[tuple[str, Translation | None]] = []
    language = known.languages.source
    gap = "" if known.languages.from_chinese else " "
    whole = [s if gap == "" else s.strip() for s in split(line, language)]
    sentences = [s for s in whole if s.strip()]
    at = 0
    while at < len(sentences):
        for count in range(min(_JOINED, len(sentences) - at), 0, -1):
            text = gap.join(sentences[at : at + count]).strip()
            decided = known.translation(text, *_neighbours(sentences, at, at + count))
            if decided is not None and text in line:
                out.append((text, decided))
                at += count
                break
        else:
            text = sentences[at].strip()
            parts = [p.strip() for p in split(text, language, nested=True)]
            found_parts: list[Translation | None] = [known.translation(p) for p in parts]
            if len(parts) > 1 and all(found_parts):
                out += zip(parts, found_parts, strict=True)
            else:
                out.append((text, None))
            at += 1
    return out


def _neighbours(sentences: Sequence[str], start: int, end: int) -> tuple[str, str]:
    before = sentences[start - 1].strip() if start else ""
    after = sentences[end].strip() if end < len(sentences) else ""
    return before, after
