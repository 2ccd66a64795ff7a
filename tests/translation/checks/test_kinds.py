"""A title, a place or a person in the place of another; names beside the text; what a translator spells out."""

from collections.abc import Callable

import pytest

from publisher.translation.checks import Finding, Level, Pair, check_pairs
from publisher.translation.glossary import Glossary

Check = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="module")
def builtin() -> Glossary:
    return Glossary.load([], builtin=True)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("首席财务官林婉清主持会议。", "CEO Lin Wanqing chaired the meeting."),
        ("活动在四川成都举行。", "The event was held in Guiyang, Guizhou Province."),
        ("陕西省和山西省签署协议。", "Shanxi and Henan provinces signed an agreement."),
        ("省委书记王晓明出席会议。", "Wang Xiaoming, governor of the province, attended the meeting."),
        ("国务院任命张明为商务部副部长。", "The State Council appointed Zhang Ming as minister of commerce."),
        ("会议由党委副书记郑国栋主持。", "Zheng Guodong, Party secretary, chaired the meeting."),
    ],
)
def test_another_of_its_kind_is_a_warning(source: str, target: str, builtin: Glossary) -> None:
    found = check_pairs([Pair("1", source, target)], ["terms"], glossary=builtin)
    assert Level.WARNING in {f.severity for f in found}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("他先后担任副校长、校长。", "He served as vice president and then president of the university."),
        ("他出生于四川，现居广州。", "Born in Sichuan, he now lives in Guangzhou."),
        ("首席运营官表示，市场前景广阔。", "The COO said the market had broad prospects."),
        ("副教授李娜获奖。", "Associate Professor Li Na won the prize."),
    ],
)
def test_a_title_or_place_that_is_there_is_left_alone(source: str, target: str, builtin: Glossary) -> None:
    found = check_pairs([Pair("1", source, target)], ["terms"], glossary=builtin)
    assert [f for f in found if f.severity is not Level.INFO] == []


def test_giver_and_receiver_exchanged_are_an_error(found: Check) -> None:
    wrong = found("names", "校长吴启明为马依娜颁奖。", "Ma Yina presented the award to President Wu Qiming.")
    assert [f.severity for f in wrong] == [Level.ERROR]


@pytest.mark.parametrize(
    "target",
    [
        "President Wang Lixin presented a certificate to Li Ming.",
        "Li Ming was presented with a certificate by President Wang Lixin.",
        "Li Ming received a certificate from President Wang Lixin.",
    ],
)
def test_giver_and_receiver_in_any_voice_are_right(target: str, found: Check) -> None:
    assert [
        f for f in found("names", "校长王立新为李明颁发证书。", target) if f.severity is Level.ERROR
    ] == []


def test_a_given_name_with_a_hyphen_before_the_surname_is_nobody_else(found: Check) -> None:
    assert found("names", "她的导师是物理学家杨振宁。", "Her mentor was the physicist Chen-Ning Yang.") == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("全国政协副主席何厚铧出席并致辞。", "Edmund Ho Hau Wah, vice chairman of the National Committee of the Chinese People's Political Consultative Conference, attended and delivered a speech."),
        ("坚持“两个毫不动摇”。", "We will unswervingly consolidate and develop the public sector and unswervingly encourage, support and guide the non-public sector."),
        ("他说：“不要怕走弯路，弯路上也有风景。”", '"Don\'t be afraid of taking the long way round," he told them. "There is scenery along it, too."'),
    ],
)  # fmt: skip
@pytest.mark.parametrize("rule", ["omission", "length"])
def test_what_a_translator_spells_out_or_divides_is_no_sentence_added(
    rule: str, source: str, target: str, found: Check
) -> None:
    assert [f for f in found(rule, source, target) if f.severity is not Level.INFO] == []


@pytest.mark.parametrize(
    ("key", "source", "target", "level"),
    [
        ("contact1.name", "王思远", "Li Siyuan", Level.ERROR),
        ("contact1.name", "王思远", "Wang Zhiyuan", Level.ERROR),
        ("credit.photo", "图：梁栋", "Photos: Zhao Kai", Level.WARNING),
        ("source", "清河大学新闻中心", "Lancang Technology", Level.WARNING),
        ("place", "衡水", "Baoding", Level.WARNING),
    ],
)
def test_a_name_beside_the_text_that_is_another_is_told(
    key: str, source: str, target: str, level: Level
) -> None:
    assert [f.severity for f in check_pairs([Pair(key, source, target)], ["fields"])] == [level]


@pytest.mark.parametrize(
    ("key", "source", "target"),
    [
        ("contact1.name", "王思远", "Wang Siyuan"),
        ("contact1.name", "王思远", "Siyuan Wang"),
        ("contact1.name", "丹尼尔·雷耶斯", "Daniel Reyes"),
        ("source", "清河大学新闻中心", "Qinghe University News Center"),
        ("source", "里弗赛德医疗信托", "Riverside Health Trust"),
        ("place", "衡水", "HENGSHUI, China"),
        ("place", "西安", "Xi’an"),
        ("place", "香港", "HONG KONG"),
        ("place", "伦敦", "London"),
        ("b1.1", "衡水", "Baoding"),
    ],
)
def test_a_name_beside_the_text_that_is_the_same_is_left_alone(key: str, source: str, target: str) -> None:
    assert check_pairs([Pair(key, source, target)], ["fields"]) == ()
