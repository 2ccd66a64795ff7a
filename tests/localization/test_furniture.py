"""The words around an article, in the language of its edition."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from publisher.contracts import LabelledText
from publisher.localization.furniture import furniture
from publisher.model import Article, Contact, Credit, CreditRole, Meta

SHANGHAI = ZoneInfo("Asia/Shanghai")


def article(language: str) -> Article:
    return Article(
        Meta(
            language=language,
            headline="x",
            source="S",
            issued=datetime(2026, 3, 5, 10, 20, tzinfo=SHANGHAI),
            credits=tuple(Credit(role, ("A", "B")) for role in CreditRole),
            rights="R",
        ),
        (),
    )


def with_contact(language: str, contact: Contact) -> tuple[LabelledText, ...]:
    made = article(language)
    made = msgspec.structs.replace(made, meta=msgspec.structs.replace(made.meta, contacts=(contact,)))
    return furniture(made).contacts[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", ("新闻稿", "S", "2026年3月5日", "即时发布", "（完）", "{page} / {pages}")),
        ("zh-Hant", ("新聞稿", "S", "2026年3月5日", "立即發布", "###", "{page} / {pages}")),
        ("zh-Hant-HK", ("新聞稿", "S", "2026年3月5日", "即時發布", "（完）", "{page} / {pages}")),
        (
            "en-GB",
            ("PRESS RELEASE", "S", "5 March 2026", "For immediate release", "ENDS", "{page} / {pages}"),
        ),
        ("en", ("PRESS RELEASE", "S", "March 5, 2026", "For immediate release", "###", "{page} / {pages}")),
    ],
)
def test_the_fixed_words_are_those_of_the_language(language: str, words: tuple[str, ...]) -> None:
    f = furniture(article(language))
    assert (f.kind, f.source, f.date, f.release_line, f.end_mark, f.page_of) == words


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh-Hans", ["文：A、B", "图：A、B", "编辑：A、B", "审核：A、B", "翻译：A、B"]),
        ("zh-Hant-HK", ["文：A、B", "圖：A、B", "編輯：A、B", "審核：A、B", "翻譯：A、B"]),
        ("en-GB", ["Words: A, B", "Photos: A, B", "Editors: A, B", "Review: A, B", "Translation: A, B"]),
        ("zh-Hant", ["文：A、B", "攝影：A、B", "編輯：A、B", "審核：A、B", "翻譯：A、B"]),
        ("en", ["Text: A, B", "Photos: A, B", "Editors: A, B", "Review: A, B", "Translation: A, B"]),
    ],
)
def test_credits_stand_behind_their_role(language: str, lines: list[str]) -> None:
    assert [c.label + c.text for c in furniture(article(language)).credits] == lines


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh-Hans", "2026年3月6日10:00（北京时间）前请勿发布"),
        ("zh-Hant", "2026年3月6日上午10:00（北京時間）前請勿發布"),
        ("en", "Embargoed until March 6, 2026, 10 a.m. Beijing time (UTC+8)"),
    ],
)
def test_an_embargo_takes_the_place_of_the_immediate_release(language: str, line: str) -> None:
    made = article(language)
    meta = msgspec.structs.replace(made.meta, embargo=datetime(2026, 3, 6, 10, tzinfo=SHANGHAI))
    assert furniture(msgspec.structs.replace(made, meta=meta)).release_line == line


def test_an_article_without_a_date_has_an_empty_one() -> None:
    made = article("en")
    assert (
        furniture(msgspec.structs.replace(made, meta=msgspec.structs.replace(made.meta, issued=None))).date
        == ""
    )


def test_without_contacts_there_is_no_heading_for_them() -> None:
    f = furniture(article("en"))
    assert (f.contact_heading, f.contacts) == ("", ())


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("zh-Hans", ["联系人：", "", "电话：", "邮箱：", "网址：", "地址："]),
        ("zh-Hant", ["聯絡人：", "", "電話：", "電子郵件：", "網址：", "地址："]),
        ("en", ["Contact: ", "", "Tel.: ", "Email: ", "Web: ", "Address: "]),
    ],
)
def test_a_contact_is_a_line_for_each_part(language: str, labels: list[str]) -> None:
    contact = Contact("N", "O", "010-1234", "a@b.cn", "b.cn", "Road 1")
    assert [line.label for line in with_contact(language, contact)] == labels


@pytest.mark.parametrize(
    ("contact", "text", "url"),
    [
        (Contact(phone="0318-123 4567"), "0318-123 4567", "tel:03181234567"),
        (Contact(phone="+86 (0)318 1234567"), "+86 (0)318 1234567", "tel:+863181234567"),
        (Contact(phone="０１０－１２３４转８"), "010-1234 ext. 8", "tel:0101234;ext=8"),
        (Contact(phone="on request"), "on request", ""),
        (Contact(email="mailto:a@b.cn"), "a@b.cn", "mailto:a@b.cn"),
        (Contact(email="a（at）b.cn"), "a(at)b.cn", ""),
        (Contact(url="www.b.cn/x"), "www.b.cn/x", "https://www.b.cn/x"),
        (Contact(url="http://b.cn"), "http://b.cn", "http://b.cn"),
        (Contact(url="javascript:alert(1)"), "javascript:alert(1)", ""),
    ],
)
def test_an_address_of_the_net_is_cleaned_and_linked_where_it_is_one(
    contact: Contact, text: str, url: str
) -> None:
    line = with_contact("en", contact)[0]
    assert (line.text, line.url) == (text, url)


def test_each_of_several_numbers_has_its_line() -> None:
    lines = with_contact("zh-Hans", Contact(phone="010-1、010-2"))
    assert [line.label + line.text for line in lines] == ["电话：010-1", "电话：010-2"]


@pytest.mark.parametrize(
    ("language", "word", "note"),
    [
        ("zh-Hans", "草稿", "本稿含有未经人工审核的文字。"),
        ("zh-Hant", "草稿", "本稿含有未經人工審核的文字。"),
        ("en", "DRAFT", "Contains text that no person has reviewed."),
    ],
)
def test_a_draft_says_so_and_why(language: str, word: str, note: str) -> None:
    f = furniture(article(language), draft=True)
    assert (f.draft, f.draft_note) == (word, note)


def test_what_is_no_draft_does_not_say_so() -> None:
    f = furniture(article("en"))
    assert (f.draft, f.draft_note) == ("", "")


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("en", "Media contact", "Media contacts"),
        ("en-GB", "Press contact", "Press contacts"),
        ("zh-Hans", "媒体联系", "媒体联系"),
        ("zh-Hant-HK", "傳媒聯絡", "傳媒聯絡"),
    ],
)
def test_the_heading_over_contacts_counts_them(language: str, one: str, two: str) -> None:
    def heading(number: int) -> str:
        made = article(language)
        contacts = tuple(Contact(name=f"N{n}") for n in range(number))
        meta = msgspec.structs.replace(made.meta, contacts=contacts)
        return furniture(msgspec.structs.replace(made, meta=meta)).contact_heading

    assert (heading(1), heading(2)) == (one, two)
