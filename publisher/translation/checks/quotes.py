"""Quotation marks and title marks: as many in one text as in the other, and each with its mate."""

import re
from collections.abc import Iterator

from publisher.translation.checks.finding import Finding, Level
from publisher.translation.checks.pair import Pair
from publisher.translation.checks.reference import Reference

_HAN_QUOTES = re.compile(r"[“「『〝]|(?<![A-Za-z])‘")
_LATIN_QUOTES = re.compile(r"“|(?<![A-Za-z0-9])‘(?!\d0s)")
_TITLES = (("《", "》"), ("〈", "〉"))
_MATES = (("“", "”"), ("「", "」"), ("『", "』"))


def check(pair: Pair, reference: Reference) -> Iterator[Finding]:
    """Yield a warning for a mark without its mate in the target, a note where the counts differ.

    Indirect speech and titles in italics are good translations with fewer marks.
    """
    for opener, closer in (*_MATES, *_TITLES):
        lone = pair.target.count(opener) - pair.target.count(closer)
        if lone and pair.source.count(opener) == pair.source.count(closer):
            yield pair.mark(
                "quotes",
                Level.WARNING if opener in "“「『" else Level.ERROR,
                f"{abs(lone)} {opener if lone > 0 else closer} without its mate in the target",
                target=_spans(pair.target, opener + closer),
            )
    if not pair.is_translated:
        return
    han = len(_HAN_QUOTES.findall(pair.chinese)) + pair.chinese.count('"') // 2
    latin = len(_LATIN_QUOTES.findall(pair.english)) + pair.english.count('"') // 2
    titles = pair.chinese.count("《")
    if not min(han, 1) <= latin <= han + titles:
        yield pair.finding(
            "quotes",
            Level.INFO,
            f"{han} quotations and {titles} titles in the Chinese, {latin} quotations in the English",
            chinese=_spans(pair.chinese, "“”「」『』《》"),
            english=_spans(pair.english, "“”"),
        )


def _spans(text: str, marks: str) -> tuple[tuple[int, int], ...]:
    return tuple((n, n + 1) for n, char in enumerate(text) if char in marks)
