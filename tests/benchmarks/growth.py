"""Time what must grow with the length of a text and no faster, on texts made to be hard.

    python tests/benchmarks/growth.py

Each row is processor time at one length and at eight times the length; a
ratio near 8 is linear, a square would be 64.
"""

import time
from collections.abc import Callable
from functools import partial

from publisher.localization.values import find
from publisher.translation.glossary import Glossary
from publisher.translation.segments import split

SHORT, TIMES = 6_000, 8

VALUES = (
    ("1", "zh-Hans"), ("三", "zh-Hans"), ("百分之", "zh-Hans"), ("1年", "zh-Hans"), ("万", "zh-Hant"),
    ("1", "en"), ("1,", "en"), ("1-", "en"), ("a.", "en"), ("a@", "en"), ("+1 ", "en"), (" ", "en"),
    ("hundred ", "en"), ("one hundred and ", "en"), ("1 million million ", "en"),
)  # fmt: skip
SENTENCES = ("“（好。", "“好。”", "好", "Mr. A ")
TERMS = "省市县委书记主任任性长长长"


def seconds(work: Callable[[str], object], piece: str, length: int) -> float:
    """Return the least processor time, in s, of three runs on ``piece`` repeated to ``length``."""
    text = piece * (length // len(piece))

    def once() -> float:
        start = time.process_time()
        work(text)
        return time.process_time() - start

    return min(once() for _ in range(3))


def row(name: str, work: Callable[[str], object], piece: str) -> None:
    """Print one row: the name, the piece, both times in ms, and their ratio."""
    work(piece)  # what it needs is loaded
    short, long = seconds(work, piece, SHORT), seconds(work, piece, SHORT * TIMES)
    print(f"{name:10} {piece!r:24} {short * 1e3:9.1f} {long * 1e3:9.1f} {long / max(short, 1e-4):6.1f}")  # noqa: T201


def main() -> None:
    """Print the table."""
    builtin = Glossary.load([], builtin=True)
    print(f"{'':10} {'':24} {'ms':>9} {f'ms × {TIMES}':>9} {'ratio':>6}")  # noqa: T201
    for piece, language in VALUES:
        row(f"values {language[:2]}", partial(find, language=language), piece)
    for piece in SENTENCES:
        row("sentences", lambda text: split(text, "zh"), piece)
    row("terms", lambda text: builtin.hits(text, "zh"), TERMS)


if __name__ == "__main__":
    main()
