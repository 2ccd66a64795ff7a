"""XLIFF 2.1 (OASIS Standard, 13 February 2018): units and segments, with the modules mtc and mda."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from publisher.errors import TranslationError
from publisher.model import Origin, State
from publisher.report import Severity
from publisher.translation.bitext import Bitext, BitextUnit, Remark, Suggestion, digest
from publisher.translation.bounded_xml import fit, local, space
from publisher.translation.codes import places
from publisher.translation.xliff.content import coded_text, fill, number, percent, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from publisher.translation.codes import Code

    _Texts = list[tuple[_Element, str, tuple[Code, ...]]]

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"  # of 2.1 and 2.2 too
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_SPACES: Any = {None: NAMESPACE, "mtc": MATCHES, "mda": METADATA}  # the stubs know no default namespace
_XML = "{http://www.w3.org/XML/1998/namespace}"
_OURS = "publisher"
_BY = "by "
_NMTOKEN = re.compile(r"[A-Za-z0-9_.\-]+")

_STATES = {State.DRAFT: "initial", State.REVIEWED: "reviewed", State.FINAL: "final"}
_SAID = {"translated": State.REVIEWED, "reviewed": State.REVIEWED, "final": State.FINAL}
"""We never write "translated": where it comes back, a person or a tool has raised the state."""


# ── Writing ──────────────────────────────────────────────────────────────────


def write(bitext: Bitext) -> bytes:
    """Return ``bitext`` as XLIFF 2.1, one unit of one segment a segment, the unit's id its key."""
    from lxml import etree

    root = etree.Element(
        f"{{{NAMESPACE}}}xliff",
        {
            "version": "2.1",
            "srcLang": bitext.source_language,
            "trgLang": bitext.target_language,
            f"{_XML}space": "preserve",
        },
        _SPACES,
    )
    file = _add(root, "file", id="f1", original=fit(bitext.name) or "article")
    if bitext.article_sha:
        _metadata(file, {"article-sha256": bitext.article_sha})
    taken: set[str] = set()
    texts: _Texts = []
    for n, unit in enumerate(bitext.units, 1):
        _write_unit(file, unit, n, taken, texts)
    etree.indent(root, " ")
    for element, text, codes in texts:
        fill(element, text, codes)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def _write_unit(file: "_Element", unit: BitextUnit, n: int, taken: set[str], texts: "_Texts") -> None:
    name = unit.key if _NMTOKEN.fullmatch(unit.key) and unit.key not in taken else f"u-{n}"
    taken.add(name)
    element = _add(file, "unit", id=name, canResegment="no")
    if unit.suggestions:
        matches = _add(element, "matches", MATCHES)
        for offer in unit.suggestions:
            match = _add(matches, "match", MATCHES, ref="#s1", matchQuality=percent(offer.score), type="tm")
            if offer.memory:
                match.set("origin", fit(offer.memory))
            texts.append((_add(match, "source"), offer.source, ()))
            texts.append((_add(match, "target"), offer.target, ()))
    facts = {"sent": digest(unit.coded_target), "score": percent(unit.score)}
    if name != unit.key:
        facts["key"] = json.dumps(unit.key)
    _metadata(element, facts)
    if unit.remarks:
        notes = _add(element, "notes")
        for number_, remark in enumerate(unit.remarks, 1):
            priority = "1" if remark.severity is Severity.WARNING else "5"
            note = _add(notes, "note", id=f"n{number_}", appliesTo="target", priority=priority)
            if category := f"{_BY}{fit(remark.author)}" if remark.author else fit(remark.rule):
                note.set("category", category)
            note.text = fit(remark.text)
    segment = _add(element, "segment", id="s1", state=_STATES[unit.state] if unit.target else "initial")
    segment.set("subState", f"{_OURS}:{unit.origin}")
    texts.append((_add(segment, "source"), unit.source, unit.codes))
    if unit.target:
        texts.append((_add(segment, "target"), unit.target, unit.target_codes))


def _metadata(parent: "_Element", facts: dict[str, str]) -> None:
    group = _add(_add(parent, "metadata", METADATA), "metaGroup", METADATA, category=_OURS)
    for kind, value in facts.items():
        _add(group, "meta", METADATA, type=kind).text = value


def _add(parent: "_Element", tag: str, namespace: str = NAMESPACE, **attributes: str) -> "_Element":
    from lxml import etree

    return etree.SubElement(parent, f"{{{namespace}}}{tag}", attributes)


# ── Reading ──────────────────────────────────────────────────────────────────


class Reader:
    """Makes units of the units of a file as they are met."""

    unit = "unit"

    def __init__(self, name: str, root: "_Element") -> None:
        self.source_language = root.get("srcLang", "")
        self.target_language = root.get("trgLang", "")
        self.original = self.article_sha = ""
        self._name = name

    def enter(self, element: "_Element") -> None:
        """Take in the start of an element."""
        if local(element) == "file" and not self.original:
            self.original = element.get("original", "")

    def units(self, element: "_Element") -> Iterator[BitextUnit]:
        """Yield the segments of one unit."""
        if element.get("translate") == "no":
            return
        if not self.article_sha:
            file = next(element.iterancestors(f"{{{NAMESPACE}}}file"), None)
            self.article_sha = "" if file is None else _facts(file).get("article-sha256", "")
        facts = _facts(element)
        segments = [c for c in element if local(c) == "segment" and space(c) == space(element)]
        remarks = tuple(self._remarks(element))
        whole = _key(facts.get("key", ""), element.get("id", ""))
        offers = self._suggestions(element)
        if len(segments) == 1:
            every = tuple(offer for found in offers.values() for offer in found)
            unit = self._segment(segments[0], whole, facts)
            yield msgspec.structs.replace(unit, remarks=remarks, suggestions=every)
            return
        for n, segment in enumerate(segments, 1):
            name = segment.get("id") or str(n)
            unit = self._segment(segment, f"{whole}.{name}", {})
            said = remarks if n == 1 else ()
            yield msgspec.structs.replace(unit, remarks=said, suggestions=tuple(offers.get(name, ())))

    def _segment(self, segment: "_Element", key: str, facts: dict[str, str]) -> BitextUnit:
        source, target = (
            segment.find(f"{{{space(segment)}}}source"),
            segment.find(f"{{{space(segment)}}}target"),
        )
        if source is None:
            raise TranslationError(
                f"{self._name}: line {segment.sourceline}: a <segment> without <source>",
                hint="export it again from the translation tool",
            )
        said, codes = coded_text(source, self._name)
        text, target_codes = ("", ()) if target is None else coded_text(target, self._name)
        origin = Origin.HAND if text else Origin.UNTRANSLATED
        maker, _, made = segment.get("subState", "").partition(":")
        if text and maker == _OURS and made in set(Origin) - {Origin.UNTRANSLATED}:
            origin = Origin(made)
        state = _SAID.get(segment.get("state", ""), State.DRAFT) if text else State.DRAFT
        score = number(facts["score"]) if "score" in facts else 0.0
        return BitextUnit(
            key,
            said,
            text,
            origin,
            score,
            state,
            sent=facts.get("sent", ""),
            codes=codes,
            target_codes=places(target_codes),
        )

    def _remarks(self, element: "_Element") -> Iterator[Remark]:
        for note in element.iterfind(f"{{{NAMESPACE}}}notes/{{{NAMESPACE}}}note"):
            category = note.get("category", "")
            by = category.startswith(_BY)
            yield Remark(
                "".join(map(str, note.itertext())).strip(),
                "" if by else category,
                Severity.WARNING if note.get("priority", "1") in ("1", "2", "3", "4") else Severity.INFO,
                category.removeprefix(_BY) if by else "",
            )

    def _suggestions(self, element: "_Element") -> dict[str, list[Suggestion]]:
        """Return the translations on offer by the segment that they refer to."""
        found: dict[str, list[Suggestion]] = {}
        for match in element.iterfind(f"{{{MATCHES}}}matches/{{{MATCHES}}}match"):
            source = match.find(f"{{{NAMESPACE}}}source")
            target = match.find(f"{{{NAMESPACE}}}target")
            if target is not None:
                suggestion = Suggestion(
                    "" if source is None else text_of(source, self._name),
                    text_of(target, self._name),
                    number(match.get("matchQuality") or match.get("similarity")),
                    match.get("origin", ""),
                )
                found.setdefault(match.get("ref", "").rpartition("#")[2], []).append(suggestion)
        return found


def _facts(element: "_Element") -> dict[str, str]:
    """Return our own metadata of ``element`` by type."""
    path = f"{{{METADATA}}}metadata/{{{METADATA}}}metaGroup"
    return {
        meta.get("type", ""): meta.text or ""
        for group in element.iterfind(path)
        if group.get("category") == _OURS
        for meta in group.iterfind(f"{{{METADATA}}}meta")
    }


def _key(written: str, otherwise: str) -> str:
    try:
        key = json.loads(written)
    except ValueError:
        return otherwise
    return key if isinstance(key, str) else otherwise
