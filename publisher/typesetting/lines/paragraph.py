"""Compose a paragraph: measure, find breaks, choose line ends, set each line."""

from collections.abc import Iterable, Iterator

import msgspec

from publisher.typesetting import fonts
from publisher.typesetting.lines.breaks import breaks, hyphens
from publisher.typesetting.lines.clusters import clusters
from publisher.typesetting.lines.fit import Measure, Widths, fit
from publisher.typesetting.lines.glue import glue_after
from publisher.typesetting.lines.setting import set_line
from publisher.typesetting.lines.values import Align, Line, Run, Setting

_SHORTEST_LAST = 2.0
"""A last line is at least so many em: of two characters, or of a word."""

_SHORTEST_LAST_LATIN = 4.0


def compose(runs: Iterable[Run], setting: Setting) -> tuple[Line, ...]:
    """Return the lines of a paragraph set to ``setting.measure`` pt.

    A line feed in a run forces a line end. The characters of all lines, with
    the spaces at line ends, are those of the runs. Raises ValueError for a
    measure that is not positive.
    """
    if setting.measure - setting.indent <= 0:
        raise ValueError(f"A measure of {setting.measure} pt holds no text.")
    lines: list[Line] = []
    start = 0
    for part in _forced(tuple(runs)):
        setting_here = setting if not lines else msgspec.structs.replace(setting, indent=0.0)
        lines.extend(_shifted(line, start) for line in _compose(part, setting_here))
        start += sum(len(run.text) for run in part) + 1
    return tuple(lines)


def _forced(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Cut runs at their line feeds."""
    part: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        part.append(msgspec.structs.replace(run, text=first))
        for text in others:
            yield tuple(part)
            part = [msgspec.structs.replace(run, text=text)]
    yield tuple(part)


def _compose(runs: tuple[Run, ...], setting: Setting) -> tuple[Line, ...]:
    text = "".join(run.text for run in runs)
    if not text.strip(" "):
        return (Line(0, len(text), (), setting.indent, last=True),)
    chinese = setting.language.startswith("zh")
    made = clusters(runs, chinese, setting.tracking)
    glue = glue_after(made, runs)
    size = max(run.size for run in runs)
    hyphen = fonts.advance(runs[0].latin, "-") * size if setting.hyphenate else 0.0
    found = fit(
        Widths(made, glue, setting.hanging),
        breaks(text, setting.strictness),
        hyphens(text, setting.language) if setting.hyphenate and not chinese else frozenset(),
        Measure(
            width=setting.measure,
            indent=setting.indent,
            justified=setting.align is Align.JUSTIFY,
            hyphen=hyphen,
            shortest_last=size * (_SHORTEST_LAST if chinese else _SHORTEST_LAST_LATIN) - 0.01,
        ),
    )
    return tuple(
        set_line(cut, made, glue, runs, setting, hyphen=hyphen, first=n == 0, last=n == len(found) - 1)
        for n, cut in enumerate(found)
    )


def _shifted(line: Line, by: int) -> Line:
    return msgspec.structs.replace(line, start=line.start + by, end=line.end + by) if by else line
