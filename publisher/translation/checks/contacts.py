"""Addresses that must be the same in both texts: e-mail, web, telephone, IP."""

import re
from collections.abc import Iterator

from publisher.localization.values import Kind, Value
from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.numbers import rule_of, span
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference
from publisher.translation.folding import narrow

_IP = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)")
_LANGUAGE = re.compile(
    r"^(?:https?://)?(?:(?:www|en|english|eng|cn|zh|m)\.)*|/(?:en|eng|english|zh|cn|zh-cn|en-us)(?=/|$)"
)


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield an error for an address that differs, a warning for one that stands on one side only.

    The English pages of a site (``/en``, ``en.``) may stand for the Chinese ones.
    """
    if not pair.is_translated:
        return
    found = [m for m in reference.mismatches(pair) if rule_of(m) == "contacts"]
    lost = [m.source for m in found if m.source]
    new = [m.target for m in found if m.target]
    for mismatch in found:
        value = mismatch.source or mismatch.target
        assert value is not None
        others = new if mismatch.source else lost
        if value.kind is Kind.URL and any(_site(value) == _site(other) for other in others):
            continue
        bare = value.kind is Kind.URL and not re.search(r"/|www\.", value.text)
        if bare and not others:
            continue  # JD.com is the name of a company
        both = bool(others) or (mismatch.source is not None and mismatch.target is not None)
        yield pair.mark(
            "contacts",
            Level.ERROR if both else Level.WARNING,
            mismatch.message,
            source=span(mismatch.source),
            target=span(mismatch.target),
        )
    one, other = (set(_IP.findall(narrow(text))) for text in (pair.source, pair.target))
    if one != other:
        yield pair.mark(
            "contacts",
            Level.ERROR if one and other else Level.WARNING,
            f"IP address: {_shown(one - other)} in the source, {_shown(other - one)} in the target",
        )


def _site(value: Value) -> str:
    return _LANGUAGE.sub("", value.text.lower()).rstrip("/")


def _shown(addresses: set[str]) -> str:
    return ", ".join(sorted(addresses)) or "nothing"
