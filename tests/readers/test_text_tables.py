"""Tables in plain text: lines whose columns stand between tabs, as they are copied."""

from publisher.model import Paragraph, Table
from publisher.walk import plain
from tests.readers.test_text import zh


def test_lines_with_as_many_tabs_are_a_table() -> None:
    made = zh("设备清单", "清单如下。", "序号\t名称\t台数", "1\t机床\t12", "2\t\t64", "以上。")
    kinds = [type(block) for block in made.blocks]
    assert kinds == [Paragraph, Table, Paragraph, Paragraph]
    table = made.blocks[1]
    assert isinstance(table, Table)
    assert [plain(cell.inlines) for cell in table.head] == ["序号", "名称", "台数"]
    assert [[plain(cell.inlines) for cell in row] for row in table.rows] == [
        ["1", "机床", "12"],
        ["2", "", "64"],
    ]


def test_two_lines_with_tabs_and_names_in_two_columns_stay_lines() -> None:
    made = zh(
        "名单", "名单如下。", "张三\t李四", "王五\t赵六", "孙七\t周八", "甲\t乙\t丙", "丁\t戊\t己", "以上。"
    )
    assert {type(block) for block in made.blocks} == {Paragraph}
