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
from publisher.report import Notice, Report, Severity

_WIDE = {",": "，", ".": "。", "!": "！", "?": "？", ":": "：", ";": "；", "｡": "。", "､": "、"}
_NARROW_MARK = re.compile("[,.!?:;｡､]")
_BRACKET = re.compile("[()（）]")
_WIDE_BRACKETS = {"(": "（", ")": "）"}
_ENDS = frozenset("。！？!?；;" + LINE_BREAK)
_CLOSERS = frozenset("”’」』）)】》〉\"'")
_POINTS = frozenset("，。、；：？！")
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
    | \byahoo! | \b(?:inc|ltd|co|corp|mr|mrs|ms|dr|prof|st|no|vol|vs|jr|sr|etc|dept|univ|fig)\.
    | (?<!\d)\d++(?:[.,:]\d++)+
    | (?<![a-z0-9])\.[a-z][a-z0-9]*
    | &(?:[a-z][a-z0-9]*|\#x?[0-9a-f]+);(?:[a-z]+;)?
    | (?:^|(?<=[\s。；;：，、（(\u2028]))\d{1,2}\.(?=\s?[HAN])
    )
    """.replace("HAN", HAN)
)
# what is shown rather than said: code, addresses with Han, a mark that is spoken of, chemical names, faces
_SHOWN = re.compile(
    r"""(?ix)
    (?<![a-z0-9_])[a-z_][a-z0-9_]{0,40}\([^()HAN]{0,80}\);              # print("x");
    | (?<![a-z0-9_])[a-z_][a-z0-9_]{0,40}\ ?[-+*/]?=\ ?[a-z0-9_."]{1,60};   # x = 1;
    | <!--[^<>]{0,200}?--> | \(\)
    | ::+ | [:;]-[()DPO](?![a-z0-9]) | (?<=[\sHAN、，。])[:;][()DPO](?![\wHAN])
    | (?<![a-z])(?:https?|ftp)://(?=[a-z0-9.\-]*[HAN])[a-z0-9\-HAN]+(?:\.[a-z0-9\-HAN]+)+
      (?:/[^\s，。；：！？、）》”」]*)?
    | (?<![a-z])(?:https?|ftp)://[!-~]{1,200}/[HAN][^\s，。；：！？、）》”」]*
    | @[a-z0-9\-HAN]+(?:\.[a-z0-9\-]+|\.[HAN]{1,4}(?![HAN]))+
    | [“‘「『][^\w\s“”‘’「」『』]{1,3}[”’」』]       # “,” and “?”
    | [“「](?=[!-~’\ ]*[a-z$\\\]\[*])[!-~’\ ]{1,300}[”」]  # “/[0-9]*;” and “Stop!”
    | \([RSEZ+−±,\d\-]{1,12}\)-\(?[^()\s]{0,60}\)? | -\([^()\s]{0,60}\)(?=-)
    | \(\d+(?:,\d+){0,9}-[^()\s]{0,60}\)
    | \([^()\s]{0,60}\)(?=\.[a-z]{2,4}\b)
    """.replace("HAN", HAN)
)
_ENGLISH_BEFORE = re.compile(  # What’s your name
    r"(?:\A|(?<=[。！？；：“‘「（()\u2028]))\s*[A-Za-z'’]+(?:[,;]? [A-Za-z0-9'’\-]+){1,40}\Z"
)
_AFTER_UNIT = re.compile(rf"[{HAN}]\s?\d[\d.,]* ?[A-Za-zμΩ°][A-Za-z/·²³%]*\Z")
_LATIN_THEN_HAN = re.compile(rf", ?[A-Z][A-Z0-9]+[{HAN}]")  # 360 Wh/kg, CLTC工况下
_ASKS = re.compile("[吗嗎么麼呢吧啊谁誰什怎何哪几幾多少否孰岂豈]|(.)[不没沒]\\1|是不是|真的|难道|難道")
_QUESTION = re.compile(r"\?")
_LISTED_MARKS = re.compile("[，。、；：？！…—“”‘’（）《》]{3,}")
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
_WIDTHS = re.compile("全角|半角|全形|半形")
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

    pointed: set[str] = set()

    def find_chinese(shown: str, where: str) -> list[Edit]:
        text = ODD_SPACE.sub(" ", shown)  # as it will be once the spaces are repaired
        fixed = bytearray(len(text))
        for pattern in (_FIXED, _SHOWN):
            for match in pattern.finditer(text):
                fixed[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        for match in _LISTED_MARKS.finditer(text):
            if len(set(match[0]) & _POINTS) >= 3:
                fixed[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        edits: dict[int, Edit] = {}
        for find, tally in (
            (_narrow, narrowed),
            (_dots_and_dashes, widened),
            (_doubled, single),
            (_quotes(corner), curled),
        ):
            for edit in find(text):
                if find is _narrow or not any(fixed[edit.start : edit.end]):
                    _keep(edits, edit, text, where, tally)
        if not edits:
            for edit in (*_brackets(text, fixed), *_marks(text, fixed)):
                _keep(edits, edit, text, where, widened)
            lost = [
                i for i in map(re.Match.start, _QUESTION.finditer(text)) if _stands_for_a_character(text, i)
            ]
            if lost and where not in pointed:
                pointed.add(where)
                report.add(_lost(text, lost, where))
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


def _lost(text: str, places: list[int], where: str) -> Notice:
    shown = text[max(0, places[0] - 4) : places[0] + 5]
    return Notice(
        code="character-lost",
        message="a question mark seems to stand for a character that was lost",
        where=where,
        severity=Severity.WARNING,
        before=shown,
        after=shown,
        confidence=0.7,
        offsets=tuple(places),
    )


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
        if not fixed[i] and not _stands_for_a_character(text, i) and _is_chinese_mark(text, i):
            yield Edit(i, i + 1, _WIDE[match[0]])


def _stands_for_a_character(text: str, at: int) -> bool:
    """Tell a question mark between two Han where nothing is asked: it stands for a character."""
    beside = is_han(text[at - 1 : at]) and is_han(text[at + 1 : at + 2])
    return text[at] == "?" and beside and not _ASKS.search(_clause(text, at))


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
    if char == "," and _AFTER_UNIT.search(text, max(0, at - _NEAR), at) and _LATIN_THEN_HAN.match(text, at):
        return True
    if char in "!?" and text[at - 1].isalpha() and _ENGLISH_BEFORE.search(text, max(0, at - _NEAR), at):
        return False
    if char == ":" and follows == " " and not _has_han(_clause(text, at)):
        return False  # a label in Latin letters has its own style
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
    if _WIDTHS.search(text):
        return  # the text speaks of them
    for match in _FULLWIDTH_ALNUM.finditer(text):
        yield Edit(match.start(), match.end(), _ascii(match[0]))
    for match in _DECIMAL.finditer(text):
        yield Edit(match.start(), match.end(), ".")


_SENTENCE = re.compile(r"[^。！？!?.\u2028]+(?:\.(?!\s|\Z)[^。！？!?.\u2028]*)*[。！？!?.\u2028]*")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]|[“‘《\"][^“”‘’《》\"]*[”’》\"]")


def _to_ascii(text: str) -> Iterator[Edit]:
    for sentence in _SENTENCE.finditer(text):
        if _has_han(_ASIDE.sub("", sentence[0])):
            continue  # a Chinese sentence in an English article, its names and terms in Latin letters
        for i in range(sentence.start(), sentence.end()):
            char = text[i]
            if not (_FULLWIDTH.match(char) or char in _ENGLISH_MARKS) or _has_han(
                text[max(0, i - 1) : i + 2]
            ):
                continue  # beside Han it belongs to a Chinese name quoted in the English
            new = _ENGLISH_MARKS.get(char) or _ascii(char)
            after, before = text[i + 1 : i + 2], text[i - 1 : i]
            if new in ",.;:!?" and after.isalpha() and before.isalpha():
                new += " "
            yield Edit(i, i + 1, new)


def _ascii(text: str) -> str:
    return "".join(chr(ord(c) - 0xFEE0) for c in text)
