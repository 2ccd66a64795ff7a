"""The same text translated in several ways, or several texts into the same."""

from collections.abc import Iterator, Sequence

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference
from publisher.translation.folding import fold

_MARKS = " .,;:!?。，；：！？…—-"
_SHORT = 20


def check(pairs: Sequence[Pair], reference: Reference) -> Iterator[Finding]:
    """Yield a finding for each pair that departs from the first of its kind.

    Terms and headings, that is texts without an end mark, are a warning; a
    sentence may well be said in another way the second time.
    """
    targets: dict[tuple[str, str], Pair] = {}
    sources: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        if not pair.is_translated:
            continue
        source, target = (fold(text).casefold().strip(_MARKS) for text in (pair.source, pair.target))
        if len(source) < 2 or len(target) < 2:
            continue
        first = targets.setdefault((pair.target_language, source), pair)
        if fold(first.target).casefold().strip(_MARKS) != target:
            term = pair.source.rstrip()[-1:] not in "。！？.!?”"
            yield pair.mark(
                "repeats",
                Level.WARNING if term else Level.INFO,
                f"the same text is translated as “{_short(first.target)}” in {first.key}",
            )
        other = sources.setdefault((pair.source_language, target), pair)
        if len(target) > _SHORT and fold(other.source).casefold().strip(_MARKS) != source:
            yield pair.mark(
                "repeats",
                Level.INFO,
                f"the same translation stands for “{_short(other.source)}” in {other.key}",
            )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
