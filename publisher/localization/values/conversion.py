"""Conversion between the scripts, the converter loaded once."""

from functools import cache
from typing import Any


def convert(text: str, configuration: str) -> str:
    """Return ``text`` converted by OpenCC's ``configuration``: t2s, s2t."""
    return str(_converter(configuration).convert(text))


@cache
def _converter(configuration: str) -> Any:  # opencc ships no types
    import opencc

    return opencc.OpenCC(configuration)
