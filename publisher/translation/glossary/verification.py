"""Verify that a translation uses the decided terms: none missing, none forbidden, capitals by rule."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from publisher.report import Severity
from publisher.translation.glossary.entries import Entry, primary
from publisher.translation.glossary.lookup import Glossary
from publisher.translation.glossary.matching import Hit, simplified, spells
from publisher.translation.glossary.short_forms import PRONOUNS, short_forms
from publisher.translation.glossary.spelling import in_case, is_headline
from publisher.translation.glossary.words import Word, stems, together, words

Span = tuple[int, int]
"""From, to, in characters."""

_GAP = 3
"""A translator may put this many words between those of a built-in term: … of the CPC Hengshui
Municipal Committee."""

_IDLE = frozenset(("the", "a", "an", "of", "and", "for", "on", "in", "to", "with", "by"))


class TermFault(msgspec.Struct, frozen=True, kw_only=True):
    """A term of the source that the translation does not have as it was decided.

    ``source`` and ``target`` are places in characters; ``target`` is None
    where the term is missing. A built-in entry's missing term or capitals are
    an INFO, for there are other good translations; the user's own, and what
    is forbidden, are a WARNING.
    """

    entry: Entry
    kind: Literal["missing", "forbidden", "case"]
    severity: Severity
    message: str
    source: Span
    target: Span | None = None


def verify(
    source: str, target: str, source_language: str, target_language: str, glossary: Glossary
) -> tuple[TermFault, ...]:
    """Return what is wrong with the terms of ``target``, the translation of ``source``.

    An inflection, an alternative, and the short form of a name (the surname,
    the college) count as the term.
    """
    first: dict[str, Hit] = {}
    for hit in glossary.hits(source, source_language):
        first.setdefault(hit.entry.source, hit)
    if not first or not target.strip():
        return ()
    text = _Target(target, target_language)
    found = [(hit, list(_accepted(hit, text))) for hit in first.values()]
    right = [span for _, spans in found for span in spans]
    faults: list[TermFault] = []
    for hit, spans in found:
        # where a built-in term is right in one place, the word in another place may be for something else
        shown = source[hit.start : hit.end]
        wrong = [] if hit.entry.builtin and spans else list(_forbidden(hit, shown, text, right))
        faults += wrong
        if not spans and not wrong:
            if not _implied(hit, text):
                faults.append(_missing(hit, shown, text))
        elif spans and (fault := _case(hit, text, spans)):
            faults.append(fault)
    return tuple(faults)


class _Target:
    """The translation, ready to be looked into."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.chinese = primary(language) == "zh"
        self._simple = simplified(text) if self.chinese else ""
        self.words: tuple[Word, ...] = () if self.chinese else words(text)
        self.headline = is_headline(self.words)
        self._places: dict[str, list[int]] = {}
        for n, word in enumerate(self.words):
            self._places.setdefault(word.stem, []).append(n)

    def find(self, form: str, gap: int = 0) -> Iterator[Span]:
        """Yield where ``form`` stands, whatever its inflection."""
        for run in self.runs(form, gap):
            yield (run[0].start, run[-1].end)
        if self.chinese:
            wanted = simplified(form)
            at = self._simple.find(wanted)
            while at >= 0:
                yield (at, at + len(wanted))
                at = self._simple.find(wanted, at + len(wanted))

    def runs(self, form: str, gap: int = 0) -> Iterator[Sequence[Word]]:
        """Yield the words that are ``form``, with up to ``gap`` words of others between two of them."""
        wanted = stems(form)
        if gap:
            wanted = tuple(w for w in wanted if w not in _IDLE) or wanted
        for first in self._places.get(wanted[0], ()) if wanted else ():
            last = self._end(first, wanted, gap)
            run = self.words[first : last + 1] if last is not None else ()
            if run and (gap or (spells(form, run) and together(self.text, run, form))):
                yield run

    def _end(self, first: int, wanted: Sequence[str], gap: int) -> int | None:
        at = first
        for stem in wanted[1:]:
            reach = self.words[at + 1 : at + 2 + gap]
            step = next((n for n, word in enumerate(reach, 1) if word.stem == stem), None)
            if step is None:
                return None
            at += step
        return at


def _accepted(hit: Hit, text: _Target) -> Iterator[Span]:
    for entry in hit.entries:
        for form in entry.forms(text.language):
            yield from text.find(form)
            if entry.builtin and not text.chinese:
                yield from text.find(form, _GAP)


def _implied(hit: Hit, text: _Target) -> bool:
    """Tell whether a short form of the term is there."""
    return any(
        True
        for entry in hit.entries
        for form in entry.forms(text.language)[:1]
        for short in short_forms(entry, form, text.chinese)
        for start, _ in text.find(short)
        if entry.type != "person" or text.chinese or text.text[start].isupper()  # Long is no long
    )


def _forbidden(hit: Hit, shown: str, text: _Target, right: Iterable[Span]) -> Iterator[TermFault]:
    entry = hit.entry
    if primary(text.language) != primary(entry.target_language):
        return
    for start, end in dict.fromkeys(span for form in entry.forbidden for span in text.find(form)):
        if not any(a <= start and end <= b for a, b in right):
            yield TermFault(
                entry=entry,
                kind="forbidden",
                severity=Severity.WARNING,
                message=f"{shown} is “{entry.text(text.language)}”, never “{text.text[start:end]}”",
                source=(hit.start, hit.end),
                target=(start, end),
            )


def _missing(hit: Hit, shown: str, text: _Target) -> TermFault:
    forms = list(dict.fromkeys(e.text(text.language) for e in hit.entries))
    wanted = " or ".join(f"“{form}”" for form in forms[:3])
    return TermFault(
        entry=hit.entry,
        kind="missing",
        severity=Severity.INFO if _has_pronoun(hit, text) else _severity(hit),
        message=f"{shown} is {wanted} in the glossary; the translation does not have it",
        source=(hit.start, hit.end),
    )


def _case(hit: Hit, text: _Target, spans: Sequence[Span]) -> TermFault | None:
    """Return a fault if no place of the term has its capitals right."""
    if text.chinese or text.headline:
        return None
    wrong: Span | None = None
    for entry in hit.entries:
        for form in entry.forms(text.language):
            for run in text.runs(form):
                if in_case(entry, form, run, text.text, text.words):
                    return None
                wrong = wrong or (run[0].start, run[-1].end)
    if wrong is None or wrong not in spans:
        return None
    return TermFault(
        entry=hit.entry,
        kind="case",
        severity=_severity(hit),
        message=f"“{text.text[wrong[0] : wrong[1]]}” is written "
        f"“{hit.entry.text(text.language)}” here ({hit.entry.case_rule})",
        source=(hit.start, hit.end),
        target=wrong,
    )


def _has_pronoun(hit: Hit, text: _Target) -> bool:
    return hit.entry.type == "person" and any(True for word in PRONOUNS for _ in text.find(word))


def _severity(hit: Hit) -> Severity:
    return Severity.INFO if all(e.builtin for e in hit.entries) else Severity.WARNING
