"""The script of the other language left standing: Han and wide marks in English, narrow marks beside Han."""

import re
from collections.abc import Iterator

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference

_HAN = re.compile(r"[\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_WIDE_MARKS = re.compile(r"[、。「」『』【】〔〕《》〈〉，；：！？（）％～＂＇．]")
_NARROW_MARKS = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:,(?!\d)|;|\?|!|\.{3,}|--+)|(?:,|\.{3,}|--+)(?=[\u4e00-\u9fff])"
)
_ASIDE = re.compile(r"[(（\[“\"‘《][^()（）\[\]“”\"]{0,60}\Z")


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield what is left of the other script in the target."""
    if not pair.is_translated:
        return
    if pair.from_chinese:
        yield from _in_english(pair)
    else:
        yield from _in_chinese(pair)


def _in_english(pair: Pair) -> Iterator[Finding]:
    for found in _HAN.finditer(pair.target):
        aside = _ASIDE.search(pair.target, max(0, found.start() - 61), found.start())
        yield pair.mark(
            "script",
            Level.INFO if aside else Level.ERROR,
            f"“{found[0]}” is left in the English",
            target=(found.span(),),
        )
    marks = [found.span() for found in _WIDE_MARKS.finditer(pair.target)]
    if marks:
        shown = " ".join(dict.fromkeys(pair.target[a:b] for a, b in marks))
        yield pair.mark("script", Level.ERROR, f"marks of Chinese text in the English: {shown}", target=marks)


def _in_chinese(pair: Pair) -> Iterator[Finding]:
    marks = [found.span() for found in _NARROW_MARKS.finditer(pair.target)]
    if marks:
        shown = " ".join(dict.fromkeys(pair.target[a:b] for a, b in marks))
        yield pair.mark("script", Level.WARNING, f"marks of English text beside Han: {shown}", target=marks)
    traditional, simplified = _scripts(pair.target)
    if traditional and simplified:
        few = min(traditional, simplified, key=len)
        shown = "".join(pair.target[at] for at in few[:8])
        yield pair.mark(
            "script",
            Level.WARNING,
            f"Simplified and Traditional characters are mixed: {shown}",
            target=[(at, at + 1) for at in few],
        )


def _scripts(text: str) -> tuple[list[int], list[int]]:
    """Return where characters stand that are Traditional only, and Simplified only."""
    from opencc import OpenCC

    to_simplified, to_traditional = OpenCC("t2s"), OpenCC("s2t")
    traditional, simplified = [], []
    for at, char in enumerate(text):
        if "\u4e00" <= char <= "\u9fff":
            changed, back = to_simplified.convert(char), to_traditional.convert(char)
            if changed != char and back == char:
                traditional.append(at)
            elif (
                back != char and changed == char and to_simplified.convert(back) == char and char not in _BOTH
            ):
                simplified.append(at)
    return traditional, simplified


# simplified forms that stand in genuine Traditional text too
_BOTH = frozenset(
    "后里面台只干发复历松准几于云丑谷系向并志余游叶周制占布斗冲卷折朱范钟么尽当占吁胡秋姜郁仆价伙优克出别刮千升卜厂卤吊合回奸家岩巨帘幸广征志愈才扎扑托折曲杆杰核梁欲注洒涂淀漓炼猪当症皂筑签糊系累纤致舍苏荐药虫蜡表谷赞踊辟采里针雇霉面须风饥于升胜台万与无"
)
