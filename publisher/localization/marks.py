"""The marks of English text: none full-width, quotes and apostrophes curled."""

import re
from collections.abc import Iterable, Iterator

from publisher.localization.edits import Edit
from publisher.localization.names import HAN

ADDRESS = re.compile(
    r"https?://(?:[^\s\"'“”‘’<>（）]|'(?=\w))+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.@-])(?:[A-Za-z0-9-]+\.)+[a-z]{2,}\b(?:/[^\s\"'“”‘’<>（）]*)?"
)
"""An address of the net, or the name of a file, which keeps every character."""

_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_OTHERS = {
    "。": ".", "、": ",", "\u3000": " ", "「": "“", "」": "”", "『": "‘", "』": "’", "《": "“", "》": "”",
    "〈": "‘", "〉": "’", "【": "[", "】": "]", "〔": "[", "〕": "]",
}  # fmt: skip
_TABLE = {**_WIDE, **{ord(mark): plain for mark, plain in _OTHERS.items()}}
_STOPS = "，。、；：！？"
_OUTSIDE = re.compile(r"(?<=[\w)%\]])([’”]+)([,.])(?![.\d])")
_OPENERS = "([{“‘—–-/"


def english_marks(text: str) -> str:
    """Return ``text`` with English marks; text that holds Han is quoted source and stays as it is.

    Idempotent. Feet, inches, minutes and seconds keep their straight marks.
    """
    if HAN.search(text):
        return text
    return curled(narrowed(text))


def narrowed(text: str) -> str:
    """Return ``text`` with fullwidth and Chinese marks as English ones; straight quotes stay straight."""
    text = text.replace("——", "—").replace("……", "…")
    out: list[str] = []
    for index, char in enumerate(text):
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        if char in "（［" and (before.isalnum() or before in tuple(".,;:!?")):
            out.append(" ")
        out.append(char.translate(_TABLE))
        if char in _STOPS:
            in_number = before.isdigit() and after.isdigit()
            spaced = (after.isalnum() or after in tuple("“‘\"'(（")) and not in_number
        else:
            spaced = char in "）］" and after.isalnum()
        if spaced:
            out.append(" ")
    return "".join(out)


def curled(text: str) -> str:
    """Return ``text`` with its quotes and apostrophes curled, character for character."""
    if '"' not in text and "'" not in text:
        return text
    text = re.sub(r"(?<=\w )'n'(?= \w)", "’n’", text)
    kept = {n for match in ADDRESS.finditer(text) for n in range(*match.span())}
    out: list[str] = []
    double = single = False  # whether a quotation is open
    for index, char in enumerate(text):
        mark = char
        before, after = text[index - 1 : index] if index else "", text[index + 1 : index + 2]
        if index not in kept:
            if char == '"' and (double or not before.isdigit()):
                mark = "“" if _opens(before, after) else "”"
            elif char == "'":
                mark = _single(before, after, text[index + 1 :], single)
        if mark in "“”":
            double = mark == "“"
        elif mark == "‘" or (mark == "’" and not after.isalpha()):
            single = mark == "‘"
        out.append(mark)
    return "".join(out)


def tucked(text: str) -> str:
    """Return ``text`` with comma and full stop inside the closing quote (AP), character for character.

    A single mark after a letter s may be an apostrophe (the students’, who …):
    it is passed over unless a quotation is open.
    """
    out = list(text)
    for match in _OUTSIDE.finditer(text):
        closers, mark = match[1], match[2]
        opened = text.rfind("‘", 0, match.start()) > text.rfind("’", 0, match.start())
        if closers[0] == "’" and not opened:
            closers = closers[1:]
        start = match.end() - 1 - len(closers)
        out[start : match.end()] = [mark, *closers]
    return "".join(out)


def outside_addresses(text: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield those of ``edits`` that touch no address in ``text``."""
    kept = [match.span() for match in ADDRESS.finditer(text)]
    for edit in edits:
        if not any(start < edit.end and edit.start < end for start, end in kept):
            yield edit


def _opens(before: str, after: str) -> bool:
    """Tell whether a quote between these opens; at the start of a run, what follows decides."""
    if before and not before.isspace() and before not in _OPENERS and before not in "\"'":
        return False
    return bool(after) and not after.isspace() and after not in ".,;:!?)]}”’"


def _single(before: str, after: str, rest: str, is_open: bool) -> str:
    if before.isdigit() and not after.isalpha() and not is_open:
        return "'"
    closed_later = re.search(r"\w[.,!?…]?['’](?!\w)", rest)
    return "‘" if _opens(before, after) and closed_later and not after.isdigit() else "’"
