"""What translators may do to a figure, and what must be a mistake."""

from collections.abc import Sequence
from fractions import Fraction

from publisher.localization.values.atoms import Atom, part_of_more
from publisher.localization.values.deixis import DAY
from publisher.localization.values.matching import FREE, significant
from publisher.localization.values.model import Kind, Reading

_SHARED = frozenset({Kind.FRACTION, Kind.MULTIPLE})


_NEAR = Fraction(1, 2)  # of a segment


_CALENDAR = frozenset({"year", "month-of-year", "weekday", "half", "decade", "century"})


_SOLAR = frozenset({("lunar-month", "month-of-year"), ("lunar-day", "day")})


_QUARTERS = frozenset(Reading("month", Fraction(n)) for n in (3, 6, 9))


def unfounded(atom: Atom, here: Sequence[Atom]) -> bool:
    """Tell whether no translator would have put it in, as equivalents, years and small counts are."""
    if not atom.value.figures or atom.plain is None or atom.plain <= 12 or atom.family != "number":
        return False
    if atom.value.kind is Kind.MONEY:
        return any(not a.units.isdisjoint(atom.units) for a in here)
    if atom.value.kind is Kind.MEASURE:
        return all(a.value.kind is not Kind.MEASURE for a in here)
    return not any(r.unit == "year" for r in atom.readings)


def gloss(atom: Atom) -> bool:
    """Tell whether it says again what stands beside it: 5 million yuan ($700,000), 15级（50米/秒）."""
    if atom.aside and (atom.stated.unit in _CALENDAR or atom.family in ("time", "day")):
        return True
    if atom.twin is None or atom.twin.answer is None:
        return False
    if atom.equated:
        return True
    measured = (Kind.MONEY, Kind.MEASURE)
    inner, outer = (atom, atom.twin) if atom.aside else (atom.twin, atom)
    if inner.value.kind is outer.value.kind is Kind.TIME:
        return True
    if atom is outer and outer.value.kind is Kind.MONEY:
        return False  # the amount itself, not its equivalent
    return inner.value.kind in measured and inner.value.unit != outer.value.unit


def telling(atom: Atom) -> bool:
    """Tell whether what is no figure may still be changed: 十九大, the 14th Five-Year Plan, the afternoon."""
    if atom.family == "part-of-day":
        return atom.stated.amount != "noon"
    if atom.value.text.startswith("首"):
        return True
    return atom.plain is not None and atom.plain >= 7 and any(r.unit == "ordinal" for r in atom.readings)


def mistakable(a: Atom, b: Atom) -> bool:
    """Tell whether one may be a mistake for the other, rather than a thing left out and another put in."""
    if {a.value.kind, b.value.kind} == {Kind.NAME, Kind.IDENTIFIER}:
        return _of_a_row(a, b)
    if _part_of_year(a, b):
        return True
    if (a.family, b.family) in _SOLAR or (b.family, a.family) in _SOLAR:
        return a.plain == b.plain  # 正月初一 is no Jan. 1
    if a.family != b.family:
        return (
            {a.family, b.family} <= {"number", "year", "day"}
            and a.value.figures
            and b.value.figures
            and a.firm
            and b.firm
            and distance(a, b) < 2
        )
    if (a.repeat and b.repeat) or a.family == DAY:
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
    return (a.firm or b.firm) and weak.plain != 1 and distance(a, b) < 2


def _part_of_year(a: Atom, b: Atom) -> bool:
    """Tell 前三季度 and "the first half"."""
    return any(
        x.value.kind is Kind.DURATION
        and x.value.text.endswith(("季度", "quarters"))
        and not _QUARTERS.isdisjoint(x.readings)
        and y.family == "half"
        for x, y in ((a, b), (b, a))
    )


def _of_a_row(a: Atom, b: Atom) -> bool:
    """Tell whether they are numbers of one row: 二十国集团, the G21."""
    texts = [{str(r.amount).rstrip("0123456789") for r in x.readings if r.unit == "text"} for x in (a, b)]
    return not texts[0].isdisjoint(texts[1]) and Kind.NAME in (a.value.kind, b.value.kind)


def _small(a: Atom, b: Atom) -> bool:
    """Tell whether two small numbers without an answer stand for each other: three, 五; first, 第二."""
    if a.repeat or b.repeat or abs(a.place - b.place) > _NEAR or a.plain is None or b.plain is None:
        return False
    kinds = {a.value.kind, b.value.kind}
    if kinds == {Kind.DURATION}:  # 历时两年, three years
        old = [x.value.text.endswith(("岁", "old", "olds")) for x in (a, b)]
        quarters = all(x.value.text.endswith(("季度", "quarters")) for x in (a, b))
        same = quarters or a.value.unit == b.value.unit != ""
        return same and min(a.plain, b.plain) >= 2 and old[0] == old[1]
    if kinds - {Kind.NUMBER, Kind.ORDINAL} and not (Kind.ORDINAL in kinds and _first(a, b)):
        return False
    if a.stated.unit not in FREE or b.stated.unit not in FREE:
        return False
    same = a.counts == b.counts != ""  # 两名学生, three students
    return min(a.plain, b.plain) >= (1 if Kind.ORDINAL in kinds else 2 if same else 3)


def _first(a: Atom, b: Atom) -> bool:
    return any(x.value.kind is Kind.NAME and x.value.text.startswith("首") for x in (a, b))


def sure(a: Atom, b: Atom) -> bool:
    """Tell whether no liberty explains that ``b`` stands where ``a`` did."""
    if a.family == "part-of-day" or a.value.kind is b.value.kind is Kind.NAME or _of_a_row(a, b):
        return True
    if _part_of_year(a, b) or (a.family == b.family == "half" and not (a.repeat or b.repeat)):
        return True
    if a.value.kind is b.value.kind is Kind.IDENTIFIER and _letters(a) == _letters(b) != "":
        return True  # 5G, 2G
    if a.family == "score":
        return not (a.repeat and b.repeat)
    if a.family == "time" and (a.aside or b.aside) and _whole_hours(a, b):
        return False  # in another zone
    if a.family == "decade" and not (a.firm and b.firm):
        return False
    if a.family in ("lunar-month", "lunar-day"):
        return True
    if (
        Kind.DATE in (a.value.kind, b.value.kind)
        and a.family in ("month-of-year", "day")
        and not (a.firm and b.firm)
    ):
        return False  # 元旦假期 is no mistake for Jan. 1 to 3
    if a.family in _CALENDAR or a.family == "day":
        return a.value.figures or b.value.figures or a.family == "weekday"
    if a.value.kind is b.value.kind and a.value.kind in _SHARED:
        halves = [x for x in (a, b) if x.plain == Fraction(1, 2)]
        return a.firm or b.firm or all(x.value.counted for x in halves)  # 一半, half of
    if (
        a.value.kind is b.value.kind is Kind.DURATION
        and a.value.unit == b.value.unit
        and min(a.plain or 0, b.plain or 0) >= 2
    ):
        return True
    if a.value.kind is b.value.kind is Kind.MONEY and a.value.unit == b.value.unit:
        return True
    if not (a.firm or b.firm) and _small(a, b):
        return True
    return (a.firm and not a.repeat) or (
        b.firm and (b.value.figures or b.value.counted) and distance(a, b) < 2
    )


def distance(a: Atom, b: Atom) -> int:
    """Return 0 for a slip of the scale, 1 for one digit or two exchanged, 2 for others of a size, 3 else."""
    if a.plain is None or b.plain is None or not a.plain or not b.plain:
        return 2
    ratio = a.plain / b.plain
    for power in (10, 100, 1000, 10**4, 10**5, 10**6, 10**8):
        if ratio in (power, Fraction(1, power)):
            return 0
    one, other = significant(a.plain), significant(b.plain)
    if len(one) != len(other):
        return 3
    wrong = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    return 1 if len(wrong) == 1 or (len(wrong) == 2 and wrong[0] == wrong[1][::-1]) else 2


def dropped(atom: Atom) -> bool:
    """Tell whether it is of what nobody misses: a one, 今天."""
    return atom.family == DAY or (
        atom.plain == 1
        and not (atom.value.figures and atom.firm and atom.value.kind in (Kind.MONEY, Kind.PERCENT))
        and atom.family == "number"
    )


def free_part(atom: Atom, own: Sequence[Atom], other: Sequence[Atom]) -> bool:
    """Tell whether the reader knows it from elsewhere: a year, the month of a day that is given."""
    unit = atom.stated.unit
    if any(Reading("gap", unit) in o.readings for o in other):
        return False  # 将于月14日: it was there once
    if unit == "quarter" and any(Reading("ordinal", atom.stated.amount) in o.readings for o in other):
        return True  # from 4.3 percent in the third
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
        return any(o.stated.unit in ("weekday", "relative", DAY) for o in other)
    return atom.value.kind is Kind.IDENTIFIER and len(atom.value.text) < 4


def _whole_hours(a: Atom, b: Atom) -> bool:
    return all(
        not isinstance(x.stated.amount, str)
        and not isinstance(y.stated.amount, str)
        and (x.stated.amount - y.stated.amount) % 60 == 0
        for x, y in ((a, b),)
    )


def _letters(atom: Atom) -> str:
    return "".join(c for c in atom.value.text.upper() if c.isalpha())


def _has_day(atom: Atom) -> bool:
    return str(atom.value.stated.amount).count("-") == 2
