"""Typewriter marks in English text become typographic ones: curly quotes, apostrophes, dashes.

Feet, inches and seconds keep their straight marks, and so do code and options
(``--help``). A paragraph whose quotes do not pair is left as it is.
"""

import re

from publisher.localization.chinese_marks.kept import CODE
from publisher.model import Article
from publisher.repairs.edits import LINE_BREAK, Edit, Tally, edit_article
from publisher.repairs.hanzi import CJK_MARKS, HAN, is_chinese
from publisher.report import Report

_ELIDED = re.compile(r"'(?=\d0s\b|(?:em|til|tis|twas|cause|round|n)\b)", re.IGNORECASE)
_MEASURE = re.compile(r"(?<=\d)['\"](?=\s?\d|[\s.,;)x×]|\Z)")
_DASH = re.compile(r"(?<=[\w.,!?%)”’\"'])(?: --- | -- |---|--)(?=[\w“‘(\"'$€£])|(?<=\w)--(?=[\"'”’]?\Z)")
_CHINESE = re.compile(f"[{HAN}{re.escape(CJK_MARKS.translate(dict.fromkeys(map(ord, '“”‘’…—·'))))}]")
_WORD = re.compile(r"(?<![\w-])[A-Za-z]{2,}(?![\w=(])")
_FEWEST_WORDS = 5
_BEFORE_OPENING = frozenset(" \t\xa0([{—–-/“‘\"'" + LINE_BREAK)


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` with typographic quotes, apostrophes and dashes in its English."""
    chinese = is_chinese(article.meta.language)
    curled = Tally(report, "quote-curled", "a straight mark was curled")
    dashed = Tally(report, "dash-set", "hyphens in place of a dash were made one")

    def find(text: str, where: str) -> list[Edit]:
        if not ("'" in text or '"' in text or "--" in text) or CODE.search(text):
            return []
        if chinese and not _is_english(text):
            return []
        edits = []
        for match in _DASH.finditer(text):
            new = match[0].replace("---", "—").replace("--", "—")
            edits.append(Edit(match.start(), match.end(), new))
            dashed.add(where, match[0], new, match.start())
        for at, new in _quotes(text):
            edits.append(Edit(at, at + 1, new))
            curled.add(where, text[at], new, at)
        return sorted(edits, key=lambda e: e.start)

    repaired = edit_article(article, find)
    curled.file()
    dashed.file()
    return repaired


def _is_english(text: str) -> bool:
    """Tell an English paragraph in a Chinese article: several words, and nothing Chinese."""
    return not _CHINESE.search(text) and len(_WORD.findall(text)) >= _FEWEST_WORDS


def _quotes(text: str) -> list[tuple[int, str]]:
    """Return each straight mark that is to be curled, and its shape."""
    measures = {m.start() for m in _MEASURE.finditer(text)}
    elided = {m.start() for m in _ELIDED.finditer(text)}
    single: list[tuple[int, str]] = []
    double: list[tuple[int, str]] = []
    depth = 0
    paired = True
    for at, char in enumerate(text):
        if char == "“" or char == "”":
            depth += 1 if char == "“" else -1
        elif char == '"':
            opens = _opens(text, at)
            if at in measures and depth == 0:
                continue
            depth += 1 if opens else -1
            paired = paired and depth in (0, 1)
            double.append((at, "“" if opens else "”"))
        elif char == "'":
            if at in measures and (text[at + 1 : at + 2].isdigit() or not any(q == "‘" for _, q in single)):
                continue
            single.append((at, "‘" if _opens(text, at) and at not in elided else "’"))
    # a quotation that goes on in the next paragraph is not closed in this one
    closed = paired and (depth == 0 or (depth == 1 and text[:1] in '"“'))
    return sorted((*single, *(double if closed else ())))


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before in _BEFORE_OPENING) and bool(after) and not after.isspace()
