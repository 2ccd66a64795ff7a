"""What a check found: the rule, how sure it is, and the place in both texts."""

from enum import StrEnum

import msgspec


class Level(StrEnum):
    """How sure a finding is."""

    INFO = "info"  # worth knowing, often as it should be
    WARNING = "warning"  # doubtful: a person should look
    ERROR = "error"  # surely wrong


class Finding(msgspec.Struct, frozen=True):
    """One finding; offsets are start and end in characters of ``source`` and ``target``."""

    rule: str
    severity: Level
    segment: str
    source: str
    target: str
    message: str
    source_offsets: tuple[tuple[int, int], ...] = ()
    target_offsets: tuple[tuple[int, int], ...] = ()
