"""Check a glossary for what would mislead: duplicates, contradictions, empty values, odd characters."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from publisher.translation.folding import fold, has_han
from publisher.translation.glossary.entries import Entry, key, primary

_ODD_SPACE = re.compile(r"^\s|\s$|\s\s|[\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]")
_FULLWIDTH = re.compile(r"[，。；：？！（）、“”《》\uff01-\uff5e]")
_FORMULA = ("=", "+", "-", "@")


class Finding(msgspec.Struct, frozen=True):
    """One doubt about one entry.

    ``rule`` is duplicate, contradiction, forbidden, space, width, script,
    formula or untranslated.
    """

    rule: str
    message: str
    entry: Entry


def check(entries: Iterable[Entry]) -> tuple[Finding, ...]:
    """Return what is doubtful about ``entries``, in their order."""
    known: dict[str, Entry] = {}
    findings: list[Finding] = []
    for entry in entries:
        name = key(entry.source)
        if (other := known.get(name)) is not None:
            findings.append(_again(entry, other))
        known[name] = entry
        findings += (Finding(rule, f"{entry.source}: {what}", entry) for rule, what in _alone(entry))
    return tuple(findings)


def _again(entry: Entry, other: Entry) -> Finding:
    if fold(entry.target) == fold(other.target):
        return Finding("duplicate", f"{entry.source}: stands twice, with the same translation", entry)
    return Finding(
        "contradiction",
        f"{entry.source}: stands twice, as “{other.target}” and as “{entry.target}”; the later is used",
        entry,
    )


def _alone(entry: Entry) -> Iterator[tuple[str, str]]:
    right = {fold(form) for form in (entry.target, *entry.alternatives)}
    for form in entry.forbidden:
        if fold(form) in right:
            yield "forbidden", f"“{form}” is both the translation and forbidden"
    if fold(entry.target) in {fold(form) for form in entry.alternatives}:
        yield "duplicate", f"“{entry.target}” is both the translation and an alternative"
    for form in (entry.source, entry.target, entry.traditional, *entry.alternatives, *entry.forbidden):
        if _ODD_SPACE.search(form):
            yield "space", f"“{form}” has an odd space"
        if form.startswith(_FORMULA):
            yield "formula", f"“{form}” begins as a spreadsheet's formula does"
    if fold(entry.source) == fold(entry.target):
        yield "untranslated", "the translation is the term itself"
    for language, forms in (
        (entry.source_language, (entry.source,)),
        (entry.target_language, (entry.target, *entry.alternatives, *entry.forbidden)),
    ):
        yield from _in_language(language, forms)


def _in_language(language: str, forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    for form in forms:
        if primary(language) == "en" and has_han(form):
            yield "script", f"“{form}” has Chinese characters and is said to be English"
        elif primary(language) == "en" and _FULLWIDTH.search(form.replace("“", "").replace("”", "")):
            yield "width", f"“{form}” has a fullwidth mark and is said to be English"
        elif primary(language) == "zh" and not has_han(form) and not form.isascii():
            yield "script", f"“{form}” has no Chinese character and is said to be Chinese"
