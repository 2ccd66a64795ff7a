"""The character styles of a Word document."""

from typing import Any

from publisher.exporters.word import xml
from publisher.exporters.word.type_style import set_fonts
from publisher.theme import Theme


def characters(styles: Any, theme: Theme, kind_size: float) -> None:
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
    han.font.italic = False
    properties = han.element.get_or_add_rPr()
    if theme.typography.emphasis == "dots":
        properties.append(xml.make("w:em", val="underDot"))
    else:
        han.font.bold = True
        set_fonts(properties, theme.fonts.sans.family, theme.fonts.sans.family)
    link = character("Hyperlink")
    link.font.underline = False
    link.font.color.rgb = xml.colour(theme.colours.accent)
    kind = character("Kind")
    kind.font.size, kind.font.bold = Pt(kind_size), True
    banner = theme.layout.masthead == "banner"
    kind.font.color.rgb = xml.colour(theme.colours.paper if banner else theme.colours.accent)
    for name in ("Picture Credit", "Caption Label"):
        character(name)  # looks as its caption does; tells the two apart
