"""A source and its target, whichever of the two is the Chinese one."""

from collections.abc import Iterable

import msgspec

from publisher.translation.checks.finding import Finding, Level

Span = tuple[int, int]
"""Start and end of a stretch, in characters."""


class Pair(msgspec.Struct, frozen=True):
    """One segment and its translation; ``key`` names it in reports (a tuid, ``b3.2``, a number)."""

    key: str
    source: str
    target: str
    source_language: str = "zh-Hans"
    target_language: str = "en"

    @property
    def from_chinese(self) -> bool:
        """Whether the source is the Chinese side."""
        return _is_chinese(self.source_language)

    @property
    def is_translated(self) -> bool:
        """Whether both sides say something in languages that can be compared: Chinese and English."""
        return (
            _is_chinese(self.source_language) != _is_chinese(self.target_language)
            and bool(self.source.strip())
            and bool(self.target.strip())
        )

    @property
    def chinese(self) -> str:
        """The Chinese text."""
        return self.source if self.from_chinese else self.target

    @property
    def english(self) -> str:
        """The English text."""
        return self.target if self.from_chinese else self.source

    def finding(
        self,
        rule: str,
        severity: Level,
        message: str,
        *,
        chinese: Iterable[Span] = (),
        english: Iterable[Span] = (),
    ) -> Finding:
        """Return a finding about this pair, the places given by language."""
        one, other = tuple(chinese), tuple(english)
        if not self.from_chinese:
            one, other = other, one
        return self.mark(rule, severity, message, source=one, target=other)

    def mark(
        self,
        rule: str,
        severity: Level,
        message: str,
        *,
        source: Iterable[Span] = (),
        target: Iterable[Span] = (),
    ) -> Finding:
        """Return a finding about this pair, the places given by side."""
        return Finding(
            rule, severity, self.key, self.source, self.target, message, tuple(source), tuple(target)
        )


def _is_chinese(language: str) -> bool:
    return language.lower().partition("-")[0] == "zh"
