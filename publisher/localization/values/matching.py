"""The pairing of what two texts state: the same, in another unit, or said more roughly."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from fractions import Fraction

from publisher.localization.values.atoms import Atom, part_of_more
from publisher.localization.values.model import Bound, Kind
from publisher.localization.values.units import units

FREE = frozenset({"", "ordinal", "times", "x", "order", "text", "name"})


_SHARES = frozenset({"%", "pp"})


CONVERSION = Fraction(1, 50)  # a unit turned into another may be rounded by 2 %


_WINDOW = 32  # candidates looked at on either side: more than any segment has


_SCALED = re.compile(r"[万亿萬億]|illion|thousand")  # 103013亿元 is 10.3 trillion yuan


_LONG = 10**4  # shorter figures are not rounded without a word


ROUNDING = Fraction(1, 10)


def pair_up(here: Sequence[Atom], there: Sequence[Atom]) -> None:
    """Answer every atom that has its like on the other side, the surest pairs first."""
    for accept in (_same_kind, _same, _as_written, converted, _rounded, _hour):
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
    near = _index(free) if accept in (_same_kind, _same, _as_written) else window(free)
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
    """Return a look-up by reading and by number as written, for long texts to take linear time."""
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


def window(among: Sequence[Atom]) -> Callable[[Atom], Sequence[Atom]]:
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
    if a.value.unit == b.value.unit == "grown":
        return False  # 提高了两倍 is no "doubled"
    if "time" in (a.family, b.family) or "phone" in (a.family, b.family):
        return False
    # the day of a full date is no count of things
    return not any(
        part_of_more(x)
        and y.family == "number"
        and (
            x.family == "month-of-year"
            or (x.family == "day" and not (y.stated.unit == "ordinal" and y.value.figures))
        )
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
    return not (a.units - FREE) or not (b.units - FREE)


def converted(a: Atom, b: Atom) -> bool:
    """Tell the same quantity in another unit: 亩 in hectares, 斤 in kilograms, Fahrenheit."""
    table = units()
    if a.value.unit not in table or b.value.unit not in table or a.value.unit == b.value.unit:
        return False
    for one in a.readings:
        for other in b.readings:
            if (
                one.unit != other.unit
                or one.unit in FREE
                or isinstance(one.amount, str)
                or isinstance(other.amount, str)
            ):
                continue
            if table[a.value.unit].kind in (Kind.MEASURE, Kind.DURATION) and abs(
                one.amount - other.amount
            ) <= CONVERSION * abs(one.amount):
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
        and abs(days[0] - days[1]) <= CONVERSION * 3 * days[0]
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
    if shortened(a, b) or shortened(b, a):
        return True
    if {a.value.bound, b.value.bound} & {Bound.SOME, Bound.MORE}:
        return _order(a, b) or _order(b, a)
    return False


def shortened(rough: Atom, exact: Atom) -> bool:
    """Tell 20.1 million for 2009.7万: three figures or more kept, and rightly rounded."""
    if not rough.value.figures or not exact.value.figures:
        return False
    if not exact.value.places and _SCALED.search(exact.value.text) is None:
        return False
    for one in rough.readings:
        for other in exact.readings:
            if (
                one.unit != other.unit
                or isinstance(one.amount, str)
                or isinstance(other.amount, str)
                or one.amount < _LONG
            ):
                continue
            kept = max(len(significant(one.amount)), 3)  # 1.80 trillion is written 1.8
            if (
                one.amount.denominator != 1
                or len(significant(one.amount)) < 2
                or kept >= len(significant(other.amount))
            ):
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
    if not exact or abs(rough - exact) > ROUNDING * abs(exact) or rough.denominator != 1:
        return False
    if len(significant(exact)) < 3:
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


def significant(number: Fraction) -> str:
    """Return the digits of ``number`` without the zeros at its end."""
    return (
        f"{float(number):.4f}".rstrip("0").rstrip(".").rstrip("0")
        if number.denominator != 1
        else str(number).rstrip("0") or "0"
    )
