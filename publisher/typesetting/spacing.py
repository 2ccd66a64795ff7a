"""Space between Han and Latin or digits (clreq 3.2.2), set when a page is drawn, never kept in the text."""

import re

QUARTER_EM = "\u2005"
"""FOUR-PER-EM SPACE: no line starts with it; at a line end it is dropped."""

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Character class of the Han script, without its marks."""

_EDGE = re.compile(rf"(?<=[{HAN}])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%‰℃°])(?=[{HAN}])")


def spaced(text: str) -> str:
    """Return ``text`` with a quarter em between Han and Latin letters or digits."""
    return _EDGE.sub(QUARTER_EM, text)
