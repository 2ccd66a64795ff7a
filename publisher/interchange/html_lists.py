"""The numbers of a list in HTML, as a browser counts them: start, value, reversed and type (HTML, 4.4.5)."""

import re
from typing import Any

from publisher.interchange.labels import written
from publisher.interchange.lists import Label

LISTS = ("ul", "ol", "menu", "dir")

_WORD_LIST = re.compile(r"mso-list\s*:\s*(?P<id>l\d+)\s+level(?P<level>\d)", re.IGNORECASE)
_PLAIN = re.compile(r"(?P<number>\d{1,5})[.．、)）]?")
_NUMBER = re.compile(r"\s*(-?\d{1,5})\s*")
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(?P<name>[a-z]+(?:-[a-z]+)+)")
_UNSHOWN = re.compile(r"list-style(?:-type)?\s*:[^;]*?\bnone\b")
_STYLES = {
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting", "cjk-decimal": "ideographDigital",
}  # fmt: skip


class Count:
    """Counts the items of one list, ``level`` lists around it; ``list_id`` tells it from any other."""

    def __init__(self, element: Any, level: int, list_id: str) -> None:
        self._level = level
        self._list_id = list_id
        self._ordered = element.tag == "ol"
        self._back = element.get("reversed") is not None
        items = sum(1 for _ in element.iterchildren("li")) if self._back else 1
        self._next = _number(element.get("start"), items)
        self._form = _form(element)
        self._shown = not _UNSHOWN.search(element.get("style", "").lower())

    def label(self, item: Any) -> Label:
        """Return the label of the next item."""
        number = _number(item.get("value"), self._next) if self._ordered else self._next
        self._next = number + (-1 if self._back else 1)
        if not self._ordered:
            return Label("", False, self._level, number, self._list_id)
        if not self._shown:
            return Label("", None, self._level, number, self._list_id)
        text = written(number, self._form)
        text += "、" if text and text[-1] > "\u2fff" else "."
        plain = not self._form and not self._back
        return Label(text, True if plain else None, self._level, number, self._list_id)


def drawn(span: Any) -> Label:
    """Return the label that Word draws in ``span`` before a paragraph, whose style names the list."""
    text = " ".join("".join(span.itertext()).split())
    styles = (_WORD_LIST.search(e.get("style", "")) for e in span.iterancestors())
    named = next(filter(None, styles), None)
    level, list_id = (max(int(named["level"]) - 1, 0), named["id"].lower()) if named else (0, "")
    if found := _PLAIN.fullmatch(text):
        return Label(text, True, level, int(found["number"]), list_id)
    bullet = not any(map(str.isalnum, text)) or (len(text) == 1 and not text.isnumeric())
    return Label("" if bullet else text, False if bullet else None, level, 1, list_id)


def _form(element: Any) -> str:
    """Return the form of a list's numbers by what Word calls it; nothing for plain ones."""
    styled = _STYLE.search(element.get("style", "").lower())
    return _STYLES.get(styled["name"], "") if styled else _TYPES.get(element.get("type", "").strip(), "")


def _number(said: str | None, default: int) -> int:
    found = _NUMBER.fullmatch(said or "")
    return int(found[1]) if found else default
