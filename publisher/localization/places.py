"""Chinese places and addresses in English: official names where they are not pinyin, pinyin for the rest."""

import csv
import re
from functools import cache
from typing import NamedTuple

from publisher import resources
from publisher.localization.names import HAN, Romanized, pinyin_word


class Place(NamedTuple):
    """The English name of a place; ``within`` names the land it stands with in a dateline, if any."""

    english: str
    within: str


_CLASSES = {
    "自治区": "", "省": "", "市": "", "特别行政区": "", "地区": "Prefecture", "盟": "League", "自治州": "Prefecture",
    "州": "Prefecture", "自治县": "County", "县": "County", "自治旗": "Banner", "旗": "Banner", "新区": "New Area", "区": "District",
    "镇": "Town", "乡": "Township", "街道": "Subdistrict", "村": "Village",
}  # fmt: skip
_PEOPLES = "(?:维吾尔|壮族|回族|蒙古族?|藏族|羌族|彝族|傣族|哈萨克|柯尔克孜|朝鲜族|土家族|苗族|布依族|侗族|哈尼族|白族|景颇族|傈僳族)*"
_CLASS = "|".join(sorted(_CLASSES, key=len, reverse=True))
_UNIT = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{1,7}}?)(?P<class>{_CLASS})")
_BEHIND = re.compile(rf"{_PEOPLES}(?P<class>{_CLASS})")
_ROADS = {
    "大道": "Avenue",
    "路": "Road",
    "大街": "Street",
    "街": "Street",
    "巷": "Lane",
    "胡同": "Hutong",
    "弄": "Lane",
}
_SIDES = {"东": "East", "西": "West", "南": "South", "北": "North", "中": "Middle"}
_ROAD = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,6}?)(?P<side>[东西南北中]?)(?P<nth>[一二三四五六七八九]?)"
    rf"(?P<class>{'|'.join(sorted(_ROADS, key=len, reverse=True))})(?:(?P<number>\d+(?:-\d+)?)号)?"
)
_NTH = dict(
    zip("一二三四五六七八九", ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th"), strict=True)
)
_INSIDE = (
    (re.compile(r"(?:(\d+)|([A-Z]))(?:号楼|栋|幢)"), "Building {}"),
    (re.compile(r"(?:(\d+)|([A-Z]))座"), "Block {}"),
    (re.compile(r"(\d+)单元"), "Unit {}"),
    (re.compile(r"(\d+)(?:楼|层)"), "Floor {}"),
    (re.compile(r"(\d+)室"), "Room {}"),
)
_LONGEST = 80


def english_place(text: str) -> Place | None:
    """Return the official English of the place ``text``, 省, 市 and their like aside; None if it is unknown."""
    table = _table()
    name = _simplified(text.strip())
    if found := table.get(name):
        return found
    for end in range(len(name) - 1, 1, -1):
        behind = _BEHIND.fullmatch(name, end)
        if behind and (found := table.get(name[:end])):
            kind = "" if behind["class"] in ("自治州", "地区", "盟") else _CLASSES[behind["class"]]
            return found._replace(english=f"{found.english} {kind}".strip())
    return None


def english_address(text: str) -> Romanized | None:
    """Return the place or postal address ``text`` in English, the smallest part first; None if it says more.

    ``doubt`` is set where a part is known by its sound alone. 内蒙古自治区呼和浩特市
    中山路5号 is 5 Zhongshan Road, Hohhot, Inner Mongolia.
    """
    rest = _simplified(re.sub(r"\s+", "", text))
    if len(rest) > _LONGEST or not HAN.search(rest):
        return None
    parts: list[str] = []
    doubted: list[str] = []
    while rest:
        taken = (
            _known(rest, bare=False)
            or _road(rest)
            or _known(rest, bare=True)
            or _inside(rest)
            or _unknown(rest, alone=not parts)
        )
        if taken is None:
            return None
        said, length, by_sound = taken
        if not parts or parts[-1] != said:
            parts.append(said)
        if by_sound:
            doubted.append(rest[:length])
        rest = rest[length:].lstrip("，,")
    doubt = f"{', '.join(doubted)}: pinyin may not be the official English" if doubted else ""
    return Romanized(", ".join(reversed(parts)), doubt)


def land_of(city: str) -> str:
    """Return what stands behind the English ``city`` in a dateline: China, Taiwan; "" if it is not known.

    Hong Kong has an Aberdeen and a Stanley as others have: its parts are not told by their names.
    """
    land = _lands().get(city.casefold(), "")
    return "" if land == "Hong Kong" else land


_Taken = tuple[str, int, bool]


def _known(text: str, *, bare: bool) -> _Taken | None:
    """Take a place of the table, with 省, 市 or their like behind it or, ``bare``, without."""
    table = _table()
    for end in range(min(len(text), 8), 1, -1):
        if found := table.get(text[:end]):
            behind = _BEHIND.match(text, end)
            if behind is None and not bare:
                continue
            if behind is None:
                return found.english, end, False
            kind = "" if behind["class"] in ("自治州", "地区", "盟") else _CLASSES[behind["class"]]
            return f"{found.english} {kind}".strip(), behind.end(), False
    return None


def _road(text: str) -> _Taken | None:
    match = _ROAD.match(text)
    unit = _UNIT.match(text)
    if match is None or (unit and unit.end() < match.end("name")):
        return None
    words = (pinyin_word(match["name"]), _SIDES.get(match["side"], ""), _NTH.get(match["nth"], ""))
    road = " ".join(word for word in (match["number"] or "", *words, _ROADS[match["class"]]) if word)
    return road, match.end(), False


def _inside(text: str) -> _Taken | None:
    for pattern, form in _INSIDE:
        if match := pattern.match(text):
            return form.format(next(group for group in match.groups() if group)), match.end(), False
    return None


def _unknown(text: str, *, alone: bool) -> _Taken | None:
    if match := _UNIT.match(text):
        name, kind = match["name"], match["class"]
        said = pinyin_word(name + kind if len(name) == 1 else name)  # 蔚县 is Yuxian County
        return f"{said} {_CLASSES[kind]}".strip(), match.end(), True
    if alone and re.fullmatch(r"[\u4e00-\u9fff]{2,4}", text):
        return pinyin_word(text), len(text), True
    return None


@cache
def _table() -> dict[str, Place]:
    with (resources.locales() / "places.csv").open(encoding="utf-8", newline="") as file:
        return {row["chinese"]: Place(row["english"], row["within"]) for row in csv.DictReader(file)}


@cache
def _lands() -> dict[str, str]:
    return {place.english.casefold(): place.within for place in _table().values()}


def _simplified(text: str) -> str:
    if all(char in _plain() for char in text if HAN.match(char)):
        return text
    from opencc import OpenCC

    converted: str = OpenCC("t2s").convert(text)
    return converted


@cache
def _plain() -> frozenset[str]:
    """Return the characters of the table, which need no converting."""
    return frozenset("".join((*_table(), *_CLASSES, *_ROADS, *_SIDES, *_NTH)))
