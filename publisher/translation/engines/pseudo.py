"""Pseudo-translation: text of a likely length and script that nobody takes for a translation."""

import re
from collections.abc import Sequence
from itertools import cycle, islice

from publisher.translation.folding import has_han, narrow

_ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "ç", "ñ")
_VOWELS = ("á", "é", "í", "ó", "ú", "à", "è", "ô", "ü", "ö", "å")
_CODAS = ("", "n", "", "r", "s", "", "l")
_ACCENTS = str.maketrans("aeiouyncAEIOUYNC", "áéîöûýñçÁÉÎÖÛÝÑÇ")
_MARKS = str.maketrans("、。《》「」『』—", ",.“”“”‘’–")
_HAN_MARKS = str.maketrans(",;!?", "，；！？")
_TOKEN = re.compile(r"[A-Za-z]+|\d+(?:[.,:]\d+)*|[^\sA-Za-z\d]|\s+")
_NO_SPACE_BEFORE = frozenset(",.;:!?)]%”’…–/")
_NO_SPACE_AFTER = frozenset("([“‘–/")
_FILLER = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"


class PseudoEngine:
    """Makes accented Latin text of any source, or Han filler for a Chinese edition; figures stay."""

    name = "pseudo"

    def supports(self, source: str, target: str) -> bool:
        """Tell that every pair of languages is served."""
        return source != target

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:  # noqa: ARG002  (the protocol's)
        """Return one text for each of ``texts``, between ``[!!`` and ``!!]``; the same one every time."""
        make = _han if target.lower().startswith("zh") else _latin
        return [f"[!! {make(text)} !!]" for text in texts]


def _latin(text: str) -> str:
    """Return a word of two syllables for two Han: about as long as the English would be."""
    words: list[str] = []
    half = False  # the last word takes one more syllable
    for piece in _TOKEN.findall(narrow(text.translate(_MARKS))):
        if has_han(piece):
            if half:
                words[-1] += _syllable(piece)
            else:
                words.append(_syllable(piece))
            half = not half
            continue
        half = False
        if piece.isascii() or piece in _NO_SPACE_BEFORE | _NO_SPACE_AFTER:
            words.append(piece.strip().translate(_ACCENTS))
        elif piece.isalpha() and piece < "\u0250":
            words.append(piece)
    line = ""
    for word in filter(None, words):
        tight = not line or word[0] in _NO_SPACE_BEFORE or line[-1] in _NO_SPACE_AFTER
        line += word if tight else f" {word}"
    return line[:1].upper() + line[1:]


def _syllable(char: str) -> str:
    number = ord(char)
    return (
        _ONSETS[number % len(_ONSETS)]
        + _VOWELS[number // 16 % len(_VOWELS)]
        + _CODAS[number // 7 % len(_CODAS)]
    )


def _han(text: str) -> str:
    """Return a Han for three letters of English."""
    filler = cycle(_FILLER)
    parts: list[str] = []
    for token in _TOKEN.findall(text):
        if token.isalpha() and token.isascii():
            parts.extend(islice(filler, max(1, len(token) // 3)))
        elif not token.isspace():
            parts.append(token.translate(_HAN_MARKS))
    return re.sub(r"\.$", "。", "".join(parts))
