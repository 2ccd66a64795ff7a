"""Equivalents in brackets: about 1.4 million hectares after 21 million mu."""

from collections.abc import Sequence

from publisher.localization.values.atoms import Atom
from publisher.localization.values.matching import CONVERSION, ROUNDING, converted, significant
from publisher.localization.values.model import Kind, Mismatch


def conversions(here: Sequence[Atom], there: Sequence[Atom]) -> list[Mismatch]:
    """Report an equivalent in brackets that is not what stands before it, unless both texts state it."""
    found = []
    for side in (here, there):
        for atom in side:
            outer = atom.twin
            if (
                not atom.aside
                or outer is None
                or (atom.answer is not None and outer.answer is not None)
                or atom.value.unit == outer.value.unit
            ):
                continue
            if not (atom.value.kind is outer.value.kind is Kind.MEASURE):
                continue
            if not _comes_short(atom, outer):
                continue
            message = f"does not come to {outer.value.text}: {atom.value.text}"
            found.append(
                Mismatch(
                    atom.value.kind,
                    atom.value if side is here else None,
                    None if side is here else atom.value,
                    message,
                )
            )
    return found


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
