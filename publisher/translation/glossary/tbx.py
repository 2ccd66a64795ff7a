"""Glossaries as TBX: version 3 (ISO 30042:2019) in either style, and the older martif to be read."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from publisher.errors import TranslationError
from publisher.translation.bounded_xml import elements
from publisher.translation.glossary.csv_terms import checked, fault, shown, unreadable
from publisher.translation.glossary.entries import (
    CASES,
    CHINESE,
    ENGLISH,
    PARTS_OF_SPEECH,
    TYPES,
    Entry,
    is_traditional,
    primary,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

Style = Literal["dct", "dca"]

LIMIT = 64 * 1024 * 1024

_HINT = "export it again from the term base as TBX-Basic, or leave it out"
_TBX = "urn:iso:std:iso:30042:ed-2"
_MIN = "http://www.tbxinfo.net/ns/min"
_BASIC = "http://www.tbxinfo.net/ns/basic"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CONCEPTS = ("conceptEntry", "termEntry")
_SECTIONS = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_SUFFIX = "-admn-sts"
# what TBX-Basic has no category for stands in notes
_OWN_NOTE = re.compile(r"(type|case|source language): (\S+)")


class _Term(msgspec.Struct, frozen=True):
    """One term of a language, with its status and part of speech."""

    text: str
    status: str
    part_of_speech: str


def read(path: Path) -> tuple[Entry, ...]:
    """Read TBX; TranslationError with file and line for what is no TBX.

    The terms of a concept are one entry for each preferred Chinese term; a
    concept without Chinese and another language beside it is passed over.
    """
    return tuple(entry for concept, line in _concepts(path) for entry in _entries(concept, path, line))


def write(entries: Iterable[Entry], style: Style = "dct") -> bytes:
    """Return ``entries`` as TBX-Basic, a concept an entry."""
    from lxml import etree

    spaces: Any = {None: _TBX}  # the stubs know no default namespace
    if style == "dct":
        spaces |= {"min": _MIN, "basic": _BASIC}
    root = etree.Element(_name("tbx"), {"type": "TBX-Basic", "style": style, _LANG: "en"}, nsmap=spaces)
    header = etree.SubElement(root, _name("tbxHeader"))
    description = etree.SubElement(etree.SubElement(header, _name("fileDesc")), _name("sourceDesc"))
    etree.SubElement(description, _name("p")).text = "A glossary of Publisher"
    body = etree.SubElement(etree.SubElement(root, _name("text")), _name("body"))
    for n, entry in enumerate(entries, 1):
        _write_concept(body, n, entry, style)
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


# ── Reading ──────────────────────────────────────────────────────────────────


def _concepts(path: Path) -> "Iterator[tuple[_Element, int]]":
    from lxml import etree

    try:
        if path.stat().st_size > LIMIT:
            raise TranslationError(
                f"{path}: the glossary is larger than {LIMIT // 2**20} MB",
                hint="give only the part of the term base that belongs to this article",
            )
        with path.open("rb") as stream:
            rooted = False
            for event, element in elements(stream):
                if not rooted:
                    rooted = True
                    if _tag(element) not in ("tbx", "martif"):
                        raise _fault(path, _line(element), f"no TBX: the root is <{shown(_tag(element))}>")
                if event == "end" and _tag(element) in _CONCEPTS:
                    yield element, _line(element)
                    element.clear()
                    while element.getprevious() is not None:
                        parent = element.getparent()
                        assert parent is not None
                        del parent[0]
    except OSError as error:
        raise unreadable(path, error) from error
    except etree.XMLSyntaxError as error:
        raise _fault(path, error.lineno or 1, (error.msg or "not well-formed").partition("\n")[0]) from error


def _entries(concept: "_Element", path: Path, line: int) -> Iterator[Entry]:
    sections: dict[str, list[_Term]] = {}
    for section in concept:
        if _tag(section) not in _SECTIONS:
            continue
        language = section.get(_LANG) or section.get("lang")
        if not language:
            raise _fault(path, _line(section), f"a <{_tag(section)}> without xml:lang")
        terms = sections.setdefault(language.replace("_", "-"), [])
        terms.extend(_term(t, path) for t in section if _tag(t) in _TERMS)
    notes = [text for name, text in _categories(concept, path) if name == "note"]
    own = {m[1]: m[2] for note in notes if (m := _OWN_NOTE.fullmatch(note))}
    remarks = [n for n in notes if not _OWN_NOTE.fullmatch(n)]
    domains = [text for name, text in _categories(concept, path) if name == "subjectField"]
    common: dict[str, object] = {
        "type": own["type"] if own.get("type") in TYPES else "term",
        "case": own["case"] if own.get("case") in CASES else "",
        "domain": "; ".join(domains),
        "note": "; ".join(remarks),
    }
    for values in _pairs(sections, own.get("source language", "")):
        yield checked(common | values, path, line, hint=_HINT)


def _pairs(sections: dict[str, list[_Term]], first: str) -> Iterator[dict[str, object]]:
    """Yield the fields of an entry for each preferred term of the source language."""
    chinese = sorted((la for la in sections if primary(la) == "zh"), key=is_traditional)
    others = sorted((la for la in sections if primary(la) != "zh"), key=lambda la: primary(la) != ENGLISH)
    if not chinese or not others:
        return
    zh, other = chinese[0], others[0]
    traditional = next((t.text for la in chinese[1:] if is_traditional(la) for t in sections[la]), "")
    # en-US and en-GB are one language here: the terms of the second are alternatives
    sections[other] = [t for la in others if primary(la) == primary(other) for t in sections[la]]
    source, target = (other, zh) if first and primary(first) != "zh" else (zh, other)
    wanted = sorted(
        (t for t in sections[target] if t.status not in ("deprecated", "superseded")),
        key=lambda t: t.status != "preferred",
    )
    if not wanted:
        return
    for term in sections[source]:
        if term.status in ("deprecated", "superseded"):
            continue
        yield {
            "source": term.text,
            "target": wanted[0].text,
            "alternatives": tuple(t.text for t in wanted[1:]),
            "forbidden": tuple(t.text for t in sections[target] if t not in wanted),
            "part_of_speech": term.part_of_speech or wanted[0].part_of_speech,
            "traditional": traditional,
            "source_language": _language(source),
            "target_language": _language(target),
        }


def _language(language: str) -> str:
    """Return zh-Hans for a zh that does not say its script."""
    return CHINESE if primary(language) == "zh" and not is_traditional(language) else language


def _term(element: "_Element", path: Path) -> _Term:
    found = dict(_categories(element, path))
    text = " ".join(found.get("term", "").split())
    if not text:
        raise _fault(path, _line(element), f"a <{_tag(element)}> without <term>")
    # older files write processStatus or normativeAuthorization words; only these four decide
    status = found.get("administrativeStatus", "").removesuffix(_SUFFIX).removesuffix("Term")
    part = found.get("partOfSpeech", "").replace("proper noun", "properNoun")
    return _Term(text, status, part if part in PARTS_OF_SPEECH else "")


def _categories(element: "_Element", path: Path) -> Iterator[tuple[str, str]]:
    """Yield the data categories below ``element`` by name, whether they are tags (DCT) or types (DCA)."""
    for child in element:
        name = _tag(child)
        if not isinstance(child.tag, str):
            raise _fault(path, _line(element), f"an entity that is not XML's own: {shown(child.text or '')}")
        if name.endswith("Grp"):
            yield from _categories(child, path)
        elif name not in (*_SECTIONS, *_TERMS):
            yield child.get("type") or name, " ".join(_text(child, path).split())


def _text(element: "_Element", path: Path) -> str:
    parts = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            raise _fault(path, _line(element), f"an entity that is not XML's own: {shown(child.text or '')}")
        parts += (_text(child, path), child.tail or "")
    return "".join(parts)


# ── Writing ──────────────────────────────────────────────────────────────────


def _write_concept(body: "_Element", number: int, entry: Entry, style: Style) -> None:
    from lxml import etree

    concept = etree.SubElement(body, _name("conceptEntry"), {"id": f"c{number}"})
    if entry.domain:
        _write_category(concept, "descrip", "subjectField", entry.domain, style)
    notes = {
        "": entry.note,
        "type: ": entry.type if entry.type != "term" else "",
        "case: ": entry.case,
        "source language: ": entry.source_language if primary(entry.source_language) != "zh" else "",
    }
    for name, text in notes.items():
        if text:
            etree.SubElement(concept, _name("note")).text = name + text
    sections = {entry.source_language: [(entry.source, "preferred")]}
    sections[entry.target_language] = [
        (entry.target, "preferred"),
        *((t, "admitted") for t in entry.alternatives),
        *((t, "deprecated") for t in entry.forbidden),
    ]
    if entry.traditional:
        sections.setdefault("zh-Hant", []).append((entry.traditional, "preferred"))
    for language, terms in sections.items():
        section = etree.SubElement(concept, _name("langSec"), {_LANG: language})
        for text, status in terms:
            term = etree.SubElement(section, _name("termSec"))
            etree.SubElement(term, _name("term")).text = text
            if entry.part_of_speech:
                _write_category(term, "termNote", "partOfSpeech", entry.part_of_speech, style)
            _write_category(term, "termNote", "administrativeStatus", f"{status}Term{_SUFFIX}", style)


def _write_category(parent: "_Element", element: str, name: str, text: str, style: Style) -> None:
    from lxml import etree

    if style == "dct":
        etree.SubElement(parent, f"{{{_MIN}}}{name}").text = text
    else:
        etree.SubElement(parent, _name(element), {"type": name}).text = text


def _name(tag: str) -> str:
    return f"{{{_TBX}}}{tag}"


def _tag(element: "_Element") -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _line(element: "_Element") -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 1


def _fault(path: Path, line: int, what: str) -> TranslationError:
    return fault(path, line, what, _HINT)
