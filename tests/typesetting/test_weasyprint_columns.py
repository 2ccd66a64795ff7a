"""Columns by WeasyPrint end alike and lose nothing; the names that this holds on to are still there."""

import pytest
import weasyprint
from weasyprint.layout import block

from publisher.typesetting.weasyprint_columns import level_columns
from tests.visual.rows import MM, Row, rows

PAGE = """<html><style>@page{size:300pt 200pt;margin:0} body,p,h2,div{margin:0;font:10pt/20pt serif}
.columns{columns:2;column-gap:20pt} p,h2{widows:1;orphans:1}</style>"""


def shown(body: str, style: str = "") -> list[Row]:
    """Return the lines of ``body``, with its columns set as ours are."""
    with level_columns():
        return rows(weasyprint.HTML(string=f"{PAGE}<style>{style}</style>{body}").write_pdf())


def lines(count: int, begin: int = 1) -> str:
    """Return a paragraph of ``count`` lines, each a number."""
    return "<p>" + "<br>".join(str(number) for number in range(begin, begin + count)) + "</p>"


def columns(made: list[Row]) -> list[list[str]]:
    """Return the texts in the left column and in the right one, of the first page."""
    return [[row.text for row in made if row.page == 1 and (row.x > 50) == right] for right in (False, True)]


def test_columns_that_end_on_a_page_share_their_lines() -> None:
    assert columns(shown(f"<div class=columns>{lines(7)}</div>")) == [["1", "2", "3", "4"], ["5", "6", "7"]]


def test_a_paragraph_of_many_lines_does_not_raise_them_by_what_is_left_of_it() -> None:
    made = shown(f"<div class=columns>{lines(3)}{lines(9, 4)}</div>")
    assert [len(column) for column in columns(made)] == [6, 6]


def test_columns_that_do_not_fit_go_on_on_the_next_page() -> None:
    made = shown(f"<div class=columns>{lines(23)}</div>")
    assert [len(column) for column in columns(made)] == [10, 10]
    assert [row.text for row in made if row.page == 2] == ["21", "23", "22"]


def test_what_follows_columns_as_high_as_their_page_is_not_lost() -> None:
    made = shown(f"<div class=columns>{lines(20)}</div><p>behind</p><div class=columns>{lines(2)}</div>")
    assert [(row.page, row.text) for row in made if row.page > 1] == [(2, "behind"), (2, "1"), (2, "2")]


def test_a_heading_that_begins_a_column_begins_at_its_top() -> None:
    made = shown(f"<div class=columns>{lines(3)}<h2>Heading</h2>{lines(2, 4)}</div>", "h2{margin-top:15pt}")
    tops = [row.y for row in made if row.text in ("1", "Heading")]
    assert tops[0] == tops[1]


def test_the_space_over_the_first_block_stands_over_all_columns() -> None:
    made = shown(f"<p>above</p><div class=columns><h2>H</h2>{lines(3)}</div>", "h2{margin-top:15pt}")
    above, first, *_ = (row.y for row in made)
    assert first - above == pytest.approx(35 / MM, abs=0.1)
    assert len({row.y for row in made if row.text in ("H", "2")}) == 1


def test_the_space_behind_the_last_block_is_that_behind_the_columns() -> None:
    made = shown(f"<div class=columns>{lines(3)}{lines(1, 4)}</div><p>behind</p>", "p{margin-bottom:15pt}")
    ends = {row.text: row.y for row in made}
    assert ends["behind"] - ends["4"] == pytest.approx(35 / MM, abs=0.1)


def test_the_signs_of_a_list_stand_beside_its_items() -> None:
    made = shown("<ol class=columns>" + "".join(f"<li>item{n}" for n in range(7)) + "</ol>")
    assert sorted(row.text.replace(" ", "") for row in made) == [f"{n + 1}.item{n}" for n in range(7)]


def test_weasyprint_is_as_it_was_afterwards() -> None:
    before = block.columns_layout
    with level_columns():
        assert block.columns_layout is not before
    assert block.columns_layout is before
