"""Lines under an article that say who made it, and where it is from, are its credits and its source."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from publisher import plugins
from publisher.contracts import Source
from publisher.model import Article, CreditRole, Paragraph
from publisher.report import Report
from publisher.walk import plain
from tests.readers.docx_files.parts import p, package

HEAD = "青岚展示周开幕"
BODY = "3月5日，展示周在青岚开幕，来自各地的代表参加了活动，大家都说很好。"
LAST = "展示周为期七天，每天九时开门，市民凭身份证入场，不收费用。"


def _page(lines: tuple[str, ...]) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><body><article><h1>{HEAD}</h1>{body}</article></body></html>".encode()


WRITTEN: dict[str, tuple[str, Callable[[tuple[str, ...]], bytes]]] = {
    "text": ("a.txt", lambda lines: "\n".join((HEAD, *lines)).encode()),
    "docx": ("a.docx", lambda lines: package("".join(map(p, (HEAD, *lines))))),
    "html": ("a.html", _page),
}


def _read(*closing: str, form: str = "text", report: Report | None = None) -> Article:
    name, write = WRITTEN[form]
    reader: Any = plugins.load("readers", form)()
    return reader.read(Source(name, write((BODY, LAST, *closing)), Path()), report or Report())  # type: ignore[no-any-return]


def _left(article: Article) -> list[str]:
    """Return what stands behind the body."""
    return [plain(block.inlines) for block in article.blocks[2:] if isinstance(block, Paragraph)]


def _credits(article: Article) -> dict[str, tuple[str, ...]]:
    return {credit.role.value: credit.names for credit in article.meta.credits}


@pytest.mark.parametrize("form", WRITTEN)
def test_credits_and_source_under_a_text_are_taken_in_their_order(form: str) -> None:
    article = _read(
        "来源：青岚日报",
        "通讯员 李晓明",
        "编辑：王芳",
        "审核：赵刚",
        form=form,
    )
    assert article.meta.source == "青岚日报"
    assert _credits(article) == {
        "text": ("李晓明",),
        "edit": ("王芳",),
        "review": ("赵刚",),
    }
    assert _left(article) == []


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("line", ["签发：周明", "签发人：周明", "供稿单位：青岚学院团委"])
def test_who_signed_and_which_office_sent_it_in_stay_lines_under_the_credits(line: str, form: str) -> None:
    article = _read("编辑：王芳", line, form=form)
    assert _credits(article) == {"edit": ("王芳",)}
    assert _left(article) == [line]


@pytest.mark.parametrize(
    ("line", "role", "name"),
    [
        ("供稿：团委", "text", "团委"),
        ("供稿人：李晓明", "text", "李晓明"),
        ("撰稿人：李晓明", "text", "李晓明"),
        ("文案丨李晓明", "text", "李晓明"),
        ("本报记者 李晓明", "text", "李晓明"),
        ("Written by Mara Lindqvist", "text", "Mara Lindqvist"),
        ("图片提供：团委", "photo", "团委"),
        ("网络编辑：王芳", "edit", "王芳"),
        ("编　辑：王芳", "edit", "王芳"),
        ("审 核：王芳", "review", "王芳"),
        ("审核人：王芳", "review", "王芳"),
    ],
)
def test_a_closing_line_names_a_role(line: str, role: str, name: str) -> None:
    article = _read(line)
    assert _credits(article) == {role: (name,)}
    assert _left(article) == []


def test_reviews_of_each_stage_are_reviews() -> None:
    article = _read("一审：王芳　二审：赵刚　三审：李强")
    assert [(c.role, c.names) for c in article.meta.credits] == [
        (CreditRole.REVIEW, ("王芳", "赵刚", "李强"))
    ]


@pytest.mark.parametrize(
    "line",
    [
        "来源：青岚日报",
        "（来源：青岚日报）",
        "稿件来源：青岚学院团委",
        "文稿来源：青岚学院",
        "来　源：青岚学院",
    ],
)
def test_a_closing_line_names_the_source(line: str) -> None:
    article = _read(line)
    assert article.meta.source == line.strip("（）").partition("：")[2]
    assert _left(article) == []


@pytest.mark.parametrize(
    "line",
    [
        "来源：本文根据公开资料整理",
        "来源：网络",
        "Source: company data and market figures",
        "主编：王芳",
        "排版：王芳",
        "主持人：王芳",
        "地点：图书馆",
        "编辑：一个被低估的职业",
        "供稿单位：请于周五前报送。",
    ],
)
def test_a_closing_line_that_has_no_place_stays_text(line: str) -> None:
    article = _read(line)
    assert (article.meta.source, article.meta.credits, _left(article)) == ("", (), [line])


def test_what_has_no_place_stays_beside_what_has() -> None:
    article = _read("编辑：王芳", "排版：赵刚", "审核：李强 设计：周明")
    assert _credits(article) == {"edit": ("王芳",), "review": ("李强",)}
    assert _left(article) == ["排版：赵刚", "设计：周明"]


def test_a_second_source_stays_text() -> None:
    article = _read("来源：青岚日报", "来源：青岚晚报")
    assert (article.meta.source, _left(article)) == ("青岚日报", ["来源：青岚晚报"])


def test_the_source_of_a_table_s_figures_stays_under_it() -> None:
    article = _read("人数\t男\t女", "一日\t4\t5", "二日\t6\t7", "来源：青岚统计局")
    assert article.meta.source == ""
    assert isinstance(article.blocks[-1], Paragraph)


def test_credits_behind_contacts_and_boilerplate_are_no_part_of_these() -> None:
    about = ("关于青岚学院：", "青岚学院是一所学校，创办于一九五一年，位于湖边。")
    article = _read("联系人：李晓明 13800001234", *about, "来源：青岚日报", "编辑：王芳")
    assert (article.meta.source, _credits(article)) == ("青岚日报", {"edit": ("王芳",)})
    assert [plain(block.inlines) for block in article.meta.boilerplate] == ["关于青岚学院", about[1]]
    assert [contact.phone for contact in article.meta.contacts] == ["13800001234"]
