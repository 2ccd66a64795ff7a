"""Dots, dashes, apostrophes, doubled marks and the widths of letters and figures."""

import re
from collections.abc import Iterator

from publisher.localization.chinese_marks.context import (
    after_mark,
    before_mark,
    has_han,
    is_chinese_char,
)
from publisher.localization.chinese_marks.kept import CODE
from publisher.localization.edits import Edit
from publisher.localization.han import HAN
from publisher.localization.marks import outside_addresses

_ELLIPSIS = re.compile(r"\.{3,}|。{3,}|…{3,}|(?<!…)…(?!…)|[．・·]{3,}")
_DASH = re.compile(r"(?<!-)-{2,3}(?!-)|[－–─━]{2,}|—{3,}")
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_APOSTROPHE = re.compile(rf"(?<=[{_LATIN}])'(?=[{_LATIN}])(?![\w.+'-]{{1,64}}@)")
_DOUBLED = re.compile(r"([，、；：])\1+|(?<!。)。。(?!。)|，(?=。)|、(?=，)|(?<=，)、")
_TITLE = re.compile(rf"<<(?=[{HAN}])([^<>]{{1,60}})>>")
_NAME_DOT = re.compile(rf"(?<=[{HAN}])[•・‧∙](?=[{HAN}])")
_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?:，\d{3})*(?!\d))")
_FULLWIDTH_ALNUM = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:(?<=[０-９])％)?")
_FULLWIDTH = re.compile("[！-～]")
_WIDTHS = re.compile("全角|半角|全形|半形")
_DECIMAL = re.compile(r"(?<=\d)．(?=\d)")
_ENGLISH_MARKS = {"、": ",", "。": "."}
_SENTENCE = re.compile(r"[^。！？!?.\u2028]+(?:\.(?!\s|\Z)[^。！？!?.\u2028]*)*[。！？!?.\u2028]*")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]|[“‘《\"][^“”‘’《》\"]*[”’》\"]")


def dots_and_dashes(text: str) -> Iterator[Edit]:
    """Yield what makes ellipses and dashes beside Han of the right length."""
    for match in _ELLIPSIS.finditer(text):
        if len(match[0]) == len(text):
            continue  # a line of dots stands for what was left out
        if is_chinese_char(before_mark(text, match.start())) or is_chinese_char(
            after_mark(text, match.end())
        ):
            yield Edit(match.start(), match.end(), "……")
    for match in _DASH.finditer(text):
        if is_chinese_char(before_mark(text, match.start())) or is_chinese_char(
            after_mark(text, match.end())
        ):
            yield Edit(match.start(), match.end(), "——")


def apostrophes(text: str) -> Iterator[Edit]:
    """Yield what curls the apostrophe inside a Latin word: L’Oréal; not in an address, nor where code is."""
    if "'" in text and not CODE.search(text):
        found = (Edit(match.start(), match.end(), "’") for match in _APOSTROPHE.finditer(text))
        yield from outside_addresses(text, found)


def doubled(text: str) -> Iterator[Edit]:
    """Yield what makes a mark that stands twice one, and a wrong mark the right one."""
    for match in _DOUBLED.finditer(text):
        yield Edit(match.start(), match.end(), match[0][0] if len(match[0]) > 1 else "")
    for match in _TITLE.finditer(text):
        yield Edit(match.start(), match.start() + 2, "《")
        yield Edit(match.end() - 2, match.end(), "》")
    for match in _NAME_DOT.finditer(text):
        yield Edit(match.start(), match.end(), "·")
    for match in _THOUSANDS.finditer(text):
        yield Edit(match.start(), match.end(), ",")


def narrowed_forms(text: str) -> Iterator[Edit]:
    """Yield what makes fullwidth letters and figures half-width."""
    if _WIDTHS.search(text):
        return  # the text speaks of them
    for match in _FULLWIDTH_ALNUM.finditer(text):
        yield Edit(match.start(), match.end(), _ascii(match[0]))
    for match in _DECIMAL.finditer(text):
        yield Edit(match.start(), match.end(), ".")


def to_ascii(text: str) -> Iterator[Edit]:
    """Yield what makes the fullwidth marks of English sentences ASCII."""
    for sentence in _SENTENCE.finditer(text):
        if has_han(_ASIDE.sub("", sentence[0])):
            continue  # a Chinese sentence in an English article, its names and terms in Latin letters
        for i in range(sentence.start(), sentence.end()):
            char = text[i]
            if not (_FULLWIDTH.match(char) or char in _ENGLISH_MARKS) or has_han(text[max(0, i - 1) : i + 2]):
                continue  # beside Han it belongs to a Chinese name quoted in the English
            new = _ENGLISH_MARKS.get(char) or _ascii(char)
            after, before = text[i + 1 : i + 2], text[i - 1 : i]
            if new in ",.;:!?" and after.isalpha() and before.isalpha():
                new += " "
            yield Edit(i, i + 1, new)


def _ascii(text: str) -> str:
    return "".join(chr(ord(c) - 0xFEE0) for c in text)
