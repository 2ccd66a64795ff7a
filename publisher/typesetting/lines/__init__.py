"""Line composition after W3C clreq: a paragraph of styled runs and a measure in, positioned lines out.

    runs ─characters→ clusters with advances ─breaks→ where a line may end
         ─fit→ where the lines do end (Knuth and Plass) ─setting→ where each character stands

All lengths are pt. The text itself is never changed: spaces between Han and
Latin and narrower marks are positions, not characters.
"""

from publisher.typesetting.lines.breaks import Strictness
from publisher.typesetting.lines.clusters import gaps, stand_apart
from publisher.typesetting.lines.paragraph import compose, compose_measured
from publisher.typesetting.lines.values import Align, Line, Piece, Run, Setting

__all__ = [
    "Align",
    "Line",
    "Piece",
    "Run",
    "Setting",
    "Strictness",
    "compose",
    "compose_measured",
    "gaps",
    "stand_apart",
]
