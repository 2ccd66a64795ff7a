"""An edition is made what its reader expects."""

import subprocess
import sys

import msgspec

from publisher.localization.localizer import localize
from publisher.localization.names import HAN
from publisher.model import Article, Contact, Credit, CreditRole, Figure, Meta, Paragraph, Strong, Text
from publisher.report import Report
from publisher.walk import texts


def english(*, names: tuple[str, ...] = ("邵菁",), **fields: object) -> Article:
    meta = Meta(language="en", headline="A week", credits=(Credit(CreditRole.TEXT, names),))
    return Article(msgspec.structs.replace(meta, **fields), (Paragraph("b1", (Text("It's open."),)),))


def test_credits_of_an_english_edition_are_in_pinyin(report: Report) -> None:
    made = localize(english(names=("邵菁", "洪雅萍")), {}, report)
    assert made.meta.credits[0].names == ("Shao Jing", "Hong Yaping")


def test_a_contact_of_an_english_edition_is_in_pinyin(report: Report) -> None:
    made = localize(english(contacts=(Contact(name="吕绿"),)), {}, report)
    assert made.meta.contacts[0].name == "Lyu Lyu"


def test_the_glossary_goes_before_pinyin(report: Report) -> None:
    assert localize(english(), {"邵菁": "Jane Shao"}, report).meta.credits[0].names == ("Jane Shao",)


def test_marks_of_an_english_edition_are_english(report: Report) -> None:
    assert localize(english(), {}, report).blocks == (Paragraph("b1", (Text("It’s open."),)),)


def test_an_ordinary_edition_files_no_notice(report: Report) -> None:
    localize(english(), {}, report)
    assert len(report) == 0


def test_a_second_pass_changes_nothing(english_article: Article, report: Report) -> None:
    once = localize(english_article, {}, report)
    assert localize(once, {}, report) == once


def test_an_office_among_the_credits_is_kept_and_warned_of_once(report: Report) -> None:
    made = localize(english(names=("宣传部", "宣传部")), {}, report)
    assert made.meta.credits[0].names == ("Xuanchuanbu", "Xuanchuanbu")
    assert [(n.code, n.where, n.before) for n in report.warnings] == [
        ("credit-not-localized", "credit.text", "宣传部")
    ]


def test_a_doubtful_reading_is_warned_of(report: Report) -> None:
    localize(english(names=("买买提·艾力",)), {}, report)
    assert [n.code for n in report.warnings] == ["name-pinyin"]


def test_han_left_in_english_is_warned_of_once_for_each_place(report: Report) -> None:
    left = (Text("At 众创 and "), Strong((Text("空间"),)))
    article = msgspec.structs.replace(english(), blocks=(Paragraph("b7", left),))
    made = localize(article, {}, report)
    assert [(n.code, n.where) for n in report.warnings] == [("han-in-english", "b7")]
    assert made.blocks == article.blocks


def test_the_credit_of_a_picture_is_said_in_english(report: Report) -> None:
    for credit in ("洪雅萍 摄", "洪雅萍/摄", "摄影：洪雅萍", "图/洪雅萍", "洪雅萍供图", "洪雅萍"):
        article = msgspec.structs.replace(english(), blocks=(Figure("b2", "a.png", credit=credit),))
        assert localize(article, {}, report).blocks == (Figure("b2", "a.png", credit="Photo by Hong Yaping"),)


def test_the_credits_of_an_english_edition_hold_no_han(chinese_article: Article, report: Report) -> None:
    meta = msgspec.structs.replace(chinese_article.meta, language="en")
    made = localize(msgspec.structs.replace(chinese_article, meta=meta), {}, report)
    assert not any(HAN.search(text) for where, text in texts(made) if where.startswith("credit"))


def test_a_chinese_edition_keeps_its_names_and_marks(chinese_article: Article, report: Report) -> None:
    assert localize(chinese_article, {}, report) == chinese_article


def test_a_chinese_edition_of_an_english_article_keeps_latin_names_but_those_in_the_glossary(
    report: Report,
) -> None:
    meta = msgspec.structs.replace(english(names=("Shao Jing", "John Smith")).meta, language="zh-Hans")
    made = localize(Article(meta, ()), {"Shao Jing": "邵菁"}, report)
    assert made.meta.credits[0].names == ("邵菁", "John Smith")


def test_the_room_is_entered_without_its_heavy_libraries() -> None:
    code = (
        "import sys, publisher.localization.localizer;"
        "sys.exit(bool({'babel', 'pypinyin', 'rjieba'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
