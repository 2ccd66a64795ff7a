"""What python-docx has no words for: East Asian layout, borders, columns, numbering, in schema order."""

from typing import Any

from publisher.theme import TypeStyle

_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
    "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
    "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
"""The schema's order of the children of w:pPr (ECMA-376-1, 17.3.1.26)."""


def insert(properties: Any, element: Any) -> None:
    """Put ``element`` into w:pPr where the schema wants it, in place of one of its kind."""
    from docx.oxml.ns import qn

    for old in properties.findall(element.tag):
        properties.remove(old)
    name = element.tag.rpartition("}")[2]
    later = {qn(f"w:{n}") for n in _ORDER[_ORDER.index(name) + 1 :]}
    for at, child in enumerate(properties):
        if child.tag in later:
            properties.insert(at, element)
            return
    properties.append(element)


_AFTER_SETTING = {
    "footnotePr": (
        "endnotePr",
        "compat",
        "docVars",
        "rsids",
        "themeFontLang",
        "clrSchemeMapping",
        "decimalSymbol",
    ),
    "autoHyphenation": ("doNotHyphenateCaps", "evenAndOddHeaders", "characterSpacingControl"),
    "doNotHyphenateCaps": ("evenAndOddHeaders", "characterSpacingControl"),
    "noLineBreaksAfter": ("noLineBreaksBefore", "savePreviewPicture", "footnotePr", "compat"),
    "noLineBreaksBefore": ("savePreviewPicture", "footnotePr", "compat"),
}
"""What may follow a setting in w:settings, down to what is always there (ECMA-376-1, 17.15.1.78)."""


def insert_setting(settings: Any, element: Any) -> None:
    """Put ``element`` into w:settings where the schema wants it."""
    later = _AFTER_SETTING[element.tag.rpartition("}")[2]]
    settings.insert_element_before(element, *(f"w:{name}" for name in later))


def make(tag: str, **attributes: str) -> Any:
    """Return an element of the w: namespace with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def wrap(paragraph: Any, start: int, holder: Any) -> None:
    """Put what ``paragraph`` holds from ``start`` on into ``holder``."""
    for element in list(paragraph._p)[start:]:
        holder.append(element)
    paragraph._p.append(holder)


def bookmark(paragraph: Any, number: int, name: str) -> None:
    """Make a bookmark of all that ``paragraph`` holds."""
    start = make("w:bookmarkStart", id=str(number), name=name)
    properties = paragraph._p.pPr
    paragraph._p.insert(0, start) if properties is None else properties.addnext(start)
    paragraph._p.append(make("w:bookmarkEnd", id=str(number)))


def first_line_characters(style: Any, hundredths: int) -> None:
    """Indent the first line by hundredths of a character, which follows the font size."""
    from docx.oxml.ns import qn

    indent = style.element.pPr.find(qn("w:ind"))
    indent.set(qn("w:firstLineChars"), str(hundredths))


def border(style: Any, edge: str, colour: str, eighths: int, space: int) -> None:
    """Draw one edge of a paragraph: width in eighths of a pt, ``space`` to the text in pt."""
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    box = properties.find(qn("w:pBdr"))
    if box is None:
        box = make("w:pBdr")
        insert(properties, box)
    line = make(f"w:{edge}", val="single", sz=str(eighths), space=str(space), color=colour[1:])
    for old in box.findall(line.tag):
        box.remove(old)
    order = ["top", "left", "bottom", "right", "between"]
    at = sum(1 for child in box if order.index(child.tag.rpartition("}")[2]) < order.index(edge))
    box.insert(at, line)


def frame_at_foot(paragraph: Any, width: float) -> None:
    """Set a paragraph in a frame of ``width`` mm at the foot of the type area (ECMA-376-1, 17.3.1.11).

    LibreOffice leaves a frame out that a style asks for.
    """
    frame = make(
        "w:framePr",
        w=str(round(width * 1440 / 25.4)),
        vSpace="200",
        wrap="notBeside",
        vAnchor="margin",
        hAnchor="margin",
        xAlign="left",
        yAlign="bottom",
    )
    insert(paragraph._p.get_or_add_pPr(), frame)


def right_tab(style: Any, position: int) -> None:
    """Give a style one tab stop, right aligned, at ``position`` in English Metric Units."""
    from docx.enum.text import WD_TAB_ALIGNMENT

    stops = style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(position, WD_TAB_ALIGNMENT.RIGHT)


def colour(value: str) -> Any:
    """Return ``#rrggbb`` as python-docx wants it."""
    from docx.shared import RGBColor

    return RGBColor.from_string(value[1:].upper())


def keep_whole(row: Any) -> None:
    """Keep a table row on one page."""
    row._tr.get_or_add_trPr().append(make("w:cantSplit"))


def repeat_head(row: Any) -> None:
    """Repeat a table row at the top of each page."""
    row._tr.get_or_add_trPr().append(make("w:tblHeader"))


def columns(left: Any, right: Any, colour: str, gutter: float) -> None:
    """Draw the hairline between two languages, ``gutter`` mm clear on either side."""
    borders = make("w:tcBorders")
    borders.append(make("w:right", val="single", sz="4", space="0", color=colour[1:]))
    left._tc.get_or_add_tcPr().append(borders)
    for cell, edge in ((left, "right"), (right, "left")):
        margins = make("w:tcMar")
        margins.append(make(f"w:{edge}", w=str(round(gutter * 1440 / 25.4)), type="dxa"))
        cell._tc.get_or_add_tcPr().append(margins)


def fix_layout(table: Any, width: int) -> None:
    """Fix a table's columns at their widths; ``width`` is in English Metric Units."""
    from docx.oxml.ns import qn

    properties = table._tbl.tblPr
    size = properties.find(qn("w:tblW"))
    if size is not None:
        size.set(qn("w:w"), str(round(width / 635)))
        size.set(qn("w:type"), "dxa")


def new_list(document: Any, *, ordered: bool) -> int:
    """Add a numbering of its own for one list, so that each starts at 1; return its number."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    numbering = document.part.numbering_part.element
    abstracts = numbering.findall(qn("w:abstractNum"))
    abstract_id = max((int(a.get(qn("w:abstractNumId"))) for a in abstracts), default=0) + 1
    form, text = ("decimal", "%1.") if ordered else ("bullet", "•")
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract_id}">'
        '<w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )
    abstracts[-1].addnext(abstract) if abstracts else numbering.insert(0, abstract)
    return int(numbering.add_num(abstract_id).numId)


def number(paragraph: Any, list_number: int) -> None:
    """Make ``paragraph`` an item of the list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = list_number


_GRID_ROUNDING = 0.0017
"""Added to the pitch of characters, in pt: rounded down, a line would hold one less."""


def grid(section: Any, measure: float, body: TypeStyle) -> None:
    """Give a section the grid of ``body``: its leading a line, ``measure`` mm cut into whole characters.

    The pitch of lines is in twips, that of characters in 1/4096 pt over the
    size of Normal (ECMA-376-1, 17.6.5).
    """
    from docx.oxml.ns import qn

    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    width = measure * 72 / 25.4
    count = round(width / (body.size * (1 + body.tracking)))
    pitch = width / count - body.size + _GRID_ROUNDING
    section._sectPr.append(
        make(
            "w:docGrid",
            type="linesAndChars",
            linePitch=str(round(body.leading * 20)),
            charSpace=str(round(pitch * 4096)),
        )
    )
