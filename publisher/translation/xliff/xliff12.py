"""XLIFF 1.2 (OASIS Standard, 1 February 2008), strict: trans-unit, state, state-qualifier, alt-trans."""

import json
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

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_SPACES: Any = {None: NAMESPACE}  # the stubs know no default namespace
_XML = "{http://www.w3.org/XML/1998/namespace}"
_OURS = "publisher:"
_CONTEXT = "x-publisher-"

_QUALIFIERS = {
    Origin.MEMORY: "leveraged-tm",
    Origin.FUZZY: "fuzzy-match",
    Origin.ENGINE: "leveraged-mt",
}
_ORIGINS = {
    "exact-match": Origin.MEMORY,
    "id-match": Origin.MEMORY,
    "leveraged-tm": Origin.MEMORY,
    "leveraged-inherited": Origin.MEMORY,
    "leveraged-repository": Origin.MEMORY,
    "leveraged-glossary": Origin.MEMORY,
    "fuzzy-match": Origin.FUZZY,
    "leveraged-mt": Origin.ENGINE,
    "mt-suggestion": Origin.ENGINE,
}
_STATES = {
    State.DRAFT: "needs-review-translation",
    State.REVIEWED: "signed-off",
    State.FINAL: "final",
}


# ── Writing ──────────────────────────────────────────────────────────────────


def write(bitext: Bitext) -> bytes:
    """Return ``bitext`` as XLIFF 1.2, one trans-unit a segment, its id the segment's key."""
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}xliff", {"version": "1.2"}, _SPACES)
    file = _add(
        root,
        "file",
        original=fit(bitext.name) or "article",
        datatype="plaintext",
        **{
            "source-language": bitext.source_language,
            "target-language": bitext.target_language,
            "tool-id": "publisher",
            f"{_XML}space": "preserve",
        },
    )
    header = _add(file, "header")
    if bitext.article_sha:
        note = _add(header, "note", **{"from": f"{_OURS}article-sha256"})
        note.text = bitext.article_sha
    _add(header, "tool", **{"tool-id": "publisher", "tool-name": "Publisher"})
    body = _add(file, "body")
    texts: _Texts = []
    for n, unit in enumerate(bitext.units, 1):
        _write_unit(body, unit, n, texts)
    etree.indent(root, " ")
    for element, text, codes in texts:
        fill(element, text, codes)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def _write_unit(body: "_Element", unit: BitextUnit, n: int, texts: "_Texts") -> None:
    plain = fit(unit.key) == unit.key != ""
    element = _add(body, "trans-unit", id=unit.key if plain else f"u{n}")
    if unit.target and unit.state is not State.DRAFT:
        element.set("approved", "yes")
    texts.append((_add(element, "source"), unit.source, unit.codes))
    if unit.target:
        target = _add(element, "target", state=_STATES[unit.state])
        if unit.origin in _QUALIFIERS:
            target.set("state-qualifier", _QUALIFIERS[unit.origin])
        texts.append((target, unit.target, unit.target_codes))
    context = {"sent": digest(unit.coded_target), "score": percent(unit.score)}
    if not plain:
        context["key"] = json.dumps(unit.key)
    group = _add(element, "context-group", purpose="information")
    for name, value in context.items():
        _add(group, "context", **{"context-type": _CONTEXT + name}).text = value
    for remark in unit.remarks:
        maker = fit(remark.author) or f"{_OURS}{fit(remark.rule)}"
        priority = "1" if remark.severity is Severity.WARNING else "5"
        note = _add(element, "note", annotates="target", priority=priority, **{"from": maker})
        note.text = fit(remark.text)
    for offer in unit.suggestions:
        alternative = _add(element, "alt-trans", **{"match-quality": f"{percent(offer.score)}%"})
        if offer.memory:
            alternative.set("origin", fit(offer.memory))
        texts.append((_add(alternative, "source"), offer.source, ()))
        texts.append((_add(alternative, "target"), offer.target, ()))


def _add(parent: "_Element", tag: str, **attributes: str) -> "_Element":
    from lxml import etree

    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)


# ── Reading ──────────────────────────────────────────────────────────────────


class Reader:
    """Makes units of trans-units as they are met; what the file element says is kept on the way."""

    unit = "trans-unit"

    def __init__(self, name: str) -> None:
        self.source_language = self.target_language = self.original = self.article_sha = ""
        self._name = name

    def enter(self, element: "_Element") -> None:
        """Take in the start of an element."""
        if local(element) != "file":
            return
        pair = element.get("source-language", ""), element.get("target-language", "")
        known = self.source_language, self.target_language
        if known[0] and pair != known:
            raise TranslationError(
                f"{self._name}: two pairs of languages: {' to '.join(known)} and {' to '.join(pair)}",
                hint="give one file a pair",
            )
        self.source_language, self.target_language = pair
        self.original = self.original or element.get("original", "")

    def units(self, element: "_Element") -> Iterator[BitextUnit]:
        """Yield the units of one trans-unit: one, or one for each marked segment."""
        if element.get("translate") == "no":
            return
        if not self.article_sha:
            self.article_sha = _article_sha(element)
        parts = {local(child): child for child in reversed(element) if space(child) == space(element)}
        if "source" not in parts:
            raise TranslationError(
                f"{self._name}: line {element.sourceline}: a <trans-unit> without <source>",
                hint="export it again from the translation tool",
            )
        target = parts.get("target")
        if target is not None and not self.target_language:
            self.target_language = target.get(f"{_XML}lang", "")
        key = element.get("id", "")
        context = _contexts(element)
        if "key" in context:
            key = _key(context["key"], key)
        approved = element.get("approved") == "yes"
        remarks, offers = tuple(self._remarks(element)), self._suggestions(element)
        sources = _segments(parts.get("seg-source"))
        if len(sources) < 2:
            unit = self._unit(key, parts["source"], target, target, approved, context)
            every = tuple(offer for found in offers.values() for offer in found)
            yield msgspec.structs.replace(unit, remarks=remarks, suggestions=every)
            return
        targets = _segments(target)
        for n, (mid, source) in enumerate(sources.items()):
            unit = self._unit(f"{key}.{mid}", source, target, targets.get(mid), approved, {})
            said = () if n else remarks
            yield msgspec.structs.replace(unit, remarks=said, suggestions=tuple(offers.get(mid, ())))

    def _unit(
        self,
        key: str,
        source: "_Element",
        whole: "_Element | None",
        target: "_Element | None",
        approved: bool,
        context: dict[str, str],
    ) -> BitextUnit:
        said, codes = coded_text(source, self._name)
        text, target_codes = ("", ()) if target is None else coded_text(target, self._name)
        qualifier = "" if whole is None else whole.get("state-qualifier", "")
        origin = _ORIGINS.get(qualifier, Origin.HAND) if text else Origin.UNTRANSLATED
        word = "" if whole is None else whole.get("state", "")
        return BitextUnit(
            key,
            said,
            text,
            origin,
            number(context["score"]) if "score" in context else float(origin is Origin.MEMORY),
            _state(word, approved, origin) if text else State.DRAFT,
            sent=context.get("sent", ""),
            codes=codes,
            target_codes=places(target_codes),
        )

    def _remarks(self, element: "_Element") -> Iterator[Remark]:
        for note in _children(element, "note"):
            maker = note.get("from", "")
            rule = maker.removeprefix(_OURS) if maker.startswith(_OURS) else ""
            mild = note.get("priority", "1") not in ("1", "2", "3", "4")
            yield Remark(
                "".join(map(str, note.itertext())).strip(),
                rule,
                Severity.INFO if mild else Severity.WARNING,
                "" if maker.startswith(_OURS) else maker,
            )

    def _suggestions(self, element: "_Element") -> dict[str, list[Suggestion]]:
        """Return the translations on offer by the segment that they name, or under no name."""
        found: dict[str, list[Suggestion]] = {}
        for offer in _children(element, "alt-trans"):
            source, target = _children(offer, "source"), _children(offer, "target")
            if target and offer.get("alttranstype", "proposal") == "proposal":
                suggestion = Suggestion(
                    text_of(source[0], self._name) if source else "",
                    text_of(target[0], self._name),
                    number(offer.get("match-quality")),
                    offer.get("origin", ""),
                )
                found.setdefault(offer.get("mid", ""), []).append(suggestion)
        return found


def _state(word: str, approved: bool, origin: Origin) -> State:
    """Return the state; "translated" is a person's word, unless the qualifier names a machine or a guess."""
    if word == "final":
        return State.FINAL
    if approved or word == "signed-off":
        return State.REVIEWED
    by_hand = origin in (Origin.HAND, Origin.MEMORY)
    return State.REVIEWED if word == "translated" and by_hand else State.DRAFT


def _segments(element: "_Element | None") -> "dict[str, _Element]":
    if element is None:
        return {}
    marks = element.iter(f"{{{space(element)}}}mrk" if space(element) else "mrk")
    return {mark.get("mid", ""): mark for mark in marks if mark.get("mtype") == "seg"}


def _contexts(element: "_Element") -> dict[str, str]:
    return {
        context.get("context-type", "").removeprefix(_CONTEXT): context.text or ""
        for group in _children(element, "context-group")
        for context in _children(group, "context")
        if context.get("context-type", "").startswith(_CONTEXT)
    }


def _key(written: str, otherwise: str) -> str:
    try:
        key = json.loads(written)
    except ValueError:
        return otherwise
    return key if isinstance(key, str) else otherwise


def _children(element: "_Element", tag: str) -> "list[_Element]":
    return [c for c in element if local(c) == tag and space(c) == space(element)]


def _article_sha(element: "_Element") -> str:
    file = next(element.iterancestors(f"{{{NAMESPACE}}}file"), None)
    for header in [] if file is None else _children(file, "header"):
        for note in _children(header, "note"):
            if note.get("from") == f"{_OURS}article-sha256":
                return note.text or ""
    return ""
