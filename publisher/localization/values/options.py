"""How an English value is written where it goes: within a sentence or at its start, with what equivalents."""

from enum import StrEnum

import msgspec

from publisher.config import Exchange


class Position(StrEnum):
    """Where a value stands in an English sentence."""

    RUNNING = "running"
    START = "start"  # AP: the sentence begins with a word, but for a year


class RenderOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What an edition wants of its figures, and where one goes.

    ``convert_units`` puts 亩, 斤 and 里 into metric units, and for the United
    States metric units into its own, in brackets behind the source's.
    ``exchange`` is the user's rate, by which yuan get an equivalent in
    brackets: there is none without one. Both are for English.
    """

    position: Position = Position.RUNNING
    convert_units: bool = False
    exchange: Exchange = Exchange()
