"""A target that is its source again, or a draft’s mark left standing."""

import re
from collections.abc import Iterator

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference
from publisher.translation.folding import fold, has_han

_DRAFT = re.compile(r"\[\[.*\]\]", re.DOTALL)
_WORDS = re.compile(r"[A-Za-z]{2,}")


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield an error for a target that repeats its source, where that is in need of translation."""
    target = pair.target.strip()
    if not target or not pair.is_translated:
        return
    if draft := _DRAFT.search(target):
        yield pair.mark(
            "untranslated", Level.ERROR, "a draft’s mark stands in the target", target=(draft.span(),)
        )
    elif fold(pair.source) == fold(pair.target) and _needs(pair):
        yield pair.mark(
            "untranslated", Level.ERROR, "the target is the source again", target=((0, len(pair.target)),)
        )


def _needs(pair: Pair) -> bool:
    return has_han(pair.source) if pair.from_chinese else len(_WORDS.findall(pair.source)) > 3
