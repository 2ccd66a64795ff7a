"""What a lost byte leaves behind: a sign where a character stood, which no word has and no guess restores.

The second byte of a character in Big5, and of a rare one in GBK, may be that
of a letter or of one of ``@[]^_`{|}~``. Where the first is lost it stands
there by itself: 公司就 → 公司N (B44E), 開始 → }始 (B67D).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from publisher.repairs import model
from publisher.repairs.half_step import with_trail
from publisher.repairs.hanzi import HAN, rarity, uncommon

_TOLD = 12  # places of one text that are pointed at
_WRECKED = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{4,}")
_TWICE = 3
_SECOND_HALF = re.compile(f"(?<=[{HAN}])(?:[][{{}}\\§╡](?=[{HAN}])|[\u3105-\u3129](?=[{HAN}A-Za-z]))")
"""A character's second byte that Big5 shows as a mark, or what is left of a pair, between two Han."""

_PARTNERS = dict(zip("[]{}", "][}{", strict=True))

_REMAINS = re.compile("(?<![“‘「『])(?:锟斤拷|锟斤|烫{4,}|屯{4,})")  # in quotes they are what is spoken of
_SPOKEN_OF = re.compile("乱码|亂碼|编码|編碼|字符集|字元集|未初始化|mojibake|UTF-?8|Unicode", re.IGNORECASE)

_STRAY = re.compile(f"(?<=[{HAN}])[A-Za-z@^_`|~](?=[{HAN}])")
_FOREIGN = re.compile(
    f"(?<=[{HAN}])[\u0391-\u03c9\u0410-\u0451\u3041-\u306d\u306f-\u3096\u30a1-\u30cd\u30cf-\u30f6](?=[{HAN}])"
)  # の is an ornament of Chinese shop signs
_ALPHABETS = re.compile("[\u0391-\u03c9\u0410-\u0451\u3041-\u30fe]")
_GREEK_WORD = re.compile(
    "[\u0391-\u03c9](?:射|粒子|受体|受體|波|衰|值|角|系|型|变|變|毒株|噬|链|鏈|球|螺|内|內|胡|亚|亞|干|突|子|介|函|分布|检|檢|表|为|為|是|等|和|与|與|或|的|、)"
    "|(?:用|以|是|为|為|和|与|與|或|设|設|即|按|[^\x00-\x7f]的|率|角|参数|參數|常数|常數|系数|係數|变量|變量|型|数)[\u0391-\u03c9]"
)
_LETTER_WORD = re.compile(
    # what is called by a letter, and a letter that counts or names
    "[A-Z](?:股|型|级|級|类|類|组|組|区|區|座|栋|棟|楼|樓|馆|館|口|出口|轮|輪|档|檔|班|队|隊|线|線|面|段|版|卷|站|点|點|罩|杯|牌|盘|盤|图|圖"
    "|群|台|恤|光|超|咖|君|妹|仔|值|轴|軸|染|倍|化|计|計|方案|公司|企|市|县|縣|国|國|校|省|罗|羅|妆|妝|字|裤|褲|款|店|层|層|场|場|厅|廳"
    "|考|螢|屏|窗|小姐|先生|女士|男|女|某|膜|肝|細胞|细胞|语言|語言|键|鍵|厂|廠|电厂|電廠|瓶|大调|大調|小调|小調|系列|系统|系統|币|舱|艙|书|書|歌|槽|房|票|席|车[厢道位]|車[廂道位]|罪|货|貨|端|标|標|项|項|题|題|路|号|號)"
    "|[a-z](?:值|轴|軸|倍|化|股|型|染|家|点|點)|[Nn](?:年|次|个|個|多|天|种|種|条|條|张|張|件|句|位|元|代|遍|回|久)"
    "|(?:[甲乙丙丁第某维維素卡字母按键鍵型级級区區组組]|维他命|維他命|方案|計畫|计划)[A-Za-z]"
)
_WINDOW = 4
_NEAR = 8
_FITS = -14.5
"""What a character with that second byte is worth there at least (natural logarithm), if one stood there."""

_HABIT = 3
"""A mark that an article has so many times between Han characters is its writer's."""


def residue(
    texts: Sequence[tuple[str, str]], *, traditional: bool, traces: bool
) -> Iterator[tuple[str, str, int]]:
    """Yield ``(where, excerpt, offset)`` of what lost bytes have left in ``texts``.

    Letters between Han are looked at only in Traditional text, for in Big5 every
    third character has one in it, or where there are ``traces`` of other losses.
    """
    spoken_of = any(_SPOKEN_OF.search(text) for _, text in texts)
    wrecks = {at: list(islice(_wrecks(text, spoken_of), _TOLD)) for at, (_, text) in enumerate(texts)}
    traces = traces or any(wrecks.values())
    marks = [m for _, text in texts for m in _STRAY.findall(text)] if traditional or traces else []
    habits = {mark for mark, times in Counter(marks).items() if times >= _HABIT}
    for n, (where, text) in enumerate(texts):
        found = wrecks[n]
        if marks:
            letters = (
                at for at in _letters(text, habits) if traces or text[at].isalpha() or _is_loss(text, at)
            )
            found += [_around(text, at) for at in islice(letters, _TOLD)]
        for excerpt, at in sorted(found, key=lambda each: each[1]):
            yield where, excerpt, at


def _around(text: str, at: int) -> tuple[str, int]:
    return text[max(0, at - 2) : at + 3], max(0, at - 2)


def _wrecks(text: str, spoken_of: bool) -> Iterator[tuple[str, int]]:
    """Yield what no article says: replacement characters, rows of characters hardly ever met."""
    at = text.find("\ufffd")
    if at >= 0:
        yield text[max(0, at - 4) : at + 5], max(0, at - 4)
    if not spoken_of:
        for match in _REMAINS.finditer(text):
            yield match[0], match.start()
    rare = {c for c in set(uncommon(text)) if rarity(c) == 2}
    if rare:
        for match in _WRECKED.finditer("".join(c if c in rare else " " for c in text)):
            if len(set(match[0])) > _TWICE:  # 窸窸窣窣 is a word
                yield text[match.start() : match.end()], match.start()
    for match in _SECOND_HALF.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        partner = _PARTNERS.get(match[0], "")
        if not partner or partner not in (before if match[0] in "]}" else after):
            yield _around(text, match.start())
    foreign = [m.start() for m in _FOREIGN.finditer(text)]
    is_alone = len(foreign) == 1 and len(_ALPHABETS.findall(text)) == 1  # two are a formula or Japanese
    if is_alone and not _in_words(_GREEK_WORD, text, foreign[0]):
        yield _around(text, foreign[0])


def _in_words(words: re.Pattern[str], text: str, at: int) -> bool:
    start = max(0, at - _WINDOW)
    return any(start + m.start() <= at < start + m.end() for m in words.finditer(text[start : at + _WINDOW]))


def _letters(text: str, habits: set[str]) -> Iterator[int]:
    """Yield where letters and marks stand between two Han characters and are part of no word."""
    for match in _STRAY.finditer(text):
        at = match.start()
        if match[0] in habits or _in_words(_LETTER_WORD, text, at) or _is_word(text, at):
            continue
        beside = text[max(0, at - _NEAR) : at] + text[at + 1 : at + 1 + _NEAR]
        if match[0].isalpha() and re.search("[A-Za-z]", beside):
            continue  # A和B, 從A到B
        yield at


def _is_word(text: str, at: int) -> bool:
    """Tell whether the letter at ``at`` stands in a word of the dictionary (A股, T恤)."""
    import rjieba  # its dictionary has words with letters

    start = max(0, at - _WINDOW)
    around = "".join(map(model.simplified, text[start : at + _WINDOW + 1]))
    for word in rjieba.cut(around, False):
        if start <= at < start + len(word):
            return len(word) > 1
        start += len(word)
    return False


def _is_loss(text: str, at: int) -> bool:
    """Tell whether a character with that second byte makes a word with what stands on either side."""
    known, left, right = model.load(), model.simplified(text[at - 1]), model.simplified(text[at + 1])
    chars = map(model.simplified, with_trail(ord(text[at]), "cp950"))
    return any(
        known.follows(left, c) + known.follows(c, right) >= _FITS
        for c in chars
        if known.is_pair(left + c) or known.is_pair(c + right)
    )
