"""Annexes of an official document: where in its blocks each begins (GB/T 9704-2012, 7.3.7)."""

import re
from collections.abc import Sequence

import msgspec

from publisher.model import Block, Heading, Paragraph
from publisher.walk import plain

_LABEL = re.compile(
    r"(?:附件|(?:Annex|Attachment|Appendix)(?=\s|\d|\W|$))\s*"
    r"(?P<number>\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九]?|[A-Z])?[:：]?",
    re.IGNORECASE,
)
_DIGITS = tuple("〇一二三四五六七八九")
_STOPPED = re.compile(r"[。；：！？.;:!?，,]\s*$")
_LONGEST_TITLE = 80


class Annex(msgspec.Struct, frozen=True):
    """An annex: 附件 with its number, its title if it has one, and its text."""

    label: Heading | Paragraph
    title: Heading | Paragraph | None
    blocks: tuple[Block, ...]


def is_label(text: str) -> bool:
    """Tell whether a line is 附件 (Annex, Attachment, Appendix), with a number or without, alone."""
    return bool(_LABEL.fullmatch(text.strip()))


def begins(block: Block) -> bool:
    """Tell whether an annex begins with ``block``."""
    return isinstance(block, Heading | Paragraph) and is_label(plain(block.inlines))


def number_of(label: str) -> str | None:
    """Return the number or letter of an annex's label, "" where it has none; None if it is no label."""
    found = _LABEL.fullmatch(label.strip())
    if found is None:
        return None
    number = found["number"] or ""
    tens, ten, ones = number.rpartition("十")
    if not number or not (ten or number in _DIGITS):
        return number
    return str((_DIGITS.index(tens or "一") * 10 if ten else 0) + _DIGITS.index(ones or "〇"))


def parted(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Annex, ...]]:
    """Return the blocks in front of the first annex, and the annexes; a document does not begin with one."""
    starts = [number for number, block in enumerate(blocks) if number and begins(block)]
    ends = [*starts, len(blocks)][1:]
    found = tuple(_annex(blocks[start:end]) for start, end in zip(starts, ends, strict=True))
    return tuple(blocks[: starts[0]] if starts else blocks), found


def _annex(blocks: Sequence[Block]) -> Annex:
    label, *rest = blocks
    assert isinstance(label, Heading | Paragraph)
    title = rest[0] if rest else None
    if isinstance(title, Heading | Paragraph) and _is_title(plain(title.inlines)):
        return Annex(label, title, tuple(rest[1:]))
    return Annex(label, None, tuple(rest))


def _is_title(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST_TITLE and not _STOPPED.search(text)
