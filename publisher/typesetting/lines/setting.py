"""Set a line: share its slack among its glue, and say where each character stands."""

from collections.abc import Sequence

from publisher.typesetting.lines.classes import is_han
from publisher.typesetting.lines.clusters import Cluster
from publisher.typesetting.lines.fit import HANGING, ROUNDING, Break
from publisher.typesetting.lines.glue import Glue
from publisher.typesetting.lines.values import Align, Line, Piece, Run, Setting


def set_line(
    cut: Break,
    made: Sequence[Cluster],
    glue: Sequence[Glue],
    runs: Sequence[Run],
    setting: Setting,
    *,
    hyphen: float,
    first: bool,
    last: bool,
) -> Line:
    """Return the line with every character in its place; ``hyphen`` is the width of one in pt."""
    indent = setting.indent if first else 0.0
    inside = range(cut.start, cut.shown)
    gaps = [glue[at].natural for at in inside[:-1]]
    bodies = [made[at].body for at in inside]
    width = sum(bodies) + sum(gaps) + (hyphen if cut.hyphen else 0.0)
    slack = setting.measure - indent - width
    if slack < -ROUNDING and setting.hanging and made[cut.shown - 1].char in HANGING:
        slack += bodies[-1]
    x = indent
    if setting.align is Align.JUSTIFY and (slack < 0 or not last):
        spread = _spread(slack, [glue[at] for at in inside[:-1]], [made[at] for at in inside])
        gaps = [gap + more for gap, more in zip(gaps, spread, strict=True)]
        width += sum(spread)
    elif setting.align is Align.CENTER:
        x += slack / 2
    elif setting.align is Align.RIGHT:
        x += slack
    pieces = _pieces(cut, made, gaps, runs, x, hyphen)
    return Line(cut.start, cut.end, pieces, x + width, cut.hyphen, last)


def _spread(slack: float, glue: Sequence[Glue], made: Sequence[Cluster]) -> list[float]:
    """Return what each glue takes of ``slack``.

    All stretch together up to their limits; beyond them, only the spaces
    between Han go on (clreq 3.1.7), or all where there are none.
    """
    if slack < 0:
        total = sum(g.shrink for g in glue)
        share = max(slack / total, -1.0) if total else 0.0
        return [g.shrink * share for g in glue]
    total = sum(g.stretch for g in glue)
    if not total:
        return [0.0] * len(glue)
    if slack <= total:
        return [g.stretch * slack / total for g in glue]
    open_ended = [
        g.stretch if is_han(one.char) or is_han(other.char) else 0.0
        for g, one, other in zip(glue, made, made[1:], strict=False)
    ]
    beyond = sum(open_ended)
    if not beyond:
        return [g.stretch * slack / total for g in glue]
    return [g.stretch + (slack - total) * o / beyond for g, o in zip(glue, open_ended, strict=True)]


def _pieces(
    cut: Break,
    made: Sequence[Cluster],
    gaps: Sequence[float],
    runs: Sequence[Run],
    x: float,
    hyphen: float,
) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = cut.start
    while at < cut.shown:
        end = at + 1
        while end < cut.shown and (made[end].run, made[end].font) == (made[at].run, made[at].font):
            end += 1
        run = runs[made[at].run]
        steps = [made[n].body + (gaps[n - cut.start] if n + 1 < cut.shown else 0.0) for n in range(at, end)]
        text = "".join(made[n].char for n in range(at, end))
        shifts = [-made[n].before for n in range(at, end)]
        if cut.hyphen and end == cut.shown:
            text += "-"
            steps.append(hyphen)
            shifts.append(0.0)
        pieces.append(
            Piece(text, made[at].font, run.size, x, tuple(steps), tuple(shifts), rise=run.rise, tag=run.tag)
        )
        x += sum(steps)
        at = end
    return tuple(pieces)
