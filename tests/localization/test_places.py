"""Places and addresses in English: official names, and what is known by its sound alone is doubted."""

import csv
from datetime import UTC, datetime

import pytest

from publisher import resources, theme
from publisher.localization.datelines import with_dateline
from publisher.localization.locale import locale
from publisher.localization.names import read_name
from publisher.localization.places import english_address, english_place, land_of
from publisher.model import Article, Contact, Meta, Origin, Paragraph, State, Text
from publisher.report import Report
from publisher.translation.glossary import Glossary
from publisher.translation.memory import Memory
from publisher.translation.translator import translate
from publisher.walk import plain

PLACES = """
陕西 Shaanxi|山西 Shanxi|陕西省 Shaanxi|内蒙古自治区 Inner Mongolia|西藏 Xizang
新疆维吾尔自治区 Xinjiang|广西壮族自治区 Guangxi|呼和浩特 Hohhot|呼和浩特市 Hohhot|鄂尔多斯 Ordos
哈尔滨市 Harbin|齐齐哈尔 Qiqihar|锡林郭勒盟 Xilingol|阿拉善盟 Alxa|兴安盟 Hinggan League|拉萨 Lhasa
日喀则市 Xigaze|林芝 Nyingchi|昌都 Qamdo|那曲 Nagqu|乌鲁木齐 Urumqi|喀什地区 Kashgar|和田 Hotan
吐鲁番 Turpan|库尔勒 Korla|延边朝鲜族自治州 Yanbian|格尔木 Golmud|果洛 Golog|甘孜 Garze
香格里拉 Shangri-La|满洲里 Manzhouli|二连浩特 Erenhot|西安 Xi’an|六安 Lu’an|漯河 Luohe|蚌埠 Bengbu
亳州 Bozhou|台州 Taizhou|丽水 Lishui|乐清 Yueqing|乐亭 Laoting|番禺 Panyu|什邡 Shifang|耒阳 Leiyang
都江堰 Dujiangyan|香港 Hong Kong|澳门 Macao|澳門 Macao|九龙 Kowloon|旺角 Mong Kok|沙田 Sha Tin
觀塘 Kwun Tong|氹仔 Taipa|尖沙咀 Tsim Sha Tsui|台北 Taipei|臺北市 Taipei|高雄 Kaohsiung
新竹市 Hsinchu|基隆 Keelung|金門縣 Kinmen County|屏東 Pingtung|澎湖 Penghu|嘉義 Chiayi
彰化縣 Changhua County|烏魯木齊 Urumqi|哈爾濱 Harbin
"""


@pytest.mark.parametrize("pair", PLACES.strip().replace("\n", "|").split("|"))
def test_a_place_has_its_official_name(pair: str) -> None:
    chinese, _, english = pair.partition(" ")
    found = english_place(chinese)
    assert found is not None
    assert found.english == english


@pytest.mark.parametrize("text", ["云汀", "展览", "", "Hohhot", "呼和浩特站"])
def test_what_is_not_listed_has_none(text: str) -> None:
    assert english_place(text) is None


ADDRESSES = [  # Chinese, English, whether a person must look at it
    ("呼和浩特市中山北路5号", "5 Zhongshan North Road, Hohhot", False),
    ("长春市人民大街", "Renmin Street, Changchun", False),
    ("广西壮族自治区南宁市", "Nanning, Guangxi", False),
    ("河北省蔚县", "Yuxian County, Hebei", False),
    ("西安市科技二路10号A座5层502室", "Room 502, Floor 5, Block A, 10 Keji 2nd Road, Xi’an", False),
    ("北京市海淀区中关村大街59号", "59 Zhongguancun Street, Haidian District, Beijing", True),
    ("新疆维吾尔自治区喀什地区疏勒县", "Shule County, Kashgar, Xinjiang", True),
    ("臺北市信義區市府路1號", "1 Shifu Road, Xinyi District, Taipei", True),
    ("云汀", "Yunting", True),
    ("河北 石家庄", "Shijiazhuang, Hebei", False),
    ("重庆市重庆市渝中区", "Yuzhong District, Chongqing", True),
]


@pytest.mark.parametrize(("chinese", "english", "doubted"), ADDRESSES)
def test_an_address_is_told_from_its_smallest_part(chinese: str, english: str, doubted: bool) -> None:
    read = english_address(chinese)
    assert read is not None
    assert (read.text, bool(read.doubt)) == (english, doubted)


@pytest.mark.parametrize(
    "text", ["云汀市职教路88号云汀职业技术学院", "请到学院来", "Beijing", "", "市" * 200, "北京市。上海市"]
)
def test_what_says_more_than_an_address_is_left_to_a_person(text: str) -> None:
    assert english_address(text) is None


def released(place: str, address: str) -> tuple[str, str, dict[str, State]]:
    contact = Contact(name="李雷", address=address)
    article = Article(Meta(language="zh-Hans", headline="", place=place, contacts=(contact,)), ())
    result = translate(
        article, "en", memory=Memory.load([]), glossary=Glossary(), engine=None, draft=True, report=Report()
    )
    meta = result.article.meta
    assert all(t.origin is not Origin.UNTRANSLATED for t in result.translations)
    return meta.place, meta.contacts[0].address, {t.key: t.state for t in result.translations}


def test_a_place_without_a_translation_takes_its_official_name() -> None:
    place, address, states = released("喀什", "喀什市人民东路1号")
    assert (place, address) == ("Kashgar", "1 Renmin East Road, Kashgar")
    assert set(states.values()) == {State.REVIEWED}


def test_one_that_is_known_by_its_sound_is_a_draft() -> None:
    place, address, states = released("云汀", "云汀市人民路1号")
    assert (place, address) == ("Yunting", "1 Renmin Road, Yunting")
    assert set(states.values()) == {State.DRAFT}


def test_an_office_is_told_with_the_official_name_of_its_place() -> None:
    assert read_name("内蒙古日报社", {}).text.startswith("Inner Mongolia ")


DATELINES = [
    ("Hohhot", "HOHHOT, China, March 5, 2026 – Text"),
    ("Hsinchu", "HSINCHU, Taiwan, March 5, 2026 – Text"),
    ("Beijing", "BEIJING, March 5, 2026 – Text"),
    ("Hengshui, Hebei", "HENGSHUI, Hebei, March 5, 2026 – Text"),
    ("Aberdeen", "ABERDEEN, March 5, 2026 – Text"),
    ("Springfield", "SPRINGFIELD, March 5, 2026 – Text"),
]


@pytest.mark.parametrize(("place", "text"), DATELINES)
def test_a_dateline_names_the_land_of_a_city_that_does_not_stand_alone(place: str, text: str) -> None:
    meta = Meta(language="en", headline="", place=place, issued=datetime(2026, 3, 5, tzinfo=UTC))
    article = Article(meta, (Paragraph("b1", (Text("Text"),)),))
    (block,) = with_dateline(article, locale("en", theme.load("press"))).blocks
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == text


def test_the_table_covers_the_country_and_has_each_place_once() -> None:
    with (resources.locales() / "places.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len({row["chinese"] for row in rows}) > 600
    assert {row["within"] for row in rows} == {"China", "Hong Kong", "Macao", "Taiwan", ""}
    assert all(row["english"].isprintable() and not row["chinese"].isascii() for row in rows)
    assert land_of("Shaanxi") == "China"
