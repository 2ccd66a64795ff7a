"""Text that lost or gained one byte in GBK is put back in step, where one reading of it wins.

Two bytes make a character. Lose one and every pair after it is cut at the wrong
place, until the next single-byte character puts the stream in step again; the
odd byte left over there is dropped:

    校    “    衡   智        D0A3 A1B0 BAE2 D6C7
     ！  昂   庵   潜           A3A1 B0BA E2D6 C7(B1)

All characters but the first and the last are therefore still there, half a
step away. The two at the ends are found by what stands around them: the reading
pasted in behind, the words of the same article, the words of the language, and
the pairs of quotes.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, product

import msgspec

from publisher.model import Article
from publisher.repairs.annotations import READING, matches, strip_readings
from publisher.repairs.edits import Edit, apply, article_texts, edit_article
from publisher.repairs.hanzi import code, is_chinese, is_han, rarity
from publisher.report import Notice, Report, Severity

_MIN_CHARS = 2
_CLEAR = 5  # so many everyday characters in a row are in step
_MAX_CHARS = 400
_READ_LENGTH = 12  # no character with its pasted-in reading is longer
_CONTEXT = 6
_ENDS_TRIED = 6  # of the possible characters at each end, how many are tried together
_DOUBT = 6.0  # a reading this much better than the text as it stands is worth a warning
_GAIN = 8.0  # and this much better, it may be put in its place
_MARGIN = 3.0  # if it is this much better than the next reading
_FOLDABLE = frozenset("!\"#$%&'*+,-./:;<=>?@[]^_{|}~")
_WRECKED = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{4,}")
_OPEN, _CLOSED = "“‘「『《（", "”’」』》）"


class _Stretch(msgspec.Struct, frozen=True):
    """Characters ``start`` to ``end`` of a text, and what stands there half a step away."""

    start: int
    end: int
    inner: str
    firsts: tuple[str, ...]
    lasts: tuple[str, ...]


class _Verdict(msgspec.Struct, frozen=True):
    """The best reading of a stretch, how much better it is, and whether it is the only good one."""

    start: int
    end: int
    new: str
    gain: float
    margin: float
    known: int  # characters of it that no guess went into
    is_closed: bool  # a pasted reading or a byte left over tells its last character

    @property
    def is_certain(self) -> bool:
        needed = _MARGIN if self.is_closed else 3 * _MARGIN
        # nothing in the text tells one sentence mark from another
        guessed = self.new[0] + ("" if self.is_closed else self.new[-1])
        if any(c in "，。！？；：、" for c in guessed):
            return False
        return self.known >= 2 and self.gain >= _GAIN and self.margin >= needed


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` with slipped stretches restored, or pointed at where that is not certain."""
    if not is_chinese(article.meta.language):
        return article
    texts = [text for _, text in article_texts(article)]
    judge: list[_Judge] = []  # made when the first suspect turns up, for it loads dictionaries
    pointed_at: dict[tuple[str, str], str] = {}

    def find(text: str, where: str) -> list[Edit]:
        edits: list[Edit] = []
        for stretches in _suspects(text):
            if not judge:
                judge.append(_Judge(texts))
            verdict = judge[0].decide(text, stretches)
            if verdict is None:
                continue
            before = text[verdict.start : verdict.end]
            if not verdict.is_certain:
                pointed_at.setdefault((where, before), verdict.new)
                continue
            edits.append(Edit(verdict.start, verdict.end, verdict.new))
            report.add(
                Notice(
                    code="bytes-restored",
                    message=f"a lost byte: “{before}” was restored to “{verdict.new}”; please compare",
                    where=where,
                    severity=Severity.WARNING,
                    before=before,
                    after=verdict.new,
                    confidence=round(min(0.99, 0.8 + verdict.margin / 50), 2),
                    offsets=(verdict.start,),
                )
            )
        return edits

    repaired = edit_article(article, find)
    left = article_texts(repaired)
    for (where, before), guess in pointed_at.items():
        for place, text in left:
            if place == where and (at := text.find(before)) >= 0:
                report.add(_lost(where, before, guess, at))
                break
    for where, text in left:
        for before, at in _wrecks(text):
            report.add(_lost(where, before, "", at))
    return repaired


def _lost(where: str, excerpt: str, guess: str, at: int) -> Notice:
    hint = f" (perhaps “{guess}”)" if guess else ""
    return Notice(
        code="bytes-lost",
        message=f"characters seem to be lost here{hint}; compare it with the original",
        where=where,
        severity=Severity.WARNING,
        before=excerpt,
        after=excerpt,
        confidence=0.5,
        offsets=(at,),
    )


def _wrecks(text: str) -> Iterator[tuple[str, int]]:
    """Yield what no article says: replacement characters, rows of characters hardly ever met."""
    at = text.find("\ufffd")
    if at >= 0:
        yield text[max(0, at - 4) : at + 5], max(0, at - 4)
    if any(rarity(c) == 2 for c in text):
        for match in _WRECKED.finditer("".join(c if rarity(c) == 2 and is_han(c) else " " for c in text)):
            yield text[match.start() : match.end()], match.start()


# ── Where a slip may be ──────────────────────────────────────────────────────


def _suspects(text: str) -> Iterator[list[_Stretch]]:
    """Yield, for each run of double-byte characters, the stretches that may be out of step."""
    start = 0
    while start < len(text):
        if not _double(text[start]):
            start += 1
            continue
        end = start
        while end < len(text) and (_double(text[end]) or _joins(text, end)):
            end += 1
        if start and text[start - 1] in _FOLDABLE:
            start -= 1
        found = [s for e in _ends(text, start, end) for s in _stretches(text, start, e)]
        if found:
            yield found
        start = end


def _ends(text: str, start: int, end: int) -> list[int]:
    """Return where in a run a slip may end.

    It ends with the run; or before an ASCII mark, if no other tool made that of a
    fullwidth one; or where a pair was no character, so that a decoder dropped half of
    it and was in step again: that is soon after the last odd character.
    """
    ends = {end} | {i for i in range(start + _MIN_CHARS, end) if text[i].isascii()}
    odd = [i for i in range(start, end) if rarity(text[i])]
    for i, following in pairwise([*odd, end + _CLEAR]):
        if following - i >= _CLEAR:
            ends |= set(range(i + 1, min(i + 2 + _CLEAR, end)))
    return sorted(e for e in ends if e - start >= _MIN_CHARS)


def _joins(text: str, at: int) -> bool:
    return text[at] in _FOLDABLE and at + 1 < len(text) and _double(text[at + 1])


def _double(char: str) -> bool:
    return len(code(char, "gbk")) == 2


def _bytes(char: str) -> bytes:
    """Return the GBK bytes of ``char``, an ASCII mark taken for the fullwidth one it was made from."""
    return bytes((0xA3, ord(char) | 0x80)) if char.isascii() else code(char, "gbk")


def _char(lead: int, trail: int) -> str:
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""


def _stretches(text: str, start: int, end: int) -> list[_Stretch]:
    """Return the endings of the run ``start`` to ``end`` that look better half a step away."""
    start = max(start, end - _MAX_CHARS)
    odd = [rarity(c) for c in text[start:end]]
    hints = (
        (text[end : end + 1] == "\ufffd" or "A" <= text[end : end + 1] <= "z")
        + (_depth(text) != 0)
        + (_reading_at(text, end) is not None and not _fits(text[end - 1], _reading_at(text, end)))
    )
    need = max(1, 3 - hints)
    if end - start < _MIN_CHARS or sum(odd) < need:
        return []
    data = [_bytes(c) for c in text[start:end]]
    follower = text[end : end + 1]
    if "@" <= follower <= "~":  # a second half in the range of ASCII: it stands there by itself
        eaten, halves = 1, [ord(follower)]
    else:  # the odd byte was dropped, or shown as a replacement character
        eaten, halves = int(follower == "\ufffd"), list(range(0x40, 0xFF))
    lasts = tuple(filter(None, (_char(data[-1][1], x) for x in halves)))
    if not lasts:
        return []
    found: list[tuple[int, _Stretch]] = []
    inner, cost, odd_sum = "", 0, odd[-1]
    for at in range(end - start - 2, -1, -1):
        pair = _char(data[at][1], data[at + 1][0])
        if not pair:
            break
        inner, cost, odd_sum = pair + inner, cost + rarity(pair), odd_sum + odd[at]
        if end - start - at < _MIN_CHARS or odd_sum - cost < need or 3 * cost > odd_sum:
            continue
        lead = data[at][0]
        firsts = [_char(x, lead) for x in range(0x81, 0xFF)]  # its first half was lost
        firsts += [_char(lead, x) for x in range(0x40, 0xFF)]  # its second half was lost
        stretch = _Stretch(
            start=start + at,
            end=end + eaten,
            inner=inner,
            firsts=("", *filter(None, firsts)),  # none: a byte too many
            lasts=lasts,
        )
        found.append((odd_sum - cost, stretch))
    best = max((gain for gain, _ in found), default=0)
    return [stretch for gain, stretch in found if gain >= best - 2][:24]


@lru_cache(maxsize=8)
def _depth(text: str) -> int:
    """Return how many quotes and brackets of ``text`` lack their partner."""
    return sum(
        abs(text.count(opening) - text.count(closing))
        for opening, closing in zip(_OPEN, _CLOSED, strict=True)
    )


def _reading_at(text: str, at: int) -> str | None:
    match = READING.match("一" + text[at : at + 14], 1)
    return match[1] if match else None


def _fits(char: str, reading: str | None) -> bool:
    return reading is not None and is_han(char) and matches(char, reading)


# ── What a reading of it is worth ────────────────────────────────────────────


class _Judge:
    """Weighs readings by the article's own words, the language's words, quotes and pasted readings."""

    def __init__(self, texts: Iterable[str]) -> None:
        import rjieba  # dictionaries: only a text with a suspect pays for them
        from opencc import OpenCC

        self._cut: Callable[[str, bool], list[str]] = rjieba.cut
        self._frequency: Callable[[str], int] = rjieba.suggest_freq
        self._known: Callable[[str], bool] = rjieba.has_word
        self._simplify: Callable[[str], str] = OpenCC("t2s").convert
        self._grams: Counter[str] = Counter()
        for text in texts:
            stripped = strip_readings(text)
            for size in (2, 3, 4):
                self._grams.update(stripped[i : i + size] for i in range(len(stripped) - size + 1))

    def decide(self, text: str, stretches: list[_Stretch]) -> _Verdict | None:
        """Return the best reading of ``text`` at ``stretches``; None if it stands better as it is."""
        # all readings are weighed over the same characters, or the longer ones would win by length
        low, high = min(s.start for s in stretches), max(s.end for s in stretches)
        window = _CONTEXT * _READ_LENGTH  # a whole article on one line must not be stripped each time
        left = strip_readings(text[max(0, low - window) : low])[-_CONTEXT:]
        right = strip_readings("一" + text[high : high + window])[1 : 1 + _CONTEXT]
        own = left + text[low:high] + right
        old = self._worth(left, text[low:high], right, own)
        depth = _depth(text)
        ranked: dict[str, tuple[float, _Stretch, str]] = {}
        for stretch in stretches:
            slipped = text[stretch.start : stretch.end]
            if self._worth("", stretch.inner, "", own) < self._worth("", slipped, "", own):
                continue
            before, after = text[low : stretch.start], text[stretch.end : high]
            reading = _reading_at(text, stretch.end)
            firsts = self._best(
                stretch.firsts, (left + before)[-_CONTEXT:], stretch.inner[:_CONTEXT], own, None
            )
            lasts = self._best(
                stretch.lasts, stretch.inner[-_CONTEXT:], (after + right)[:_CONTEXT], own, reading
            )
            for first, last in product(firsts, lasts):
                new = first + stretch.inner + last
                whole = before + new + after
                gain = self._worth(left, whole, right, own) - old
                gain -= 0.0 if first else 4.0  # bytes are lost far more often than added
                gain += 4.0 * max(-1, min(1, depth - _depth(apply(text, [Edit(low, high, whole)]))))
                if reading:
                    gain += 5.0 if _fits(last, reading) else -5.0
                if whole not in ranked or gain > ranked[whole][0]:
                    ranked[whole] = (gain, stretch, new)
        order = sorted(ranked.values(), key=lambda r: -r[0])
        if not order or order[0][0] < _DOUBT:
            return None
        gain, stretch, new = order[0]
        margin = gain - order[1][0] if len(order) > 1 else gain
        closed = len(stretch.lasts) == 1 or _reading_at(text, stretch.end) is not None
        if len(new) == len(stretch.inner) + 1:  # a byte too many: rare, and may hide a lost character
            return _Verdict(stretch.start, stretch.end, new, gain, margin, 0, closed)
        known = len(stretch.inner) + (len(stretch.lasts) == 1)
        return _Verdict(stretch.start, stretch.end, new, gain, margin, known, closed)

    def _best(
        self, chars: tuple[str, ...], left: str, right: str, own: str, reading: str | None
    ) -> list[str]:
        """Return the few of ``chars`` that fit best between ``left`` and ``right``."""

        def worth(char: str) -> float:
            bonus = 5.0 if _fits(char, reading) else 0.0
            return self._worth(left, char, right, own) + bonus

        return sorted(dict.fromkeys(chars), key=lambda c: -worth(c))[:_ENDS_TRIED]

    def _worth(self, left: str, middle: str, right: str, own: str) -> float:
        """Weigh ``middle`` in its context; ``own`` is the damaged text, no witness for itself."""
        window = left + middle + right
        start, end = len(left), len(left) + len(middle)
        total = -float(sum(rarity(c) for c in middle))
        for size, worth in ((2, 1.0), (3, 1.5), (4, 2.0)):
            for i in range(max(0, start - size + 1), min(end, len(window) - size + 1)):
                gram = window[i : i + size]
                count = self._grams[gram] - (gram in own)
                total += worth * (1 + math.log(count) / 2) if count > 0 else 0
        at = 0
        for word in self._cut(self._simplify(window), False):
            if at < end and at + len(word) > start:
                total += self._word(word)
            at += len(word)
        return total

    def _word(self, word: str) -> float:
        if not is_han(word[0]):
            return 0.0
        if len(word) > 1:
            return (len(word) - 1) * math.log(self._frequency(word) + 1) / 4 + 0.5
        return math.log(self._frequency(word) + 1) / 8 - 1 if self._known(word) else -1.5
