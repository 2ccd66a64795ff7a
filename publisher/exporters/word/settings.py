"""The settings of a Word document, written anew: none of the template's are left (ECMA-376-1, 17.15)."""

from typing import Any

from publisher.exporters.word import xml
from publisher.exporters.word.runs import region
from publisher.model import Article

_LAYOUT = "http://schemas.microsoft.com/office/word"
_COMPATIBLE = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
    ("useWord2013TrackBottomHyphenation", "0"),
)
"""What Word 2013 and later write for a document of their own: without, it opens in compatibility mode."""

_COLOURS = (
    ("bg1", "light1"), ("t1", "dark1"), ("bg2", "light2"), ("t2", "dark2"),
    *((f"accent{n}", f"accent{n}") for n in range(1, 7)),
    ("hyperlink", "hyperlink"), ("followedHyperlink", "followedHyperlink"),
)  # fmt: skip


def fill(document: Any, articles: tuple[Article, ...]) -> None:
    """Write the settings of a document with ``articles``: squeezed marks, languages, Word's own mode."""
    settings = document.settings.element
    for old in list(settings):
        settings.remove(old)
    chinese = next((a.meta.language for a in articles if a.meta.language.startswith("zh")), "")
    english = next((a.meta.language for a in articles if not a.meta.language.startswith("zh")), "en-US")
    settings.append(xml.make("w:zoom", percent="100"))
    settings.append(xml.make("w:defaultTabStop", val="420"))
    settings.append(xml.make("w:characterSpacingControl", val="compressPunctuation"))
    settings.append(_compatible())
    settings.append(xml.make("w:themeFontLang", val=region(english), eastAsia=region(chinese or "zh-Hans")))
    settings.append(xml.make("w:clrSchemeMapping", **dict(_COLOURS)))
    settings.append(xml.make("w:decimalSymbol", val="."))
    settings.append(xml.make("w:listSeparator", val=","))


def _compatible() -> Any:
    made = xml.make("w:compat")
    # a line that a break ends is not stretched
    made.append(xml.make("w:doNotExpandShiftReturn"))
    made.append(xml.make("w:useFELayout"))
    for name, value in _COMPATIBLE:
        made.append(xml.make("w:compatSetting", name=name, uri=_LAYOUT, val=value))
    return made
