"""A paragraph's characters with their fonts, advances, and the blank halves of their marks."""

from functools import lru_cache
from itertools import pairwise

import msgspec

from publisher.typesetting import fonts
from publisher.typesetting.lines.classes import (
    AMBIGUOUS,
    CLOSING,
    OPENING,
    PAUSE_AND_STOP,
    elided,
    is_han,
    is_wide,
)
from publisher.typesetting.lines.values import Run

GAP = 0.25
"""The space between Han and Latin or digits, in em of the Han (clreq 3.2.2: a quarter, no more)."""

MARKS = OPENING | CLOSING | PAUSE_AND_STOP
"""Marks that stand in a square with a blank half, or two blank quarters."""

_GAP_AFTER = frozenset("%‰℃°℉")


class Cluster(msgspec.Struct, frozen=True):
    """A character as it is set; lengths in pt.

    ``body`` is what it takes with the blank halves of its mark, ``before`` and
    ``after``, left out. ``run`` numbers the run, ``font`` names the file that
    sets it, and ``latin`` tells that it stands as Latin does.
    """

    char: str
    run: int
    font: str
    latin: bool
    body: float
    before: float = 0.0
    after: float = 0.0


def clusters(runs: tuple[Run, ...], chinese: bool, tracking: float = 0.0) -> tuple[Cluster, ...]:
    """Return the characters of ``runs``, one cluster each, measured in their fonts."""
    made: list[Cluster] = []
    for number, run in enumerate(runs):
        faces = [_face(char, run.han, run.latin, run.spare, run.marks, chinese) for char in run.text]
        for start, end in elided(run.text) if chinese else ():
            for at in range(start, end):
                faces[at] = _face(run.text[at], run.han, run.latin, run.spare, "", chinese=False)
        for at, char in enumerate(run.text) if chinese and " " in run.text else ():
            if char == " " and at and 0x20 in fonts.coverage(faces[at - 1][0]):
                faces[at] = faces[at - 1][0], False  # it is of the word before it
        start = 0
        while start < len(faces):
            end = start + 1
            while end < len(faces) and faces[end] == faces[start]:
                end += 1
            made.extend(_measured(run, number, run.text[start:end], *faces[start], tracking))
            start = end
    return tuple(made)


@lru_cache(maxsize=8192)
def _face(
    char: str, han: str, latin: str, spare: tuple[str, ...], marks: str, chinese: bool
) -> tuple[str, bool]:
    """Return the font that sets ``char``, and whether it stands there as Latin."""
    code = ord(char)
    if marks and code in fonts.coverage(marks) and char in MARKS:
        return marks, not chinese
    if chinese and not is_latin(char, chinese=True) and code in fonts.coverage(han):
        return han, False
    if code in fonts.coverage(latin):
        return latin, True
    return next((name for name in (han, *spare) if code in fonts.coverage(name)), han), False


def is_latin(char: str, *, chinese: bool) -> bool:
    """Tell what stands as Latin does: in Chinese text letters and figures, not the marks that both share."""
    if chinese:
        return "!" <= char <= "~" or (char <= "\u024f" and char.isalnum() and char not in AMBIGUOUS)
    return not is_wide(char)


def _measured(run: Run, number: int, text: str, font: str, latin: bool, tracking: float) -> list[Cluster]:
    size, made = run.size, []
    for char, advance in zip(text, fonts.advances(font, text), strict=True):
        if latin or char not in MARKS:
            made.append(Cluster(char, number, font, latin, advance * size + tracking))
        else:
            lead, trail = blanks(font, char)
            body = (advance - lead - trail) * size + tracking
            made.append(Cluster(char, number, font, latin, body, lead * size, trail * size))
    return made


@lru_cache(maxsize=1024)
def blanks(font: str, char: str) -> tuple[float, float]:
    """Return the blank before and after the mark ``char`` in its square, in em.

    The font's ``halt`` feature knows where its marks stand: low at left in the
    mainland, in the middle in Taiwan and Hong Kong. A font without it is taken
    to set the mainland's.
    """
    full = fonts.advance(font, char)
    if full < 0.9:
        return 0.0, 0.0
    half, shift = fonts.half_width(font, char)
    if half >= full:
        return (full / 2, 0.0) if char in OPENING else (0.0, full / 2)
    return shift, full - half - shift


def gap_between(one: Cluster, other: Cluster, size: float) -> float:
    """Return the space that clreq 3.2.2 asks for between two characters, in pt; not at line edges."""
    return GAP * size if stand_apart(one.char, other.char) else 0.0


def stand_apart(one: str, other: str) -> bool:
    """Tell whether a gap is drawn between two characters: Han and a Latin letter, digit or unit sign."""
    if is_han(one):
        return other.isalnum() and not is_wide(other)
    return is_han(other) and (one in _GAP_AFTER or (one.isalnum() and not is_wide(one)))


def gaps(text: str) -> float:
    """Return what the gaps between Han and Latin take of ``text`` on one line, in em."""
    return GAP * sum(stand_apart(one, other) for one, other in pairwise(text))
