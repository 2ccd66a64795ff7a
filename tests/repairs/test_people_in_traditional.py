"""Names of people on the way to Traditional Chinese: a surname and a given name keep their own characters."""

import pytest

from publisher.model import Article, Contact, Meta, Paragraph, Text
from publisher.repairs.conversion import converter
from publisher.repairs.script import to_script
from publisher.report import Report
from publisher.walk import plain

CONTEXTS = (
    "{}出生在江南的一座小城。",
    "展览介绍了{}的生平。",
    "书中写到{}、鲁迅和茅盾。",
    "1980年，{}来到北京。",
    "他读过{}的书信。",
)


PEOPLE = """
于右任 于右任 | 于和伟 于和偉 | 于漪 于漪 | 于㛃 于㛃 | 余秋里 余秋里 | 余光中 余光中 | 余华 余華
余承东 余承東 | 范仲淹 范仲淹 | 范冰冰 范冰冰 | 岳飞 岳飛 | 谷爱凌 谷愛凌 | 曲格平 曲格平
郁达夫 郁達夫 | 种师道 种師道 | 干宝 干寶 | 仇保兴 仇保興 | 丰子恺 豐子愷 | 叶圣陶 葉聖陶
钟南山 鍾南山 | 宁泽涛 寧澤濤 | 万里 萬里 | 后德俊 后德俊 | 丑辉瑛 丑輝瑛 | 张岳 張岳
游本昌 游本昌 | 沈从文 沈從文
"""


@pytest.mark.parametrize("pair", [pair for line in PEOPLE.split("\n") for pair in line.split("|") if pair])
def test_a_person_s_name_keeps_the_characters_of_names(pair: str) -> None:
    name, traditional = pair.split()
    for context in CONTEXTS:
        at = context.index("{}")
        for table in ("zh-Hant-TW", "zh-Hant-HK"):
            new = converter(table)(context.format(name))
            assert new[at : at + len(name)] == traditional


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("车停在车库里，家里有灯", "車停在車庫裡，家裡有燈"),
        ("他过于敏感，于今年开业", "他過於敏感，於今年開業"),
        ("过后再说，不需要施舍", "過後再說，不需要施捨"),
        ("宁可慢一步，去宁夏看看", "寧可慢一步，去寧夏看看"),
        ("名家云集于此，丑闻曝光", "名家雲集於此，醜聞曝光"),
    ],
)
def test_a_word_that_is_no_name_is_converted(text: str, traditional: str) -> None:
    assert converter("zh-Hant-TW")(text) == traditional


def test_a_person_who_is_given_is_found_where_no_segmenter_finds_them() -> None:
    article = Article(
        Meta(language="zh-Hans", headline="", contacts=(Contact(name="于是之"),)),
        (Paragraph("b1", (Text("来宾有于是之，于是大家鼓掌。"),)),),
    )
    (block,) = to_script(article, "zh-Hant", Report(), names=("于是之",)).blocks
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == "來賓有于是之，於是大家鼓掌。"
