"""TMX 1.1 to 1.4b read a unit at a time, safely, and without loss."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import msgspec

from publisher.errors import TranslationError
from publisher.translation.bounded_xml import elements
from publisher.translation.folding import has_han
from publisher.translation.memory.languages import same
from publisher.translation.memory.units import Header, MemoryUnit, Pairs, Variant, is_machine, moment

if TYPE_CHECKING:
    from lxml.etree import _Element

UNIT_LIMIT = 2_000_000
"""More units are no press office's memory, and would fill a disk."""

SEGMENT_LIMIT = 65_536
"""More characters are no segment."""

ELEMENT_LIMIT = 10_000
"""More elements in one unit, or before the first, are an attack or a fault of the writer."""

_PIECE = 1 << 20
_HINT = "export it again from the translation tool as TMX 1.4b, or leave it out"
_CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
_XML = "{http://www.w3.org/XML/1998/namespace}"
_LANGUAGE = frozenset(("xml:lang", "lang"))
_BREAK = re.compile(r"(.)?\s*\n\s*(.)?")
# the neighbours, as OmegaT and memoQ write them
_BEFORE = frozenset(("prev", "x-context-pre"))
_AFTER = frozenset(("next", "x-context-post"))
_STATES = frozenset(("x-state", "x-ConfirmationLevel"))
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")


class _Facts(msgspec.Struct, frozen=True):
    """The notes and props of an element: as XML, and what they say that a memory acts on."""

    extras: str = ""
    before: str = ""
    after: str = ""
    states: tuple[str, ...] = ()


def read_tmx(path: Path, limit: int) -> Iterator[tuple[Header, MemoryUnit]]:
    """Yield the units of a TMX file of at most ``limit`` bytes, each with the file's header.

    Memory stays small whatever the size of the file. TranslationError, with
    the line, for what is no TMX, declares entities, is wrongly encoded or
    nested, or goes over a limit.
    """
    from lxml import etree

    _check_size(path, limit)
    header = Header(attributes=())
    count = inner = 0
    inside: _Element | None = None  # the header or unit that is being read, the root before either
    try:
        _check_count(path)
        with path.open("rb") as stream:
            root: _Element | None = None
            for event, element in elements(stream):
                if root is None:
                    root = element
                    _check_root(element, path)
                if event == "start":
                    inner += 1
                    if inside is None and _tag(element) in ("tu", "header"):
                        inside, inner = element, 0
                    elif inside is not None and inner > ELEMENT_LIMIT:
                        what = f"more than {ELEMENT_LIMIT:,} elements in a <{_tag(inside)}>"
                        raise _fault(path, _line(element), what)
                elif inside is None:
                    _drop(element)
                elif element is inside:
                    if _tag(element) == "tu":
                        count += 1
                        if count > UNIT_LIMIT:
                            raise _fault(path, _line(element), f"more than {UNIT_LIMIT:,} units")
                        unit = _unit(element, header, path)
                        if unit.variants:
                            yield header, unit
                    else:
                        header = Header(_attributes(element), _facts(element, path).extras)
                    _drop(element)
                    inside = None
    except OSError as error:
        raise _unreadable(path, error) from error
    except etree.XMLSyntaxError as error:
        what = (error.msg or "not well-formed").splitlines()[0][:200]
        raise _fault(path, error.lineno, what) from error


def _check_size(path: Path, limit: int) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from error
    if size > limit:
        raise TranslationError(
            f"{path}: the memory is larger than {limit // 2**20} MB ({size / 2**20:.0f} MB)",
            hint="give only the part of it that is needed, or import it once: publisher memory import",
        )


def _check_count(path: Path) -> None:
    """Refuse too many units at a glance, before the first is taken in; UTF-16 is counted as it is read."""
    count = 0
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            count += piece.count(b"<tu>") + piece.count(b"<tu ")
            if count > UNIT_LIMIT:
                raise TranslationError(
                    f"{path}: more than {UNIT_LIMIT:,} units",
                    hint="give only the part of the memory that is needed",
                )


def _check_root(element: "_Element", path: Path) -> None:
    if _tag(element) != "tmx":
        raise _fault(path, _line(element), f"no TMX: the root is <{_tag(element)}>")
    dtd = element.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):  # type: ignore[attr-defined]  # stubs lack it
        raise _fault(path, _line_of_entity(path), "declares an entity of its own; a TMX needs none")


def _line_of_entity(path: Path) -> int:
    """Return the line of the first declaration of an entity, which the parser does not tell."""
    with path.open("rb") as stream:
        head = stream.read(_PIECE).replace(b"\0", b"")  # of UTF-16 the ASCII is left
    return head.partition(b"<!ENTITY")[0].count(b"\n") + 1


def _drop(element: "_Element") -> None:
    """Forget an element that was read, and what stood before it."""
    element.clear()
    while element.getprevious() is not None:
        parent = element.getparent()
        assert parent is not None
        del parent[0]


def _unit(element: "_Element", header: Header, path: Path) -> MemoryUnit:
    attributes = _attributes(element)
    facts = _facts(element, path)
    named = dict(attributes).get("srclang") or dict(header.attributes).get("srclang") or ""
    variants: list[Variant] = []
    makers = [attributes]
    states = facts.states
    for tuv in element:
        if _tag(tuv) != "tuv":
            continue
        own = _attributes(tuv)
        language = tuv.get(f"{_XML}lang") or tuv.get("lang") or ""
        seg = next((child for child in tuv if _tag(child) == "seg"), None)
        if not language or seg is None:
            what = "xml:lang" if not language else "<seg>"
            raise _fault(path, _line(tuv), f"a <tuv> without {what}")
        own_facts = _facts(tuv, path)
        states += own_facts.states
        makers.append(own)
        # the unit's own neighbours are those of its source
        of_unit = facts if same(language, named) else _Facts()
        markup = _inside(seg, path)
        text = _one_line(seg.text or "" if len(seg) == 0 else _text(seg))
        if len(markup) > SEGMENT_LIMIT:
            raise _fault(path, _line(seg), f"a segment of more than {SEGMENT_LIMIT:,} characters")
        variants.append(
            Variant(
                language.replace("_", "-"),
                text,
                own_facts.before or of_unit.before,
                own_facts.after or of_unit.after,
                tuple(pair for pair in own if pair[0] not in _LANGUAGE),
                "" if markup == escape(text) else markup,
                own_facts.extras,
            )
        )
    stamps = [moment(v) for pairs in makers for k, v in pairs if k in ("changedate", "creationdate")]
    names = {k: v for pairs in makers for k, v in pairs if k in ("changeid", "creationid") and v}
    return MemoryUnit(
        tuple(variants),
        not is_machine(tuple(v for pairs in makers for k, v in pairs if k.endswith("id")), states),
        max((stamp for stamp in stamps if stamp), default=None),
        names.get("changeid") or names.get("creationid", ""),
        attributes,
        facts.extras,
    )


def _facts(element: "_Element", path: Path) -> _Facts:
    """Return the notes, props and user-defined encodings of an element."""
    if len(element) == 0 or _tag(element[0]) in ("tuv", "seg"):
        return _NOTHING
    extras: list[str] = []
    before = after = ""
    states: tuple[str, ...] = ()
    for child in element:
        tag = _tag(child)
        if tag in ("tuv", "seg"):
            continue
        extras.append(_xml(child, path))
        if tag == "prop":
            kind, value = child.get("type", ""), _TAGS.sub("", child.text or "")
            before = value if kind in _BEFORE else before
            after = value if kind in _AFTER else after
            states += (value.strip(),) if kind in _STATES else ()
    return _Facts("".join(extras), before, after, states)


_NOTHING = _Facts()


def _text(element: "_Element") -> str:
    """Return a segment's characters; the codes of another format inside it are left out."""
    parts = [element.text or ""]
    for child in element:
        if _tag(child) not in _CODES:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _xml(element: "_Element", path: Path) -> str:
    """Return an element as XML, without the namespaces that some tools put on TMX."""
    if not isinstance(element.tag, str):
        raise _fault(path, _line(element), f"an entity that is not XML's own: {element.text}")
    tag = _tag(element)
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in _attributes(element))
    inside = _inside(element, path)
    return f"<{tag}{attributes}>{inside}</{tag}>" if inside else f"<{tag}{attributes}/>"


def _inside(element: "_Element", path: Path) -> str:
    text = escape(element.text or "")
    return text + "".join(_xml(child, path) + escape(child.tail or "") for child in element)


def _attributes(element: "_Element") -> Pairs:
    return tuple((str(k).replace(_XML, "xml:").rpartition("}")[2], str(v)) for k, v in element.items())


def _one_line(text: str) -> str:
    """Return ``text`` with the line ends of pretty-printed XML taken out."""

    def join(found: re.Match[str]) -> str:
        before, after = found.group(1) or "", found.group(2) or ""
        han = has_han(before + after) or any(c >= "\u3000" for c in before + after)
        return before + ("" if han else " ") + after

    text = text.strip()
    return _BREAK.sub(join, text) if "\n" in text else text


def _tag(element: "_Element") -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _line(element: "_Element") -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 1


def _fault(path: Path, line: int | None, what: str) -> TranslationError:
    return TranslationError(f"{path}: line {line or 1}: {what}", hint=_HINT)


def _unreadable(path: Path, error: OSError) -> TranslationError:
    return TranslationError(
        f"{path}: the memory cannot be read: {error.strerror or error}",
        hint="check the name and the folder",
    )
