"""Western letters and marks that UTF-8 or GB 18030 made two or more signs of, found one by one.

Among ASCII a garbled letter stands alone, so that no model is needed to see it:

    é → C3 A9    → read as CP1252 → Ã©
    É → C3 89    → read as GBK with the letter behind it → 脡
    ß → 81308938 → read as CP1252 → the control 81 and 0‰8
"""

import re
from collections.abc import Iterator

from publisher.repairs.garbled.rereading import Units, decode, encode, read_utf8
from publisher.repairs.garbled.routes import GB_AS_WESTERN, UTF8_AS_GB, WESTERN
from publisher.repairs.garbled.weighing import Rereading
from publisher.repairs.hanzi import is_han

_TRAIL = "\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_AS_WESTERN = re.compile(
    # a capital with a sign behind it, or â with one of three: Ã© is é, Â· is ·, â€™ is ’
    f"[ÂÃÄÅ][{_TRAIL}]|â[\x80-\x84€‚ƒ„][{_TRAIL}]"
    # the last sign of a mark that was garbled twice: its first ones are no letters of any word
    "|(?<=â‚¬)Ëœ|(?<=â€)Ëœ"
    # and of a closing quote, whose last byte no sign stands for
    f"|(?P<close>â€(?:Â(?![{_TRAIL}])|(?=[\\s,.;:!?)]|\\Z)))"
)
_GB_FOUR = re.compile(f"[\x81\ufffd][0-9][\xa1-\xfe{_TRAIL}][0-9]")
"""The four bytes of a Western letter in GB 18030, all of which begin with 81."""


def as_western(text: str, start: int, stop: int) -> Iterator[Rereading]:
    """Yield what was read as CP1252 between ``start`` and ``stop``, a letter or a mark each."""
    for match in _AS_WESTERN.finditer(text, start, stop):
        if match["close"]:
            yield Rereading(match.start(), match.end(), "”", WESTERN, 1.0, (0,), 0)
            continue
        char = decode(encode(match[0], WESTERN.wrong, single=True), WESTERN.right)[0]
        # a control is half of a mark that was garbled twice
        is_half = "\x80" <= char < "\xa0" and text[max(0, match.start() - 3) : match.start()] == "â‚¬"
        if len(char) == 1 and (char.isprintable() or char == "\xa0" or is_half):
            yield Rereading(match.start(), match.end(), char, WESTERN, 1.0, (), 0)
    for match in _GB_FOUR.finditer(text, start, stop):
        route = GB_AS_WESTERN
        char = decode(encode("\x81" + match[0][1:], route.wrong, single=True), route.right)[0]
        if len(char) == 1 and char.isprintable():
            yield Rereading(match.start(), match.end(), char, route, 1.0, (), 0)


# ── Read as GBK ──────────────────────────────────────────────────────────────

_RUN = re.compile("[\u0080-\u2027\u2029-\uffff]+")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile("[A-Za-z\u00c0-\u024f]")
_SIGNS = re.compile("[\xa0-\xbf\u00d7\u00f7\u02bc\u2010-\u203a\u20ac\u2122\u2212]")
_MARKS = re.compile("[\u2010-\u203a]")
_MOSTLY = 2
"""So many Latin letters stand in Western text beside one Han character."""


def as_gbk(text: str, *, proven: bool) -> list[Rereading]:
    """Return what was read as GBK in ``text``, if it is Western text.

    Han characters within a word are the evidence (脡lodie, isn鈥檛); a sign by
    itself (拢5) is read only where that is ``proven`` by others.
    """
    han = sum(map(is_han, text))
    if not han or len(_LATIN.findall(text)) < _MOSTLY * han:
        return []
    found: list[Rereading] = []
    for run in _RUN.finditer(text):
        reading = _run_as_gbk(text, run.start(), run.end(), "".join(r.new for r in found))
        if reading is not None and (proven or reading.gain):
            found.append(reading)
    return found


def _run_as_gbk(text: str, start: int, end: int, before: str) -> Rereading | None:
    """Return what a run makes in Western letters and marks; the gain is 0 where that is in doubt."""
    route = UTF8_AS_GB
    lost_sign = (
        end < len(text) and text[end] == "?" and text[end - 1] == "鈥"
    )  # Windows shows what it lost so
    stop = end + lost_sign
    reads = read_utf8(text, Units(text, route.wrong, single=False), start, stop)
    if not reads or reads[-1].end != stop:
        return None
    new, guessed = "", []
    for read in reads:
        char = read.char
        if read.holes:
            if read.holes[:2] not in ((0xE2, 0x80), (0xE2, 0x82)):
                return None
            guessed.append(len(new))
            char = (
                "€"
                if read.holes[1] == 0x82
                else _mark(text[:start] + new, text[stop : stop + 1], before + new)
            )
        new += char
    if not all(_WORD.match(c) or _SIGNS.match(c) or c.isascii() for c in new):
        return None
    beside = text[start - 1 : start] + text[end : end + 1]
    in_word = _LATIN.search(beside) is not None and _WORD.search(new) is not None
    gain = 1.0 if in_word or _MARKS.search(new) else 0.0
    return Rereading(start, stop, new, route, gain, tuple(guessed), 0)


def _mark(before: str, after: str, marks: str) -> str:
    """Return the mark that probably stood there: its last byte was lost with what stood behind it."""
    if not before[-1:].strip():
        return "–" if not after.strip() else "“"
    if marks.count("“") > marks.count("”") or not before[-1:].isalnum():
        return "”"
    return "–" if before[-1:].isdigit() else "’"
