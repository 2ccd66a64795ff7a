"""The labels that Word counts: which are those of a list, and the words of the others (ECMA-376-1, 17.9)."""

import re
from typing import TYPE_CHECKING

from publisher.interchange.labels import written
from publisher.interchange.lists import Label
from publisher.readers.docx.elements import attribute, child, local, switch, value
from publisher.readers.docx.parts import Parts

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLAIN = re.compile(r"%\d[.．)、]?\Z")


class Numbering:
    """The numberings of a document, counted on from paragraph to paragraph."""

    def __init__(self, parts: Parts) -> None:
        self._nums = parts.by_id("numbering", "num", "numId")
        self._abstract = parts.by_id("numbering", "abstractNum", "abstractNumId")
        self._counts: dict[str, dict[int, int]] = {}
        self._known: dict[str, dict[int, _Element]] = {}  # the levels of numberings
        self._starts: dict[str, dict[int, int]] = {}  # of numberings that were met, where they give them

    def label(self, number: str, level: str) -> Label | None:
        """Count on and return the label of a paragraph of the numbering ``number``; None without one."""
        if not number or not level.isdigit() or len(level) > 1:
            return None
        at = int(level)
        levels = self._levels(number)
        counts = self._counted(number)
        start = _number(value(levels.get(at), "start"), 1)
        counts[at] = counts[at] + 1 if at in counts else self._starts[number].get(at, start)
        for deeper in [n for n in counts if n > at and value(levels.get(n), "lvlRestart") != "0"]:
            del counts[deeper]
        own = levels.get(at)
        form = value(own, "numFmt") or ("bullet" if own is None else "decimal")
        pattern = value(own, "lvlText")
        if form == "bullet":
            return Label("", False, at, counts[at], number)
        if form == "none" and "%" not in pattern:
            return Label(pattern, None, at, counts[at], number) if pattern.strip() else None
        legal = switch(own, "isLgl") is True

        def shown(found: re.Match[str]) -> str:
            shallower = levels.get(int(found[1]) - 1)
            form = "decimal" if legal else value(shallower, "numFmt") or "decimal"
            return written(counts.get(int(found[1]) - 1, _number(value(shallower, "start"), 1)), form)

        text = re.sub(r"%([1-9])", shown, pattern or f"%{at + 1}.")
        simple = form in ("decimal", "") and (not pattern or _PLAIN.match(pattern))
        return Label(text, True if simple else None, at, counts[at], number)

    def _counted(self, number: str) -> dict[int, int]:
        """Return the counts that a numbering goes on with; one that is met first may begin anew."""
        num = self._nums.get(number)
        counts = self._counts.setdefault(value(num, "abstractNumId") or number, {})
        if number not in self._starts:
            overrides = [e for e in ([] if num is None else num) if value(e, "startOverride")]
            starts = {
                _number(attribute(e, "ilvl"), 0): _number(value(e, "startOverride"), 1) for e in overrides
            }
            self._starts[number] = starts
            for level in starts:
                counts.pop(level, None)
        return counts

    def _levels(self, number: str) -> "dict[int, _Element]":
        """Return the levels of a numbering, those of a list style where it names one, under its own."""
        if number in self._known:
            return self._known[number]
        num = self._nums.get(number)
        abstract = self._abstract.get(value(num, "abstractNumId"))
        if linked := value(abstract, "numStyleLink"):
            abstract = next((e for e in self._abstract.values() if value(e, "styleLink") == linked), abstract)
        own = [child(e, "lvl") for e in ([] if num is None else num) if local(e) == "lvlOverride"]
        found = [*([] if abstract is None else abstract), *(e for e in own if e is not None)]
        self._known[number] = {_number(attribute(e, "ilvl"), 0): e for e in found if local(e) == "lvl"}
        return self._known[number]


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default
