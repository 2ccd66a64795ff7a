"""Mainland text that a converter made Traditional goes back to Simplified; genuine Traditional text stays.

The words decide. A converter changes characters, not vocabulary or marks:
省委, 項目 and curly quotes remain mainland in any script, as 資訊, 計畫 and
「」 remain those of Taipei and Hong Kong.
"""

import re
from collections.abc import Callable

import msgspec

from publisher.model import Article
from publisher.repairs.edits import Edit, article_texts, edit_article
from publisher.repairs.hanzi import is_chinese, simplified_only, traditional_only
from publisher.report import Notice, Report

_MAINLAND = re.compile(
    "[省市縣區]委|黨委|黨組|黨支部|黨建|共青團|[市省縣區]政府|人社局|發改委|人大常委會|中國共產黨|習近平|社會主義"
    "|國務院|街道辦|自治[區州縣]|黨的[十二]|十[八九]大|二十大|大眾創業|高質量|項目|信息|軟件|硬件|網絡|互聯網|數據|渠道"
    "|人民幣|視頻|質量|打造|推進|落實|職業技術學院|有限責任公司|集團有限公司|副省長|副市長|秘書長|普通話|辦公室"
    "|[河湖]北省|[河湖]南省|山[東西]省|廣[東西]|江[蘇西]省|浙江省|安徽省|福建省|四川省|貴州省|雲南省|陝西省|甘肅省"
    "|青海省|海南省|遼寧省|吉林省|黑龍江|重慶市|天津市|北京市|上海市|深圳|新疆|內蒙古|寧夏|西藏"
)
_OVERSEAS = re.compile(
    "臺灣|臺北|台北|臺中|台中|高雄|新北市|桃園|立法院|行政院|總統府|立法會|特區政府|特首|民國|新臺幣|新台幣|港幣|港元"
    "|資訊|網路|網際|軟體|硬體|程式|影片|數位|品質|專案|計畫|透過|伺服器|滑鼠|執行長|董事會主席|捷運|公車|里長"
    "|新聞稿|立即發布|即時發布|媒體聯絡|聯絡人|團隊夥伴|屋邨|的士|巴士|旺角|九龍|澳門|行銷|產學|研討會|榮譽教授"
)
_MAINLAND_PLACES = ("zh-cn", "zh-sg")
_OVERSEAS_PLACES = ("zh-tw", "zh-hk", "zh-mo")
_CONVERTER_TRACES = ("reading-removed", "bytes-restored", "bytes-lost")
_CORNER_QUOTES = re.compile("[「」『』]")

# restored to the mainland table of 2013 for names, though OpenCC still folds some of them
_NAME_FORMS = frozenset("喆堃昇陞淼犇甯邨仝谿氾晳皙勠蹚瞋噘")


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` in Simplified script if it is mainland text, and with its language told."""
    if not is_chinese(article.meta.language):
        return article
    text = "\n".join(t for _, t in article_texts(article))
    strange = {c for c in set(text) if traditional_only(c)}
    forms = _traditional_forms(strange)
    if not forms:
        if "hant" in article.meta.language.lower() and not any(map(simplified_only, text)):
            return article  # nothing in it tells the script
        return _tagged(article, "zh-Hans")
    traditional = sum(text.count(c) for c in forms)
    simplified = sum(map(simplified_only, text))
    if simplified > traditional:
        return _fold_strays(article, forms, report)
    mainland, overseas, why = _weigh(article, text, simplified, report)
    if mainland < 2 or mainland <= overseas:
        return _tagged(article, "zh-Hant")
    confidence = round(min(0.99, 0.5 + (mainland - overseas) / (2 * (mainland + overseas))), 2)
    return _convert(article, "zh-Hans", report, f"mainland text in Traditional script ({why})", confidence)


def to_script(article: Article, target: str, report: Report) -> Article:
    """Return ``article`` converted to ``target``, zh-Hans or zh-Hant, whatever its origin."""
    if target not in ("zh-Hans", "zh-Hant"):
        raise ValueError(f"unknown script {target!r}: use zh-Hans or zh-Hant")
    if not is_chinese(article.meta.language):
        return article
    return _convert(article, target, report, f"{target} was asked for", 1.0)


def _traditional_forms(chars: set[str]) -> set[str]:
    """Return those of ``chars`` that have a Simplified form."""
    chars = chars - _NAME_FORMS
    if not chars:
        return set()
    convert = _converter("zh-Hans")
    return {c for c in chars if convert(c) != c}


def _converter(target: str) -> Callable[[str], str]:
    from opencc import OpenCC  # loads its dictionaries: only a text with Traditional forms pays for it

    # tw2s knows by phrase which 著 is 着; on other text it does what t2s does
    convert: Callable[[str], str] = OpenCC("tw2s" if target == "zh-Hans" else "s2t").convert
    return convert


def _weigh(article: Article, text: str, simplified: int, report: Report) -> tuple[int, int, str]:
    here = sorted(set(_MAINLAND.findall(text)))
    there = sorted(set(_OVERSEAS.findall(text)))
    mainland, overseas = len(here), 2 * len(there)
    overseas += 6 if _CORNER_QUOTES.search(text) else 0
    reasons = here[:5]
    if any(n.code in _CONVERTER_TRACES for n in report):
        mainland += 5
        reasons.append("traces of a converter")
    if simplified:
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


def _fold_strays(article: Article, forms: set[str], report: Report) -> Article:
    """Convert the few Traditional forms in Simplified text and let all else stand (乾县, 王於)."""
    convert = _converter("zh-Hans")

    def change(text: str) -> str:
        new = convert(text)
        if len(new) != len(text):
            return "".join(convert(c) if c in forms else c for c in text)
        return "".join(n if o in forms else o for o, n in zip(text, new, strict=True))

    return _tagged(_change(article, change, report, "a Traditional form in Simplified text", 0.9), "zh-Hans")


def _convert(article: Article, target: str, report: Report, why: str, confidence: float) -> Article:
    converted = _change(article, _converter(target), report, why, confidence)
    return _tagged(converted, target)


def _change(
    article: Article, convert: Callable[[str], str], report: Report, why: str, confidence: float
) -> Article:
    seen: set[tuple[str, str]] = set()

    def find(text: str, where: str) -> list[Edit]:
        if (where, text) in seen:
            return []
        new = convert(text)
        seen.add((where, new))
        if new == text:
            return []
        edits = _differences(text, new)
        report.add(
            Notice(
                code="script-converted",
                message=why,
                where=where,
                before="".join(dict.fromkeys(text[e.start : e.end] for e in edits)),
                after="".join(dict.fromkeys(e.new for e in edits)),
                confidence=confidence,
                offsets=tuple(e.start for e in edits),
            )
        )
        return edits

    return edit_article(article, find)


def _differences(old: str, new: str) -> list[Edit]:
    if len(old) == len(new):  # the rule: scripts map character to character
        return [Edit(i, i + 1, n) for i, (o, n) in enumerate(zip(old, new, strict=True)) if o != n]
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Edit(a, b, new[c:d]) for tag, a, b, c, d in blocks if tag != "equal"]
