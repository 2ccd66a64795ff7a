"""Which characters of a finished document each face sets: family, bold, italic, by styles and runs."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
SIGNS = frozenset("•·0123456789./ -—")
"""What Word puts on a page itself: bullets, numbers of items, notes and pages."""

_DEEPEST = 20


class Face(NamedTuple):
    """A family as the document asks for it, and whether bold or italic."""

    family: str
    bold: bool
    italic: bool


def faces(parts: Mapping[str, bytes]) -> dict[Face, set[str]]:
    """Return the characters that each face sets in text, notes, headers and footers of the package ``parts``.

    A character that is neither a plain Latin one nor East Asian may be set in
    either font, as Word sees fit (ECMA-376-1, 17.3.2.26), so both get it.
    """
    from lxml import etree

    scheme = next((parts[n] for n in sorted(parts) if n.startswith("word/theme/theme")), b"")
    styles = _Styles(
        etree.fromstring(parts["word/styles.xml"]), _scheme(etree.fromstring(scheme)) if scheme else {}
    )
    found: dict[Face, set[str]] = {}
    stories = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")
    for name in sorted(n for n in parts if n.startswith(stories) and n.endswith(".xml")):
        for paragraph in etree.fromstring(parts[name]).iter(f"{_W}p"):
            own = paragraph.find(f"{_W}pPr/{_W}pStyle")
            style = "" if own is None else own.get(f"{_W}val", "")
            for run in paragraph.iter(f"{_W}r"):
                text = {c for e in run if e.tag in (f"{_W}t", f"{_W}delText") for c in e.text or ""}
                text |= {c for e in run.iter(f"{_V}textpath") for c in e.get("string", "")}
                for slot, face in styles.faces(style, run.find(f"{_W}rPr")):
                    if characters := {c for c in text if slot in _slots(c)}:
                        found.setdefault(face, set(SIGNS)).update(characters)
    return found


def _scheme(theme: "_Element") -> dict[str, str]:
    """Return the families of a theme's font scheme by what styles call them (ECMA-376-1, 20.1.4.1.18)."""
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        fonts = theme.find(f".//{_A}{kind}Font")
        if fonts is None:
            continue
        latin, own = (fonts.find(f"{_A}{name}") for name in ("latin", "ea"))
        usual = fonts.find(f"{_A}font[@script='Hans']")
        for element, names in (
            (latin, ("Ascii", "HAnsi")),
            (own if own is not None and own.get("typeface") else usual, ("EastAsia",)),
        ):
            if element is not None:
                found |= {kind + name: element.get("typeface", "") for name in names}
    return found


def _slots(character: str) -> tuple[str, ...]:
    if character < "\x80":
        return ("ascii",)
    return ("eastAsia",) if character >= "\u2e80" else ("ascii", "eastAsia")


class _Styles:
    """The styles of a document, as far as they choose a face."""

    def __init__(self, root: "_Element", scheme: Mapping[str, str]) -> None:
        self._scheme = scheme
        self._styles = {style.get(f"{_W}styleId", ""): style for style in root.iter(f"{_W}style")}
        self._standard = next(
            (
                number
                for number, style in self._styles.items()
                if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true")
            ),
            "",
        )
        self._defaults = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")

    def faces(self, style: str, own: "_Element | None") -> Iterator[tuple[str, Face]]:
        """Yield the font slot and the face of a run with properties ``own`` in a ``style`` of paragraph."""
        named = None if own is None else own.find(f"{_W}rStyle")
        of_run = self._chain("" if named is None else named.get(f"{_W}val", ""))
        of_paragraph = self._chain(style or self._standard)
        direct = [] if own is None else [own]
        defaults = [] if self._defaults is None else [self._defaults]
        for slot in ("ascii", "eastAsia"):
            every = (p.find(f"{_W}rFonts") for p in (*direct, *of_run, *of_paragraph, *defaults))
            families = (self._family(fonts, slot) for fonts in every if fonts is not None)
            if family := next(filter(None, families), ""):
                yield from (
                    (slot, Face(family, bold, italic))
                    for bold in _states("b", direct, of_run, of_paragraph)
                    for italic in _states("i", direct, of_run, of_paragraph)
                )

    def _family(self, fonts: "_Element", slot: str) -> str:
        """Return the family that w:rFonts has for ``slot``; one of the theme goes first (17.3.2.26)."""
        return self._scheme.get(fonts.get(f"{_W}{slot}Theme", ""), "") or fonts.get(f"{_W}{slot}", "")

    def _chain(self, number: str) -> "list[_Element]":
        """Return the run properties of a style and of those that it stands on."""
        found: list[_Element] = []
        for _ in range(_DEEPEST):
            style = self._styles.get(number)
            if style is None:
                break
            if (properties := style.find(f"{_W}rPr")) is not None:
                found.append(properties)
            base = style.find(f"{_W}basedOn")
            number = "" if base is None else base.get(f"{_W}val", "")
        return found


def _states(
    name: str, direct: "list[_Element]", of_run: "list[_Element]", of_paragraph: "list[_Element]"
) -> tuple[bool, ...]:
    """Return what a toggle may come to: a style on a style turns it off in Word (17.7.3), not elsewhere."""
    own, run, paragraph = _said(name, direct), _said(name, of_run), _said(name, of_paragraph)
    if own is not None:
        return (own,)
    if run is not None and paragraph:
        return (False, True)
    return (bool(run or paragraph),)


def _said(name: str, properties: "list[_Element]") -> bool | None:
    """Return what the first of ``properties`` to say anything says."""
    found = next((e for p in properties if (e := p.find(f"{_W}{name}")) is not None), None)
    return None if found is None else found.get(f"{_W}val", "1") not in ("0", "false", "off")
