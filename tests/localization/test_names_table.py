"""Names in pinyin, and those that only a person can spell."""

import pytest

from publisher.localization.names import read_name

SURE = """
曾一鸣 Zeng Yiming|仇和 Qiu He|单田芳 Shan Tianfang|查良镛 Zha Liangyong|区伯 Ou Bo
翟天 Zhai Tian|解晓 Xie Xiao
朴树 Piao Shu|尉迟恭 Yuchi Gong|万俟雪 Moqi Xue|吕布 Lyu Bu|陈安安 Chen An’an
刘西安 Liu Xi’an|欧阳文 Ouyang Wen
司马光 Sima Guang|诸葛亮 Zhuge Liang|上官云 Shangguan Yun|令狐冲 Linghu Chong|任重 Ren Chong|宁静 Ning Jing
缪昌文 Miao Changwen|员晓 Yun Xiao|阚清 Kan Qing|常娥 Chang E|李常娥 Li Chang’e
李德 Li De|王绿 Wang Lyu|徐略 Xu Lyue
"""
DOUBTED = (
    "乐毅 盖宽饶 覃海 古丽·买买提 约翰·史密斯 扎西次仁 阿不都热合曼 巴特尔 卓玛 阿依古丽 才旦卓玛 洛桑江村 "
    "陳小明 李嘉誠 林鄭月娥 林郑月娥"
)


@pytest.mark.parametrize("pair", SURE.strip().replace("\n", "|").split("|"))
def test_a_han_name_is_surname_first_and_given_name_one_word(pair: str) -> None:
    name, _, expected = pair.partition(" ")
    read = read_name(name, {})
    assert (read.text, read.doubt) == (expected, "")


@pytest.mark.parametrize("name", DOUBTED.split())
def test_a_name_that_pinyin_may_get_wrong_is_doubted_as_a_name(name: str) -> None:
    read = read_name(name, {})
    assert read.doubt
    assert read.is_name


@pytest.mark.parametrize("name", DOUBTED.split())
def test_a_listed_name_is_never_doubted(name: str) -> None:
    assert read_name(name, {name: "As Listed"}) == read_name("As Listed", {})
