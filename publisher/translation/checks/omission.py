"""Sentences that one text has and the other lacks."""

import re
from collections import Counter
from collections.abc import Iterator
from math import log

import msgspec

from publisher.translation.checks.dictionary import content_words
from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.length import deviation
from publisher.translation.checks.pair import Pair, Span
from publisher.translation.checks.reference import Reference
from publisher.translation.segments import split

_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+|\d+(?:[.,]\d+)*")


_EMPTY = frozenset(
    [
        "进行",
        "進行",
        "有关",
        "有關",
        "相关",
        "相關",
        "以及",
        "通过",
        "通過",
        "实现",
        "實現",
        "工作",
        "问题",
        "問題",
        "表示",
        "一个",
        "一個",
        "我们",
        "我們",
        "他们",
        "他們",
        "这个",
        "這個",
        "可以",
        "已经",
        "已經",
        "因为",
        "因為",
        "所以",
        "但是",
        "如果",
        "就是",
        "还是",
        "還是",
        "这些",
        "這些",
        "自己",
        "没有",
        "沒有",
    ]
)
"""Words that a translation often does without."""

_FOUND_BACK, _LOST_BACK = 1.9, -0.72

_FOUND = 0.62
"""How many words of a translated text the dictionary finds in the translation."""

_STEMS = 1_300
"""Effective number of English stems: what a word meets by chance."""

_QUOTATION = 2.6
"""What it weighs that of two quotations one is left: “…”, he said. “…”"""

_SAYS = re.compile(r"[A-Za-z\u3400-\u9fff]")
_OPENERS = re.compile("[“「『]")
_SAID = re.compile(
    r"^[“\"].*[,?!][”\"] (?:[\w’'.-]+ ){0,6}"
    r"(?:said|says|told|added|noted|recalled|explained|wrote|asked|stressed)\b[^“\"]*$"
)
_CLAUSES = re.compile(r"[“「][^”」]*[，。！？；][^”」]*[^”」。！？]")
_CATCHWORD = re.compile(r"[“「][一二两兩三四五六七八九十双雙][^”」，。]{1,8}[”」]")
_MOST = 12
"""Sentences of a segment that are compared one by one."""


class _Model(msgspec.Struct, frozen=True):
    """A logistic model of whether a sentence was left out, fitted on translations whole and with one dropped.

    ``shorter`` is in standard deviations of length, ``much`` counts those
    beyond one, ``fewer`` is 1 where there are fewer sentences and −1 where more,
    ``found`` weighs the words of the sentence that is found least.
    """

    shorter: float
    much: float
    fewer: float
    found: float
    single: float
    base: float

    def score(self, off: float, fewer: int, found: float, count: int, unquoted: bool) -> float:
        """Return the logarithm of the odds that a sentence is missing."""
        return (
            self.base
            - self.shorter * off
            + self.much * max(0.0, -off - 1)
            + self.fewer * max(-1, min(1, fewer))
            - self.found * max(-8.0, min(8.0, found if count > 1 else 0.0))
            + (self.single if count == 1 else 0.0)
            + (_QUOTATION if unquoted else 0.0)
        )


_FORWARD = _Model(shorter=2.8, much=0.2, fewer=2.4, found=0.65, single=-3.0, base=-1.6)
_BACK = _Model(shorter=2.2, much=1.5, fewer=2.4, found=0.65, single=-3.0, base=-2.6)
_DOUBTFUL = 1.0
_SURE = 2.7


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield a finding for a target that is empty or lacks a sentence of the source, and the converse.

    The words of each sentence are looked for in the sentences of the other
    text by what the dictionary knows of them; length and the number of
    sentences weigh in.
    """
    if not pair.source.strip() and pair.target.strip():
        yield pair.mark("omission", Level.ERROR, "the target has no source", target=((0, len(pair.target)),))
        return
    if not pair.target.strip():
        if pair.source.strip():
            yield pair.mark(
                "omission", Level.ERROR, "the source has no translation", source=((0, len(pair.source)),)
            )
        return
    if not pair.is_translated:
        return
    han, english = _spans(pair.chinese, "zh"), _spans(pair.english, "en")
    latin = _joined(pair, english)
    if not han or not latin:
        return
    off = deviation(pair.chinese, pair.english)
    for in_chinese, model in ((True, _FORWARD), (False, _BACK)):
        mine, theirs = (han, latin) if in_chinese else (latin, han)
        sign = 1 if in_chinese else -1
        # a sentence more in the target is a sentence divided: only the source's are counted as missing
        fewer = len(mine) - len(theirs) if in_chinese == pair.from_chinese else 0
        unquoted = (
            in_chinese == pair.from_chinese
            and _quotations(pair.source) > _quotations(pair.target) > 0
            and latin == english
        )
        if model.score(sign * off, fewer, -8.0, len(mine), unquoted) < _DOUBTFUL:
            continue  # whatever is found, it would not be enough
        least, found = _least(pair, mine, theirs, in_chinese, reference)
        score = model.score(sign * off, fewer, found, len(mine), unquoted)
        if score < _DOUBTFUL:
            continue
        side, other = ("Chinese", "English") if in_chinese else ("English", "Chinese")
        said = (pair.chinese if in_chinese else pair.english)[slice(*least)].strip()
        place = () if len(mine) == 1 else (least,)
        yield pair.finding(
            "omission",
            _level(pair, score, single=len(mine) == 1, added=in_chinese != pair.from_chinese),
            f"the {other} seems to lack a part of the {side}"
            + (f", perhaps “{said}”" if place else ": it is much shorter"),
            chinese=place if in_chinese else (),
            english=() if in_chinese else place,
        )
        return


def _level(pair: Pair, score: float, *, single: bool, added: bool) -> Level:
    """Return how sure it is; of a ``single`` sentence no more is known than that it is long or short.

    A translator spells out names and catchwords (“三农”).
    """
    if single and _CATCHWORD.search(pair.chinese):
        return Level.INFO
    if single and added:
        return Level.WARNING if score >= _SURE else Level.INFO
    return Level.ERROR if score >= _SURE else Level.WARNING


def _quotations(text: str) -> int:
    return len(_OPENERS.findall(text)) + text.count('"') // 2


def _spans(text: str, language: str) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for sentence in split(text, language):
        if len(spans) < _MOST and len(_SAYS.findall(sentence)) > 1:  # a number alone is no sentence
            start = text.index(sentence, at)
            at = start + len(sentence)
            spans.append((start, at))
    return spans


def _joined(pair: Pair, sentences: list[Span]) -> list[Span]:
    """Join the halves of a quotation that “he said” divides, where the Chinese has one of several clauses."""
    if len(_OPENERS.findall(pair.chinese)) != 1 or not _CLAUSES.search(pair.chinese):
        return sentences
    out: list[Span] = []
    for start, end in sentences:
        if out and pair.english[start] in '“"' and _SAID.search(pair.english[slice(*out[-1])]):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _least(
    pair: Pair, mine: list[Span], theirs: list[Span], in_chinese: bool, reference: Reference
) -> tuple[Span, float]:
    """Return the sentence of one text that is found least in any sentence of the other, and its weight."""
    if len(mine) == 1:
        return mine[0], 0.0
    rows = []
    for start, end in theirs:
        if in_chinese:
            rows.append(chinese_sentences(pair.chinese, mine, pair.english[start:end], reference))
        else:
            rows.append(english_sentences(pair.chinese[start:end], pair.english, mine, reference))
    best = [max(row[n] for row in rows) for n in range(len(mine))]
    least = min(range(len(mine)), key=best.__getitem__)
    return mine[least], best[least]


def chinese_sentences(chinese: str, spans: list[Span], english: str, reference: Reference) -> list[float]:
    """Return for each sentence of the Chinese text how likely it is that the English translates it."""
    supply = Counter(found for found, _, _ in content_words(english))
    letters = {word.lower() for word in re.findall(r"[A-Za-z]+|\d+(?:[.,]\d+)*", english)}
    total = len(supply)
    words: list[tuple[int, frozenset[str]]] = []
    weights: list[tuple[int, float]] = []
    demand: Counter[str] = Counter()
    for word, tag, at in reference.words(chinese):
        if not _HAN.fullmatch(word):
            if _LATIN.fullmatch(word) and len(word) > 1:
                weights.append((at, 2.5 if word.lower() in letters else -0.7))
            continue
        if len(word) < 2 or word in _EMPTY:
            continue
        stems = reference.dictionary.stems(word)
        if stems:
            words.append((at, stems))
            demand.update(stems & supply.keys())
        elif tag == "nr":
            weights.append((at, 2.5 if _reads(word, letters, reference) else -0.7))
    for at, stems in words:
        share = max((min(1.0, supply[s] / demand[s]) for s in stems & supply.keys()), default=0.0)
        weights.append((at, _weigh(share, len(stems), total)))
    return [sum(weight for at, weight in weights if start <= at < end) for start, end in spans]


def english_sentences(chinese: str, english: str, spans: list[Span], reference: Reference) -> list[float]:
    """Return for each sentence of the English text how likely it is that the Chinese translates it."""
    supply: set[str] = set()
    for run in _HAN.findall(chinese):
        for word in reference.dictionary.parts(run):
            supply |= reference.dictionary.stems(word)
    letters = {word.lower() for word in _LATIN.findall(chinese)}
    weights: list[tuple[int, float]] = []
    for found, start, end in content_words(english):
        word = english[start:end]
        if word.lower() in letters or (
            word[0].isupper()
            and any(
                len(way) > 1 and reference.readings.stands_in(way, chinese)
                for way in reference.readings.split(word)
            )
        ):
            weights.append((start, 2.5))
        else:
            weights.append((start, _FOUND_BACK if found in supply else _LOST_BACK))
    return [sum(weight for at, weight in weights if start <= at < end) for start, end in spans]


def _weigh(share: float, senses: int, total: int) -> float:
    """Return the log-likelihood ratio of a word found (``share`` 1) or not (0) among ``total`` stems."""
    chance = min(0.6, 0.02 + 1 - (1 - min(total / _STEMS, 0.5)) ** senses)
    likely = _FOUND + (1 - _FOUND) * chance
    return share * log(likely / chance) + (1 - share) * log((1 - likely) / (1 - chance))


def _reads(name: str, letters: set[str], reference: Reference) -> bool:
    return any(
        reference.readings.stands_in(way, name)
        for word in letters
        if word.isalpha()
        for way in reference.readings.split(word)
        if way
    )
