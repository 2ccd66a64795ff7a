"""Names of people in pinyin, as passports and the national standard have them."""

import pytest

from publisher.localization.names import is_organisation, read_name, romanize


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("邵菁", "Shao Jing"),
        ("洪雅萍", "Hong Yaping"),
        ("欧阳文", "Ouyang Wen"),
        ("歐陽菲菲", "Ouyang Feifei"),
        ("司马相如", "Sima Xiangru"),
        ("诸葛亮", "Zhuge Liang"),
        ("上官婉儿", "Shangguan Wan’er"),
    ],
)
def test_the_surname_comes_first_and_the_given_name_is_one_word(name: str, pinyin: str) -> None:
    assert romanize(name, {}) == pinyin


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("曾伟", "Zeng"), ("仇伟", "Qiu"), ("单伟", "Shan"), ("單偉", "Shan"), ("查伟", "Zha"),
        ("区伟", "Ou"), ("翟伟", "Zhai"), ("解伟", "Xie"), ("朴伟", "Piao"), ("任伟", "Ren"),
        ("盖伟", "Ge"), ("尉迟伟", "Yuchi"), ("万俟伟", "Moqi"), ("长孙伟", "Zhangsun"), ("吕伟", "Lyu"),
        ("呂偉", "Lyu"), ("覃伟", "Qin"), ("冼伟", "Xian"), ("缪伟", "Miao"), ("宁伟", "Ning"),
        ("乐伟", "Yue"), ("员伟", "Yun"), ("逄伟", "Pang"), ("祭伟", "Zhai"), ("种伟", "Chong"),
        ("召伟", "Shao"), ("晁伟", "Chao"), ("隗伟", "Wei"), ("佴伟", "Nai"), ("乜伟", "Nie"),
        ("贲伟", "Ben"), ("黑伟", "He"), ("折伟", "She"), ("么伟", "Yao"), ("澹台伟", "Tantai"),
        ("闾丘伟", "Lyuqiu"), ("令狐伟", "Linghu"), ("亓官伟", "Qiguan"), ("能伟", "Nai"), ("繁伟", "Po"),
    ],
)  # fmt: skip
def test_a_surname_is_read_as_a_surname(name: str, surname: str) -> None:
    assert romanize(name, {}) == f"{surname} Wei"


@pytest.mark.parametrize("name", ["隗斌", "覃斌", "盖斌", "乐斌", "牟斌"])
def test_a_surname_that_families_read_differently_is_doubted(name: str) -> None:
    assert "may also be read" in read_name(name, {}).doubt


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [("李西安", "Li Xi’an"), ("陈长安", "Chen Chang’an"), ("王爱", "Wang Ai"), ("朴安娥", "Piao An’e")],
)
def test_an_apostrophe_parts_syllables_before_a_vowel(name: str, pinyin: str) -> None:
    assert romanize(name, {}) == pinyin


@pytest.mark.parametrize(("name", "pinyin"), [("吕绿", "Lyu Lyu"), ("孙女", "Sun Nyu"), ("王律", "Wang Lyu")])
def test_u_with_dots_is_written_yu(name: str, pinyin: str) -> None:
    assert romanize(name, {}) == pinyin


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [("张茜", "Zhang Qian"), ("刘晟", "Liu Sheng"), ("周行", "Zhou Xing"), ("李都", "Li Du")],
)
def test_a_given_name_takes_the_reading_that_names_have(name: str, pinyin: str) -> None:
    assert romanize(name, {}) == pinyin


def test_an_override_goes_before_every_rule() -> None:
    assert romanize("曾荫权", {"曾荫权": "Donald Tsang"}) == "Donald Tsang"


def test_an_override_counts_inside_a_list_of_people() -> None:
    assert romanize("张三、曾荫权", {"曾荫权": "Donald Tsang"}) == "Zhang San, Donald Tsang"


@pytest.mark.parametrize("name", ["John Smith", "Shao Jing", "Xi’an", "", "O'Neill, Li-Ming"])
def test_a_latin_name_passes_unchanged(name: str) -> None:
    assert romanize(name, {}) == name


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("张　三", "Zhang San"),
        ("张三 李四", "Zhang San, Li Si"),
        ("张三、李小四", "Zhang San, Li Xiaosi"),
        ("张小三和李四", "Zhang Xiaosan, Li Si"),
        ("记者王二", "Wang Er"),
        ("通讯员：欧阳文", "Ouyang Wen"),
    ],
)
def test_a_field_of_several_people_or_with_an_office_gives_the_names(name: str, pinyin: str) -> None:
    assert romanize(name, {}) == pinyin


@pytest.mark.parametrize("name", ["买买提·艾力", "买买提•艾力", "阿依古丽"])
def test_a_name_that_is_not_han_is_doubted(name: str) -> None:
    assert read_name(name, {}).doubt


def test_two_surnames_are_joined_by_a_hyphen_and_doubted() -> None:
    read = read_name("张杨明月", {})
    assert (read.text, bool(read.doubt)) == ("Zhang-Yang Mingyue", True)


@pytest.mark.parametrize(
    "name", ["宣传部", "党委宣传部", "教务处", "新华社", "团委", "衡水职业技术学院", "学生会"]
)
def test_an_organisation_is_told_from_a_person(name: str) -> None:
    assert is_organisation(name)
    assert not read_name(name, {}).is_name


@pytest.mark.parametrize("name", ["李会", "王文科", "张建社", "欧阳修远", "林红站"])
def test_a_person_is_not_taken_for_an_organisation(name: str) -> None:
    assert not is_organisation(name)


def test_an_organisation_without_an_override_keeps_its_sound_and_is_doubted() -> None:
    read = read_name("党委宣传部", {})
    assert read.text == "Dangwei Xuanchuanbu"
    assert "not a person's name" in read.doubt


@pytest.mark.parametrize("name", ["邵菁", "洪雅萍", "王小明"])
def test_an_ordinary_name_is_not_doubted(name: str) -> None:
    assert read_name(name, {}).doubt == ""
