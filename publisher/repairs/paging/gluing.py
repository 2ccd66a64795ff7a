"""Two broken lines made one: no space at Han, one between words, a hyphen mended."""

import re

from publisher.repairs.hanzi import HAN
from publisher.repairs.paging.measure import CJK

HYPHEN = re.compile(r"(?<=[a-z])[-\u2010\u00ad]\Z")
_COMPOUND = frozenset(
    "well self non co high low long short mid all ex full half first second third on off in up down year cross multi large small two three four five ten state world much ever so pre post anti over under".split()
)
_SECOND = frozenset(
    "based like free wide old time term level class style shift made led backed owned funded making known speed end tech quality scale range price sized year day month week hour minute metre meter kilometre kilometer page storey story floor air line party person round up in off out to long ever driven oriented related friendly ready rich fold way".split()
)
_BROKEN_NUMBER = re.compile(r"(?:\d|\d[.,:%-])\n\d|\d\n[.,]\d")
_CAPITAL = re.compile(r"(?<!\S)[A-Z]")


def glued(before: str, line: str) -> str:
    """Return the two lines as one: no space at Han, one between words, a hyphen of the line end mended."""
    left, right = before.rstrip(), line.strip()
    if HYPHEN.search(left) and right[:1].islower():
        word = re.search(r"([A-Za-z-]+)[-\u2010\u00ad]\Z", left)
        stem = word[1] if word else ""
        follows = re.match("[A-Za-z]+", right)
        if len(_CAPITAL.findall(left)) * 2 > len(left.split()) > 2:  # headline case says nothing of a name
            stem = stem.lower()
        return left + right if _keeps_hyphen(stem, follows[0] if follows else "") else left[:-1] + right
    if left.endswith("-") or left[-1:] in "—–" or right[:1] == "—":
        return left + right
    if _BROKEN_NUMBER.search(left[-2:] + "\n" + right[:2]) and CJK.search(left):
        return left + right
    beside = left.rstrip("“”‘’…")[-1:] + right.lstrip("“”‘’…")[:1]
    space = "" if CJK.search(beside) else " "
    if space and re.search(rf"https?://[^\s{HAN}]+\Z", left) and CJK.search(left):
        space = ""
    return left + space + right


def _keeps_hyphen(stem: str, rest: str) -> bool:
    """Tell whether the hyphen belongs to the word: a compound, not a syllable at the line's end."""
    if stem[:1].isupper() or stem in _COMPOUND or rest.lower() in _SECOND or "-" in stem:
        return True
    from pyphen import Pyphen  # WeasyPrint's hyphenation; loaded where a line ends in a hyphen

    places = Pyphen(lang="en_US", left=2, right=2).positions((stem + rest).lower())
    return len(stem) not in places
