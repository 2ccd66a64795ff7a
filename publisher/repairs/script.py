"""Mainland text that a converter made Traditional goes back to Simplified; genuine Traditional text stays.

The words decide. A converter changes characters, not vocabulary or marks:
省委, 項目 and curly quotes remain mainland in any script, as 資訊, 計畫 and
「」 remain those of Taipei and Hong Kong.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from publisher.model import Article
from publisher.repairs import model
from publisher.repairs.edits import Edit, article_texts, edit_article
from publisher.repairs.hanzi import is_chinese, rarity, simplified_only, traditional_only
from publisher.report import Notice, Report

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

# restored to the mainland table of 2013 for names, though OpenCC still folds some of them
_NAME_FORMS = frozenset("喆堃昇陞淼犇甯邨仝谿氾晳皙勠蹚瞋噘")

# what OpenCC turns the words of the mainland into on the way to Traditional, and not back
_WORDS = {
    "想像": "想象", "座标": "坐标", "薰陶": "熏陶", "薰染": "熏染", "薰心": "熏心", "马伕": "马夫", "车伕": "车夫", "轿伕": "轿夫",
    "船伕": "船夫", "脚伕": "脚夫", "伙伕": "伙夫", "上腭": "上颚", "下腭": "下颚", "钜子": "巨子", "揹": "背", "暱": "昵", "锺": "钟",
    "魏徵": "魏征", "澂江": "澄江", "承干宫": "承乾宫", "毕昇": "毕升",
    **{word.replace("著", "着"): word for word in (
        "专著 论著 编著 译著 遗著 原著 撰著 杂著 新著 名著 巨著 土著 卓著 著译 著文 著作 著名 著称 著述 显著 昭著".split()
    )},
}  # fmt: skip
_MAINLAND_WORDS = re.compile("|".join(map(re.escape, _WORDS)))
_CONFIGS = {"zh-Hant": "s2tw", "zh-Hant-TW": "s2tw", "zh-Hant-HK": "s2hk"}


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` in Simplified script if it is mainland text, and with its language told."""
    if not is_chinese(article.meta.language):
        return article
    text = "\n".join(t for _, t in article_texts(article))
    counts = Counter(text)
    forms = _traditional_forms(set(filter(traditional_only, counts)))
    if not forms and not (_LEFT_BEHIND & counts.keys() and any(map(simplified_only, counts))):
        if "hant" in article.meta.language.lower() and not any(map(simplified_only, counts)):
            return article  # nothing in it tells the script
        return _tagged(article, "zh-Hans")
    traditional = sum(counts[c] for c in forms)
    simplified = sum(n for c, n in counts.items() if simplified_only(c))
    if simplified > traditional:
        return _fold_strays(article, forms | (_LEFT_BEHIND & counts.keys()), report)
    mainland, overseas, why = _weigh(article, text, simplified, report)
    if mainland < 2 or mainland <= overseas:
        return _tagged(article, "zh-Hant")
    confidence = round(min(0.99, 0.5 + (mainland - overseas) / (2 * (mainland + overseas))), 2)
    why = f"mainland text in Traditional script ({why})"
    return _tagged(
        _change(article, _keeping_names(_converter("zh-Hans")), report, why, confidence), "zh-Hans"
    )


def _keeping_names(convert: Callable[[str], str]) -> Callable[[str], str]:
    """Return ``convert`` for text whose name characters a converter to Traditional left as they were."""

    def change(text: str) -> str:
        new = convert(text)
        if len(new) != len(text) or not any(c in text for c in _NAME_FORMS):
            return new
        return "".join(o if o in _NAME_FORMS else n for o, n in zip(text, new, strict=True))

    return change


SCRIPTS = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
"""What :func:`to_script` converts to; zh-Hant is written as in Taiwan."""


def to_script(article: Article, target: str, report: Report) -> Article:
    """Return ``article`` converted to ``target``, one of ``SCRIPTS``, whatever its origin.

    Forms are converted, not vocabulary; surnames keep the form that they have
    as surnames (范, 于, 后 beside 範, 於, 後).
    """
    if target not in SCRIPTS:
        raise ValueError(f"unknown script {target!r}: use {', '.join(SCRIPTS)}")
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


@cache
def _converter(target: str) -> Callable[[str], str]:
    from opencc import OpenCC  # loads its dictionaries: only a text with Traditional forms pays for it

    if target != "zh-Hans":
        convert: Callable[[str], str] = OpenCC(_CONFIGS[target]).convert

        def with_names(text: str) -> str:
            new = convert(text)
            surnames = list(_surnames(text)) if len(new) == len(text) else ()
            if not surnames:
                return new
            chars = list(new)
            for at in surnames:
                chars[at] = _SURNAMES[text[at]]
            return "".join(chars)

        return with_names
    # tw2s knows by phrase which 著 is 着; on other text it does what t2s does. Forms of Hong Kong come after.
    mainland, hong_kong = OpenCC("tw2s").convert, OpenCC("hk2s").convert

    def simplify(text: str) -> str:
        text = mainland(text)
        if left := [c for c in set(text) if traditional_only(c) and c not in _NAME_FORMS]:
            text = text.translate({ord(c): hong_kong(c) for c in left})
        return _MAINLAND_WORDS.sub(lambda m: _WORDS[m[0]], text)

    return simplify


# surnames that are another character than the word of the same Simplified form
_SURNAMES = dict(
    zip(
        "范于后干余岳涂游谷曲郁种卜丰沈姜万云叶钟冯党宁系向台秋松朱胡周邱征洪家柜布面御才仆升",
        "范于后干余岳涂游谷曲郁种卜丰沈姜萬雲葉鍾馮党甯系向台秋松朱胡周邱征洪家柜布面御才仆升",
        strict=True,
    )
)
_TITLES = (
    "书记|[省市县区镇乡村校院厂社会局处科部司厅店队团行]长|主任|经理|总裁|董事|主席|教授|博士|记者|通讯员|先生|女士|老师|医生|主播|导演|演员|作家|诗人|画家"
    "|工程师|设计师|研究员|负责人|发言人|代表|委员|法官|律师|学生|选手|教练|冠军|农民|市民|村民|职工|员工|总监|院士|专家|学者|干事|顾问|秘书|会计|裁判|师傅|同学"
)
_SPEAKS = "说|表示|介绍|指出|认为|强调|告诉|坦言|透露|感慨|回忆|写道|出席|主持|致辞|宣布|获|率|在接受|等|也|和|、|，|作|担任|带领|当选|创办|执导|主编|摄"
_NAMED = re.compile(
    rf"(?:(?<=书记)|(?<=[长任理裁事席授士者员生师播演家人表委官律手练军民工监院问书计判傅学]))(?P<a>[{''.join(_SURNAMES)}])"
    rf"(?=[\u4e00-\u9fff]{{1,2}}(?:{_SPEAKS}|[。；：）]|\Z))"
    rf"|(?P<b>[{''.join(_SURNAMES)}])(?=[\u4e00-\u9fff]{{0,2}}(?:{_TITLES}))"
    rf"|(?P<c>[{''.join(_SURNAMES)}])(?=[\u4e00-\u9fff]{{1,2}}(?:说|表示|介绍|指出|认为|强调|告诉|坦言|透露|感慨|回忆|写道|摄))"
)


def _surnames(text: str) -> Iterator[int]:
    """Yield where surnames stand whose Traditional form a converter gets wrong."""
    if not any(c in text for c in _SURNAMES):
        return
    import rjieba  # segmentation: a name is no part of a longer word

    starts, at = set(), 0
    for word, kind in rjieba.tag(text, True):
        if word[0] in _SURNAMES and (kind.startswith("nr") or len(word) == 1):
            starts.add(at)
            if kind.startswith("nr") and len(word) > 1:
                yield at
        at += len(word)
    for match in _NAMED.finditer(text):
        if match.start() in starts:
            yield match.start()


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


# characters of the Table of General Standard Chinese Characters (kTGH in the Unihan database) that
# OpenCC folds into others
_STANDING = frozenset("剋劄扞昇氾爇祕脩苧蒐薳谿釐陞") | _NAME_FORMS
_SPOKEN_OF = re.compile(
    "“[^“”]{1,6}”|‘[^‘’]{1,6}’|「[^「」]{1,6}」|『[^『』]{1,6}』|《[^《》]*》|〈[^〈〉]*〉|[(（][^()（）]{1,3}[)）]"
)
_QUOTED = re.compile("“[^“”]{1,80}”|「[^「」]{1,80}」")
_JAPANESE = re.compile(
    "[\u3041-\u30ff々]|(?<=[\u3041-\u30ff])[\u4e00-\u9fff]+|[\u4e00-\u9fff]+(?=[\u3041-\u30ff])"
)
_LEFT_BEHIND = frozenset("後於")
"""Forms that GB 2312 has, too, so that half-way converters leave them (最後, 高於)."""

_WHOLE = 0.7
"""A paragraph with such a share of Traditional forms is a quotation in another script, no slip."""


def _fold_strays(article: Article, forms: set[str], report: Report) -> Article:
    """Convert the Traditional forms of everyday words in Simplified text where several are mixed in.

    One alone may be a name or what the text speaks of (“龍”字, 王於, 衣冠塚), and so are
    those in a title, in short quotes, in Japanese and in a paragraph wholly Traditional.
    """
    convert = _converter("zh-Hans")
    everyday = {c for c in forms - _STANDING if rarity(c) == 0 and _is_usual(c, convert(c))}
    everyday |= forms & _LEFT_BEHIND
    found: dict[str, list[int]] = {
        text: list(_strays(text, everyday, convert)) for _, text in article_texts(article)
    }
    strays = [(text, at) for text, places in found.items() for at in places]
    mixed = Counter(text[at] for text, at in strays)
    often = any(mixed[c] > _MIXTURE for c in _LEFT_BEHIND)
    if len(mixed) < _MIXTURE and not often and not any(_is_half(text, at, convert) for text, at in strays):
        return _tagged(article, "zh-Hans")

    def change(text: str) -> str:
        chars = list(text)
        for at in found.get(text, ()):
            chars[at] = convert(chars[at])
        return "".join(chars)

    return _tagged(_change(article, change, report, "a Traditional form in Simplified text", 0.9), "zh-Hans")


_MIXTURE = 2
"""So many different Traditional forms make a mixture."""


def _in_names(text: str) -> Iterator[int]:
    """Yield where the characters of persons' names stand."""
    import rjieba

    at = 0
    for word, kind in rjieba.tag(text, True):
        if kind.startswith("nr"):
            yield from range(at, at + len(word))
        at += len(word)


def _is_usual(char: str, simplified: str) -> bool:
    """Tell whether ``char`` is what ``simplified`` is in Traditional script, no variant folded into it (濛, 霑)."""
    return rarity(simplified) == 0 and any(_converter(to)(simplified) == char for to in _CONFIGS)


def _is_half(text: str, at: int, convert: Callable[[str], str]) -> bool:
    """Tell whether the other half of the word at ``at`` is Simplified (创業)."""
    here, is_word = convert(text[at]), model.load().is_pair
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return bool(before and simplified_only(before) and is_word(before + here)) or bool(
        after and simplified_only(after) and is_word(here + after)
    )


def _strays(text: str, everyday: set[str], convert: Callable[[str], str]) -> Iterator[int]:
    """Yield where one of ``everyday`` stands in a word of ``text``."""
    places = [at for at, c in enumerate(text) if c in everyday]
    if not places:
        return
    simplified = sum(map(simplified_only, text))
    if len(places) > 4 and len(places) >= _WHOLE * (len(places) + simplified):
        return
    if len(places) > _MIXTURE and not simplified:
        return
    kept = {at for m in _SPOKEN_OF.finditer(text) for at in range(*m.span())}
    kept |= {at for m in _JAPANESE.finditer(text) for at in range(*m.span())}
    kept |= {
        at for m in _QUOTED.finditer(text) if not any(map(simplified_only, m[0])) for at in range(*m.span())
    }
    new = "".join(convert(c) if c in everyday else c for c in text)
    kept |= set(_in_names(new))
    is_word = model.load().is_pair
    for at in places:
        if at in kept:
            continue
        if any(map(is_word, (new[max(0, at - 1) : at + 1], new[at : at + 2]))):
            yield at


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
