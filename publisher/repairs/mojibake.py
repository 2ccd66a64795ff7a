"""Text that was read in the wrong encoding is read again in the right one, as a whole or in a stretch.

    你好  → UTF-8 E4 BD A0 E5 A5 BD → read as GBK    → 浣犲ソ
    你好  → GBK   C4 E3 BA C3       → read as CP1252 → ÄãºÃ
    你好  → UTF-8 E4 BD A0 E5 A5 BD → read as CP1252 → ä½ å¥½
    你好  → GBK   C4 E3 BA C3       → read as Big5   → 斕疑

The garbled stretch is turned back into bytes by the encoding it was read in
and read by the one it was written in. UTF-8 proves itself by its form; for the
others the new reading must be far likelier than what stands there. What the
wrong decoder dropped is put back where one character clearly fits, and is
pointed at in any case.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from publisher.model import Article
from publisher.repairs import model
from publisher.repairs.edits import Edit, article_texts, edit_article
from publisher.repairs.hanzi import is_han, uncommon, uncommon_at
from publisher.repairs.rereading import LOST, Read, Units, completions, decode, encode, read_pairs, read_utf8
from publisher.report import Notice, Report, Severity

_NAMES = {
    "utf-8": "UTF-8",
    "gb18030": "GBK",
    "big5hkscs": "Big5",
    "cp1252": "Western (CP1252)",
    "mac_roman": "Mac Roman",
    "cp437": "DOS (CP437)",
    "cp850": "DOS (CP850)",
    "cp1251": "Cyrillic (CP1251)",
    "cp950": "Big5",
    "cp932": "Shift JIS",
    "cp949": "Korean (CP949)",
}


class _Route(msgspec.Struct, frozen=True):
    """What the text was written in, and what it was wrongly read in."""

    right: str
    wrong: str
    single: bool  # the wrong one has one byte a character

    def __str__(self) -> str:
        return f"{_NAMES[self.right]} had been read as {_NAMES[self.wrong]}"


def _routes(rights: Sequence[str], wrongs: Sequence[str], *, single: bool) -> tuple[_Route, ...]:
    return tuple(
        _Route(right, wrong, single)
        for wrong in wrongs
        for right in rights
        if (right, wrong) not in (("gb18030", "gb18030"), ("big5hkscs", "cp950"))
    )


_GROUPS = (
    (*_routes(("utf-8",), ("cp1252",), single=True), *_routes(("utf-8",), ("gb18030",), single=False)),
    (
        *_routes(("utf-8",), ("mac_roman", "cp437", "cp850", "cp1251"), single=True),
        *_routes(("utf-8",), ("cp932", "cp950", "cp949"), single=False),
    ),
    _routes(("gb18030", "big5hkscs"), ("cp1252",), single=True),
    _routes(("gb18030", "big5hkscs"), ("mac_roman", "cp1251"), single=True),
    _routes(("gb18030", "big5hkscs"), ("gb18030", "cp950", "cp932", "cp949"), single=False),
)
"""The routes, the likelier ones before the others; UTF-8 proves itself."""


class _Reading(msgspec.Struct, frozen=True):
    """A stretch of a text, what it says in the right encoding, and how sure that is."""

    start: int
    end: int
    new: str
    route: _Route
    gain: float
    guessed: int  # characters that were filled in
    lost: int  # characters that could not be


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` with text that was read in the wrong encoding read in the right one."""
    if not any(map(_is_doubtful, (text for _, text in article_texts(article)))):
        return article
    filed: dict[tuple[str, str, str], Notice] = {}
    proven: Counter[_Route] = Counter()  # by the Han that were read again by it
    patience = _Patience()

    def find(text: str, where: str) -> list[Edit]:
        if not _is_doubtful(text):
            return []
        edits = []
        for reading in _readings(text, proven, patience):
            before = text[reading.start : reading.end]
            edits.append(Edit(reading.start, reading.end, reading.new))
            filed[where, before, reading.new] = _notice(reading, before, where)
        return edits

    repaired = edit_article(article, find)
    if proven:  # what has happened to one stretch has happened to the short ones too
        repaired = edit_article(repaired, find)
    for notice in filed.values():
        report.add(notice)
    return repaired


def _notice(reading: _Reading, before: str, where: str) -> Notice:
    doubt = ""
    if reading.guessed:
        doubt += f"; {reading.guessed} of its characters had lost a byte and were guessed: please compare"
    if reading.lost:
        doubt += f"; {reading.lost} of its characters are lost: find them in the original"
    return Notice(
        code="mojibake-decoded",
        message=f"{reading.route}{doubt}",
        where=where,
        severity=Severity.WARNING if doubt else Severity.INFO,
        before=before,
        after=reading.new,
        confidence=0.8 if doubt else 0.99,
        offsets=(reading.start,),
    )


# ── Where to look ────────────────────────────────────────────────────────────

_PROOF = 6
"""So many Han read again in one stretch prove that an encoding was mistaken for another."""

# two signs in a row that Western text does not put side by side, kana of half width, Hangul, lost ones
_SIGNS = re.compile(
    "[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2018-\u203a\u20ac\u2122]"
    "[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2020-\u203a\u20ac\u2122 @-~]"
    "|[\u0391-\u0491\u2030\u2116\u2202-\u25a0\uf8ff\ufb01\ufb02][^\x00-\x7f\u2028\u3000-\uffee]"
    "|[\uff61-\uff9f]|[\u3130-\u318f\uac00-\ud7a3]{2}|[\u3041-\u3129\ue000-\uf8ff\ufffd]"
)
_NEAR = 12
_PIECE = 600


class _Patience:
    """A text that makes no sense for thousands of characters will not make any; then no more is tried."""

    def __init__(self) -> None:
        self._left = 6_000

    @property
    def lasts(self) -> bool:
        return self._left > 0

    def spend(self, tried: int, read: int) -> None:
        self._left -= tried - 2 * read


def _is_doubtful(text: str) -> bool:
    return not text.isascii() and (_SIGNS.search(text) is not None or bool(uncommon(text)))


def _doubtful_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where ``text`` shows signs of a wrong encoding, with some of what stands around."""
    signs = sorted((*uncommon_at(text), *(m.start() for m in _SIGNS.finditer(text))))
    start = end = -1
    for at in signs:
        if start >= 0 and at - end > _NEAR:
            yield max(0, start - _NEAR), min(len(text), end + _NEAR)
            start = -1
        start = at if start < 0 else start
        end = at
    if start >= 0:
        yield max(0, start - _NEAR), min(len(text), end + _NEAR)


def _readings(text: str, proven: Counter[_Route], patience: _Patience) -> list[_Reading]:
    """Return the stretches of ``text`` that are to be read again, in order and apart."""
    found: list[_Reading] = []
    for start, end in _doubtful_stretches(text):
        at = max(start, found[-1].end) if found else start
        while at < end:
            long = (_strictly(text, at, end, route) for route, _ in proven.most_common(2))
            if (reading := max(filter(None, long), key=lambda r: r.end, default=None)) is not None:
                found.append(reading)
                at = reading.end
                continue
            stop = min(end, at + _PIECE)
            here = _by_proven(text, at, stop, proven)
            if not here and patience.lasts:
                here = _in_piece(text, at, stop, proven)
                patience.spend(stop - at, sum(r.end - r.start for r in here))
            found += here
            for reading in here:
                if (han := sum(map(is_han, reading.new))) >= _PROOF:
                    proven[reading.route] += han
            at = here[-1].end if here and stop - here[-1].end <= _NEAR and here[-1].end < end else stop
    return _joined(found)


def _by_proven(text: str, start: int, stop: int, proven: Counter[_Route]) -> list[_Reading]:
    """Return the readings of a long piece by the one proven route that explains most of it."""
    for route, _ in proven.most_common(2) if stop - start > _LONG else ():
        found = list(_by_route(text, start, stop, route, proven=True))
        if sum(r.end - r.start for r in found) >= 0.5 * (stop - start):
            return found
    return []


_LONG = 200
_LONGEST = 20_000


def _strictly(text: str, start: int, stop: int, route: _Route) -> _Reading | None:
    """Return the reading of a long stretch by a proven ``route``, as far as it reads without a hitch."""
    data = encode(text[start : min(stop, start + _LONGEST)], route.wrong, single=route.single)
    new, used = decode(data, route.right)
    count = used if route.single else len(data[:used].decode(route.wrong, "ignore"))
    if count < _LONG:
        return None
    end = start + count
    if not route.single:  # the last bytes of one encoding may be the first of a character in the other
        for end in range(start + count, start + count - 4, -1):
            data = text[start:end].encode(route.wrong)
            new, used = decode(data, route.right)
            if used == len(data):
                break
        else:
            return None
    for at in range(0, len(new), _LONG):
        part = new[at : at + _LONG]
        if _worth(part) < _READABLE * sum(not c.isascii() for c in part):
            return None
    if route.right != "utf-8" and not route.single:
        for at in range(start, end, _LONG):
            part = text[at : min(end, at + _LONG)]
            if (len(uncommon(part)) + len(_FOREIGN.findall(part))) * 6 < len(part):
                return None
    return _Reading(start, end, new, route, 1.0, 0, 0)


def _joined(found: Sequence[_Reading]) -> list[_Reading]:
    """Return ``found`` with readings that follow on each other by the same route made one."""
    out: list[_Reading] = []
    for reading in found:
        if out and out[-1].end == reading.start and out[-1].route == reading.route:
            last = out.pop()
            reading = _Reading(
                last.start,
                reading.end,
                last.new + reading.new,
                reading.route,
                last.gain + reading.gain,
                last.guessed + reading.guessed,
                last.lost + reading.lost,
            )
        out.append(reading)
    return out


def _in_piece(text: str, start: int, stop: int, proven: Counter[_Route]) -> list[_Reading]:
    """Return the readings between ``start`` and ``stop``; the likelier routes have the first word."""
    chosen: list[_Reading] = []
    gaps = [(start, stop)]

    def take(readings: Iterable[_Reading]) -> None:
        nonlocal gaps
        for reading in readings:
            if all(reading.end <= c.start or reading.start >= c.end for c in chosen):
                chosen.append(reading)
        chosen.sort(key=lambda r: r.start)
        edges = [start, *(e for r in chosen for e in (r.start, r.end)), stop]
        pairs = zip(edges[::2], edges[1::2], strict=True)
        gaps = [(a, b) for a, b in pairs if b - a > 1 and _is_doubtful(text[a:b])]

    for group in _GROUPS:
        found = [
            [r for a, b in gaps for r in _by_route(text, a, b, route, route in proven)] for route in group
        ]
        # one mistake explains a stretch better than two
        for readings in sorted(found, key=lambda rs: -sum(r.gain for r in rs)):
            take(readings)
        if group is _GROUPS[0]:
            take([r for a, b in gaps for r in _twice(text, a, b)])
            take([r for a, b in gaps for r in _western(text, a, b) if _is_alone(text, r)])
        if not gaps:
            break
    take([r for a, b in gaps for r in _western(text, a, b)])
    return chosen


_TRIES = 3
"""So many characters of one run are tried as the first of a garbled stretch."""


def _by_route(text: str, start: int, stop: int, route: _Route, proven: bool) -> Iterator[_Reading]:
    """Yield the stretches between ``start`` and ``stop`` that read better by ``route``."""
    given = Units(text, route.wrong, single=route.single)
    starts = _starts(route)
    in_step = not route.single and route.right != "utf-8" and route.wrong != "cp932"
    at, tries = start, 0
    while (match := starts.search(text, at, stop)) is not None:
        at = match.start()
        if route.right == "utf-8":
            reads = read_utf8(text, given, at, stop)
        else:
            reads = read_pairs(given, at, stop, route.right, _worth)
        readings = _weighed(text, at, reads, route, proven)
        yield from readings
        used = next((r.end for r in reversed(reads) if r.end >= 0), at)
        if in_step:  # pairs in place of pairs: to begin one character later makes no difference
            at = used + 1
        elif readings:
            at, tries = readings[-1].end, 1
        else:
            tries += 1
            at, tries = (used, 0) if tries >= _TRIES and used > at + 1 else (at + 1, tries)


@cache
def _starts(route: _Route) -> re.Pattern[str]:
    """Return what a stretch garbled by ``route`` may begin with."""
    wrong = route.wrong
    if route.right != "utf-8":
        if not route.single:
            return re.compile("[^\x00-\x7f\u2028]")
        chars = "".join(bytes((b,)).decode(wrong, "ignore") for b in range(0xA1, 0xFA))
        return re.compile(f"[{re.escape(chars)}]")
    leads = (0xC2, 0xC3, *range(0xE2, 0xEA), 0xEF)
    if route.single:
        chars = "".join(bytes((b,)).decode(wrong, "ignore") for b in leads)
    else:
        pairs = (bytes((lead, trail)) for lead in leads[2:] for trail in range(0x80, 0xC0))
        chars = "".join(pair.decode(wrong, "ignore") for pair in pairs)
        if wrong == "cp932":  # where a lead of UTF-8 is a character by itself, or a pair of other kind
            chars += "".join(bytes((b,)).decode(wrong, "ignore") for b in leads)
    return re.compile(f"[{re.escape(chars)}]")


# ── What a reading is worth ──────────────────────────────────────────────────

_FEWEST = 2
_READABLE = -9.0
_BETTER = 1.5
_LOSS = 9.0
_SHORTEST_TWICE = 4


@lru_cache(maxsize=16384)
def _says(char: str) -> float:
    """Return what ``char`` is worth in a reading."""
    if char.isascii():
        return 0.0
    return -_LOSS if char == LOST else model.load().readable(char)


@lru_cache(maxsize=16384)
def _shown(char: str, single: bool) -> float:
    """Return what a garbled ``char`` is worth as it stands: a letter beyond ASCII is not to be expected."""
    if char < "\x80":
        return -3.0 if char.isalpha() else 0.0
    if is_han(char):
        return model.load().char(char)
    return -9.0 if single or _FOREIGN.match(char) else -5.0


_FOREIGN = re.compile("[\u3041-\u30ff\u3105-\u3129\uff61-\uff9f\u3131-\u318f\uac00-\ud7a3\ue000-\uf8ff]")


def _worth(text: str) -> float:
    return sum(map(_says, text))


def _weighed(text: str, start: int, reads: Sequence[Read], route: _Route, proven: bool) -> list[_Reading]:
    """Return the stretches of ``reads`` that gain something over ``text``."""
    out: list[str] = []
    guessed: list[int] = []
    found: list[_Reading] = []
    gain, top = 0.0, 0.0
    first, begin = 0, start  # where the stretch begins, in reads and in the text
    last, end = 0, start  # where it was at its best
    at = start

    def close() -> None:
        new, old = "".join(out[first:last]), text[begin:end]
        filled = sum(1 for n in guessed if first <= n < last and out[n] != LOST)
        alone = not filled and (text[max(0, begin - 1) : begin] + text[end : end + 1]).isascii()
        if (worth := _convinces(old, new, route, proven, alone)) is not None:
            lost = max(0, new.count(LOST) - (old.count(LOST) if route.right == "utf-8" else 0))
            value = worth - 3 * filled - 6 * lost
            if value > 0 and (4 * filled <= last - first or (proven and new.strip() in ("。", "，"))):
                found.append(_Reading(begin, end, new, route, value, filled, lost))

    for n, read in enumerate(reads):
        char = read.char
        if read.holes:
            char = _filled(
                read.holes, out[-1] if out else "", reads[n + 1].char if n + 1 < len(reads) else ""
            )
            guessed.append(n)
        out.append(char)
        gain += _says(char)
        if read.end < 0:
            continue
        for shown in text[at : read.end]:
            gain -= _shown(shown, route.single)
        at = read.end
        if gain >= top:
            top, last, end = gain, n + 1, at
        elif gain < max(0.0, top - _DROP):
            if last > first:
                close()
            gain = top = 0.0
            first = last = n + 1
            begin = end = at
    if last > first:
        close()
    return found


_DROP = 30.0


def _twice(text: str, start: int, stop: int) -> Iterator[_Reading]:
    """Yield what reads only after two steps, because it was garbled twice."""
    for route in _GROUPS[0]:
        first = _starts(route).search(text, start, stop)
        if first is None:
            continue
        given = Units(text, route.wrong, single=route.single)
        if route.right == "utf-8":
            reads = read_utf8(text, given, first.start(), stop)
        else:
            reads = read_pairs(given, first.start(), stop, route.right, _worth)
        count = next((n for n in range(len(reads), 0, -1) if reads[n - 1].end >= 0), 0)
        between = "".join(read.char or LOST for read in reads[:count])
        if len(between) < _SHORTEST_TWICE or not _is_doubtful(between):
            continue
        for again in (*_GROUPS[0], *_GROUPS[2]):
            found = list(_by_route(between, 0, len(between), again, proven=False))
            if (
                found
                and any(map(is_han, found[0].new))
                and found[0].start == 0
                and found[-1].end >= 0.9 * len(between)
            ):
                new = "".join(r.new for r in found) + between[found[-1].end :]
                guessed, lost = sum(r.guessed for r in found), sum(r.lost for r in found)
                yield _Reading(first.start(), reads[count - 1].end, new, route, 1.0, guessed, lost)
                return


def _mean(chars: Sequence[str]) -> float:
    """Return what a character is worth in ``chars``; of a long row the first and the last hundred tell it."""
    heard = [c for c in (*chars[:100], *chars[100:][-100:]) if c != LOST]
    return model.load().worth("".join(heard)) / max(1, min(len(chars), 200))


def _convinces(old: str, new: str, route: _Route, proven: bool, alone: bool) -> float | None:
    """Return how much better ``new`` is than ``old``; None if that is not enough."""
    proven = proven and (route.single or route.right == "utf-8")
    said = [c for c in new if not c.isascii()]
    han = sum(map(is_han, said))
    if not said or new.count(LOST) * 4 > len(said):
        return None
    if route == _WESTERN_ROUTE and han and alone and LOST not in new:
        # three bytes that make a Han character in UTF-8 do not stand together by chance
        return 4.0 * len(said)
    if han < _FEWEST and not proven:
        return None
    shown = [c for c in old if not c.isascii()]
    mean = _mean(said)
    if proven and route.single:  # names and figures in short lines are no likely sentence
        mean = max(mean, sum(map(_says, said)) / len(said))
    before = sum(_shown(c, route.single) for c in shown) / max(1, len(shown))
    if not route.single:
        before = max(before, _mean(shown))
    if mean < (_READABLE - (3.5 if route.single else 1) if proven else _READABLE):
        return None
    if route.right != "utf-8" and not route.single:
        odd = len(uncommon(old)) + len(_FOREIGN.findall(old))
        if odd < 2 or odd * 6 < len(shown) or (len(shown) < _PROOF and not uncommon(old)):
            return None
    # a Han character for two or three signs of another script needs no more proof than to be readable
    used = len(old) - (len(new) - len(said))
    need = 0.5 if proven else _BETTER if han > 3 else 2 * _BETTER
    if used < 1.9 * len(said) and mean - before < need:
        return None
    return (mean - before) * len(said) + 2 * (used - len(said))


@lru_cache(maxsize=16384)
def _filled(holes: tuple[int | None, ...], before: str, after: str) -> str:
    """Return the character that fits ``holes`` best, U+FFFD if none does clearly."""
    if holes[0] == 0xE3 and holes[1:] in ((None, None), (0x80, None)):
        return "。" if not after or after.isspace() else "、" if is_han(after) else LOST
    if holes[:2] == (0xEF, 0xBC) and is_han(after):
        return "，"
    if holes[:2] == (0xE2, 0x80):
        return "”" if before in "。！？…，" or not after else LOST
    if before.isdigit() and (
        units := [c for c in completions(holes) if c in "年月日时分秒万亿元个名岁人次家项至"]
    ):
        return units[0] if len(units) == 1 else LOST
    follows = model.load().follows
    ranked = sorted(
        ((follows(before, c) + (follows(c, after) if is_han(after) else 0.0), c) for c in completions(holes)),
        reverse=True,
    )
    if not ranked or ranked[0][0] < -22 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 1):
        return LOST
    return ranked[0][1]


# ── Western text ─────────────────────────────────────────────────────────────

# Ã© is é, Â· is ·, â€™ is ’: a capital with a sign behind it, or â with one of three
_WESTERN = re.compile(
    "[ÂÃÄÅ][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|â[\x80-\x84€‚ƒ„][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_WESTERN_ROUTE = _GROUPS[0][0]


def _is_alone(text: str, reading: _Reading) -> bool:
    """Tell whether the letter stands in text that nothing else is wrong with."""
    return (text[max(0, reading.start - 1) : reading.start] + text[reading.end : reading.end + 1]).isascii()


def _western(text: str, start: int, stop: int) -> Iterator[_Reading]:
    """Yield the letters and marks of Western text that UTF-8 made two or three signs of."""
    for match in _WESTERN.finditer(text, start, stop):
        given = Units(match[0], _WESTERN_ROUTE.wrong, single=True)
        reads = read_utf8(match[0], given, 0, len(match[0]))
        if (
            len(reads) == 1
            and not reads[0].holes
            and (reads[0].char.isprintable() or reads[0].char == "\xa0")
        ):
            yield _Reading(match.start(), match.end(), reads[0].char, _WESTERN_ROUTE, 1.0, 0, 0)
