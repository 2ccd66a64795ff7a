"""The rules and bands around the text as styles of Word: of the masthead, the draft's frame, tables."""

from typing import Any

from publisher.exporters.word import xml
from publisher.theme import Theme, TypeStyle


def frame(styles: Any, theme: Theme, kind: TypeStyle) -> None:
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


def tables(styles: Any, theme: Theme) -> None:
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
