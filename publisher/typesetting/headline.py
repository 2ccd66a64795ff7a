"""Break a headline for sense and balance: never inside a word, no last line that dangles."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate

from publisher.typesetting import fonts
from publisher.typesetting.lines.breaks import wholes
from publisher.typesetting.lines.classes import is_word

_LONGEST = 80
"""A headline of more words than this is no headline; it is left to the engine."""

_NO_START = frozenset("、，。．：；！？”’）］｝〕》〉】〗」』–—～-·・‧／/%％,.;:!?)")
_CLAUSE_ENDS = frozenset("，。：；！？ \u3000")
_NO_END = frozenset("“‘（［｛〔《〈【〖「『(")


def lines(headline: str, language: str, font: str, measure: float) -> tuple[str, ...]:
    """Return the lines of ``headline`` for a ``measure`` in em of the bold face ``font``.

    The number of lines is the least that fits; among the ways to break them
    the one with the most even lines wins, and a last line under a third of
    the measure, or of one English word, is avoided if there is another way.
    """
    if "\n" not in headline and fonts.advance(font, headline) <= measure:
        return (headline,)
    han = language.startswith("zh")
    words = _words(headline) if han else tuple(w + " " for w in headline.split())
    if not 1 < len(words) <= _LONGEST:
        return (headline,)
    widths = [fonts.advance(font, w.strip() or w) for w in words]
    gap = 0.0 if han else fonts.advance(font, " ")
    torn = _torn_han(words) if han else _torn_english(words)
    breaks = _best(words, widths, gap, measure, torn)
    return tuple("".join(words[a:b]).strip() for a, b in breaks)


def phrases(line: str) -> tuple[str, ...]:
    """Return the parts of Chinese between which a line may end: words with their particles, whole phrases."""
    words = _words(line)
    bonds = _bonds(words) | _within(words, _QUOTED) | _within(words, _NAME)
    out: list[str] = []
    leads = False
    for n, word in enumerate(words):
        if out and (leads or n in bonds or word in _AFTER):
            out[-1] += word
        else:
            out.append(word)
        leads = word in _LEADING
    return tuple(out)


_AFTER = frozenset("的地得了着过等")
_FUNCTION_WORDS = frozenset("的地得了着过和与及或在从向对为把被将以于由是有等第“‘（《「『")
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇"
    "卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬"
    "段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文"
)
_TITLE_ENDS = frozenset("长長记記授任士席员員表家者师師生裁理监監官将將手")
"""How titles end: 市长, 书记, 教授, 主任, 院士, 代表, 作家, 记者."""

_LEADING = _FUNCTION_WORDS - _AFTER
_AMID_FIGURES = re.compile(r"\d[—–～~∶:/.-]$")


def _words(headline: str) -> tuple[str, ...]:
    """Cut Chinese into words; a mark or a suffix of one character stays with the word before it.

    A surname behind a title, and what follows a preposition, stay with the word behind them.
    """
    import rjieba  # loads its dictionary: only a headline that needs two lines pays for it

    out: list[str] = []
    for word in rjieba.cut(headline):
        last = out[-1] if out else ""
        lone = len(last) == 1 and last not in _FUNCTION_WORDS  # 与市科技局: it leads, there is none before it
        named = word in _SURNAMES and last[-1:] in _TITLE_ENDS
        suffix = len(word) == 1 and word not in _FUNCTION_WORDS and last not in _LEADING and not named
        amid = word[0].isdigit() and _AMID_FIGURES.search(last)
        inside = last and is_word(word[0]) and (last[-1] in "’'" or is_word(last[-1]))  # L’Oréal
        joined = lone or suffix or amid or inside
        if last and (joined or word[0] in _NO_START or last[-1] in _NO_END or last[-1].isdigit()):
            out[-1] += word
        else:
            out.append(word)
    return tuple(out)


def _bonds(words: tuple[str, ...]) -> frozenset[int]:
    """Return where a break tears a four-character phrase.

    Words of two Han each stand in pairs; in a run with one over, the first
    stands alone, for a qualifier leads.
    """
    bonds: set[int] = set()
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and len(words[end]) == 2:
            end += 1
        bonds.update(range(end - 1, start, -2))
        start = end + 1
    return frozenset(bonds)


def _amid_clauses(words: tuple[str, ...]) -> frozenset[int]:
    """Return where a break lies inside a clause, of a headline that has several."""
    ends = {n for n, word in enumerate(words[:-1], 1) if word[-1] in _CLAUSE_ENDS}
    return frozenset(range(1, len(words))) - ends if ends else frozenset()


_QUOTED = re.compile("“[^“”]{1,10}”|《[^《》]{1,10}》|「[^「」]{1,10}」|『[^『』]{1,10}』")
"""A name of a few words stays whole: a slogan, a prize, a book."""

_NAME = re.compile(
    "(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|夏侯|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|宇文|长孙|長孫|司徒|司空|端木|东方|東方|南宫|南宮)"
    "[\u4e00-\u9fff]{1,2}"
)
_COUNTED = re.compile(
    r"\d[万萬亿億余餘多]*[家名位个個项項件台场場种種所座户戶间間套支幅部本](?=[\u4e00-\u9fff])"
)

_PHRASE = 3
"""So many times as much as for anything else it costs to part a quotation, a name or a figure."""


def _within(words: tuple[str, ...], pattern: re.Pattern[str]) -> frozenset[int]:
    """Return where a break lies within what ``pattern`` finds."""
    return _amid(words, (found.span() for found in pattern.finditer("".join(words))))


def _amid(words: tuple[str, ...], spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    at = {offset: n for n, offset in enumerate(accumulate(map(len, words)), 1)}
    return frozenset(at[n] for start, end in spans for n in range(start + 1, end) if n in at)


def _wholes(words: tuple[str, ...]) -> frozenset[int]:
    return _amid(words, wholes("".join(words)))


def _torn_han(words: tuple[str, ...]) -> Counter[int]:
    """Return how much each break tears of Chinese: phrases, clauses, particles, what is counted and named."""
    torn = Counter((*_bonds(words), *_amid_clauses(words)))
    torn.update(n for n, word in enumerate(words[:-1], 1) if word in _LEADING or words[n][0] in _AFTER)
    torn.update(_amid(words, ((n.start(), n.end() + 1) for n in _COUNTED.finditer("".join(words)))))
    for n in _within(words, _QUOTED) | _within(words, _NAME) | _wholes(words):
        torn[n] += _PHRASE
    return torn


_PARTICLES = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)


def _particles(words: tuple[str, ...]) -> frozenset[int]:
    """Return where a break would leave an article, a conjunction or a preposition at the line end."""
    return frozenset(n for n, word in enumerate(words, 1) if word.strip().lower() in _PARTICLES)


_QUOTED_ENGLISH = re.compile("“[^“”]{1,28}”")
_NUMBER = re.compile(
    rf"\d[\d,.]*(?: (?:million|billion|trillion))? (?!(?:{'|'.join(sorted(_PARTICLES))})\b)[a-z]"
)
_PROPER = re.compile(r"[A-Z][\w’'-]* (?=[A-Z])")


def _torn_english(words: tuple[str, ...]) -> Counter[int]:
    """Return how much each break tears of English: particles, names, numbers, quotations.

    Where most words begin with a capital, that tells no name.
    """
    torn = Counter(_particles(words))
    if sum(word[0].isupper() for word in words) * 2 <= len(words):
        torn.update(_amid(words, ((n.start(), n.end() + 1) for n in _PROPER.finditer("".join(words)))))
    torn.update(_within(words, _NUMBER))
    for n in _within(words, _QUOTED_ENGLISH) | _wholes(words):
        torn[n] += _PHRASE
    return torn


def _best(
    words: tuple[str, ...], widths: list[float], gap: float, measure: float, torn: Mapping[int, int]
) -> list[tuple[int, int]]:
    """Choose line ends by least squared slack over the fewest lines (Knuth and Plass, without stretch).

    Each thing that a line end has ``torn`` costs as much as a slack of a quarter of the measure.
    """
    count = len(words)
    spaced = gap > 0

    def width(start: int, end: int) -> float:
        return sum(widths[start:end]) + gap * (end - start - 1)

    @cache
    def fewest(start: int) -> int:
        if start == count:
            return 0
        ends = [e for e in range(start + 1, count + 1) if e == start + 1 or width(start, e) <= measure]
        return 1 + min(fewest(e) for e in ends)

    total = fewest(0)
    ideal = width(0, count) / max(total, 1)

    @cache
    def cost(start: int, left: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if left == 0:
            return (0.0, ()) if start == count else (float("inf"), ())
        found: tuple[float, tuple[tuple[int, int], ...]] = (float("inf"), ())
        for end in range(start + 1, count + 1):
            if end > start + 1 and width(start, end) > measure:
                break
            rest, tail = cost(end, left - 1)
            slack = (width(start, end) - ideal) ** 2 + torn.get(end, 0) * (measure / 4) ** 2
            dangles = width(start, end) < measure / 3 or (spaced and end - start == 1)
            if end == count and total > 1 and dangles:
                slack += measure**2
            if slack + rest < found[0]:
                found = (slack + rest, ((start, end), *tail))
        return found

    return list(cost(0, total)[1]) if count else []
