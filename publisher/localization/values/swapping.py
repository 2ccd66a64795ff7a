"""Two figures that changed places: proven by anchors, by a plain list, or by what they take turns with."""

import re
from collections.abc import Callable, Sequence

from publisher.localization.values.anchors import SPAN, age, categories, counted, role
from publisher.localization.values.atoms import Atom
from publisher.localization.values.model import Kind, Mismatch
from publisher.localization.values.subjects import ALONE, subjects

_LIST = re.compile(r"(?:、|,|，|和|与|及|以及|and|or|或| |还有|, and)+")


_WON_CHINESE = re.compile(r"胜|击败|战胜|横扫|力克|投票|领先|逆转|淘汰|夺冠")


_LOST_CHINESE = re.compile(r"负|告负|输|不敌|落后|惨败|失利|败给|败北|落败")


_WON_ENGLISH = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|ing|en)?|defeat(?:ed|ing)|thrash|swept|voted?|victory|sweep|edged?|downed)",
    re.I,
)


_LOST_ENGLISH = re.compile(
    r"\b(?:los[est]|lost|losing|defeat (?:to|by)|beaten|fell|behind|trail|down)\b", re.I
)


def swapped(here: Sequence[Atom], source: str, target: str, chinese: tuple[bool, bool]) -> list[Mismatch]:
    """Return the figures of ``here`` that changed places in ``target``, once they are matched.

    ``chinese`` tells which of ``source`` and ``target`` is.
    """
    pairs = answered(here)
    found: dict[int, Mismatch] = {}
    seen = distinct(pairs)
    for label in (counted, role, age, *subjects()):
        _exchanged(seen, lambda n, a, label=label: label((source, target)[n], a, chinese[n]), found)  # type: ignore[misc]
    _lists(seen, source, target, found)
    _turns(seen, found)
    if len(scores := [p for p in pairs if p[0].family == "score"]) == 1:
        _score(*scores[0], source, target, chinese, found)
    return list(found.values())


def answered(here: Sequence[Atom]) -> list[tuple[Atom, Atom]]:
    """Return the figures of ``here`` that are matched, each with its answer; no names, no ends of ranges."""
    return [
        (a, a.answer)
        for a in here
        if a.answer is not None
        and not (a.last or a.answer.last)
        and Kind.NAME not in (a.value.kind, a.answer.value.kind)
    ]


def distinct(pairs: Sequence[tuple[Atom, Atom]]) -> list[tuple[Atom, Atom]]:
    """Leave out what is stated twice, and so may have been matched either way."""
    count: dict[object, int] = {}
    for a, b in pairs:
        for atom in (a, b):
            key = (atom is a, atom.stated.unit in ("year", "month-of-year", "day"), atom.plain)
            count[key] = count.get(key, 0) + 1
    return [
        (a, b)
        for a, b in pairs
        if a.plain is not None
        and all(
            count[(x is a, x.stated.unit in ("year", "month-of-year", "day"), x.plain)] == 1 for x in (a, b)
        )
    ]


def _exchanged(
    pairs: Sequence[tuple[Atom, Atom]], label: Callable[[int, Atom], str], found: dict[int, Mismatch]
) -> None:
    """Report pairs of which the one's label is the other's in the translation."""
    open_: dict[tuple[str, str, str], tuple[Atom, Atom]] = {}
    once: tuple[dict[tuple[str, str], list[int]], ...] = ({}, {})
    for n, (a, b) in enumerate(pairs):
        mine, theirs = label(0, a), label(1, b)
        for side, said, atom in ((0, mine, a), (1, theirs, b)):
            once[side].setdefault((atom.stated.unit, said), []).append(n)
        if not mine or not theirs or mine == theirs:
            continue
        other = open_.get((a.stated.unit, theirs, mine))
        if other is None and {mine, theirs} == {"base", "end"}:
            other = _contrary(n, mine, theirs, pairs, label)
        if other is not None:
            _report(other, (a, b), found)
        open_[(a.stated.unit, mine, theirs)] = (a, b)
    for part in ("base", "end"):
        for unit in {u for u, said in once[0] if said == part}:
            own, answers = once[0][unit, part], once[1].get((unit, part), [])
            among = [p for p in pairs if unit in (p[0].stated.unit, p[1].stated.unit)]
            if len(own) == len(answers) == 1 and own != answers and len(among) == 2:
                one, two = pairs[own[0]], pairs[answers[0]]
                if not label(1, one[1]) and not label(0, two[0]):
                    _report(one, two, found)
    for key, rows in once[0].items():
        if key[1] in ALONE:
            among = [p for p in pairs if key[0] in (p[0].stated.unit, p[1].stated.unit)]
            others = once[1].get(key, [])
            if len(rows) == len(others) == 1 and rows != others and len(among) == 2:
                _report(pairs[rows[0]], pairs[others[0]], found)
            continue
        others = once[1].get(key, [])
        # one figure of companies in each text, and not the same one
        if (
            key[1]
            and key[1] in categories(chinese=True).values()
            and len(rows) == len(others) == 1
            and rows != others
            and all(a.firm and b.firm for a, b in (pairs[rows[0]], pairs[others[0]]))
            # and what the one or the other counts instead is known
            and (label(1, pairs[rows[0]][1]) or label(0, pairs[others[0]][0]))
        ):
            _report(pairs[rows[0]], pairs[others[0]], found)


def _contrary(
    n: int, mine: str, theirs: str, pairs: Sequence[tuple[Atom, Atom]], label: Callable[[int, Atom], str]
) -> tuple[Atom, Atom] | None:
    """Return the neighbour of pair ``n`` that is the other end of its change, as far as a text tells."""
    for near in (n - 1, n + 1):
        if 0 <= near < len(pairs) and pairs[near][0].stated.unit == pairs[n][0].stated.unit:
            said = (label(0, pairs[near][0]), label(1, pairs[near][1]))
            if said in ((theirs, ""), ("", mine)):
                return pairs[near]
    return None


def _report(one: tuple[Atom, Atom], other: tuple[Atom, Atom], found: dict[int, Mismatch]) -> None:
    a, b = one
    if id(other[0].value) in found:
        return  # told from the other side
    message = f"changed places: {a.value.text} and {other[0].value.text}"
    found.setdefault(id(a.value), Mismatch(a.value.kind, a.value, b.value, message))


def _lists(pairs: Sequence[tuple[Atom, Atom]], source: str, target: str, found: dict[int, Mismatch]) -> None:
    """Report figures of a bare list (5%, 6% and 7%) that stand in another order."""
    theirs = {frozenset(map(id, run)): run for run in _runs([b for _, b in pairs], target)}
    answers = {id(a): b for a, b in pairs}
    for run in _runs([a for a, _ in pairs], source):
        order = [answers[id(a)] for a in run]
        other = theirs.get(frozenset(map(id, order)), order)
        wrong = [a for a, b, c in zip(run, order, other, strict=True) if b is not c]
        if wrong:
            first, last = wrong[0], wrong[-1]
            _report((first, answers[id(first)]), (last, answers[id(last)]), found)


def _runs(atoms: Sequence[Atom], text: str) -> list[list[Atom]]:
    runs: list[list[Atom]] = []
    ordered = sorted(atoms, key=lambda a: a.value.start)
    for n, atom in enumerate(ordered):
        before = ordered[n - 1] if n else None
        if (
            before is not None
            and before.stated.unit == atom.stated.unit
            and atom.family == "number"
            and _LIST.fullmatch(text, before.value.end, max(before.value.end, atom.value.start))
        ):
            runs[-1].append(atom)
        else:
            runs.append([atom])
    return [run for run in runs if len(run) > 1]


def _turns(pairs: Sequence[tuple[Atom, Atom]], found: dict[int, Mismatch]) -> None:
    """Report two figures whose partners kept their places: 100亿元, 5%; 20亿元, 8%."""
    kinds: dict[str, list[tuple[Atom, Atom]]] = {}
    for pair in pairs:
        if pair[0].stated.unit == pair[1].stated.unit:
            kinds.setdefault(pair[0].stated.unit, []).append(pair)
    twos = [rows for rows in kinds.values() if len(rows) == 2]
    for n, one in enumerate(twos):
        for other in twos[n + 1 :]:
            both = [*one, *other]
            orders = []
            for side in (0, 1):
                ordered = sorted(both, key=lambda p, side=side: p[side].value.start)  # type: ignore[misc]
                marks = [p in one for p in ordered]
                if marks[0] == marks[1] or marks[1] == marks[2] or marks[2] == marks[3]:
                    break
                orders.append([next(p for p in ordered if p in rows) is rows[0] for rows in (one, other)])
            if len(orders) == 2 and (orders[0][0] == orders[0][1]) != (orders[1][0] == orders[1][1]):
                swapped_pair = one if orders[0][0] != orders[1][0] else other
                _report(swapped_pair[0], swapped_pair[1], found)


def _score(
    a: Atom, b: Atom, source: str, target: str, chinese: tuple[bool, bool], found: dict[int, Mismatch]
) -> None:
    """Report a score turned round where either text tells it of the winner and none of the loser."""
    sides, telling = [], False
    for atom, text, han in ((a, source, chinese[0]), (b, target, chinese[1])):
        won, lost = (_WON_CHINESE, _LOST_CHINESE) if han else (_WON_ENGLISH, _LOST_ENGLISH)
        around = text[max(0, atom.value.start - SPAN) : atom.value.end + (10 if han else SPAN)]
        if lost.search(around) or atom.value.end_plain is None or atom.value.plain is None:
            return
        telling = telling or won.search(around) is not None
        sides.append(atom.value.plain > atom.value.end_plain)
    if telling and sides[0] != sides[1]:
        message = f"turned round: {a.value.text} is {b.value.text} in the translation"
        found.setdefault(id(a.value), Mismatch(Kind.SCORE, a.value, b.value, message))
