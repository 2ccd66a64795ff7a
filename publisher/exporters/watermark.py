"""The mark across each page of a draft or an embargoed text: seen by everybody, read by no program."""

import base64
from collections.abc import Sequence
from math import cos, radians, sin

import msgspec

from publisher.contracts import Context
from publisher.model import Article
from publisher.theme import Page
from publisher.typesetting import fonts

ANGLE = 45.0
"""Degrees that the mark rises from left to right, as Word sets it."""

_SPAN = 0.78
"""The mark's share of the page's diagonal band."""

_TINT = 0.13
"""How much of the ink is left on white paper."""

_MM = 72 / 25.4


class Step(msgspec.Struct, frozen=True):
    """One step of an outline: M, L or C with its points in pt, y upwards, or Z."""

    name: str
    points: tuple[float, ...] = ()


def words(articles: Sequence[Article], context: Context) -> str:
    """Return what the mark says, in each language of ``articles``; nothing for a final text.

    A draft under embargo is marked as a draft: it may not go out at all.
    """
    pages = [context.furniture[article.meta.language] for article in articles]
    said = [page.draft for page in pages]
    if not any(said):
        said = [page.embargo for page in pages]
    return " ".join(dict.fromkeys(word for word in said if word))


def ink(context: Context) -> str:
    """Return the tint of the theme's accent that the mark is drawn in, as #rrggbb."""
    accent = context.theme.colours.accent
    parts = (int(accent[n : n + 2], 16) for n in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * _TINT):02x}" for part in parts)


def fit(text: str, font: str, page: Page) -> tuple[float, float]:
    """Return the length of the mark ``text`` in the font file ``font`` on ``page``, and its size, in pt."""
    width = fonts.advance(font, text)
    band = min(page.width, page.height) * _MM / cos(radians(ANGLE))
    size = min(band * _SPAN / width, page.width * _MM * 0.3)
    return width * size, size


def outline(text: str, font: str, page: Page) -> tuple[Step, ...]:
    """Return ``text`` in the font file ``font`` as outlines across ``page``, origin at its bottom left."""
    length, size = fit(text, font, page)
    rise, run = sin(radians(ANGLE)), cos(radians(ANGLE))
    ascent, descent = fonts.extents(font)
    middle_x, middle_y = page.width * _MM / 2, page.height * _MM / 2
    found: list[Step] = []
    for name, points in fonts.outlines(font, text):
        placed: list[float] = []
        for x, y in points:
            across, up = x * size - length / 2, (y - (ascent - descent) / 2) * size
            placed += (middle_x + across * run - up * rise, middle_y + across * rise + up * run)
        found.append(Step(name, tuple(placed)))
    return tuple(found)


def image(steps: Sequence[Step], colour: str, page: Page) -> str:
    """Return the mark as the address of an SVG picture of the whole page."""
    width, height = page.width * _MM, page.height * _MM
    path = " ".join(
        step.name
        + " ".join(f"{point if n % 2 == 0 else height - point:.1f}" for n, point in enumerate(step.points))
        for step in steps
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}pt" height="{height:.2f}pt" '
        f'viewBox="0 0 {width:.2f} {height:.2f}"><path fill="{colour}" d="{path}"/></svg>'
    )
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode('ascii')}"
