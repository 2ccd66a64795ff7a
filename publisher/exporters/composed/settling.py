"""A release as its pages hold it: pictures where they fill them, and no last page for a few lines."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from publisher.contracts import Context
from publisher.exporters.composed.floats import floated, sheets
from publisher.exporters.composed.pages import Sheet
from publisher.exporters.composed.story import MM, page_of
from publisher.model import Release
from publisher.theme import Scripts, Theme, TypeScale, TypeStyle

_STEPS = 4
"""The text is set closer in so many steps, and no closer than it must."""

_TEXT = (
    "body", "subhead", "heading", "heading2", "heading3", "heading4",
    "quote", "caption", "table", "credits", "boilerplate",
)  # fmt: skip
"""The styles whose lines are set closer; masthead, headline and foot stay as they are."""


class Settled(NamedTuple):
    """A release and a context as they are set in a PDF, and the pages they make."""

    release: Release
    context: Context
    sheets: tuple[Sheet, ...]


def settled(release: Release, context: Context) -> Settled:
    """Return ``release`` and ``context`` as they are set in a PDF, by whatever engine.

    Pictures float. Where the last page would hold little, all of the text is
    set closer, within the theme's bounds, if that saves the page.
    """
    placed = floated(release, context)
    made = sheets(placed, context)
    if _is_short(made, release, context):
        for theme in _closer(context.theme):
            tight = msgspec.structs.replace(context, theme=theme)
            tried = floated(release, tight)
            closer = sheets(tried, tight)
            if len(closer) < len(made):
                return Settled(tried, tight, closer)
    return Settled(placed, context, made)


def _is_short(made: tuple[Sheet, ...], release: Release, context: Context) -> bool:
    depth = page_of(release, context).depth * MM
    return len(made) > 1 and made[-1].end < context.theme.fit.short * depth


def _closer(theme: Theme) -> Iterator[Theme]:
    """Yield ``theme`` set closer and closer, up to its bounds."""
    for step in range(1, _STEPS + 1):
        fit, share = theme.fit, step / _STEPS
        leading, space = 1 - (1 - fit.leading) * share, 1 - (1 - fit.space) * share
        yield msgspec.structs.replace(
            theme,
            type=_scripts(theme.type, leading, space),
            type_bilingual=_scripts(theme.type_bilingual, leading, space),
        )


def _scripts(scripts: Scripts, leading: float, space: float) -> Scripts:
    return Scripts(zh=_scale(scripts.zh, leading, space), en=_scale(scripts.en, leading, space))


def _scale(scale: TypeScale, leading: float, space: float) -> TypeScale:
    styles: dict[str, TypeStyle | None] = {}
    for name in (*_TEXT, "headline", "kicker"):
        style: TypeStyle | None = getattr(scale, name)
        styles[name] = style and msgspec.structs.replace(
            style,
            leading=round(style.leading * leading, 3) if name in _TEXT else style.leading,
            before=round(style.before * space, 3),
            after=round(style.after * space, 3),
        )
    return msgspec.structs.replace(scale, **styles)
