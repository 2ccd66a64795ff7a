"""What stands around the body goes to the metadata whole, or stays where it is, in its own words."""

from pathlib import Path

import pytest

from publisher import pipeline, repairing
from publisher.contracts import Source
from publisher.exporters.plain_text import plain_text
from publisher.model import Article, Contact, Credit, CreditRole, Paragraph
from publisher.readers.text import TextReader
from publisher.report import Report
from publisher.walk import plain

HEADLINE = "青岚图书馆启用新馆"
FIRST = "青岚图书馆昨天启用新馆，馆内设有儿童阅览区、古籍修复室和夜间自习室，读者凭证件即可入内。"
LAST = "馆长周以宁介绍，新馆共有座位一千二百个，藏书八十万册，每周开放六十四小时。"


def read(*lines: str, report: Report | None = None) -> Article:
    data = "\n".join(lines).encode()
    return TextReader().read(Source("article.txt", data, Path()), Report() if report is None else report)


def paragraphs(article: Article) -> list[str]:
    return [plain(b.inlines) for b in article.blocks if isinstance(b, Paragraph)]


def text_credit(*names: str) -> Credit:
    return Credit(CreditRole.TEXT, names)


# ── The head ─────────────────────────────────────────────────────────────────


def test_a_short_line_behind_the_subhead_is_a_paragraph() -> None:
    article = read(HEADLINE, "——写在百年之后", "周以宁", FIRST)
    assert article.meta.subhead == "——写在百年之后"
    assert paragraphs(article) == ["周以宁", FIRST]


def test_the_place_in_the_date_line_is_kept() -> None:
    article = read(HEADLINE, "2024年10月30日 杭州", FIRST)
    assert article.meta.place == "杭州"
    assert paragraphs(article) == [FIRST]


def test_the_hour_in_the_date_line_is_kept() -> None:
    assert str(read(HEADLINE, "2024年9月4日 17时", FIRST).meta.issued) == "2024-09-04 17:00:00+08:00"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("2024年5月7日 实习生 卜凡 记者 尚雨", ("卜凡", "尚雨")),
        ("2024年9月12日 记者 尚雨 实习生 卜凡", ("尚雨", "卜凡")),
        ("2024年10月18日 記者 王曉明 通訊員 陳潔", ("王曉明", "陳潔")),
        ("2024年8月2日 記(ji)者 丁寧(ning)", ("丁寧(ning)",)),
        ("2024年8月2日 記(ji4)者 周裏(li3)", ("周裏(li3)",)),
    ],
)
def test_every_name_in_the_date_line_is_credited(line: str, names: tuple[str, ...]) -> None:
    assert read(HEADLINE, line, FIRST).meta.credits == (text_credit(*names),)


def test_a_reading_hides_no_credit_behind_another() -> None:
    assert read(HEADLINE, "2024年3月6日 記(ji)者 周裏(li) 攝影 範一鳴", FIRST).meta.credits == (
        text_credit("周裏(li)"),
        Credit(CreditRole.PHOTO, ("範一鳴",)),
    )


@pytest.mark.parametrize(
    "line", ["2024年3月5日 多云转晴", "2024年3月5日 星期三", "2024年3月6日 记者 周里 \ufffd影 范一鸣"]
)
def test_a_date_line_that_says_more_stays_as_it_is(line: str) -> None:
    assert paragraphs(read(HEADLINE, line, FIRST)) == [line, FIRST]


def test_the_day_of_the_week_is_said_by_the_date() -> None:
    assert paragraphs(read(HEADLINE, "2024年3月5日 星期二", FIRST)) == [FIRST]


@pytest.mark.parametrize("line", ["责任编辑：一个被低估的职业", "作者：一个永远缺席的人", "责编：校对的上游"])
def test_a_subheading_is_no_credit(line: str) -> None:
    article = read(HEADLINE, FIRST, line)
    assert article.meta.credits == ()
    assert paragraphs(article) == [FIRST, line]


def test_a_field_without_a_place_is_told() -> None:
    report = Report()
    read(HEADLINE, "作者：周以宁 单位：青岚书局 2026-05-12", FIRST, report=report)
    assert [(n.code, n.before) for n in report] == [("metadata-dropped", "单位：青岚书局")]


def test_a_release_line_is_told() -> None:
    report = Report()
    read("新闻稿", HEADLINE, FIRST, "（完）", report=report)
    assert [n.before for n in report] == ["新闻稿", "（完）"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "我们用Qinglan Reader读email，都说OK。\nThis is one English sentence in a Chinese article.",
            "zh-Hans",
        ),
        ("Qinglan opens a hall\nThe hall (青岚馆) opened on Tuesday, Mr. Li said.", "en"),
    ],
)
def test_marks_tell_the_language_among_many_names(text: str, language: str) -> None:
    assert read(*text.split("\n")).meta.language == language


# ── Contacts ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "lines",
    [
        ("联系人：周以宁",),
        ("联系电话：0300-5550142",),
        ("电子邮箱：press@example.com",),
        ("Email: press@example.com",),
        (
            "联系人：周以宁",
            "联系电话：0300-5550142",
            "电子邮箱：press@example.com",
            "联系地址：青岚市东岭路1号",
        ),
        ("电子邮箱：press@example.com", "联系人：周以宁"),
        ("联系人：周以宁 电话：0300-5550142",),
        ("联系人：周以宁", "电话：0300-5550142", "联系人：沈知微", "电话：0300-5550143"),
        ("媒体联系", "周以宁", "青岚书局", "电话：0300-5550142"),
    ],
)
def test_contacts_are_printed_in_their_own_words(lines: tuple[str, ...]) -> None:
    article = read(HEADLINE, FIRST, *lines)
    assert article.meta.contacts
    assert plain_text(article) == "\n".join((HEADLINE, FIRST, *lines)) + "\n"


@pytest.mark.parametrize(
    "line", ["聯絡人：簡小姐", "聯係人：簡小姐", "媒體聯繫：簡小姐", "新聞聯絡人：簡小姐"]
)
def test_every_spelling_of_a_contact_s_label_is_known(line: str) -> None:
    assert read(HEADLINE, FIRST, line).meta.contacts == (
        Contact(name="簡小姐", labels=(("name", line[:-3]),)),
    )


def test_a_damaged_label_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(f"{HEADLINE}\n{FIRST}\n创業(yè)处聯(lián)系\n聯(lián)系人:周以宁", encoding="utf-8")
    text = pipeline.as_text(repairing.repair(pipeline.read(path, Report()), Report()))
    assert text.splitlines()[-1] == "联系人：周以宁"


@pytest.mark.parametrize(
    "line", ["电话：010-65123456", "邮箱：从木箱到电子邮件", "电话：一百年的变迁", "地址：变动不居的城市"]
)
def test_a_label_amid_the_text_is_text(line: str) -> None:
    article = read(HEADLINE, FIRST, line, LAST)
    assert article.meta.contacts == ()
    assert paragraphs(article) == [FIRST, line, LAST]


def test_contacts_before_the_boilerplate_are_moved_with_a_notice() -> None:
    report = Report()
    article = read(HEADLINE, FIRST, "联系人：周以宁", "关于青岚图书馆", LAST, report=report)
    assert [c.name for c in article.meta.contacts] == ["周以宁"]
    assert [n.code for n in report] == ["contact-moved"]


def test_credits_of_a_traditional_article_are_printed_in_its_script() -> None:
    article = read(
        "青嵐圖書館啟用新館",
        "青嵐圖書館昨天啟用新館，館內設有兒童閱覽區，讀者憑證件入內。",
        "責任編輯：林小明",
    )
    assert "編輯/林小明" in plain_text(article)
