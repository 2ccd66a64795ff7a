"""Characters named so that a person finds them: the sign, its number and name in Unicode, its place."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.model import Release
from publisher.report import Notice, Severity
from publisher.walk import texts

_SHOWN = 5
"""How many characters a message names; the rest are counted."""

_UNSEEN = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Mc", "Me", "Mn", "Zl", "Zp", "Zs"))
"""General categories (Unicode, 4.5) that show nothing of their own, or change what stands beside them."""


def refuse_missing(characters: str, release: Release, context: Context) -> None:
    """Raise ExportError that names ``characters``, which no font of the page has, if there are any."""
    if not characters:
        return
    own, look = _own(context), f"the theme {context.theme.name!r}"
    without = f"Neither {own} nor the fonts of {look} have" if own else f"No font of {look} has"
    raise ExportError(
        f"{without} a glyph for: {named(characters, release)}.",
        hint="Replace these characters, or use fonts that hold them: --font han=FILE.",
    )


def tell_missing(characters: Iterable[str], release: Release, context: Context) -> None:
    """File a Notice that names ``characters``, which no font of the theme has; none where there are none.

    HTML and Word are shown by programs that have other fonts; a PDF carries its own and is refused.
    """
    if not (missing := "".join(characters)):
        return
    own = _own(context)
    lacking = f"{own[0].upper()}{own[1:]} and the theme's fonts" if own else "The theme's fonts"
    notice = Notice(
        code="glyph-missing",
        message=f"{lacking} lack {named(missing, release)}; the reader's own fonts will show them.",
        severity=Severity.WARNING,
    )
    if notice not in context.report.notices:
        context.report.add(notice)


def tell_spared(characters: str, release: Release, context: Context) -> None:
    """File a Notice that names ``characters``, which the user's own Han font lacks and the theme's shows."""
    if not characters:
        return
    notice = Notice(
        code="glyph-spared",
        message=f"The font {context.theme.fonts.han.family!r} lacks {named(characters, release)}; "
        "the theme's own font shows them.",
        severity=Severity.WARNING,
    )
    if notice not in context.report.notices:
        context.report.add(notice)


def named(characters: Iterable[str], release: Release) -> str:
    """Return ``characters`` as ``𠮷 (U+20BB7, CJK UNIFIED IDEOGRAPH-20BB7, in b3)``, five at most.

    What shows nothing by itself, or would turn the line around, has its number
    alone. The place is the first block or field of ``release`` that has the
    character; what stands around the text has none.
    """
    every = tuple(dict.fromkeys(characters))
    shown = ", ".join(_one(character, release) for character in every[:_SHOWN])
    return f"{shown} and {len(every) - _SHOWN} more" if len(every) > _SHOWN else shown


def _own(context: Context) -> str:
    """Return the user's own fonts for text, in words; nothing where the theme has them all."""
    look = context.theme
    text = ((font.family, Path(font.regular)) for font in (look.fonts.han, look.fonts.latin))
    found = [
        repr(family)
        for family, file in text
        if file.is_absolute() and not any(file.is_relative_to(folder) for folder in look.folders)
    ]
    return f"your font{'s' * (len(found) > 1)} {' and '.join(found)}" if found else ""


def _one(character: str, release: Release) -> str:
    number = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    found = (where for article in release.editions for where, text in texts(article) if character in text)
    place = next(found, "")
    told = [part for part in (name, f"in {place}" if place else "") if part]
    ideograph = ord(character) >> 16 in (2, 3)  # planes kept for them, newer ones than Python may know
    if unicodedata.category(character) in _UNSEEN and not ideograph:
        return f"{number} ({', '.join(told)})" if told else number
    return f"{character} ({', '.join((number, *told))})"
