"""The comparison of two texts by value: what was lost, added or changed on the way."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import datetime
from fractions import Fraction

from publisher.localization.values.atoms import Atom, atoms
from publisher.localization.values.finding import scan
from publisher.localization.values.model import Bound, Kind, Mismatch, Reading
from publisher.localization.values.swapping import swapped
from publisher.localization.values.units import units

_FREE = frozenset({"", "ordinal", "times", "x", "order", "text", "name"})
_SHARES = frozenset({"%", "pp"})
_CONVERSION = Fraction(1, 50)  # a unit turned into another may be rounded by 2 %
_SHARED = frozenset({Kind.FRACTION, Kind.MULTIPLE})
_WINDOW = 32  # candidates looked at on either side: more than any segment has
_LONG = 10**4  # shorter figures are not rounded without a word
_NEAR = Fraction(1, 2)  # of a segment
_ROUNDING = Fraction(1, 10)
_CALENDAR = frozenset({"year", "month-of-year", "weekday", "half", "decade", "century"})
_QUARTERS = frozenset(Reading("month", Fraction(n)) for n in (3, 6, 9))
_OPPOSITE = {Bound.MORE: (Bound.LESS, Bound.NEARLY), Bound.LESS: (Bound.MORE,), Bound.NEARLY: (Bound.MORE,)}


def compare(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    *,
    issued: datetime | None = None,
) -> tuple[Mismatch, ...]:
    """Return what ``target`` does not state as ``source`` does, by value.

    Languages are BCP 47. ``issued`` completes 今年 and "last year". A mismatch
    is ``certain`` where no liberty that translators take explains it; the rest
    deserves a look.
    """
    found = [scan(source, source_language, issued), scan(target, target_language, issued)]
    scores = any(v.kind is Kind.SCORE for values in found for v in values)
    here, there = (atoms(v, t, scores=scores) for v, t in zip(found, (source, target), strict=True))
    _match(here, there)
    languages = (source_language.lower().startswith("zh"), target_language.lower().startswith("zh"))
    mismatches = [
        *_conflicts(here, there),
        *_bounds(here),
        *_reversed(here, there),
        *swapped(here, there, source, target, languages),
        *_conversions(here, there),
        *_left(here, there),
    ]
    order = {id(a.value): n for n, a in enumerate([*here, *there])}
    return tuple(sorted(mismatches, key=lambda m: order[id(m.source or m.target)]))


def _match(here: Sequence[Atom], there: Sequence[Atom]) -> None:
    """Answer every atom that has its like on the other side, the surest pairs first."""
    for accept in (_same_kind, _same, _as_written, _converted, _rounded, _hour):
        _pair(here, there, accept, 2)
        # 双方 answers "the two sides" before any 2 does
        _pair(
            [a for a in here if a.value.kind is Kind.NAME],
            [b for b in there if b.value.kind is Kind.NAME],
            accept,
            0,
        )
        _pair(here, there, accept, 1)
        _pair(here, there, accept, 0)
    _votes(here, there)
    _votes(there, here)
    for side, other in ((here, there), (there, here)):
        answered = _index([a for a in other if a.answer is not None], answered=True)
        for atom in side:
            if atom.answer is None:
                atom.repeat = any(
                    _same(atom, a) or (a.family == atom.family and _as_written(atom, a))
                    for a in answered(atom)
                )


def _votes(scores: Sequence[Atom], others: Sequence[Atom]) -> None:
    """Answer 220-204 by two figures: 220票对204票, 53 votes to 47."""
    for score in scores:
        if score.answer is not None or score.family != "score":
            continue
        two = [
            next(
                (b for b in others if b.answer is None and b.family == "number" and b.plain == part),
                None,
            )
            for part in (score.value.plain, score.value.end_plain)
        ]
        if two[0] is not None and two[1] is not None:
            score.answer, two[0].answer, two[1].answer = two[0], score, score


def _pair(
    here: Sequence[Atom], there: Sequence[Atom], accept: Callable[[Atom, Atom], bool], firm: int
) -> None:
    free = [b for b in there if b.answer is None]
    if not free:
        return
    near = _index(free) if accept in (_same_kind, _same, _as_written) else _window(free)
    for atom in here:
        if atom.answer is not None:
            continue
        fitting = [
            b for b in near(atom) if b.answer is None and atom.firm + b.firm >= firm and accept(atom, b)
        ]
        if fitting:
            best = min(fitting, key=lambda b: abs(b.place - atom.place))
            atom.answer, best.answer = best, atom


def _index(among: Sequence[Atom], *, answered: bool = False) -> Callable[[Atom], list[Atom]]:
    """Return a look-up by reading and by number as written, so that long texts are compared in linear time."""
    table: dict[object, list[Atom]] = {}
    for atom in among:
        for key in _keys(atom):
            table.setdefault(key, []).append(atom)

    def near(atom: Atom) -> list[Atom]:
        found: dict[int, Atom] = {}
        for key in _keys(atom):
            row = table.get(key)
            if row is None:
                continue
            while not answered and row and row[0].answer is not None:
                del row[0]
            for other in row[:_WINDOW]:
                found[id(other)] = other
        return list(found.values())

    return near


def _keys(atom: Atom) -> list[object]:
    return [*atom.readings, *([atom.plain] if atom.plain is not None else [])]


def _window(among: Sequence[Atom]) -> Callable[[Atom], Sequence[Atom]]:
    """Return a look-up of those that stand at about the same place."""
    places = [a.place for a in among]

    def near(atom: Atom) -> Sequence[Atom]:
        middle = bisect_left(places, atom.place)
        return among[max(0, middle - _WINDOW) : middle + _WINDOW]

    return near


def _same_kind(a: Atom, b: Atom) -> bool:
    return a.stated in b.readings and b.stated in a.readings


def _same(a: Atom, b: Atom) -> bool:
    return not a.readings.isdisjoint(b.readings)


def _as_written(a: Atom, b: Atom) -> bool:
    """Tell the same number, with nothing said of its unit on one side."""
    if a.plain is None or a.plain != b.plain or not _compatible(a, b):
        return False
    if "time" in (a.family, b.family) or "phone" in (a.family, b.family):
        return False
    # the day of a full date is no count of things
    return not any(
        part_of_more(x)
        and y.family == "number"
        and (x.family == "month-of-year" or (x.family == "day" and not (y.stated.unit == "ordinal" and y.value.figures)))
        for x, y in ((a, b), (b, a))
    )


def _hour(a: Atom, b: Atom) -> bool:
    """晚上10点 and "ten at night": an hour without its mark."""
    for time, number in ((a, b), (b, a)):
        if (
            time.family == "time"
            and number.value.kind is Kind.NUMBER
            and not number.value.unit
            and number.plain is not None
            and number.plain > 1
        ):
            return (
                time.value.end_plain == 0
                and number.plain <= 12
                and time.plain is not None
                and (time.plain - number.plain) % 12 == 0
            )
    return False


def _compatible(a: Atom, b: Atom) -> bool:
    if a.stated.unit in _SHARES or b.stated.unit in _SHARES:
        return False
    if (a.value.counted and b.value.unit) or (b.value.counted and a.value.unit):
        return False
    return not (a.units - _FREE) or not (b.units - _FREE)


def _converted(a: Atom, b: Atom) -> bool:
    """Tell the same quantity in another unit: 亩 in hectares, 斤 in kilograms, Fahrenheit."""
    table = units()
    if a.value.unit not in table or b.value.unit not in table or a.value.unit == b.value.unit:
        return False
    for one in a.readings:
        for other in b.readings:
            if (
                one.unit != other.unit
                or one.unit in _FREE
                or isinstance(one.amount, str)
                or isinstance(other.amount, str)
            ):
                continue
            if table[a.value.unit].kind in (Kind.MEASURE, Kind.DURATION) and abs(
                one.amount - other.amount
            ) <= _CONVERSION * abs(one.amount):
                return True
    if {a.stated.unit, b.stated.unit} == {"°C", "°F"}:
        celsius, fahrenheit = (a.plain, b.plain) if a.stated.unit == "°C" else (b.plain, a.plain)
        if celsius is not None and fahrenheit is not None:
            return abs(fahrenheit - (celsius * Fraction(9, 5) + 32)) <= 1
    spans = {"s": Fraction(1, 86400), "month": Fraction(3044, 100)}
    days = [
        r.amount * spans[r.unit]
        for x in (a, b)
        for r in x.readings
        if r.unit in spans and not isinstance(r.amount, str)
    ]
    return (
        len(days) == 2
        and abs(days[0] - days[1]) <= _CONVERSION * 3 * days[0]
        and {"s", "month"} <= a.units | b.units
    )


def _rounded(a: Atom, b: Atom) -> bool:
    """Tell the same quantity said more roughly: 12,345 and "more than 12,000"."""
    for rough, exact in ((a, b), (b, a)):
        if rough.value.bound is Bound.EXACT or exact.value.bound is not Bound.EXACT:
            continue
        for one in rough.readings:
            for other in exact.readings:
                if (
                    one.unit != other.unit
                    or isinstance(one.amount, str)
                    or isinstance(other.amount, str)
                    or one.unit in ("year", "day")
                ):
                    continue
                if one.amount != other.amount and _rounds(one.amount, other.amount, rough.value.bound):
                    return True
    if _shortened(a, b) or _shortened(b, a):
        return True
    if {a.value.bound, b.value.bound} & {Bound.SOME, Bound.MORE}:
        return _order(a, b) or _order(b, a)
    return False


def _shortened(rough: Atom, exact: Atom) -> bool:
    """Tell 20.1 million for 2009.7万: three figures or more kept, and rightly rounded."""
    if not rough.value.figures or not exact.value.figures or not exact.value.places:
        return False
    for one in rough.readings:
        for other in exact.readings:
            if one.unit != other.unit or isinstance(one.amount, str) or isinstance(other.amount, str) or one.amount < _LONG:
                continue
            kept = max(len(_digits(one.amount)), 3)  # 1.80 trillion is written 1.8
            if one.amount.denominator != 1 or len(_digits(one.amount)) < 2 or kept >= len(_digits(other.amount)):
                continue
            step = 10 ** (len(str(one.amount)) - kept)
            if abs(one.amount - other.amount) * 2 <= step:
                return True
    return False


def _order(a: Atom, b: Atom) -> bool:
    """数百 and "more than 300", 数十万 and "hundreds of thousands"."""
    if a.value.bound is not Bound.SOME or (b.value.figures and b.value.bound is Bound.EXACT):
        return False
    for one in a.readings:
        for other in b.readings:
            if (
                one.unit == "order"
                and other.unit in ("", "order")
                and not isinstance(one.amount, str)
                and not isinstance(other.amount, str)
                and one.amount <= other.amount < 10 * one.amount
            ):
                return True
    return False


def _rounds(rough: Fraction, exact: Fraction, bound: Bound) -> bool:
    if not exact or abs(rough - exact) > _ROUNDING * abs(exact) or rough.denominator != 1:
        return False
    if len(_digits(exact)) < 3:
        return False  # 95 is as short as 90: nobody rounds it
    digits, zeros = rough.numerator, 0
    while digits and digits % 10 == 0:
        digits, zeros = digits // 10, zeros + 1
    step = 10**zeros
    if len(str(abs(digits))) > 3 or abs(rough - exact) >= step:
        return False
    if bound is Bound.MORE:
        return exact > rough
    if bound in (Bound.LESS, Bound.NEARLY):
        return exact < rough
    return True


def _conflicts(here: Sequence[Atom], there: Sequence[Atom]) -> list[Mismatch]:
    """Pair the same number with another unit: % for percentage points, dollars for yuan."""
    found = []
    near = _window([b for b in there if b.answer is None])
    for atom in here:
        if atom.answer is not None or atom.plain is None:
            continue
        for other in near(atom):
            if other.answer is not None or other.plain != atom.plain or not (atom.firm or other.firm):
                continue
            if atom.family != "number" or other.family != "number":
                continue
            atom.answer, other.answer = other, atom
            if atom.plain == 1:
                break
            found.append(
                Mismatch(
                    atom.value.kind, atom.value, other.value,
                    f"the unit changed: {atom.value.text} is {other.value.text} in the translation",
                    certain=atom.value.figures or other.value.figures or atom.value.kind is other.value.kind is Kind.MONEY,
                )
            )  # fmt: skip
            break
    return found


def _bounds(here: Sequence[Atom]) -> list[Mismatch]:
    """Report "nearly" for "more than", and the converse."""
    found = []
    seen = set()
    for atom in here:
        other = atom.answer
        if other is None or id(atom.value) in seen:
            continue
        mine, theirs = atom.value.bound, other.value.bound
        if theirs in _OPPOSITE.get(mine, ()):
            seen.add(id(atom.value))
            message = f"{mine} became {theirs}: {atom.value.text} is {other.value.text} in the translation"
            found.append(
                Mismatch(atom.value.kind, atom.value, other.value, message, certain=atom.firm or other.firm)
            )
    return found


def _conversions(here: Sequence[Atom], there: Sequence[Atom]) -> list[Mismatch]:
    """Report an equivalent in brackets that does not come to what stands before it, unless both texts state it."""
    found = []
    for side in (here, there):
        for atom in side:
            outer = atom.twin
            if not atom.aside or outer is None or (atom.answer is not None and outer.answer is not None) or atom.value.unit == outer.value.unit:
                continue
            if not (atom.value.kind is outer.value.kind is Kind.MEASURE):
                continue
            if not _comes_short(atom, outer):
                continue
            message = f"does not come to {outer.value.text}: {atom.value.text}"
            values = (atom.value, None) if side is here else (None, atom.value)
            found.append(Mismatch(atom.value.kind, *values, message))
    return found


def _comes_short(inner: Atom, outer: Atom) -> bool:
    """Tell whether two quantities of a kind are too far apart for one to be the other converted and rounded."""
    if {inner.stated.unit, outer.stated.unit} == {"°C", "°F"}:
        return not _converted(inner, outer)
    exact = min(len(_digits(x.plain)) if x.plain else 1 for x in (inner, outer)) > 1
    close = _CONVERSION * 2 if exact else _ROUNDING
    pairs = [
        (x.amount, y.amount)
        for x in inner.readings
        for y in outer.readings
        if x.unit == y.unit and not isinstance(x.amount, str) and not isinstance(y.amount, str)
    ]
    return bool(pairs) and all(abs(x - y) > close * abs(y) for x, y in pairs)


def _reversed(here: Sequence[Atom], there: Sequence[Atom]) -> list[Mismatch]:
    """Report a range that runs from its end to its start."""
    found: list[Mismatch] = []
    for side in (here, there):
        for first, last in _ends(side):
            one, other = first.answer, last.answer
            if one is None or other is None or one is other or first.readings == last.readings:
                continue
            if (one.value.start, one.last) <= (other.value.start, other.last) or not (
                one.last or other.last or one.value is not other.value
            ):
                continue
            if first.readings & other.readings and last.readings & one.readings:
                continue  # either way fits
            if "year" in (first.value.unit, one.value.unit) and one.value is not other.value and not (one.last or other.last):
                continue  # the oldest 82, the youngest 19: aged 19 to 82
            pair = (first.value, one.value) if side is here else (one.value, first.value)
            if any(m.source is pair[0] or m.target is pair[1] for m in found):
                continue
            message = f"turned round: {pair[0].text} is {pair[1].text} in the translation"
            found.append(Mismatch(pair[0].kind, *pair, message))
    return found


def _ends(side: Sequence[Atom]) -> list[tuple[Atom, Atom]]:
    """Return the two ends of each range, part by part."""
    starts: dict[tuple[int, str], Atom] = {}
    pairs = []
    for atom in side:
        key = (id(atom.value), atom.family)
        if not atom.last:
            starts[key] = atom
        elif key in starts:
            pairs.append((starts[key], atom))
    return pairs


def _left(here: Sequence[Atom], there: Sequence[Atom]) -> list[Mismatch]:
    """Report what has no answer: changed where both sides have such a one, else lost or added."""
    lost = [a for a in here if a.answer is None and (a.value.kind is not Kind.NAME or _telling(a))]
    added = [a for a in there if a.answer is None and (a.value.kind is not Kind.NAME or _telling(a))]
    found: list[Mismatch] = []
    taken: set[int] = set()
    near = _window(added)
    for atom in lost:
        change = min(
            (b for b in near(atom) if id(b) not in taken and _mistakable(atom, b)),
            key=lambda b: (_distance(atom, b), abs(b.place - atom.place)),
            default=None,
        )
        if change is not None:
            taken.add(id(change))
            message = f"changed: {atom.value.text} is {change.value.text} in the translation"
            found.append(
                Mismatch(atom.value.kind, atom.value, change.value, message, certain=_sure(atom, change))
            )
        elif not atom.repeat and not _dropped(atom) and atom.value.kind is not Kind.NAME:
            certain = (
                atom.firm
                and not _gloss(atom)
                and not _free_part(atom, here, there)
                and atom.value.bound is not Bound.SOME
            )
            found.append(
                Mismatch(
                    atom.value.kind,
                    atom.value,
                    None,
                    f"not in the translation: {atom.value.text}",
                    certain=certain,
                )
            )
    for atom in added:
        if id(atom) not in taken and not atom.repeat and atom.firm and not _dropped(atom):
            message = f"not in the source: {atom.value.text}"
            certain = _unfounded(atom, here) and not _gloss(atom)
            found.append(Mismatch(atom.value.kind, None, atom.value, message, certain=certain))
    return found


def _unfounded(atom: Atom, here: Sequence[Atom]) -> bool:
    """Tell whether no translator would have put it in: conversions, completed dates and small counts are usual."""
    if not atom.value.figures or atom.plain is None or atom.plain <= 12 or atom.family != "number":
        return False
    if atom.value.kind is Kind.MONEY:
        return any(not a.units.isdisjoint(atom.units) for a in here)
    if atom.value.kind is Kind.MEASURE:
        return all(a.value.kind is not Kind.MEASURE for a in here)
    return not any(r.unit == "year" for r in atom.readings)


def _gloss(atom: Atom) -> bool:
    """Tell whether it says again what stands beside it: 5 million yuan ($700,000), 15级（50米/秒）, (2016-2020)."""
    if atom.aside and (atom.stated.unit in _CALENDAR or atom.family in ("time", "day")):
        return True
    if atom.twin is None or atom.twin.answer is None:
        return False
    measured = (Kind.MONEY, Kind.MEASURE)
    inner, outer = (atom, atom.twin) if atom.aside else (atom.twin, atom)
    if inner.value.kind is outer.value.kind is Kind.TIME:
        return True
    if atom is outer and outer.value.kind is Kind.MONEY:
        return False  # the amount itself, not its equivalent
    return inner.value.kind in measured and inner.value.unit != outer.value.unit


def _telling(atom: Atom) -> bool:
    """Tell whether what is no figure may still be changed: 十九大, the 14th Five-Year Plan, the afternoon."""
    if atom.family == "part-of-day":
        return atom.stated.amount != "noon"
    if atom.value.text.startswith("首"):
        return True
    return atom.plain is not None and atom.plain >= 7 and any(r.unit == "ordinal" for r in atom.readings)


def _mistakable(a: Atom, b: Atom) -> bool:
    """Tell whether one may be a mistake for the other, rather than a thing left out and another put in."""
    if a.family != b.family:
        return (
            {a.family, b.family} <= {"number", "year", "day"}
            and a.value.figures
            and b.value.figures
            and a.firm
            and b.firm
            and _distance(a, b) < 2
        )
    if a.repeat and b.repeat:
        return False
    if a.family == "part-of-day":
        return a.readings != b.readings
    if a.value.kind is b.value.kind is Kind.NAME:
        return True  # both bear a number: 十四五, the 13th Five-Year Plan
    if a.family != "number" or (a.value.kind is b.value.kind and a.value.kind in _SHARED):
        return True
    if a.firm and b.firm and not (a.repeat or b.repeat):
        return True
    if not (a.firm or b.firm):
        return _small(a, b)
    if a.value.kind is b.value.kind is Kind.MONEY and a.value.unit == b.value.unit:
        return True
    weak = b if a.firm else a
    return (a.firm or b.firm) and weak.plain != 1 and _distance(a, b) < 2


def _small(a: Atom, b: Atom) -> bool:
    """Tell whether two small numbers in words that no figure answers stand for each other: three, 五; the first, 第二."""
    if a.repeat or b.repeat or abs(a.place - b.place) > _NEAR or a.plain is None or b.plain is None:
        return False
    kinds = {a.value.kind, b.value.kind}
    if kinds - {Kind.NUMBER, Kind.ORDINAL} and not (Kind.ORDINAL in kinds and _first(a, b)):
        return False
    if a.stated.unit not in _FREE or b.stated.unit not in _FREE:
        return False
    return min(a.plain, b.plain) >= (1 if Kind.ORDINAL in kinds else 3)


def _first(a: Atom, b: Atom) -> bool:
    return any(x.value.kind is Kind.NAME and x.value.text.startswith("首") for x in (a, b))


def _sure(a: Atom, b: Atom) -> bool:
    if a.family == "part-of-day" or a.value.kind is b.value.kind is Kind.NAME:
        return True
    if a.value.kind is b.value.kind is Kind.IDENTIFIER and _letters(a) == _letters(b) != "":
        return True  # 5G, 2G
    if a.family == "score":
        return not (a.repeat and b.repeat)
    if a.family == "time" and (a.aside or b.aside) and _whole_hours(a, b):
        return False  # in another zone
    if a.family == "decade" and not (a.firm and b.firm):
        return False
    if Kind.DATE in (a.value.kind, b.value.kind) and a.family in ("month-of-year", "day") and not (a.firm and b.firm):
        return False  # 元旦假期 is no mistake for Jan. 1 to 3
    if a.family in _CALENDAR or a.family == "day":
        return a.value.figures or b.value.figures or a.family == "weekday"
    if a.value.kind is b.value.kind and a.value.kind in _SHARED:
        return a.firm or b.firm or Fraction(1, 2) not in (a.plain, b.plain)
    if a.value.kind is b.value.kind is Kind.DURATION and a.value.unit == b.value.unit and min(a.plain or 0, b.plain or 0) >= 2:
        return True
    if a.value.kind is b.value.kind is Kind.MONEY and a.value.unit == b.value.unit:
        return True
    if not (a.firm or b.firm) and _small(a, b):
        return True
    return (a.firm and not a.repeat) or (
        b.firm and (b.value.figures or b.value.counted) and _distance(a, b) < 2
    )


def _distance(a: Atom, b: Atom) -> int:
    """Return 0 for a slip of the scale, 1 for one digit wrong, 2 for other figures of a size, 3 else."""
    if a.plain is None or b.plain is None or not a.plain or not b.plain:
        return 2
    ratio = a.plain / b.plain
    for power in (10, 100, 1000, 10**4, 10**5, 10**6, 10**8):
        if ratio in (power, Fraction(1, power)):
            return 0
    one, other = _digits(a.plain), _digits(b.plain)
    if len(one) == len(other) and sum(x != y for x, y in zip(one, other, strict=True)) == 1:
        return 1
    return 2 if len(one) == len(other) else 3


def _digits(number: Fraction) -> str:
    return (
        f"{float(number):.4f}".rstrip("0").rstrip(".").rstrip("0")
        if number.denominator != 1
        else str(number).rstrip("0") or "0"
    )


def _dropped(atom: Atom) -> bool:
    """Tell whether it is of what nobody misses: a one, a weekday."""
    return (
        atom.plain == 1
        and not (atom.value.figures and atom.firm and atom.value.kind in (Kind.MONEY, Kind.PERCENT))
        and atom.family == "number"
    )


def _free_part(atom: Atom, own: Sequence[Atom], other: Sequence[Atom]) -> bool:
    """Tell whether the reader knows it from elsewhere: a year, the month of a day that is given."""
    unit = atom.stated.unit
    if any(Reading("gap", unit) in o.readings for o in other):
        return False  # 将于月14日: it was there once
    if unit in ("weekday", "half"):
        return True
    if unit in ("quarter", "month-of-year") and any(
        o.answer is None
        and (o.family in ("quarter", "half", "month-of-year") or not _QUARTERS.isdisjoint(o.readings))
        and o.family != unit
        for o in other
    ):
        return True  # the April-June period, the first nine months
    if unit == "year":
        return part_of_more(atom) or any(
            r.unit == "relative-year" and o.answer is None for o in other for r in o.readings
        )
    if unit == "month-of-year":
        if atom.last and any(Reading("month", r.amount) in o.readings for o in other for r in [atom.stated]):
            return True  # 1至5月, the first five months
        return (part_of_more(atom) and _has_day(atom)) or any(
            r.amount == 1 and r.unit == "month" for o in other for r in o.readings
        )
    if unit == "day":
        if any(a.value is atom.value and a.family == "month-of-year" and a.answer is not None for a in own):
            return False
        return any(o.stated.unit in ("weekday", "relative") for o in other)
    return atom.value.kind is Kind.IDENTIFIER and len(atom.value.text) < 4


def _whole_hours(a: Atom, b: Atom) -> bool:
    return all(
        not isinstance(x.stated.amount, str) and not isinstance(y.stated.amount, str) and (x.stated.amount - y.stated.amount) % 60 == 0
        for x, y in ((a, b),)
    )


def _letters(atom: Atom) -> str:
    return "".join(c for c in atom.value.text.upper() if c.isalpha())


def _has_day(atom: Atom) -> bool:
    return str(atom.value.stated.amount).count("-") == 2


def part_of_more(atom: Atom) -> bool:
    """Tell whether it is part of a date that says more."""
    return atom.value.stated.unit == "date" and len(
        str(atom.value.stated.amount).replace("X", "").replace("-", "")
    ) > (4 if atom.family == "year" else 2)
