"""Addresses, telephone numbers, document and model numbers: what recurs letter by letter in any language."""

import re
from collections.abc import Iterator
from fractions import Fraction

from publisher.localization.values.building import plain_value, text_value
from publisher.localization.values.model import Kind, Reading, Value

# every quantifier is bounded, so that no input makes a search run long
_PATTERNS = re.compile(
    r"(?P<email>(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,12})"
    r"|(?P<url>(?<![A-Za-z0-9@.-])(?:(?:https?|ftp)://[!#-&*-;=?-Z\[\]_a-z~]{1,2000}"
    r"|(?:[A-Za-z0-9-]{1,63}\.){1,5}(?:com|cn|org|net|gov|edu|io|hk|tw|mo|uk|eu|int|info)\b(?:/[#-&*+\--;=?-Z_a-z~]{0,500})?))"
    r"|(?P<ip>(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]))"
    r"|(?P<document>[〔\[［(](?P<y1>(?:19|20)\d{2})[〕\]］)] ?(?:第|No\.? ?)?(?P<n1>\d{1,5})(?: ?号|(?<=\d)(?=[^\d年]|$))"
    r"|\bNo\.? ?(?P<n2>\d{1,5}) ?[\[〔(](?P<y2>(?:19|20)\d{2})[\]〕)])"
    r"|(?P<phone>(?<![\d.A-Za-z/])(?:\+\d{1,3}[ -]?(?:\(\d{1,4}\)[ -]?)?\d{1,4}(?:[ -]?\d{2,4}){1,4}"
    r"|(?:86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
    r"|\(?0\d{2,3}\)?[ -]?\d{7,8}(?:-\d{1,4})?|\(0\d{2,3}\) ?\d{3,4} ?\d{4}|[48]00[ -]\d{3}[ -]\d{4}|[48]00[ -]?\d{4}[ -]\d{3}"
    r"|0\d{2,3}[ -]\d{3,4}[ -]\d{4}"
    r"|\(?[2-9]\d{2}\)?[ -]\d{3}-\d{4}|1-\d{3}-\d{3}-\d{4}|(?<=电话)[:： ]?\d{7,8}|[2-9]\d{3} \d{4}(?=\D|$))(?!\d|[.,]\d))"
    r"|(?P<version>(?<![\w.])[vV]?\d{1,4}(?:\.\d{1,4}){2,3}(?![\d.]*\d)|(?<![A-Za-z0-9])[vV]\d{1,3}(?:\.\d{1,3})?(?![\d.]*\d))"
    r"|(?P<model>(?<![A-Za-z0-9$])(?:[A-Z]{1,6}[a-z]?-?\d[\dA-Z]{0,7}(?:-\d{1,4})?|\d{1,4}[GKDPAX])(?![A-Za-z0-9]|[.,]\d))"
)
_NOT_A_MODEL = re.compile(
    r"(?:RMB|CNY|HKD|USD|EUR|GBP|JPY|TWD|NTD|RM|KRW|AUD|CAD|SGD|US|HK|NT)[\d,]*\d{3,}$|(?:Q[1-4]|H[12]|FY\d\d|No\d+)$|\d+[AP]$(?<!5A)(?<!4A)(?<!3A)"
)


_SCHEME = re.compile(r"^[a-z]+://")
_BRAND = re.compile(r"[A-Z][A-Za-z0-9]{1,20}\.(?:com|cn|org|net)")
_NO_DIGIT = re.compile(r"\D")
_LETTERS_DIGITS = re.compile(r"[A-Za-z]+-?(\d{1,4})[A-Z]{0,3}")


def find_identifiers(text: str) -> Iterator[Value]:
    """Yield what must recur letter by letter in ``text`` (half-width), in order."""
    for match in _PATTERNS.finditer(text):
        start, end = match.span()
        kind = match.lastgroup if match.lastgroup not in ("y1", "n1", "y2", "n2") else "document"
        said = match.group()
        if match["document"] is not None:
            year, number = match["y1"] or match["y2"], match["n1"] or match["n2"]
            yield text_value(Kind.DOCUMENT, text, start, end, "document", f"{year}/{int(number)}")
        elif kind == "email":
            yield text_value(Kind.EMAIL, text, start, end, "email", said.lower())
        elif kind in ("url", "ip"):
            said = said.rstrip(".,;:!?")
            bare = _SCHEME.sub("", said.lower()).removeprefix("www.").rstrip("/")
            # JD.com and Booking.com are names of companies
            brand = _BRAND.fullmatch(said) is not None
            yield text_value(Kind.URL, text, start, start + len(said), "url", bare, firm=not brand)
        elif kind == "phone":
            digits = _NO_DIGIT.sub("", said)
            short = digits.removeprefix("86") if len(digits) > 10 else digits
            forms = dict.fromkeys((short.lstrip("0"), digits, digits.lstrip("0")))
            yield text_value(Kind.PHONE, text, start, end, "phone", *forms)
        elif kind == "version":
            yield text_value(Kind.IDENTIFIER, text, start, end, "text", said.lower().removeprefix("v"))
        elif not _NOT_A_MODEL.match(said):
            yield _model(text, start, end, said)


def _model(text: str, start: int, end: int, said: str) -> Value:
    readings = [Reading("text", said.upper().replace("-", ""))]
    digits = _LETTERS_DIGITS.fullmatch(said)
    plain = None
    if digits is not None:  # 歼-20 is the J-20, 二十国集团 the G20
        plain = Fraction(digits[1])
        readings.append(Reading("", plain))
    return plain_value(
        Kind.IDENTIFIER, text, start, end, readings, plain=plain, firm=not said.startswith(("COVID", "GDP"))
    )
