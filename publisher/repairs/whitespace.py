"""Spaces that scraping, conversion and habit leave in text are taken out.

Chinese running text has none at its marks and around a Latin word: the gap is
set when the page is made. A space between Han separates (names, fields, the
number of an article of law), and so do a tab, an ideographic space and a row
of spaces: they go only where a whole line is spaced out, letter by letter.
"""

import re

from publisher.localization.chinese_marks.spaces import ADDRESS, AT_MARK, AT_QUOTE, PERCENT
from publisher.localization.surnames import SINGLE
from publisher.model import Article
from publisher.repairs.edits import LINE_BREAK, ODD_SPACE, Edit, Tally, edit_article
from publisher.repairs.hanzi import CJK_MARKS, HAN, is_chinese
from publisher.report import Report

_EDGE = re.compile(
    rf"\A[ \t\u3000]+|(?<![ \t\u3000])[ \t\u3000]+\Z"
    rf"|(?<={LINE_BREAK})[ \t\u3000]+|(?<![ \t\u3000])[ \t\u3000]+(?={LINE_BREAK})"
)
_RUN = re.compile(" {2,}")
_BEFORE_MARK = re.compile(r"(?<=[^\s.,;:!?]) +(?=[,.;:!?][”’\"')\]]*(?:\s|\Z))")
_WRONG_SIDE = re.compile(r"(?<=[A-Za-z]) ([,;])(?=[A-Za-z])")
_SPACED_DOTS = re.compile(r"\. \. \.")

_HAN = f"[{HAN}]"
_HAN_ONE = re.compile(_HAN)
_NO_BREAK = re.compile(  # a page's source has them where its code was broken, not its text
    f"(?<=[{HAN}{re.escape(CJK_MARKS)}])[\xa0\n\r]+(?=[{HAN}A-Za-z0-9])|(?<=[A-Za-z0-9])[\xa0\n\r]+(?={_HAN})"
)
_UNIT = re.compile("(?<=\\d) (?=[万萬亿億元年月日时時分秒个個名人家次项項吨噸米公千]|百分)")
_BESIDE = f"{HAN}{re.escape(CJK_MARKS.translate(dict.fromkeys(map(ord, '“”‘’—…·'))))}"
_LATIN = re.compile(
    f"(?<=[{_BESIDE}])( ?)(?=[A-Za-z0-9])([!-~]+(?: [!-~]+)*)(?<=[A-Za-z0-9%+#])( ?)(?=[{_BESIDE}]|\\Z)"
)
_HAN_HAN = re.compile(f"(?<={_HAN}) (?={_HAN})")
_ADJACENT = re.compile(f"(?<={_HAN})(?={_HAN})")
_SPACED_OUT = re.compile(f"(?<![^{LINE_BREAK}]){_HAN}(?: {_HAN})+(?![^{LINE_BREAK}])")
_SENTENCE = re.compile("[，。！？；、：,!?;]")
_ARTICLE = re.compile(  # 第一条 …, 第三章 …, 第二课 …
    rf"\A第[{HAN}\d]{{1,6}}?[条條款项項章节節编編课課讲講回集届屆]\s"
)
_HEADINGS = """
通知 通报 通報 通告 公告 公示 启事 啟事 声明 聲明 目录 目錄 前言 序言 后记 後記 附录 附錄 摘要 议程 議程
简报 簡報 决定 決定 命令 批复 批覆 意见 意見 报告 報告 请示 請示 纪要 紀要 请柬 請柬 简介 簡介
"""
_SPACED_WORDS = frozenset(" ".join(word) for word in _HEADINGS.split())
"""Headings of two characters, which are set apart to fill the line; two others may be a name."""

_THROUGHOUT = 3
"""A text is spaced out where spaces between Han are so many times as many as letters without one."""

_MANY = 500


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` without stray, odd and invisible spaces."""
    chinese = is_chinese(article.meta.language)
    odd = Tally(report, "space-normalized", "a special space was made an ordinary one")
    spare = Tally(report, "space-removed", "a stray space was removed")

    def found(pattern: re.Pattern[str], text: str, new: str) -> list[Edit]:
        return [Edit(m.start(), m.end(), new) for m in pattern.finditer(text)]

    def find(text: str, where: str) -> list[Edit]:
        edits, tally = found(_EDGE, text, ""), spare
        if not edits and chinese:
            edits = found(_NO_BREAK, text, "")
        if not edits:
            edits, tally = [e for e in found(ODD_SPACE, text, " ") if not _separates(text, e, chinese)], odd
        if not edits:
            edits, tally = [e for e in found(_RUN, text, " ") if not _in_columns(text, e)], spare
        if not edits:
            dotted = [m.end() - 2 for m in _SPACED_DOTS.finditer(text)]
            edits = [e for e in found(_BEFORE_MARK, text, "") if not dotted and not _opens_gap(text, e)]
        if not edits and not chinese:
            edits = [Edit(m.start(), m.end(), f"{m[1]} ") for m in _WRONG_SIDE.finditer(text)]
        if not edits and chinese and " " in text and _HAN_ONE.search(text):
            edits = _chinese_spaces(text)
        if len(edits) > _MANY:  # too many to be read one by one
            for edit in edits:
                tally.add(where, text[edit.start : edit.end], edit.new, edit.start)
            return edits
        for edit in edits:
            at = max(0, edit.start - 1)
            tally.add(where, _shown(text, edit), _shown(text, edit, edit.new), at)
        return edits

    repaired = edit_article(article, find)
    for tally in (odd, spare):
        tally.file()
    return repaired


def _separates(text: str, edit: Edit, chinese: bool) -> bool:
    """Tell a tab, or an ideographic space in Chinese, inside a line: it parts columns, fields or names."""
    return text[edit.start] == "\t" or (chinese and text[edit.start] == "\u3000")


def _in_columns(text: str, edit: Edit) -> bool:
    """Tell a row of spaces that parts what it stands between: Han or another separator is at one side."""
    around = text[max(0, edit.start - 1) : edit.start] + text[edit.end : edit.end + 1]
    return any(c > "\u2e7f" or c in "\t_" for c in around)


def _opens_gap(text: str, edit: Edit) -> bool:
    """Tell the space before a mark that belongs to what stands before it, as French and faces have it."""
    return text[edit.end] in "!?:;" and ("«" in text or text[edit.end : edit.end + 2] in (":)", ":(", ";)"))


def _chinese_spaces(text: str) -> list[Edit]:
    """Return the edits that take stray spaces out of Chinese text."""
    stray = {(m.start(), m.end()) for p in (AT_MARK, PERCENT, _UNIT) for m in p.finditer(text)}
    law = _ARTICLE.match(text)
    if _SENTENCE.search(text):
        stray |= {(m.start(), m.end()) for m in AT_QUOTE.finditer(text)}
    stray |= {(at, at + 1) for at in _latin_spaces(text)}
    gaps = [m.start() for m in _HAN_HAN.finditer(text)]
    if len(gaps) > _THROUGHOUT * len(_ADJACENT.findall(text)) + _THROUGHOUT:
        stray |= {(at, at + 1) for at in gaps} if not _are_names(text) else set()
    for match in _SPACED_OUT.finditer(text):
        if match[0] in _SPACED_WORDS or (len(match[0]) > 3 and not _are_names(match[0])):
            stray |= {(at, at + 1) for at in range(match.start() + 1, match.end(), 2)}
    return [Edit(a, b, "") for a, b in sorted(stray) if law is None or a >= law.end()]


def _latin_spaces(text: str) -> list[int]:
    """Return where a Latin word or a figure inside a Chinese line has its two spaces.

    One space alone separates; so does any in a line without a sentence mark
    whose word stands at an end, and those around an address or a number to call.
    """
    found: list[int] = []
    sentence = _SENTENCE.search(text)
    for match in _LATIN.finditer(text):
        left, right = match[1], match[3]
        before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
        if not (left or right) or ADDRESS.search(match[2]):
            continue
        one_side = before in CJK_MARKS or (sentence and (not after or after in CJK_MARKS))
        if (left and right) or one_side:
            found += [match.start()] * bool(left) + [match.end() - 1] * bool(right)
    return found


def _are_names(spaced: str) -> bool:
    """Tell 王 伟 李 强: letters in pairs of which each begins with a surname."""
    letters = spaced.split()
    return len(letters) % 2 == 0 and all(letter in SINGLE for letter in letters[::2])


def _shown(text: str, edit: Edit, new: str | None = None) -> str:
    """Return the edit with a character on either side, so that a space can be seen."""
    middle = text[edit.start : edit.end] if new is None else new
    shown = text[max(0, edit.start - 1) : edit.start] + middle + text[edit.end : edit.end + 1]
    return shown.replace(LINE_BREAK, "\n")
