"""English numerals: read in figures and in words (3.2 million, two-thirds, dozens), and written."""

import re
from fractions import Fraction

import msgspec

from publisher.localization.values.model import Bound

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {w: n for n, w in enumerate(_ONES)} | {w: n for n, w in zip(range(20, 100, 10), _TENS, strict=True)}
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "dozen": 12, "score": 20, "lakh": 10**5, "crore": 10**7, "quadrillion": 10**15,
}  # fmt: skip
SHORT = {"k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "b": 10**9, "B": 10**9, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "T": 10**12}  # fmt: skip
_ORDINAL_ONES = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
ORDINALS = {w: n for n, w in enumerate(_ORDINAL_ONES)} | {
    w[:-1] + "ieth": n for n, w in zip(range(20, 100, 10), _TENS, strict=True)
} | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9}  # fmt: skip
PLURAL_SCALES = {
    "dozens": 10,
    "tens": 10,
    "scores": 10,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
FEW = frozenset({"several", "few", "couple"})
_FIGURE = re.compile(r"(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?+")
_WORD = re.compile(r"[A-Za-z]{1,20}")
_GAP = re.compile(r"[ \u00a0]?[-‑]|[ \u00a0]{1,2}")
_SCALE = re.compile(
    r"[ \u00a0-]?(hundred|thousand|million|billion|trillion|dozen|lakh|crore)(?![A-Za-z])(?:-(?=[a-z]))?",
    re.IGNORECASE,
)
_SHORT = re.compile(r" ?(k|K|mn|mln|bn|bln|tn|trn)(?![A-Za-z])")
_MONEY_SHORT = re.compile(r" ?(k|K|mn|mln|mil|m|M|bn|bln|b|B|tn|trn|T)(?![A-Za-z])")
_SLASH = re.compile(r"/(\d{1,3})(?![\d/])")
_MIXED = re.compile(r" (\d)/(\d{1,2})(?![\d/])")
_VULGAR = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
}


_AND_HALF = re.compile(r"[ -]and[ -](a[ -]half|half|a[ -]quarter|three[ -]quarters)(?![a-z])")
_POINT = re.compile(
    r" point ((?:zero|one|two|three|four|five|six|seven|eight|nine)(?: (?:zero|one|two|three|four|five|six|seven|eight|nine)){0,5})\b"
)
_OF_MANY = re.compile(r" of (thousands|millions|billions|trillions|hundreds)(?![a-z])")
_HALF_SCALE = re.compile(
    r"[ -](?:of )?an? (million|billion|trillion|thousand|dozen|hundred)(?![a-z])|[- ](million|billion|dozen)(?![a-z])"
)
_FEW_SCALE = re.compile(
    r" (?:of )?(hundred|thousand|million|billion|trillion|dozen)(?![a-z])(?: (thousand|million|billion)(?![a-z]))?"
)


class Numeral(msgspec.Struct, frozen=True):
    """A number read at a place in an English text."""

    amount: Fraction
    end: int
    figures: bool
    bound: Bound = Bound.EXACT
    ordinal: bool = False
    fraction: bool = False
    scale: int = 1
    places: int = 0
    grouped: bool = False
    digits: int = 0


def read_numeral(text: str, at: int, *, money: bool = False) -> Numeral | None:
    """Return the numeral that begins at ``at``, or None; with ``money``, $5m is five million."""
    char = text[at : at + 1]
    if char.isascii() and char.isdigit():
        return _figure(text, at, money)
    if char in _VULGAR and char:
        return Numeral(_VULGAR[char], at + 1, True, fraction=True)
    return _words(text, at)


def _figure(text: str, at: int, money: bool) -> Numeral:
    match = _FIGURE.match(text, at)
    assert match is not None  # a digit stands at ``at``
    said, end = match.group(), match.end()
    figure = said.replace(",", "")
    if len(figure) > 60:
        return Numeral(Fraction(0), end, True, digits=len(figure))
    amount, places = Fraction(figure), len(figure.partition(".")[2])
    grouped, digits = "," in said, len(figure) if not places else 0
    if text[end : end + 1] in _VULGAR and text[end : end + 1]:
        return Numeral(amount + _VULGAR[text[end]], end + 1, True)
    if not places and (slash := _SLASH.match(text, end)) and int(slash[1]) > 1 and amount < int(slash[1]):
        return Numeral(amount / int(slash[1]), slash.end(), True, fraction=True)
    if not places and (mixed := _MIXED.match(text, end)) and int(mixed[2]):
        return Numeral(amount + Fraction(int(mixed[1]), int(mixed[2])), mixed.end(), True)
    suffix = text[end : end + 2].lower()
    if suffix in ("st", "nd", "rd", "th") and not text[end + 2 : end + 3].isalpha() and not places:
        return Numeral(amount, end + 2, True, ordinal=True, digits=digits)
    scale, after = 1, end
    while scale < 10**15 and (found := _SCALE.match(text, after)) is not None:
        scale, after = scale * SCALES[found[1].lower()], found.end()
        if text[after - 1] == "-":
            after -= 1
    if scale == 1 and (short := (_MONEY_SHORT if money else _SHORT).match(text, end)) is not None:
        scale, after = SHORT[short[1]], short.end()
    return Numeral(amount * scale, after, True, scale=scale, places=places, grouped=grouped, digits=digits)


def _words(text: str, at: int) -> Numeral | None:
    """Read a numeral in words: one hundred and twenty-five, half a million, a dozen, tens of thousands."""
    word, end = _word(text, at)
    if word in PLURAL_SCALES:
        return _orders(text, word, end)
    if word in ("half", "quarter"):
        return _half(text, word, end)
    if word in FEW:
        return _few(text, end)
    total, current, scale = Fraction(0), None, 1
    pos, stop = at, at
    read = 0
    small = 0  # the last word was below one hundred, and of which size
    while read < 24:  # no numeral has more words
        word, after = _word(text, pos)
        read += 1
        if word in WORDS:
            n = WORDS[word]
            if small and not (small == 10 and 0 < n < 10):
                break
            current, small = (current or Fraction(0)) + n, 10 if n >= 20 else 1
        elif word in SCALES and (current is not None or (pos == at and word != "score")):
            factor = SCALES[word]
            current, small = (Fraction(1) if current is None else current), 0
            if factor in (12, 20, 100):
                current *= factor
            else:
                total, current = total + current * factor, Fraction(0)
            scale = factor
        elif word in ORDINALS and (current is None or small != 1):
            n = ORDINALS[word]
            if n >= 100 and current is not None:
                return Numeral(total + max(current, Fraction(1)) * n, after, False, ordinal=True)
            if small == 10 and n >= 10:
                break
            return Numeral(total + (current or 0) + n, after, False, ordinal=True)
        elif word == "and" and stop > at and scale > 1:
            gap = _GAP.match(text, after)
            nxt = _word(text, gap.end())[0] if gap else ""
            if nxt not in WORDS or small:
                break
            assert gap is not None  # a word follows it
            pos = gap.end()
            continue
        else:
            break
        stop = after
        gap = _GAP.match(text, after)
        if gap is None:
            break
        pos = gap.end()
    if stop == at or current is None:
        return None
    number = total + current
    # two-and-a-half, one and a half
    if (half := _AND_HALF.match(text, stop)) is not None:
        said = half[1].replace("-", " ")
        part = {"a half": Fraction(1, 2), "half": Fraction(1, 2), "a quarter": Fraction(1, 4)}.get(
            said, Fraction(3, 4)
        )
        if scale >= 1000:  # a million and a half
            return Numeral(number + part * scale, half.end(), False, scale=scale)
        found = _SCALE.match(text, half.end())
        if found is not None:  # one and a half million
            factor = SCALES[found[1].lower()]
            return Numeral((number + part) * factor, found.end(), False, scale=factor)
        return Numeral(number + part, half.end(), False)
    if point := _POINT.match(text, stop):
        digits = "".join(str(WORDS[w]) for w in point[1].split())
        found = _SCALE.match(text, point.end())
        factor = SCALES[found[1].lower()] if found else 1
        return Numeral(
            (number + Fraction(int(digits), 10 ** len(digits))) * factor,
            found.end() if found else point.end(),
            False,
            places=len(digits),
        )
    return _fraction(text, number, stop) or Numeral(number, stop, False, scale=scale)


def _fraction(text: str, number: Fraction, stop: int) -> Numeral | None:
    """Read two-thirds and three quarters, whose numerator ends at ``stop``."""
    gap = _GAP.match(text, stop)
    if gap is None or not 0 < number < 20:
        return None
    word, after = _word(text, gap.end())
    part = PARTS.get(word)
    if part is None and (singular := word.removesuffix("s")) in ORDINALS and ORDINALS[singular] > 2:
        if word == singular and number != 1:
            return None
        part = ORDINALS[singular]
    if part is None or (number >= part and number != 1) or (word == "quarters" and number != 3):
        return None
    if word in ("quarter", "quarters") and text[gap.end() - 1] != "-" and not text.startswith(" of", after):
        return None  # three quarters may be nine months
    return Numeral(number / part, after, False, fraction=True)


def _orders(text: str, word: str, end: int) -> Numeral:
    factor = PLURAL_SCALES[word]
    while factor < 10**15 and (more := _OF_MANY.match(text, end)) is not None:
        factor, end = factor * PLURAL_SCALES[more[1]], more.end()
    return Numeral(Fraction(factor), end, False, Bound.SOME)


def _half(text: str, word: str, end: int) -> Numeral:
    part = Fraction(1, PARTS[word])
    scaled = _HALF_SCALE.match(text, end)
    if scaled is not None and word == "half":
        return Numeral(part * SCALES[(scaled[1] or scaled[2])], scaled.end(), False)
    return Numeral(part, end, False, fraction=True)


def _few(text: str, end: int) -> Numeral | None:
    scaled = _FEW_SCALE.match(text, end)
    if scaled is None:
        return None
    factor = SCALES[scaled[1]] if scaled[1] != "dozen" else 10
    return Numeral(Fraction(factor * SCALES.get(scaled[2] or "", 1)), scaled.end(), False, Bound.SOME)


def _word(text: str, at: int) -> tuple[str, int]:
    match = _WORD.match(text, at)
    return (match.group().lower(), match.end()) if match else ("", at)


STARTS = "|".join(
    sorted({*WORDS, *SCALES, *ORDINALS, *PLURAL_SCALES, "half", "quarter", *FEW}, key=len, reverse=True)
)
"""The words a numeral may begin with, as an alternation."""
