"""Short lines of an article whose paragraphs were read in the wrong encoding."""

import pytest

from publisher.repairs import mojibake
from publisher.report import Report

from .conftest import Mend

SIMPLIFIED = (
    "上周五下午，东湖街道的社区图书室重新开放，新添的八千册图书全部上架，居民凭身份证就能借阅。",
    "图书室主任说，今后每个周末都会举办读书会，还将邀请附近学校的老师来讲故事，欢迎孩子们参加。",
)
TRADITIONAL = (
    "上週五下午，東湖社區的圖書室重新開放，新添的八千冊圖書全部上架，居民憑身分證就能借閱。",
    "圖書室主任說，今後每個週末都會舉辦讀書會，還會邀請附近學校的老師來講故事，歡迎孩子們參加。",
)


def garbled(texts: tuple[str, ...], right: str, wrong: str) -> list[str]:
    return [text.encode(right).decode(wrong, "replace") for text in texts]


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [
        ("图书室开放", "gbk", "cp949"),
        ("东湖周报", "gbk", "cp949"),
        ("2024年9月12日", "gbk", "cp949"),
        ("跌", "gbk", "cp949"),
        ("东湖周报", "gbk", "cp950"),
        ("2024年9月12日", "utf-8", "gb18030"),
        ("2024年1月22日", "utf-8", "gb18030"),
        ("咨询电话：0574-87654321", "utf-8", "gb18030"),
    ],
)
def test_a_short_line_goes_the_way_of_the_paragraphs(mend: Mend, line: str, right: str, wrong: str) -> None:
    assert mend(mojibake.repair, *garbled((line, *SIMPLIFIED), right, wrong))[0] == line


@pytest.mark.parametrize(
    ("line", "wrong"),
    [("物價下跌", "cp1252"), ("跌", "latin-1"), ("聯絡人：李華", "gb18030"), ("工程開工", "latin-1")],
)
def test_a_short_line_of_big5_goes_the_way_of_the_paragraphs(mend: Mend, line: str, wrong: str) -> None:
    lines = mend(mojibake.repair, *garbled((line, *TRADITIONAL), "big5", wrong), language="zh-Hant")
    assert lines[0] == line


@pytest.mark.parametrize(
    "line", ["Café Müller", "王小明 摄", "李喆、邓婕", "图/温馨", "3℃~8℃", "小林 さくら"]
)
@pytest.mark.parametrize(("right", "wrong"), [("gbk", "cp949"), ("gbk", "cp1252"), ("utf-8", "gb18030")])
def test_a_short_line_that_is_sound_stays(mend: Mend, line: str, right: str, wrong: str) -> None:
    assert mend(mojibake.repair, line, *garbled(SIMPLIFIED, right, wrong))[0] == line


def test_a_character_filled_into_a_short_line_is_told(mend: Mend, report: Report) -> None:
    mend(mojibake.repair, *garbled(("2024年9月12日", *SIMPLIFIED), "utf-8", "gb18030"))
    assert [n for n in report if n.where == "b1" and "[年]" in n.message]
