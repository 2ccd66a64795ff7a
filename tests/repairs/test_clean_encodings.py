"""Clean text that reads as something in another encoding, and is left as it is."""

import pytest

from publisher.repairs import mojibake
from publisher.report import Report, Severity

from .conftest import Mend

CLEAN = [
    # one rare character said twice is a word form, in prose and in the classics
    "他心里忐忐忑忑，一夜没有合眼。",
    "千人之诺诺，不如一士之谔谔。",
    "孔子于乡党，恂恂如也，似不能言者。",
    "魂牵梦绕，萦萦于怀；天津话说得哏哏的。",
    # marks that a sentence speaks of
    "“——”和“……”都占两格。",
    "他问：“——”她答：“……”",
    # Japanese beside Chinese
    "请翻译：“故障の発生したディスクを交換する。”",
    "“薄暗いじめじめした所”怎么读？",
    # rows and words of Western letters
    "ÀÁÂÃÄÅ ÈÉÊË都是大写字母。",
    "La soirée réglementée, créée l’année passée, était animée.",
    "Une soirée au musée\xa0— la première — a réuni cent invités.",
    "C’est le café\xa0— ou le thé.",
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_reads_in_another_encoding_by_chance_stays(mend: Mend, text: str) -> None:
    assert mend(mojibake.repair, text) == [text]


def test_garbled_text_in_quotes_is_pointed_at_and_left(mend: Mend, report: Report) -> None:
    assert mend(mojibake.repair, "“浣犲ソ”是什么？") == ["“浣犲ソ”是什么？"]
    assert [n.severity for n in report] == [Severity.WARNING]


def test_garbled_text_in_quotes_is_read_where_more_of_it_was_garbled(mend: Mend) -> None:
    garbled = "大众创业万众创新活动周启动大会".encode().decode("gb18030", "replace")
    assert mend(mojibake.repair, garbled, "会议的主题是“浣犲ソ”。")[1] == "会议的主题是“你好”。"


@pytest.mark.parametrize("wrong", ["cp950", "cp949"])
def test_a_paragraph_of_two_legacy_encodings_is_still_read(mend: Mend, wrong: str) -> None:
    clean = "昨天下午，全市创业大赛在文化中心开幕，来自各县的代表参加了开幕式。"
    assert mend(mojibake.repair, clean.encode("gbk").decode(wrong, "replace"))[0][-8:] == clean[-8:]


def test_a_guessed_character_is_named_in_its_notice(mend: Mend, report: Report) -> None:
    garbled = "昨天下午，全市创业活动周启动仪式在文化中心举行。".encode().decode("gb18030", "replace")
    mended = mend(mojibake.repair, garbled)[0]
    [notice] = [n for n in report if "guessed" in n.message]
    at = notice.message.index("[") + 1
    assert notice.message[at] in mended
