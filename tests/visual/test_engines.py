"""A document looks alike by both PDF engines: as many pages, and each line at about the same place."""

import pytest

from tests.visual.cases import NAMES, TABLES
from tests.visual.conftest import pdf
from tests.visual.rows import Row, rows

ASIDE, DOWN = 0.5, 0.4
"""How far a line may begin from its place by the other engine, and stand over or under it, in mm."""


def far_apart(one: Row, other: Row) -> bool:
    """Tell whether two lines of the same text stand at two places."""
    return abs(one.x - other.x) > ASIDE or abs(one.y - other.y) > DOWN


@pytest.mark.parametrize("name", [*NAMES, *TABLES])
def test_both_engines_fill_as_many_pages(name: str) -> None:
    counts = {rows(pdf(engine, name))[-1].page for engine in ("reportlab", "weasyprint")}
    assert len(counts) == 1


@pytest.mark.parametrize("name", [*NAMES, *TABLES])
def test_both_engines_set_each_line_at_about_the_same_place(name: str) -> None:
    made, others = (sorted(rows(pdf(engine, name)), key=lambda row: (row.page, row.bare, row.y, row.x))
                    for engine in ("reportlab", "weasyprint"))  # fmt: skip
    assert [(row.page, row.bare) for row in made] == [(row.page, row.bare) for row in others]
    apart = [(a.text[:20], a[:3], b[:3]) for a, b in zip(made, others, strict=True) if far_apart(a, b)]
    assert apart == []
