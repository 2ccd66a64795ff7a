"""Page numbers and running heads, told from section numbers and from refrains."""

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Mapping, Sequence
from itertools import pairwise

from publisher.model import Block, PageBreak
from publisher.repairs.edits import Tally
from publisher.repairs.paging.measure import INDENT, INNER_END, TERMINAL, measured, text_of, width

PAGE = re.compile(
    r"\A\s*(?:[-—–－·]\s*(?P<dashed>\d{1,4})\s*[-—–－·]|第\s*(?P<of>\d{1,4})\s*[页頁](?:\s*[,，/／]?\s*共\s*\d{1,4}\s*[页頁])?"
    r"|(?:Page|PAGE|page)\s+(?P<page>\d{1,4})(?:\s+of\s+\d{1,4})?|(?P<slash>\d{1,4})\s*/\s*\d{1,4}|(?P<bare>[1-9]\d{0,2}))\s*\Z"
)
WIDEST_HEAD = 100  # columns
_TYPED = str.maketrans("“”‘’", "\"\"''")


def without_page_furniture(blocks: Sequence[Block], removed: Tally, *, titled: bool) -> list[Block]:
    """Return ``blocks`` without page numbers and running heads, and without page ends within a sentence."""
    texts = [text_of(b) for b in blocks]
    numbers = {n: m for n, t in enumerate(texts) if t and len(t) < 24 and (m := PAGE.match(t))}
    page_ends = {n for n, b in enumerate(blocks) if isinstance(b, PageBreak)}
    interrupts = _interruptions(texts)
    drop = set()
    if numbers or page_ends:
        heads = _running_heads(texts, numbers)
        drop = _page_numbers(texts, numbers, heads, page_ends, interrupts, titled=titled)
        drop |= {n for n in heads if {n - 2, n - 1, n + 1, n + 2} & (drop | page_ends)}
    for n in sorted(drop):
        removed.add(blocks[n].key, (texts[n] or "").strip(), "", 0)
    drop |= {n for n in page_ends if interrupts(n)}
    return [b for n, b in enumerate(blocks) if n not in drop]


def _running_heads(texts: Sequence[str | None], numbers: Container[int]) -> set[int]:
    """Return where a short line stands that stood before, however its quotes are typed."""
    heads: set[int] = set()
    seen: set[str] = set()
    for n, text in enumerate(texts):
        line = (text or "").strip().translate(_TYPED)
        if not line or n in numbers or width(line) > WIDEST_HEAD:
            continue
        if line in seen and not (TERMINAL.search(line.removesuffix(".")) or INNER_END.search(line)):
            heads.add(n)
        seen.add(line)
    return heads


def _page_numbers(
    texts: Sequence[str | None],
    numbers: Mapping[int, re.Match[str]],
    heads: set[int],
    page_ends: set[int],
    interrupts: Callable[[int], bool],
    *,
    titled: bool,
) -> set[int]:
    """Return the places of ``numbers`` that are a page's.

    A number alone in a line may be a section's, or anything: a page's stands
    beside a running head or a page end, or in the middle of a sentence, after a
    full line if it is bare; then the others that count up with it are pages too.
    """
    near = {n + d for n in page_ends | heads for d in (-2, -1, 1, 2)}
    others = [t for n, t in enumerate(texts) if n not in numbers and n not in heads]
    measure = measured(others, titled=titled)
    dressed = {n for n, m in numbers.items() if m["bare"] is None and m["slash"] is None}
    filled = [n for n, t in enumerate(texts) if t and t.strip()]

    def proven(n: int) -> bool:
        if n in near:
            return True
        before = max((k for k in filled if k < n), default=-1)
        if before < 0 or not interrupts(n):
            return False
        if n not in dressed and (texts[before] or "").rstrip()[-1:].isdigit():
            return False  # it may be the rest of a number that the line's end broke
        full = measure is not None and width(texts[before] or "", latin=measure.latin) >= measure.longest - 14
        return full or (n in dressed and filled.index(n) > 1)

    proof = {n for n in numbers if proven(n)}
    if not proof:
        return set()
    values = [int(next(filter(None, m.groupdict().values()))) for m in numbers.values()]
    if len(values) > 1 and all(a < b <= a + 3 for a, b in pairwise(values)):
        return set(numbers)
    return proof


def _interruptions(texts: Sequence[str | None]) -> Callable[[int], bool]:
    """Return what tells whether a place stands in the middle of a paragraph."""
    lines = [(n, t) for n, t in enumerate(texts) if t and t.strip() and not PAGE.match(t)]
    places = [n for n, _ in lines]

    def interrupts(at: int) -> bool:
        next_one = bisect_right(places, at)
        if not 0 < next_one < len(lines):
            return False
        before, after = lines[next_one - 1][1], lines[next_one][1]
        return not TERMINAL.search(before.rstrip()) and not INDENT.match(after)

    return interrupts
