"""A line of date and credits keeps both, however unusual a name in it is."""

from pathlib import Path

import pytest

from publisher.contracts import Source
from publisher.model import Article, CreditRole, Paragraph
from publisher.readers.text import TextReader
from publisher.report import Report, Severity
from publisher.walk import plain

BODY = "3月5日，展示周在青岚开幕，来自各地的代表参加了活动。"


def read(line: str, report: Report) -> Article:
    text = f"青岚展示周开幕\n{line}\n\n{BODY}"
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
