"""Two editions side by side fill their pages: a pair that meets the foot of one goes on on the next."""

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.exporters.composed.atoms import Atom, Stroke, beside
from publisher.exporters.composed.filling import Columns, LastPage, parts
from publisher.exporters.composed.pages import paginate


def column(name: float, count: int, leading: float = 10.0) -> tuple[Atom, ...]:
    """Return ``count`` lines of a column that is known by ``name``."""
    return tuple(Atom(height=leading, marks=(Stroke(0, 0, 1, 0, name, "#000000"),)) for _ in range(count))


FOOT = 5.0


def join(columns: Columns, footed: bool) -> Atom:
    made = beside(*columns, 100.0)
    return msgspec.structs.replace(made, height=made.height + FOOT) if footed else made


def shown(before: float, left: tuple[Atom, ...], right: tuple[Atom, ...]) -> list[tuple[int, int]]:
    """Return how many lines of either side stand on each page of 100 pt, the first under ``before`` pt."""
    made = parts((Atom(height=before),), (left, right), join, 100.0)
    return [(len(one), len(other)) for (one, other), _ in made]


def test_a_pair_that_fits_is_whole() -> None:
    assert shown(50, column(1, 5), column(2, 4)) == [(5, 4)]


def test_either_column_fills_the_page() -> None:
    assert shown(50, column(1, 8), column(2, 9, 8.0)) == [(5, 6), (3, 3)]


def test_a_column_that_has_ended_stays_ended() -> None:
    assert shown(50, column(1, 4), column(2, 9)) == [(4, 5), (0, 4)]


@pytest.mark.parametrize(
    ("before", "lines"),
    [(75, (8, 8)), (70, (4, 4)), (40, (7, 7))],
    ids=["two lines above", "one line below", "one line below, where two can go"],
)
def test_neither_side_leaves_a_line_alone(before: float, lines: tuple[int, int]) -> None:
    made = shown(before, column(1, lines[0]), column(2, lines[1]))
    assert made in ([lines], [(5, 5), (2, 2)])


def test_a_side_that_cannot_begin_holds_the_other() -> None:
    assert shown(75, column(1, 8), column(2, 8, 8.0)) == [(8, 8)]


def test_a_pair_higher_than_a_page_goes_on_over_several() -> None:
    assert shown(50, column(1, 21), column(2, 21)) == [(5, 5), (10, 10), (6, 6)]


@pytest.mark.parametrize(("before", "footed"), [(40, True), (50, False)])
def test_space_under_a_pair_does_not_drive_it_off_its_page(before: float, footed: bool) -> None:
    columns = (column(1, 5), column(2, 4))
    assert parts((Atom(height=before),), columns, join, 100.0) == ((columns, footed),)


@given(
    st.lists(
        st.builds(
            Atom,
            height=st.floats(5, 130),
            marks=st.just((Stroke(0, 0, 1, 0, 1, "#000000"),)),
            before=st.sampled_from([0.0, 8.0]),
            after=st.sampled_from([0.0, 8.0]),
            keep=st.booleans(),
            ends_page=st.sampled_from([False] * 9 + [True]),
        ),
        max_size=40,
    ),
    st.integers(1, 4),
)
def test_the_last_page_is_filled_as_the_whole_document_fills_it(made: list[Atom], step: int) -> None:
    page = LastPage(100.0)
    held: Sequence[Atom] = ()
    for at in range(0, len(made), step):
        held = page.holding(made[at : at + step])
    if not made or made[-1].ends_page:
        assert list(held) == []
    else:
        assert paginate(held, 100.0)[-1].end == pytest.approx(paginate(made, 100.0)[-1].end)
