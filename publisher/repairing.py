"""The repairs in their order, and once more where what they mended may bring more to light."""

from collections.abc import Iterable

from publisher import keys, plugins
from publisher.contracts import Repair
from publisher.errors import ConfigError
from publisher.model import Article
from publisher.report import Notice, Report

_ROUNDS = 4
"""Two are enough for nearly every text; the last one changes nothing."""


def repair(article: Article, report: Report, skip: Iterable[str] = ()) -> Article:
    """Return ``article`` after every repair but those in ``skip``, with nothing left for a second call.

    A text that was read wrongly or lost bytes is gone over until no rule changes
    it: what a rule could not make out may be plain beside what another mended.
    Raises ReadError if two parts have one key, ConfigError for an unknown repair.
    """
    left_out = checked(skip)
    rules = [name for name in plugins.names("repairs") if name not in left_out]
    told: list[Notice] = []
    for _ in range(_ROUNDS):
        before, filed = article, Report()
        for name in rules:
            article = apply(name, article, filed)
        told = [*(_still(told, filed, article) if told else ()), *filed]
        if article == before or not filed.warnings:
            break
    report.extend(told)
    keys.check(article)
    return article


def checked(names: Iterable[str]) -> frozenset[str]:
    """Return the ``names`` of repairs; ConfigError if there is none of a name."""
    if unknown := (found := frozenset(names)) - set(plugins.names("repairs")):
        raise ConfigError(
            f"There is no repair named {', '.join(sorted(unknown))}.",
            hint=f"There are: {', '.join(plugins.names('repairs'))}.",
        )
    return found


def apply(name: str, article: Article, report: Report) -> Article:
    """Return ``article`` after the repair ``name``; its notices say that they are its own."""
    rule: Repair = plugins.load("repairs", name)
    with report.signed(name):
        return rule(article, report)


def _still(told: Iterable[Notice], filed: Iterable[Notice], article: Article) -> list[Notice]:
    """Return what was ``told`` but for what only pointed, and has been mended since or is ``filed`` again."""
    from publisher.repairs.edits import article_texts

    texts = article_texts(article)
    again = {(n.code, n.where, n.before, n.message) for n in filed}
    return [
        n
        for n in told
        if n.before != n.after
        or (
            (n.code, n.where, n.before, n.message) not in again
            and any(where == n.where and n.before in text for where, text in texts)
        )
    ]
