"""Sentences of the press and their translations, with the liberties that professionals take."""

from pathlib import Path

import pytest

from publisher.localization.values import compare

PRESS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "press.tsv").read_text(encoding="utf-8").splitlines()
]
ROWS = [PRESS[n : n + 10] for n in range(0, len(PRESS), 10)]


def _certain(
    source: str, target: str, source_language: str = "zh-Hans", target_language: str = "en"
) -> list[str]:
    return [m.message for m in compare(source, target, source_language, target_language) if m.certain]


@pytest.mark.parametrize("rows", ROWS, ids=range(len(ROWS)))
def test_a_press_translation_raises_no_alarm_from_either_side(rows: list[tuple[str, str, str]]) -> None:
    for languages, source, target in rows:
        here, _, there = languages.partition(":")
        there = there or "en"
        assert _certain(source, target, here, there) == []
        assert _certain(target, source, there, here) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("37家企业和21所学校参加", "21 companies and 37 schools took part"),
        ("企业37家、学校21所", "21 companies and 37 schools"),
        ("造成7人死亡、12人受伤", "killing 12 people and injuring seven"),
        ("起征点由3500元提高至5000元", "The threshold was raised from 5,000 yuan to 3,500 yuan"),
        ("分别增长12%、8%和5%", "up 12 percent, 5 percent and 8 percent respectively"),
        ("这名20岁男子开了8枪", "The 8-year-old fired 20 shots"),
        ("营收100亿元，增长8%；利润20亿元，增长5%", "revenue of 10 billion yuan, up 5 percent; profit of 2 billion yuan, up 8 percent"),
        ("皇马5比1大胜瓦伦西亚", "Real Madrid beat Valencia 1-5"),
    ],
)  # fmt: skip
def test_two_figures_that_changed_places_are_a_fault(source: str, target: str) -> None:
    assert _certain(source, target) != []
    assert _certain(target, source, "en", "zh-Hans") != []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("2100万亩", "21 million mu (about 14 million hectares)"),
        ("二十国集团", "the G21"),
        ("5G基站", "2G base stations"),
        ("第二批医护人员", "the fourth batch of medics"),
        ("三名矿工获救", "five miners were rescued"),
        ("每五人中有三人愿意", "two in five are willing"),
        ("12月15日罢工", "a strike on 15"),
        ("0.63秒", "0.62 seconds"),
        ("2小时1分39秒", "2:01:49"),
        ("每股0.87美元", "78 cents a share"),
        ("持续十个小时", "for hours"),
        ("不得超过1班", "more than one flight"),
        ("23至25度", "25 to 23 degrees"),
        ("510000人", "510,030 people"),
    ],
)  # fmt: skip
def test_a_small_slip_is_a_fault(source: str, target: str) -> None:
    assert _certain(source, target) != []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("2009.7万人次", "20.1 million trips"),
        ("教育部等六部门", "the Ministry of Education and five other departments"),
        ("38摄氏度", "100.4 F"),
        ("113年6月", "June"),
        ("31个省份新增1例", "one new case on the mainland"),
        ("5月1日0时至24时", "on May 1"),
        ("年约七旬", "in her 70s"),
        ("上世纪五六十年代", "in the 1950s and 1960s"),
        ("220票对204票", "220-204"),
        ("五年来第五位", "the fifth in as many years"),
        ("15级（50米/秒）", "50 meters per second"),
        ("元旦起", "from Jan. 1"),
        ("一夜之间", "overnight"),
        ("24小时运行", "running round the clock"),
        ("环比上涨0.5%", "up 0.5% from April"),
        ("占8成6", "86 percent"),
    ],
)  # fmt: skip
def test_what_the_press_says_in_its_own_way_is_no_fault(source: str, target: str) -> None:
    language = "zh-Hant" if "113年" in source else "zh-Hans"
    assert _certain(source, target, language, "en") == []


def test_a_month_whose_number_was_lost_is_a_fault() -> None:
    assert _certain("to be sentenced on March 14", "将于月14日宣判", "en", "zh-Hans") != []
