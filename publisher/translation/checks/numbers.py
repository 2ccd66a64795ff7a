"""Figures, dates and amounts of money: each of one text in the other, by value."""

from collections.abc import Callable, Iterator

from publisher.localization.values import Kind, Mismatch, Value
from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair, Span
from publisher.translation.checks.reference import Reference

_DATES = frozenset((Kind.DATE, Kind.TIME))
_CONTACTS = frozenset((Kind.PHONE, Kind.EMAIL, Kind.URL))


def rule_of(mismatch: Mismatch) -> str:
    """Return the rule that tells of a mismatch, by its kind and that of its values."""
    kinds = {mismatch.kind, *(value.kind for value in (mismatch.source, mismatch.target) if value)}
    if kinds & _CONTACTS:
        return "contacts"
    if Kind.MONEY in kinds:
        return "money"
    return "dates" if kinds & _DATES else "numbers"


def rule(name: str) -> Callable[[Pair, Reference], Iterator[Finding]]:
    """Return the rule ``name``: numbers, dates or money.

    An error for a value that no liberty of translators explains; a warning
    where both sides state one and they differ in a way that may be meant. What
    only one side states, and may (一, a year completed), is a note.
    """

    def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
        if not pair.is_translated:
            return
        for found in reference.mismatches(pair):
            if rule_of(found) != name:
                continue
            yield pair.mark(
                name, level(found), found.message, source=span(found.source), target=span(found.target)
            )

    return check


def level(found: Mismatch) -> Level:
    """Return how sure a mismatch is."""
    source, target = found.source, found.target
    if source and target and source.stated == target.stated and source.end_stated == target.end_stated:
        return Level.WARNING  # the same figure, “more than” put for “less than”: 不超过 is both
    if found.certain:
        return Level.ERROR
    return Level.WARNING if found.source and found.target else Level.INFO


def span(value: Value | None) -> tuple[Span, ...]:
    """Return where ``value`` stands."""
    return ((value.start, value.end),) if value else ()
