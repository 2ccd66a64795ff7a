"""Which columns of a table hold amounts alone: every exporter sets them at the right edge."""

import re

from publisher.model import Table
from publisher.typesetting.lines.breaks import wholes
from publisher.walk import plain

_FEWEST = 2
"""One amount is under no other, and gains nothing by standing away from its row."""

_SHAPE = re.compile(
    r"(?:(?:US|HK|NT|RMB|CNY|USD|EUR|GBP|JPY) ?)?[–≈~<>≤≥约約]? ?\0(?:[–—~～至-]\0)?(?:次| [a-z]+)?"
)
"""A figure with its unit, or a range of two: `\\0` stands for what no line parts."""

_BLANK = re.compile(r"[-–—…/]*|n/a", re.IGNORECASE)


def columns_of_amounts(table: Table) -> frozenset[int]:
    """Return the numbers, from 0, of the columns of ``table`` with nothing but amounts in their rows.

    Their heads go with them. The first column names the rows: it stays at the left.
    """
    count = max((len(row) for row in table.rows), default=0)
    return frozenset(
        n
        for n in range(1, count)
        if _are_amounts([plain(row[n].inlines) for row in table.rows if n < len(row)])
    )


def _are_amounts(texts: list[str]) -> bool:
    said = [text for text in map(str.strip, texts) if not _BLANK.fullmatch(text)]
    return len(said) >= _FEWEST and all(map(_is_amount, said))


def _is_amount(text: str) -> bool:
    shape, end = "", 0
    for start, stop in wholes(text):
        if text[start].isalpha():  # a day with its month, the number of a session
            return False
        shape += text[end:start] + "\0"
        end = stop
    return bool(_SHAPE.fullmatch(shape + text[end:]))
