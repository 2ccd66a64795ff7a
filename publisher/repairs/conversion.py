"""Text converted from one script into the other, with names and the words that converters get wrong."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from publisher.localization.surnames import SINGLE
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
            return _with_forms(text, new, _people(text)) if len(new) == len(text) else new

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
        "范于后干余岳涂游谷曲郁种卜沈姜万云叶钟冯党系向台秋松朱胡周邱征洪家柜布面御才仆升丑",
        "范于后干余岳涂游谷曲郁种卜沈姜萬雲葉鍾馮党系向台秋松朱胡周邱征洪家柜布面御才仆升丑",
        strict=True,
    )
)
_ALSO_WORDS = frozenset("于后干系向台松家布面御才种升征丑")
"""Those that are a word of their own more often than a surname."""

# the same for given names: 余秋里
_GIVEN = {char: char for char in "里岳谷松范余卜姜沈游面郁曲朱秋家丑斗涂志采栗咸制致占克回卷折舍蒙"}
_OF_NAMES = frozenset(("nr", "zg", "g", "ag", "x"))
"""Tags of a single character that is no word by itself: after 于 it is a name."""

_TITLES = (
    "书记|[省市县区镇乡村校院厂社会局处科部司厅店队团行]长|主任|经理|总裁|董事|主席|教授|博士|记者|通讯员|先生|女士|老师|医生|主播|导演|演员|作家|诗人|画家"
    "|工程师|设计师|研究员|负责人|发言人|代表|委员|法官|律师|学生|选手|教练|冠军|农民|市民|村民|职工|员工|总监|院士|专家|学者|干事|顾问|秘书|会计|裁判|师傅|同学"
)
_SPEAKS = "说|表示|介绍|指出|认为|强调|告诉|坦言|透露|感慨|回忆|写道|出席|主持|致辞|宣布|获|率|在接受|等|也|和|、|，|作|担任|带领|当选|创办|执导|主编|摄"
_HAN = re.compile(r"[\u3400-\u9fff]+")
_NAMED = re.compile(
    rf"(?:(?<=书记)|(?<=[长任理裁事席授士者员生师播演家人表委官律手练军民工监院问书计判傅学]))(?P<a>[{''.join(_SURNAMES)}])"
    rf"(?=[\u4e00-\u9fff]{{1,2}}(?:{_SPEAKS}|[。；：）]|\Z))"
    rf"|(?P<b>[{''.join(_SURNAMES)}])(?=[\u4e00-\u9fff]{{0,2}}(?:{_TITLES}))"
    rf"|(?P<c>[{''.join(_SURNAMES)}])(?=[\u4e00-\u9fff]{{1,2}}(?:说|表示|介绍|指出|认为|强调|告诉|坦言|透露|感慨|回忆|写道|摄))"
)


def _people(text: str) -> Iterator[tuple[int, int]]:
    """Yield where people stand whose Traditional form a converter gets wrong: the name, or the surname alone."""
    if not any(c in _SURNAMES or c in _GIVEN for c in text):
        return
    import rjieba  # segmentation: a name is no part of a longer word

    starts, at = set(), 0
    words = rjieba.tag(text, True)
    for n, (word, kind) in enumerate(words):
        end = at + len(word)
        if word[0] in _SURNAMES and (kind.startswith("nr") or len(word) == 1):
            starts.add(at)
        if kind.startswith("nr") and 1 < len(word) < 5:
            start = at + (word[0] == "过" and word[1] in _SURNAMES)  # 读过余华的书
            if text[start] in SINGLE:
                # 车库里 and 云集于 are words with another behind them, 施舍 is one
                whole = rjieba.has_word(word[:-1] if len(word) > 2 else word)
                yield start, start + 1 if whole else end
        elif len(word) == 3 and word[0] in _SURNAMES and not rjieba.has_word(word):
            if word[0] not in _ALSO_WORDS or kind == "g":
                yield at, end
        elif word in ("于", "过于", "过后") and _is_given(words[n + 1 : n + 3], alone=word == "于"):
            yield end - 1, end
        at = end
    for match in _NAMED.finditer(text):
        if match.start() in starts:
            yield match.start(), match.start() + 1


_AFTER_YU = frozenset("此其彼何己我你他她它之斯民国世事外内前后上下左右中先初末今昔众人心手身法理情家室")
"""What stands behind the preposition by itself: 云集于此."""


def _is_given(following: Sequence[tuple[str, str]], *, alone: bool) -> bool:
    """Tell whether a given name follows 于: what no preposition stands before; not 和 but in a name."""
    if not following or not _HAN.fullmatch(following[0][0]):
        return False
    word, kind = following[0]
    if not alone:
        return kind == "nr" or (len(word) == 1 and kind in _OF_NAMES)
    if word == "和" and len(following) > 1:
        word, kind = following[1]
    return len(word) == 1 and kind in _OF_NAMES and _HAN.fullmatch(word) is not None and word not in _AFTER_YU


def keeping_people(convert: Callable[[str], str], names: Iterable[str]) -> Callable[[str], str]:
    """Return ``convert``, which leaves the characters of the people in ``names`` as they are in names."""
    known = sorted({n for n in names if 1 < len(n) < 5 and n[0] in SINGLE}, key=len, reverse=True)
    if not known:
        return convert
    pattern = re.compile("|".join(map(re.escape, known)))

    def kept(text: str) -> str:
        new = convert(text)
        spans = (m.span() for m in pattern.finditer(text))
        return _with_forms(text, new, spans) if len(new) == len(text) else new

    return kept


def _with_forms(text: str, new: str, people: Iterable[tuple[int, int]]) -> str:
    """Return ``new``, the conversion of ``text``, with the forms of names in its ``people``."""
    chars = list(new)
    for start, end in people:
        chars[start] = _SURNAMES.get(text[start], chars[start])
        for at in range(start + 1, end):
            chars[at] = _GIVEN.get(text[at], chars[at])
    return "".join(chars)


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
