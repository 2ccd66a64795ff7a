"""Put what a person has passed into a translation memory or a TMX file, over what it said before."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.errors import TranslationError
from publisher.translation.bitext import Bitext, BitextUnit
from publisher.translation.bounded_xml import fit
from publisher.translation.folding import fold
from publisher.translation.memory import SUFFIX, MemoryUnit, Store, Variant

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT = 64 * 1024 * 1024
"""A larger memory, in bytes, is not rewritten."""

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HINT = "export it again from the translation tool as TMX 1.4b, or name another memory"


def merged(
    old: bytes | None, bitext: Bitext, units: Sequence[BitextUnit], name: str, *, author: str, at: datetime
) -> bytes:
    """Return the memory ``old`` (None for a new one) with ``units`` in it.

    A translation of the same source into the same language is replaced, with
    author and date; all else stays as it is. TranslationError if ``old`` is no
    TMX, is too large, or declares anything of its own.
    """
    from lxml import etree

    root = _new(bitext) if old is None else _root(old, name)
    body = root.find("body")
    if root.tag != "tmx" or body is None:
        raise TranslationError(f"{name}: this is no TMX", hint=_HINT)
    stamp = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    who = fit(author) or "reviewer"
    known = _index(body, bitext)
    for unit in units:
        target = known.get(fold(unit.source))
        if target is None:
            tu = etree.SubElement(body, "tu", creationid=who, creationdate=stamp)
            for language, text in (
                (bitext.source_language, unit.source),
                (bitext.target_language, unit.target),
            ):
                tuv = etree.SubElement(tu, "tuv", {_LANG: language})
                etree.SubElement(tuv, "seg").text = fit(text)
            known[fold(unit.source)] = tu[-1]
            continue
        segment = target.find("seg")
        if segment is None or "".join(map(str, segment.itertext())) == fit(unit.target):
            continue
        for child in list(segment):
            segment.remove(child)
        segment.text = fit(unit.target)
        owner = target.getparent()
        assert owner is not None
        for element in (owner, target):
            # what marked the unit as a machine's is no longer true of it
            for attribute in ("creationid", "changeid"):
                if element.get(attribute, "").lower() in ("mt", "mt!"):
                    del element.attrib[attribute]
        owner.set("changeid", who)
        owner.set("changedate", stamp)
    etree.indent(body, " ", level=1)
    return bytes(etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)) + b"\n"


def remember(
    bitext: Bitext, units: Sequence[BitextUnit], path: Path, *, author: str, at: datetime
) -> bytes | Store:
    """Return the TMX file ``path`` with ``units`` in it as bytes, or the memory ``path``, ready to take them.

    TranslationError if the file is neither and has another suffix than these.
    """
    if path.suffix.lower() != ".tmx":
        if not path.exists() and not path.name.endswith(SUFFIX):
            raise TranslationError(
                f"{path}: a review is remembered in a memory (*{SUFFIX}) or a .tmx file, and this is neither",
                hint=f"name one that ends in {SUFFIX} or .tmx; it is made if it is not there",
            )
        return Store.open(path, write=True)
    try:
        old = path.read_bytes() if path.exists() else None
    except OSError as error:
        raise TranslationError(
            f"{path}: the memory cannot be read: {error.strerror}", hint="check the name given to --memory"
        ) from error
    return merged(old, bitext, units, str(path), author=author, at=at)


def pairs(bitext: Bitext, units: Sequence[BitextUnit], *, author: str, at: datetime) -> Iterator[MemoryUnit]:
    """Yield ``units`` for a memory, each with the sentences that stand around it in ``bitext``."""
    place = {unit.key: n for n, unit in enumerate(bitext.units)}
    sources = ["", *(unit.source for unit in bitext.units), ""]
    for unit in units:
        n = place[unit.key] + 1
        yield MemoryUnit.pair(
            Variant(bitext.source_language, unit.source, sources[n - 1], sources[n + 1]),
            Variant(bitext.target_language, unit.target),
            changed=at,
            author=fit(author),
        )


def _index(body: "_Element", bitext: Bitext) -> "dict[str, _Element]":
    """Return the target variants by folded source; a later unit goes before an earlier one."""
    source, target = bitext.source_language.lower(), bitext.target_language.lower()
    found: dict[str, _Element] = {}
    for tu in body.iterfind("tu"):
        variants = {(tuv.get(_LANG) or tuv.get("lang") or "").lower(): tuv for tuv in tu.iterfind("tuv")}
        if source in variants and target in variants:
            segment = variants[source].find("seg")
            if segment is not None:
                found[fold("".join(map(str, segment.itertext())))] = variants[target]
    return found


def _new(bitext: Bitext) -> "_Element":
    from lxml import etree

    root = etree.Element("tmx", version="1.4")
    attributes = {
        "creationtool": "publisher",
        "creationtoolversion": "1",
        "segtype": "sentence",
        "o-tmf": "plain",
        "adminlang": "en",
        "srclang": bitext.source_language,
        "datatype": "plaintext",
    }
    etree.SubElement(root, "header", attributes)
    etree.SubElement(root, "body")
    return root


def _root(data: bytes, name: str) -> "_Element":
    from lxml import etree

    if len(data) > LIMIT:
        raise TranslationError(f"{name}: the memory is larger than {LIMIT // 2**20} MB", hint=_HINT)
    parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        what = (error.msg or "not well-formed").splitlines()[0]
        raise TranslationError(f"{name}: line {error.lineno or 1}: {what}", hint=_HINT) from error
    # TMX names its DTD by custom; a declaration inside the file is another matter
    subset: Any = root.getroottree().docinfo.internalDTD
    if subset is not None and list(subset.iterentities()) + list(subset.iterelements()):
        raise TranslationError(f"{name}: declarations of its own (DOCTYPE) are not accepted", hint=_HINT)
    return root
