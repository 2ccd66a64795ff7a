"""Signs of symbol fonts, which have places of their own, as characters."""

import re
from collections.abc import Callable

from publisher.readers.symbols import symbol

_PRIVATE = re.compile("[\uf000-\uf0ff]")


def signs(text: str | None, font: str, tell: Callable[[str, str], object]) -> str | None:
    """Return ``text`` in ``font`` with its signs as characters; ``tell`` is told of one that is left out."""
    if not text or not _PRIVATE.search(text):
        return text
    name = font.strip("'\" ").rstrip("0123456789 ")
    for code in sorted({ord(c) for c in _PRIVATE.findall(text)}):
        sign = symbol(name or "wingdings", code)
        text = text.replace(chr(code), sign)
        if not sign:
            tell("symbol-dropped", f"the sign {code:X} of the font {name!r} was left out")
    return text
