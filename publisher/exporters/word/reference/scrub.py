"""What of a template's parts may go into a document: nothing that runs, fetches or leads out of it."""

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_OBJECTS = frozenset(("object", "OLEObject", "control", "contentPart", "movie", "chart", "relIds"))
"""Elements that show what is stored or run elsewhere; the run that they stand in goes with them."""

_MARKS = frozenset(
    ("altChunk", "subDoc", "hlinkClick", "hlinkHover", "commentReference", "commentRangeStart",
     "commentRangeEnd", "footnoteReference", "endnoteReference", "permStart", "permEnd", "dataBinding",
     "ffData", "fldData")
)  # fmt: skip
"""Elements that load or point at what is not in the text."""

_OUT = frozenset(("href", "src", "althref", "relid", "link"))
"""Attributes of VML and DrawingML that name a file or an address."""

_FIELDS = frozenset(
    ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS",
     "COMMENTS", "DOCPROPERTY", "DATE", "CREATEDATE", "SAVEDATE", "PRINTDATE", "SYMBOL", "=", "EQ")
)  # fmt: skip
"""Fields that look at nothing but the document and the clock (ECMA-376-1, 17.16.5)."""

_SETTINGS = frozenset(
    ("zoom", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "mirrorMargins", "gutterAtTop",
     "alignBordersAndEdges", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone",
     "doNotHyphenateCaps", "defaultTableStyle", "evenAndOddHeaders", "drawingGridHorizontalSpacing",
     "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery",
     "characterSpacingControl", "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore",
     "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator")
)  # fmt: skip
"""Settings of the page and its lines (ECMA-376-1, 17.15.1); a template is attached by another."""

_AFTER_COMPAT = frozenset(("themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"))

_SECTION = frozenset(("pgSz", "pgMar", "pgBorders", "pgNumType", "titlePg", "docGrid"))


def local(element: "_Element") -> str:
    """Return the name of ``element`` without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def settings(root: "_Element") -> None:
    """Leave in the settings ``root`` what is about the page and its lines; w:compat is always there."""
    _keep(root, _SETTINGS)
    if not any(local(element) == "compat" for element in root):
        at = next((n for n, element in enumerate(root) if local(element) in _AFTER_COMPAT), len(root))
        root.insert(at, root.makeelement(f"{root.tag.rpartition('}')[0]}}}compat"))


def section(properties: "_Element") -> None:
    """Leave in w:sectPr the page, its margins, borders and grid; the columns are the theme's."""
    _keep(properties, _SECTION)


def fonts(root: "_Element") -> None:
    """Leave out of the font table what is embedded: it is cut to another document."""
    for element in list(root.iter()):
        if local(element).startswith("embed"):
            _remove(element)


def numbering(root: "_Element") -> None:
    """Leave pictures out of the numbering: its bullets are characters."""
    for element in list(root.iter()):
        if local(element) in ("numPicBullet", "lvlPicBulletId"):
            _remove(element)


def theme(root: "_Element") -> None:
    """Leave pictures and links out of the theme; a plain fill takes a picture's place."""
    for element in list(root.iter()):
        if local(element) == "blipFill":
            space = element.tag[: -len("blipFill")]
            fill = element.makeelement(f"{space}solidFill")
            fill.append(element.makeelement(f"{space}schemeClr", {"val": "phClr"}))
            parent = element.getparent()
            if parent is not None:
                parent.replace(element, fill)
        elif local(element).startswith("hlink") and element.attrib.has_key(f"{_R}id"):
            _remove(element)


def styles(root: "_Element") -> None:
    """Leave out of the styles what refers to other parts."""
    for element in list(root.iter()):
        if _related(element):
            _remove(element)


def story(root: "_Element", pictures: Collection[str]) -> bool:
    """Clean a header or footer that may use the relations ``pictures``; tell whether anything was left out.

    A link's text stays, and so does what a field last showed.
    """
    left_out = _fields(root)
    for element in list(root.iter()):
        if local(element) in _OBJECTS | _MARKS:
            left_out = True
            _remove(_inside(element, "r") if local(element) in _OBJECTS else element)
            continue
        lost = _cut_off(element, pictures)
        left_out |= bool(lost)
        if local(element) == "hyperlink":
            _unwrap(element)
        elif local(element) in ("blip", "imagedata") and not _related(element):
            left_out = True
            _remove(_inside(element, "r"))
        elif lost & {"id", "embed", "pict"} and not _related(element):
            _remove(_inside(element, "ext"))
    return left_out


def number_drawings(root: "_Element", start: int) -> None:
    """Count the drawings of a header or footer from ``start``."""
    for number, element in enumerate((e for e in root.iter() if local(e) == "docPr"), start):
        element.set("id", str(number))


def says_anything(root: "_Element") -> bool:
    """Tell whether a header or footer has text, a picture or a field."""
    shown = ("drawing", "pict", "instrText", "fldSimple")
    return any(local(e) in shown or (local(e) == "t" and (e.text or "").strip()) for e in root.iter())


def _keep(root: "_Element", names: frozenset[str]) -> None:
    for element in list(root):
        if local(element) not in names:
            root.remove(element)


def _fields(root: "_Element") -> bool:
    """Take out the fields that may fetch or run; a code may be cut into any number of runs."""
    gone = False
    open_: list[tuple[list[_Element], list[str]]] = []
    for element in list(root.iter()):
        match local(element):
            case "fldSimple":
                if not _harmless(_value(element, "instr")):
                    _unwrap(element)
                    gone = True
            case "fldChar" if _value(element, "fldCharType") == "begin":
                open_.append(([element], []))
            case "fldChar" | "instrText" | "delInstrText" if open_:
                elements, code = open_[-1]
                elements.append(element)
                code.append(element.text or "")
                if _value(element, "fldCharType") == "end":
                    open_.pop()
                    if not _harmless("".join(code)):
                        gone = True
                        for part in elements:
                            _remove(part)
            case "fldChar" | "instrText" | "delInstrText":
                _remove(element)
    for elements, _ in open_:  # one that does not end
        gone = True
        for part in elements:
            _remove(part)
    return gone


def _related(element: "_Element") -> bool:
    return any(str(name).startswith(_R) for name in element.attrib)


def _harmless(code: str) -> bool:
    word = code.split(maxsplit=1)[0].upper() if code.strip() else ""
    return word in _FIELDS or word.startswith("=")


def _value(element: "_Element", name: str) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")


def _cut_off(element: "_Element", pictures: Collection[str]) -> set[str]:
    """Take off the attributes that lead out of a part, but to ``pictures``; return what they were called."""
    lost = set()
    for name in list(element.attrib):
        bare = str(name).rpartition("}")[2]
        related = str(name).startswith(_R)
        if related and bare != "link" and element.get(name) in pictures:
            continue
        if related or bare in _OUT:
            del element.attrib[name]
            lost.add(bare)
    return lost


def _inside(element: "_Element", name: str) -> "_Element":
    """Return the nearest ``name`` that ``element`` stands in, for half of one is none; else ``element``."""
    return next((parent for parent in element.iterancestors() if local(parent) == name), element)


def _remove(element: "_Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: "_Element") -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)
