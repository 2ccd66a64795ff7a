"""The numbers of headings and list items as an OpenDocument text counts them (ODF 1.3, 16.30 and 16.34)."""

import re

from publisher.readers.labels import written
from publisher.readers.odt.styles import Level, Styles


class Numbers:
    """Counts on: headings by the style of the outline, items by their list's style."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._items: dict[str, dict[int, int]] = {}  # by list style and level
        self._headings: dict[int, int] = {}

    def heading(self, level: int, *, unnumbered: bool) -> str:
        """Return the label of the next heading of ``level``; nothing if it has none."""
        own = self._styles.outline.get(level)
        if own is None or own.form == "none" or unnumbered:
            return ""
        _count(self._headings, level, self._headings.get(level, own.start - 1) + 1)
        return _label(own, level, self._headings, self._styles.outline)

    def restart(self, style: str) -> None:
        """Let the next list of ``style`` begin anew."""
        self._items[style] = {}

    def item(self, style: str, level: int, given: str) -> str:
        """Return the label of the next item, which may have its number ``given``; nothing for a bullet."""
        own = self._styles.list_level(style, level)
        counts = self._items.setdefault(style, {})
        follows = counts.get(level, own.start - 1) + 1
        _count(counts, level, int(given) if given.isdigit() and len(given) < 6 else follows)
        if own.form in ("bullet", "none"):
            return ""
        return _label(own, level, counts, self._styles.list_levels(style))

    def last(self, style: str, level: int) -> int:
        """Return the number of the item that was last."""
        return self._items.get(style, {}).get(level, 1)


def _count(counts: dict[int, int], level: int, number: int) -> None:
    counts[level] = number
    for deeper in [n for n in counts if n > level]:
        del counts[deeper]


def _label(own: Level, level: int, counts: dict[int, int], levels: dict[int, Level]) -> str:
    parts = [
        written(counts.get(n, 1), levels.get(n, own).form)
        for n in range(max(level - own.shown + 1, 1), level + 1)
        if levels.get(n, own).form not in ("none", "bullet")
    ]
    text = f"{own.before}{'.'.join(parts)}{own.after}"
    return f"{text} " if text and re.search(r"[\w.)]\Z", text) and text.isascii() else text
