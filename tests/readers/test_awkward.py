"""Texts as press offices have them: nothing in them is lost in silence, and the headline is the headline."""

from pathlib import Path

import pytest

from publisher.contracts import Source
from publisher.model import Article, Emphasis, LineBreak, Link, Paragraph, Strong, Table
from publisher.readers.html import HtmlReader
from publisher.readers.markdown import MarkdownReader
from publisher.readers.text import TextReader
from publisher.report import Report
from publisher.walk import plain

BODY = "青岚展示周周四开幕，来自各地的37家企业的代表参加了活动，活动到周日结束。"
FIRST = "The library opened its new reading room on Thursday, and all are welcome."


def read(text: str, report: Report | None = None) -> Article:
    return MarkdownReader().read(
        Source("a.md", text.encode(), Path()), Report() if report is None else report
    )


def codes(text: str) -> list[str]:
    read(text, report := Report())
    return [notice.code for notice in report.warnings]


def test_marks_behind_a_dateline_are_kept() -> None:
    text = f"# 展示周开幕\n\n【青岚，2026年3月5日】展示周**今天**开幕，见[主页](https://x.example/)。\n\n{BODY}\n"
    article = read(text)
    first = article.blocks[0]
    assert isinstance(first, Paragraph)
    assert article.meta.place == "青岚"
    assert plain(first.inlines) == "展示周今天开幕，见主页。"
    assert [type(node) for node in first.inlines if isinstance(node, Strong | Link)] == [Strong, Link]


def test_a_dateline_in_bold_is_taken_and_what_follows_keeps_its_marks() -> None:
    article = read(f"# Library opens\n\n**QINGLAN, China, March 5, 2026** – It *opened*. {FIRST}\n")
    first = article.blocks[0]
    assert isinstance(first, Paragraph)
    assert article.meta.place == "QINGLAN, China"
    assert any(isinstance(node, Emphasis) for node in first.inlines)


@pytest.mark.parametrize("line", ["FOR IMMEDIATE RELEASE", "**For immediate release**"])
def test_a_heading_under_a_release_line_is_the_headline(line: str) -> None:
    assert read(f"{line}\n\n# Library opens\n\n{FIRST}\n").meta.headline == "Library opens"


def test_so_it_is_on_a_page() -> None:
    page = f"<body><p>FOR IMMEDIATE RELEASE</p><h1>Library opens</h1><p>{FIRST}</p><p>{FIRST}</p></body>"
    article = HtmlReader().read(Source("a.html", page.encode(), Path()), Report())
    assert article.meta.headline == "Library opens"


@pytest.mark.parametrize(
    ("text", "subhead"),
    [
        (f"# 展示周开幕\n## ——青岚学院2026年活动\n\n{BODY}\n", "——青岚学院2026年活动"),
        (f"# Library opens\n\n### By the lake\n\nQINGLAN, China, March 5, 2026 – {FIRST}\n", "By the lake"),
        (f"# 展示周开幕\n\n## 37家企业参加\n\n文/李某 图/王某\n\n{BODY}\n", "37家企业参加"),
        (f"# 展示周开幕\n\n## 一、背景\n\n{BODY}\n", ""),
        (f"# Library opens\n\n## Background\n\n{FIRST}\n", ""),
    ],
)  # fmt: skip
def test_a_heading_right_under_the_headline_may_be_its_subhead(text: str, subhead: str) -> None:
    article = read(text)
    assert article.meta.subhead == subhead
    assert len(article.blocks) == (1 if subhead else 2)


def test_a_line_across_the_page_begins_no_front_matter() -> None:
    article = read(f"---\n\n# 展示周开幕\n\n{BODY}\n\n---\n\n{BODY[::-1]}\n")
    assert article.meta.headline == "展示周开幕"
    assert [plain(b.inlines) for b in article.blocks if isinstance(b, Paragraph)] == [BODY, BODY[::-1]]


def test_front_matter_in_yaml_may_list_names_and_have_a_date_of_any_form() -> None:
    report = Report()
    front = '---\ntitle: "展示周：开幕"\ndate: 2026/3/5\nauthor:\n  - 李某\n  - 王某\n---\n'
    meta = read(f"{front}\n{BODY}\n", report).meta
    assert meta.credits[0].names == ("李某", "王某")
    assert meta.issued is not None
    assert not report.warnings


def test_signs_behind_a_heading_are_none_of_its_words() -> None:
    assert read(f"# 展示周开幕 {{#top .wide}}\n\n{BODY}\n").meta.headline == "展示周开幕"


def test_a_note_that_nothing_leads_to_is_told() -> None:
    assert codes(f"# 展示周开幕\n\n{BODY}[^1]\n\n[^1]: 一。\n[^2]: 二。\n") == ["note-unread"]


def test_struck_out_words_are_told() -> None:
    text = f"# 展示周开幕\n\n{BODY}\n\n~~删去的话~~留下的话。\n"
    assert plain(read(text).blocks[1].inlines) == "删去的话留下的话。"  # type: ignore[union-attr]
    assert codes(text) == ["strike-dropped"]


def test_lines_of_code_stay_lines() -> None:
    block = read(f"# 展示周开幕\n\n{BODY}\n\n```\n一\n二\n```\n").blocks[1]
    assert isinstance(block, Paragraph)
    assert [type(node).__name__ for node in block.inlines].count(LineBreak.__name__) == 1


@pytest.mark.parametrize(
    ("line", "caption"), [("表1 座位", "表1 座位"), (": 座位", "座位"), ("Table: 座位", "座位")]
)
def test_a_caption_right_under_a_table_is_no_row(line: str, caption: str) -> None:
    table = read(f"# 展示周开幕\n\n{BODY}\n\n| 楼层 | 座位 |\n|--|--|\n| 一层 | 40 |\n{line}\n").blocks[1]
    assert isinstance(table, Table)
    assert (len(table.rows), plain(table.caption)) == (1, caption)


@pytest.mark.parametrize("heading", ["关于我们", "关于本公司"])
def test_about_us_is_boilerplate(heading: str) -> None:
    article = read(f"# 展示周开幕\n\n{BODY}\n\n## {heading}\n\n公司创办于1958年。\n")
    assert len(article.meta.boilerplate) == 2


CONTACT = "Contact: Wen Lan\nPhone: +86 318 5550 0137\nEmail: press@x.example"


@pytest.mark.parametrize(
    "text",
    [
        f"Library opens\n\n{CONTACT}\n\nFOR IMMEDIATE RELEASE\n\n{FIRST}\n",
        f"FOR IMMEDIATE RELEASE\n\n{CONTACT}\n\nLibrary opens\n\n{FIRST}\n",
        f"Media Contact:\nWen Lan\n+86 318 5550 0137\npress@x.example\n\nLibrary opens\n\n{FIRST}\n",
    ],
)
def test_contacts_over_the_text_are_no_titles(text: str) -> None:
    article = TextReader().read(Source("a.txt", text.encode(), Path()), Report())
    assert (article.meta.headline, article.meta.kicker, article.meta.subhead) == ("Library opens", "", "")
    (contact,) = article.meta.contacts
    assert (contact.name, contact.email) == ("Wen Lan", "press@x.example")
    assert [plain(b.inlines) for b in article.blocks if isinstance(b, Paragraph)] == [FIRST]


def test_contacts_over_the_text_and_under_it_are_both_kept() -> None:
    text = f"Library opens\n\n{CONTACT}\n\n{FIRST}\n\nMedia contact: Lu Yi\nEmail: lu@x.example\n"
    meta = TextReader().read(Source("a.txt", text.encode(), Path()), Report()).meta
    assert [contact.name for contact in meta.contacts] == ["Wen Lan", "Lu Yi"]


@pytest.mark.parametrize("form", ["（{}）{}", "{}：{}", "【{}】{}"])
def test_titles_that_say_which_they_are_lose_that_word(form: str) -> None:
    titles = (("引题", "春天里的课"), ("主题", "展示周开幕"), ("副题", "37家企业参加"))
    text = "\n".join((*(form.format(*title) for title in titles), BODY))
    meta = TextReader().read(Source("a.txt", text.encode(), Path()), Report()).meta
    assert (meta.kicker, meta.headline, meta.subhead) == ("春天里的课", "展示周开幕", "37家企业参加")


def test_a_headline_that_begins_with_such_a_word_keeps_it_beside_another() -> None:
    text = f"标题党的末路\n——一次调查\n{BODY}"
    meta = TextReader().read(Source("a.txt", text.encode(), Path()), Report()).meta
    assert (meta.headline, meta.subhead) == ("标题党的末路", "——一次调查")


@pytest.mark.parametrize(
    "head",
    [
        "From: Wen Lan <a@x.example>\nSent: March 5, 2026 10:20 AM\nTo: b@x.example\nSubject: FW: 展示周开幕",
        "发件人：温澜\n发送时间：2026年3月5日 10:20\n收件人：编辑部\n主题：转发：展示周开幕",
    ],
)
def test_the_head_of_an_e_mail_is_no_headline_but_its_subject_is(head: str) -> None:
    report = Report()
    text = f"{head}\n\n各位老师：\n\n{BODY}\n"
    article = TextReader().read(Source("a.txt", text.encode(), Path()), report)
    assert (article.meta.headline, article.meta.kicker, article.meta.subhead) == ("展示周开幕", "", "")
    assert [plain(b.inlines) for b in article.blocks if isinstance(b, Paragraph)] == ["各位老师：", BODY]
    assert [notice.code for notice in report.notices] == ["furniture-removed"]


def test_the_subject_and_the_date_of_an_event_are_no_e_mail() -> None:
    report = Report()
    text = f"主题：创新\n日期：周四\n抄送：各系\n\n{BODY}"
    TextReader().read(Source("a.txt", text.encode(), Path()), report)
    assert not [notice for notice in report.notices if notice.code == "furniture-removed"]
