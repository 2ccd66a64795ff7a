"""What a reading of garbled text is worth, by the character model, against what stands there."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from publisher.repairs import model
from publisher.repairs.garbled.rereading import LOST, Read, completions
from publisher.repairs.garbled.routes import WESTERN, Route
from publisher.repairs.hanzi import is_han, uncommon

PROOF = 6
"""So many Han read again in one stretch prove that an encoding was mistaken for another."""

_FEWEST = 2
READABLE = -9.0
_BETTER = 1.5
_LOSS = 9.0


class Rereading(msgspec.Struct, frozen=True):
    """A stretch of a text, what it says in the right encoding, and how sure that is."""

    start: int
    end: int
    new: str
    route: Route
    gain: float
    guessed: tuple[int, ...]  # where in ``new`` characters were filled in
    lost: int  # characters that could not be


@lru_cache(maxsize=16384)
def _says(char: str) -> float:
    """Return what ``char`` is worth in a reading."""
    if char.isascii():
        return 0.0
    return -_LOSS if char == LOST else model.load().readable(char)


@lru_cache(maxsize=16384)
def _shown(char: str, single: bool) -> float:
    """Return what a garbled ``char`` is worth as it stands: a letter beyond ASCII is not to be expected."""
    if char < "\x80":
        return -3.0 if char.isalpha() else 0.0
    if is_han(char):
        return model.load().char(char)
    return -9.0 if single or FOREIGN.match(char) else -5.0


FOREIGN = re.compile("[\u3041-\u30ff\u3105-\u3129\uff61-\uff9f\u3131-\u318f\uac00-\ud7a3\ue000-\uf8ff]")


def worth(text: str) -> float:
    """Return what ``text`` is worth, its characters taken one by one."""
    return sum(map(_says, text))


def weighed(text: str, start: int, reads: Sequence[Read], route: Route, proven: bool) -> list[Rereading]:
    """Return the stretches of ``reads`` that gain something over ``text``."""
    out: list[str] = []
    guessed: list[int] = []
    found: list[Rereading] = []
    gain, top = 0.0, 0.0
    first, begin = 0, start  # where the stretch begins, in reads and in the text
    last, end = 0, start  # where it was at its best
    at = start

    def close() -> None:
        new, old = "".join(out[first:last]), text[begin:end]
        at_guess = tuple(len("".join(out[first:n])) for n in guessed if first <= n < last and out[n] != LOST)
        filled = len(at_guess)
        alone = not filled and (text[max(0, begin - 1) : begin] + text[end : end + 1]).isascii()
        if (worth := _convinces(old, new, route, proven, alone)) is not None:
            lost = max(0, new.count(LOST) - (old.count(LOST) if route.right == "utf-8" else 0))
            value = worth - 3 * filled - 6 * lost
            if value > 0 and (4 * filled <= last - first or (proven and new.strip() in ("。", "，"))):
                found.append(Rereading(begin, end, new, route, value, at_guess, lost))

    for n, read in enumerate(reads):
        char = read.char
        if read.holes:
            char = filled(
                read.holes,
                "".join(out[-6:]) if out else text[max(0, start - 6) : start],
                reads[n + 1].char if n + 1 < len(reads) else "",
            )
            guessed.append(n)
        out.append(char)
        gain += _says(char)
        if read.end < 0:
            continue
        for shown in text[at : read.end]:
            gain -= _shown(shown, route.single)
        at = read.end
        if gain >= top:
            top, last, end = gain, n + 1, at
        elif gain < max(0.0, top - _DROP):
            if last > first:
                close()
            gain = top = 0.0
            first = last = n + 1
            begin = end = at
    if last > first:
        close()
    return found


_DROP = 30.0


def _mean(chars: Sequence[str]) -> float:
    """Return what a character is worth in ``chars``; of a long row the first and the last hundred tell it."""
    heard = [c for c in (*chars[:100], *chars[100:][-100:]) if c != LOST]
    return model.load().worth("".join(heard)) / max(1, min(len(chars), 200))


def _convinces(old: str, new: str, route: Route, proven: bool, alone: bool) -> float | None:
    """Return how much better ``new`` is than ``old``; None if that is not enough."""
    is_known = proven
    proven = proven and (route.single or route.right == "utf-8")
    said = [c for c in new if not c.isascii()]
    han = sum(map(is_han, said))
    if not said or new.count(LOST) * 4 > len(said):
        return None
    if route == WESTERN and han and alone and LOST not in new:
        # three bytes that make a Han character in UTF-8 do not stand together by chance, but French has “é —”
        signs = [c for c in old if not c.isascii()]
        return None if han == 1 and all(map(_MARKS.match, signs[1:])) else 4.0 * len(said)
    if han < _FEWEST and not proven:
        return None
    shown = [c for c in old if not c.isascii()]
    mean = _mean(said)
    if proven and route.single:  # names and figures in short lines are no likely sentence
        mean = max(mean, sum(map(_says, said)) / len(said))
    before = sum(_shown(c, route.single) for c in shown) / max(1, len(shown))
    if not route.single:
        before = max(before, _mean(shown))
    if mean < (READABLE - (3.5 if route.single else 1) if proven else READABLE):
        return None
    if route.right != "utf-8" and not _is_typical(old, shown, said, route, is_known):
        return None
    # a Han character for two or three signs of another script needs no more proof than to be readable
    used = len(old) - (len(new) - len(said))
    need = 0.5 if proven else _BETTER if han > 3 else 2 * _BETTER
    if used < 1.9 * len(said) and mean - before < need:
        return None
    return (mean - before) * len(said) + 2 * (used - len(said))


_KANA = re.compile("[\u3041-\u30fe]")
_MARKS = re.compile("[ \u2010-\u203a\u20ac\u00ab\u00bb\u00b7\u00a0]")
_ALPHABET = 4
"""So many letters in the order of their code points are an alphabet."""


def _is_typical(old: str, shown: Sequence[str], said: Sequence[str], route: Route, proven: bool) -> bool:
    """Tell whether ``old`` is what the wrong one of two legacy encodings shows, and nothing else would.

    Nothing in such bytes proves itself, so that a word of two rare characters,
    a dash in quotes, kana, a French word or a row of capitals reads as
    something, too.
    """
    if route.single:
        letters = [c for c in shown if not _MARKS.match(c)]
        steps = [ord(b) - ord(a) for a, b in pairwise(letters)]
        if len(letters) >= _ALPHABET and all(0 < step <= _ALPHABET for step in steps):
            return False
        # most characters have both their bytes beyond ASCII; an accent before a letter has one
        enough = proven or len(letters) > _FEWEST
        return enough and 2 * len(letters) >= len(shown) and 4 * len(shown) >= 5 * len(said)
    rare, foreign = uncommon(old), FOREIGN.findall(old)
    kana = _KANA.findall(old)
    if len(kana) > 1 and len(kana) >= len(rare) and 3 * len(kana) >= len(shown):
        return False  # Japanese: what Big5 makes of GBK has kana, too, but fewer than rare characters
    odd = len(rare) + len(foreign)
    if proven and len(shown) > 2:
        return len({*rare, *foreign}) > 1 and odd * 6 >= len(shown) and (len(shown) >= PROOF or bool(rare))
    return len(shown) >= PROOF and len({*rare, *foreign}) >= _DISTINCT and odd * 6 >= len(shown)


_DISTINCT = 4
"""So many different odd characters there must be: one said twice is a word form of Chinese."""


@lru_cache(maxsize=16384)
def filled(holes: tuple[int | None, ...], before: str, after: str) -> str:
    """Return the character that fits ``holes`` best between two others, U+FFFD if none does clearly."""
    if holes[0] == 0xE3 and holes[1:] in ((None, None), (0x80, None)):
        return "。" if not after or after.isspace() else "、" if is_han(after) else LOST
    if holes[:2] == (0xEF, 0xBC):
        if _LABEL.search(before):
            return "："
        if is_han(after):
            return "，"
    last = before[-1:]
    if holes[:2] == (0xE2, 0x80):
        return "”" if last in "。！？…，" or not after else LOST
    fitting = completions(holes)
    if last.isdigit() and (units := [c for c in fitting if c in "年月日时分秒万亿元个名岁人次家项至"]):
        if "日" in units and _MONTH.search(before):
            return "日"
        return units[0] if len(units) == 1 else LOST
    follows = model.load().follows
    ranked = sorted(
        ((follows(last, c) + (follows(c, after) if is_han(after) else 0.0), c) for c in fitting),
        reverse=True,
    )
    if not ranked or ranked[0][0] < -22 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 1):
        return LOST
    return ranked[0][1]


_LABEL = re.compile("(?:电话|電話|热线|熱線|手机|手機|邮箱|郵箱|网址|網址|地址|传真|傳真|联系人|聯絡人)\\Z")
_MONTH = re.compile("月[0-9]{1,2}\\Z")
