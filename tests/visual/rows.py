"""The lines of a finished PDF as text that can be read and compared: page, place in mm, words."""

from ctypes import c_double
from difflib import unified_diff
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

MM = 72 / 25.4
_GAP = 4.0
"""Characters of one baseline so many mm apart stand in two columns."""

_SAME = 0.7
"""Baselines within so many pt are one."""


class Row(NamedTuple):
    """A line: its page from 1, its left edge and its baseline from the page's top left corner in mm."""

    page: int
    x: float
    y: float
    text: str

    @property
    def bare(self) -> str:
        """Its text without spaces, which programs draw, leave out or guess."""
        return "".join(self.text.split())


class _Character(NamedTuple):
    left: float
    right: float
    baseline: float
    text: str


def rows(data: bytes) -> list[Row]:
    """Return the lines of each page of a PDF, from top to bottom, each from left to right."""
    document = pypdfium2.PdfDocument(data)
    found: list[Row] = []
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        height = page.get_height()
        found += _lines(number + 1, sorted(_characters(text, height), key=lambda c: (c.baseline, c.left)))
        text.close()
        page.close()
    document.close()
    return found


def _characters(text: pypdfium2.PdfTextPage, height: float) -> list[_Character]:
    x, y = c_double(), c_double()
    found: list[_Character] = []
    for n in range(text.count_chars()):
        character = text.get_text_range(n, 1)
        raw.FPDFText_GetCharOrigin(text, n, x, y)
        if character.strip():
            right = text.get_charbox(n, loose=True)[2]
            found.append(_Character(x.value, right, height - y.value, character))
    return found


def _lines(page: int, characters: list[_Character]) -> list[Row]:
    baselines: list[list[_Character]] = []
    for character in characters:
        if baselines and character.baseline - baselines[-1][0].baseline <= _SAME:
            baselines[-1].append(character)
        else:
            baselines.append([character])
    found: list[Row] = []
    for line in baselines:
        parts: list[list[_Character]] = []
        for character in sorted(line, key=lambda c: c.left):
            if parts and character.left - parts[-1][-1].right <= _GAP * MM:
                parts[-1].append(character)
            else:
                parts.append([character])
        found += [_row(page, part) for part in parts]
    return found


def _row(page: int, part: list[_Character]) -> Row:
    words = part[0].text
    for before, character in pairwise(part):
        size = max(before.right - before.left, 1.0)
        words += " " * (character.left - before.right > 0.2 * size) + character.text
    return Row(page, round(part[0].left / MM, 1), round(part[0].baseline / MM, 1), words)


def written(made: list[Row], program: str) -> str:
    """Return ``made`` as a golden file: the program that set the lines first, then a line a row."""
    return f"# {program}\n" + "".join(f"{r.page} {r.x:6.1f} {r.y:6.1f}  {r.text}\n" for r in made)


def read(golden: str) -> tuple[str, list[Row]]:
    """Return the program that a golden file names, and its rows."""
    head, *lines = golden.splitlines()
    found: list[Row] = []
    for line in lines:
        page, x, y, text = line.split(maxsplit=3)
        found.append(Row(int(page), float(x), float(y), text))
    return head.removeprefix("# "), found


def moved(made: list[Row], golden: list[Row], tolerance: float) -> str:
    """Tell which lines of ``made`` are others, or over ``tolerance`` mm from their places."""
    if [(row.page, row.bare) for row in made] != [(row.page, row.bare) for row in golden]:
        old, new = ([f"{row.page}  {row.text}" for row in side] for side in (golden, made))
        return "\n".join(unified_diff(old, new, "golden", "made", lineterm="", n=1))
    return "\n".join(
        f"page {here.page}: “{here.text[:30]}” is at {here.x}, {here.y} mm and was at {there.x}, {there.y}"
        for here, there in zip(made, golden, strict=True)
        if max(abs(here.x - there.x), abs(here.y - there.y)) > tolerance
    )
