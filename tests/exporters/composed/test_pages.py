"""What stands together on a page, and what is said again at its top."""

import msgspec

from publisher.exporters.composed.atoms import Atom, Stroke, beside, kept, spaced, stacked
from publisher.exporters.composed.pages import paginate


def line(name: float, height: float = 10.0, **how: object) -> Atom:
    """Return an atom that is drawn as one stroke of width ``name``, by which it is known on a page."""
    return Atom(height=height, marks=(Stroke(0, 0, 1, 0, name, "#000000"),), **how)  # type: ignore[arg-type]


def pages(*atoms: Atom, height: float = 30.0) -> list[list[tuple[float, float]]]:
    """Return for each page the name and the place of each atom."""
    return [
        [(mark.width, mark.y0) for mark in sheet.marks if isinstance(mark, Stroke)]
        for sheet in paginate(atoms, height)
    ]


def test_a_page_holds_what_fits() -> None:
    assert pages(*(line(n) for n in range(1, 5))) == [[(1, 0), (2, 10), (3, 20)], [(4, 0)]]


def test_of_two_spaces_the_larger_counts_and_none_at_the_top() -> None:
    atoms = (line(1, before=9, after=4), line(2, before=6), line(3, height=20, before=5))
    assert pages(*atoms) == [[(1, 0), (2, 16)], [(3, 0)]]


def test_atoms_that_are_kept_go_to_the_next_page_together() -> None:
    assert pages(line(1), *kept((line(2), line(3), line(4)))) == [[(1, 0)], [(2, 0), (3, 10), (4, 20)]]


def test_what_is_kept_but_higher_than_a_page_is_parted() -> None:
    assert pages(*kept(line(n) for n in range(1, 6))) == [[(1, 0), (2, 10), (3, 20)], [(4, 0), (5, 10)]]


def test_a_forced_page_end() -> None:
    assert pages(line(1), Atom(height=0, ends_page=True), line(2)) == [[(1, 0)], [(2, 0)]]


def test_a_head_is_said_again_where_its_table_goes_on() -> None:
    head = line(9)
    rows = [line(n, head=(head,)) for n in range(1, 5)]
    assert pages(head, *rows) == [[(9, 0), (1, 10), (2, 20)], [(9, 0), (3, 10), (4, 20)]]


def test_nothing_is_one_empty_page() -> None:
    assert pages() == [[]]


def test_a_stack_leaves_out_the_space_around_it() -> None:
    height, marks = stacked((line(1, before=5, after=2), line(2, before=3, after=7)))
    assert (height, [mark.y0 for mark in marks if isinstance(mark, Stroke)]) == (23, [0, 13])


def test_two_stacks_beside_one_another_are_as_high_as_the_higher() -> None:
    joined = beside((line(1),), (line(2), line(3)), 100.0)
    assert joined.height == 20
    assert [mark.x0 for mark in joined.marks if isinstance(mark, Stroke)] == [0, 100, 100]


def test_space_around_a_row_of_atoms_goes_to_the_first_and_the_last() -> None:
    first, last = spaced((line(1, before=1), line(2)), before=4.0, after=6.0)
    assert (first.before, first.after, last.before, last.after) == (4, 0, 0, 6)
    assert msgspec.structs.asdict(first)["height"] == 10
