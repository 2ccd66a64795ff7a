"""Readings pasted in behind Han characters, 創(chuàng)業(yè), are removed where they are a habit of the text.

A reading that a writer put there stays. The two are told apart by four
signs: the pasted ones match their character, come in numbers, stand behind
everyday characters in the middle of running text, where no reader needs them,
and behind characters that have another form in the other script, for it was a
converter of scripts that pasted them. A language lesson has any character.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from publisher.model import Article
from publisher.repairs.edits import Edit, Tally, article_texts, edit_article
from publisher.repairs.hanzi import HAN, rarity
from publisher.report import Notice, Report, Severity

READING = re.compile(
    rf"(?<=[{HAN}])[(（]\s?"
    r"([a-zü\u00e0-\u01dc\u1e3f\u0144\u0148\u01f9\u0261\u0300-\u030c]{1,8}[1-5]?"
    "|[\u02d9·]?[\u3105-\u3129]{1,3}[\u02c9\u02ca\u02c7\u02cb\u02d9ˊˇˋ˙]?)"
    r"\s?[)）]"
)
"""A bracket that may hold the reading of the character before it; group 1 is the reading."""

_HAN = re.compile(f"[{HAN}]")
_MARKED = re.compile("[\u0300\u0301\u0304\u030c1-5]")
_SHARE = 0.8


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` without the readings pasted in behind its characters."""
    texts = article_texts(article)
    # a character and a bracket can stand on both sides of a markup boundary; a text shows them joined
    found = [(text, m) for _, text in texts if "(" in text or "（" in text for m in READING.finditer(text)]
    if len(found) < 2 or not _habitual(found):
        return article
    removed = Tally(report, "reading-removed", "a reading pasted in behind a character was removed")
    doubtful: dict[tuple[str, str], None] = {}

    def find(text: str, where: str) -> list[Edit]:
        edits: list[Edit] = []
        for match in READING.finditer(text):
            char, reading = text[match.start() - 1], match[1]
            if matches(char, reading):
                edits.append(Edit(match.start(), match.end(), ""))
                sure = 1.0 if _MARKED.search(unicodedata.normalize("NFD", reading)) else 0.9
                removed.add(where, char + match[0], char, match.start() - 1, sure)
            else:
                doubtful[where, char + match[0]] = None
        return edits

    repaired = edit_article(article, find)
    removed.file()
    for where, excerpt in doubtful:
        report.add(
            Notice(
                code="reading-doubtful",
                message="this looks like a pasted-in reading, but it does not fit its character; check it",
                where=where,
                severity=Severity.WARNING,
                before=excerpt,
                after=excerpt,
                confidence=0.5,
            )
        )
    return repaired


def strip_readings(text: str) -> str:
    """Return ``text`` without anything shaped like a reading in brackets."""
    return READING.sub("", text)


def matches(char: str, reading: str) -> bool:
    """Tell whether ``reading``, its tone aside, is one of the readings of ``char``."""
    zhuyin = "\u3105" <= reading.strip("\u02d9·")[:1] <= "\u3129"
    plain = re.sub("[\u02c9\u02ca\u02c7\u02cb\u02d9·]", "", reading) if zhuyin else _toneless(reading)
    return plain in _readings(char, zhuyin)


@lru_cache(maxsize=4096)
def _readings(char: str, zhuyin: bool) -> frozenset[str]:
    """Return the readings of ``char`` without their tones."""
    from pypinyin import Style, pinyin  # loads its tables: only a text with candidates pays for it

    style = Style.BOPOMOFO if zhuyin else Style.NORMAL
    known = pinyin(char, style=style, heteronym=True, v_to_u=False)
    return frozenset(re.sub("[\u02c9\u02ca\u02c7\u02cb\u02d9]", "", r) for r in (known[0] if known else ()))


def _toneless(reading: str) -> str:
    letters = unicodedata.normalize("NFD", reading.replace("ɡ", "g")).replace("u\u0308", "v")
    return re.sub("[\u0300-\u030c1-5]", "", letters)


def _habitual(found: list[tuple[str, re.Match[str]]]) -> bool:
    fitting = [(text, m) for text, m in found if matches(text[m.start() - 1], m[1])]
    if len(fitting) < 2 or len(fitting) < _SHARE * len(found):
        return False
    if sum(_needless(text, m) for text, m in fitting) < 2:
        return False
    return sum(_has_two_forms(text[m.start() - 1]) for text, m in fitting) >= _SHARE * len(fitting)


@cache
def _has_two_forms(char: str) -> bool:
    """Tell whether ``char`` is written otherwise in the other script."""
    return any(convert(char) != char for convert in _converters())


@cache
def _converters() -> tuple[Callable[[str], str], ...]:
    from opencc import OpenCC  # loads its tables: only a text with candidates pays for it

    return OpenCC("s2t").convert, OpenCC("t2s").convert


def _needless(text: str, match: re.Match[str]) -> bool:
    """Tell whether the annotated character stands inside running text and is an everyday one."""
    before, after = text[match.start() - 2 : match.start() - 1], text[match.end() : match.end() + 1]
    return rarity(text[match.start() - 1]) == 0 and bool(_HAN.match(before) or _HAN.match(after))
