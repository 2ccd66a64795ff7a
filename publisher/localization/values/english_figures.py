"""Figures as English text writes them: 12,000; 356 million; three to five; 22nd; and in words."""

from fractions import Fraction

from publisher.localization.values.model import Value

WORDS = "zero one two three four five six seven eight nine".split()
RANKS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def number(amount: Fraction, *, words: bool = False) -> str:
    """Return ``amount`` exactly: 12,000; 356 million; 3.2 trillion; with ``words``, one to nine in words."""
    if words and amount.denominator == 1 and 0 < amount < 10:
        return WORDS[amount.numerator]
    for scale, name in _SCALES:
        shown = decimal(amount / scale)
        if amount >= scale and shown is not None and len(shown.partition(".")[2]) <= 4 and len(shown) <= 8:
            return f"{shown} {name}"
    shown = decimal(amount)
    if shown is None:
        return str(amount)
    whole, point, places = shown.partition(".")
    return f"{int(whole):,}{point}{places}"


def decimal(amount: Fraction, places: int = 0) -> str | None:
    """Return ``amount`` as an exact decimal with at least ``places`` places, or None where it has none."""
    for n in range(places, 13):
        scaled = amount * 10**n
        if scaled.denominator == 1:
            sign, digits = ("-" if scaled < 0 else ""), str(abs(scaled.numerator)).rjust(n + 1, "0")
            return sign + (f"{digits[:-n]}.{digits[-n:]}" if n else digits)
    return None


def span(value: Value, *, words: bool = False) -> str | None:
    """Return the figure of ``value``, or both of a range, and None where it has none."""
    if value.plain is None:
        return None
    if value.end_plain is None:
        return number(value.plain, words=words)
    low, high = number(value.plain), number(value.end_plain)
    if low.partition(" ")[2] and low.partition(" ")[2] == high.partition(" ")[2]:
        low = low.partition(" ")[0]
    return f"{low} to {high}"


def ordinal(n: int) -> str:
    """Return first to ninth, then 10th, 22nd."""
    return RANKS[n] if 0 < n < 10 else suffixed(n)


def suffixed(n: int) -> str:
    """Return 1st, 22nd, 1,000th."""
    suffix = "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n:,}{suffix}"


def in_words(n: int) -> str | None:
    """Return a number of which the words are short, None else: to a hundred, and whole hundreds and thousands."""
    if 0 < n < 10:
        return WORDS[n]
    if n < 20:
        return _TEENS[n - 10] if n >= 10 else None
    if n < 100:
        tens, ones = divmod(n, 10)
        return _TENS[tens] + (f"-{WORDS[ones]}" if ones else "")
    for scale, name in ((1000, "thousand"), (100, "hundred")):
        count, rest = divmod(n, scale)
        if not rest and count < 100 and (said := in_words(count)):
            return f"{said} {name}"
    return None


def rounded(amount: Fraction, digits: int) -> Fraction:
    """Return ``amount``, over zero, rounded to so many significant digits."""
    step, scale = Fraction(1), Fraction(10**digits)
    while amount / step >= scale:
        step *= 10
    while amount / step < scale / 10:
        step /= 10
    return Fraction(round(amount / step)) * step
