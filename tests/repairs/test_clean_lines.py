"""Lines that end where a poem or a list pauses stay apart; lines that a measure broke are joined."""

from collections.abc import Callable

import pytest

from publisher.model import Article, Paragraph
from publisher.repairs.lines import repair
from publisher.report import Report
from publisher.walk import plain

Build = Callable[..., Article]


def texts(article: Article) -> list[str]:
    return [plain(b.inlines).strip() for b in article.blocks if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        # members of a committee, one a line
        (
            (
                "青岚大学计算机科学与技术学院人工智能实验室",
                "南洲大学信息科学与工程学院自然语言实验室",
                "海港大学数据科学研究院机器学习联合实验室",
                "西岭科技大学电子工程学院模式识别研究中心",
            ),
            "zh-Hans",
        ),
        # free verse, and regulated verse without end marks
        (
            (
                "我在黄昏的渡口等一条没有名字的旧船",
                "它从上游带来一些我叫不出名字的种子",
                "我把种子埋进去年被水淹过的那片沙地",
                "夜里我听见沙地下面有人轻轻地翻着书",
            ),
            "zh-Hans",
        ),
        (
            (
                "江上轻云接远山，舟中细雨湿青衫",
                "桥头旧店三更火，壁上残诗半幅帘",
                "客里逢君同把酒，灯前说梦各无言",
                "明朝又是天涯路，回首烟波一片帆",
            ),
            "zh-Hans",
        ),
        # English verse and a list
        (
            (
                "The river ran below the sleeping town,",
                "And all the lamps along the quay were lit",
                "And one by one the boats were drifting down",
                "And nobody had cared to steer a bit",
                "Beyond the bridge where you and I had met",
            ),
            "en",
        ),
        (
            (
                "Nine lemons and a jar of honey",
                "Three pounds of flour and butter",
                "Twelve eggs and a bottle of milk",
                "Some bread and a bag of walnuts",
            ),
            "en",
        ),
        # numbered sections
        (("1", "春天来了，江水涨了。", "2", "夏天来了，江水落了。", "3", "秋天来了。"), "zh-Hans"),
    ],
)
def test_lines_that_end_on_purpose_stay(
    article: Build, report: Report, lines: tuple[str, ...], language: str
) -> None:
    clean = article(*lines, language=language, headline="渡口")
    assert repair(clean, report) == clean
    assert not report.notices


INDENTED = (
    "　　青岚图书馆昨天启用新馆，馆内设有儿童阅览区、古籍修复室和夜间",
    "自习室，读者凭证件即可入内。",
    "　　馆长周以宁介绍，新馆共有座位一千二百个，藏书八十万册，每周开放",
    "六十四小时，节假日照常开放。她说：“希望大家把这里当作自己的书房。”",
    "　　首日到馆的读者有三千多人，其中一半是学生，另有志愿者一百二十名。",
    "　　市民可以凭身份证办理借书证，一次可借图书十册，借期三十天，到期前",
    "可以在手机上续借一次。",
)


def test_an_indent_begins_a_paragraph_and_a_line_without_one_goes_on(article: Build, report: Report) -> None:
    repaired = texts(repair(article(*INDENTED, headline="新馆"), report))
    assert [text[:4] for text in repaired] == ["青岚图书", "馆长周以", "首日到馆", "市民可以"]


def test_a_sentence_that_ends_at_the_line_s_end_does_not_end_an_indented_paragraph(
    article: Build, report: Report
) -> None:
    lines = (
        *INDENTED[:4],
        "　　首日到馆的读者有三千多人，其中一半是学生，另有志愿者服务。",
        "闭馆时间为二十一点。",
        *INDENTED[5:],
    )
    repaired = texts(repair(article(*lines, headline="新馆"), report))
    assert [text[:4] for text in repaired] == ["青岚图书", "馆长周以", "首日到馆", "市民可以"]


def test_a_contact_s_label_begins_a_line(article: Build, report: Report) -> None:
    lines = (*INDENTED[:4], "新闻联系人：周以宁 0300-5550142")
    assert texts(repair(article(*lines, headline="新馆"), report))[-1] == lines[-1]


@pytest.mark.parametrize("number", ["1", "- 1 -", "第 1 页"])
@pytest.mark.parametrize("head", ["“青岚图书馆”启用新馆", '"青岚图书馆"启用新馆'])
def test_a_page_number_and_the_running_head_go(
    article: Build, report: Report, number: str, head: str
) -> None:
    lines = ("“青岚图书馆”启用新馆", *INDENTED[:3], number, head, *INDENTED[3:])
    repaired = texts(repair(article(*lines), report))
    assert [text[:4] for text in repaired] == ["“青岚图", "青岚图书", "馆长周以", "首日到馆", "市民可以"]


def test_the_rest_of_a_telephone_number_is_no_page_number(article: Build, report: Report) -> None:
    lines = (*INDENTED, "媒体可与图书馆办公室联系采访，电话为0300-555", "142", "谢谢。")
    assert "142" in "".join(texts(repair(article(*lines, headline="新馆"), report)))


def test_an_english_sentence_goes_on_in_lower_case_behind_a_semicolon(article: Build, report: Report) -> None:
    lines = (
        "Qinglan Library said on Tuesday that its new hall was ready to open;",
        "readers may come from nine in the morning until midnight on every",
        "day of the week, and children have a room of their own on the ground",
        "floor, where volunteers read to them on Saturdays and on Sundays.",
    )
    assert texts(repair(article(*lines, language="en", headline="Hall"), report)) == [" ".join(lines)]


def test_a_sentence_that_was_pasted_again_beside_a_page_number_is_no_running_head(
    article: Build, report: Report
) -> None:
    lines = (
        "闭馆时间到了。读者还不肯走",
        *INDENTED[:3],
        "- 1 -",
        "闭馆时间到了。读者还不肯走",
        *INDENTED[3:],
    )
    assert "".join(texts(repair(article(*lines), report))).count("闭馆时间到了。读者还不肯走") == 2
