"""Locked values: figures, dates, amounts and addresses, found, compared and rendered in two languages."""

from publisher.localization.values.comparing import compare, matched
from publisher.localization.values.finding import find
from publisher.localization.values.model import Bound, Kind, Mismatch, Reading, Value
from publisher.localization.values.options import Position, RenderOptions
from publisher.localization.values.rendering import render

__all__ = [
    "Bound",
    "Kind",
    "Mismatch",
    "Position",
    "Reading",
    "RenderOptions",
    "Value",
    "compare",
    "find",
    "matched",
    "render",
]
