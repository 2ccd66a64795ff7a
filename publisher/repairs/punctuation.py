"""Half-width marks among Han become fullwidth, by what stands on either side of them.

A mark is Chinese when the character before it is (3.5, 10:30, U.S., C++ and
addresses are not), brackets and quotes go by pairs. In English text only the
reverse is certain: fullwidth forms of ASCII become ASCII.
"""

import re
from collections.abc import Callable, Iterator

from publisher.model import Article
from publisher.repairs.edits import LINE_BREAK, ODD_SPACE, Edit, Tally, article_texts, edit_article
from publisher.repairs.hanzi import CJK_MARKS, HAN, is_chinese, is_han
from publisher.report import Report

_WIDE = {",": "，", ".": "。", "!": "！", "?": "？", ":": "：", ";": "；", "｡": "。", "､": "、"}
_NARROW_MARK = re.compile("[,.!?:;｡､]")
_BRACKET = re.compile("[()（）]")
_WIDE_BRACKETS = {"(": "（", ")": "）"}
_ENDS = frozenset("。！？!?；;" + LINE_BREAK)
_CLOSERS = frozenset("”’」』）)】》〉\"'")
_CHINESE = re.compile(f"[{HAN}{re.escape(CJK_MARKS.translate(dict.fromkeys(map(ord, '“”‘’…—·'))))}]")

# what must be left as it is: addresses, file names, abbreviations, numbers, C++-like names, emoticons
_FIXED = re.compile(
    r"""(?ix)
    (?=[a-z\d._%+\-&])(?:
    \b(?:https?|ftp)://[a-z0-9\-._~:/?\#\[\]@!$&'()*+,;=%]*[a-z0-9/=\#]
    | \b(?:mailto|tel):[\w.+@\-]+
    | (?<![a-z0-9._%+\-])[a-z0-9._%+\-]++@[a-z0-9\-]++(?:\.[a-z0-9\-]++)+
    | (?<![a-z0-9\-])(?<![a-z0-9\-]\.)(?:[a-z0-9\-]++\.)+[a-z]{2,}+
      (?:/[a-z0-9\-._~:/?\#@!$&*+,;=%]*[a-z0-9/])?
    | \b(?:[a-z]\.){2,}
    | \b(?:inc|ltd|co|corp|mr|mrs|ms|dr|prof|st|no|vol|vs|jr|sr|etc|dept|univ|fig)\.
    | (?<!\d)\d++(?:[.,:]\d++)+
    | (?<![a-z0-9])\.[a-z][a-z0-9]*
    | &(?:[a-z][a-z0-9]*|\#x?[0-9a-f]+);
    | (?:^|(?<=[\s。；;：，、（(\u2028]))\d{1,2}\.(?=\s?[HAN])
    )
    """.replace("HAN", HAN)
)
_TONED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ"
_KEPT_BRACKET = re.compile(
    r"[-+]?[\d.]+,\s?[-+]?[\d.∞]+"
    rf"|[a-zü{_TONED}]{{1,8}}[1-5]?|(?=[^)）]*[{_TONED}])[A-Za-züĀÁǍÀŌÓǑÒĒÉĚÈ{_TONED} '’-]{{1,60}}"
)
_AREA_CODE = re.compile(r"\(\+?\d{1,4}\) ?(?=\d{3,4}[- ]?\d{3,4})")  # of a telephone number
_FORMULA = re.compile(
    r"(?<![A-Za-z])(?:[A-Z][a-z]?\d*){1,6}(?<=\d)[A-Z]?[a-z]?\Z|(?<![A-Za-z])[A-Z]\d[A-Z]\Z"
)
_DATE_OR_COUNT = re.compile(rf"\d[\d,.:%]*[{HAN}]\w|[A-Z]{{2,}}[{HAN}]")
_ELLIPSIS = re.compile(r"\.{3,}|。{3,}|…{3,}|(?<!…)…(?!…)|[．・·]{3,}")
_DASH = re.compile(r"(?<!-)-{2,3}(?!-)|[－–─━]{2,}|—{3,}")
_DOUBLED = re.compile(r"([，、；：])\1+|(?<!。)。。(?!。)|，(?=。)|、(?=，)|(?<=，)、")
_TITLE = re.compile(rf"<<(?=[{HAN}])([^<>]{{1,60}})>>")
_NAME_DOT = re.compile(rf"(?<=[{HAN}])[•・‧∙](?=[{HAN}])")
_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?:，\d{3})*(?!\d))")
_FULLWIDTH_ALNUM = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:(?<=[０-９])％)?")
_FULLWIDTH = re.compile("[！-～]")
_DECIMAL = re.compile(r"(?<=\d)．(?=\d)")
_ENGLISH_MARKS = {"、": ",", "。": "."}


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` with its marks in the width of its language."""
    chinese = is_chinese(article.meta.language)
    corner = chinese and article.meta.language != "zh-Hans" and _uses_corner_quotes(article)
    widened = Tally(report, "mark-widened", "a half-width mark among Han was made fullwidth")
    curled = Tally(report, "quote-curled", "straight quotes were curled")
    single = Tally(report, "mark-doubled", "a mark that stood twice was made one, a wrong mark the right one")
    narrowed = Tally(report, "width-narrowed", "a fullwidth form was made half-width")

    def find_chinese(shown: str, where: str) -> list[Edit]:
        text = ODD_SPACE.sub(" ", shown)  # as it will be once the spaces are repaired
        fixed = bytearray(len(text))
        for match in _FIXED.finditer(text):
            fixed[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        edits: dict[int, Edit] = {}
        for find, tally in (
            (_narrow, narrowed),
            (_dots_and_dashes, widened),
            (_doubled, single),
            (_quotes(corner), curled),
        ):
            for edit in find(text):
                if find in (_dots_and_dashes, _narrow) or not any(fixed[edit.start : edit.end]):
                    _keep(edits, edit, text, where, tally)
        if not edits:
            for edit in (*_brackets(text, fixed), *_marks(text, fixed)):
                _keep(edits, edit, text, where, widened)
        return sorted(edits.values(), key=lambda e: e.start)

    def find_english(text: str, where: str) -> list[Edit]:
        edits: dict[int, Edit] = {}
        for edit in _to_ascii(text):
            _keep(edits, edit, text, where, narrowed)
        return list(edits.values())

    repaired = edit_article(article, find_chinese if chinese else find_english)
    for tally in (narrowed, single, curled, widened):
        tally.file()
    return repaired


def _keep(edits: dict[int, Edit], edit: Edit, text: str, where: str, tally: Tally) -> None:
    if edit.start not in edits:
        edits[edit.start] = edit
        tally.add(where, text[edit.start : edit.end], edit.new, edit.start)


def _uses_corner_quotes(article: Article) -> bool:
    return any("「" in text for _, text in article_texts(article))


_NEAR = 64
"""How far a mark looks ahead; a line may be a whole article."""

_LONGEST = 400
"""No sentence is taken for longer than this."""


def _chinese(char: str) -> bool:
    return bool(_CHINESE.match(char))


def _before(text: str, at: int) -> str:
    """Return the character that governs position ``at`` from the left, closers and spaces aside."""
    i = at - 1
    while i >= 0 and (text[i] in _CLOSERS or text[i] == " "):
        if text[i] in "”’」』）】》〉" and _chinese(text[i]):
            return text[i]
        i -= 1
    return text[i] if i >= 0 else ""


def _after(text: str, at: int) -> str:
    rest = text[at : at + _NEAR].lstrip(" “‘「『（(\"'")
    return rest[:1]


def _clause(text: str, at: int) -> str:
    """Return the sentence that ends at ``at``."""
    start, least = at, max(0, at - _LONGEST)
    while start > least and text[start - 1] not in _ENDS:
        start -= 1
    return text[start:at]


# ── Marks ────────────────────────────────────────────────────────────────────


def _marks(text: str, fixed: bytearray) -> Iterator[Edit]:
    for match in _NARROW_MARK.finditer(text):
        i = match.start()
        if not fixed[i] and _is_chinese_mark(text, i):
            yield Edit(i, i + 1, _WIDE[match[0]])


def _is_chinese_mark(text: str, at: int) -> bool:
    char = text[at]
    if char in "｡､":
        return True
    before, after = _before(text, at), _after(text, at + 1)
    follows = text[at + 1 : at + 2]
    if char == ".":
        if text[at - 1 : at] == "." or follows == ".":
            return False
        if follows.isascii() and follows.isalnum():  # …转账.6月 ends a sentence, 图.3 and 网站.cn do not
            return is_han(text[at - 1 : at]) and _DATE_OR_COUNT.match(text, at + 1) is not None
        if _chinese(before) or (is_han(follows) and _chinese_clause(text, at)):
            return True
        # 增长12%. and …了AI. end a Chinese sentence; a list number or an abbreviation is held fast above
        ends = not after or after == LINE_BREAK or follows in ("”", "」") or before in "%％"
        return bool(before) and ends and _chinese_clause(text, at)
    if _chinese(before):
        return not (char == ":" and follows in (")", "-", "/"))
    if not before or before == LINE_BREAK:
        return False
    if _chinese(after) or (follows in ("“", "「") and _has_han(text[at : at + _NEAR])):
        return _has_han(_clause(text, at)) or is_han(after) or char in ",;:!?"
    return (not after or after == LINE_BREAK or text[at + 1 : at + 2] in ("”", "」")) and _chinese_clause(
        text, at
    )


def _chinese_clause(text: str, at: int) -> bool:
    clause = _clause(text, at)
    return _has_han(clause) and sum(map(is_han, clause)) * 2 >= len(re.findall(r"[A-Za-z]+|\d+", clause))


def _has_han(text: str) -> bool:
    return any(map(is_han, text))


# ── Brackets and quotes, by pairs ────────────────────────────────────────────


def _brackets(text: str, fixed: bytearray) -> Iterator[Edit]:
    stack: list[int] = []
    for found in _BRACKET.finditer(text):
        i, char = found.start(), found[0]
        if fixed[i]:
            continue
        if char in "(（":
            stack.append(i)
        elif char in ")）" and stack:
            start = stack.pop()
            if text[start] == "（" and char == "）":
                continue
            mixed = text[start] == "（" or char == "）"
            inner = text[start + 1 : i]
            if (
                _AREA_CODE.match(text, start)
                or _KEPT_BRACKET.fullmatch(inner)
                or _FORMULA.search(text[max(0, start - 12) : start])
            ):
                continue  # an interval, a reading, a formula's name
            outside = _before(text, start) if start else ""
            opens_line = not outside or outside in _ENDS
            tail = _chinese(text[i + 1 : i + 2])
            if mixed or _has_han(inner) or _chinese(outside) or (opens_line and tail):
                yield from (Edit(k, k + 1, _WIDE_BRACKETS[text[k]]) for k in (start, i) if text[k] in "()")


def _quotes(corner: bool) -> Callable[[str], Iterator[Edit]]:
    shapes = {'"': "「」" if corner else "“”", "'": "『』" if corner else "‘’"}

    def find(text: str) -> Iterator[Edit]:
        done = False
        for edit in _mended_pairs(text, shapes['"']):
            done = True
            yield edit
        for mark, shape in shapes.items():
            if done and mark == '"':
                continue
            places = [m.start() for m in re.finditer(mark, text) if not _is_apostrophe(text, m.start())]
            if len(places) % 2:
                continue
            for start, end in zip(places[::2], places[1::2], strict=True):
                inner = text[start + 1 : end]
                around = text[start - 1 : start] + text[end + 1 : end + 2]
                if inner and LINE_BREAK not in inner and (_has_han(inner) or any(map(_chinese, around))):
                    yield Edit(start, start + 1, shape[0])
                    yield Edit(end, end + 1, shape[1])

    return find


_DOUBLE = re.compile('[“”"＂]')


def _mended_pairs(text: str, shape: str) -> Iterator[Edit]:
    """Yield what makes pairs of double quotes of which some are straight, and some face the wrong way."""
    places = [m.start() for m in _DOUBLE.finditer(text)]
    marks = "".join(text[at] for at in places)
    if len(places) % 2 or not _has_han(text) or not set(marks) & set("“”＂"):
        return
    depth = 0
    for mark in marks:
        depth += {"“": 1, "”": -1}.get(mark, 9)
        if not 0 <= depth <= 2:
            break
    else:
        if depth == 0:
            return  # they pair as they are, one in another perhaps
    for number, at in enumerate(places):
        new = shape[number % 2]
        if text[at] != new and not (shape != "“”" and text[at] in "“”"):
            yield Edit(at, at + 1, new)


def _is_apostrophe(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] == '"':
        return False
    return (before.isascii() and before.isalnum()) and (not after or (after.isascii()))


# ── Dots, dashes, forms ──────────────────────────────────────────────────────


def _dots_and_dashes(text: str) -> Iterator[Edit]:
    for match in _ELLIPSIS.finditer(text):
        if len(match[0]) == len(text):
            continue  # a line of dots stands for what was left out
        if _chinese(_before(text, match.start())) or _chinese(_after(text, match.end())):
            yield Edit(match.start(), match.end(), "……")
    for match in _DASH.finditer(text):
        if _chinese(_before(text, match.start())) or _chinese(_after(text, match.end())):
            yield Edit(match.start(), match.end(), "——")


def _doubled(text: str) -> Iterator[Edit]:
    for match in _DOUBLED.finditer(text):
        yield Edit(match.start(), match.end(), match[0][0] if len(match[0]) > 1 else "")
    for match in _TITLE.finditer(text):
        yield Edit(match.start(), match.start() + 2, "《")
        yield Edit(match.end() - 2, match.end(), "》")
    for match in _NAME_DOT.finditer(text):
        yield Edit(match.start(), match.end(), "·")
    for match in _THOUSANDS.finditer(text):
        yield Edit(match.start(), match.end(), ",")


def _narrow(text: str) -> Iterator[Edit]:
    for match in _FULLWIDTH_ALNUM.finditer(text):
        yield Edit(match.start(), match.end(), _ascii(match[0]))
    for match in _DECIMAL.finditer(text):
        yield Edit(match.start(), match.end(), ".")


def _to_ascii(text: str) -> Iterator[Edit]:
    for i, char in enumerate(text):
        if _has_han(text[max(0, i - 1) : i + 2]):
            continue  # it belongs to a Chinese name quoted in the English
        if _FULLWIDTH.match(char) or char in _ENGLISH_MARKS:
            new = _ENGLISH_MARKS.get(char) or _ascii(char)
            after, before = text[i + 1 : i + 2], text[i - 1 : i]
            if new in ",.;:!?" and after.isalpha() and before.isalpha():
                new += " "
            yield Edit(i, i + 1, new)


def _ascii(text: str) -> str:
    return "".join(chr(ord(c) - 0xFEE0) for c in text)
