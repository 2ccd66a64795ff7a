"""A document looks alike by both PDF engines: as many pages, and each block at about the same place."""

import re
from collections.abc import Iterator

import pytest

from publisher import pairs
from publisher.model import Block, Figure, Heading, List, Paragraph, Quote, Table
from publisher.walk import plain
from tests.visual.cases import NAMES, case
from tests.visual.conftest import pdf
from tests.visual.rows import Row, rows

ASIDE, DOWN = 0.5, 0.4
"""How far the first line of a block may stand from its place by the other engine, in mm."""

_SIGN = re.compile(r"(\d+\.|•)")


def starts(block: Block) -> Iterator[str]:
    """Yield how the parts of a block begin that have lines of their own, without spaces."""
    match block:
        case Paragraph() | Heading() | Quote():
            yield plain(block.inlines)
        case List():
            yield from (plain(item.inlines) for item in block.items)
        case Table():
            yield plain(block.caption)
            yield from (plain(row[0].inlines) for row in (block.head, *block.rows))
        case Figure():
            yield plain(block.caption)
        case _:
            return


def places(name: str, engine: str) -> list[Row]:
    """Return the row that each part of the text begins with, in order."""
    release, _ = case(name)
    lines = rows(pdf(engine, name))
    articles = pairs.sides(release) if len(release.editions) == 2 else release.editions
    found: list[Row] = []
    for start in (text for article in articles for block in article.blocks for text in starts(block)):
        begin = "".join(start.split())[:5]
        line = next(line for line in lines if _begins(_SIGN.sub("", line.bare, count=1), begin))
        lines.remove(line)
        found.append(line)
    return found


def _begins(line: str, begin: str) -> bool:
    return line.startswith(begin) or (len(line) > 1 and begin.startswith(line))


@pytest.mark.parametrize("name", NAMES)
def test_both_engines_fill_as_many_pages(name: str) -> None:
    counts = {rows(pdf(engine, name))[-1].page for engine in ("reportlab", "weasyprint")}
    assert len(counts) == 1


@pytest.mark.parametrize("name", NAMES)
def test_both_engines_set_each_block_at_about_the_same_place(name: str) -> None:
    apart = [
        (one.text[:20], one[:3], other[:3])
        for one, other in zip(places(name, "reportlab"), places(name, "weasyprint"), strict=True)
        if one.page != other.page or abs(one.x - other.x) > ASIDE or abs(one.y - other.y) > DOWN
    ]
    assert apart == []
