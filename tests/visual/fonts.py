"""A fontconfig file of our own: programs see the project's fonts and no other, on every machine the same."""

from pathlib import Path
from xml.sax.saxutils import escape

from publisher import resources
from publisher.theme import Theme

_BUNDLED = {"han": "Noto Serif SC", "sans": "Noto Sans SC", "latin": "Source Serif 4", "kai": "Press Kai"}
"""The bundled family that each role is drawn in."""


def configuration(folder: Path, themes: tuple[Theme, ...]) -> Path:
    """Write fonts.conf into ``folder``, a cache beside it, and return its path.

    Each family that ``themes`` name for Word is drawn in the bundled one that
    has its role; the face of a headline, which is heavy by itself, in the bold.
    """
    aliases: dict[str, str] = {}
    for theme in themes:
        for role, bundled in {**_BUNDLED, "title": _BUNDLED["han"]}.items():
            font = getattr(theme.fonts, role)
            if font and font.family not in _BUNDLED.values():
                aliases[font.family] = _rule(font.family, bundled, bold=role == "title")
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        f"<dir>{escape(str(resources.templates() / 'fonts'))}</dir>\n"
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir>\n"
        + "".join(aliases.values())
        + _rule("", _BUNDLED["han"])
        + "</fontconfig>\n",
        encoding="utf-8",
    )
    return path


def _rule(family: str, bundled: str, *, bold: bool = False) -> str:
    """Return a rule that draws ``family``, or what has no other, in ``bundled``."""
    test = f'<test name="family"><string>{escape(family)}</string></test>' if family else ""
    weight = '<edit name="weight" mode="assign"><const>bold</const></edit>' if bold else ""
    mode = "assign" if family else "append_last"
    edit = f'<edit name="family" mode="{mode}" binding="strong"><string>{bundled}</string></edit>'
    return f'<match target="pattern">{test}{edit}{weight}</match>\n'
