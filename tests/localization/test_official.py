"""What stands around an official document: read from its text, and said in each language."""

from datetime import date

import msgspec
import pytest

from publisher.localization.front_matter import find_date, find_official
from publisher.localization.front_matter.official import Found
from publisher.localization.furniture import furniture
from publisher.localization.locale import locale
from publisher.localization.official import annex_label, english_number
from publisher.model import Article, Meta, Official

LINES = (
    "青岚市人民政府文件",
    "青政发〔2026〕5号",
    "签发人：陆子衿",
    "关于延长开放时间的通知",
    "各县（区）人民政府，市政府各部门：",
    "现将有关事项通知如下。",
    "附件：1.任务分解表",
    "2.服务规范（试行）",
    "青岚市人民政府",
    "2026年3月5日",
    "抄送：市委各部门，市法院。",
    "青岚市人民政府办公室　2026年3月6日印发",
)
OFFICIAL = Official(
    number="青政发〔2026〕5号",
    signatory="陆子衿",
    addressees="各县（区）人民政府，市政府各部门",
    attachments=("任务分解表", "服务规范（试行）"),
    copies="市委各部门，市法院",
    printed_by="青岚市人民政府办公室",
    printed=date(2026, 3, 6),
)


def test_every_part_of_an_official_document_is_found() -> None:
    found = find_official(LINES)
    assert found is not None
    assert found.official == OFFICIAL
    assert (found.source, found.day) == ("青岚市人民政府", "2026年3月5日")
    assert found.lines == ("关于延长开放时间的通知", "现将有关事项通知如下。")


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        (("（此件公开发布）",), ("此件公开发布",)),
        (("（此件公开发布）", "（联系人：陆子衿（办公室））"), ("此件公开发布", "联系人：陆子衿（办公室）")),
        (("(For public release)",), ("For public release",)),
    ],
)  # fmt: skip
def test_what_stands_in_brackets_under_the_date_are_its_notes(
    lines: tuple[str, ...], notes: tuple[str, ...]
) -> None:
    found = find_official((*LINES[:-2], *lines, *LINES[-2:]))
    assert found is not None
    assert found.official == msgspec.structs.replace(OFFICIAL, notes=notes)
    assert (found.source, found.day) == ("青岚市人民政府", "2026年3月5日")


@pytest.mark.parametrize("line", ["（一）抓好落实", "（甲）和（乙）", "（此件公开发布）。"])
def test_a_line_that_is_not_all_in_brackets_is_no_note(line: str) -> None:
    found = find_official((*LINES[:-2], line, *LINES[-2:]))
    assert found is not None
    assert found.official.notes == ()
    assert line in found.lines


def test_brackets_without_issuer_and_date_over_them_stay_in_the_text() -> None:
    found = find_official((*LINES[:5], "（根据录音整理）"))
    assert found is not None
    assert found.lines[-1] == "（根据录音整理）"


def test_the_english_keys_are_known() -> None:
    found = find_official(
        (
            "Document No.: QZF [2026] No. 5",
            "Notice on Longer Opening Hours",
            "To: the people's governments of all counties",
            "Libraries stay open until 10 p.m.",
            "Attachments: 1. Breakdown of tasks",
            "2. Rules of service",
            "Copies to: the court.",
            "Printed by: General Office",
            "Printed on: March 6, 2026",
        )
    )
    assert found is not None
    assert found.official == Official(
        number="QZF [2026] No. 5",
        addressees="the people's governments of all counties",
        attachments=("Breakdown of tasks", "Rules of service"),
        copies="the court",
        printed_by="General Office",
        printed=date(2026, 3, 6),
    )
    assert found.lines == ("Notice on Longer Opening Hours", "Libraries stay open until 10 p.m.")


@pytest.mark.parametrize("line", ["青政发〔2026〕5号", "发文字号：青政发〔2026〕5号"])
def test_a_number_may_stand_alone_or_behind_its_key(line: str) -> None:
    found = find_official((line, "通知", "正文。"))
    assert found is not None
    assert found.official.number == "青政发〔2026〕5号"


def test_a_text_without_a_number_is_left_alone() -> None:
    assert find_official(tuple(line for line in LINES if "〔" not in line)) is None


def test_a_number_in_a_sentence_makes_no_official_document() -> None:
    assert find_official(("通知", "根据青政发〔2026〕5号文件，现将有关事项通知如下。")) is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "zh-Hans",
            ("签发人：陆子衿", "附件：1.任务分解表", "抄送：市委各部门，市法院。", "2026年3月6日印发"),
        ),
        (
            "en",
            (
                "Signed by: 陆子衿",
                "Attachments: 1. 任务分解表",
                "Copies to: 市委各部门，市法院.",
                "Printed on March 6, 2026",
            ),
        ),
    ],
)
def test_the_labels_are_in_the_language_of_the_edition(language: str, said: tuple[str, ...]) -> None:
    meta = Meta(language=language, headline="通知", source="青岚市人民政府", official=OFFICIAL)
    words = furniture(Article(meta, ())).official
    assert words is not None
    first = words.attachments[0]
    assert (words.signatory, first.label + first.text, words.copies, words.printed) == said


def test_a_single_attachment_has_no_number() -> None:
    meta = Meta(language="zh-Hans", headline="通知", official=Official(attachments=("任务分解表。",)))
    words = furniture(Article(meta, ())).official
    assert words is not None
    assert [line.label + line.text for line in words.attachments] == ["附件：任务分解表"]


def found(*lines: str) -> Found:
    made = find_official(lines)
    assert made is not None
    return made


def changed(**lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return LINES with those in the place of the one that each name stands for."""
    places = {"head": 0, "number": 1, "signatory": 2, "issuer": 8, "day": 9, "record": 11}
    return tuple(
        part
        for n, line in enumerate(LINES)
        for part in next((new for name, new in lines.items() if places[name] == n), (line,))
    )


def test_a_number_and_who_signs_may_share_a_line() -> None:
    made = found(*changed(number=("青政发〔2026〕5号　　　　签发人：陆子衿",), signatory=()))
    assert made.official == OFFICIAL


def test_marks_over_the_red_head_are_no_headline() -> None:
    made = found("000012", "机密★1年", "特急", *LINES)
    assert made.official == OFFICIAL
    assert made.marks == ("000012", "机密★1年", "特急")
    assert made.lines == ("关于延长开放时间的通知", "现将有关事项通知如下。")


@pytest.mark.parametrize(
    "issuer",
    [
        ("青岚市人民政府　青岚市图书馆",),
        ("青岚市人民政府    青岚市图书馆",),
        ("青岚市人民政府", "青岚市图书馆"),
    ],
)
def test_several_issuers_are_kept_beside_the_one_of_the_head(issuer: tuple[str, ...]) -> None:
    made = found(*changed(issuer=issuer))
    assert made.source == "青岚市人民政府　青岚市图书馆"
    assert made.official == msgspec.structs.replace(OFFICIAL, head="青岚市人民政府")


def test_a_head_of_several_issuers_may_stand_on_two_lines() -> None:
    both = ("青岚市人民政府", "青岚市图书馆")
    made = found(*changed(head=(" ".join(both), "文件"), issuer=both))
    assert (made.source, made.official) == ("青岚市人民政府　青岚市图书馆", OFFICIAL)


@pytest.mark.parametrize("day", ["二〇二六年三月五日", "二○二六年三月五日"])
def test_the_day_may_be_written_in_han(day: str) -> None:
    made = found(*changed(day=(day,)))
    assert (made.day, made.official) == (day, OFFICIAL)
    when = find_date("二〇二六年十二月三十一日")
    assert when is not None
    assert (when[0].month, when[0].day) == (12, 31)


def test_a_seal_and_a_record_on_two_lines_are_known() -> None:
    record = ("青岚市人民政府办公室", "2026年3月6日印发")
    made = found(*changed(issuer=("青岚市人民政府（公章）",), record=record))
    assert (made.source, made.official) == ("青岚市人民政府", OFFICIAL)


def test_what_stands_in_the_record_beside_its_parts_stays_a_line() -> None:
    made = found(*LINES, "（共印50份）")
    assert made.official == OFFICIAL
    assert made.lines[-1] == "（共印50份）"


def test_the_head_of_a_letter_is_no_kicker() -> None:
    made = found(*changed(head=("青岚市人民政府",)))
    assert made.lines[0] == "关于延长开放时间的通知"
    assert made.source == "青岚市人民政府"


def test_an_annex_may_have_its_title_on_the_line_of_its_label() -> None:
    annexes = ("附件1：任务分解表", "按季度报送。", "附件2：服务规范（试行）", "第一条。")
    made = found(*LINES[:10], *annexes, *LINES[10:])
    assert made.official == OFFICIAL
    assert made.lines[2:] == ("附件1", "任务分解表", "按季度报送。", "附件2", "服务规范（试行）", "第一条。")


@pytest.mark.parametrize(
    ("label", "english", "chinese"),
    [
        ("附件1", "Attachment 1", "附件1"), ("附件", "Attachment", "附件"),
        ("附件十二", "Attachment 12", "附件12"), ("附件二十", "Attachment 20", "附件20"),
        ("附件 3：", "Attachment 3", "附件3"), ("Annex B", "Attachment B", "附件B"),
        ("Appendix", "Attachment", "附件"), ("附件：任务分解表", None, None), ("附件见下", None, None),
    ],
)  # fmt: skip
def test_the_label_of_an_annex_is_said_in_each_language(
    label: str, english: str | None, chinese: str | None
) -> None:
    assert annex_label(label, locale("en-US")) == english
    assert annex_label(label, locale("zh-Hans")) == chinese


def test_the_number_of_a_document_is_said_in_english_by_its_sound() -> None:
    assert english_number("青政发〔2026〕5号") == "Qingzhengfa [2026] No. 5"
    assert english_number("关于5号文") is None


def test_annexes_come_behind_issuer_and_date_and_keep_their_lines() -> None:
    lines = (
        "青岚市人民政府文件", "青政发〔2026〕5号", "关于延长开放时间的通知", "各县（区）人民政府：",
        "请认真执行。", "附件：1.任务分解表", "2.服务规范", "青岚市人民政府", "2026年3月5日",
        "附件1", "任务分解表", "按季度报送。", "抄送：市委各部门。",
    )  # fmt: skip
    found = find_official(lines)
    assert found is not None
    assert found.official.attachments == ("任务分解表", "服务规范")
    assert (found.source, found.day) == ("青岚市人民政府", "2026年3月5日")
    assert found.official.copies == "市委各部门"
    assert found.lines[-3:] == ("附件1", "任务分解表", "按季度报送。")
