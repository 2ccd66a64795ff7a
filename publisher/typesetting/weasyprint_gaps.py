"""Keep the drawn Han–Latin gap out of a PDF's text: who copies or hears a line gets its characters alone.

WeasyPrint draws the gap as a character, FOUR-PER-EM SPACE, which programs
extract; without it they guess a space from the distance. So the gap and the
letter or figure beside it, which the same font draws, are marked together, with
that character as what they say (ISO 32000-1, 14.9.4 ActualText). A gap that
stands alone says WORD JOINER, which has no width.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from publisher.typesetting.spacing import QUARTER_EM

_FONT = re.compile(rb"/(\S+) [\d.]+ Tf")
_SHOW = re.compile(rb"\[(.*)\] TJ", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9a-f]+)>|(-?[\d.]+)")
_MAPPED = re.compile(rb"<([0-9a-f]+)> <2005>")


def finish(document: Any, pdf: Any) -> None:
    """Mark every gap in ``pdf``: a finisher, as WeasyPrint's ``write_pdf`` takes one."""
    import pydyf

    texts = {font.hash.encode(): dict(font.to_unicode) for font in document.fonts.values()}
    if not any(QUARTER_EM in known.values() for known in texts.values()):
        return
    for stream in pdf.objects:
        if not isinstance(stream, pydyf.Stream):
            continue
        if b"BT" in stream.stream:
            stream.stream = list(_marked(_moved(stream.stream, texts), texts))
        elif any(isinstance(part, bytes) and b"begincmap" in part for part in stream.stream):
            stream.stream = [_MAPPED.sub(rb"<\1> <2060>", part) for part in stream.stream]


Texts = dict[bytes, dict[int, str]]


def _moved(parts: list[Any], texts: Texts) -> list[Any]:
    """Return ``parts`` with each gap close to its Han: what stretches stands on its other side."""
    made = list(parts)
    shown: list[tuple[int, list[bytes], dict[int, str]]] = []
    known: dict[int, str] = {}
    for n, part in enumerate(made):
        if not isinstance(part, bytes):
            continue
        if found := _FONT.fullmatch(part):
            known = texts.get(found[1], {})
        elif found := _SHOW.fullmatch(part):
            shown.append((n, list(_tokens(found[1])), known))
        else:
            _shift(shown)
            for place, tokens, _ in shown:
                made[place] = _operator(tokens)
            shown = []
    return made


def _shift(shown: list[tuple[int, list[bytes], dict[int, str]]]) -> None:
    """Take moves across a gap at the seam of two fonts."""
    for (_, before, known), (_, after, following) in pairwise(shown):
        if after and before and _text(after[0], following) == QUARTER_EM and not _is_glyph(before[-1]):
            after.insert(1, before.pop())
        elif before and after and not _is_glyph(after[0]):
            last = max((n for n, token in enumerate(before) if _is_glyph(token)), default=0)
            if _text(before[last], known) == QUARTER_EM:
                before.insert(last, after.pop(0))


def _marked(parts: list[Any], texts: Texts) -> Iterator[Any]:
    """Yield the parts of a content stream, its gaps marked."""
    known: dict[int, str] = {}
    for part in parts:
        if isinstance(part, bytes) and (found := _FONT.fullmatch(part)):
            known = texts.get(found[1], {})
        if isinstance(part, bytes) and (found := _SHOW.fullmatch(part)):
            yield from _shown(list(_tokens(found[1])), known)
        else:
            yield part


def _shown(tokens: list[bytes], known: dict[int, str]) -> Iterator[bytes]:
    """Yield operators that show ``tokens``, each gap in one mark with a neighbour."""
    glyphs = [n for n, token in enumerate(tokens) if _is_glyph(token)]
    start = 0
    for place, n in enumerate(glyphs):
        if _text(tokens[n], known) != QUARTER_EM or n < start or len(glyphs) == 1:
            continue
        at_end = place == len(glyphs) - 1
        first, last = (glyphs[place - 1], n) if at_end else (n, glyphs[place + 1])
        if first < start:
            continue
        yield from _group(tokens[start:first])
        said = _text(tokens[first if at_end else last], known)
        yield b"/Span<</ActualText<FEFF%b>>>BDC" % said.encode("utf-16-be").hex().upper().encode()
        yield from _group(tokens[first : last + 1])
        yield b"EMC"
        start = last + 1
    yield from _group(tokens[start:])


def _tokens(operand: bytes) -> Iterator[bytes]:
    """Yield the glyphs and the moves in the operand of TJ, one by one."""
    for codes, move in _TOKEN.findall(operand):
        if move:
            yield move
        for at in range(0, len(codes), 4):
            yield b"<%b>" % codes[at : at + 4]


def _is_glyph(token: bytes) -> bool:
    return token[:1] == b"<"


def _text(token: bytes, known: dict[int, str]) -> str:
    return known.get(int(token[1:5], 16), "") if _is_glyph(token) else ""


def _group(tokens: list[bytes]) -> Iterator[bytes]:
    if tokens:
        yield _operator(tokens)


def _operator(tokens: list[bytes]) -> bytes:
    # two moves side by side would run into one number
    return b"[%b] TJ" % b" ".join(tokens)
