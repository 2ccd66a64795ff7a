"""Chinese numerals: read in Han, in figures and mixed (十三, 1.2万, 1亿2000万, 三十多), and written."""

import re
from fractions import Fraction

import msgspec

from publisher.localization.values.model import Bound

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2, "仨": 3, "○": 0} | {
    c: n for n, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)
}  # fmt: skip
SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "亿": 10**8,
    "兆": 10**12,
    "拾": 10,
    "佰": 100,
    "仟": 1000,
}
TENS = {"廿": 20, "卅": 30}

HAN = "零一二三四五六七八九〇○两俩仨廿卅十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
_ARABIC = re.compile(r"(?:[1-9]\d{0,2}(?:,\d{3})++|\d++)(?:\.\d++)?+")
_HAN_RUN = re.compile(rf"[{HAN}]{{1,41}}+")  # bounded: no numeral is longer
# a scale that belongs to the unit behind it: 千米, 千瓦, 百帕, 百分点
_PREFIX = re.compile(r"千(?=[米克瓦卡伏焦赫帕字])|百(?=[帕分])|兆(?=[瓦赫帕字焦])|万(?=[一科达])")
_MORE = "多余来"


_DECIMALS = re.compile(r"[零一二三四五六七八九〇]{1,10}")
_NEIGHBOURS = re.compile(
    r"(十|[二两三四五六七八九]十|[二两三四五六七八九]百)?([一二两三四五六七八九])([二两三四五六七八九])([十百千万亿]*)"
)
_ONE_TEN = re.compile(r"一十(?!亿)")


class Numeral(msgspec.Struct, frozen=True):
    """A number read at a place in the text: its value, where it ends, and how it is written.

    ``until`` is set for 二三十 and 三四 (two neighbours name a range).
    ``scale`` is the last scale word's value, for 3至5万 to be read back.
    """

    amount: Fraction
    end: int
    figures: bool
    bound: Bound = Bound.EXACT
    until: Fraction | None = None
    scale: int = 1
    places: int = 0
    digits: int = 0  # how many digits stand in a row


def read_numeral(text: str, at: int, *, tera: bool = False) -> Numeral | None:
    """Return the numeral that begins at ``at``, or None.

    ``tera``: 兆 is a scale of 10**12, as in Taiwan; else only a prefix (mega).
    """
    char = text[at : at + 1]
    if char.isascii() and char.isdigit():
        return _mixed(text, at, tera)
    if char in "几数":
        return _several(text, at)
    if char and char in HAN:
        return _han(text, at, tera)
    return None


def _mixed(text: str, at: int, tera: bool) -> Numeral | None:
    match = _ARABIC.match(text, at)
    assert match is not None  # a digit stands at ``at``
    figure, end = match.group().replace(",", ""), match.end()
    places = len(figure.partition(".")[2])
    if len(figure) > 60:
        return Numeral(Fraction(0), end, True, digits=len(figure))
    amount, bound, scale = Fraction(figure), Bound.EXACT, 1
    total, unit = Fraction(0), 1
    group = amount
    first = True
    while True:
        bound, end = _and_more(text, end, bound)
        factor, after = _scale(text, end, tera)
        if factor == 1:
            break
        scale, end = factor, after
        if not first and factor >= unit:  # 1亿2000万: the second scale is below the first
            return None
        total, unit, first = total + group * factor, factor, False
        bound, end = _and_more(text, end, bound)
        more = _ARABIC.match(text, end)
        if more is None or "." in more.group():
            group = Fraction(0)
            break
        following, stop = Fraction(more.group().replace(",", "")), more.end()
        if _scale(text, stop, tera)[0] == 1:
            if len(more.group()) == 1 and factor >= 1000 and text[stop : stop + 1] not in tuple("年月日时点"):
                following *= factor // 10  # 1万2 is 12,000
            elif following >= factor or len(more.group()) < 2:
                group = Fraction(0)
                break
            group, end = following, stop
            break
        group, end = following, stop
    return Numeral(
        total + group, end, True, bound, scale=scale, places=places, digits=len(figure) if scale == 1 else 0
    )


def _and_more(text: str, at: int, bound: Bound) -> tuple[Bound, int]:
    """Take 多, 余 or 来 in, where they say that the number goes on."""
    char = text[at : at + 1]
    if char == "来" and text[at + 1 : at + 2] not in tuple("个名人家年天岁万亿位次种条件斤米里"):
        return bound, at
    if (
        char
        and char in _MORE
        and text[at : at + 2] not in ("余额", "来自", "多少", "多边", "来到", "来源", "余下", "多云")
    ):
        return (Bound.ABOUT if char == "来" else Bound.MORE), at + 1
    return bound, at


def _scale(text: str, at: int, tera: bool) -> tuple[int, int]:
    """Return the product of the scale words at ``at`` (万亿 is 10**12) and where they end."""
    factor = 1
    while at < len(text) and text[at] in SCALES and not _PREFIX.match(text, at):
        if text[at] == "兆" and not tera:
            break
        factor *= SCALES[text[at]]
        at += 1
        if factor > 10**16:
            break
    return factor, at


def _several(text: str, at: int) -> Numeral | None:
    """Read 几十, 数百万, 几百亿: an order of magnitude."""
    factor, end = _scale(text, at + 1, False)
    if factor < 10:
        return None
    return Numeral(Fraction(factor), _and_more(text, end, Bound.SOME)[1], False, Bound.SOME, scale=factor)


def _han(text: str, at: int, tera: bool) -> Numeral | None:
    run = _HAN_RUN.match(text, at)
    assert run is not None  # a Han numeral stands at ``at``
    word, end = run.group(), run.end()
    if len(word) > 40:
        return None
    for n, char in enumerate(word):
        if n and _PREFIX.match(text, at + n):
            word, end = word[:n], at + n
            break
        if char == "两" and n and word[n - 1] in DIGITS and word[n - 1] != "零":
            word, end = word[:n], at + n
            break
    bound = Bound.EXACT
    around = _approximate(word)
    if around is None:
        amount = han_value(word)
        if amount is None:
            return None
        until = None
    else:
        amount, until = around
    result, scale = Fraction(amount), _last_scale(word)
    following = text[end : end + 1]
    if following == "几" and word[-1] in "十廿卅":
        bound, end = Bound.MORE, end + 1
        factor, after = _scale(text, end, tera)
        if factor > 1:
            result, end, scale = result * factor, after, factor
    elif following and following in _MORE and word[-1] in "十百千万亿":
        bound, end = _and_more(text, end, bound)
        factor, after = _scale(text, end, tera)
        if bound is not Bound.EXACT and factor > 1:
            result, end, scale = result * factor, after, factor
    elif following == "点" and until is None and text[end + 1 : end + 2] in DIGITS:
        decimals = _DECIMALS.match(text, end + 1)
        if decimals is not None and text[decimals.end() : decimals.end() + 1] not in ("分", "十"):
            fraction = "".join(str(DIGITS[c]) for c in decimals.group())
            factor, after = _scale(text, decimals.end(), tera)
            return Numeral(
                (result + Fraction(int(fraction), 10 ** len(fraction))) * factor,
                after, False, scale=factor, places=len(fraction),
            )  # fmt: skip
    return Numeral(
        result, end, False, bound, None if until is None else Fraction(until), scale,
        digits=len(word) if all(c in DIGITS for c in word) else 0,
    )  # fmt: skip


def _last_scale(word: str) -> int:
    scale = 1
    for char in reversed(word):
        if char not in SCALES:
            break
        scale *= SCALES[char]
    return scale


def _approximate(word: str) -> tuple[int, int] | None:
    """Read two neighbours that name a range: 三四, 二三十, 七八万, 十五六."""
    match = _NEIGHBOURS.fullmatch(word)
    if match is None:
        return None
    low, high = DIGITS[match[2]], DIGITS[match[3]]
    if high != low + 1 and (low, high) != (3, 5):
        return None
    base = han_value(match[1]) if match[1] else 0
    assert base is not None  # the pattern admits only whole numerals
    scale = 1
    for char in match[4]:
        scale *= SCALES[char]
    if match[1] and match[1].endswith("百"):
        low, high = low * 10, high * 10
    return (base + low) * scale, (base + high) * scale


def han_value(word: str) -> int | None:
    """Return the value of a whole numeral written in Han, or None where it is none.

    一万二 is 12,000 (the scale below is understood); 二〇二六 is read digit by digit.
    """
    if len(word) > 1 and all(c in DIGITS for c in word):
        return int("".join(str(DIGITS[c]) for c in word))
    total = section = 0
    digit: int | None = None
    last = 0
    zero = False
    for char in word:
        if char in DIGITS:
            if digit is not None and digit != 0:
                return None
            digit, zero = DIGITS[char], DIGITS[char] == 0
        elif char in TENS:
            section += TENS[char]
            last = 10
        else:
            scale = SCALES[char]
            if scale < 10**4:
                if section and last <= scale and digit is None:
                    return None
                section += (1 if digit is None or (digit == 0 and scale == 10) else digit) * scale
                last = scale
            else:
                whole = section + (digit or 0)
                if not whole and not total:
                    whole = 1
                if total and total < scale:
                    total = (total + whole) * scale
                elif whole == 0:
                    total *= scale  # 万亿
                else:
                    total += whole * scale
                section, last = 0, scale
            digit = None
    if digit:
        # 一万二, 三百五: the scale below is understood, unless 零 or 十 stands before
        section += digit * (last // 10 if last >= 100 and not _after_zero(word) else 1)
    elif zero and not (total or section):
        return 0
    return total + section


def _after_zero(word: str) -> bool:
    return len(word) > 1 and DIGITS.get(word[-2]) == 0


def write_han(number: int) -> str:
    """Return ``number`` (0 to below 10**16) in Han numerals."""
    if number == 0:
        return "零"
    out: list[str] = []
    for scale, name in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        group, number = divmod(number, scale)
        if not group:
            continue
        text = _four(group)
        if out and group < 1000:
            text = "零" + text
        out.append(text + name)
    result = "".join(out)
    if "万亿" in result and "亿" in result.split("万亿", 1)[1]:
        high, low = result.split("万亿", 1)
        result = f"{high}万{low}"
    return result.removeprefix("一") if _ONE_TEN.match(result) else result


def _four(number: int) -> str:
    out, zero = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            out += ("零" if zero and out else "") + "零一二三四五六七八九"[digit] + name
            zero = False
        else:
            zero = True
    return out
