"""What stands between two characters of a line: its natural width, and how far it stretches and shrinks."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from publisher.typesetting.lines.breaks import SPACES
from publisher.typesetting.lines.classes import is_han, is_wide, is_word, joins
from publisher.typesetting.lines.clusters import Cluster, gap_between
from publisher.typesetting.lines.values import Run

# in em of the character before it, but for the word space: in its own width
_HAN_STRETCH = 0.06
_GAP_STRETCH, _GAP_SHRINK = 0.2, 0.125
_MARK_STRETCH, _MARK_SHRINK = 0.04, 1.0
_SPACE_STRETCH, _SPACE_SHRINK = 0.5, 0.33


class Glue(msgspec.Struct, frozen=True):
    """The space after one character and before the next, in pt."""

    natural: float = 0.0
    stretch: float = 0.0
    shrink: float = 0.0


NONE = Glue()


def glue_after(made: Sequence[Cluster], runs: Sequence[Run]) -> tuple[Glue, ...]:
    """Return the glue behind each cluster but the last, as if no line ended there.

    Adjacent marks share one blank half (clreq 3.1.6: two marks take one and a
    half squares); what is left of it may shrink away. Han stand apart by
    nothing and stretch; a Latin word stays as it is.
    """
    found = []
    han = {run.size: Glue(0.0, run.size * _HAN_STRETCH) for run in runs}
    for one, other in pairwise(made):
        size = runs[one.run].size
        if not one.latin and not other.latin and is_han(one.char) and is_han(other.char):
            found.append(han[size])  # most of a Chinese text: neither has a blank or joins the other
            continue
        if one.char in SPACES:
            width = one.body
            found.append(Glue(0.0, width * _SPACE_STRETCH, width * _SPACE_SHRINK))
            continue
        if other.char in SPACES:
            found.append(NONE)
            continue
        if one.latin and other.latin and one.char.isascii() and other.char.isascii():
            found.append(NONE)  # most of an English one
            continue
        if blank := _blank(one, other):
            shrink = min(blank * _MARK_SHRINK, blank - _reach(one, other))
            found.append(Glue(blank, size * _MARK_STRETCH, max(shrink, 0.0)))
        elif gap := gap_between(one, other, runs[other.run if one.latin else one.run].size):
            em = runs[other.run if one.latin else one.run].size
            found.append(Glue(gap, em * _GAP_STRETCH, em * _GAP_SHRINK))
        elif _stretches(one, other):
            found.append(Glue(0.0, size * _HAN_STRETCH))
        else:
            found.append(NONE)
    return tuple(found)


def _blank(one: Cluster, other: Cluster) -> float:
    """Return the blank between two characters, of which one may be a mark."""
    if one.after and other.before:
        return max(one.after, other.before)
    if one.after:
        # the next is a mark too, with its ink at the left: it moves up
        return 0.0 if other.after else one.after
    if other.before:
        return 0.0 if one.before else other.before
    return 0.0


def _reach(one: Cluster, other: Cluster) -> float:
    """Return how far the square of a mark would reach back over all of the character before it.

    So much of the blank stays: a line is read by where its characters begin,
    and the mark behind a narrow letter or the number of a note before it.
    """
    return max(other.before - one.body - one.before, 0.0)


def _stretches(one: Cluster, other: Cluster) -> bool:
    if joins(other.char) or (one.char == other.char and one.char in "—…"):
        return False
    return (is_wide(one.char) or not one.latin) and not (is_word(one.char) and is_word(other.char))
