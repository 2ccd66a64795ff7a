"""Where garbled text stands, and by which route it reads; the likelier routes have the first word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from publisher.repairs.garbled.rereading import LOST, Read, Units, decode, encode, read_pairs, read_utf8
from publisher.repairs.garbled.routes import GROUPS, Route, signs
from publisher.repairs.garbled.weighing import FOREIGN, PROOF, READABLE, Rereading, weighed, worth
from publisher.repairs.garbled.western import as_western
from publisher.repairs.hanzi import is_han, uncommon, uncommon_at

_SHORTEST_TWICE = 4
# two signs in a row that Western text does not put side by side, kana of half width, Hangul, lost ones
_SIGNS = re.compile(
    "[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2018-\u203a\u20ac\u2122]"
    "[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2020-\u203a\u20ac\u2122 @-~]"
    "|[\u0391-\u0491\u2030\u2116\u2202-\u25a0\uf8ff\ufb01\ufb02][^\x00-\x7f\u2028\u3000-\uffee]"
    "|[\uff61-\uff9f]|[\u3130-\u318f\uac00-\ud7a3]{2}|[\u3041-\u3129\ue000-\uf8ff\ufffd]|\x81[0-9]"
)
_NEAR = 12
_PIECE = 600


class Patience:
    """A text that makes no sense for thousands of characters will not make any; then no more is tried."""

    def __init__(self) -> None:
        self._left = 6_000

    @property
    def lasts(self) -> bool:
        """Whether more is to be tried."""
        return self._left > 0

    def spend(self, tried: int, read: int) -> None:
        """Count characters that were tried, and those of them that could be read."""
        self._left -= tried - read


def is_doubtful(text: str) -> bool:
    """Tell whether ``text`` shows any sign of a wrong encoding."""
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


def rereadings(text: str, proven: Counter[Route], patience: Patience) -> list[Rereading]:
    """Return the stretches of ``text`` that are to be read again, in order and apart."""
    found: list[Rereading] = []
    for start, end in _doubtful_stretches(text):
        at = max(start, found[-1].end) if found else start
        while at < end:
            long = (
                _strictly(text, at, end, route, _SURE if read > _BEYOND_DOUBT else _LONG)
                for route, read in proven.most_common(2)
            )
            if (reading := max(filter(None, long), key=lambda r: r.end, default=None)) is not None:
                found.append(reading)
                at = reading.end
                continue
            stop = min(end, at + _PIECE)
            here = _by_proven(text, at, stop, proven, patience)
            if not here and patience.lasts:
                here = _in_piece(text, at, stop, proven)
                patience.spend(stop - at, sum(r.end - r.start for r in here))
            found += here
            for reading in here:
                if (han := sum(map(is_han, reading.new))) >= PROOF:
                    proven[reading.route] += han
            at = here[-1].end if here and stop - here[-1].end <= _NEAR and here[-1].end < end else stop
    return _joined(found)


def _by_proven(
    text: str, start: int, stop: int, proven: Counter[Route], patience: Patience
) -> list[Rereading]:
    """Return the readings of a piece by the one proven route that explains most of it."""
    for route, read_so_far in proven.most_common(2):
        if stop - start <= _LONG and not (read_so_far > _BEYOND_DOUBT and patience.lasts):
            continue  # in few characters another route may do as well
        found = list(_by_route(text, start, stop, route, proven=True))
        read = sum(r.end - r.start for r in found)
        # where it has explained thousands of characters it need not explain most of this piece
        if read >= 0.5 * (stop - start) or (read and read_so_far > _BEYOND_DOUBT):
            return found
    return []


_LONG = 200
_SURE = 20  # characters read without a hitch, by a route that is beyond doubt
_LONGEST = 20_000
_BEYOND_DOUBT = 1_000


def _strictly(text: str, start: int, stop: int, route: Route, least: int) -> Rereading | None:
    """Return the reading of a long stretch by a proven ``route``, as far as it reads without a hitch."""
    data = encode(text[start : min(stop, start + _LONGEST)], route.wrong, single=route.single)
    new, used = decode(data, route.right)
    count = used if route.single else len(data[:used].decode(route.wrong, "ignore"))
    if count < least:
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
        if worth(part) < READABLE * sum(not c.isascii() for c in part):
            return None
    if route.right != "utf-8" and not route.single:
        for at in range(start, end, _LONG):
            part = text[at : min(end, at + _LONG)]
            if (len(uncommon(part)) + len(FOREIGN.findall(part))) * 6 < len(part):
                return None
    return Rereading(start, end, new, route, 1.0, (), 0)


def _joined(found: Sequence[Rereading]) -> list[Rereading]:
    """Return ``found`` with readings that follow on each other by the same route made one."""
    out: list[Rereading] = []
    for reading in found:
        if out and out[-1].end == reading.start and out[-1].route == reading.route:
            last = out.pop()
            reading = Rereading(
                last.start,
                reading.end,
                last.new + reading.new,
                reading.route,
                last.gain + reading.gain,
                (*last.guessed, *(len(last.new) + n for n in reading.guessed)),
                last.lost + reading.lost,
            )
        out.append(reading)
    return out


def _in_piece(text: str, start: int, stop: int, proven: Counter[Route]) -> list[Rereading]:
    """Return the readings between ``start`` and ``stop``; the likelier routes have the first word."""
    chosen: list[Rereading] = []
    gaps = [(start, stop)]

    def take(readings: Iterable[Rereading]) -> None:
        nonlocal gaps
        for reading in readings:
            if all(reading.end <= c.start or reading.start >= c.end for c in chosen):
                chosen.append(reading)
        chosen.sort(key=lambda r: r.start)
        edges = [start, *(e for r in chosen for e in (r.start, r.end)), stop]
        pairs = zip(edges[::2], edges[1::2], strict=True)
        gaps = [(a, b) for a, b in pairs if b - a > 1 and is_doubtful(text[a:b])]

    for group in GROUPS:
        found = [
            [r for a, b in gaps for r in _by_route(text, a, b, route, route in proven)] for route in group
        ]
        # one mistake explains a stretch better than two
        for readings in sorted(found, key=lambda rs: -sum(r.gain for r in rs)):
            take(readings)
        if group is GROUPS[0]:
            take([r for a, b in gaps for r in _twice(text, a, b)])
            take([r for a, b in gaps for r in as_western(text, a, b) if _is_alone(text, r)])
        if not gaps:
            break
    take([r for a, b in gaps for r in as_western(text, a, b)])
    return chosen


_TRIES = 3
"""So many characters of one run are tried as the first of a garbled stretch."""


def _by_route(text: str, start: int, stop: int, route: Route, proven: bool) -> Iterator[Rereading]:
    """Yield the stretches between ``start`` and ``stop`` that read better by ``route``."""
    sign = signs(route)
    in_step = not route.single and route.right != "utf-8" and route.wrong != "cp932"
    at, tries = start, 0
    while (match := sign.search(text, at, stop)) is not None:
        at = match.start()
        reads = _read(text, at, stop, route)
        readings = weighed(text, at, reads, route, proven)
        yield from readings
        used = next((r.end for r in reversed(reads) if r.end >= 0), at)
        if in_step:  # pairs in place of pairs: to begin one character later makes no difference
            at = used + 1
        elif readings:
            at, tries = readings[-1].end, 1
        else:
            tries += 1
            at, tries = (used, 0) if tries >= _TRIES and used > at + 1 else (at + 1, tries)


def _read(text: str, start: int, stop: int, route: Route) -> list[Read]:
    """Return what ``text`` says from ``start`` on by ``route``, until it says nothing."""
    given = Units(text, route.wrong, single=route.single)
    if route.right == "utf-8":
        return read_utf8(text, given, start, stop)
    return read_pairs(given, start, stop, route.right, worth)


def _twice(text: str, start: int, stop: int) -> Iterator[Rereading]:
    """Yield what reads only after two steps, because it was garbled twice."""
    for route in GROUPS[0]:
        first = signs(route).search(text, start, stop)
        if first is None:
            continue
        reads = _read(text, first.start(), stop, route)
        count = next((n for n in range(len(reads), 0, -1) if reads[n - 1].end >= 0), 0)
        between = "".join(read.char or LOST for read in reads[:count])
        if len(between) < _SHORTEST_TWICE or not is_doubtful(between):
            continue
        for again in (*GROUPS[0], *GROUPS[2]):
            found = list(_by_route(between, 0, len(between), again, proven=False))
            if (
                found
                and any(map(is_han, found[0].new))
                and found[0].start == 0
                and found[-1].end >= 0.9 * len(between)
            ):
                new = "".join(r.new for r in found) + between[found[-1].end :]
                starts = accumulate((len(r.new) for r in found), initial=0)
                guessed = tuple(at + n for at, r in zip(starts, found, strict=False) for n in r.guessed)
                lost = sum(r.lost for r in found)
                yield Rereading(first.start(), reads[count - 1].end, new, route, 1.0, guessed, lost)
                return


def _is_alone(text: str, reading: Rereading) -> bool:
    """Tell whether the letter stands in text that nothing else is wrong with."""
    return (text[max(0, reading.start - 1) : reading.start] + text[reading.end : reading.end + 1]).isascii()
