"""Translation memories: TMX 1.4b read safely, texts found whatever their width, spacing and quotes."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from publisher.errors import TranslationError
from publisher.translation.folding import fold, has_han

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT = 64 * 1024 * 1024
"""A larger memory is refused: it is no press office's, and would fill this machine's own."""

_HINT = "export it again from the translation tool as TMX 1.4b, or leave it out"
_CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_BREAK = re.compile(r"(.)?\s*\n\s*(.)?")
_REGION_SCRIPTS = {"tw": "hant", "hk": "hant", "mo": "hant"}
_MACHINE = frozenset(("mt", "mt!"))


class Match(msgspec.Struct, frozen=True):
    """What a memory says: its own source text, the target text, and the file's name.

    ``reviewed`` is false where the memory itself marks the unit as machine-made.
    """

    source: str
    text: str
    memory: str
    reviewed: bool = True


class MemoryUnit(msgspec.Struct, frozen=True):
    """One thing said in several languages, and the file that says so."""

    variants: tuple[tuple[str, str], ...]  # language, text
    memory: str
    reviewed: bool


class Memory:
    """Translation units of any number of files; a later unit goes before an earlier one."""

    def __init__(self, units: Iterable[MemoryUnit] = ()) -> None:
        self._found: dict[str, list[MemoryUnit]] = {}
        self._count = 0
        for unit in units:
            self._count += 1
            for key in {fold(text) for _, text in unit.variants}:
                self._found.setdefault(key, []).append(unit)

    def __len__(self) -> int:
        return self._count

    @classmethod
    def load(cls, paths: Iterable[Path]) -> "Memory":
        """Read TMX files, the later over the earlier; TranslationError if one cannot be read."""
        return cls([unit for path in paths for unit in _read(Path(path))])

    def lookup(self, text: str, source: str, target: str) -> Match | None:
        """Return the target text for ``text``; languages are BCP 47 and match across regions."""
        key = fold(text)
        for unit in reversed(self._found.get(key, ())):
            known = next((t for lang, t in unit.variants if _same(lang, source) and fold(t) == key), None)
            if known is None:
                continue
            choices = [(lang, t) for lang, t in unit.variants if t and _serves(lang, target)]
            if choices:
                best = max(choices, key=lambda choice: choice[0].lower() == target.lower())
                return Match(known, best[1], unit.memory, unit.reviewed)
        return None


def _same(one: str, other: str) -> bool:
    return one.lower().partition("-")[0] == other.lower().partition("-")[0]


def _serves(language: str, target: str) -> bool:
    """Tell whether a text in ``language`` may stand in a ``target`` edition: Hant is not Hans."""
    return _same(language, target) and _script(language) == _script(target)


def _script(language: str) -> str:
    first, *rest = language.lower().split("-")
    if first != "zh":
        return ""
    scripts = [_REGION_SCRIPTS.get(part, part) for part in rest]
    return "hant" if "hant" in scripts else "hans"


def _read(path: Path) -> Iterator[MemoryUnit]:
    from lxml import etree

    try:
        size = path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from error
    if size > LIMIT:
        raise TranslationError(
            f"{path}: the memory is larger than {LIMIT // 2**20} MB ({size / 2**20:.0f} MB)",
            hint="give only the part of the memory that belongs to this article",
        )
    try:
        with path.open("rb") as stream:
            rooted = False
            for event, element in etree.iterparse(
                stream,
                events=("start", "end"),
                load_dtd=False,
                no_network=True,
                resolve_entities=False,
                huge_tree=False,
                remove_comments=True,
                remove_pis=True,
            ):
                if not rooted:
                    rooted = True
                    if _tag(element) != "tmx":
                        raise _fault(path, _line(element), f"no TMX: the root is <{_tag(element)}>")
                if event == "end" and _tag(element) == "tu":
                    yield _unit(element, path)
                    element.clear()
                    while element.getprevious() is not None:
                        parent = element.getparent()
                        assert parent is not None
                        del parent[0]
    except OSError as error:
        raise _unreadable(path, error) from error
    except etree.XMLSyntaxError as error:
        raise _fault(path, error.lineno, error.msg or "not well-formed") from error


def _unit(element: "_Element", path: Path) -> MemoryUnit:
    variants: list[tuple[str, str]] = []
    makers = [element.get("creationid", ""), element.get("changeid", "")]
    for tuv in element:
        if _tag(tuv) != "tuv":
            continue
        language = tuv.get(_XML_LANG) or tuv.get("lang") or ""
        seg = next((child for child in tuv if _tag(child) == "seg"), None)
        if not language or seg is None:
            what = "xml:lang" if not language else "<seg>"
            raise _fault(path, _line(tuv), f"a <tuv> without {what}")
        makers += [tuv.get("creationid", ""), tuv.get("changeid", "")]
        variants.append((language.replace("_", "-"), _one_line(_text(seg, path))))
    return MemoryUnit(tuple(variants), path.name, not any(m.lower() in _MACHINE for m in makers))


def _text(element: "_Element", path: Path) -> str:
    """Return a segment's characters; the codes of another format inside it are left out."""
    parts = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str):
            raise _fault(path, _line(element), f"an entity that is not XML's own: {child.text}")
        if _tag(child) not in _CODES:
            parts.append(_text(child, path))
        parts.append(child.tail or "")
    return "".join(parts)


def _one_line(text: str) -> str:
    """Return ``text`` with the line ends of pretty-printed XML taken out."""

    def join(found: re.Match[str]) -> str:
        before, after = found.group(1) or "", found.group(2) or ""
        han = has_han(before + after) or any(c >= "\u3000" for c in before + after)
        return before + ("" if han else " ") + after

    return _BREAK.sub(join, text.strip())


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
        hint="check the name given to --memory",
    )
