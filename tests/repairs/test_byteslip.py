import subprocess
import sys
from collections.abc import Callable

import pytest

from publisher.repairs.byteslip import repair
from publisher.report import Report

Mend = Callable[..., list[str]]

# the words of the damaged stretch stand elsewhere in the article, as they do in a real one
CONTEXT = "本市的智慧眾創空間成立於去年,智慧眾創空間的學員來自全國各地,大家感謝智慧眾創空間的支持。"


def slip(text: str, at: int, byte: int = 0) -> str:
    """Return ``text`` with one byte of the character at ``at`` lost, as a GBK decoder shows it."""
    data = text[at:].encode("gbk")
    return text[:at] + (data[:byte] + data[byte + 1 :]).decode("gbk", "ignore")


@pytest.mark.parametrize("byte", [0, 1])
def test_a_lost_byte_is_put_back(mend: Mend, report: Report, byte: int) -> None:
    whole = "來賓們參觀了智慧眾創空間的成果"
    damaged = slip(whole, whole.index("智"), byte)
    assert damaged != whole
    assert mend(repair, CONTEXT, damaged, language="zh-Hant")[1] == whole
    assert [(n.code, n.where) for n in report] == [("bytes-restored", "b2")]


def test_a_pasted_reading_decides_the_last_character(mend: Mend, report: Report) -> None:
    run = "我校“智慧眾創"
    damaged = slip(run, 1).replace("！", "!") + "(chuàng)空間”揭幕"
    context = "智慧眾創(chuàng)空間在我校落成,"
    context += "我校“雙百”行動展在我校“明德”樓舉行,我校師生參觀了智慧眾創(chuàng)空間。"
    assert mend(repair, context, damaged, language="zh-Hant")[1] == "我校“智慧眾創(chuàng)空間”揭幕"
    assert [n.code for n in report] == ["bytes-restored"]


def test_a_stretch_without_a_unique_reading_is_pointed_at(mend: Mend, report: Report) -> None:
    damaged = slip("他走到“鑫淼磊垚", 3)
    assert mend(repair, damaged) == [damaged]
    assert {n.code for n in report} <= {"bytes-lost"}


def test_replacement_characters_are_pointed_at(mend: Mend, report: Report) -> None:
    assert mend(repair, "昨天下\ufffd\ufffd会开幕。") == ["昨天下\ufffd\ufffd会开幕。"]
    assert [(n.code, n.where) for n in report.warnings] == [("bytes-lost", "b1")]


@pytest.mark.parametrize(
    "text",
    [
        "太好了!我!昂首阔步向前走!",
        "出席会议的有李喆、张堃、王赟、陈祎、赵玥、钱珺、孙玮珩!",
        "魑魅魍魉、饕餮盛宴、耄耋之年、踽踽独行,都是成语。",
        "溥儁與載灃、奕譞於翊坤宮賞菊，吟誦「蒹葭蒼蒼」。",
        "地名有亳州、儋州、歙县、鄠邑、盩厔、泸溪、渑池、郫都、筠连、珙县。",
        "氢氦锂铍硼碳氮氧氟氖钠镁铝硅磷硫氯氩钾钙,是前二十号元素。",
        "觀塘深水埗荃灣鰂魚涌、大埔滘及赤鱲角均設分行!",
        "α、β、γ三种射线的强度见表Ⅲ,误差±3℃。",
        "他用日语说了“ありがとう”,大家都笑了!",
    ],
)
def test_rare_characters_are_not_taken_for_damage(mend: Mend, report: Report, text: str) -> None:
    assert mend(repair, text) == [text]
    assert not report.notices


def test_dictionaries_are_not_loaded_for_clean_text() -> None:
    program = (
        "import sys\n"
        "from publisher.model import Article, Meta, Paragraph, Text\n"
        "from publisher.repairs import annotations, byteslip, punctuation, script, whitespace\n"
        "from publisher.report import Report\n"
        "a = Article(Meta(language='zh-Hans', headline='大会'), (Paragraph('b1', (Text('大会开幕。'),)),))\n"
        "for rule in (byteslip, annotations, script, punctuation, whitespace):\n"
        "    a = rule.repair(a, Report())\n"
        "loaded = {'opencc', 'rjieba', 'pypinyin'} & set(sys.modules)\n"
        "raise SystemExit(' '.join(loaded) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
