"""Characters that only look like the real ones, or do not show at all, are replaced or taken out.

Kangxi radicals and compatibility ideographs come from PDF files and old code
pages, private-use characters from Word's symbol fonts and from Big5 with Hong
Kong's supplement, zero-width and direction marks from web pages, C1 controls
from Windows text that was read as Latin-1.
"""

import re
import unicodedata
from itertools import pairwise

from publisher.model import Article
from publisher.repairs.edits import Edit, Tally, edit_article
from publisher.repairs.hanzi import HAN, is_chinese, is_han
from publisher.report import Notice, Report, Severity

# The radicals that Unicode gives no decomposition; from Equivalent_Unified_Ideograph of the Unicode
# Character Database (Unicode License v3).
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母"
    "⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹"
    "⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食"
    "⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
# Word's Symbol and Wingdings, which it stores in the private-use area
_SYMBOLS = dict(
    zip("\uf0b7\uf0a7\uf06c\uf06e\uf075\uf076\uf0d8\uf0fc\uf0e0\uf0a8", "•▪●■◆❖➢✔→◇", strict=True)
)
# left in the private-use area by GB 18030-2000 and given code points since
_SYMBOLS |= {"\ue5e5": "\u3000", "\ue7c7": "ḿ", "\ue7c8": "ǹ"}
_REAL = dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True)) | _SYMBOLS

_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u180e"
    + "\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\u3164\ufeff\ufffc"
)
_ODD = re.compile(
    rf"(?P<unseen>[{_UNSEEN}]+|(?<=[{HAN}A-Za-z0-9])[\u200c\u200d]+|[\u200c\u200d]+(?=[{HAN}A-Za-z0-9]))"
    rf"|(?P<selector>(?<=[{HAN}，。、；：？！])[\ufe00-\ufe0f]+|(?<=[，。、；：？！])[\U000e0100-\U000e01ef]+)"
    "|(?P<base>\ufff9(?P<written>[^\ufff9-\ufffb]{1,40})\ufffa[^\ufff9-\ufffb]{0,40}\ufffb)"
    "|(?P<control>[\x80-\x84\x86-\x9f])"
    "|(?P<private>[\ue000-\uf8ff])"
    "|(?P<look>[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06\U0002f800-\U0002fa1f]|[A-Za-z][\u0300-\u036f]+)"
)
# Ideographic variation sequences stay: 辻 and 葛 in a name have a form of their own (UTS #37).

_LOOKS = "[\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06\U0002f800-\U0002fa1f]"
_LISTED = re.compile(f"(?<=[、，,和与與及“]){_LOOKS}|{_LOOKS}(?=[、，,和与與及”])")
_DISCUSSED = re.compile(
    "部首|偏旁|连字|連字|合字|码位|碼位|字形|兼容汉字|兼容漢字|相容漢字|U\\+[0-9A-F]{4}|ligature|radical"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` without invisible, private and look-alike characters."""
    chinese = is_chinese(article.meta.language)
    hong_kong = article.meta.language.lower().startswith(("zh-hant", "zh-hk", "zh-mo", "zh-tw"))
    removed = Tally(report, "invisible-removed", "an invisible character was removed")
    replaced = Tally(report, "character-replaced", "a look-alike was replaced by the character it stands for")
    unknown: dict[tuple[str, str], int] = {}

    def find(text: str, where: str) -> list[Edit]:
        edits: list[Edit] = []
        if text.isascii() and text.isprintable():
            return edits
        right_to_left = _RIGHT_TO_LEFT.search(text) is not None
        listed = _listed(text)
        for match in _ODD.finditer(text):
            old = match[0]
            if match.lastgroup == "private" and not _private(old, hong_kong):
                unknown.setdefault((where, old), match.start())
                continue
            if right_to_left and match.lastgroup == "unseen":
                continue  # there the marks of direction have work to do
            if match.lastgroup == "selector" and not chinese:
                continue  # a Japanese name may ask for its own form
            new = _replacement(match, hong_kong)
            if new == old or match.start() in listed:
                continue
            edits.append(Edit(match.start(), match.end(), new))
            tally = replaced if new else removed
            tally.add(where, _shown(text, match, old), _shown(text, match, new), max(0, match.start() - 1))
        return edits

    repaired = edit_article(article, find)
    removed.file()
    replaced.file()
    for (where, char), at in unknown.items():
        report.add(
            Notice(
                code="private-character",
                message=f"U+{ord(char):04X} is a private character that no font here shows; replace it",
                where=where,
                severity=Severity.WARNING,
                before=char,
                after=char,
                confidence=0.5,
                offsets=(at,),
            )
        )
    return repaired


def _listed(text: str) -> set[int]:
    """Return where look-alikes stand that the text speaks of: listed, or in the order of code."""
    spans = [m.span() for m in _IN_ORDER.finditer(text) if _is_in_order(m[0])]
    spans += [m.span() for m in _LIGATURE_ALONE.finditer(text)]
    if _DISCUSSED.search(text):
        spans += [m.span() for m in _LISTED.finditer(text)]
    return {at for start, end in spans for at in range(start, end)}


_LIGATURE_ALONE = re.compile(r"(?<![A-Za-z\ufb00-\ufb06])[\ufb00-\ufb06](?![A-Za-z\ufb00-\ufb06])")
"""A ligature that is part of no word (ﬁnd, oﬃce) is itself what the text speaks of."""

_IN_ORDER = re.compile("[\u2e80-\u2fd5]{3,}")


def _is_in_order(row: str) -> bool:
    return all(0 < ord(b) - ord(a) <= 2 for a, b in pairwise(row))


def _replacement(found: re.Match[str], hong_kong: bool) -> str:
    old = found[0]
    match found.lastgroup:
        case "unseen" | "selector":
            return ""
        case "base":
            return found["written"]
        case "control":
            return old.encode("latin-1").decode("cp1252", "ignore")
        case "private":
            return _private(old, hong_kong)
        case _:
            return _REAL.get(old) or unicodedata.normalize("NFKC" if old < "\ufb07" else "NFC", old)


def _private(char: str, hong_kong: bool) -> str:
    """Return what a private-use ``char`` stands for, empty if nothing is known of it."""
    if (known := _REAL.get(char)) or not hong_kong:
        return known or ""
    # Microsoft's mapping of Big5's user-defined areas, row by row of 157; the supplement of Hong
    # Kong (HKSCS) put its characters there
    at = ord(char)
    for first, last, lead in ((0xE000, 0xE310, 0xFA), (0xE311, 0xEEB7, 0x8E), (0xEEB8, 0xF6B0, 0x81)):
        if first <= at <= last:
            row, cell = divmod(at - first, 157)
            data = bytes((lead + row, cell + (0x40 if cell < 63 else 0x62)))
            decoded = data.decode("big5hkscs", "ignore")
            return decoded if len(decoded) == 1 and is_han(decoded) else ""
    return ""


def _shown(text: str, match: re.Match[str], new: str) -> str:
    """Return ``new`` with a character on either side, so that what cannot be seen has a place."""
    return text[max(0, match.start() - 1) : match.start()] + new + text[match.end() : match.end() + 1]
