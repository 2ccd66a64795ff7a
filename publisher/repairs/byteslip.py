"""Text that lost or gained one byte in GBK or Big5 is put back in step, where one reading of it wins.

Two bytes make a character. Lose one and every pair after it is cut at the wrong
place, until the decoder meets a pair that is no character and drops a byte, or
a single-byte character puts the stream in step again:

    校    “    衡   智        D0A3 A1B0 BAE2 D6C7
     ！  昂   庵   潜           A3A1 B0BA E2D6 C7(B1)

All characters but the first and the last are therefore still there, half a
step away. Where a stretch begins and ends, and which characters the two at its
ends are, is weighed by the language model, by the words of the same article,
by a reading pasted in behind, and by the pairs of quotes.
"""

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from publisher.model import Article
from publisher.repairs import model
from publisher.repairs.annotations import READING, matches, strip_readings
from publisher.repairs.edits import Edit, article_texts, edit_article
from publisher.repairs.garbled.rereading import pair
from publisher.repairs.half_step import bytes_of, half_a_step, with_lead, with_trail
from publisher.repairs.hanzi import is_chinese, is_han, traditional_only, uncommon_at
from publisher.repairs.residue import residue
from publisher.report import Notice, Report, Severity

_REACH = 9  # how far from its odd characters a stretch may begin and end
_LONGEST = 120
_AROUND = 160  # how far quotes are looked for that may lack their partner
_GAP = 8  # odd characters so near each other belong to one stretch
_MOST = 40  # suspects are weighed in one article
_SPARSE = 200  # characters to a suspect; a text with more suspects has another illness
_DOUBT = 6.0  # a reading so much likelier (natural logarithm) than the text is worth a warning
_GAIN = 12.0  # and so much likelier, it may be put in its place
_SLIGHT, _FAIR, _CLEAR = 10.0, 11.0, 14.0  # one that is less clear must read the better
_READABLE, _PLAIN, _FLUENT = -9.0, -8.6, -7.1  # a character, by that (natural logarithm)
_MARGIN = 2.5  # if it is so much likelier than the next reading
_ENDS_TRIED = 4
_OWN = 100_000  # characters of the article tell what words it uses
_ODD = re.compile(
    "[\u0391-\u0451\u2015-\u2017\u2103-\u2109\u2160-\u2312\u2460-\u2642\u3003-\u3007\u3012-\u30ff\u3131-\u33d5\uff04-\uff07\uff0b\uff10-\uff19"
    "\ue000-\ue765\uff1c-\uff1e\uff20-\uff5e\ufe30-\ufe6b\uffe0-\uffe5\ufffd]"
)
_OPEN, _CLOSED = "“‘「『《（", "”’」』》）"


class _Verdict(msgspec.Struct, frozen=True):
    """The best reading of a stretch, how much likelier it is, and by how much it beats the next one."""

    start: int
    end: int
    new: str
    gain: float
    margin: float
    guessed: str  # its characters that nothing but their likelihood speaks for

    @property
    def is_certain(self) -> bool:
        # nothing in the text tells one sentence mark from another
        if any(c in "，。！？；：、" for c in self.guessed) or len(self.new) < 3:
            return False
        return self.gain >= _GAIN and self.margin >= _MARGIN


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` with slipped stretches restored, or pointed at where that is not certain."""
    if not is_chinese(article.meta.language):
        return article
    texts = [text for _, text in article_texts(article)]
    simplified = "hant" not in article.meta.language.lower()
    count = sum(1 for text in texts for _ in _suspects(text, simplified=simplified))
    is_hopeless = count > _MOST and count * _SPARSE > sum(map(len, texts))
    judge = _Judge(texts, article.meta.language, 0 if is_hopeless else _MOST)
    pointed_at: dict[tuple[str, str], str] = {}

    def find(text: str, where: str) -> list[Edit]:
        edits: list[Edit] = []
        for first, last in _suspects(text, simplified=simplified):
            verdict = judge.decide(text, first, last)
            if verdict is None or (edits and verdict.start < edits[-1].end):
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

    before = len(report)
    repaired = edit_article(article, find)
    left = article_texts(repaired)
    for (where, excerpt), guess in pointed_at.items():
        for place, text in left:
            if place == where and (at := text.find(excerpt)) >= 0:
                report.add(_lost(where, excerpt, guess, at))
                break
    traces = len(report) > before
    for where, excerpt, at in residue(left, traditional=not simplified, traces=traces):
        if not any(where == w and (excerpt in e or e in excerpt) for w, e in pointed_at):
            report.add(_lost(where, excerpt, "", at))
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


# ── Where a slip may be ──────────────────────────────────────────────────────


def _suspects(text: str, *, simplified: bool) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of odd characters that stand near each other."""
    if text.isascii():
        return
    first = last = -1
    for at in heapq.merge(uncommon_at(text, simplified=simplified), (m.start() for m in _ODD.finditer(text))):
        if first >= 0 and (at - last > _GAP or at - first > _LONGEST):
            yield first, last
            first = -1
        first = at if first < 0 else first
        last = at
    if first >= 0:
        yield first, last


def _reading_at(text: str, at: int) -> str | None:
    match = READING.match("一" + text[at : at + 14], 1)
    return match[1] if match else None


def _fits(char: str, reading: str | None) -> bool:
    return reading is not None and is_han(char) and matches(char, reading)


@lru_cache(maxsize=64)
def _depth(text: str) -> int:
    """Return how many quotes and brackets of ``text`` lack their partner."""
    return sum(
        abs(text.count(opening) - text.count(closing))
        for opening, closing in zip(_OPEN, _CLOSED, strict=True)
    )


# ── What a reading of it is worth ────────────────────────────────────────────


class _Option(msgspec.Struct, frozen=True):
    """A stretch from ``start`` to ``end`` and what stands inside it, half a step away."""

    start: int
    end: int
    inner: str
    firsts: tuple[str, ...]
    lasts: tuple[str, ...]  # empty where the stretch falls into step by itself
    gain: float


class _Judge:
    """Weighs readings by the language, the article's own words, quotes and pasted readings."""

    def __init__(self, texts: Iterable[str], language: str, most: int) -> None:
        self._texts = tuple(texts)
        self._encodings = ("gbk", "cp950") if "hant" in language.lower() else ("gbk",)
        self._own: Counter[str] = Counter()
        self._left = most

    def decide(self, text: str, first: int, last: int) -> _Verdict | None:
        """Return the best reading around ``first`` to ``last``; None if the text stands better as it is."""
        if self._left <= 0:
            return None
        self._left -= 1
        if _is_in_words(text, first, last):
            return None
        if not self._own:
            plain = strip_readings("\n".join(self._texts)[:_OWN])
            for size in (2, 3):
                self._own.update(plain[i : i + size] for i in range(len(plain) - size + 1))
        options = [o for encoding in self._encodings for o in self._options(text, first, last, encoding)]
        # a second half that stands there as a letter is lost in the letters' favour, never gained
        options = [o for o in options if _letters(o.inner) <= _letters(text[o.start : o.end])]
        options.sort(key=lambda o: -o.gain)
        ranked: dict[str, _Verdict] = {}
        low = min((o.start for o in options[:_TRIED]), default=0)
        high = max((o.end for o in options[:_TRIED]), default=0)
        for option in options[:_TRIED]:
            for verdict in self._readings(text, option):
                whole = text[low : verdict.start] + verdict.new + text[verdict.end : high]
                if whole not in ranked or verdict.gain > ranked[whole].gain:
                    ranked[whole] = verdict
        order = sorted(ranked.values(), key=lambda v: -v.gain)
        if not order or order[0].gain < _DOUBT or not self._reads(text, order[0]):
            return None
        margin = order[0].gain - order[1].gain if len(order) > 1 else order[0].gain
        return msgspec.structs.replace(order[0], margin=margin)

    @staticmethod
    def _reads(text: str, best: _Verdict) -> bool:
        """Tell whether the ``best`` reading is likely enough to have been written in ``text``."""
        least = _READABLE if best.gain >= _CLEAR else _FLUENT if best.gain < _FAIR else _PLAIN
        if model.load().worth(best.new) < least * len(best.new):
            return False
        if best.gain >= _SLIGHT or any(map(traditional_only, text[: best.start] + text[best.end :])):
            return True
        return model.simplified(best.new) == best.new  # GBK has Traditional forms, its writers have not

    def _options(self, text: str, first: int, last: int, encoding: str) -> Iterator[_Option]:
        low, high = max(0, first - _REACH), min(len(text), last + _REACH + 1)
        shown = [bytes_of(c, encoding) for c in text[low:high]]
        worth = self._worths(text[low - 1 : low] if low else "", text[low:high])
        for start in range(low, min(last, first + _REACH) + 1):
            if len(shown[start - low]) != 2:
                continue
            data: list[int] = []
            edges: dict[int, int] = {}  # from a number of bytes to where the text is then
            for at in range(start, high):
                unit = shown[at - low]
                if not unit or (len(unit) == 1 and encoding == "gbk"):
                    break
                data += unit
                edges[len(data)] = at + 1
            if len(data) < 4:
                continue
            inner, gain, before = "", 0.0, ""
            lead = data[0]
            firsts = (*with_trail(lead, encoding), *with_lead(lead, encoding))
            for char, used in half_a_step(data[1:], encoding):
                gain += self._follows(before, char) if before else 0.0
                inner, before = inner + char, char
                score = gain + worth[start - low]
                in_step, dropped = edges.get(used + 1), edges.get(used + 2)
                if in_step is not None and in_step > last - _REACH:
                    yield _Option(start, in_step, inner, firsts, (), score - worth[in_step - low])
                if dropped is not None and dropped > last - _REACH:
                    lasts, eaten = with_lead(data[used + 1], encoding), dropped
                    follower = text[dropped : dropped + 1]
                    if "@" <= follower <= "~" and (closed := pair(data[used + 1], ord(follower), encoding)):
                        lasts, eaten = (closed,), dropped + 1  # its second half stands there by itself
                    elif follower == "\ufffd":
                        eaten = dropped + 1
                    if lasts:
                        yield _Option(start, eaten, inner, firsts, lasts, score - worth[dropped - low] + 6)

    def _worths(self, before: str, text: str) -> list[float]:
        """Return the sums of what the characters of ``text`` are worth."""
        sums = [0.0]
        for char in text:
            sums.append(sums[-1] + self._follows(before, char))
            before = char
        return sums

    def _follows(self, before: str, char: str, here: int = 1) -> float:
        """Weigh ``char`` after ``before``; ``here`` of these pairs are the damaged text's own."""
        likely = model.load().follows(model.simplified(before), model.simplified(char))
        said = self._own[before + char] - here
        return max(likely, _SAID if said < _OFTEN else _SAID + 1) if said > 0 else likely

    def _said(self, text: str) -> float:
        """Return what it is worth that the article says parts of ``text`` elsewhere."""
        return sum(1.5 for i in range(len(text) - 2) if self._own[text[i : i + 3]])

    def _readings(self, text: str, option: _Option) -> Iterator[_Verdict]:
        left = strip_readings(text[max(0, option.start - 40) : option.start])[-1:]
        right = strip_readings("一" + text[option.end : option.end + 40])[1:2]
        reading = _reading_at(text, option.end)
        shown = text[option.start : option.end]
        old = sum(self._follows(a, b) for a, b in zip(left + shown, shown + right, strict=False) if a)
        middle = sum(self._follows(a, b) for a, b in zip(option.inner, option.inner[1:], strict=False))
        if option.inner and not option.firsts:
            return
        firsts = self._best(option.firsts, left, option.inner[:2], None)
        lasts = self._best(option.lasts, option.inner[-2:], right, reading) if option.lasts else [(0.0, "")]
        around = text[max(0, option.start - _AROUND) : option.start], text[option.end : option.end + _AROUND]
        depth = _depth(around[0] + shown + around[1])
        for first_worth, first in firsts:
            for last_worth, last in lasts:
                new = first + option.inner + last
                gain = first_worth + middle + last_worth - old + self._said(left + new + right)
                if not last:
                    gain += self._follows(option.inner[-1], right) if right else 0.0
                    gain += (5.0 if _fits(option.inner[-1], reading) else -5.0) if reading else 0.0
                # a guess among many is worth less than what stands there
                gain -= math.log(len(option.firsts)) / 3 + (math.log(len(option.lasts)) / 3 if last else 0)
                gain += 4.0 * max(-1, min(1, depth - _depth(around[0] + new + around[1])))
                guessed = first + ("" if len(option.lasts) == 1 or reading else last)
                yield _Verdict(option.start, option.end, new, gain, 0.0, guessed)

    def _best(
        self, chars: tuple[str, ...], left: str, right: str, reading: str | None
    ) -> list[tuple[float, str]]:
        """Return the few of ``chars`` that fit best between ``left`` and ``right``."""

        def worth(char: str) -> float:
            total = self._follows(left[-1], char, 0) if left else model.load().char(model.simplified(char))
            total += self._follows(char, right[0], 0) if right else 0.0
            total -= 2.0 if char in "，。、！？；：" else 0.0  # a mark fits anywhere
            return total + (5.0 if _fits(char, reading) else -5.0 if reading else 0.0)

        best = heapq.nlargest(
            _ENDS_TRIED,
            ((worth(c) + self._said(left + c + right), worth(c), c) for c in dict.fromkeys(chars)),
        )
        return [(value, char) for _, value, char in best]


def _letters(text: str) -> int:
    return sum(c.isascii() for c in text)


def _is_in_words(text: str, first: int, last: int) -> bool:
    """Tell whether every odd character from ``first`` to ``last`` stands in a word of the dictionary."""
    import rjieba  # its dictionary has the words that are too rare for the model

    low = max(0, first - 6)
    at = low
    loose = {low + n for n in uncommon_at(text[low : last + 1], simplified=True)} | {
        low + m.start() for m in _ODD.finditer(text[low : last + 1])
    }
    loose = {n for n in loose if n >= first}
    for word in rjieba.cut(text[low : last + 7], False):
        if len(word) > 1 and is_han(word[0]) and rjieba.has_word(word):
            loose -= set(range(at, at + len(word)))
        at += len(word)
    return not loose


_OFTEN = 3
_SAID = -2.5
"""What a pair is worth at least that stands elsewhere in the article (natural logarithm)."""

_TRIED = 6
"""So many of the likeliest stretches are weighed in full."""
