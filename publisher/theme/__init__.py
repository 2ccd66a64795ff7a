"""theme.toml to Theme: one set of tokens for CSS, Word styles and ReportLab styles.

A theme is a folder with a theme.toml and, where they differ from those of the
theme it is based on, the templates article.html.j2, print.css.j2 and
browser.css.j2 and a folder of fonts.
"""

from publisher.theme.conventions import CLOSING, Conventions, conventions_of
from publisher.theme.loading import load
from publisher.theme.places import names
from publisher.theme.tokens import (
    PAPERS,
    Align,
    Colours,
    Fit,
    Font,
    Fonts,
    Layout,
    Page,
    Scripts,
    Theme,
    TypeScale,
    TypeStyle,
    Typography,
)

__all__ = [
    "CLOSING",
    "PAPERS",
    "Align",
    "Colours",
    "Conventions",
    "Fit",
    "Font",
    "Fonts",
    "Layout",
    "Page",
    "Scripts",
    "Theme",
    "TypeScale",
    "TypeStyle",
    "Typography",
    "conventions_of",
    "load",
    "names",
]
