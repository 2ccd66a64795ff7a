"""The table of rules, and what runs them over pairs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from publisher.config import Exchange
from publisher.errors import ConfigError
from publisher.translation.checks import (
    brackets,
    contacts,
    direction,
    doubled,
    edges,
    fields,
    length,
    names,
    negation,
    numbers,
    omission,
    quotes,
    repeats,
    script,
    sums,
    terms,
    untranslated,
    weekdays,
)
from publisher.translation.checks.finding import Finding
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference
from publisher.translation.glossary import Glossary

_NO_RATE = Exchange()

Rule = Callable[[Sequence[Pair], Reference], Iterator[Finding]]
"""A rule sees all pairs, in order; it files its findings under its own name."""


def _each(rule: Callable[[Pair, Reference], Iterator[Finding]]) -> Rule:
    def run(pairs: Sequence[Pair], reference: Reference) -> Iterator[Finding]:
        for pair in pairs:
            yield from rule(pair, reference)

    return run


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "numbers": _each(numbers.rule("numbers")),
        "dates": _each(numbers.rule("dates")),
        "money": _each(numbers.rule("money")),
        "contacts": _each(contacts.check),
        "names": names.check,
        "fields": _each(fields.check),
        "terms": _each(terms.check),
        "negation": _each(negation.check),
        "direction": _each(direction.check),
        "quotes": _each(quotes.check),
        "brackets": _each(brackets.check),
        "script": _each(script.check),
        "untranslated": _each(untranslated.check),
        "omission": _each(omission.check),
        "length": _each(length.check),
        "doubled": _each(doubled.check),
        "repeats": repeats.check,
        "edges": _each(edges.check),
        "sums": _each(sums.check),
        "weekdays": _each(weekdays.check),
    }
)
"""The rules by name, in the order of a report."""


def check_pairs(
    pairs: Iterable[Pair],
    rules: Iterable[str] = RULES,
    *,
    glossary: Glossary | None = None,
    issued: datetime | None = None,
    exchange: Exchange = _NO_RATE,
) -> tuple[Finding, ...]:
    """Return what ``rules`` find in ``pairs``, by segment and then by rule.

    ``issued`` is the article's date by the clock of its place, by which dates
    without their year, 昨天 and "last Friday" are judged; ``exchange`` is the
    user's rate, by which an amount in brackets is. ConfigError for a rule that there is none of.
    """
    chosen = tuple(dict.fromkeys(rules))
    if unknown := [name for name in chosen if name not in RULES]:
        raise ConfigError(
            f"There is no check named {', '.join(unknown)}.", hint=f"There are: {', '.join(RULES)}."
        )
    texts = tuple(pairs)
    reference = Reference(glossary, issued, exchange)
    order = {pair.key: n for n, pair in enumerate(texts)}
    found = [finding for name in chosen for finding in RULES[name](texts, reference)]
    return tuple(sorted(found, key=lambda finding: order[finding.segment]))
