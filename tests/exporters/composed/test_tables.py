"""Columns as wide as their cells ask for, together as wide as the measure."""

from typing import Literal

import msgspec
import pytest

from publisher import theme
from publisher.exporters.composed.atoms import Stroke, Words
from publisher.exporters.composed.tables import table
from publisher.exporters.composed.text import Faces, Look, Notes
from publisher.model import Cell, Table, Text

MEASURE = 300.0
HAIRLINE = "#d8d2c8"


def look() -> Look:
    press = theme.load("press")
    faces = Faces.of(press.fonts, "zh-Hans")
    return Look(style=press.type.zh.table, language="zh-Hans", faces=faces, face=faces.regular, ink="#000000")


def made(*rows: tuple[str, ...], head: tuple[str, ...] = ()) -> list[list[tuple[str, float]]]:
    """Return the texts of each row with where they begin."""

    def cells(texts: tuple[str, ...]) -> tuple[Cell, ...]:
        return tuple(Cell(f"c{n}", (Text(text),)) for n, text in enumerate(texts))

    value = Table("t", rows=tuple(cells(row) for row in rows), head=cells(head))
    return [
        [
            ("".join(p.text for p in mark.pieces), round(mark.x + mark.pieces[0].x, 1))
            for mark in atom.marks
            if isinstance(mark, Words)
        ]
        for atom in table(value, look(), look(), Notes(), MEASURE, hairline=HAIRLINE)[0]
    ]


def test_a_longer_text_gets_a_wider_column() -> None:
    ((_, (_, second)),) = made(("编号", "这一列的文字比另一列长得多"))
    assert 20 < second < MEASURE / 2


def test_a_column_is_as_wide_as_its_text_asks_wherever_that_is_set() -> None:
    def beginnings(align: Literal["left", "right"]) -> list[float]:
        style = msgspec.structs.replace(look().style, align=align)
        set_so = msgspec.structs.replace(look(), style=style)
        value = Table("t", rows=((Cell("a", (Text("编号"),)), Cell("b", (Text("这一列的文字长得多"),))),))
        ((atom,), _) = table(value, set_so, set_so, Notes(), MEASURE, hairline=HAIRLINE)
        return [mark.x + mark.pieces[0].x for mark in atom.marks if isinstance(mark, Words)]

    left, right = beginnings("left"), beginnings("right")
    text = 2 * look().style.size
    assert right[0] == pytest.approx(left[1] - text - 6.0, abs=0.1)


def test_a_text_too_long_for_its_column_takes_more_lines_in_the_same_row() -> None:
    (row,) = made(("甲" * 60, "乙" * 60))
    assert len(row) > 2
    assert {text[0] for text, _ in row} == {"甲", "乙"}


def test_no_word_is_parted_where_there_is_room() -> None:
    ((*_, last),) = made(("甲" * 80, "internationalization"))
    assert last[0] == "internationalization"


@pytest.mark.parametrize("count", [1, 3, 7])
def test_rules_reach_over_the_whole_measure(count: int) -> None:
    value = Table("t", rows=(tuple(Cell(f"c{n}", (Text("数"),)) for n in range(count)),))
    ((atom,), _) = table(value, look(), look(), Notes(), MEASURE, hairline=HAIRLINE)
    assert {mark.x1 for mark in atom.marks if isinstance(mark, Stroke)} == {MEASURE}


def test_a_row_with_fewer_cells_than_the_head_is_set() -> None:
    assert made(("甲",), head=("一", "二"))[1] == [("甲", 0.0)]


def test_only_between_rows_is_a_rule_in_the_colour_of_hairlines() -> None:
    rows = tuple((Cell(f"c{n}", (Text("数"),)),) for n in range(3))
    value = Table("t", rows=rows, head=(Cell("h", (Text("头"),)),))
    atoms, _ = table(value, look(), look(), Notes(), MEASURE, hairline=HAIRLINE)
    rules = [mark for atom in atoms for mark in atom.marks if isinstance(mark, Stroke)]
    ink = look().ink
    found = [(mark.ink, mark.width) for mark in rules]
    assert found == [(ink, 1.0), (ink, 0.5), (HAIRLINE, 0.5), (HAIRLINE, 0.5), (ink, 1.0)]


def test_words_stay_whole_where_a_longer_one_has_no_room_for_itself() -> None:
    ((*_, last),) = made(("x" * 120, "nine", "twelve"))
    assert last[0] == "twelve"


def test_no_column_of_chinese_is_one_character_wide_beside_long_words() -> None:
    ((_, *rest),) = made(("internationalization" * 2, "展区讲解员名单", "甲乙丙丁" * 40))
    assert rest[0][0].startswith("展区讲解")


def test_an_address_of_a_mailbox_stays_whole_beside_a_page_that_parts() -> None:
    url = "https://example.com/open-week/2026/exhibits/robots/arms/hands"
    ((*_, last),) = made((url, "press@example.com"))
    assert last[0] == "press@example.com"


def test_no_amount_is_parted_while_words_and_texts_can_give_way() -> None:
    texts = ("李强国", "计算机学院", "2026-09-01", "智能材料与L’Oréal研究", "O’Connor", "120,000")
    (cells,) = made((*texts, "6,850.00", "98.5%", "113,150.00"))
    shown = [text for text, _ in cells]
    assert {"120,000", "6,850.00", "98.5%", "113,150.00"} <= set(shown)
    assert "2026-09-01" in shown or {"2026-", "09-01"} <= set(shown)
