"""What the rules look things up in: the glossary, the dictionary, the words of a text, date and rate."""

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from publisher.config import Exchange
from publisher.localization.values import Mismatch, Value, compare, matched
from publisher.translation.checks import exchanged
from publisher.translation.checks.pair import Pair
from publisher.translation.glossary import Glossary

if TYPE_CHECKING:
    from publisher.translation.checks.dictionary import Dictionary
    from publisher.translation.checks.pinyin import Readings

_NO_RATE = Exchange()
_KEPT = 4_096
"""Texts whose words are remembered: rules ask for the same text one after the other."""


class Reference:
    """The works of reference of one run; the large ones are opened when first asked for."""

    def __init__(
        self,
        glossary: Glossary | None = None,
        issued: datetime | None = None,
        exchange: Exchange = _NO_RATE,
    ) -> None:
        self.glossary = glossary or Glossary()
        self.issued = issued
        self.exchange = exchange
        self._compared: dict[Pair, tuple[Mismatch, ...]] = {}
        self._words: dict[str, tuple[tuple[str, str, int], ...]] = {}

    @cached_property
    def dictionary(self) -> "Dictionary":
        """CC-CEDICT."""
        from publisher.translation.checks.dictionary import Dictionary

        return Dictionary()

    @cached_property
    def readings(self) -> "Readings":
        """The readings of Han characters."""
        from publisher.translation.checks.pinyin import Readings

        return Readings()

    def words(self, chinese: str) -> tuple[tuple[str, str, int], ...]:
        """Return the words of a Chinese text: with part of speech (``nr``: a person) and offset."""
        known = self._words.get(chinese)
        if known is None:
            import rjieba

            found, at = [], 0
            for word, tag in rjieba.tag(chinese):
                found.append((word, tag, at))
                at += len(word)
            if len(self._words) >= _KEPT:
                self._words.clear()
            known = self._words[chinese] = tuple(found)
        return known

    def mismatches(self, pair: Pair) -> tuple[Mismatch, ...]:
        """Return the locked values of one side that the other does not state."""
        known = self._compared.get(pair)
        if known is None:
            if len(self._compared) >= _KEPT:
                self._compared.clear()
            languages = pair.source_language, pair.target_language
            found = compare(pair.source, pair.target, *languages, issued=self.issued, exchange=self.exchange)
            known = self._compared[pair] = (*found, *exchanged.find(pair, self, found))
        return known

    def matched(self, pair: Pair) -> tuple[tuple[Value, Value], ...]:
        """Return the figures that both sides state once, each with the one that answers it."""
        languages = pair.source_language, pair.target_language
        return matched(pair.source, pair.target, *languages, issued=self.issued)
