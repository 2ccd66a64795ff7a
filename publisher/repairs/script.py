"""Mainland text that a converter made Traditional goes back to Simplified; genuine Traditional text stays.

The words decide. A converter changes characters, not vocabulary or marks:
省委, 項目 and curly quotes remain mainland in any script, as 資訊, 計畫 and
「」 remain those of Taipei and Hong Kong.
"""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from publisher.model import Article
from publisher.repairs.conversion import (
    NAME_FORMS,
    change,
    converter,
    keeping_names,
    keeping_people,
    table_of,
)
from publisher.repairs.edits import article_texts
from publisher.repairs.hanzi import is_chinese, simplified_only, traditional_only
from publisher.repairs.region_words import with_words
from publisher.repairs.strays import LEFT_BEHIND, fold_strays
from publisher.report import Report

_MAINLAND = re.compile(
    "[省市縣區]委|黨委|黨組|黨支部|黨建|共青團|[市省縣區]政府|人社局|發改委|人大常委會|中國共產黨|習近平|社會主義"
    "|國務院|街道辦|自治[區州縣]|黨的[十二]|十[八九]大|二十大|大眾創業|職業技術學院|有限責任公司|集團有限公司|副省長|副市長|普通話"
    "|[河湖]北省|[河湖]南省|山[東西]省|江[蘇西]省|浙江省|安徽省|福建省|四川省|貴州省|雲南省|陝西省|甘肅省"
    "|青海省|海南省|遼寧省|吉林省|黑龍江|重慶市|天津市|北京市|上海市|內蒙古"
    "|我[省市縣區校國院]|本報訊|新華社|中新社|新華網|人民日報|據悉|據瞭解|據了解|書記|團委|黨員|縣委|村民|鄉鎮|[縣鎮]政府|街道|居委會|公安"
    "|派出所|居民小區|鄉村振興|脫貧|農民工|[幹干]部|調研|座談會|慰問|表彰|揭牌|授牌|教研|高校|高考|中考|課題組"
    "|幼兒園|公交|出租車|快遞|公眾號|公衆號|微信|小程序|短視頻|光伏|充電樁|芯片|開源|服務器|操作系統|畝"
    "|消防救援|林業和草原|審判員|指揮員|全[省縣]|殘聯|殘疾人(?!士)|產業園(?!區)|駕校|短信|郵箱|黨代會|消費者協會|農商銀行|儲戶|定檔"
    "|騎手|先進個人|候機樓|軌道交通|換乘|運營|釐米|科考|整改|核查|用人單位|農業農村|海關總署|村委|民警|城管|農戶|貫徹|精神文明"
)
_SHARED = re.compile(
    "群[眾衆]|志願者|項目|信息|軟件|硬件|網絡|互聯網|數據|渠道|人民幣|視頻|質量|打造|推進|落實|高質量|秘書長|辦公室|檢察院|本科|科研|副教授|二維碼|直播|新能源"
    "|人工智能|智能|打印|代碼|水平|素質|優化|公里"
    "|深圳|新疆|寧夏|西藏|南京|杭州|武漢|成都|西安|鄭州|濟南|瀋陽|長春|哈爾濱|長沙|合肥|廈門|青島|大連|昆明|貴陽|蘭州|銀川|烏魯木齊|呼和浩特|太原"
    "|河[北南]|湖[北南]|廣[東西]|浙江|江蘇|安徽|福建|江西|山東|山西|四川|雲南|貴州|陝西|甘肅|青海|遼寧|吉林"
)
"""Words that Hong Kong has, too, and places that anybody writes about: they only add to the others."""

_MANY = 4
"""So many of them under curly quotes are no chance; two are enough beside a converter's forms."""

_CONVERTED = re.compile("[爲衆麪喫僞嬀纔][\u4e00-\u9fff]|[\u4e00-\u9fff][爲衆麪喫僞嬀纔]")
"""Forms of the converters' own standard, which the press of neither Taipei nor Hong Kong writes."""

_OVERSEAS = re.compile(
    "臺灣|臺北|台北|臺中|台中|高雄|新北市|桃園|立法院|行政院|總統府|立法會|特區政府|特首|民國|新臺幣|新台幣|港幣|港元"
    "|資訊|網路|網際|軟體|硬體|程式|影片|數位|品質|專案|計畫|透過|伺服器|滑鼠|執行長|董事會主席|捷運|公車|里長"
    "|新聞稿|立即發布|即時發布|媒體聯絡|聯絡人|團隊夥伴|屋邨|的士|巴士|旺角|九龍|澳門|行銷|產學|榮譽教授"
)
_MAINLAND_PLACES = ("zh-cn", "zh-sg")
_OVERSEAS_PLACES = ("zh-tw", "zh-hk", "zh-mo")
_CONVERTER_TRACES = ("reading-removed",)
_CORNER_QUOTES = re.compile("[「」『』]")


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` in Simplified script if it is mainland text, and with its language told."""
    if not is_chinese(article.meta.language):
        return article
    text = "\n".join(t for _, t in article_texts(article))
    counts = Counter(text)
    forms = _traditional_forms(set(filter(traditional_only, counts)))
    if not forms and not (LEFT_BEHIND & counts.keys() and any(map(simplified_only, counts))):
        if "hant" in article.meta.language.lower() and not any(map(simplified_only, counts)):
            return article  # nothing in it tells the script
        return _tagged(article, "zh-Hans")
    traditional = sum(counts[c] for c in forms)
    simplified = sum(n for c, n in counts.items() if simplified_only(c))
    if simplified > traditional:
        return _tagged(fold_strays(article, forms | (LEFT_BEHIND & counts.keys()), report), "zh-Hans")
    mainland, overseas, why = _weigh(article, text, simplified, report)
    if mainland < 2 or mainland <= overseas:
        return _tagged(article, "zh-Hant")
    confidence = round(min(0.99, 0.5 + (mainland - overseas) / (2 * (mainland + overseas))), 2)
    why = f"mainland text in Traditional script ({why})"
    return _tagged(change(article, keeping_names(converter("zh-Hans")), report, why, confidence), "zh-Hans")


SCRIPTS = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
"""The scripts with tables of their own; zh-Hant is written as in Taiwan, zh-Hant-MO as in Hong Kong."""


def to_script(
    article: Article, target: str, report: Report, *, words: bool = False, names: Sequence[str] = ()
) -> Article:
    """Return ``article`` converted to ``target``, a Chinese tag with its script, whatever its origin.

    Surnames keep the form that they have as surnames (范, 于, 后 beside 範, 於,
    後), so do the people in ``names``. ``words`` puts the words of the region for those of the other (软件 and
    軟體), but in quoted titles, in ``names`` (in the script of ``article``) and
    in what is built like the name of an institution.
    """
    if target not in SCRIPTS and not target.startswith(("zh-Hans-", "zh-Hant-")):
        raise ValueError(f"unknown script {target!r}: use {', '.join(SCRIPTS)}, or one with another region")
    if not is_chinese(article.meta.language):
        return article
    convert = converter(table_of(target))
    if not target.startswith("zh-Hans"):
        convert = keeping_people(convert, names)
    if words:
        convert = with_words(convert, article.meta.language, target, names)
    return _tagged(change(article, convert, report, f"{target} was asked for", 1.0), target)


def _traditional_forms(chars: set[str]) -> set[str]:
    """Return those of ``chars`` that have a Simplified form."""
    chars = chars - NAME_FORMS
    if not chars:
        return set()
    convert = converter("zh-Hans")
    return {c for c in chars if convert(c) != c}


def _weigh(article: Article, text: str, simplified: int, report: Report) -> tuple[int, int, str]:
    """Return what speaks for mainland text, what speaks against it, and why."""
    here = sorted(set(_MAINLAND.findall(text)))
    there = sorted(set(_OVERSEAS.findall(text)))
    mainland, overseas = len(here), 2 * len(there)
    reasons = here[:5]
    if _CORNER_QUOTES.search(text):
        overseas += 6
    if any(n.code in _CONVERTER_TRACES for n in report):
        mainland += 5
        reasons.append("traces of a converter")
    shared = sorted(w for w in set(_SHARED.findall(text)) if not any(w in word for word in here))
    if "“" in text and not overseas and len(shared) >= (2 if _CONVERTED.search(text) else _MANY):
        mainland += 1
    if mainland:  # none of these says anything by itself
        mainland += len(shared)
        reasons += shared[: 5 - len(here)] if len(here) < 5 else []
        if "“" in text:
            mainland += 3
            reasons.append("curly quotes")
        if simplified > 1:
            mainland += min(simplified, 3)
            reasons.append("Simplified forms among it")
    language = article.meta.language.lower()
    mainland += 10 * language.startswith(_MAINLAND_PLACES)
    overseas += 10 * language.startswith(_OVERSEAS_PLACES)
    return mainland, overseas, ", ".join(reasons) or "its language tag"


def _tagged(article: Article, script: str) -> Article:
    language = article.meta.language.lower()
    if language.startswith(script.lower()):
        return article
    if script == "zh-Hans" and language.startswith(_MAINLAND_PLACES):
        return article
    if script == "zh-Hant" and language.startswith(_OVERSEAS_PLACES):
        return article
    return msgspec.structs.replace(article, meta=msgspec.structs.replace(article.meta, language=script))
