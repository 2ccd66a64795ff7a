"""What goes into line composition and what comes out."""

from enum import StrEnum

import msgspec

from publisher.typesetting.lines.breaks import Strictness


class Align(StrEnum):
    """How a line stands in its measure (CSS text-align)."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Run(msgspec.Struct, frozen=True):
    """Characters in one look.

    ``han`` and ``latin`` name font files in templates/fonts: Han, its marks and
    what ``latin`` lacks are set in ``han``, the rest in ``latin``, and what both
    lack in the first of ``spare`` that has it; the marks that ``marks`` holds are set in that.
    ``size`` and ``rise`` are pt. ``tag`` is the caller's own (a link) and comes
    back on the pieces.
    """

    text: str
    han: str
    latin: str
    size: float
    rise: float = 0.0
    tag: str = ""
    spare: tuple[str, ...] = ()
    marks: str = ""


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """How a paragraph is set; lengths in pt.

    ``language`` (BCP 47) tells Chinese from English text, and with it which
    font sets “”‘’—…·; ``hanging`` lets a comma or full stop stand outside the
    right margin (clreq 3.1.3, an option); ``tracking`` is added after every
    character (CSS letter-spacing).
    """

    measure: float
    language: str
    align: Align = Align.JUSTIFY
    indent: float = 0.0
    hyphenate: bool = False
    hanging: bool = False
    strictness: Strictness = Strictness.STRICT
    tracking: float = 0.0

    @property
    def chinese(self) -> bool:
        """Whether the text is Chinese."""
        return self.language.startswith("zh")


class Piece(msgspec.Struct, frozen=True):
    """Characters of one font that stand in one line.

    ``x`` is where the first begins, in pt from the left edge of the measure;
    ``advances`` has the distance from each character to the next (so the last
    one is the distance to the next piece); ``shift`` moves the glyph of each
    character without moving what follows, for a mark whose blank half was
    taken from its left.
    """

    text: str
    font: str
    size: float
    x: float
    advances: tuple[float, ...]
    shifts: tuple[float, ...]
    rise: float = 0.0
    tag: str = ""


class Line(msgspec.Struct, frozen=True):
    """One line: the characters ``start`` to ``end`` of the paragraph, and where they stand.

    ``hyphen`` tells that a hyphen was added that is not in the text; ``width``
    is what the line takes of its measure in pt, the indent included; ``last``
    marks the end of the paragraph or a forced end.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    width: float
    hyphen: bool = False
    last: bool = False
