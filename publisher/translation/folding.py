"""What two spellings of one text have in common: width, spacing and quote shapes taken away."""

import re
import unicodedata

_QUOTES = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»「」『』〝〞〟", '"'),
        **dict.fromkeys("‘’‚‛`´", "'"),
        **dict.fromkeys("‐‑", "-"),
        "…": "...",
    }
)
_WIDTHS = ("<wide>", "<narrow>", "<noBreak>")
_HAN = re.compile(r"[〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af]")
_SPACE = re.compile(r"\s+")
# a space says something only between two words of an alphabet or two figures
_IDLE_SPACE = re.compile(r" (?:(?<![^\W㐀-鿿] )|(?![^\W㐀-鿿]))")


class _Folded(dict[int, str]):
    """What each character becomes, worked out when it is first met: folding is asked for by the million."""

    def __missing__(self, code: int) -> str:
        plain = _narrow(chr(code)).translate(_QUOTES)
        folded = self[code] = "".join(c for c in plain if unicodedata.category(c) != "Cf")
        return folded


_FOLDED = _Folded()


def has_han(text: str) -> bool:
    """Tell whether ``text`` holds a Chinese character."""
    return _HAN.search(text) is not None


def narrow(text: str) -> str:
    """Return ``text`` with fullwidth Latin, figures and marks in their common width."""
    return "".join(_narrow(c) for c in text)


def _narrow(char: str) -> str:
    if char < "\x7f":
        return char
    kind, _, code = unicodedata.decomposition(char).partition(" ")
    if kind in _WIDTHS:
        return chr(int(code, 16))
    return " " if char.isspace() else char


def fold(text: str) -> str:
    """Return the key under which a text and its variants in width, spacing and quotes meet."""
    plain = unicodedata.normalize("NFC", text).translate(_FOLDED)
    return _IDLE_SPACE.sub("", _SPACE.sub(" ", plain).strip())
