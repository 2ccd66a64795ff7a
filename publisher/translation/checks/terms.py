"""Terms of the glossary: each as it was decided, and none of its kind in its place."""

import re
from collections.abc import Iterator

from publisher.report import Severity
from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference
from publisher.translation.glossary import Glossary, verify
from publisher.translation.glossary.entries import Entry
from publisher.translation.glossary.matching import Hit, simplified

_VICE = re.compile(
    r"副(?:总理|主席|委员长|总统|部长|省长|市长|县长|区长|州长|局长|厅长|处长|司长|书记|秘书长|主任|院长|校长|教授|会长|董事长|总裁"
    r"|总经理|经理|主编|主编辑|总编辑|所长|馆长|队长|组长|站长|台长|社长|司令|研究员|镇长|乡长|行长)"
)
_DEPUTY = re.compile(
    r"\b(?:vice|deput|assist|associate|under-?secretar|sub-|junior|co-|adjunct|pro-|no\. 2|number two)",
    re.IGNORECASE,
)


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield a warning for a term of the user's that is not there or forbidden, a note for a built-in one.

    A built-in title or place that is not there is a warning where the target
    has another of its kind, which the source has not: CEO for 首席财务官,
    Guizhou for 四川; so is the full title for 副, without a vice or deputy.
    """
    if not pair.is_translated or not len(reference.glossary):
        return
    faults = verify(pair.source, pair.target, pair.source_language, pair.target_language, reference.glossary)
    others: dict[str, Hit] | None = None
    for fault in faults:
        if fault.entry.builtin and fault.kind == "missing" and fault.entry.type in _kinds(pair):
            others = _strangers(pair, reference.glossary) if others is None else others
            hit = others.get(fault.entry.type)
            if hit is not None and not _is_part(hit, fault.entry, pair):
                shown = pair.target[hit.start : hit.end]
                yield pair.mark(
                    "terms",
                    Level.WARNING,
                    f"{fault.message}, but “{shown}”",
                    source=(fault.source,),
                    target=((hit.start, hit.end),),
                )
                continue
        doubtful = fault.severity is Severity.WARNING and not fault.entry.builtin
        yield pair.mark(
            "terms",
            Level.WARNING if doubtful else Level.INFO,
            fault.message,
            source=(fault.source,),
            target=(fault.target,) if fault.target else (),
        )
    vice = _VICE.search(simplified(pair.chinese))
    if (
        vice
        and not _DEPUTY.search(pair.english)
        and _is_raised(vice.group(), pair.english, reference.glossary)
    ):
        yield pair.finding(
            "terms",
            Level.WARNING,
            f"{pair.chinese[slice(*vice.span())]} in the Chinese, no vice or deputy in the English",
            chinese=(vice.span(),),
        )


def _is_raised(vice: str, english: str, glossary: Glossary) -> bool:
    """Tell whether the English has the full title for 副…; a title that is left out tells nothing."""
    entry = glossary.find(vice.removeprefix("副"))
    forms = entry.forms("en") if entry is not None else ()
    return any(re.search(rf"\b{re.escape(form)}\b", english, re.IGNORECASE) for form in forms)


def _kinds(pair: Pair) -> tuple[str, ...]:
    """Return the kinds that are compared: an English title, head or director, may be many in Chinese."""
    return ("title", "place") if pair.from_chinese else ("place",)


def _strangers(pair: Pair, glossary: Glossary) -> dict[str, Hit]:
    """Return for each kind a term of the target for which the source has none of its words."""
    text = pair.source if not pair.from_chinese else simplified(pair.source)
    hits = [hit for hit in glossary.hits(pair.target, pair.target_language) if hit.entry.type in _kinds(pair)]
    return {hit.entry.type: hit for hit in reversed(hits) if not _is_said(hit, pair, text)}


def _is_part(hit: Hit, wanted: Entry, pair: Pair) -> bool:
    """Tell whether the words of ``hit`` are some of the wanted term’s: head, of district head."""
    shown = set(pair.target[hit.start : hit.end].lower().split())
    return shown <= {w for form in wanted.forms(pair.target_language) for w in form.lower().split()}


def _is_said(hit: Hit, pair: Pair, source: str) -> bool:
    forms = [form for entry in hit.entries for form in entry.forms(pair.source_language)]
    return any(form.lower() in source.lower() for form in forms)
