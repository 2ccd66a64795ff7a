"""How the target begins and ends: white space, capital, end mark."""

import re
from collections.abc import Iterator

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference

_CLOSERS = "”’\"')）」』 　"


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield notes on the edges of the target: spaces the source lacks, a question that became a statement."""
    if not pair.is_translated:
        return
    source, target = pair.source, pair.target
    for side, mine, theirs in (
        ("begins", source[:1], target[:1]),
        ("ends", source[-1:], target[-1:]),
    ):
        if theirs.isspace() and not mine.isspace():
            at = 0 if side == "begins" else len(target) - 1
            yield pair.mark("edges", Level.WARNING, f"the target {side} with a space", target=((at, at + 1),))
    one, other = source.rstrip(_CLOSERS)[-1:], target.rstrip(_CLOSERS)[-1:]
    if (one in "？?") != (other in "？?") and len(re.findall(r"[。！？!?]", pair.chinese)) <= 1:
        yield pair.mark("edges", Level.INFO, "one side is a question, the other is none")
    if one in "。.！!？?" and other not in "。.！!？?…:：;；":
        yield pair.mark("edges", Level.INFO, "the source ends with a mark, the target with none")
    if (
        pair.from_chinese
        and one in "。！？"
        and re.match(r"[a-z]{2,}", target)
        and not re.match(r"[A-Za-z]", source)
    ):
        yield pair.mark("edges", Level.INFO, "the target begins with a small letter", target=((0, 1),))
