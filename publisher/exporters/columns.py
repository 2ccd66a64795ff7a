"""Which blocks of an article that is set in columns go across all of them: one rule for every exporter."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from publisher.model import Article, Block, Figure, Heading, PageBreak, Table
from publisher.theme import Theme

TALLEST = 120.0
"""How high a picture across the columns may be, in mm; one within a column obeys the exporter's own bound."""

_PANORAMA = 2.0
_MOST = 3
_MM_IN_PX = 25.4 / 96


def column_width(theme: Theme) -> float:
    """Return the width of one column of a page in one language, in mm."""
    layout = theme.layout
    return (theme.page.measure - layout.gap * (layout.columns - 1)) / layout.columns


def across(article: Article, theme: Theme) -> frozenset[str]:
    """Return the keys of the blocks of ``article`` that take the whole measure; none where columns are one.

    A picture does if it fills the measure (at 96 px an inch) without being
    higher than TALLEST, and is the article's first or a panorama; but not
    right under a heading, which would be left behind in its column. A table
    does if it has more than three columns.
    """
    if theme.layout.columns == 1:
        return frozenset()
    assets = {asset.name: asset for asset in article.assets}
    measure = theme.page.measure
    found: set[str] = set()
    first, before = True, None
    for block in article.blocks:
        match block:
            case Figure(asset=name) if name in assets:
                width, height = assets[name].width, assets[name].height
                fills = width * _MM_IN_PX >= measure and height * measure <= TALLEST * width
                if fills and (first or width >= _PANORAMA * height) and not isinstance(before, Heading):
                    found.add(block.key)
                first = False
            case Table() if max((len(row) for row in (block.head, *block.rows)), default=0) > _MOST:
                found.add(block.key)
            case _:
                pass
        before = block
    return frozenset(found)


def runs(blocks: Sequence[Block], wide: frozenset[str]) -> Iterator[tuple[bool, tuple[Block, ...]]]:
    """Yield ``blocks`` in the order they stand in: those in columns, and those across or between pages."""
    for is_wide, run in groupby(blocks, lambda block: isinstance(block, PageBreak) or block.key in wide):
        yield is_wide, tuple(run)
