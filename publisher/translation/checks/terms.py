"""Terms of the glossary: each as it was decided."""

from collections.abc import Iterator

from publisher.report import Severity
from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference
from publisher.translation.glossary import verify


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield a warning for a term of the user's that is not there or forbidden, a note for a built-in one."""
    if not pair.is_translated or not len(reference.glossary):
        return
    faults = verify(pair.source, pair.target, pair.source_language, pair.target_language, reference.glossary)
    for fault in faults:
        doubtful = fault.severity is Severity.WARNING and not fault.entry.builtin
        yield pair.mark(
            "terms",
            Level.WARNING if doubtful else Level.INFO,
            fault.message,
            source=(fault.source,),
            target=(fault.target,) if fault.target else (),
        )
