"""Chinese personal names in pinyin: surname first, the given name one word (GB/T 28039-2011)."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from publisher.localization.surnames import COMPOUND, COMPOUND_BEFORE_TWO, READINGS, SINGLE, TWO_READINGS

HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""One Han character."""

_HAN_RUN = re.compile(f"{HAN.pattern}+")
_BETWEEN = re.compile(r"\s*[、，；,;/／]\s*|\s+")
_AND = re.compile(r"(\w{2,4})[和与與及](\w{2,4})")
_OFFICE = re.compile(
    r"^(?:特约|特約|本报|本報|实习|實習|全媒体|全媒體)?(?:记者|記者|通讯员|通訊員|实习生|實習生)\s*[:：]?\s*(?=\S)"
)
_MIDDLE_DOTS = str.maketrans("•‧・･∙⋅", "······")
_KNOWN = SINGLE | COMPOUND | READINGS.keys()

# readings in given names, where the everyday one differs
_GIVEN = {
    "曾": "zeng", "都": "du", "茜": "qian", "的": "di", "地": "di", "得": "de", "了": "liao", "还": "huan",
    "朴": "pu", "晟": "sheng", "靓": "liang", "祎": "yi", "祇": "qi", "行": "xing", "重": "chong",
    "什": "shi", "柏": "bai", "盛": "sheng", "长": "chang", "長": "chang", "乘": "cheng", "莘": "xin",
    "露": "lu", "单": "dan", "車": "che", "车": "che", "石": "shi", "贾": "jia", "參": "can", "着": "zhu",
}  # fmt: skip

_ORGANISATION = re.compile(
    r"(?:部|处|處|院|局|厅|廳|室|委|网|網|报|報|办|辦|系|组|組|中心|学校|學校|大学|大學|公司|集团|集團|协会|協會"
    r"|学会|學會|新华社|新華社|通讯社|通訊社|出版社|报社|報社|杂志社|雜誌社|电视台|電視台|電視臺|电台|電台|記者站"
    r"|记者站|委员会|委員會|学生会|學生會|工会|工會|联合会|聯合會|研究所|工作室|团委|團委|本刊)$"
)
_SHORT_OFFICES = ("团委", "團委", "校办", "校辦", "院办", "院辦", "党办", "黨辦")


# parts of Uygur, Tibetan and Mongolian names as Chinese writes them
_OTHER_PEOPLES = re.compile(
    r"^(?:阿不都|阿卜杜|阿布都|买买提|吾买尔|吐尔|艾合买提|努尔|古丽|扎西|洛桑|才旦|旺堆|格桑|次仁|卓玛|多吉|巴特尔|巴图)"
    r"|(?:买买提|吾买尔|热合曼|古丽|尼莎|次仁|卓玛|多吉|央金|旺堆|拉姆|巴特尔|其其格|图雅|格日勒|高娃)$"
)


class Romanized(msgspec.Struct, frozen=True):
    """A name in Latin letters; ``doubt`` says why a person should look at it, if so.

    ``is_name`` is false for an organisation, of which pinyin is no translation.
    """

    text: str
    doubt: str = ""
    is_name: bool = True


def romanize(name: str, overrides: Mapping[str, str]) -> str:
    """Return ``name`` in Latin letters: as ``overrides`` has it, else in pinyin; Latin passes unchanged."""
    return read_name(name, overrides).text


def read_name(name: str, overrides: Mapping[str, str]) -> Romanized:
    """Return ``name`` in Latin letters, and what is doubtful about it."""
    if known := overrides.get(name.strip()):
        return Romanized(known)
    if not HAN.search(name):
        return Romanized(name)
    parts = _people(_OFFICE.sub("", name.strip()).translate(_MIDDLE_DOTS))
    read = [_one(part, overrides) for part in parts]
    return Romanized(
        ", ".join(r.text for r in read),
        "; ".join(r.doubt for r in read if r.doubt),
        all(r.is_name for r in read),
    )


def _people(text: str) -> list[str]:
    """Split what one field holds of several people; 张　三 is one person, spaced out."""
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) == 2 and all(len(part) == 1 and HAN.match(part) for part in parts):
        return ["".join(parts)]
    both = _AND.fullmatch(text)
    if both and not is_organisation_end(text) and all(_surname(part) in _KNOWN for part in both.groups()):
        return list(both.groups())
    return parts if all(HAN.search(part) for part in parts) else [text]


def _one(name: str, overrides: Mapping[str, str]) -> Romanized:
    if known := overrides.get(name):
        return Romanized(known)
    if "·" in name and not re.search(r"[A-Za-z]", name):
        words = " ".join(pinyin_word(part) for part in name.split("·") if part)
        return Romanized(words, f"{name} is not a Han name: its own spelling may differ from pinyin")
    if not _HAN_RUN.fullmatch(name):
        text = _HAN_RUN.sub(lambda m: f" {_one(m[0], overrides).text} ", name)
        return Romanized(" ".join(text.split()), f"{name} mixes Han and other characters")
    if _OTHER_PEOPLES.search(name) and not is_organisation_end(name):
        return Romanized(
            pinyin_word(name), f"{name} may not be a Han name: its own spelling may differ from pinyin"
        )
    if is_organisation(name):
        return Romanized(
            " ".join(_place_or_sound(word) for word in _words(name)),
            f"{name} is not a person's name: pinyin is not its English name",
            is_name=False,
        )
    return _person(name)


def is_organisation(name: str) -> bool:
    """Tell whether a credit in Han is an office or a company rather than a person."""
    return len(name) > 4 or name in _SHORT_OFFICES or (len(name) > 2 and is_organisation_end(name))


def is_organisation_end(name: str) -> bool:
    """Tell whether ``name`` ends as the names of offices and companies do."""
    return bool(_ORGANISATION.search(name))


def _person(name: str) -> Romanized:
    surname = _surname(name)
    given = name[len(surname) :]
    doubts = []
    if len(surname) == 1 and len(name) == 4:
        if surname not in _KNOWN:  # 阿依古丽: a name of one word, taken over by its sound
            return Romanized(pinyin_word(name), f"{name} does not begin with a surname")
        if name[1] in SINGLE:  # two surnames: the standard sets a hyphen
            text = f"{_surname_word(name[0])}-{_surname_word(name[1])} {pinyin_word(name[2:])}"
            return Romanized(text, f"{name} is taken for a name with two surnames")
        doubts.append(f"{name} is long for a name")
    if surname in TWO_READINGS:
        doubts.append(f"the surname {surname} may also be read {TWO_READINGS[surname].capitalize()}")
    elif surname not in _KNOWN and surname not in COMPOUND_BEFORE_TWO:
        doubts.append(f"{surname} is no usual surname")
    if _is_traditional(name):
        doubts.append(
            f"{name} may be of Hong Kong or Taiwan, where people spell their names in their own way"
        )
    words = (_surname_word(surname), pinyin_word(given)) if given else (_surname_word(surname),)
    return Romanized(" ".join(words), "; ".join(doubts))


def _place_or_sound(word: str) -> str:
    from publisher.localization.places import english_place  # which reads names by their sound

    place = english_place(word) if len(word) > 1 else None
    return place.english if place else pinyin_word(word)


@cache
def _is_traditional(name: str) -> bool:
    from opencc import OpenCC

    return bool(OpenCC("t2s").convert(name) != name)


def _surname(name: str) -> str:
    two = name[:2]
    return two if two in COMPOUND or (len(name) == 4 and two in COMPOUND_BEFORE_TWO) else name[:1]


def _surname_word(surname: str) -> str:
    return (READINGS.get(surname) or _join(_syllables(surname))).capitalize()


def pinyin_word(han: str) -> str:
    """Return the syllables of ``han`` as one capitalised word."""
    read = zip(han, _syllables(han), strict=True)
    return _join(_GIVEN.get(char, syllable) for char, syllable in read).capitalize()


def _syllables(han: str) -> list[str]:
    from pypinyin import lazy_pinyin

    read = lazy_pinyin(han)
    if len(read) != len(han):  # characters it does not know come back in one piece
        read = [lazy_pinyin(char)[0] for char in han]
    return [syllable.replace("v", "yu") for syllable in read]  # v is ü, which passports write yu


def _join(syllables: Iterable[str]) -> str:
    word = ""
    for syllable in syllables:
        word += "’" + syllable if word and syllable[0] in "aoe" else syllable
    return word


def _words(text: str) -> list[str]:
    import rjieba

    return list(rjieba.cut(text))
