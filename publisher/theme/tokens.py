"""The tokens of a look: page, inks, fonts and type, one set for CSS, Word styles and ReportLab styles."""

from typing import Any, Literal

import msgspec

Align = Literal["left", "center", "right", "justify"]
FaceName = Literal["", "regular", "bold", "sans", "kai"]
InkName = Literal["", "text", "secondary", "accent"]

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
    """A family: its name for Word, its files under templates/fonts, and stand-ins.

    ``traditional`` names the family, and then its stand-ins, that Word asks for
    where Chinese is Traditional: its marks stand in the middle of their squares.
    A ``heavy`` one is as heavy as its place asks by itself, so that Word makes it no bolder.
    ``spare`` is the file that sets in a PDF what ``regular`` lacks.
    """

    family: str
    regular: str = ""
    italic: str = ""
    bold: str = ""
    fallback: tuple[str, ...] = ()
    traditional: tuple[str, ...] = ()
    heavy: bool = False
    spare: str = ""

    def named_for(self, language: str) -> "Font":
        """Return the font by its name for text in ``language`` (BCP 47)."""
        if not self.traditional or "Hant" not in language.split("-"):
            return self
        family, *rest = self.traditional
        return msgspec.structs.replace(self, family=family, fallback=tuple(rest))


class Fonts(_Tokens, frozen=True):
    """Han serif for text, Han sans for kickers and masthead, Latin companion.

    ``kai`` is the brush face of some headings, ``title`` that of the headline;
    the bold Han serif stands in for either that is not named. ``marks`` and
    ``sans_marks`` have the marks of Taiwan and Hong Kong, which stand in the
    middle of their squares, for the marks of the Han serif and sans.
    ``sans_quotes`` has the quotes and the apostrophe of English, which are as
    wide as Han in the Han sans.
    """

    han: Font
    sans: Font
    latin: Font
    kai: Font | None = None
    title: Font | None = None
    marks: Font | None = None
    sans_marks: Font | None = None
    sans_quotes: Font | None = None

    def centred(self, language: str) -> tuple[str, str, str]:
        """Return the files of marks for text in ``language``: regular, bold, sans; "" for those of Han."""
        if "Hant" not in language.split("-"):
            return "", "", ""
        marks, sans = self.marks or Font(""), self.sans_marks or Font("")
        return marks.regular, marks.bold or marks.regular, sans.bold or sans.regular

    def named_for(self, language: str) -> "Fonts":
        """Return the fonts by their names for a document in ``language``."""
        han, sans = self.han.named_for(language), self.sans.named_for(language)
        return msgspec.structs.replace(self, han=han, sans=sans)

    @property
    def brush(self) -> str:
        """File of the brush face, or of what stands in for it."""
        return (self.kai.regular if self.kai else "") or self.han.regular

    @property
    def display(self) -> str:
        """File of the headline's Han face, or of what stands in for it."""
        return (self.title.bold or self.title.regular if self.title else "") or self.han.bold


class TypeStyle(_Tokens, frozen=True):
    """One style: ``size``, ``leading``, ``before`` and ``after`` in pt, ``indent`` and ``tracking`` in em.

    ``face`` and ``ink`` are set where a style departs from the face and the
    colour that its place has in every theme. ``tracking`` is added after each
    character.
    """

    size: float
    leading: float
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    align: Align = "left"
    face: FaceName = ""
    ink: InkName = ""
    tracking: float = 0.0


class TypeScale(_Tokens, frozen=True):
    """The styles of one script; a level of heading without a style is set as ``heading``."""

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
    heading2: TypeStyle | None = None
    heading3: TypeStyle | None = None
    heading4: TypeStyle | None = None

    def heading_of(self, level: int) -> TypeStyle:
        """Return the style of headings of ``level``, 1 to 4."""
        return (None, self.heading2, self.heading3, self.heading4)[min(max(level, 1), 4) - 1] or self.heading


class Scripts(_Tokens, frozen=True):
    """The type scales of the Chinese and the English text of one layout."""

    zh: TypeScale
    en: TypeScale

    def of(self, language: str) -> TypeScale:
        """Return the scale for a BCP 47 ``language``."""
        return self.zh if language.startswith("zh") else self.en


class Layout(_Tokens, frozen=True):
    """How the page of one language is laid out, and how two languages share one.

    ``masthead`` is what the page opens with: the issuer over a rule, a banner
    across the measure, the red head of an official document, or nothing.
    ``folio`` is how pages are counted: 1 / 3, or — 1 —. ``gap`` is the space
    between columns, in mm. ``numbered_captions`` is what has its captions
    numbered where there are several: a press picture has none. An edition in
    Word has a table of contents from ``toc_from`` headings on, 0 for never.
    ``bilingual`` sets two languages side by side, or a paragraph of the one
    under that of the other, on the page and in the type of one language.
    ``running_head`` puts the headline over every page of Word but the first.
    """

    masthead: Literal["rule", "banner", "red-head", "none"] = "rule"
    folio: Literal["counter", "dashes"] = "counter"
    columns: int = 1
    gap: float = 7.0
    numbered_captions: tuple[Literal["tables", "figures"], ...] = ()
    toc_from: int = 8
    bilingual: Literal["columns", "alternating"] = "columns"
    running_head: bool = False

    @property
    def signed(self) -> bool:
        """Whether issuer and date stand under the text, as in an official document, not over it."""
        return self.masthead in ("red-head", "none")


class Typography(_Tokens, frozen=True):
    """How lines are broken, and how Chinese is stressed.

    ``hanging`` lets 、。，． that find no room stand outside the right margin
    (clreq 3.1.3, CSS hanging-punctuation). ``hyphenate`` parts English words of
    running text. ``strictness`` is one of the three levels of clreq 3.1.4.
    ``emphasis`` in Chinese is the black face, or dots under the characters
    (clreq 3.4), which no PDF engine here draws.
    """

    hanging: Literal["none", "allow-end"] = "none"
    hyphenate: bool = False
    strictness: Literal["basic", "gb", "strict"] = "strict"
    emphasis: Literal["hei", "dots"] = "hei"


class Fit(_Tokens, frozen=True):
    """How much closer a PDF may be set where that saves a last page that would hold little.

    ``leading`` and ``space`` are the least parts of the lines' distance and of
    the space around blocks; such a page is filled to less than ``short``.
    """

    leading: float = 1.0
    space: float = 1.0
    short: float = 0.0


class Theme(_Tokens, frozen=True):
    """All tokens of one look, for one language alone and for two side by side.

    ``description`` is one line for whoever chooses. ``folders`` are where its
    templates lie: its own, then that of each theme it is based on.
    """

    name: str
    folders: tuple[str, ...]
    layout: Layout
    page: Page
    page_bilingual: Page
    colours: Colours
    colours_dark: Colours
    fonts: Fonts
    type: Scripts
    type_bilingual: Scripts
    typography: Typography = Typography()
    fit: Fit = Fit()
    conventions: dict[str, dict[str, Any]] = {}  # by BCP 47 tag; read with conventions_of
    description: str = ""
