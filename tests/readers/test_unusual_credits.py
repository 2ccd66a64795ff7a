"""A line of date and credits keeps both, however unusual a name in it is."""

from pathlib import Path

import pytest

from publisher.contracts import Source
from publisher.model import Article, CreditRole, Paragraph
from publisher.readers.text import TextReader
from publisher.report import Report, Severity
from publisher.walk import plain

BODY = "3月5日，展示周在青岚开幕，来自各地的代表参加了活动。"


def read(line: str, report: Report, *, last: str = "") -> Article:
    text = f"青岚展示周开幕\n{line}\n\n{BODY}\n{last}"
    return TextReader().read(Source("article.txt", text.encode(), Path()), report)


def warnings(report: Report) -> list[str]:
    return [notice.before for notice in report.notices if notice.severity is Severity.WARNING]


@pytest.mark.parametrize("name", ["阿卜杜热合曼·ئابدۇراخمان", "张 三", "喆堃·A", "李😀"])
def test_an_unusual_name_is_kept_as_written_beside_date_and_credits(name: str) -> None:
    meta = read(f"2026-03-12 09:30 文/{name} 图/欧阳澍雯", Report()).meta
    assert meta.issued is not None
    assert {credit.role: credit.names for credit in meta.credits} == {
        CreditRole.TEXT: (name,),
        CreditRole.PHOTO: ("欧阳澍雯",),
    }


def test_a_name_that_is_hardly_one_is_told() -> None:
    report = Report()
    read(line := "2026-03-12 文/李😀 图/欧阳澍雯", report)
    assert warnings(report) == [line]


def test_credits_that_are_no_names_stay_in_the_text_and_the_date_is_kept() -> None:
    report = Report()
    article = read(line := "2026-03-12 文/这是我们一起走过的路 图/欧阳澍雯", report)
    assert [plain(b.inlines) for b in article.blocks if isinstance(b, Paragraph)] == [line, BODY]
    assert article.meta.issued is not None
    assert warnings(report) == [line]


def test_two_names_with_a_space_between_are_two() -> None:
    (credit,) = read("2026-03-12 文/张三 李四", Report()).meta.credits
    assert credit.names == ("张三", "李四")


@pytest.mark.parametrize(
    ("line", "source", "place"),
    [
        ("来源：青岚日报 2026-03-12 文/李😀", "青岚日报", ""),
        ("青岚日报 2026-03-12 文/李😀", "青岚日报", ""),
        ("北京 2026-03-12 文/李😀", "", "北京"),
        ("来源：青岚日报 文/李😀", "青岚日报", ""),
    ],
)
def test_an_unusual_name_behind_a_source_or_a_place_is_credited(line: str, source: str, place: str) -> None:
    report = Report()
    meta = read(line, report).meta
    assert (meta.headline, meta.source, meta.place) == ("青岚展示周开幕", source, place)
    assert [credit.names for credit in meta.credits] == [("李😀",)]
    assert warnings(report) == [line]


@pytest.mark.parametrize("name", ["李！", "小鱼？", "Pop!"])
def test_a_mark_behind_a_name_in_a_row_of_credits_ends_no_sentence(name: str) -> None:
    meta = read(f"2026-03-12 文/{name} 图/王某", Report()).meta
    assert [credit.names for credit in meta.credits] == [(name,), ("王某",)]


def test_a_full_stop_behind_a_name_is_none_of_its() -> None:
    meta = read("文/小鱼儿。图/王某", Report()).meta
    assert [credit.names for credit in meta.credits] == [("小鱼儿",), ("王某",)]


@pytest.mark.parametrize("last", ["（记者 李😀 摄影 王某）", "文：李😀 图：王某"])
def test_closing_credits_with_an_unusual_name_are_credited(last: str) -> None:
    report = Report()
    article = read("2026-03-12", report, last=last)
    assert [credit.names for credit in article.meta.credits] == [("李😀",), ("王某",)]
    assert len(article.blocks) == 1
    assert warnings(report) == [last]


def test_a_role_and_a_name_in_brackets_close_a_text() -> None:
    (credit,) = read("2026-03-12", Report(), last="（本报记者 张三）").meta.credits
    assert credit.names == ("张三",)


@pytest.mark.parametrize("last", ["（文/图 李！）", "供稿：李？", "责任编辑：一个被低估的职业"])
def test_closing_credits_that_are_not_understood_stay_and_are_told(last: str) -> None:
    report = Report()
    article = read("2026-03-12", report, last=last)
    assert plain(article.blocks[-1].inlines) == last  # type: ignore[union-attr]
    assert warnings(report) == [last]


@pytest.mark.parametrize("line", ["作者：王！", "文/一个小小的我"])
def test_credits_without_a_date_that_are_not_understood_are_no_subhead(line: str) -> None:
    report = Report()
    article = read(line, report)
    assert (article.meta.headline, article.meta.subhead) == ("青岚展示周开幕", "")
    assert plain(article.blocks[0].inlines) == line  # type: ignore[union-attr]
    assert warnings(report) == [line]


def test_an_interview_is_no_credits() -> None:
    report = Report()
    read("记者：您好！", report, last="记者：谢谢您。")
    assert not warnings(report)
