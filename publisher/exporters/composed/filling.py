"""Fill the pages of two editions side by side: what of a pair of paragraphs still stands on a page."""

from collections.abc import Callable, Iterator, Sequence

from publisher.exporters.composed.atoms import Atom, stacked
from publisher.exporters.composed.pages import paginate

Columns = tuple[tuple[Atom, ...], tuple[Atom, ...]]
"""The lines of a pair, left and right."""

_ABOVE, _BELOW = 3, 2
"""Of a pair that a page parts, at least so many lines of either side stand on it, and on the next one."""


def parts(
    before: Sequence[Atom], pair: Columns, join: Callable[[Columns, bool], Atom], depth: float
) -> tuple[tuple[Columns, bool], ...]:
    """Return what of ``pair`` stands on each page ``depth`` pt deep, the first under the atoms ``before``.

    A pair that does not fit goes on on the next page, either column from where
    it is; where too few of its lines would stand on this one, it begins there.
    ``join`` makes one atom of two columns, with the space under a pair or
    without it: each part is told with whether it has that space.
    """
    above = len(paginate(before, depth))

    def fits_here(atom: Atom) -> bool:
        return len(paginate((*before, atom), depth)) == above

    def fits_a_page(atom: Atom) -> bool:
        return atom.height <= depth

    found: list[tuple[Columns, bool]] = []
    rest, fits = pair, fits_here
    while not fits(join(rest, False)):
        part = next((part for part in _beginnings(rest) if fits(join(part, False))), None)
        if part is not None:
            found.append((part, False))
            rest = (rest[0][len(part[0]) :], rest[1][len(part[1]) :])
        elif fits is fits_a_page:
            break
        fits = fits_a_page
    return (*found, (rest, fits(join(rest, True))))


class LastPage:
    """The atoms of the page that is being filled, so that no look at it goes over all pages before."""

    def __init__(self, depth: float) -> None:
        self._depth = depth
        self._atoms: list[Atom] = []
        self._tops: set[int] = set()

    def holding(self, atoms: Sequence[Atom]) -> Sequence[Atom]:
        """Return what stands on the last page, now that ``atoms`` follow."""
        for atom in atoms:
            self._atoms.append(atom)
            if atom.ends_page:
                self._atoms = []
            elif len(paginate(self._atoms, self._depth)) > 1:
                turn = self._turn()
                self._atoms = self._atoms[turn:]
                self._tops.update(id(atom) for atom in self._atoms[:1] if turn)
        return self._atoms

    def begins(self, atom: Atom) -> bool:
        """Tell whether a page that was turned to begins with ``atom``."""
        return id(atom) in self._tops

    def _turn(self) -> int:
        """Return where the last page begins: with the last atom and what is kept with it, if so; else 0."""
        last = len(self._atoms) - 1
        kept = last
        while kept and self._atoms[kept - 1].keep:
            kept -= 1
        pages = len(paginate(self._atoms, self._depth))
        before = ((at, len(paginate(self._atoms[:at], self._depth))) for at in (kept, last) if at)
        return next((at for at, count in before if count == pages - 1), 0)


def _beginnings(pair: Columns) -> Iterator[Columns]:
    """Yield what a page may hold of ``pair`` before the next one, the longest first."""
    left, right = (
        [(stacked(column[:n])[0], n) for n in (*range(_ABOVE, len(column) - _BELOW + 1), len(column))]
        for column in pair
    )
    for room in sorted({height for height, _ in (*left, *right)}, reverse=True):
        one, other = (
            max((n for height, n in column if height <= room), default=None) for column in (left, right)
        )
        if one is not None and other is not None and (one, other) != (len(pair[0]), len(pair[1])):
            yield pair[0][:one], pair[1][:other]
