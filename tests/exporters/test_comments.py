"""Notices as comments in Word: beside the words that they are about."""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from publisher.contracts import Context, Source, Version
from publisher.exporters import readback
from publisher.exporters.word import DocxExporter
from publisher.model import Article, Link, Paragraph, Release, Text
from publisher.readers.docx import DocxReader
from publisher.report import Notice, Report, Severity


def noticed(context: Context, *notices: Notice) -> Context:
    """Return ``context`` with these notices as warnings and comments asked for."""
    report = Report()
    for notice in notices:
        report.add(msgspec.structs.replace(notice, severity=Severity.WARNING))
    return msgspec.structs.replace(context, report=report, comments=True)


def doubt(
    where: str = "",
    before: str = "",
    after: str = "",
    code: str = "doubt",
    message: str = "",
    within: tuple[int, ...] = (),
) -> Notice:
    message = message or "please look"
    return Notice(code=code, message=message, where=where, before=before, after=after, within=within)


def comments(data: bytes) -> list[tuple[str, str]]:
    """Return what each comment says, and the words that it stands beside."""
    document = docx.Document(io.BytesIO(data))
    found: list[tuple[str, str]] = []
    for comment in document.comments:
        within, words = False, ""
        for element in document.element.body.iter():
            if element.get(qn("w:id")) == str(comment.comment_id):
                if element.tag == qn("w:commentRangeStart"):
                    within = True
                elif element.tag == qn("w:commentRangeEnd"):
                    within = False
            if within and element.tag == qn("w:t"):
                words += element.text or ""
        found.append((comment.text, words))
    return found


def made(release: Release, context: Context) -> bytes:
    return DocxExporter().export(release, context)


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (doubt("b1", after="展示周在青岚开幕"), "展示周在青岚开幕"),
        (doubt("b1", before="37家", after="not there"), "37家"),
        (doubt("b1.1"), "3月5日，展示周在青岚开幕（图）。共37家企业、120个项目参展。"),
        (doubt("b1", after="企业、120个项目参"), "企业、120个项目参"),
        (doubt("b3", after="主页"), "活动主页"),
        (doubt("b4.2"), "智能制造"),
        (doubt("b7.alt"), "展厅全景。陆子衿 摄"),
        (doubt("b8.2"), "14家"),
        (doubt("headline", after="展示周"), "展示周"),
        (doubt("b1", after="共37家企业、120个项目参展。", within=(1, 3)), "37"),
        (doubt("b1", after="展示周在青岚开幕", within=(0, 99)), "展示周在青岚开幕"),
        (doubt("b1", after="共37家企業,"), "共37家企业、"),
        (doubt("credit.text"), "文：沈知微\u2003图：陆子衿"),
    ],
)
def test_a_notice_stands_beside_the_words_that_it_is_about(
    notice: Notice, words: str, chinese_article: Article, context: Context
) -> None:
    data = made(Release((chinese_article,)), noticed(context, notice))
    assert comments(data) == [("please look", words)]


def test_a_notice_about_no_text_stands_beside_the_headline_and_says_its_place(
    chinese_article: Article, context: Context
) -> None:
    data = made(Release((chinese_article,)), noticed(context, doubt("page 3")))
    assert comments(data) == [("page 3: please look", chinese_article.meta.headline)]


def test_a_doubt_about_a_translation_stands_in_the_editions_that_have_it(
    bilingual_release: Release, context: Context
) -> None:
    known = noticed(
        context,
        doubt("b1.1", code="check-numbers", before="3月5日", after="The week opened on March 5"),
    )
    zh, _ = bilingual_release.editions
    assert comments(made(bilingual_release, known)) == [("please look", "The week opened on March 5")]
    assert comments(made(Release((zh,)), known)) == []


def test_what_is_certain_needs_no_comment(chinese_article: Article, context: Context) -> None:
    report = Report()
    report.add(doubt("b1"))
    known = msgspec.structs.replace(context, report=report, comments=True)
    assert comments(made(Release((chinese_article,)), known)) == []


def test_comments_stand_in_a_document_only_where_they_are_asked_for(
    chinese_article: Article, context: Context
) -> None:
    known = msgspec.structs.replace(noticed(context, doubt("b1")), comments=False)
    assert comments(made(Release((chinese_article,)), known)) == []


def test_a_comment_has_its_author_and_the_time_of_issue(chinese_article: Article, context: Context) -> None:
    known = msgspec.structs.replace(noticed(context, doubt("b1")), author="新闻处")
    (comment,) = docx.Document(io.BytesIO(made(Release((chinese_article,)), known))).comments
    assert (comment.author, comment.initials) == ("新闻处", "新")
    assert comment.timestamp == datetime(2026, 3, 5, 10, 20, 30, tzinfo=UTC)


def test_a_document_with_comments_is_valid_and_reads_back_as_the_article(
    release: Release, context: Context, tmp_path: Path
) -> None:
    known = noticed(context, doubt("b1"), doubt("b10", after="。"), doubt("b3", after="主页"), doubt(""))
    data = made(release, known)
    path = tmp_path / "comments.docx"
    path.write_bytes(data)
    assert not OpenXmlValidator().validate(path).errors
    assert readback.check("a.docx", data, release, known).characters > 100


def test_comments_do_not_change_what_is_read(chinese_article: Article, context: Context) -> None:
    release = Release((chinese_article,))

    def read(known: Context) -> Any:
        return DocxReader().read(Source("a.docx", made(release, known), Path()), Report())

    assert read(noticed(context, doubt("b1", after="青岚"), doubt("b3"))) == read(context)


def test_the_same_notices_give_the_same_bytes(chinese_article: Article, context: Context) -> None:
    known = noticed(context, doubt("b1"), doubt("b1", after="青岚"))
    release = Release((chinese_article,))
    assert made(release, known) == made(release, known)


@pytest.mark.parametrize("hostile", ["<w:p/>&\"'", "a\x00\x0b\ufffeb", "长" * 10_000, "a\n\nb\u2028c"])
def test_a_hostile_notice_is_a_short_line(
    hostile: str, chinese_article: Article, context: Context, tmp_path: Path
) -> None:
    known = noticed(context, doubt(hostile, after=hostile, message=f"found {hostile}"))
    path = tmp_path / "comments.docx"
    path.write_bytes(made(Release((chinese_article,)), msgspec.structs.replace(known, author=hostile)))
    assert not OpenXmlValidator().validate(path).errors
    ((said, _),) = comments(path.read_bytes())
    assert len(said) <= 1_000
    assert "\n" not in said


def test_of_very_many_notices_the_rest_is_counted(chinese_article: Article, context: Context) -> None:
    known = noticed(context, *(doubt("b1", message=f"remark {n}") for n in range(320)))
    found = comments(made(Release((chinese_article,)), known))
    assert len(found) == 301
    assert found[-1][0] == "20 more remarks are in the manifest"


def test_comments_and_changes_go_together(chinese_article: Article, context: Context, tmp_path: Path) -> None:
    link = Link("https://example.com/b", (Text("新的主页"),))
    new = Paragraph("b3", (Text("请看"), link, Text("。")))
    edited = Article(
        chinese_article.meta,
        tuple(new if b.key == "b3" else b for b in chinese_article.blocks if b.key != "b6"),
        chinese_article.assets,
    )
    known = noticed(context, doubt("b3", after="请看"), doubt("b3"))
    older = Version(Release((chinese_article,)), context.furniture)
    known = msgspec.structs.replace(known, older=older)
    data = made(Release((edited,)), known)
    path = tmp_path / "both.docx"
    path.write_bytes(data)
    assert not OpenXmlValidator().validate(path).errors
    assert [words for _, words in comments(data)] == ["请看", "请看新的主页。"]
    readback.check("a.docx", data, older.release, known, older=True)
