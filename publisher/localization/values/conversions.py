"""Equivalents in brackets: about 1.4 million hectares after 21 million mu."""

from collections.abc import Sequence
from fractions import Fraction

from publisher.config import Exchange
from publisher.localization.values.atoms import Atom
from publisher.localization.values.equivalents import CURRENCY
from publisher.localization.values.matching import CONVERSION, ROUNDING, converted, significant
from publisher.localization.values.model import Kind, Mismatch

_RATE = Fraction(1, 50)  # an amount in brackets is rounded, or of a day's other fixing


def conversions(here: Sequence[Atom], there: Sequence[Atom], exchange: Exchange) -> list[Mismatch]:
    """Answer an equivalent in brackets by what stands before it, and report one that it does not come to.

    What both texts state is theirs. An amount is judged by the user's rate
    alone: without one it is only told.
    """
    found = []
    for side in (here, there):
        for atom in side:
            outer = atom.twin
            if not atom.aside or outer is None or (atom.answer is not None and outer.answer is not None):
                continue
            if atom.value.unit == outer.value.unit or not (
                atom.value.kind is outer.value.kind in (Kind.MEASURE, Kind.MONEY)
            ):
                continue
            if atom.value.kind is Kind.MONEY:
                short, certain = _at_another_rate(atom, outer, exchange)
            else:
                short, certain = _comes_short(atom, outer), True
            if short is None:
                continue
            if not short:
                if atom.answer is None and outer.answer is not None:
                    atom.answer = outer
                continue
            rate = ""
            if atom.value.kind is Kind.MONEY:
                by = ", ".join(filter(None, (exchange.source, str(exchange.date))))
                rate = f" at {exchange.rate} ({by})"
            other = outer.answer.value if outer.answer is not None and not certain else None
            source, target = (atom.value, other) if side is here else (other, atom.value)
            message = f"does not come to {outer.value.text}{rate}: {atom.value.text}"
            found.append(Mismatch(atom.value.kind, source, target, message, certain=certain))
            atom.answer = atom.answer or outer
    return found


def _at_another_rate(inner: Atom, outer: Atom, exchange: Exchange) -> tuple[bool | None, bool]:
    """Tell whether an amount is not the other by the user's rate, and whether by far; None without one."""
    if not exchange.rate:
        return None, False
    rate = Fraction(str(exchange.rate))
    for yuan, foreign in ((outer, inner), (inner, outer)):
        amounts = [r.amount for r in yuan.readings if r.unit == CURRENCY and not isinstance(r.amount, str)]
        others = [
            r.amount
            for r in foreign.readings
            if r.unit == exchange.currency and not isinstance(r.amount, str)
        ]
        if amounts and others:
            off = min(abs(a / rate - b) / b for a in amounts for b in others if b)
            digits = min(len(significant(x.plain)) if x.plain else 1 for x in (inner, outer))
            return off > (_RATE if digits > 1 else ROUNDING), off > ROUNDING
    return None, False


def _comes_short(inner: Atom, outer: Atom) -> bool:
    """Tell whether two quantities are too far apart for one to be the other converted and rounded."""
    if {inner.stated.unit, outer.stated.unit} == {"°C", "°F"}:
        return not converted(inner, outer)
    exact = min(len(significant(x.plain)) if x.plain else 1 for x in (inner, outer)) > 1
    close = CONVERSION * 2 if exact else ROUNDING
    pairs = [
        (x.amount, y.amount)
        for x in inner.readings
        for y in outer.readings
        if x.unit == y.unit and not isinstance(x.amount, str) and not isinstance(y.amount, str)
    ]
    return bool(pairs) and all(abs(x - y) > close * abs(y) for x, y in pairs)
