"""Fonts as the typesetter needs them: advance widths, coverage, and subsets cut to a document."""

from functools import lru_cache
from typing import Any

from publisher import resources


@lru_cache(maxsize=16)
def _face(name: str) -> Any:
    import uharfbuzz as hb

    return hb.Face(hb.Blob.from_file_path(str(resources.font(name))))


@lru_cache(maxsize=16)
def coverage(name: str) -> frozenset[int]:
    """Return the code points that the bundled font file ``name`` has glyphs for."""
    return frozenset(_face(name).unicodes)


def advance(name: str, text: str) -> float:
    """Return the width of ``text`` set in the font file ``name``, in em."""
    import uharfbuzz as hb

    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    face = _face(name)
    hb.shape(hb.Font(face), buffer)
    return float(sum(p.x_advance for p in buffer.glyph_positions)) / float(face.upem)


def cut(name: str, characters: frozenset[str]) -> bytes:
    """Return a TrueType subset of the font file ``name`` with ``characters``, the same for the same set.

    Layout features stay (``chws`` squeezes adjacent marks, ``halt`` sets them
    half-width); hinting goes, for print does not use it.
    """
    import uharfbuzz as hb

    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.UNICODE).set({ord(c) for c in characters})
    request.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).clear()
    request.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).invert()
    request.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(_face(name), request).blob.data)
