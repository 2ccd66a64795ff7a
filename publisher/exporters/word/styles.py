"""The theme's tokens as Word styles, and the table and list properties that python-docx has no words for."""

from typing import Any

from publisher.exporters.word import furnish, xml
from publisher.theme import Fonts, Theme, TypeStyle

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
    "Rights": ("boilerplate", False),
    "Addressees": ("body", True),
    "Red Head": ("masthead", True),
    "Number": ("meta", True),
    "Number and Signatory": ("meta", True),
    "Attachment": ("body", True),
    "Attachment Continued": ("body", True),
    "Signature": ("body", True),
    "Date": ("body", False),
    "Record": ("credits", True),
    "Record Last": ("credits", False),
}
_BOLD = {
    "Title",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Heading 4",
    "Table Head",
    "Boilerplate Heading",
    "Red Head",
}
_SANS = {"Kicker", "Contact Heading"}
_SECONDARY = {"Subtitle", "Caption", "Credits"}
_ACCENT = {"Kicker", "End Mark", "Contact Heading", "Red Head"}
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
            if name.startswith("Heading"):
                tokens = scale.heading_of(int(name[-1]))
            _apply(style, tokens, theme, name, script, keep=keep)
        furnish.furnish(styles, theme, scale, script, page, bilingual=bilingual)
    frame = scripts.of(lead)
    second = [("Masthead Second", scripts.of("en" if lead == "zh" else "zh").masthead)] if bilingual else []
    tab = round(page.measure * 36000)
    for name, tokens in (
        ("Masthead Upper", frame.masthead),
        *second,
        ("Masthead", frame.masthead),
        ("Meta Line", frame.meta),
        ("Footer", frame.foot),
        ("Draft", frame.meta),
        ("Table End", TypeStyle(size=2.0, leading=4.0)),
    ):
        style = styles[name] if name == "Footer" else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _apply(style, tokens, theme, name, lead, keep=False)
        if name in ("Masthead Upper", "Masthead", "Meta Line", "Footer"):
            xml.right_tab(style, tab)
    if theme.layout.folio == "dashes":
        furnish.folios(styles, frame.foot)
    _notes(styles, theme, frame.caption, lead)
    _frame_rules(styles, theme, frame.kind)
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
    from docx.shared import Pt

    normal = document.styles["Normal"]
    _fonts(normal.element.get_or_add_rPr(), theme.fonts.latin.family, theme.fonts.han.family)
    if (body := theme.type.of(language).body).tracking:
        normal.font.size = Pt(body.size)  # the grid of characters is counted from it
    normal.font.color.rgb = xml.colour(theme.colours.text)
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
    face = tokens.face or ("sans" if base in _SANS or base.startswith("Masthead") else "")
    fonts = theme.fonts
    han, bold = _han(fonts, face, base)
    _fonts(style.element.get_or_add_rPr(), fonts.sans.family if face == "sans" else fonts.latin.family, han)
    style.font.size = Pt(tokens.size)
    style.font.italic = False
    style.font.bold = bold
    secondary = base in _SECONDARY or base in ("Meta Line", "Footer")
    accent = base in _ACCENT or base == "Draft"
    colours = theme.colours
    style.font.color.rgb = xml.colour(
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
    if (base == "Body Text" or base.startswith("Heading")) and tokens.indent:
        form.first_line_indent = Pt(tokens.indent * tokens.size)
        xml.first_line_characters(style, round(tokens.indent * 100))
    if base == "Quote":
        form.left_indent = Pt(12)
        xml.border(style, "left", theme.colours.accent, 13, 8)
    if base in ("List Bullet", "List Number"):
        form.left_indent, form.first_line_indent = Pt(tokens.size * 2), Pt(-tokens.size * 1.4)
    if base == "End Mark":
        form.alignment = WD_ALIGN_PARAGRAPH.RIGHT if script == "zh" else WD_ALIGN_PARAGRAPH.LEFT
        form.space_before = Pt(8)
    if base == "Boilerplate Heading":
        form.space_before = Pt(16)
        xml.border(style, "top", theme.colours.hairline, 4, 8)
    if base == "Contact Heading":
        form.space_before = Pt(12)
    if base == "Rule":
        form.left_indent = form.right_indent = Pt(45)
        xml.border(style, "bottom", theme.colours.hairline, 4, 1)
    if base.startswith("Heading"):
        xml.insert(style.element.get_or_add_pPr(), xml.make("w:outlineLvl", val=str(int(base[-1]) - 1)))
    xml.east_asian(style)


def _han(fonts: Fonts, face: str, base: str) -> tuple[str, bool]:
    """Return the Han family of a style, and whether Word makes it bold."""
    if face == "sans":
        return fonts.sans.family, fonts.title is None
    if face == "kai" and fonts.kai:
        return fonts.kai.family, False
    if base in ("Title", "Red Head") and fonts.title:
        return fonts.title.family, False
    return fonts.han.family, base in _BOLD if not face else face == "bold"


def _clear(style: Any) -> None:
    """Take out what the template's style says, so that only the theme speaks."""
    from docx.oxml.ns import qn

    for tag in ("w:pPr", "w:rPr"):
        for old in style.element.findall(qn(tag)):
            style.element.remove(old)


def _frame_rules(styles: Any, theme: Theme, kind: TypeStyle) -> None:
    """Draw the masthead's rule, the meta line's hairline and the draft's frame."""
    from docx.shared import Pt

    if theme.layout.masthead == "banner":
        _band(styles, theme, kind)
    else:
        xml.border(styles["Masthead"], "bottom", theme.colours.accent, 18, 4)
    xml.border(styles["Meta Line"], "bottom", theme.colours.hairline, 4, 4)
    styles["Meta Line"].paragraph_format.space_before = Pt(4)
    styles["Meta Line"].paragraph_format.space_after = Pt(12)
    for edge in ("top", "left", "bottom", "right"):
        xml.border(styles["Draft"], edge, theme.colours.accent, 8, 3)
    for edge in ("before", "after"):
        setattr(styles["Draft"].paragraph_format, f"space_{edge}", Pt(6))


def _band(styles: Any, theme: Theme, kind: TypeStyle) -> None:
    """Set the masthead on a band of the accent: shading, and borders of its colour as padding."""
    from docx.shared import Pt

    for name in (n for n in ("Masthead Upper", "Masthead Second", "Masthead") if n in styles):
        style = styles[name]
        for edge, space in (("top", 8), ("left", 14), ("bottom", 8), ("right", 14)):
            xml.border(style, edge, theme.colours.accent, 4, space)
        xml.insert(
            style.element.get_or_add_pPr(),
            xml.make("w:shd", val="clear", color="auto", fill=theme.colours.accent[1:]),
        )
        style.paragraph_format.left_indent = style.paragraph_format.right_indent = Pt(14)
        style.font.color.rgb = xml.colour(theme.colours.paper)
    styles["Masthead"].paragraph_format.line_spacing = Pt(kind.leading + 4)


def _characters(styles: Any, theme: Theme, kind_size: float) -> None:
    """Make the character styles: Strong, Emphasis, Hyperlink, Kind."""
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
    link.font.color.rgb = xml.colour(theme.colours.accent)
    kind = character("Kind")
    kind.font.size, kind.font.bold = Pt(kind_size), True
    banner = theme.layout.masthead == "banner"
    kind.font.color.rgb = xml.colour(theme.colours.paper if banner else theme.colours.accent)
    for name in ("Picture Credit", "Caption Label"):
        character(name)  # looks as its caption does; tells the two apart


def _notes(styles: Any, theme: Theme, caption: TypeStyle, script: str) -> None:
    """Make Word's own styles of footnotes, as small as captions, and of the figures that refer to them."""
    from docx.enum.style import WD_STYLE_TYPE

    text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = styles["Normal"]
    text.element.styleId = "FootnoteText"
    tokens = TypeStyle(size=caption.size, leading=caption.leading)
    _apply(text, tokens, theme, "footnote text", script, keep=False)
    reference = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    reference.element.styleId = "FootnoteReference"
    reference.font.superscript = True


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
