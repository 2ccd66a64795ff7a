"""What was pasted twice stands once: the headline as the first paragraph, a paragraph, a run of them.

A refrain, an answer given again and a closing rule of law come back on
purpose: what stands apart from its like goes only where it is long, and
nothing goes from verse. A doubtful repetition is pointed at.
"""

import re
from collections.abc import Sequence

import msgspec

from publisher.model import Article, Heading, Paragraph
from publisher.repairs.hanzi import HAN
from publisher.report import Notice, Report, Severity
from publisher.walk import plain

_IDLE = re.compile(r"[\s\u3000\xa0\u200b#*_“”\"'‘’「」『』]+")
_ENDS = re.compile(r"(?<![。.!！?？…])[。.!！?？…]+\Z")
_HAN = re.compile(f"[{HAN}]")
_SENTENCE_END = re.compile(r"[。！？!?.；;…][”’」』）)\"']*\Z")
_APART = 60
"""A paragraph of so many characters is not written twice word for word."""

_BESIDE = 30
"""Nor is a shorter one, twice in a row."""

_SENTENCE = re.compile(f"[{HAN}\\d，、：；“”《》（）]{{20,}}。")
"""Nor is a whole Chinese sentence."""

_DOUBTFUL = 25
"""A repetition shorter than this is not worth a look."""

_RUN = 3
"""So many paragraphs in a row, followed by the same ones, were pasted twice, however short."""

_HEADLINE = 8
_VERSE = 50
"""No line of a Chinese poem is as long as this; an English one may be half as long again."""

_SPOKEN = re.compile(r"\A\s*(?:[“「『‘\"（(]|[^\s：:]{1,6}[：:])")


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` with what was pasted twice standing once."""
    blocks = list(article.blocks)
    said = [plain(b.inlines) if isinstance(b, Paragraph | Heading) else "" for b in blocks]
    folded = [_folded(text) for text in said]
    verse = _is_verse(said)
    drop: dict[int, str] = {}
    doubtful: list[int] = []
    headline = _folded(article.meta.headline)
    if headline and not verse and len(blocks) > 1:
        drop |= dict.fromkeys((n for n in range(2) if folded[n] == headline), _HEADLINE_AGAIN)
        if len(headline) >= _HEADLINE and folded[-1] == headline:
            drop[len(blocks) - 1] = _HEADLINE_AGAIN
    first: dict[str, int] = {}
    number = 0
    while number < len(blocks):
        text = folded[number]
        before = first.get(text, -1) if text else -1
        if before >= 0:
            run = max(1, _run(folded, before, number))
            led = number and headline and folded[number - 1] == headline and number - 1 not in drop
            if _pasted(said, folded, before, number, run, verse=verse) or (
                led and _SENTENCE.match(said[number])
            ):
                for n in range(number, number + run):
                    if folded[n]:
                        drop.setdefault(n, "a paragraph stood here twice")
                number += run
                continue
            if not verse and len(text) >= _DOUBTFUL and not _SPOKEN.match(said[number]):
                doubtful.append(number)
        if text:
            first.setdefault(text, number)
        number += 1
    for n, text in enumerate(folded):
        if headline and text == headline and {n - 1, n + 1} & drop.keys():
            drop.setdefault(n, _HEADLINE_AGAIN)
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
    for n in doubtful:
        report.add(
            Notice(
                code="paragraph-repeated",
                message="this paragraph stands in the article twice",
                where=blocks[n].key,
                severity=Severity.WARNING,
                before=said[n],
                after=said[n],
                confidence=0.5,
                offsets=(0,),
            )
        )
    if not drop:
        return article
    return msgspec.structs.replace(article, blocks=tuple(b for n, b in enumerate(blocks) if n not in drop))


_HEADLINE_AGAIN = "the headline was repeated as a paragraph"


def _pasted(
    said: Sequence[str], folded: Sequence[str], before: int, after: int, run: int, *, verse: bool
) -> bool:
    """Tell whether the ``run`` paragraphs from ``after`` on, which stood at ``before``, were pasted again."""
    length = sum(map(len, folded[after : after + run]))
    if after == before + run:  # one directly behind the other
        whole = before == 0 and after + run == len(folded)
        if run >= _RUN:
            return whole or not verse
        return not verse and (length >= _BESIDE or bool(_SENTENCE.match(said[after])))
    if verse or any(_SPOKEN.match(text) for text in said[after : after + run]):
        return False
    return len(folded[after]) >= _APART or (run >= _RUN and length >= 2 * _APART)


def _is_verse(said: Sequence[str]) -> bool:
    """Tell short lines, several of them or without an end mark, from paragraphs."""
    lines = [text for text in said if text.strip()]
    if any(len(text) >= (_VERSE if _HAN.search(text) else _VERSE * 3 // 2) for text in lines):
        return False
    return len(lines) > _RUN or not any(map(_SENTENCE_END.search, lines))


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
