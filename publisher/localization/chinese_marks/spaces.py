"""Spaces that Chinese text has none of: at its marks, and between Han and Latin (clreq draws that gap)."""

import re
from collections.abc import Iterator

from publisher.localization.edits import Edit
from publisher.localization.han import HAN

_POINTS = "，。、；：？！"
AT_MARK = re.compile(f"(?<=[{_POINTS}（《〈「『“‘]) ++|(?<! ) ++(?=[{_POINTS}）》〉」』”’])")
AT_QUOTE = re.compile(f"(?<=[{HAN}]) (?=[“‘…—])|(?<=[”’…—]) (?=[{HAN}])")
PERCENT = re.compile("(?<=\\d) (?=[%‰％])")
ADDRESS = re.compile(r"@|://|\bwww\.|\d{3,}[ -]?\d{4}")
"""In a word: an address of the net or a telephone number, which stands apart from what is around it."""

_OPENERS = r"(\[\"'"
_CLOSERS = r")\]\"'"
_AT_LATIN = re.compile(
    rf"(?<=[{HAN}]) +(?=[{_OPENERS}]*(?P<word>[A-Za-z0-9$€£¥+#@]\S*|[{HAN}](?<=[{_OPENERS}][{HAN}])))"
    rf"|(?<=[A-Za-z0-9%‰℃°+#{_CLOSERS}]) +(?=[{_OPENERS}]*[{HAN}])"
)
_LIST_NUMBER = re.compile(r"(?:\A|(?<=\s))\(?(?:\d{1,2}|[A-Za-z])\)\Z")
_WORD = re.compile(r"[\d +()-]*\d\Z|\S*\Z")
_FAR = 80


def spaces_out(text: str) -> Iterator[Edit]:
    """Yield what takes the spaces at marks and between Han and Latin out of a Chinese ``text``.

    Those around an address or a number to call stay, and that after the number
    of a list; so does one between two Han, which separates.
    """
    found = {match.span() for pattern in (AT_MARK, AT_QUOTE, PERCENT) for match in pattern.finditer(text)}
    for match in _AT_LATIN.finditer(text):
        before = text[max(0, match.start() - _FAR) : match.start()]
        word = _WORD.search(before)
        beside = match["word"] or (word[0] if word else "")
        if not ADDRESS.search(beside) and not _LIST_NUMBER.search(before):
            found.add(match.span())
    at = 0
    for start, end in sorted(found):
        if start >= at:
            yield Edit(start, end, "")
            at = end
