"""Short lines of an article whose paragraphs were read again: the same has happened to them."""

import re
from collections import Counter

from publisher.repairs import model
from publisher.repairs.garbled.rereading import LOST, Units, read_pairs, read_utf8
from publisher.repairs.garbled.routes import Route
from publisher.repairs.garbled.weighing import FOREIGN, READABLE, Rereading, filled, worth
from publisher.repairs.hanzi import CJK_MARKS, is_han

PARAGRAPH = 40
"""So many characters may be a paragraph; they are read before the lines around them."""

_LINE = 90  # so many characters at most make a line that is read as a whole, or not at all

_PROOF = 20
"""So many Han characters, read again in the paragraphs, prove a route for the lines around them."""

_PLAUSIBLE = READABLE - 1.5  # the mean of a character: names and labels are no likely sentence
_BETTER = 1.0
_FEW = 3  # so few characters must not be Han before, for these are words of any kind
_ODD = re.compile("[\x80-\u024f]")
_DAY = re.compile(f"(?<=[0-9]年)([0-9]{{1,2}})(?:月|{LOST}{{1,2}})([0-9]{{1,2}})(?:日|{LOST}{{1,2}})\\Z")


def whole_line(text: str, proven: Counter[Route]) -> Rereading | None:
    """Return the reading of all of ``text`` by a route that the article proves; None if it is not clean."""
    if len(text) > _LINE or text.isascii():
        return None
    for route, read in proven.most_common(2):
        if read < _PROOF or (reading := _by(text, route)) is None:
            continue
        return reading
    return None


def _by(text: str, route: Route) -> Rereading | None:
    given = Units(text, route.wrong, single=route.single)
    if route.right == "utf-8":
        reads = read_utf8(text, given, 0, len(text))
    else:
        reads = read_pairs(given, 0, len(text), route.right, worth)
    if not reads or reads[-1].end != len(text):
        return None
    new, guessed = "", []
    for read, follower in zip(reads, [*(r.char for r in reads[1:]), ""], strict=True):
        if read.holes:
            guessed.append(len(new))
            new += filled(read.holes, new, follower)
        else:
            new += read.char
    if LOST in new and (date := _DAY.search(new)):
        dated = f"{new[: date.start()]}{date[1]}月{date[2]}日"
        guessed += [n for n, c in enumerate(dated) if c in "月日" and new[n : n + 1] != c]
        new = dated
    if not _is_clean(text, new):
        return None
    return Rereading(0, len(text), new, route, 1.0, tuple(sorted(set(guessed))), 0)


def _is_clean(old: str, new: str) -> bool:
    """Tell whether ``new`` is Chinese, with nothing odd left in it, and likelier than ``old``."""
    said, shown = (re.sub("[\x00-\x7f]", "", text) for text in (new, old))
    if not said or not all(is_han(c) or c in CJK_MARKS or _is_letter(c, old) for c in said):
        return False
    if not any(map(is_han, said)) or (len(said) < _FEW and any(map(is_han, shown))):
        return False
    if not FOREIGN.search(shown) and not _ODD.search(shown) and not any(map(is_han, shown)):
        return False
    value = model.load().worth
    mean = value(said) / len(said)
    return mean >= _PLAUSIBLE and mean > _mean_shown(shown) + _BETTER


def _mean_shown(shown: str) -> float:
    odd = len(FOREIGN.findall(shown)) + len(_ODD.findall(shown))
    return (model.load().worth(shown) - 6.0 * odd) / max(1, len(shown))


def _is_letter(char: str, old: str) -> bool:
    """Tell a Western letter that was garbled, too, from one that stands there as it is."""
    return "\xc0" <= char <= "\u024f" and char not in old
