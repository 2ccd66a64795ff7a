"""Choose the line ends of a paragraph so that all its lines together look best (Knuth and Plass 1981)."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from math import inf

import msgspec

from publisher.typesetting.lines.breaks import SPACES
from publisher.typesetting.lines.clusters import Cluster
from publisher.typesetting.lines.glue import Glue

_TRIES = ((0.92, 0), (0.92, 1), (0.86, 1), (0.86, 2), (0.5, 2), (0.0, 2))
"""How full every line must be for a try, as a share of the measure, and which last resorts it may take.

1 are those of figures. 2 are hyphens too, in a language that has none: where lines under 0.86 are what is
left, Han stand over a sixth of an em apart, which shows more than a parted word. A higher limit parts more
words and saves few loose lines; at 0.8 there are lines with Han a third of an em apart.
"""

_PARTING = 2

_SHRUNK = 0.2
"""No line shrinks by more than this share of the measure: bounds the search, not the look."""

_SQUEEZED = 0.6
"""Shrinking looks better than stretching as much (clreq 3.1.7: squeeze first)."""

_LINE_COST = 10.0
_HYPHEN_COST = 3000.0
_RESORT_COST = 30_000.0
_PARTED_COST = _TORN_COST = 4e6  # as a line at the limit of 0.86
_WORST = 6e4
"""A line whose Han stand half an em apart: beyond it is torn, however far. At a lower bound one line
is torn wide open beside a tight one where two could share the slack."""

_SHORT_LAST_COST = _WORST**2

_ALIKE = 0.001
"""By less than this share of a line's cost no other way is better: two lines of Han may cost the same parted
at either of two places, and whoever measures them, however it rounds, then takes the same."""

HANGING = frozenset("、。，．")


class Break(msgspec.Struct, frozen=True):
    """One line: characters ``start`` to ``end``; ``shown`` leaves out the spaces at its end."""

    start: int
    end: int
    shown: int
    hyphen: bool


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """What a paragraph is fitted to; lengths in pt.

    A last line that starts behind the character ``latest_start`` is too short
    to be good. ``hyphen`` is the width of one.
    """

    width: float
    indent: float
    justified: bool
    hyphen: float
    latest_start: int


class Widths:
    """Sums over a paragraph, so that any line's width is three subtractions; pt."""

    def __init__(self, made: Sequence[Cluster], glue: Sequence[Glue], hanging: bool) -> None:
        body, natural = _sums(c.body for c in made), _sums(g.natural for g in glue)
        self._stretch = _sums(g.stretch for g in glue)
        self._shrink = _sums(g.shrink for g in glue)
        self.left = [b + n for b, n in zip(body, natural, strict=False)]
        self.right = [0.0] + [b + n for b, n in zip(body[1:], natural, strict=False)]
        self.hung = [0.0] * (len(made) + 1)
        self.solid = [cluster.body > 0 for cluster in made]
        self.shown = list(range(len(made) + 1))
        for at, cluster in enumerate(made, 1):
            if cluster.char in SPACES:
                self.shown[at] = self.shown[at - 1]
            elif hanging and cluster.char in HANGING:
                self.hung[at] = cluster.body

    def line(self, start: int, end: int) -> tuple[float, float, float]:
        """Return natural width, stretch and shrink of the characters ``start`` to ``end``."""
        if end <= start:
            return 0.0, 0.0, 0.0
        last = end - 1
        return (
            self.right[end] - self.left[start],
            self._stretch[last] - self._stretch[start],
            self._shrink[last] - self._shrink[start],
        )


def _sums(values: Iterable[float]) -> list[float]:
    return [0.0, *accumulate(values)]


def fit(
    widths: Widths,
    allowed: Sequence[bool],
    hyphens: frozenset[int],
    measure: Measure,
    last_resorts: frozenset[int] = frozenset(),
    parted: Callable[[], frozenset[int]] = frozenset,
) -> tuple[Break, ...]:
    """Return the lines of a paragraph of ``len(allowed) - 1`` characters.

    At ``last_resorts`` lines end rather than gape, and at those that ``parted``
    tells with a hyphen. A word longer than the measure is parted anywhere, but
    seldom, rather than set over the margin, if no hyphen can.
    """
    second_best: tuple[Break, ...] = ()
    words: frozenset[int] = frozenset()
    tried: tuple[float, frozenset[int]] | None = None
    for full, rank in _TRIES:
        if rank == _PARTING and measure.justified and not (words or second_best):
            words = parted()
        more = hyphens | words | (last_resorts if rank else frozenset())
        if tried == (full, more):
            continue
        tried = full, more
        ends, torn = _ends(widths, allowed, more, measure)
        if torn and not words and (words := parted()):
            ends, torn = _ends(widths, allowed, more | words, measure)
        costs = (
            dict.fromkeys(torn, _TORN_COST)
            | dict.fromkeys(last_resorts, _RESORT_COST)
            | dict.fromkeys(words, _PARTED_COST)
            | dict.fromkeys(hyphens, _HYPHEN_COST)
        )
        if torn and not measure.justified:
            full = 0.0  # a word torn once more shows more than a short line
        found = _best(widths, ends, hyphens | words, costs, measure, full)
        if found and not 0 < measure.latest_start < found[-1].start:
            return found
        second_best = second_best or found
    return second_best


def _ends(
    widths: Widths, allowed: Sequence[bool], more: frozenset[int], measure: Measure
) -> tuple[list[int], frozenset[int]]:
    """Return where lines may end, and where of that in what is too long for a line: anywhere."""
    count, room = len(allowed) - 1, measure.width - max(measure.indent, 0.0)
    found: list[int] = []
    torn: set[int] = set()
    before = 0
    for at in (*(at for at in range(1, count) if allowed[at] or at in more), count):
        width = widths.line(before, widths.shown[at])[0] + (measure.hyphen if at in more else 0.0)
        if width > room:
            # of a ligature the first character has the room, and all stay together
            inside = [n for n in range(before + 1, at) if widths.solid[n]]
            found += inside
            torn.update(inside)
        found.append(at)
        before = at
    return found, frozenset(torn)


def _best(
    widths: Widths,
    ends: Sequence[int],
    hyphens: frozenset[int],
    extra: Mapping[int, float],
    measure: Measure,
    full: float,
) -> tuple[Break, ...]:
    """Return the cheapest lines of which all but the last fill ``full`` of the measure; none if none do."""
    starts = [0, *ends[:-1]]
    left = [widths.left[s] for s in starts]
    costs = [0.0] + [inf] * len(ends)  # of the lines up to starts[n], ends[n - 1]
    before = [0] * (len(ends) + 1)
    for n, end in enumerate(ends, 1):
        shown, last = widths.shown[end], n == len(ends)
        hyphen = end in hyphens
        right = widths.right[shown] - widths.hung[shown] + (measure.hyphen if hyphen else 0.0)
        first = min(bisect_left(left, right - measure.width * (1 + _SHRUNK), 0, n), n - 1)
        beyond = n if last else bisect_right(left, right - measure.width * full + measure.indent, 0, n)
        for k in range(first, beyond):
            if costs[k] == inf:
                continue
            line = _cost(widths, starts[k], shown, hyphen, last, measure, full)
            cost = costs[k] + line + extra.get(end, 0.0)
            if cost < costs[n] - line * _ALIKE:
                costs[n], before[n] = cost, k
    if costs[-1] == inf:
        return ()
    lines: list[Break] = []
    n = len(ends)
    while n:
        start, end = starts[before[n]], ends[n - 1]
        lines.append(Break(start, end, widths.shown[end], end in hyphens))
        n = before[n]
    return tuple(reversed(lines))


def _cost(
    widths: Widths, start: int, shown: int, hyphen: bool, last: bool, measure: Measure, full: float
) -> float:
    width, stretch, shrink = widths.line(start, shown)
    room = measure.width - (0.0 if start else measure.indent) - (measure.hyphen if hyphen else 0.0)
    slack = room - width
    if slack < -ROUNDING:
        slack += widths.hung[shown]
    if slack < 0:
        if not measure.justified or slack < -shrink - ROUNDING:
            if slack < -ROUNDING:
                return _WORST**2 if shown - start <= 1 else inf  # a character wider than the measure
            bad = 0.0
        else:
            bad = _SQUEEZED * (-slack / shrink) ** 3 if shrink else 0.0
    elif last:
        bad = 0.0
    elif slack > room * (1 - full):
        return inf
    elif measure.justified:
        bad = (slack / stretch) ** 3 if stretch else _WORST
    else:
        bad = (slack / room * _RAGGED) ** 2
    cost = (_LINE_COST + min(100 * bad, _WORST)) ** 2
    if last and 0 < measure.latest_start < start:
        cost += _SHORT_LAST_COST
    return cost


ROUNDING = 1e-6
_RAGGED = 2.5
"""Half of the measure left open in a ragged line weighs as much as stretch at its limit."""
