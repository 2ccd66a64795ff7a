"""What was pasted twice stands once: the headline as the first paragraph, a paragraph, a run of them.

A short line may come back on purpose, as a refrain or a question's label does;
it goes only with the paragraphs around it.
"""

import re
from collections.abc import Sequence

import msgspec

from publisher.model import Article, Heading, Paragraph
from publisher.repairs.hanzi import HAN
from publisher.report import Notice, Report
from publisher.walk import plain

_IDLE = re.compile(r"[\s\u3000\xa0\u200b#*_“”\"'‘’「」『』]+")
_ENDS = re.compile(r"(?<![。.!！?？…])[。.!！?？…]+\Z")
_LONG = 30
"""A paragraph of so many characters is not written twice word for word."""

_SENTENCE = re.compile(f"[{HAN}\\d，、：；“”《》（）]{{20,}}。")
"""Nor is a shorter one that is a whole Chinese sentence."""

_RUN = 3
"""So many paragraphs in a row are not either, however short."""


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` with what was pasted twice standing once."""
    blocks = list(article.blocks)
    said = [plain(b.inlines) if isinstance(b, Paragraph | Heading) else "" for b in blocks]
    folded = [_folded(text) for text in said]
    drop: dict[int, str] = {}
    headline = _folded(article.meta.headline)
    for number in range(min(2, len(blocks))):
        if headline and folded[number] == headline and len(blocks) > 1:
            drop[number] = "the headline was repeated as a paragraph"
    first: dict[str, int] = {}
    number = 0
    while number < len(blocks):
        text = folded[number]
        before = first.get(text, -1) if text else -1
        if before >= 0:
            run = _run(folded, before, number)
            if run >= _RUN or len(text) >= _LONG or _SENTENCE.match(said[number]):
                for n in range(number, number + max(1, run)):
                    if folded[n]:
                        drop.setdefault(n, "a paragraph stood here twice")
                number += max(1, run)
                continue
        if text:
            first.setdefault(text, number)
        number += 1
    for n, text in enumerate(folded):
        if headline and text == headline and {n - 1, n + 1} & drop.keys():
            drop.setdefault(n, "the headline was repeated as a paragraph")
    for n, why in sorted(drop.items()):
        report.add(
            Notice(
                code="duplicate-removed",
                message=why,
                where=blocks[n].key,
                before=said[n],
                after="",
                confidence=0.95,
                offsets=(0,),
            )
        )
    if not drop:
        return article
    return msgspec.structs.replace(article, blocks=tuple(b for n, b in enumerate(blocks) if n not in drop))


def _folded(text: str) -> str:
    return _ENDS.sub("", _IDLE.sub("", text))


def _run(folded: Sequence[str], before: int, after: int) -> int:
    """Return how many paragraphs from ``after`` on are those from ``before`` on."""
    count = 0
    while (
        after + count < len(folded)
        and before + count < after
        and folded[before + count] == folded[after + count]
        and folded[after + count]
    ):
        count += 1
    return count
