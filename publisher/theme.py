"""theme.toml to Theme: one set of tokens for CSS, Word styles and ReportLab styles."""

import tomllib
from pathlib import Path
from typing import Any, Literal

import msgspec

from publisher import resources
from publisher.errors import ConfigError

Align = Literal["left", "center", "right", "justify"]

PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Paper by its name: width and height in mm (ISO 216, ANSI/ASME Y14.1)."""


class _Tokens(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of the token tables: an unknown token is an error."""


class Page(_Tokens, frozen=True):
    """Page size and margins, in mm."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def measure(self) -> float:
        """Width of the type area, in mm."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """Height of the type area, in mm."""
        return self.height - self.top - self.bottom


class Colours(_Tokens, frozen=True):
    """Inks, and for a screen the paper and the ground it lies on, as ``#rrggbb``."""

    text: str
    secondary: str
    hairline: str
    accent: str
    paper: str = "#ffffff"
    ground: str = "#efece6"


class Font(_Tokens, frozen=True):
    """A family: its name for Word, its files under templates/fonts, and stand-ins."""

    family: str
    regular: str = ""
    italic: str = ""
    bold: str = ""
    fallback: tuple[str, ...] = ()


class Fonts(_Tokens, frozen=True):
    """Han serif for text, Han sans for kickers and masthead, Latin companion."""

    han: Font
    sans: Font
    latin: Font


class TypeStyle(_Tokens, frozen=True):
    """One style: ``size``, ``leading``, ``before`` and ``after`` in pt, ``indent`` in em."""

    size: float
    leading: float
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    align: Align = "left"


class TypeScale(_Tokens, frozen=True):
    """The styles of one script."""

    body: TypeStyle
    headline: TypeStyle
    kicker: TypeStyle
    subhead: TypeStyle
    heading: TypeStyle
    quote: TypeStyle
    caption: TypeStyle
    table: TypeStyle
    masthead: TypeStyle
    kind: TypeStyle
    meta: TypeStyle
    credits: TypeStyle
    boilerplate: TypeStyle
    foot: TypeStyle


class Scripts(_Tokens, frozen=True):
    """The type scales of the Chinese and the English text of one layout."""

    zh: TypeScale
    en: TypeScale

    def of(self, language: str) -> TypeScale:
        """Return the scale for a BCP 47 ``language``."""
        return self.zh if language.startswith("zh") else self.en


class Theme(_Tokens, frozen=True):
    """All tokens of one look, for one language alone and for two side by side."""

    name: str
    folder: Path
    page: Page
    page_bilingual: Page
    colours: Colours
    colours_dark: Colours
    fonts: Fonts
    type: Scripts
    type_bilingual: Scripts


def load(name: str, paper: str = "") -> Theme:
    """Return the bundled theme ``name``, on another ``paper`` of PAPERS if one is named.

    The margins stay and the text is set anew, never scaled. ConfigError says
    what is wrong and where.
    """
    folder = resources.templates() / name
    path = folder / "theme.toml"
    if not path.is_file():
        known = ", ".join(sorted(p.parent.name for p in resources.templates().glob("*/theme.toml")))
        raise ConfigError(f"There is no theme named {name!r}.", hint=f"Themes here: {known}.")
    try:
        tokens = tomllib.loads(path.read_text(encoding="utf-8"))
        if paper:
            tokens["page"]["width"], tokens["page"]["height"] = PAPERS[paper]
        return _theme(tokens, folder)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, KeyError) as error:
        raise ConfigError(f"The theme {name!r} cannot be used: {error} ({path}).") from error


def _theme(tokens: dict[str, Any], folder: Path) -> Theme:
    colours = {k: v for k, v in tokens["colours"].items() if k != "dark"}
    page = {k: v for k, v in tokens["page"].items() if k != "bilingual"}
    scripts = {k: v for k, v in tokens["type"].items() if k != "bilingual"}
    beside = tokens["type"].get("bilingual", {})
    return msgspec.convert(
        {
            "name": tokens["name"],
            "folder": folder,
            "page": page,
            "page_bilingual": page | tokens["page"].get("bilingual", {}),
            "colours": colours,
            "colours_dark": colours | tokens["colours"].get("dark", {}),
            "fonts": tokens["fonts"],
            "type": scripts,
            "type_bilingual": {s: scripts[s] | beside.get(s, {}) for s in scripts},
        },
        type=Theme,
    )
