"""Translations under way (.xlf, .json) beside the memories: their drafts, found by source text."""

from collections.abc import Iterable

from publisher.model import State
from publisher.translation.bitext import Bitext, BitextUnit
from publisher.translation.folding import fold
from publisher.translation.memory.languages import same, serves


class Bitexts:
    """The units of any number of bitexts; a later one goes before an earlier one."""

    def __init__(self, values: Iterable[Bitext] = ()) -> None:
        self._units: dict[str, list[tuple[str, str, BitextUnit]]] = {}
        for value in values:
            pair = value.source_language, value.target_language
            for unit in reversed(value.units):
                if unit.target:
                    self._units.setdefault(fold(unit.source), []).insert(0, (*pair, unit))

    def draft(self, text: str, source: str, target: str) -> BitextUnit | None:
        """Return the unit of ``text`` that no person has passed; None if there is none.

        Languages are BCP 47 and match across regions.
        """
        return next(
            (
                unit
                for one, other, unit in self._units.get(fold(text), ())
                if unit.state is State.DRAFT and same(one, source) and serves(other, target)
            ),
            None,
        )

    def coded(self, text: str, said: str) -> BitextUnit | None:
        """Return the unit of ``text`` that says ``said`` with markup in it; None if there is none."""
        units = (unit for _, _, unit in self._units.get(fold(text), ()))
        return next((unit for unit in units if unit.target_codes and unit.target == said), None)
