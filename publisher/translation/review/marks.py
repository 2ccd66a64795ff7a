"""What the review sheet and its reader agree on: hidden marks, shown texts, words for yes and doubt."""

import json
from typing import TypeVar

import msgspec

from publisher.model import Origin
from publisher.translation.bitext import Bitext, BitextUnit, digest, tidy
from publisher.translation.bounded_xml import fit
from publisher.translation.folding import fold

AUTHOR = "Publisher"
"""Who signs the comments that the sheet goes out with."""

SIGNATURE = "publisher:signature"
"""Stands hidden in the row that the reviewer signs."""

_ROW = "publisher:row"
_SHEET = "publisher:sheet"

_YES = frozenset("x X ✓ ✔ √ v V × ok okay yes y done 1 是 好 可 对 無誤 无误 已阅 已閱".casefold().split())
_TICKED = "☒☑🗹"
_BOXES = frozenset("☐" + _TICKED)
_DOUBT = frozenset("??？")


class RowMark(msgspec.Struct, frozen=True, array_like=True):
    """What a row says of itself: its segment, its source and the target it went out with, by digest."""

    key: str
    source: str
    sent: str


class SheetMark(msgspec.Struct, frozen=True, array_like=True):
    """What a sheet says of itself: the article's file name and digest, the languages, how many rows."""

    name: str
    article_sha: str
    source_language: str
    target_language: str
    rows: int


_Mark = TypeVar("_Mark", RowMark, SheetMark)


def mark_row(unit: BitextUnit) -> str:
    """Return the hidden mark of a row."""
    return _ROW + json.dumps([unit.key, source_digest(unit.source), digest(shown(unit))])


def row_mark(text: str) -> RowMark | None:
    """Return the mark in ``text``; None where there is none."""
    return _marked(text, _ROW, RowMark)


def mark_sheet(bitext: Bitext) -> str:
    """Return the hidden mark of a sheet."""
    pair = bitext.source_language, bitext.target_language
    return _SHEET + json.dumps([fit(bitext.name), bitext.article_sha, *pair, len(bitext.units)])


def sheet_mark(text: str) -> SheetMark | None:
    """Return the mark in ``text``; None where there is none."""
    return _marked(text, _SHEET, SheetMark)


def _marked(text: str, sign: str, kind: type[_Mark]) -> _Mark | None:
    _, found, rest = text.partition(sign)
    if not found:
        return None
    try:
        return msgspec.convert(json.JSONDecoder().raw_decode(rest)[0], kind)
    except (ValueError, RecursionError):  # msgspec's ValidationError is a ValueError
        return None


def source_digest(source: str) -> str:
    """Return the digest of ``source``, the same whatever became of its spaces, widths and quotes."""
    return digest(fold(fit(source)))


def shown(unit: BitextUnit) -> str:
    """Return the translation as a reviewer sees it; the source between [[ and ]] where there is none."""
    missing = unit.origin is Origin.UNTRANSLATED or not unit.target
    return tidy(f"[[{unit.coded_source}]]" if missing else unit.coded_target)


def is_open(text: str) -> bool:
    """Tell whether ``text`` still holds a part between [[ and ]], which marks what is not translated."""
    start = text.find("[[")
    return start >= 0 and text.find("]]", start) >= 0


def says_yes(text: str) -> bool:
    """Tell whether the last column says that the row is right as it stands.

    The box that it went out with may stand before or after what was typed, ticked or not.
    """
    ticked = any(box in text for box in _TICKED)
    typed = "".join(char for char in text if char not in _BOXES).casefold().strip(" \t\n\xa0\u3000.。!！")
    return typed in _YES or (ticked and not typed)


def doubts(text: str) -> bool:
    """Tell whether the last column holds a question mark: the row is not settled."""
    return any(char in _DOUBT for char in text)
