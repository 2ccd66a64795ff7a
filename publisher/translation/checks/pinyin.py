"""Han characters and the Latin spellings they may have as names: readings, syllables, surnames."""

import re
from collections.abc import Iterator
from functools import cached_property

from publisher.localization.surnames import COMPOUND, COMPOUND_BEFORE_TWO, READINGS, SINGLE, TWO_READINGS

_HAN = re.compile(r"[\u3400-\u9fff]")


class Readings:
    """The toneless readings of characters, and the syllables that there are."""

    def __init__(self) -> None:
        self._known: dict[str, frozenset[str]] = {}

    def of(self, char: str) -> frozenset[str]:
        """Return every reading of ``char``, ü as v, those it has as a surname among them."""
        known = self._known.get(char)
        if known is None:
            from pypinyin import Style, pinyin

            found = set(pinyin(char, style=Style.NORMAL, heteronym=True)[0]) if _HAN.match(char) else set()
            found |= {table[char] for table in (READINGS, TWO_READINGS) if char in table}
            known = frozenset(_plain(reading) for reading in found)
            self._known[char] = known
        return known

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Every syllable of pinyin, ü as v, as the dictionary of characters has them."""
        from pypinyin import Style
        from pypinyin.pinyin_dict import pinyin_dict
        from pypinyin.style import convert

        marked = {
            reading for code in range(0x4E00, 0x9FA6) for reading in pinyin_dict.get(code, "").split(",")
        }
        found = {_plain(convert(reading, Style.NORMAL, strict=True)) for reading in marked if reading}
        return frozenset(s for s in found if s.isascii() and s.isalpha() and (len(s) > 1 or s in "aeo"))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Every surname in pinyin, in small letters."""
        single = {reading for char in SINGLE for reading in self.of(char)}
        compound = {
            "".join(parts)
            for name in COMPOUND | COMPOUND_BEFORE_TWO
            for parts in _products([sorted(self.of(c)) for c in name])
        }
        return frozenset(single | compound)

    def split(self, word: str) -> tuple[tuple[str, ...], ...]:
        """Return the ways to read ``word`` as up to four syllables: Xian is xian, or xi and an."""
        parts = [part for part in re.split(r"['’-]", word.lower()) if part]
        ways: list[tuple[str, ...]] = [()]
        for part in parts:
            ways = [way + more for way in ways for more in self._cut(_plain(part))][:24]
        return tuple(way for way in ways if 0 < len(way) <= 4)

    def _cut(self, word: str) -> list[tuple[str, ...]]:
        ends: list[list[tuple[str, ...]]] = [[] for _ in range(len(word) + 1)]
        ends[0] = [()]
        if len(word) > 24:
            return []
        for at in range(len(word)):
            if ends[at]:
                for end in range(at + 1, min(at + 6, len(word)) + 1):
                    if word[at:end] in self.syllables:
                        ends[end].extend((*way, word[at:end]) for way in ends[at][:8])
        return ends[-1]

    def stands_in(self, syllables: tuple[str, ...], chinese: str) -> bool:
        """Tell whether characters that read as ``syllables`` stand side by side in ``chinese``."""
        return any(True for _ in self.places(syllables, chinese))

    def places(self, syllables: tuple[str, ...], chinese: str) -> Iterator[int]:
        """Yield where characters that read as ``syllables`` stand side by side in ``chinese``."""
        for at in range(len(chinese) - len(syllables) + 1):
            if all(s in self.of(chinese[at + n]) for n, s in enumerate(syllables)):
                yield at


def _plain(reading: str) -> str:
    """Return ``reading`` with one spelling for ü: lü, lyu and lv are lv."""
    reading = reading.replace("ü", "v").replace("lyu", "lv").replace("nyu", "nv")
    return {"lue": "lve", "nue": "nve"}.get(reading, reading)


def _products(rows: list[list[str]]) -> list[tuple[str, ...]]:
    out: list[tuple[str, ...]] = [()]
    for row in rows:
        out = [(*way, one) for way in out for one in row]
    return out[:16]
