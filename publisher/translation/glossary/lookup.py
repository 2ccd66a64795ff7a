"""A glossary: the user's entries over the built-in ones, looked up as a whole or found in a text."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from publisher import resources
from publisher.errors import TranslationError
from publisher.translation.folding import fold
from publisher.translation.glossary import csv_terms, tbx
from publisher.translation.glossary.entries import Entry, key, primary
from publisher.translation.glossary.matching import Hit, Matcher

_TBX_SUFFIXES = (".tbx", ".xml", ".tbxm")


class Glossary:
    """Entries of any number of files; a later entry goes before an earlier one of the same source."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries = tuple(entries)
        self._matchers: dict[str, Matcher] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    @classmethod
    def load(cls, paths: Iterable[Path], *, builtin: bool = False) -> "Glossary":
        """Read CSV and TBX files, the later over the earlier, over the ``builtin`` ones if asked.

        TranslationError if one cannot be read.
        """
        own = read_builtin() if builtin else ()
        return cls((*own, *(entry for path in paths for entry in read(Path(path)))))

    def lookup(self, term: str) -> str | None:
        """Return what stands beside ``term``: a target for a source, else a source for a target.

        A target that built-in entries have beside several sources has no
        answer: director is 主任, 局长 and 处长.
        """
        plain = fold(term)
        entry = self._by_source.get(plain)
        if entry is None and self._by_source and not plain.isascii():
            entry = self._by_source.get(key(term))
        return entry.target if entry is not None else self._sources.get(plain)

    def find(self, term: str) -> Entry | None:
        """Return the entry whose source is ``term``, whatever its width, spacing and script."""
        return self._by_source.get(fold(term)) or self._by_source.get(key(term))

    def hits(self, text: str, language: str) -> tuple[Hit, ...]:
        """Return the terms of ``language`` (BCP 47) that stand in ``text``, in order, none over another.

        Chinese is found in either script and within the words of a
        segmenter, English in any inflection. Where terms overlap, those that
        cover most of the text are taken, of equals the longest.
        """
        name = primary(language)
        if name not in self._matchers:
            self._matchers[name] = Matcher(self._by_source.values(), name)
        return self._matchers[name].hits(text)

    def chosen(self, kind: str = "", search: str = "") -> tuple[Entry, ...]:
        """Return the entries in force: of the type ``kind``, with ``search`` in either language, if given."""
        wanted = key(search).lower()
        return tuple(
            entry
            for entry in self._by_source.values()
            if (not kind or entry.type == kind)
            and any(wanted in key(f).lower() for f in (entry.source, entry.target, *entry.alternatives))
        )

    @property
    def names(self) -> Mapping[str, str]:
        """The people: from the name in the source language to the name in the target language."""
        return MappingProxyType({e.source: e.target for e in self._entries if e.type == "person"})

    @property
    def given(self) -> Mapping[str, str]:
        """The names of every kind that are not built in: from that in the source language to the other."""
        named = (e for e in self._entries if e.type not in ("term", "title") and not e.builtin)
        return MappingProxyType({e.source: e.target for e in named})

    @cached_property
    def _by_source(self) -> dict[str, Entry]:
        return {fold(e.source): e for e in self._entries}

    @cached_property
    def _sources(self) -> dict[str, str]:
        found: dict[str, str] = {}
        ambiguous: set[str] = set()
        for entry in sorted(self._by_source.values(), key=lambda e: not e.builtin):
            forms = (entry.target,) if entry.builtin else (entry.target, *entry.alternatives)
            for target in dict.fromkeys(map(fold, forms)):
                if entry.builtin and target in found:
                    ambiguous.add(target)
                if not entry.builtin and target == fold(entry.target):
                    ambiguous.discard(target)
                    found[target] = entry.source
                else:
                    found.setdefault(target, entry.source)
        return {target: source for target, source in found.items() if target not in ambiguous}


def read(path: Path) -> tuple[Entry, ...]:
    """Read one glossary, TBX or CSV by its suffix; TranslationError if it cannot be read."""
    return tbx.read(path) if path.suffix.lower() in _TBX_SUFFIXES else csv_terms.read(path)


def write(entries: Iterable[Entry], suffix: str, style: tbx.Style = "dct") -> bytes:
    """Return ``entries`` in the format of ``suffix``: .csv, else TBX in ``style``."""
    return csv_terms.write(entries) if suffix.lower() == ".csv" else tbx.write(entries, style)


def read_builtin() -> tuple[Entry, ...]:
    """Return the entries of the glossaries that come with Publisher."""
    paths = sorted(resources.glossaries().glob("*.csv"))
    if not paths:
        raise TranslationError(
            f"{resources.glossaries()}: the built-in glossaries are missing", hint="install Publisher again"
        )
    return tuple(entry for path in paths for entry in csv_terms.read(path, builtin=True))
