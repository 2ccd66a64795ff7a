"""Take a reviewer's edits back into the bitext that went out: what fits is taken, the rest is told."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from publisher.model import Origin, State
from publisher.translation.bitext import Bitext, BitextUnit, Remark, digest, tidy
from publisher.translation.codes import Typed, without_codes
from publisher.translation.folding import fold
from publisher.translation.review.edits import Comment, Edit, Returned
from publisher.translation.review.marks import is_open, shown, source_digest


class Change(msgspec.Struct, frozen=True):
    """A translation that a reviewer changed."""

    key: str
    source: str
    before: str
    after: str


class Left(msgspec.Struct, frozen=True):
    """A segment whose translation stays what it was, or lacks markup, and why."""

    key: str
    reason: str


class Unmatched(msgspec.Struct, frozen=True):
    """What a reviewer typed that could not be taken, and why."""

    key: str
    source: str
    text: str
    reason: str


class Applied(msgspec.Struct, frozen=True):
    """The bitext after the edits.

    ``passed`` are the keys that became reviewed or final as they stood; ``fits``
    is false where not one row is of this article.
    """

    bitext: Bitext
    changes: tuple[Change, ...] = ()
    passed: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()
    missing: tuple[str, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    comments: tuple[Comment, ...] = ()
    fits: bool = True


class _Outcome(msgspec.Struct, frozen=True):
    unit: BitextUnit | None = None
    left: str = ""
    unmatched: str = ""


def apply(base: Bitext, returned: Returned, texts: Iterable[str]) -> Applied:
    """Return ``base`` with the edits of ``returned``; ``texts`` are those of the article as it is now.

    A changed text becomes reviewed and made by hand; a text that the reviewer
    passed keeps its origin. What was typed for a sentence that is no longer in
    the article, or whose translation was changed elsewhere since, is not taken:
    it is among ``unmatched``. Comments that ``base`` does not have yet are
    filed with their segments as remarks.
    """
    by_key = {unit.key: unit for unit in base.units}
    by_source = _by_source(base)
    standing = [fold(text) for text in texts]
    new: dict[str, BitextUnit] = {}
    changes: list[Change] = []
    passed: list[str] = []
    left: list[Left] = []
    unmatched: list[Unmatched] = []
    met: dict[str, str] = {}
    fits = not returned.edits
    for edit in returned.edits:
        unit = by_key.get(edit.key)
        if unit is None or source_digest(unit.source) != edit.source:
            unit = by_source.get(edit.source)
        if unit is not None and unit.key in met:
            outcome = _again(edit, met[unit.key])
        else:
            stands = unit is not None and _stands(fold(unit.source), standing)
            fits = fits or stands
            outcome = _weigh(edit, unit, stands=stands)
        key = edit.key if unit is None else unit.key
        if unit is not None:
            met.setdefault(key, edit.text)
        if outcome.unmatched:
            unmatched.append(Unmatched(key, edit.source_text, edit.text, outcome.unmatched))
            continue
        if outcome.left:
            left.append(Left(key, outcome.left))
        if outcome.unit is not None and unit is not None and outcome.unit != unit:
            new[key] = outcome.unit
            if tidy(outcome.unit.coded_target) != tidy(unit.coded_target):
                before, after = unit.coded_target, outcome.unit.coded_target
                changes.append(Change(key, unit.source, before, after))
            elif outcome.unit.state not in (unit.state, State.DRAFT):
                passed.append(key)
    missing = tuple(unit.key for unit in base.units if unit.key not in met)
    short = not returned.rows or len({edit.key for edit in returned.edits} - {""}) < returned.rows
    said = {(remark.author, remark.text) for unit in base.units for remark in unit.remarks}
    comments = tuple(c for c in returned.comments if (c.author, c.text) not in said)
    units = tuple(_remarked(new.get(unit.key, unit), comments) for unit in base.units)
    return Applied(
        msgspec.structs.replace(base, units=units),
        tuple(changes),
        tuple(passed),
        tuple(left),
        missing if short else (),
        tuple(unmatched),
        comments,
        fits,
    )


def _remarked(unit: BitextUnit, comments: Sequence[Comment]) -> BitextUnit:
    remarks = [Remark(c.text, author=c.author) for c in comments if c.key == unit.key and c.author]
    return msgspec.structs.replace(unit, remarks=(*unit.remarks, *remarks)) if remarks else unit


def _stands(source: str, texts: list[str]) -> bool:
    return any(source in text for text in texts)


def _by_source(base: Bitext) -> Mapping[str, BitextUnit]:
    """Return the units whose source no other unit has, by its digest."""
    found: dict[str, list[BitextUnit]] = {}
    for unit in base.units:
        found.setdefault(source_digest(unit.source), []).append(unit)
    return {source: units[0] for source, units in found.items() if len(units) == 1}


def _again(edit: Edit, taken: str) -> _Outcome:
    """Return what becomes of a second edit of one segment."""
    if edit.text == taken or not edit.text or digest(edit.text) == edit.sent:
        return _Outcome()
    return _Outcome(unmatched="a second row for this segment says something else")


def _weigh(edit: Edit, unit: BitextUnit | None, *, stands: bool) -> _Outcome:
    """Return what becomes of an edit: a new unit, the old one as it was, or a text without a place."""
    sent = edit.sent or (digest(unit.coded_target) if unit is not None else "")
    typed = bool(edit.text) and digest(edit.text) != sent
    fault = edit.fault
    if not fault and unit is None:
        fault = "the article has no such sentence"
    elif not fault and not stands:
        fault = "the article has changed: this sentence is no longer in it"
    if fault or unit is None:
        return _Outcome(unmatched=fault) if typed else _Outcome(left=fault)
    if not edit.text:
        return _Outcome(left="empty: not reviewed" if unit.target or edit.passed else "")
    if is_open(edit.text) and not is_open(unit.source):
        if typed:
            return _Outcome(unmatched="part of it still stands between [[ and ]]")
        return _Outcome(left="not translated" if edit.passed else "")
    if digest(edit.text) not in (digest(shown(unit)), digest(unit.coded_target)) and not typed:
        return _Outcome(left="changed since the sheet was made: not reviewed")
    if typed and not {digest(shown(unit)), digest(unit.coded_target)} & {sent, digest(edit.text)}:
        return _Outcome(unmatched=f"the translation was changed meanwhile, to: {unit.target}")
    return _edited(unit, edit) if typed else _standing(unit, edit)


def _edited(unit: BitextUnit, edit: Edit) -> _Outcome:
    """Return what becomes of a text that was typed; the same file taken back twice changes nothing."""
    text = without_codes(edit.text, unit.source, unit.codes)
    left = _lost(unit, text)
    same = (text.text, text.codes) == (unit.target, unit.target_codes)
    known = (same or digest(edit.text) == digest(unit.coded_target)) and unit.origin is edit.origin
    if known and unit.state is not State.DRAFT and not edit.doubted:
        return _Outcome(_raised(unit, edit.passed), left)
    made = msgspec.structs.replace(
        unit,
        target=text.text,
        target_codes=text.codes,
        origin=edit.origin,
        score=float(edit.origin is Origin.HAND),
        state=State.DRAFT if edit.doubted else edit.passed or State.REVIEWED,
        sent="",
        remarks=tuple(r for r in unit.remarks if r.author),
    )
    return _Outcome(made, left)


def _lost(unit: BitextUnit, text: Typed) -> str:
    """Return what to tell of the codes that the typed text has not, or not in pairs."""
    placed = {code.number for code in text.codes}
    if missing := [code.number for code in unit.codes if code.number not in placed]:
        listed = ", ".join(f"⟨{number}⟩" for number in missing)
        return f"taken, but it does not show where the markup {listed} of the source goes"
    return ""


def _standing(unit: BitextUnit, edit: Edit) -> _Outcome:
    """Return what becomes of a text that the reviewer left as it was."""
    if edit.doubted and unit.state is not State.DRAFT:
        return _Outcome(msgspec.structs.replace(unit, state=State.DRAFT), left="doubted: a draft again")
    return _Outcome(_raised(unit, edit.passed))


def _raised(unit: BitextUnit, state: State | None) -> BitextUnit:
    if state is None or unit.state is State.FINAL:
        return unit
    return msgspec.structs.replace(unit, state=state)
