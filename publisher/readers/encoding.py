"""Bytes to text: UTF-8, UTF-16, GB18030, Big5 and CP1252 told apart; what is not text is refused.

A file that lost or gained a byte is still text: what makes no character is
U+FFFD, and the repairs look for what stood there.
"""

import codecs
import re

from publisher.errors import ReadError

_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word, ODT or ZIP file",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a gzip file",
}

_COMMON = frozenset(
    "的一是在了不和有大这這中人上为為个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動"
    "同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家电電力里如水化高自二理起小"
    "现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平"
    "形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又利比或但质質气氣第向道命此变變条條只没沒结結解问"
    "問意建月公无無系军軍很情者最立代想已通并提直题題党程展五果料象员員革位入常文总總次品式活设設及管特件长長求"
    "，。、：；！？“”（）《》"
)

_SAMPLE = 20_000
"""How many characters are looked at to tell GB18030 from Big5."""

_BEYOND = re.compile(rb"[\x80-\xff]")
_ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_READABLE = 0.25
"""The least share of common characters: prose has half, bytes taken by chance have a twentieth."""

_FEWEST_TO_ONE_LOST = 50


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    Raises ReadError for an empty file, for a known binary format, and for
    bytes that are no text in any of the encodings.
    """
    if not data.strip():
        raise ReadError("the file is empty.", hint="Put the article's text in it.")
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise ReadError(f"this is {kind}, not plain text.", hint="Save the article as plain text.")
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _checked(_try(data, name) or _damaged(data, name), name)
    if (bare := _utf16_without_mark(data)) is not None:
        return _checked(_try(data, bare), bare)
    if (text := _try(data, "utf-8")) is not None:
        return _checked(text, "utf-8")
    if _is_western(data):
        return _checked(data.decode("cp1252", "replace"), "cp1252")
    readings = [(name, text) for name in ("gb18030", "big5hkscs") if (text := _try(data, name)) is not None]
    if not readings:
        damaged = ((name, _damaged(data, name)) for name in ("utf-8", "gb18030", "big5hkscs"))
        readings = [(name, text) for name, text in damaged if text is not None]
    if not readings:
        raise _no_text()
    name, text = max(readings, key=lambda reading: _plausible(reading[1]))
    return _checked(text, "big5" if name.startswith("big5") else name)


def _is_western(data: bytes) -> bool:
    """Tell Latin letters and marks, which stand alone among ASCII, from the two bytes of a Han character."""
    beyond = len(_BEYOND.findall(data))
    return beyond * 10 < len(data) and len(_ALONE.findall(data)) >= 0.5 * beyond


def _damaged(data: bytes, name: str) -> str | None:
    """Return a text with a few bytes too few or too many; None for bytes that are no text."""
    text = data.decode(name, "replace")
    readable = _plausible(text) >= _READABLE and text.count("\ufffd") * _FEWEST_TO_ONE_LOST <= len(text)
    return text if readable else None


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _utf16_without_mark(data: bytes) -> str | None:
    """Tell UTF-16 without a byte-order mark by the zero bytes of its Latin letters and line ends."""
    sample = data[:4096]
    if len(data) % 2 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) / 100 or min(even, odd) > max(even, odd) / 8:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _plausible(text: str) -> float:
    """Return the share of common characters among those beyond ASCII."""
    beyond = [c for c in text[:_SAMPLE] if c > "\x7f"]
    return sum(c in _COMMON for c in beyond) / max(len(beyond), 1)


def _checked(text: str | None, name: str) -> tuple[str, str]:
    if text is None:
        raise _no_text()
    text = text.removeprefix("\ufeff")
    controls = sum(c < " " and c not in "\t\n\r\f\x0b" for c in text)
    if controls > len(text) / 200 or "\0" in text[:_SAMPLE]:
        raise _no_text()
    if not text.strip():
        raise ReadError("the file is empty.", hint="Put the article's text in it.")
    return text, name


def _no_text() -> ReadError:
    return ReadError(
        "this is not text: it is neither UTF-8, UTF-16, GB18030, Big5 nor CP1252.",
        hint="Open it in the program it came from and save it as plain text (UTF-8).",
    )
