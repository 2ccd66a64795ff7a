"""Translation memories: TMX files and files of their own, searched for the same and for similar texts."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from publisher.errors import TranslationError
from publisher.translation.bitext import Bitext, reviewed_pairs
from publisher.translation.memory.bitexts import Bitexts
from publisher.translation.memory.schema import MAGIC, SUFFIX
from publisher.translation.memory.store import IMPORT_LIMIT, Added, Store
from publisher.translation.memory.units import Header, Match, MemoryUnit, Variant

__all__ = [
    "IMPORT_LIMIT",
    "LIMIT",
    "SUFFIX",
    "Added",
    "Header",
    "Match",
    "Memory",
    "MemoryUnit",
    "Store",
    "Variant",
    "check_there",
    "open_store",
]

LIMIT = 64 * 1024 * 1024
"""A larger TMX file, in bytes, is not read anew for each article: it is to be imported once."""

_BITEXTS = (".xlf", ".xliff", ".json")
_GLOSSARIES = (".csv", ".tbx")


class Memory:
    """Any number of memories as one; a later one goes before an earlier one.

    ``bitexts`` has the drafts of those that are translations under way: no
    lookup answers with one.
    """

    def __init__(self, stores: Iterable[Store] = (), bitexts: Bitexts | None = None) -> None:
        self._stores = tuple(stores)[::-1]
        self.bitexts = bitexts or Bitexts()

    def __len__(self) -> int:
        """Return the number of units."""
        return sum(len(store) for store in self._stores)

    @classmethod
    def load(cls, paths: Iterable[Path]) -> "Memory":
        """Read TMX files and open memories, known by what is in them, the later over the earlier.

        TranslationError if one cannot be read.
        """
        stores: list[Store] = []
        values: list[Bitext] = []
        for path in map(Path, paths):
            if path.suffix.lower() in _BITEXTS:
                values.append(_bitext(path))
                stores.append(Store.of(_reviewed(values[-1]), path.name))
            else:
                stores.append(open_store(path))
        return cls(stores, Bitexts(values))

    @classmethod
    def of(cls, units: Iterable[MemoryUnit], name: str = "") -> "Memory":
        """Return a memory of ``units``; ``name`` is what its matches say they come from."""
        return cls((Store.of(units, name),))

    def lookup(
        self, text: str, source: str, target: str, *, before: str = "", after: str = ""
    ) -> Match | None:
        """Return the match for the same text, or None.

        Languages are BCP 47 and match across regions; width, spacing and
        quotes do not count. ``before`` and ``after`` are the neighbouring
        segments: a match from the same place goes before others of its kind.
        """
        for store in self._stores:
            match = store.lookup(text, source, target, before=before, after=after)
            if match is not None:
                return match
        return None

    def fuzzy(
        self, text: str, source: str, target: str, *, limit: int = 3, threshold: float = 0.7
    ) -> tuple[Match, ...]:
        """Return at most ``limit`` matches for similar texts, the best first.

        ``threshold`` is the least score, 0 to 1. The score is by characters for
        Chinese, by words and characters for others; see fuzzy.closest.
        """
        found = [
            match
            for store in self._stores
            for match in store.fuzzy(text, source, target, limit=limit, threshold=threshold)
        ]
        found.sort(key=lambda match: -match.score)  # stable: a later memory goes first among equals
        unique: dict[tuple[str, str], Match] = {}
        for match in found:
            unique.setdefault((match.source, match.text), match)
        return tuple(unique.values())[:limit]


def open_store(path: Path) -> Store:
    """Return a TMX file, a memory, or what is reviewed in a bitext, to be searched."""
    if path.suffix.lower() in _BITEXTS:
        return Store.of(_reviewed(_bitext(path)), path.name)
    return Store.open(path) if _head(path) == MAGIC else Store.of_tmx(path, LIMIT)


def check_there(names: Iterable[str]) -> None:
    """Raise TranslationError unless each of ``names`` is a file that can be read, and no glossary."""
    for path in map(Path, names):
        _head(path)
        if path.suffix.lower() in _GLOSSARIES:
            raise TranslationError(
                f"{path} is a glossary, not a memory", hint=f"give it as --glossary {path}"
            )


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(len(MAGIC))
    except OSError as error:
        raise TranslationError(
            f"{path}: the memory cannot be read: {error.strerror or error}",
            hint="check the name and the folder",
        ) from error


def _bitext(path: Path) -> Bitext:
    from publisher.translation.bitext_files import load

    return load(path)


def _reviewed(value: Bitext) -> Iterator[MemoryUnit]:
    """Yield what a person has passed in a bitext."""
    for source, target in reviewed_pairs(value):
        yield MemoryUnit.pair(Variant(value.source_language, source), Variant(value.target_language, target))
