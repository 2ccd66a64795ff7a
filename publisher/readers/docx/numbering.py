"""The labels that Word counts: which are those of a list, and the words of the others (ECMA-376-1, 17.9)."""

import re
from typing import TYPE_CHECKING

import msgspec

from publisher.readers.docx.elements import attribute, local, value
from publisher.readers.docx.parts import Parts
from publisher.readers.labels import written

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLAIN = re.compile(r"%\d[.．)、]?\Z")


class Label(msgspec.Struct, frozen=True):
    """What stands before a paragraph; ``ordered`` is None where no list of ours has such labels."""

    text: str
    ordered: bool | None
    level: int
    number: int
    list_id: str


class Numbering:
    """The numberings of a document, counted on from paragraph to paragraph."""

    def __init__(self, parts: Parts) -> None:
        self._nums = parts.by_id("numbering", "num", "numId")
        self._abstract = parts.by_id("numbering", "abstractNum", "abstractNumId")
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def label(self, number: str, level: str) -> Label | None:
        """Count on and return the label of a paragraph of the numbering ``number``; None without one."""
        num = self._nums.get(number)
        if not number or not level.isdigit() or len(level) > 1:
            return None
        abstract = value(num, "abstractNumId")
        at = int(level)
        levels = {
            int(attribute(e, "ilvl") or 0): e
            for e in self._levels(abstract)
            if attribute(e, "ilvl").isdigit() or not attribute(e, "ilvl")
        }
        counts = self._counts.setdefault(abstract or number, {})
        if number not in self._begun:
            self._begun.add(number)
            for override in [] if num is None else num:
                if local(override) == "lvlOverride" and value(override, "startOverride"):
                    counts.pop(_number(attribute(override, "ilvl"), 0), None)
        start = _number(value(levels.get(at), "start"), 1)
        counts[at] = counts[at] + 1 if at in counts else start
        for deeper in [n for n in counts if n > at]:
            del counts[deeper]
        own = levels.get(at)
        form = value(own, "numFmt") or ("bullet" if own is None else "decimal")
        pattern = value(own, "lvlText")
        if form == "bullet":
            return Label("", False, at, counts[at], number)
        if form == "none" and "%" not in pattern:
            return Label(pattern, None, at, counts[at], number) if pattern.strip() else None
        text = re.sub(
            r"%([1-9])",
            lambda m: written(
                counts.get(int(m[1]) - 1, 1), value(levels.get(int(m[1]) - 1), "numFmt") or "decimal"
            ),
            pattern or f"%{at + 1}.",
        )
        simple = form in ("decimal", "") and (not pattern or _PLAIN.match(pattern))
        return Label(text, True if simple else None, at, counts[at], number)

    def _levels(self, abstract: str) -> "list[_Element]":
        found = self._abstract.get(abstract)
        return [] if found is None else [e for e in found if local(e) == "lvl"]


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default
