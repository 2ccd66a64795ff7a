"""What the content of a finished PDF paints: text, areas and pictures, each in its colour and place."""

from collections.abc import Iterator, Sequence
from math import hypot
from typing import Any, Literal

import msgspec

from publisher.exporters.profiles.colour_spaces import Colour, family, is_name, named

Kind = Literal["text", "fill", "stroke", "picture", "shading"]
Matrix = tuple[float, float, float, float, float, float]

_DEPTH = 12
"""Forms nest so deep at most; a file that goes deeper goes round in circles."""


class Paint(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is painted on ``page``, counted from 1.

    ``dpi`` is the resolution of a picture at its size on paper, ``overprints``
    tells of a fill in overprint mode 1, ``opaque`` that nothing shines through,
    ``tagged`` that it stands in marked content. ``font`` is the number of the
    font object that sets a text, (0, 0) where there is none.
    """

    page: int
    kind: Kind
    colour: Colour
    dpi: float = 0.0
    overprints: bool = False
    opaque: bool = True
    tagged: bool = True
    font: tuple[int, int] = (0, 0)


class _State(msgspec.Struct):
    """The graphics state, as far as it tells what is asked here (PDF 1.7, 8.4)."""

    matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    fill: Colour = Colour("DeviceGray", (0.0,))
    stroke: Colour = Colour("DeviceGray", (0.0,))
    overprint: bool = False
    mode: int = 0
    opaque: bool = True
    font: tuple[int, int] = (0, 0)
    rendering: int = 0


def paints(document: Any) -> Iterator[Paint]:
    """Yield all that the pages of ``document`` paint, in order."""
    for number, page in enumerate(document.pages, 1):
        yield from _Reader(number).read(page.obj, page.obj.get("/Resources", {}), _State(), 0)


_DEVICE = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
_FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
_STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
_TEXT = frozenset(("Tj", "TJ", "'", '"'))


class _Reader:
    """Reads the content of one page and of the forms and patterns in it."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._marked = 0

    def read(self, stream: Any, resources: Any, state: _State, depth: int) -> Iterator[Paint]:
        import pikepdf

        if depth > _DEPTH:
            return
        saved: list[_State] = []
        for step in pikepdf.parse_content_stream(stream):
            name, operands = str(step.operator), list(step.operands)
            if name == "q":
                saved.append(msgspec.structs.replace(state))
            elif name == "Q":
                state = saved.pop() if saved else state
            elif name == "cm":
                state.matrix = _times(_matrix(operands), state.matrix)
            elif name in ("BMC", "BDC"):
                self._marked += 1
            elif name == "EMC":
                self._marked -= 1
            elif name == "Tf":
                font = named(resources, "/Font", operands[0])
                state.font = (0, 0) if font is None else font.objgen
            elif name == "Tr":
                state.rendering = int(operands[0])
            elif name == "gs":
                _use(state, named(resources, "/ExtGState", operands[0]))
            elif name == "Do":
                yield from self._object(named(resources, "/XObject", operands[0]), resources, state, depth)
            elif name == "INLINE IMAGE":
                yield self._picture(operands[0].obj, resources, state)  # with its names in full
            elif name == "sh":
                shading = named(resources, "/Shading", operands[0])
                space = None if shading is None else shading.get("/ColorSpace")
                yield self._paint("shading", Colour(family(space, resources)), state)
            elif name.lower() in ("g", "rg", "k", "cs", "sc", "scn"):
                yield from self._colour(name, operands, resources, state, depth)
            elif name in _TEXT and state.rendering != 3:  # 3 is invisible
                yield self._paint("text", state.stroke if state.rendering == 1 else state.fill, state)
            else:
                if name in _FILLS:
                    yield self._paint("fill", state.fill, state)
                if name in _STROKES:
                    yield self._paint("stroke", state.stroke, state)

    def _colour(
        self, name: str, operands: Sequence[Any], resources: Any, state: _State, depth: int
    ) -> Iterator[Paint]:
        low = name.lower()
        before = state.stroke if name[0].isupper() else state.fill
        numbers = tuple(float(value) for value in operands if not is_name(value))
        if low in _DEVICE:
            made = Colour(_DEVICE[low], numbers)
        elif low == "cs":
            found = named(resources, "/ColorSpace", operands[0])
            made = Colour(family(operands[0] if found is None else found, resources))
        else:
            made = Colour(before.space, numbers)
            if operands and is_name(operands[-1]):
                pattern = named(resources, "/Pattern", operands[-1])
                yield from self._pattern(pattern, resources, state, depth)
        if name[0].isupper():
            state.stroke = made
        else:
            state.fill = made

    def _pattern(self, pattern: Any, resources: Any, state: _State, depth: int) -> Iterator[Paint]:
        if pattern is None:
            return
        if (shading := pattern.get("/Shading")) is not None:
            yield self._paint("shading", Colour(family(shading.get("/ColorSpace"), resources)), state)
        else:
            inner = msgspec.structs.replace(state)
            yield from self.read(pattern, pattern.get("/Resources", resources), inner, depth + 1)

    def _object(self, made: Any, resources: Any, state: _State, depth: int) -> Iterator[Paint]:
        if made is None:
            return
        if made.get("/Subtype") == "/Image":
            yield self._picture(made, resources, state)
            return
        inner = msgspec.structs.replace(state)
        if (matrix := made.get("/Matrix")) is not None:
            inner.matrix = _times(_matrix(matrix), inner.matrix)
        yield from self.read(made, made.get("/Resources", resources), inner, depth + 1)

    def _picture(self, image: Any, resources: Any, state: _State) -> Paint:
        a, b, c, d, _, _ = state.matrix
        across, up = hypot(a, b) / 72, hypot(c, d) / 72
        dpi = min(int(image.Width) / across, int(image.Height) / up) if across and up else 0.0
        opaque = state.opaque and "/SMask" not in image
        mask = bool(image.get("/ImageMask", False))
        colour = state.fill if mask else Colour(family(image.get("/ColorSpace"), resources))
        return self._paint("picture", colour, state, dpi=dpi, opaque=opaque)

    def _paint(self, kind: Kind, colour: Colour, state: _State, **more: Any) -> Paint:
        facts = {"opaque": state.opaque, **more}
        return Paint(
            page=self._page,
            kind=kind,
            colour=colour,
            overprints=state.overprint and state.mode == 1,
            tagged=self._marked > 0,
            font=state.font if kind == "text" else (0, 0),
            **facts,
        )


def _use(state: _State, parameters: Any) -> None:
    """Take over what an ExtGState sets."""
    if parameters is None:
        return
    if "/op" in parameters or "/OP" in parameters:
        state.overprint = bool(parameters.get("/op", parameters.get("/OP")))
    state.mode = int(parameters.get("/OPM", state.mode))
    if any(key in parameters for key in ("/ca", "/CA", "/SMask", "/BM")):
        opaque = all(float(parameters.get(key, 1)) == 1.0 for key in ("/ca", "/CA"))
        plain = parameters.get("/SMask", "/None") == "/None"
        state.opaque = (
            opaque and plain and str(parameters.get("/BM", "/Normal")) in ("/Normal", "/Compatible")
        )


def _matrix(values: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
