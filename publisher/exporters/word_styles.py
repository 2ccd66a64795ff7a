"""The theme's tokens as Word styles, and the table and list properties that python-docx has no words for."""

from typing import Any

from publisher.theme import Theme, TypeStyle

PAIR_GAP = 8 * 12700
"""Space under the last row of a paragraph, side by side (8 pt in English Metric Units)."""

UNDER_KICKER = 6 * 12700
"""Space between kicker and headline (6 pt in English Metric Units)."""

CENTRED = 1
"""Word's number for centred paragraphs (WD_ALIGN_PARAGRAPH.CENTER)."""

_SCRIPTS = ("zh", "en")

# style name: (token, based on, space kept with the next)
_PARAGRAPHS = {
    "Title": ("headline", True),
    "Subtitle": ("subhead", True),
    "Kicker": ("kicker", True),
    "Heading 1": ("heading", True),
    "Heading 2": ("heading", True),
    "Heading 3": ("heading", True),
    "Heading 4": ("heading", True),
    "Body Text": ("body", False),
    "Body Text Continued": ("body", False),
    "Quote": ("quote", False),
    "List Bullet": ("body", False),
    "List Number": ("body", False),
    "Picture": ("caption", True),
    "Caption": ("caption", False),
    "Table Head": ("table", True),
    "Table Text": ("table", False),
    "Rule": ("body", False),
    "End Mark": ("credits", False),
    "Credits": ("credits", False),
    "Boilerplate Heading": ("boilerplate", True),
    "Boilerplate": ("boilerplate", False),
    "Contact Heading": ("boilerplate", True),
    "Contact": ("boilerplate", False),
}
_BOLD = {"Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Table Head", "Boilerplate Heading"}
_SANS = {"Kicker", "Contact Heading"}
_SECONDARY = {"Subtitle", "Caption", "Credits"}
_ACCENT = {"Kicker", "End Mark", "Contact Heading"}
_BUILT_IN = {
    "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Body Text", "Quote",
    "List Bullet", "List Number", "Caption",
}  # fmt: skip


def named(name: str, language: str, *, bilingual: bool) -> str:
    """Return the name of a paragraph style in an edition."""
    if not bilingual:
        return name
    return f"{name} ({'zh' if language.startswith('zh') else 'en'})"


def install(document: Any, theme: Theme, *, bilingual: bool, language: str) -> None:
    """Replace the template's styles by the theme's."""
    from docx.enum.style import WD_STYLE_TYPE

    styles = document.styles
    scripts = theme.type_bilingual if bilingual else theme.type
    page = theme.page_bilingual if bilingual else theme.page
    lead = "zh" if language.startswith("zh") else "en"
    _defaults(document, theme, language)
    for script in _SCRIPTS if bilingual else (lead,):
        scale = scripts.of(script)
        for name, (token, keep) in _PARAGRAPHS.items():
            style = _paragraph_style(styles, name, script, bilingual=bilingual)
            tokens: TypeStyle = getattr(scale, token)
            _apply(style, tokens, theme, name, script, keep=keep)
    frame = scripts.of(lead)
    tab = round(page.measure * 36000)
    for name, tokens in (
        ("Masthead Upper", frame.masthead),
        ("Masthead", frame.masthead),
        ("Meta Line", frame.meta),
        ("Footer", frame.foot),
        ("Draft", frame.meta),
        ("Note", frame.foot),
        ("Table End", TypeStyle(size=2.0, leading=4.0)),
    ):
        style = styles[name] if name == "Footer" else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _apply(style, tokens, theme, name, lead, keep=False)
        if name in ("Masthead Upper", "Masthead", "Meta Line", "Footer"):
            _right_tab(style, tab)
    _frame_rules(styles, theme)
    _characters(styles, theme, frame.kind.size)
    _tables(styles, theme)


def _paragraph_style(styles: Any, name: str, script: str, *, bilingual: bool) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    if bilingual:
        style = styles.add_style(f"{name} ({script})", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        if name in _BUILT_IN:
            _clear(styles[name])
            style.base_style = styles[name]
        style.quick_style = True
        return style
    if name in _BUILT_IN:
        style = styles[name]
        style.base_style = styles["Normal"]
        return style
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    return style


def _defaults(document: Any, theme: Theme, language: str) -> None:
    """Set Normal and the document's settings: fonts by script, kinsoku, compressed marks."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    normal = document.styles["Normal"]
    _fonts(normal.element.get_or_add_rPr(), theme.fonts.latin.family, theme.fonts.han.family)
    normal.font.color.rgb = _colour(theme.colours.text)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "en-US")
    lang.set(qn("w:eastAsia"), "zh-TW" if "Hant" in language else "zh-CN")
    lang.set(qn("w:bidi"), "ar-SA")
    properties.append(lang)
    settings = document.settings.element
    spacing = settings.find(qn("w:characterSpacingControl"))
    if spacing is not None:
        spacing.set(qn("w:val"), "compressPunctuation")


def _fonts(properties: Any, latin: str, han: str) -> None:
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for slot in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{slot}"), latin)
    fonts.set(qn("w:eastAsia"), han)


def _apply(style: Any, tokens: TypeStyle, theme: Theme, name: str, script: str, *, keep: bool) -> None:
    """Write one style's tokens: size, leading, space, indent, alignment, colour, East Asian layout."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt

    base = name.partition(" (")[0]
    _clear(style)
    sans = base in _SANS or base.startswith("Masthead")
    fonts = theme.fonts
    _fonts(
        style.element.get_or_add_rPr(),
        fonts.sans.family if sans else fonts.latin.family,
        fonts.sans.family if sans else fonts.han.family,
    )
    style.font.size = Pt(tokens.size)
    style.font.italic = False
    style.font.bold = base in _BOLD or sans
    secondary = base in _SECONDARY or base in ("Meta Line", "Footer")
    accent = base in _ACCENT or base == "Draft"
    colours = theme.colours
    style.font.color.rgb = _colour(
        colours.accent if accent else colours.secondary if secondary else colours.text
    )
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(tokens.before), Pt(tokens.after)
    if base == "Picture":
        form.line_spacing_rule = WD_LINE_SPACING.SINGLE
        form.space_before, form.space_after = Pt(8), Pt(0)
    else:
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = Pt(tokens.leading)
    form.alignment = {
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }[tokens.align]
    form.keep_with_next = keep
    form.widow_control = True
    form.left_indent = form.right_indent = form.first_line_indent = Pt(0)
    if base == "Body Text" and tokens.indent:
        form.first_line_indent = Pt(tokens.indent * tokens.size)
        _first_line_characters(style, round(tokens.indent * 100))
    if base == "Quote":
        form.left_indent = Pt(12)
        _border(style, "left", theme.colours.accent, 13, 8)
    if base in ("List Bullet", "List Number"):
        form.left_indent, form.first_line_indent = Pt(tokens.size * 2), Pt(-tokens.size * 1.4)
    if base == "End Mark":
        form.alignment = WD_ALIGN_PARAGRAPH.RIGHT if script == "zh" else WD_ALIGN_PARAGRAPH.LEFT
        form.space_before = Pt(8)
    if base == "Boilerplate Heading":
        form.space_before = Pt(16)
        _border(style, "top", theme.colours.hairline, 4, 8)
    if base == "Contact Heading":
        form.space_before = Pt(12)
    if base == "Rule":
        form.left_indent = form.right_indent = Pt(45)
        _border(style, "bottom", theme.colours.hairline, 4, 1)
    if base.startswith("Heading"):
        _insert(style.element.get_or_add_pPr(), _make("w:outlineLvl", val=str(int(base[-1]) - 1)))
    _east_asian(style)


def _clear(style: Any) -> None:
    """Take out what the template's style says, so that only the theme speaks."""
    from docx.oxml.ns import qn

    for tag in ("w:pPr", "w:rPr"):
        for old in style.element.findall(qn(tag)):
            style.element.remove(old)


def _frame_rules(styles: Any, theme: Theme) -> None:
    """Draw the masthead's rule, the meta line's hairline and the draft's frame."""
    from docx.shared import Pt

    _border(styles["Masthead"], "bottom", theme.colours.accent, 18, 4)
    _border(styles["Meta Line"], "bottom", theme.colours.hairline, 4, 4)
    styles["Meta Line"].paragraph_format.space_before = Pt(4)
    styles["Meta Line"].paragraph_format.space_after = Pt(12)
    for edge in ("top", "left", "bottom", "right"):
        _border(styles["Draft"], edge, theme.colours.accent, 8, 3)
    for edge in ("before", "after"):
        setattr(styles["Draft"].paragraph_format, f"space_{edge}", Pt(6))


def _characters(styles: Any, theme: Theme, kind_size: float) -> None:
    """Make the character styles: Strong, Emphasis, Hyperlink, Kind, Note Reference."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    def character(name: str) -> Any:
        try:
            return styles[name]
        except KeyError:
            return styles.add_style(name, WD_STYLE_TYPE.CHARACTER)

    character("Strong").font.bold = True
    character("Emphasis").font.italic = True
    han = character("Emphasis Han")
    han.font.bold, han.font.italic = True, False
    _fonts(han.element.get_or_add_rPr(), theme.fonts.sans.family, theme.fonts.sans.family)
    link = character("Hyperlink")
    link.font.underline = False
    link.font.color.rgb = _colour(theme.colours.accent)
    kind = character("Kind")
    kind.font.size, kind.font.bold = Pt(kind_size), True
    kind.font.color.rgb = _colour(theme.colours.accent)
    character("Note Reference").font.superscript = True


def _tables(styles: Any, theme: Theme) -> None:
    """Make the table styles: side by side without a frame, data with rules above and below."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    for name, borders in (
        ("Side by Side", ""),
        (
            "Data",
            f'<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{theme.colours.text[1:]}"/>'
            f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{theme.colours.text[1:]}"/>'
            f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{theme.colours.hairline[1:]}"/>'
            "</w:tblBorders>",
        ),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.TABLE)
        style.base_style = styles["Normal Table"]
        side = 0 if name == "Side by Side" else 60
        down = 0 if name == "Side by Side" else 50
        style.element.append(
            parse_xml(
                f"<w:tblPr {nsdecls('w')}>{borders}<w:tblCellMar>"
                f'<w:top w:w="{down}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
                f'<w:bottom w:w="{down}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>'
                "</w:tblCellMar></w:tblPr>"
            )
        )


# ── Properties that python-docx has no words for ─────────────────────────────

_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
    "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
    "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
"""The schema's order of the children of w:pPr (ECMA-376-1, 17.3.1.26)."""


def _insert(properties: Any, element: Any) -> None:
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


def _make(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _east_asian(style: Any) -> None:
    """Ask Word for the line rules of clreq 3.1: forbidden starts and ends, spacing between scripts."""
    properties = style.element.get_or_add_pPr()
    for tag, value in (
        ("w:kinsoku", "1"),
        ("w:overflowPunct", "0"),
        ("w:topLinePunct", "1"),
        ("w:autoSpaceDE", "1"),
        ("w:autoSpaceDN", "1"),
        ("w:adjustRightInd", "0"),
        ("w:snapToGrid", "0"),
    ):
        _insert(properties, _make(tag, val=value))


def _first_line_characters(style: Any, hundredths: int) -> None:
    from docx.oxml.ns import qn

    indent = style.element.pPr.find(qn("w:ind"))
    indent.set(qn("w:firstLineChars"), str(hundredths))


def _border(style: Any, edge: str, colour: str, eighths: int, space: int) -> None:
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    box = properties.find(qn("w:pBdr"))
    if box is None:
        box = _make("w:pBdr")
        _insert(properties, box)
    line = _make(f"w:{edge}", val="single", sz=str(eighths), space=str(space), color=colour[1:])
    for old in box.findall(line.tag):
        box.remove(old)
    order = ["top", "left", "bottom", "right"]
    at = sum(1 for child in box if order.index(child.tag.rpartition("}")[2]) < order.index(edge))
    box.insert(at, line)


def _right_tab(style: Any, position: int) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT

    stops = style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(position, WD_TAB_ALIGNMENT.RIGHT)


def _colour(value: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(value[1:].upper())


def keep_whole(row: Any) -> None:
    """Keep a table row on one page."""
    row._tr.get_or_add_trPr().append(_make("w:cantSplit"))


def repeat_head(row: Any) -> None:
    """Repeat a table row at the top of each page."""
    row._tr.get_or_add_trPr().append(_make("w:tblHeader"))


def columns(left: Any, right: Any, colour: str, gutter: float) -> None:
    """Draw the hairline between two languages, ``gutter`` mm clear on either side."""
    borders = _make("w:tcBorders")
    borders.append(_make("w:right", val="single", sz="4", space="0", color=colour[1:]))
    left._tc.get_or_add_tcPr().append(borders)
    for cell, edge in ((left, "right"), (right, "left")):
        margins = _make("w:tcMar")
        margins.append(_make(f"w:{edge}", w=str(round(gutter * 1440 / 25.4)), type="dxa"))
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
