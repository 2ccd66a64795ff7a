"""How Word breaks lines: the theme's strictness, hanging marks and hyphens (ECMA-376-1, 17.3.1, 17.15.1)."""

from typing import Any

from publisher.exporters.word import xml
from publisher.exporters.word.runs import region
from publisher.theme import Typography
from publisher.typesetting.lines.classes import (
    CLOSING,
    MIDDLE_DOTS,
    OPENING,
    PAIRED,
    PAUSE_AND_STOP,
    POSTFIX,
    PREFIX,
    SOLIDUS,
)

_RUNNING = (
    "Body Text", "Body Text Begun", "Body Text Continued", "Body Text Ended", "Quote", "List Bullet",
    "List Number", "Boilerplate",
)  # fmt: skip


def of_document(document: Any, typography: Typography, language: str) -> None:
    """Tell Word which marks begin and end no line of Chinese, and whether English words are parted.

    Word's own lists are close to the basic level of clreq 3.1.4; the others are told in full.
    """
    settings = document.settings.element
    if typography.hyphenate:
        xml.insert_setting(settings, xml.make("w:autoHyphenation", val="1"))
        xml.insert_setting(settings, xml.make("w:doNotHyphenateCaps", val="1"))
    if typography.strictness == "basic":
        return
    chinese = region(language) if language.startswith("zh") else "zh-CN"
    starts = CLOSING | PAUSE_AND_STOP | MIDDLE_DOTS | POSTFIX | SOLIDUS
    if typography.strictness == "strict":
        starts |= PAIRED
    for name, marks in (("noLineBreaksAfter", OPENING | PREFIX | SOLIDUS), ("noLineBreaksBefore", starts)):
        said = "".join(sorted(marks))
        xml.insert_setting(settings, xml.make(f"w:{name}", lang=chinese, val=said))


def of_style(style: Any, base: str, typography: Typography) -> None:
    """Give a style the rules of clreq 3.1: line starts and ends, spacing between scripts, hanging marks."""
    properties = style.element.get_or_add_pPr()
    if typography.hyphenate and base not in _RUNNING:
        xml.insert(properties, xml.make("w:suppressAutoHyphens", val="1"))
    for tag, value in (
        ("w:kinsoku", "1"),
        ("w:overflowPunct", "1" if typography.hanging == "allow-end" else "0"),
        ("w:topLinePunct", "1"),
        ("w:autoSpaceDE", "1"),
        ("w:autoSpaceDN", "1"),
        ("w:adjustRightInd", "0"),
        ("w:snapToGrid", "0"),
    ):
        xml.insert(properties, xml.make(tag, val=value))
