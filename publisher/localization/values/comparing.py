"""The comparison of two texts by value: what was lost, added or changed on the way."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from publisher.config import Exchange
from publisher.localization.values.anchors import counted
from publisher.localization.values.atoms import Atom, atoms
from publisher.localization.values.chinese import simplified
from publisher.localization.values.conversions import conversions
from publisher.localization.values.deixis_matching import told_apart
from publisher.localization.values.finding import scan
from publisher.localization.values.liberties import (
    distance,
    dropped,
    free_part,
    gloss,
    mistakable,
    sure,
    telling,
    unfounded,
)
from publisher.localization.values.matching import pair_up, shortened, window
from publisher.localization.values.model import Bound, Kind, Mismatch, Value
from publisher.localization.values.signs import turned_over
from publisher.localization.values.swapping import answered, distinct, swapped

_NO_RATE = Exchange()
_OPPOSITE = {Bound.MORE: (Bound.LESS, Bound.NEARLY), Bound.LESS: (Bound.MORE,), Bound.NEARLY: (Bound.MORE,)}


def compare(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    *,
    issued: datetime | None = None,
    exchange: Exchange = _NO_RATE,
) -> tuple[Mismatch, ...]:
    """Return what ``target`` does not state as ``source`` does, by value.

    Languages are BCP 47. ``issued``, of which the day in its own zone counts,
    tells which day 昨天, "last Friday" and 下月 are. A mismatch is ``certain``
    where no liberty that translators take explains it; the rest deserves a look.
    An amount in brackets is judged by ``exchange``, the user's rate.
    """
    here, there = _paired(source, target, source_language, target_language, issued)
    languages = (source_language.lower().startswith("zh"), target_language.lower().startswith("zh"))
    source, target = (
        simplified(text) if han else text for text, han in zip((source, target), languages, strict=True)
    )
    for atoms_, text, han in ((here, source, languages[0]), (there, target, languages[1])):
        for atom in atoms_:
            if atom.answer is None:
                atom.counts = counted(text, atom, han)
    mismatches = [
        *told_apart(here, there, issued),
        *_conflicts(here, there),
        *_bounds(here),
        *_rounded(here),
        *_reversed(here, there),
        *swapped(here, source, target, languages),
        *turned_over(here, source, target, languages),
        *conversions(here, there, exchange),
        *_left(here, there),
    ]
    order = {id(a.value): n for n, a in enumerate([*here, *there])}
    return tuple(sorted(_once(mismatches), key=lambda m: order[id(m.source or m.target)]))


def _once(mismatches: Iterable[Mismatch]) -> Iterable[Mismatch]:
    """Return ``mismatches`` without what the month and the day of a date both tell; the surer stays."""
    told: dict[tuple[Value | None, Value | None, str], Mismatch] = {}
    for found in mismatches:
        same = (found.source, found.target, found.message)
        if same not in told or found.certain:
            told[same] = found
    return told.values()


def matched(
    source: str, target: str, source_language: str, target_language: str, *, issued: datetime | None = None
) -> tuple[tuple[Value, Value], ...]:
    """Return the figures that each text states once, in the order of ``source``: its own, the other’s."""
    here, _ = _paired(source, target, source_language, target_language, issued)
    return tuple((a.value, b.value) for a, b in distinct(answered(here)))


def _paired(
    source: str, target: str, source_language: str, target_language: str, issued: datetime | None
) -> tuple[list[Atom], list[Atom]]:
    found = [scan(source, source_language, issued), scan(target, target_language, issued)]
    scores = any(v.kind is Kind.SCORE for values in found for v in values)
    here, there = (atoms(v, t, scores=scores) for v, t in zip(found, (source, target), strict=True))
    pair_up(here, there)
    return here, there


def _conflicts(here: Sequence[Atom], there: Sequence[Atom]) -> list[Mismatch]:
    """Pair the same number with another unit: % for percentage points, dollars for yuan."""
    found = []
    near = window([b for b in there if b.answer is None])
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
                    atom.value.kind,
                    atom.value,
                    other.value,
                    f"the unit changed: {atom.value.text} is {other.value.text} in the translation",
                    certain=atom.value.figures
                    or other.value.figures
                    or atom.value.kind is other.value.kind is Kind.MONEY,
                )
            )
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
                Mismatch(
                    atom.value.kind,
                    atom.value,
                    other.value,
                    message,
                    certain=atom.firm or other.firm or atom.value.kind is other.value.kind is Kind.FRACTION,
                )
            )
    return found


def _rounded(here: Sequence[Atom]) -> list[Mismatch]:
    """Point at a figure rounded with no "about": 103013亿元, 10.3 trillion yuan."""
    found = []
    for atom in here:
        other = atom.answer
        if other is None or not atom.value.bound is other.value.bound is Bound.EXACT:
            continue
        if atom.readings.isdisjoint(other.readings) and (shortened(atom, other) or shortened(other, atom)):
            message = f"rounded: {atom.value.text} is {other.value.text} in the translation"
            found.append(Mismatch(atom.value.kind, atom.value, other.value, message, certain=False))
    return found


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
            if (
                {"year", "c", "f"} & {first.value.unit, one.value.unit}
                and one.value is not other.value
                and not (one.last or other.last)
            ):
                continue  # the oldest 82, the youngest 19: aged 19 to 82; highs and lows
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


def _changes(lost: Sequence[Atom], added: Sequence[Atom]) -> dict[int, Atom]:
    """Return what each of ``lost`` was changed into, the likeliest slips of all first.

    In their order the first would take what another became: 186 and 1860, 816 and 18600.
    """
    near = window(added)
    pairs = sorted(
        ((a, b) for a in lost for b in near(a) if mistakable(a, b)),
        key=lambda pair: (distance(*pair), abs(pair[0].place - pair[1].place)),
    )
    changes: dict[int, Atom] = {}
    taken: set[int] = set()
    for a, b in pairs:
        if id(a) not in changes and id(b) not in taken:
            changes[id(a)] = b
            taken.add(id(b))
    return changes


def _said_more(here: Sequence[Atom], there: Sequence[Atom]) -> list[Atom]:
    """Return the figures of ``there`` without an answer that it states once more than ``here`` does."""
    counts = [Counter(reading for atom in side for reading in atom.readings) for side in (here, there)]
    return [
        b
        for b in there
        if b.answer is None and b.repeat and b.value.figures and counts[0][b.stated] < counts[1][b.stated]
    ]


def _left(here: Sequence[Atom], there: Sequence[Atom]) -> list[Mismatch]:
    """Report what has no answer: changed where both sides have such a one, else lost or added."""
    lost = [a for a in here if a.answer is None and (a.value.kind is not Kind.NAME or telling(a))]
    added = [a for a in there if a.answer is None and (a.value.kind is not Kind.NAME or telling(a))]
    found: list[Mismatch] = []
    changes = _changes(lost, added)
    taken = {id(change) for change in changes.values()}
    copies = window(_said_more(here, there))
    for atom in lost:
        change = changes.get(id(atom))
        if change is not None:
            message = f"changed: {atom.value.text} is {change.value.text} in the translation"
            found.append(
                Mismatch(atom.value.kind, atom.value, change.value, message, certain=sure(atom, change))
            )
        elif not atom.repeat and not dropped(atom) and atom.value.kind is not Kind.NAME:
            certain = (
                atom.firm
                and not (gloss(atom) or atom.titled)
                and not free_part(atom, here, there)
                and atom.value.bound is not Bound.SOME
            )
            message = f"not in the translation: {atom.value.text}"
            # what was copied from beside into its place: 20 teachers and 20 pupils
            instead = min(
                (
                    b
                    for b in (copies(atom) if certain else ())
                    if id(b) not in taken and (b.family, b.stated.unit) == (atom.family, atom.stated.unit)
                ),
                key=lambda b: abs(b.place - atom.place),
                default=None,
            )
            if instead is not None:
                taken.add(id(instead))
                message += f"; {instead.value.text} stands there once more than in the source"
            found.append(
                Mismatch(
                    atom.value.kind, atom.value, instead.value if instead else None, message, certain=certain
                )
            )
    for atom in added:
        if id(atom) not in taken and not atom.repeat and atom.firm and not dropped(atom):
            message = f"not in the source: {atom.value.text}"
            if atom.aside and atom.twin is not None and atom.value.kind is atom.twin.value.kind is Kind.MONEY:
                message += " (no rate of exchange was given to judge it by)"
            certain = unfounded(atom, here) and not (gloss(atom) or atom.titled)
            found.append(Mismatch(atom.value.kind, None, atom.value, message, certain=certain))
    return found
