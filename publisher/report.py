"""Typed notices: what was made poorer, changed or doubted on the way, and where."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How much a notice matters to the person who signs the release."""

    INFO = "info"  # a repair that is certain; nothing to do
    WARNING = "warning"  # poorer or doubtful; a person should look


class Notice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One remark.

    ``code`` is stable and kebab-case, ``where`` names a block key or metadata
    field (``b3``, ``headline``), ``before`` and ``after`` quote a change, and
    ``confidence`` runs from 0 (a guess) to 1 (certain). ``rule`` is the repair
    that filed it. ``offsets`` tell where ``before`` begins, in characters from
    the start of the text of ``where`` as the rule met it. ``within`` is the
    start and end, in characters of ``after``, of the words that are doubted.
    """

    code: str
    message: str
    where: str = ""
    severity: Severity = Severity.INFO
    before: str = ""
    after: str = ""
    confidence: float = 1.0
    rule: str = ""
    offsets: tuple[int, ...] = ()
    within: tuple[int, ...] = ()


class Report:
    """Collects notices in the order they are filed."""

    def __init__(self) -> None:
        self._notices: list[Notice] = []
        self._rule = ""

    def add(self, notice: Notice) -> None:
        """File one notice."""
        self._notices.append(msgspec.structs.replace(notice, rule=self._rule) if self._rule else notice)

    def extend(self, notices: Iterable[Notice]) -> None:
        """File ``notices`` in their order."""
        for notice in notices:
            self.add(notice)

    def move(self, places: Mapping[str, str]) -> None:
        """Let the notices about a place that has another name now say that name."""
        self._notices = [
            msgspec.structs.replace(n, where=places[n.where]) if n.where in places else n
            for n in self._notices
        ]

    @contextmanager
    def signed(self, rule: str) -> Iterator[None]:
        """Put the name of ``rule`` on every notice that is filed in the ``with`` block."""
        before, self._rule = self._rule, rule
        try:
            yield
        finally:
            self._rule = before

    @property
    def notices(self) -> tuple[Notice, ...]:
        """All notices filed so far."""
        return tuple(self._notices)

    @property
    def warnings(self) -> tuple[Notice, ...]:
        """The notices that a person should look at."""
        return tuple(n for n in self._notices if n.severity is Severity.WARNING)

    def __iter__(self) -> Iterator[Notice]:
        return iter(self.notices)

    def __len__(self) -> int:
        return len(self._notices)
