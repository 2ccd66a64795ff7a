"""The numbers of headings and list items as an OpenDocument text counts them (ODF 1.3, 16.30 and 16.34)."""

import re

from publisher.interchange.labels import written
from publisher.interchange.lists import Label
from publisher.readers.odt.styles import Level, Styles

_AFTER = (".", "、", ")", "．", "")


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
        text = _label(own, level, self._headings, self._styles.outline)
        return f"{text} " if text and re.search(r"[\w.)]\Z", text) and text.isascii() else text

    def restart(self, style: str, level: int) -> None:
        """Let the next list of ``style`` begin anew at this level."""
        counts = self._items.get(style, {})
        self._items[style] = {n: count for n, count in counts.items() if n < level}

    def item(self, style: str, level: int, given: str, list_id: str) -> Label:
        """Return the label of the next item, which may have its number ``given``."""
        own = self._styles.list_level(style, level)
        counts = self._items.setdefault(style, {})
        follows = counts.get(level, own.start - 1) + 1
        _count(counts, level, int(given) if given.isdigit() and len(given) < 6 else follows)
        number = counts[level]
        if own.form == "bullet":
            return Label("", False, level - 1, number, list_id)
        text = "" if own.form == "none" else _label(own, level, counts, self._styles.list_levels(style))
        plain = own.form == "decimal" and not own.before and own.after in _AFTER and own.shown == 1
        return Label(text, True if plain else None, level - 1, number, list_id)


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
    return f"{own.before}{'.'.join(parts)}{own.after}".strip()
