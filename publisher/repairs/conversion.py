"""Text converted from one script into the other, with names and the words that converters get wrong."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from publisher.model import Article
from publisher.repairs.edits import Edit, edit_article
from publisher.repairs.hanzi import traditional_only
from publisher.repairs.press_forms import press_forms
from publisher.report import Notice, Report

# restored to the mainland table of 2013 for names, though OpenCC still folds some of them
NAME_FORMS = frozenset("喆堃昇陞淼犇甯邨仝谿氾晳皙勠蹚瞋噘")

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
CONFIGS = {"zh-Hant": "s2tw", "zh-Hant-TW": "s2tw", "zh-Hant-HK": "s2hk"}


def table_of(target: str) -> str:
    """Return the table that serves a Chinese tag: Macao writes as Hong Kong does."""
    if target.startswith("zh-Hans"):
        return "zh-Hans"
    return "zh-Hant-HK" if target.endswith("-MO") else target if target in CONFIGS else "zh-Hant"


@cache
def converter(target: str) -> Callable[[str], str]:
    """Return what converts text to ``target``: zh-Hans, or one of ``CONFIGS``."""
    from opencc import OpenCC  # loads its dictionaries: only a text with Traditional forms pays for it

    if target != "zh-Hans":
        convert: Callable[[str], str] = OpenCC(CONFIGS[target]).convert

        def with_names(text: str) -> str:
            new = press_forms(convert(text), target)
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
        if left := [c for c in set(text) if traditional_only(c) and c not in NAME_FORMS]:
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


def keeping_names(convert: Callable[[str], str]) -> Callable[[str], str]:
    """Return ``convert`` for text whose name characters a converter to Traditional left as they were."""

    def kept(text: str) -> str:
        new = convert(text)
        if len(new) != len(text) or not any(c in text for c in NAME_FORMS):
            return new
        return "".join(o if o in NAME_FORMS else n for o, n in zip(text, new, strict=True))

    return kept


def change(
    article: Article, convert: Callable[[str], str], report: Report, why: str, confidence: float
) -> Article:
    """Return ``article`` with every text as ``convert`` makes it, and a notice for each that changes."""
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
