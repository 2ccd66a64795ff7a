"""A style of the theme's type as one of Word: fonts by script, size, leading, space, East Asian layout."""

from typing import Any

from publisher.exporters.word import line_rules, xml
from publisher.theme import Fonts, Theme, TypeStyle

_BOLD = {
    "Title",
    "TOC Heading",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Heading 4",
    "Table Head",
    "Table Amount Head",
    "Boilerplate Heading",
    "Red Head",
    "Annex Title",
}
_SANS = {"Kicker", "Contact Heading", "Annex"}
_SECONDARY = {"Subtitle", "Caption", "Credits"}
_ACCENT = {"Kicker", "End Mark", "Contact Heading", "Red Head"}


def apply(style: Any, tokens: TypeStyle, theme: Theme, name: str, script: str, *, keep: bool) -> None:
    """Write one style's tokens: size, leading, space, indent, alignment, colour, East Asian layout."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt

    base = name.partition(" (")[0]
    clear(style)
    face = tokens.face or ("sans" if base in _SANS or base.startswith("Masthead") else "")
    fonts = theme.fonts
    han, bold = _han(fonts, face, base)
    if script == "en" and not tokens.face:
        bold = bold or base in _BOLD  # the Han face of a title is heavy by itself, the Latin one is not
    set_fonts(
        style.element.get_or_add_rPr(), fonts.sans.family if face == "sans" else fonts.latin.family, han
    )
    style.font.size = Pt(tokens.size)
    style.font.italic = False
    style.font.bold = bold
    secondary = base in _SECONDARY or base in ("Meta Line", "Header", "Footer")
    accent = base in _ACCENT or base == "Draft"
    usual = "accent" if accent else "secondary" if secondary else "text"
    ink = usual if base in ("End Mark", "Red Head") else tokens.ink or usual
    style.font.color.rgb = xml.colour(getattr(theme.colours, ink))
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(tokens.before), Pt(tokens.after)
    if base in ("Picture", "Picture Alone"):
        form.line_spacing_rule = WD_LINE_SPACING.SINGLE
        # without a caption it has the caption's space below
        form.space_before, form.space_after = Pt(8), Pt(0 if base == "Picture" else tokens.after)
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
    form.widow_control = not tokens.tracking
    form.left_indent = form.right_indent = form.first_line_indent = Pt(0)
    if (base in ("Body Text", "Body Text Begun", "Credits") or base.startswith("Heading")) and tokens.indent:
        form.first_line_indent = Pt(tokens.indent * tokens.size)
        xml.first_line_characters(style, round(tokens.indent * 100))
    if base == "Quote" and tokens.indent:
        form.left_indent = Pt(tokens.indent * tokens.size)
    elif base == "Quote":
        form.left_indent = Pt(12)
        xml.border(style, "left", theme.colours.accent, 13, 8)
    if base in ("List Bullet", "List Number"):
        form.left_indent, form.first_line_indent = Pt(tokens.size * 2), Pt(-tokens.size * 1.4)
    if base in ("Table Amount Head", "Table Amount"):
        form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        form.right_indent = Pt(6)  # from the text that begins in the next column
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
    line_rules.of_style(style, base, theme.typography)


def set_fonts(properties: Any, latin: str, han: str) -> None:
    """Name the fonts of both scripts."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for slot in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{slot}"), latin)
    fonts.set(qn("w:eastAsia"), han)


def clear(style: Any) -> None:
    """Take out what the template's style says, so that only the theme speaks."""
    from docx.oxml.ns import qn

    for tag in ("w:pPr", "w:rPr"):
        for old in style.element.findall(qn(tag)):
            style.element.remove(old)


def _han(fonts: Fonts, face: str, base: str) -> tuple[str, bool]:
    """Return the Han family of a style, and whether Word makes it bold."""
    if face == "sans":
        return fonts.sans.family, not fonts.sans.heavy
    if face == "kai" and fonts.kai:
        return fonts.kai.family, False
    if base in ("Title", "Red Head", "Annex Title") and fonts.title:
        return fonts.title.family, not fonts.title.heavy
    return fonts.han.family, base in _BOLD if not face else face == "bold"
