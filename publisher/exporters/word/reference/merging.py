"""A template's styles and the theme's together: those of the template by name, the others beside them."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from publisher.exporters.word import xml
from publisher.exporters.word.reference.names import folded, known, wanted

_EDITION = re.compile(r" \((?:zh|en)\)\Z")
_ALWAYS = frozenset(("Normal", "Default Paragraph Font", "Normal Table", "No List", "header"))
"""Styles that every document has, whatever is set in it."""

_INSTEAD = {
    "Body Text Continued": "Body Text", "Data": "Table Grid",
    "Table Amount": "Table Text", "Table Amount Head": "Table Head", "Picture Alone": "Picture",
}  # fmt: skip
"""Where a style of ours is missing, the template's own that serves for it."""

_NOTHING: Mapping[str, Mapping[str, str]] = {}
_AT_RIGHT = {"w:ind": {"right": "120"}, "w:jc": {"val": "right"}}
_OWN = {
    "Body Text Continued": {"w:ind": {"firstLineChars": "0", "firstLine": "0"}},
    "Picture Alone": {"w:spacing": {"after": "240"}},
    "Table Amount": _AT_RIGHT, "Table Amount Head": _AT_RIGHT,
}  # fmt: skip
"""By what such a style departs from the one that it stands on."""

_PARTING = ("firstLine", "firstLineChars", "before", "beforeLines", "after", "afterLines")
"""Attributes of w:ind and w:spacing that tell one paragraph from the next."""


class Styles:
    """The styles of one template; ``root`` is its w:styles, changed in place.

    ``made`` holds the names of those that the template lacks, by their ids.
    """

    def __init__(self, root: Any) -> None:
        self._root = root
        self._by_id: dict[str, Any] = {}
        self._found: dict[tuple[str, str], Any] = {}
        self.made: dict[str, str] = {}
        every = root.findall(qn("w:style"))
        for style in every:
            self._by_id.setdefault(style.get(qn("w:styleId"), ""), style)
            if _kind(style) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on"):
                self._found.setdefault(("paragraph", folded("Normal")), style)
        ranks = [list(known(style)) for style in every]
        for rank in range(max(map(len, ranks), default=0)):  # all names come before any id
            for style, names in zip(every, ranks, strict=True):
                if rank < len(names) and names[rank].strip():
                    self._found.setdefault((_kind(style), folded(names[rank])), style)

    def named(self, name: str, kind: str = "paragraph") -> Any:
        """Return the template's style ``name``, in whatever language it is called so; None if it has none."""
        found = (self._found.get((kind, form)) for form in wanted(name))
        return next((style for style in found if style is not None), None)

    def size(self, name: str) -> float:
        """Return the size of a paragraph style in pt; where nothing says, 10, as in Word."""
        defaults = self._root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
        for place in (*self._chain(self.named(name)), defaults):
            size = None if place is None else place.find(f"{qn('w:rPr')}/{qn('w:sz')}")
            said = "" if size is None else size.get(qn("w:val"), "")
            if said.isascii() and said.isdigit() and 2 <= int(said) <= 3276:
                return int(said) / 2
        return 10.0

    def take(self, theirs: Any, ours: frozenset[str]) -> None:
        """Add those of the styles ``theirs`` with the ids ``ours`` that the template lacks."""
        ids: dict[str, str] = {}
        new = []
        for style in theirs.findall(qn("w:style")):
            number, name, kind = style.get(qn("w:styleId")), _name(style), _kind(style)
            if number not in ours and name not in _ALWAYS:
                continue
            own = self.named(name, kind)
            if own is not None:
                _rename(own, name)  # 标题 1 is heading 1, and Word in Chinese shows it as 标题 1
                ids[number] = own.get(qn("w:styleId"))
                continue
            ids[number] = self._free(number)
            made = self._derived(name, kind)
            if made is None:
                made = self._copied(style)
                self.made[ids[number]] = name
            made.set(qn("w:styleId"), ids[number])
            self._add(made)
            new.append(made)
        for made in new:
            if made.get(qn("w:styleId")) in self.made:
                self._connect(made, ids)

    def used(self, roots: Iterable[Any]) -> tuple[str, ...]:
        """Return the names of the styles that were made and that something in ``roots`` has, each once."""
        tags = [qn(f"w:{kind}Style") for kind in ("p", "r", "tbl")]
        numbers = (element.get(qn("w:val")) for root in roots for element in root.iter(*tags))
        found = (_EDITION.sub("", self.made[number]) for number in numbers if number in self.made)
        return tuple(dict.fromkeys(found))

    def _derived(self, name: str, kind: str) -> Any:
        """Return a style that stands on one of the template's: that of no language, or of a like use."""
        base = _EDITION.sub("", name)
        for candidate in (base, _INSTEAD.get(base, "")):
            found = self.named(candidate, kind)
            if found is not None and found.get(qn("w:styleId")) not in self.made:
                return _standing_on(found, name, _OWN.get(base, {}))
        if base == "Body Text" and self._parts_paragraphs():
            return _standing_on(self.named("Normal"), name)
        return None

    def _parts_paragraphs(self) -> bool:
        """Tell whether Normal parts paragraphs by an indent or by space: then it is made for text."""
        return any(
            element.get(qn(f"w:{name}"), "0") != "0"
            for style in self._chain(self.named("Normal"))
            for tag in ("w:ind", "w:spacing")
            for element in style.iterfind(f"{qn('w:pPr')}/{qn(tag)}")
            for name in _PARTING
        )

    def _copied(self, style: Any) -> Any:
        """Return the theme's ``style`` in the fonts of the template's Normal."""
        made = deepcopy(style)
        for fonts in list(made.iter(qn("w:rFonts"))):
            fonts.getparent().remove(fonts)
        face = made.find(qn("w:rPr"))
        if face is not None and _kind(made) == "paragraph":
            normal = (s.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for s in self._chain(self.named("Normal")))
            if (own := next((fonts for fonts in normal if fonts is not None), None)) is not None:
                face.insert(0, deepcopy(own))
        return made

    def _connect(self, made: Any, ids: Mapping[str, str]) -> None:
        """Let ``made`` refer to the styles of this document, but stand on no Normal that it does not know."""
        normal = self.named("Normal").get(qn("w:styleId"))
        for tag in ("w:basedOn", "w:next", "w:link"):
            element = made.find(qn(tag))
            if element is None:
                continue
            target = ids.get(element.get(qn("w:val")), "")
            if not target or (tag == "w:basedOn" and target == normal):
                made.remove(element)
            else:
                element.set(qn("w:val"), target)

    def _add(self, made: Any) -> None:
        for style in self._root.findall(qn("w:style")):
            if folded(_name(style)) == folded(_name(made)):  # of another kind: Word wants each name once
                _rename(style, f"{_name(style)} 1")
        self._root.append(made)
        self._by_id[made.get(qn("w:styleId"))] = made
        self._found[_kind(made), folded(_name(made))] = made

    def _free(self, number: str) -> str:
        """Return ``number``, or one next to it where the template has a style of this id."""
        while number in self._by_id:
            number += "0"
        return number

    def _chain(self, style: Any) -> list[Any]:
        """Return ``style`` and what it stands on."""
        found: list[Any] = []
        while style is not None and style not in found:
            found.append(style)
            base = style.find(qn("w:basedOn"))
            style = None if base is None else self._by_id.get(base.get(qn("w:val")))
        return found


def _standing_on(base: Any, name: str, own: Mapping[str, Mapping[str, str]] = _NOTHING) -> Any:
    """Return a style ``name`` that looks as ``base`` but for its ``own`` properties of the paragraph."""
    made = xml.make("w:style", type=_kind(base), customStyle="1")
    made.append(xml.make("w:name", val=name))
    made.append(xml.make("w:basedOn", val=base.get(qn("w:styleId"))))
    made.append(xml.make("w:qFormat"))
    if own:
        properties = xml.make("w:pPr")
        for tag, values in own.items():
            properties.append(xml.make(tag, **values))
        made.append(properties)
    return made


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "")


def _rename(style: Any, name: str) -> None:
    said = style.find(qn("w:name"))
    if said is None:
        style.insert(0, xml.make("w:name", val=name))
    else:
        said.set(qn("w:val"), name)


def _kind(style: Any) -> str:
    return str(style.get(qn("w:type"), "paragraph"))
