"""Words that the mainland, Taiwan and Hong Kong say differently: 软件 and 軟體, 信息 and 資訊.

Our own table, ``locales/region-words.csv``, and not OpenCC's: its phrases turn
发布 into 釋出 and 项目 into 專案, which the press of Taiwan does not. A row holds
for one sense in news: a longer word that keeps its form has a row of its own
(通信员 beside 通信), and what may not stand before or behind the word is in the
row, parted by spaces (the 质量 of 分子质量 is a mass). ``=`` is the mainland's
word in Traditional characters. A row is said in both directions, but for the
kinds ``one-way`` (from the mainland alone) and ``phrase`` (one-way, and no part
of the name of an institution: 我市 before 教育局).
"""

import csv
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from publisher import resources

_INSTITUTION = (
    "大学|大學|学院|學院|学校|學校|公司|集团|集團|研究所|研究院|委员会|委員會|协会|協會|学会|學會|实验室|實驗室|中心"
    "|基地|杂志社|雜誌社|出版社|基金会|基金會|[局厅廳](?!面)|办公室|辦公室|(?:产业|產業|科技|创业|創業|工业|工業)[园園]"
    "|(?<![关關体體联聯派谱譜])系(?![统統列数數])"
)
_CONTEST = "[^\\W的了和在参參举舉报報办辦]{0,6}?(?:大赛|大賽|竞赛|競賽)"
_CLASS = r"\d{2,4}[班级級]|\d{1,2}班|[一二三四五六七八九十]{1,2}班"
_PLACE = "(?:[园園港谷楼樓城]|大厦|大廈)(?![林区區市镇鎮乡鄉宇盘盤层層])"
_BREAK = "的了和与與及在是将將对對为為、，。；：！？）」』”"
_LISTED = "企业|企業|公司|单位|單位|机构|機構|商家|品牌"
_SLOGAN = "主[题題]|口[号號]|校[训訓]|[标標][语語]"
_PROJECT = "项目|項目|工程|计划|計劃|大赛|大賽|课题|課題|专项|專項|行动|行動"
_NAMES = re.compile(
    rf"《[^《》]*》|(?:{_SLOGAN}|[题題名])[为為是：]?[“「][^”」]*[”」]|[“「][^“”「」]*[”」][为為]?(?:{_SLOGAN}|{_PROJECT})"
    rf"|(?:{_PROJECT}|[简簡下][称稱][为為是：]?)[“「][^”」]*[”」]"
    r"|(?<![^，。；：！？])[^，。；：！？、]*(?:、[^，。；：！？、]*?)+等"
    rf"[\u4e00-\u9fff]{{0,8}}?(?:{_LISTED})"
)
"""Titles, slogans and projects in quotes, and lists of the names of companies: 甲网络、乙信息等多家企业."""


def with_words(
    convert: Callable[[str], str], source: str, target: str, names: Sequence[str] = ()
) -> Callable[[str], str]:
    """Return ``convert`` with the words of ``target`` for those of ``source`` (BCP 47).

    What stands in 《》, as a slogan in quotes (主题为“高质量创新”), in ``names``,
    in a list of companies, or before the noun of an institution or the number of
    a class on the same run (信息工程大学, 软件2303班) is converted by its
    characters alone.
    """
    words = _words(_place(source), _place(target))
    if not words.table:
        return convert
    run = rf"[^\W{_BREAK}]"
    within = rf"{run}{{0,8}}?(?:（[^（）]{{1,6}}）{run}{{0,4}}?)?|{run}{{0,2}}[与與]{run}{{1,6}}?"
    institution = re.compile(rf"{_PLACE}|{_CONTEST}|(?:{within})(?:{_INSTITUTION}|{_CLASS})")
    kept = sorted({name for name in names if words.pattern.search(name)}, key=len, reverse=True)
    named = re.compile("|".join(map(re.escape, kept))) if kept else None

    def changed(text: str) -> str:
        spans = [m.span() for m in _NAMES.finditer(text)]
        spans += [m.span() for m in named.finditer(text)] if named else []
        whole = convert(text)  # a phrase may go beyond a word: the characters are those of the whole
        same = len(whole) == len(text)
        made, at = [], 0
        for match in words.pattern.finditer(text):
            start, end = match.span()
            if any(a < end and start < b for a, b in spans):
                continue
            if match[0] not in words.phrases and institution.match(text, end):
                continue
            made += [whole[at:start] if same else convert(text[at:start]), words.table[match[0]]]
            at = end
        return "".join((*made, whole[at:] if same else convert(text[at:]))) if made else whole

    return changed


def _place(language: str) -> int:
    """Return the column of ``language`` in the rows: mainland, Taiwan, Hong Kong."""
    parts = language.replace("_", "-").split("-")
    if {"HK", "MO"} & set(parts) and "Hans" not in parts:
        return 2
    return 1 if "Hant" in parts or "TW" in parts else 0


class _Words(NamedTuple):
    """What finds the words of one place, what another says for them, and those that are phrases."""

    pattern: re.Pattern[str]
    table: dict[str, str]
    phrases: frozenset[str]


@cache
def _words(source: int, target: int) -> _Words:
    table: dict[str, str] = {}
    patterns: dict[str, str] = {}
    phrases: set[str] = set()
    for row in _rows() if source != target else ():
        word, new = row.forms[source], row.forms[target]
        if word in table or (source and (row.kind or word == new)):
            continue
        table[word] = new
        patterns[word] = re.escape(word) if source else row.pattern
        if row.kind == "phrase":
            phrases.add(word)
    longest_first = sorted(patterns, key=len, reverse=True)
    return _Words(re.compile("|".join(patterns[w] for w in longest_first)), table, frozenset(phrases))


class _Row(NamedTuple):
    """One word: its forms in the mainland, Taiwan and Hong Kong, what finds the first, and its kind."""

    forms: tuple[str, str, str]
    pattern: str
    kind: str


@cache
def _rows() -> tuple[_Row, ...]:
    from publisher.repairs.conversion import converter

    plain = converter("zh-Hant-HK")
    made = []
    with (resources.locales() / "region-words.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            word = row["mainland"]
            same = plain(word)
            taiwan, hong_kong = (same if row[c] == "=" else row[c] for c in ("taiwan", "hong kong"))
            behind = "|".join(map(re.escape, row["not before"].split()))
            pattern = "".join(f"(?<!{re.escape(before)})" for before in row["not after"].split())
            pattern += re.escape(word) + (f"(?!{behind})" if behind else "")
            made.append(_Row((word, taiwan, hong_kong), pattern, row["kind"]))
    return tuple(made)
