"""Markdown read into the model, and ours back as it was."""

from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.exporters.markdown import markdown
from publisher.model import Article, Contact, Link, List, Meta, PageBreak, Paragraph, Strong, Text
from publisher.readers.markdown import MarkdownReader
from publisher.report import Report
from publisher.walk import plain
from tests.conftest import PICTURE, chinese, english
from tests.readers.articles import articles


def _read(text: str, folder: Path = Path(), report: Report | None = None) -> Article:
    source = Source("a.md", text.encode(), folder)
    return MarkdownReader().read(source, Report() if report is None else report)


def _bare(article: Article) -> Any:
    """Return ``article`` without keys and the id, which a file's name gives."""

    def clean(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: clean(v) for k, v in value.items() if k not in ("key", "id")}
        return [clean(v) for v in value] if isinstance(value, list | tuple) else value

    return clean(msgspec.to_builtins(article, builtin_types=(datetime, bytes)))


@pytest.mark.parametrize("article", [chinese(), english()], ids=["zh", "en"])
def test_an_article_comes_back_from_markdown(article: Article, tmp_path: Path) -> None:
    (tmp_path / PICTURE.name).write_bytes(PICTURE.data)
    meta = msgspec.structs.replace(
        article.meta,
        summary="A “summary”.",
        place="Qinglan",
        rights="© 2026",
        contacts=(Contact(name="Wen Lan", email="press@example.com"),),
    )
    more = (PageBreak("b11"), Paragraph("b12", (Text("1. 号与 *星* [^1] 与 <b> 与 a|b。"),)))
    article = msgspec.structs.replace(article, meta=meta, blocks=(*article.blocks, *more))
    report = Report()
    assert _bare(_read(markdown(article), tmp_path, report)) == _bare(article)
    assert not report.notices


def test_front_matter_in_yaml_is_read_for_its_plain_fields() -> None:
    report = Report()
    front = "---\ntitle: Room opens\nauthor: Wen Lu\ndate: 2026-03-05\nmap:\n  - a\n---\n"
    text = front + "\nThe room opened on Monday.\n"
    meta = _read(text, report=report).meta
    assert (meta.headline, meta.credits[0].names, meta.language) == ("Room opens", ("Wen Lu",), "en")
    assert meta.issued is not None
    assert [n.code for n in report.notices] == ["metadata-dropped", "metadata-dropped"]


def test_without_front_matter_the_first_heading_is_the_headline() -> None:
    article = _read("# Room opens\n\nIt opened on [Monday](https://example.com), [no](javascript:x).\n")
    assert article.meta.headline == "Room opens"
    paragraph = article.blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert [n.url for n in paragraph.inlines if isinstance(n, Link)] == ["https://example.com"]


def test_a_picture_outside_the_folder_is_left_out_and_told() -> None:
    report = Report()
    _read("# Room opens\n\nIt opened on Monday.\n\n![x](../secret.png)\n", report=report)
    assert "picture-missing" in [n.code for n in report.notices]


def test_broken_front_matter_is_refused_in_one_line() -> None:
    with pytest.raises(ReadError, match="front matter"):
        _read("+++\nlanguage = \n+++\n\n# A\n")


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(article=articles)
def test_whatever_the_model_holds_comes_back_from_markdown(article: Article, tmp_path: Path) -> None:
    (tmp_path / PICTURE.name).write_bytes(PICTURE.data)
    report = Report()
    assert _bare(_read(markdown(article), tmp_path, report)) == _bare(article)
    assert not report.notices


def test_bold_that_ends_in_an_underscore_comes_back_before_a_figure() -> None:
    """CommonMark 6.2: beside punctuation, signs are none."""
    blocks = (Paragraph("b1", (Strong((Text("b_"),)), Text("9"))),)
    article = Article(Meta(language="zh-Hans", headline="标题"), blocks)
    assert _bare(_read(markdown(article))) == _bare(article)


def test_a_link_behind_an_exclamation_mark_is_no_picture() -> None:
    blocks = (Paragraph("b1", (Text("Open!"), Link("https://example.com/", (Text("More"),)))),)
    article = Article(Meta(language="en", headline="Room opens"), blocks)
    report = Report()
    assert _bare(_read(markdown(article), report=report)) == _bare(article)
    assert not report.notices


def test_no_two_blocks_have_one_key_where_the_headline_is_looked_for_among_them() -> None:
    body = "First.\n\n> Said.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSecond.\n\nThird.\n\nFourth.\n"
    keys = [block.key for block in _read(f"# Room opens\nSource: Qinglan\n\n{body}").blocks]
    assert len(keys) == 6
    assert len(set(keys)) == len(keys)


def test_front_matter_may_call_the_headline_by_its_name_in_the_model() -> None:
    article = _read("---\nheadline: 学院举行运动会\n---\n\n正文只有一句。\n")
    assert article.meta.headline == "学院举行运动会"
    assert len(article.blocks) == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("首批接收学生\n三百名。", "首批接收学生三百名。"),
        ("他说，\n“很好”\n就走了。", "他说，“很好”就走了。"),
        ("the Open\nDay", "the Open Day"),
        ("“Yes.”\n“No.”", "“Yes.” “No.”"),
        ("**学生**\n三百名", "学生三百名"),
    ],
)
def test_a_line_end_in_chinese_is_no_space(written: str, read: str) -> None:
    (block,) = _read(f"# 标题一行\n\n{written}\n").blocks
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == read


def test_a_list_in_a_counted_item_stands_in_its_lines_and_the_next_keeps_its_number() -> None:
    text = '+++\nlanguage = "en"\n+++\n\n# Plan\n\n1. First\n2. Second:\n   - one\n   - two\n3. Third\n'
    (steps,) = _read(text).blocks
    assert isinstance(steps, List)
    assert [plain(item.inlines) for item in steps.items] == ["First", "Second:\n• one\n• two", "Third"]


@pytest.mark.parametrize("end", ["\n", "  \n", "\\\n", "\n\n"])
def test_contacts_a_line_each_are_contacts(end: str) -> None:
    lines = ("**Contact:** Lorna Hale", "Phone: +1 330-555-0187", "Email: press@example.com")
    made = _read(f"# Lake opens\n\nThe lake opened on May 4, 2026.\n\n{end.join(lines)}\n")
    (contact,) = made.meta.contacts
    assert (contact.name, contact.phone, contact.email) == (
        "Lorna Hale",
        "+1 330-555-0187",
        "press@example.com",
    )
    assert len(made.blocks) == 1


def test_a_paragraph_that_mentions_a_telephone_in_a_later_line_is_one() -> None:
    made = _read("# Lake opens\n\nThe lake opened on May 4.\nPhone: it has none, the mayor said.\n")
    assert len(made.blocks) == 1
