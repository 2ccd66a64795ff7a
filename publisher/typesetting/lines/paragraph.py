"""Compose a paragraph: measure, find breaks, choose line ends, set each line."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from publisher.typesetting import fonts
from publisher.typesetting.lines.breaks import breaks, last_resorts
from publisher.typesetting.lines.clusters import Cluster, clusters
from publisher.typesetting.lines.fit import Measure, Widths, fit
from publisher.typesetting.lines.glue import glue_after
from publisher.typesetting.lines.hyphens import hyphens, hyphens_in_chinese
from publisher.typesetting.lines.setting import set_line
from publisher.typesetting.lines.values import Align, Line, Run, Setting

_SHORTEST_LAST = 4.0
"""A last line of English is at least so many em, which is about a word."""


def compose(runs: Iterable[Run], setting: Setting) -> tuple[Line, ...]:
    """Return the lines of a paragraph set to ``setting.measure`` pt.

    A line feed in a run forces a line end. The characters of all lines, with
    the spaces at line ends, are those of the runs. Raises ValueError for a
    measure that is not positive.
    """
    given = tuple(runs)
    made = clusters(given, setting.chinese, setting.tracking)
    size = max((run.size for run in given), default=0.0)
    may_part = given and (setting.hyphenate or setting.chinese)
    hyphen = fonts.advance(given[0].latin, "-") * size if may_part else 0.0
    return compose_measured(made, given, setting, hyphen=hyphen)


def compose_measured(
    made: Sequence[Cluster], runs: Sequence[Run], setting: Setting, *, hyphen: float = 0.0
) -> tuple[Line, ...]:
    """Return the lines of a paragraph whose characters are measured: ``made``, of ``runs``.

    ``hyphen`` is the width of one in pt. Raises ValueError as :func:`compose` does.
    """
    if setting.measure - setting.indent <= 0:
        raise ValueError(f"A measure of {setting.measure} pt holds no text.")
    lines: list[Line] = []
    start = 0
    for part in _forced(tuple(made)):
        here = setting if not lines else msgspec.structs.replace(setting, indent=0.0)
        lines.extend(_shifted(line, start) for line in _compose(part, runs, here, hyphen))
        start += len(part) + 1
    return tuple(lines)


def _forced(made: tuple[Cluster, ...]) -> Iterator[tuple[Cluster, ...]]:
    """Cut at the line feeds."""
    start = 0
    for at, cluster in enumerate(made):
        if cluster.char == "\n":
            yield made[start:at]
            start = at + 1
    yield made[start:]


def _compose(
    made: tuple[Cluster, ...], runs: Sequence[Run], setting: Setting, hyphen: float
) -> tuple[Line, ...]:
    text = "".join(cluster.char for cluster in made)
    if not text.strip(" "):
        return (Line(0, len(text), (), setting.indent, last=True),)
    glue = glue_after(made, runs)
    size = max(run.size for run in runs)
    widths = Widths(made, glue, setting.hanging)
    found = fit(
        widths,
        breaks(text, setting.strictness),
        _hyphens(text, widths, setting),
        Measure(
            width=setting.measure,
            indent=setting.indent,
            justified=setting.align is Align.JUSTIFY,
            hyphen=hyphen,
            latest_start=_latest_start(made, widths, size, chinese=setting.chinese),
        ),
        last_resorts(text) if setting.chinese else frozenset(),
        lambda: _parted(text, widths, setting),
    )
    return tuple(
        set_line(cut, made, glue, runs, setting, hyphen=hyphen, first=n == 0, last=n == len(found) - 1)
        for n, cut in enumerate(found)
    )


def _hyphens(text: str, widths: Widths, setting: Setting) -> frozenset[int]:
    """Return where a hyphen may part an English word, but never a ligature."""
    if setting.chinese or not setting.hyphenate:
        return frozenset()
    return frozenset(at for at in hyphens(text, setting.language) if widths.solid[at])


def _parted(text: str, widths: Widths, setting: Setting) -> frozenset[int]:
    """Return where a hyphen may part a Latin word of a Chinese text."""
    if not setting.chinese:
        return frozenset()
    return frozenset(at for at in hyphens_in_chinese(text) if widths.solid[at])


def _latest_start(made: Sequence[Cluster], widths: Widths, size: float, *, chinese: bool) -> int:
    """Return the character that a last line should start with at the latest: of Chinese, it has two."""
    if chinese:
        solid = [at for at, cluster in enumerate(made) if cluster.char.isalnum()]
        return solid[-2] if len(solid) > 1 else 0
    end = widths.shown[-1]
    starts = range(end - 1, 0, -1)
    return next((at for at in starts if widths.line(at, end)[0] >= size * _SHORTEST_LAST), 0)


def _shifted(line: Line, by: int) -> Line:
    return msgspec.structs.replace(line, start=line.start + by, end=line.end + by) if by else line
