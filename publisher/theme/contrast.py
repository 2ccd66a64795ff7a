"""Whether a theme's inks can be read on its paper (WCAG 2.2, 1.4.3)."""

from collections.abc import Iterator

from publisher.theme.tokens import Colours

LEAST = 4.5
"""What text needs; the large has enough of less, but each ink sets small text too."""

_LINEAR = 0.04045


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (``#rrggbb``), from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def unreadable(colours: Colours) -> Iterator[str]:
    """Yield a line for each ink of text that stands out too little from the paper."""
    for name in ("text", "secondary", "accent"):
        ink = getattr(colours, name)
        if (ratio := contrast(ink, colours.paper)) < LEAST:
            told = int(ratio * 10) / 10
            yield f"{name} {ink} on paper {colours.paper} has a contrast of {told} to 1; text needs {LEAST}"


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= _LINEAR else float(((value + 0.055) / 1.055) ** 2.4)
