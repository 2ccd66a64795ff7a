"""How two editions share a page: side by side, or paragraph under paragraph; one rule for every exporter."""

import msgspec

from publisher import pairs
from publisher.model import PageBreak, Release, Rule
from publisher.theme import Theme


def alternates(release: Release, theme: Theme) -> bool:
    """Tell whether the two editions of ``release`` stand under one another."""
    return len(release.editions) == 2 and theme.layout.bilingual == "alternating"


def shares(release: Release, theme: Theme) -> tuple[float, ...]:
    """Return the part of the measure that each edition takes."""
    if len(release.editions) == 1:
        return (1.0,)
    return (1.0, 1.0) if alternates(release, theme) else pairs.shares(release)


def rows(release: Release, theme: Theme, other: Release | None = None) -> tuple[pairs.Pair, ...]:
    """Return the rows of a body in two languages; ``other`` is a version that it is compared with.

    Under one another a paragraph is never cut, and a rule or the end of a page
    stands once.
    """
    if not alternates(release, theme):
        return pairs.pairs(release, other=other)
    found = pairs.pairs(release, whole=True)
    return tuple(
        msgspec.structs.replace(row, right=None) if isinstance(row.left, Rule | PageBreak) else row
        for row in found
    )
