"""Spaces that scraping, conversion and habit leave in text are taken out.

Chinese running text has none: the gap between Han and Latin is set when the
page is made. In a line without sentence marks (a headline, a caption, names)
a space separates, and stays.
"""

import re

from publisher.model import Article
from publisher.repairs.edits import LINE_BREAK, ODD_SPACE, Edit, Tally, edit_article
from publisher.repairs.hanzi import CJK_MARKS, HAN, is_chinese
from publisher.report import Report

_EDGE = re.compile(rf"\A +|(?<! ) +\Z|(?<={LINE_BREAK}) +|(?<! ) +(?={LINE_BREAK})")
_RUN = re.compile(" {2,}")
_BEFORE_MARK = re.compile(r"(?<=[^\s.,;:!?]) +(?=[,.;:!?][”’\"')\]]*(?:\s|\Z))")
_WRONG_SIDE = re.compile(r"(?<=[A-Za-z]) ([,;])(?=[A-Za-z])")

_HAN = f"[{HAN}]"
_MARKS = CJK_MARKS.translate(dict.fromkeys(map(ord, "“”‘’…—·～＃％＆")))
_AT_MARK = re.compile(f"(?<=[{re.escape(_MARKS)}“‘]) | (?=[{re.escape(_MARKS)}”’])")
_AT_CURLY = re.compile(f"(?<={_HAN}) (?=[“‘…—])|(?<=[”’…—]) (?={_HAN})")
_LATIN = re.compile(f"(?<={_HAN}) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) (?={_HAN})")
_PERCENT = re.compile("(?<=\\d) (?=[%‰％])")
_HAN_HAN = re.compile(f"(?<={_HAN}) (?={_HAN})")
_SPACED_OUT = re.compile(f"(?<![^\\s{LINE_BREAK}]){_HAN}(?: {_HAN}){{2,}}(?![^\\s{LINE_BREAK}])")
_TWO_CHARACTERS = re.compile(f"\\A{_HAN} {_HAN}\\Z")
_SENTENCE = re.compile("[，。！？；、：,!?;]")
_LISTED = re.compile("[（【(\\[][^（）【】()\\[\\]]*[）】)\\]]")  # （记者 张三 通讯员 李四）
_WIRE = re.compile(  # 本报讯 昨日…, 新华社北京3月5日电 记者…
    rf"\A(?:本[报報刊台臺网網社站]|[{HAN}]{{2,8}}[社网網报報台臺][{HAN}\d]{{0,14}}?|[{HAN}]{{2,6}}\d{{1,2}}月\d{{1,2}}日)"
    rf"[讯訊电電] (?=[{HAN}\d“《])"
)
_MANY = 500
_SIGNED = re.compile(f"(?:{_HAN}{{1,4}} ){{1,9}}摄(?:[）)]?\\Z)")  # …现场。张三 李四 摄


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` without stray, odd and invisible spaces."""
    chinese = is_chinese(article.meta.language)
    odd = Tally(report, "space-normalized", "a special space was made an ordinary one")
    spare = Tally(report, "space-removed", "a stray space was removed")

    def found(pattern: re.Pattern[str], text: str, new: str) -> list[Edit]:
        return [Edit(m.start(), m.end(), new) for m in pattern.finditer(text)]

    def find(text: str, where: str) -> list[Edit]:
        edits, tally = found(ODD_SPACE, text, " "), odd
        if not edits:
            edits, tally = found(_EDGE, text, "") or found(_RUN, text, " "), spare
        if not edits:
            edits = found(_BEFORE_MARK, text, "")
        if not edits and not chinese:
            edits = [Edit(m.start(), m.end(), f"{m[1]} ") for m in _WRONG_SIDE.finditer(text)]
        if not edits and chinese and " " in text:
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


def _chinese_spaces(text: str) -> list[Edit]:
    """Return the edits that take stray spaces, all of them single by now, out of Chinese text."""
    stray = {m.start() for p in (_AT_MARK, _AT_CURLY, _LATIN, _PERCENT) for m in p.finditer(text)}
    for match in _SPACED_OUT.finditer(text):
        stray.update(range(match.start() + 1, match.end(), 2))
    if _TWO_CHARACTERS.match(text):
        stray.add(1)
    if _SENTENCE.search(text):
        kept = bytearray(len(text))
        for pattern in (_LISTED, _SIGNED):
            for match in pattern.finditer(text):
                kept[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        stray.update(m.start() for m in _HAN_HAN.finditer(text) if not kept[m.start()])
    if wire := _WIRE.match(text):
        stray.discard(wire.end() - 1)
    return [Edit(at, at + 1, "") for at in sorted(stray)]


def _shown(text: str, edit: Edit, new: str | None = None) -> str:
    """Return the edit with a character on either side, so that a space can be seen."""
    middle = text[edit.start : edit.end] if new is None else new
    shown = text[max(0, edit.start - 1) : edit.start] + middle + text[edit.end : edit.end + 1]
    return shown.replace(LINE_BREAK, "\n")
