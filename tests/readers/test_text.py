"""The plain-text reader tells headline, source, date, credits, body and what stands around it."""

import random
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.model import Article, Contact, Credit, CreditRole, Heading, Paragraph
from publisher.readers.text import TextReader
from publisher.report import Report
from publisher.walk import plain

SHARED = Path(__file__).resolve().parents[3] / "shared" / "seeds"
SHANGHAI = ZoneInfo("Asia/Shanghai")
BODY = "3月5日，展示周在青岚开幕，来自各地的代表参加了活动。"


def read(text: str | bytes, folder: Path = Path(), report: Report | None = None) -> Article:
    data = text if isinstance(text, bytes) else text.encode()
    return TextReader().read(Source("article.txt", data, folder), Report() if report is None else report)


def zh(*lines: str) -> Article:
    return read("\n".join(("青岚展示周开幕", *lines, BODY)))


def test_the_first_line_is_the_headline() -> None:
    assert zh().meta.headline == "青岚展示周开幕"


def test_every_other_line_is_a_paragraph() -> None:
    assert [plain(b.inlines) for b in zh().blocks if isinstance(b, Paragraph)] == [BODY]


@pytest.mark.parametrize("line", ["青岚职业技术学院", "来源：青岚职业技术学院", "來源:青岚职业技术学院"])
def test_the_source_is_found(line: str) -> None:
    assert zh(line).meta.source == "青岚职业技术学院"


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2026-05-12 09:31   来源：团委   作者：李晓明   点击数：1,024   【字号：大 中 小】",
        "来源：团委 作者：李晓明 时间：2026年5月12日 浏览：88次",
        "作者：李晓明 来源：团委 单位：某学院 2026-05-12",
        "2026-05-12 来源：团委 | 作者：李晓明 |",
        "2026年5月12日 来源:团委 记者 李晓明",
    ],
)
def test_a_line_of_fields_names_source_author_and_date(line: str) -> None:
    article = zh(line)

    assert article.meta.source == "团委"
    assert article.meta.credits == (Credit(CreditRole.TEXT, ("李晓明",)),)
    assert article.meta.issued is not None
    assert article.meta.issued.date().isoformat() == "2026-05-12"
    assert len(article.blocks) == 1


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("2026-03-05 10:20:30", datetime(2026, 3, 5, 10, 20, 30, tzinfo=SHANGHAI)),
        ("2026年3月5日 10:20", datetime(2026, 3, 5, 10, 20, tzinfo=SHANGHAI)),
        ("2026/3/5", datetime(2026, 3, 5, tzinfo=SHANGHAI)),
        ("发布时间：2026-03-05", datetime(2026, 3, 5, tzinfo=SHANGHAI)),
        ("March 5, 2026", datetime(2026, 3, 5, tzinfo=SHANGHAI)),
        ("5 March 2026", datetime(2026, 3, 5, tzinfo=SHANGHAI)),
    ],
)
def test_the_date_is_an_aware_time_in_shanghai(line: str, when: datetime) -> None:
    article = zh(line)
    assert article.meta.issued == when
    assert len(article.blocks) == 1


def test_a_date_that_does_not_exist_stays_text() -> None:
    assert zh("2026-13-45 发布").meta.issued is None


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        (
            "文/沈知微 图/陆子衿",
            (Credit(CreditRole.TEXT, ("沈知微",)), Credit(CreditRole.PHOTO, ("陆子衿",))),
        ),
        ("文：沈知微、陆子衿", (Credit(CreditRole.TEXT, ("沈知微", "陆子衿")),)),
        ("文/图：沈知微", (Credit(CreditRole.TEXT, ("沈知微",)), Credit(CreditRole.PHOTO, ("沈知微",)))),
        (
            "攝影/陸子衿 編輯/沈知微",
            (Credit(CreditRole.PHOTO, ("陸子衿",)), Credit(CreditRole.EDIT, ("沈知微",))),
        ),
        (
            "供稿：沈知微 审核：陆子衿",
            (Credit(CreditRole.TEXT, ("沈知微",)), Credit(CreditRole.REVIEW, ("陆子衿",))),
        ),
        ("责任编辑：沈知微", (Credit(CreditRole.EDIT, ("沈知微",)),)),
        ("2026-03-05 文/沈知微", (Credit(CreditRole.TEXT, ("沈知微",)),)),
    ],
)
def test_credits_are_told_by_role(line: str, credits: tuple[Credit, ...]) -> None:  # noqa: A002
    article = zh(line)
    assert article.meta.credits == credits
    assert len(article.blocks) == 1


def test_credits_at_the_end_are_found() -> None:
    article = read(f"青岚展示周开幕\n{BODY}\n（文/沈知微 图/陆子衿）")
    assert {c.role for c in article.meta.credits} == {CreditRole.TEXT, CreditRole.PHOTO}
    assert len(article.blocks) == 1


def test_a_sentence_with_a_colon_is_no_credit() -> None:
    assert zh("文：这里说明了全部的情况，请参看。").meta.credits == ()


def test_a_kicker_and_a_subhead_are_told_apart() -> None:
    assert zh("——37家企业入驻").meta.subhead == "——37家企业入驻"
    article = read(f"春天里的课\n青岚市“星火众创”展示周在我校隆重开幕\n青岚学院\n{BODY}")
    assert article.meta.kicker == "春天里的课"
    assert article.meta.headline == "青岚市“星火众创”展示周在我校隆重开幕"


@pytest.mark.parametrize("line", ["即时发布", "FOR IMMEDIATE RELEASE", "（完）", "###", "-30-"])
def test_furniture_is_left_out(line: str) -> None:
    article = zh(line)
    assert len(article.blocks) == 1
    assert article.meta.headline == "青岚展示周开幕"


def test_an_embargo_is_a_time() -> None:
    assert zh("2026年3月6日9时前不得发布").meta.embargo == datetime(2026, 3, 6, 9, tzinfo=SHANGHAI)


def test_an_english_dateline_is_taken_apart() -> None:
    article = read("Qinglan opens week\n\nQINGLAN, China, March 5, 2026 – The week opened on Thursday.")
    assert article.meta.place == "QINGLAN, China"
    assert article.meta.issued == datetime(2026, 3, 5, tzinfo=SHANGHAI)
    assert isinstance(article.blocks[0], Paragraph)
    assert plain(article.blocks[0].inlines) == "The week opened on Thursday."


def test_a_dateline_of_taiwan_counts_from_1912() -> None:
    made = read("標題\n【臺北，民國115年3月5日】展會今天開幕。\n")
    assert (made.meta.place, made.meta.issued.date().isoformat()) == ("臺北", "2026-03-05")  # type: ignore[union-attr]


def test_a_dateline_of_another_day_stays_in_the_text() -> None:
    text = "Qinglan opens week\nMarch 9, 2026\nQINGLAN, China, March 5, 2026 – The week opened."
    assert read(text).meta.place == ""


@pytest.mark.parametrize("about", ["关于青岚学院", "關(guān)于青嵐學(xué)院", "關於青嵐學院"])
def test_boilerplate_and_contacts_leave_the_body(about: str) -> None:
    tail = f"{about}\n学院创办于1958年。\n媒体联系人：周以宁\n电话：0300-5550142\n邮箱：press@example.com"
    article = read(f"青岚展示周开幕\n{BODY}\n{tail}")
    assert len(article.blocks) == 1
    assert [type(b) for b in article.meta.boilerplate] == [Heading, Paragraph]
    assert article.meta.contacts == (Contact(name="周以宁", phone="0300-5550142", email="press@example.com"),)


def test_an_english_release_is_english() -> None:
    article = read("Qinglan opens week\n\nThe week opened on Thursday.\n\nAbout Qinglan\nIt is a college.")
    assert article.meta.language == "en"
    assert len(article.meta.boilerplate) == 2


def test_headings_are_told_from_paragraphs() -> None:
    article = read(f"青岚展示周开幕\n{BODY}\n一、成果\n{BODY}\n# 二级\n{BODY}")
    assert [type(b).__name__ for b in article.blocks] == [
        "Paragraph",
        "Heading",
        "Paragraph",
        "Heading",
        "Paragraph",
    ]


def test_readings_do_not_hide_what_a_line_is() -> None:
    assert zh("青嵐職業(yè)技術(shù)學(xué)院").meta.source == "青嵐職業(yè)技術(shù)學(xué)院"


# ── Encodings and bad input ──────────────────────────────────────────────────

TEXT = f"青嵐學院展示週開幕\n來源：青嵐學院\n{'各部門的代表參加了這個活動，大家都說很好。' * 3}"
SIMPLIFIED = f"青岚学院展示周开幕\n来源：青岚学院\n{'各部门的代表参加了这个活动，大家都说很好。' * 3}"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5"]
)
def test_the_encoding_is_recognised(encoding: str) -> None:
    text = TEXT if encoding == "big5" else SIMPLIFIED
    assert read((text + "\n" + "Qinglan\n").encode(encoding)).meta.headline == text.splitlines()[0]


def test_western_letters_that_stand_alone_are_no_half_of_a_han_character() -> None:
    article = read(
        "Donghai café opens\n\nIt’s the “café” of the campus, Mr. Müller said on Tuesday.".encode("cp1252")
    )

    assert article.meta.headline == "Donghai café opens"
    assert plain(article.blocks[0].inlines) == "It’s the “café” of the campus, Mr. Müller said on Tuesday."  # type: ignore[union-attr]


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("cut", [slice(0, -1), slice(0, None)])
def test_a_file_that_lost_bytes_is_still_read(encoding: str, cut: slice) -> None:
    text = TEXT if encoding == "big5" else SIMPLIFIED
    data = (text * 4).encode(encoding)[cut]
    middle = len(data) // 2 // 2 * 2
    if cut.stop is None:
        data = data[:middle] + data[middle + (2 if encoding == "utf-16" else 1) :]

    assert read(data).meta.headline == text.splitlines()[0]


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t", bytes(range(256)) * 9, b"%PDF-1.7 x", b"PK\x03\x04 x", b"\x89PNG\r\n\x1a\n", b"\0" * 900],
)
def test_what_is_no_text_is_a_read_error(data: bytes) -> None:
    with pytest.raises(ReadError):
        read(data)


def test_no_bytes_raise_anything_but_a_read_error() -> None:
    chance = random.Random(7)
    pieces = [
        "文/",
        "图：",
        "2026年",
        "![a](b.png)",
        "（",
        "）",
        "关于",
        "电话：",
        "\n",
        "\n\n",
        "###",
        "一、",
        "青岚",
        "A b, ",
        "—",
        "。",
    ]
    for _ in range(400):
        text = "".join(chance.choice(pieces) for _ in range(chance.randrange(1, 40))).encode()
        if chance.random() < 0.3:
            at = chance.randrange(len(text))
            text = text[:at] + bytes([chance.randrange(256)]) + text[at:]
        try:
            read(text)
        except ReadError:
            continue


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real article is not beside this checkout")
def test_the_real_article_is_read() -> None:
    (path,) = SHARED.glob("000_*.txt")
    article = read(path.read_bytes())
    assert article.meta.issued == datetime(2021, 10, 31, 9, 48, 49, tzinfo=SHANGHAI)
    assert article.meta.credits == (Credit(CreditRole.TEXT, ("邵菁",)), Credit(CreditRole.PHOTO, ("洪雅萍",)))
    assert len(article.blocks) == 7


@pytest.mark.parametrize(
    "head",
    [
        "Riverside Health Trust\n2026-02-11 By Helen Marsh",
        "Riverside Health Trust\n2026-02-11 10:20 By Helen Marsh",
        "Riverside Health Trust\nBy Helen Marsh\nFebruary 11, 2026",
        "Source: Riverside Health Trust\n2026-02-11 By Helen Marsh; photos by Liang Dong",
        "Riverside Health Trust\n2026-02-11 09:30 Text by Helen Marsh, photos by Liang Dong",
    ],
)
def test_an_english_head_names_source_date_and_authors(head: str) -> None:
    text = f"Riverside Clinic opens a new wing for children\n{head}\nThe wing opened on Wednesday.\n"
    meta = read(text).meta
    assert meta.headline == "Riverside Clinic opens a new wing for children"
    assert (meta.source, meta.kicker, meta.subhead) == ("Riverside Health Trust", "", "")
    assert meta.issued is not None
    assert meta.credits[0] == Credit(CreditRole.TEXT, ("Helen Marsh",))
    assert ("Liang" in head) == (Credit(CreditRole.PHOTO, ("Liang Dong",)) in meta.credits)


def test_a_headline_that_begins_with_by_is_one() -> None:
    assert read("By Invitation Only\n\nThe dinner is on Friday, and no tickets are sold.").meta.headline == (
        "By Invitation Only"
    )


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        (
            "媒体联系：王思远，电话：0871-65432108，邮箱：press@x.example",
            ("王思远", "0871-65432108", "press@x.example"),
        ),
        (
            "联系人：王思远 电话：0871-6543 2108 邮箱：press@x.example",
            ("王思远", "0871-6543 2108", "press@x.example"),
        ),
        ("联系人：王思远 13812345678", ("王思远", "13812345678", "")),
        (
            "Contact: Tom Ellery, +1 555 010 4477, media@x.example",
            ("Tom Ellery", "+1 555 010 4477", "media@x.example"),
        ),
        ("Media contact: Daniel Reyes", ("Daniel Reyes", "", "")),
        ("联系人：张老师 0571-88886666转8001", ("张老师", "0571-88886666转8001", "")),
    ],
)
def test_a_contact_on_one_line_is_taken_apart(line: str, contact: tuple[str, str, str]) -> None:
    (found,) = read(f"开幕\n\n活动今天开幕，市民可以免费入场参观。\n\n{line}").meta.contacts
    assert (found.name, found.phone, found.email) == contact
