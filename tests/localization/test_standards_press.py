"""What the press of each edition sets around a text, a row for each convention."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from publisher import theme
from publisher.localization.localizer import furniture, localize
from publisher.model import Article, Contact, Credit, CreditRole, Meta, Paragraph, Text
from publisher.report import Report
from publisher.walk import plain

PRESS = theme.load("press")
WHEN = datetime(2026, 3, 5, 15, tzinfo=ZoneInfo("Asia/Shanghai"))
EDITIONS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "en-US", "en-GB")


def article(language: str, place: str = "", *, embargo: bool = False) -> Article:
    names = ("曾明",) if language.startswith("zh") else ("Zeng Ming",)
    roles = (CreditRole.TEXT, CreditRole.PHOTO, CreditRole.EDIT, CreditRole.REVIEW)
    meta = Meta(
        language=language,
        headline="",
        place=place,
        issued=WHEN.replace(hour=9),
        embargo=WHEN if embargo else None,
        credits=tuple(Credit(role, names) for role in roles),
        contacts=(Contact(name=names[0], phone="0300-5550142", email="a@b.cn"),),
    )
    return Article(meta, (Paragraph("b1", (Text("T"),)),))


SET = {
    # what                zh-Hans, zh-Hant-TW, zh-Hant-HK, en-US, en-GB
    "kind": ("新闻稿", "新聞稿", "新聞稿", "PRESS RELEASE", "PRESS RELEASE"),
    "release_line": (
        "即时发布", "立即發布", "即時發布", "For immediate release", "For immediate release",
    ),
    "end_mark": ("（完）", "###", "（完）", "###", "ENDS"),
    "date": ("2026年3月5日", "2026年3月5日", "2026年3月5日", "March 5, 2026", "5 March 2026"),
    "contact_heading": ("媒体联系", "媒體聯絡", "傳媒聯絡", "Media contact", "Press contact"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("what", "language", "words"),
    [(what, tag, word) for what, row in SET.items() for tag, word in zip(EDITIONS, row, strict=True)],
)
def test_the_words_around_a_text_are_those_of_the_edition(what: str, language: str, words: str) -> None:
    assert getattr(furniture(article(language), look=PRESS), what) == words


CREDITS = {
    "zh-Hans": ("文：", "图：", "编辑：", "审核："),
    "zh-Hant-TW": ("文：", "攝影：", "編輯：", "審核："),
    "zh-Hant-HK": ("文：", "圖：", "編輯：", "審核："),
    "en-US": ("Text: ", "Photo: ", "Editor: ", "Review: "),
    "en-GB": ("Words: ", "Photo: ", "Editor: ", "Review: "),
}


@pytest.mark.parametrize("language", EDITIONS)
def test_a_credit_has_the_label_of_the_edition(language: str) -> None:
    made = furniture(article(language), look=PRESS).credits
    assert tuple(line.label for line in made) == CREDITS[language]


CONTACTS = {
    "zh-Hans": ("联系人：", "电话：", "邮箱："),
    "zh-Hant-TW": ("聯絡人：", "電話：", "電子郵件："),
    "zh-Hant-HK": ("聯絡人：", "電話：", "電郵："),
    "en-US": ("Contact: ", "Tel.: ", "Email: "),
    "en-GB": ("Contact: ", "Tel: ", "Email: "),
}


@pytest.mark.parametrize("language", EDITIONS)
def test_a_contact_is_told_with_the_labels_of_the_edition(language: str) -> None:
    (lines,) = furniture(article(language), look=PRESS).contacts
    assert tuple(line.label for line in lines) == CONTACTS[language]


EMBARGOES = {
    "zh-Hans": ("2026年3月5日15:00（北京时间）",),
    "zh-Hant-TW": ("2026年3月5日下午3:00（北京時間）",),
    "zh-Hant-HK": ("2026年3月5日下午3:00（北京時間）",),
    "en-US": ("Embargoed until March 5, 2026, 3 p.m. Beijing time (UTC+8)",),
    "en-GB": ("Embargoed until 5 March 2026,", "Beijing time (UTC+8)"),
}


@pytest.mark.parametrize("language", EDITIONS)
def test_an_embargo_says_date_time_and_zone(language: str) -> None:
    line = furniture(article(language, embargo=True), look=PRESS).release_line
    assert [part for part in EMBARGOES[language] if part not in line] == []


DATELINES = [
    ("zh-Hans", "衡水", "【衡水，2026年3月5日】T"),
    ("zh-Hant-TW", "衡水", "【衡水，2026年3月5日】T"),
    ("zh-Hant-HK", "衡水", "【衡水，2026年3月5日】T"),
    ("en-US", "Hengshui, China", "HENGSHUI, China, March 5, 2026 – T"),
    ("en-US", "Hengshui", "HENGSHUI, China, March 5, 2026 – T"),
    ("en-GB", "Hengshui", "HENGSHUI, China, 5 March 2026 – T"),
    ("en-US", "Beijing", "BEIJING, March 5, 2026 – T"),
    ("en-US", "Beijing, China", "BEIJING, March 5, 2026 – T"),
    ("en-US", "Hong Kong", "HONG KONG, March 5, 2026 – T"),
    ("en-GB", "Taipei", "TAIPEI, 5 March 2026 – T"),
    ("en-US", "Shanghai, China", "SHANGHAI, March 5, 2026 – T"),
    ("en-US", "Xi’an", "XI’AN, China, March 5, 2026 – T"),
]


@pytest.mark.parametrize(("language", "place", "text"), DATELINES)
def test_a_dateline_has_the_form_of_the_edition(language: str, place: str, text: str) -> None:
    (block,) = localize(article(language, place), {}, Report(), PRESS).blocks
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == text
