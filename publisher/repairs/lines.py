"""Lines that a page's measure broke are joined to paragraphs again; page numbers and running heads go.

Text copied from a PDF or an old e-mail has a break at the end of every line.
Such lines are nearly all as long as the measure and end anywhere in a
sentence; the lines of a poem, a list or a table do not.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from itertools import pairwise

import msgspec

from publisher.localization import front_matter
from publisher.model import Article, Block, PageBreak, Paragraph, Text
from publisher.repairs import web_phrases
from publisher.repairs.edits import Tally
from publisher.repairs.hanzi import HAN
from publisher.report import Report
from publisher.walk import plain

_WIDE = re.compile(f"[{HAN}\u2e80-\u33ff\uff01-\uff60“”‘’…—]")
_CJK = re.compile(f"[{HAN}\u3000-\u33ff\uff01-\uff60]")
_TERMINAL = re.compile(r"[。！？!?.；;…：:](?:[”’」』）)\"'\]】]*)\Z")
_OPEN_END = re.compile(r"[，、,（(“‘「『《〈]\Z")
_INDENT = re.compile(r"\A(?:[\u3000\u2003]+|[ \xa0]{2,}|\t)")
_ITEM = re.compile(
    r"\A\s*(?:[•●▪■◆○·\-–*]\s|\d{1,3}(?:[、)）]|\.(?!\d|[a-z]))(?!\s*\Z)|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）"
    r"|第[一二三四五六七八九十百\d]{1,4}[章节條条款]|#{1,4}\s|!\[)"
)
_GLUED = re.compile(r"(?<=[。！？…”）」])(?:[\u3000\u2003]{2,}|[ \xa0]{4,}|\t+)(?=\S)")
_PAGE = re.compile(
    r"\A\s*(?:[-—–－·]\s*(?P<dashed>\d{1,4})\s*[-—–－·]|第\s*(?P<of>\d{1,4})\s*[页頁](?:\s*[,，/／]?\s*共\s*\d{1,4}\s*[页頁])?"
    r"|(?:Page|PAGE|page)\s+(?P<page>\d{1,4})(?:\s+of\s+\d{1,4})?|(?P<slash>\d{1,4})\s*/\s*\d{1,4}|(?P<bare>[1-9]\d{0,2}))\s*\Z"
)
_HYPHEN = re.compile(r"(?<=[a-z])[-\u2010\u00ad]\Z")
_COMPOUND = frozenset(
    [
        "well",
        "self",
        "non",
        "co",
        "high",
        "low",
        "long",
        "short",
        "mid",
        "all",
        "ex",
        "full",
        "half",
        "first",
        "second",
        "third",
        "on",
        "off",
        "in",
        "up",
        "down",
        "year",
        "cross",
        "multi",
        "large",
        "small",
        "two",
        "three",
        "four",
        "five",
        "ten",
        "state",
        "world",
        "much",
        "ever",
        "so",
        "pre",
        "post",
        "anti",
        "over",
        "under",
    ]
)
_SECOND = frozenset(
    [
        "based",
        "like",
        "free",
        "wide",
        "old",
        "time",
        "term",
        "level",
        "class",
        "style",
        "shift",
        "made",
        "led",
        "backed",
        "owned",
        "funded",
        "making",
        "known",
        "speed",
        "end",
        "tech",
        "quality",
        "scale",
        "range",
        "price",
        "sized",
        "year",
        "day",
        "month",
        "week",
        "hour",
        "minute",
        "metre",
        "meter",
        "kilometre",
        "kilometer",
        "page",
        "storey",
        "story",
        "floor",
        "air",
        "line",
        "party",
        "person",
        "round",
        "up",
        "in",
        "off",
        "out",
        "to",
        "long",
        "ever",
        "driven",
        "oriented",
        "related",
        "friendly",
        "ready",
        "rich",
        "fold",
        "way",
        "day",
    ]
)
_TOKEN = re.compile(rf"[A-Za-z0-9\u00c0-\u024f][^\s{HAN}]*|.[，。、；：？！”’）》」』…—]*")
_BROKEN_NUMBER = re.compile(r"(?:\d|\d[.,:%-])\n\d|\d\n[.,]\d")
_WORD = re.compile(r"\S+")
_CAPITAL = re.compile(r"(?<!\S)[A-Z]")
_TYPED = str.maketrans("“”‘’", "\"\"''")
_WIDEST_HEAD = 100  # columns
_INNER = re.compile(r"[，、；：。！？](?=.)")
_INNER_END = re.compile(r"[。！？；][”’」』）]*(?=[^”’」』）])")
_SLACK = 4  # columns that a mark at the line's end may have taken or left
_WIDE_MEASURE = 44  # columns; hardly a line of verse is longer
_NARROWEST = 30  # columns; a Han character takes two
_FEWEST = 4  # lines that reach the measure


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` with broken lines joined, glued paragraphs parted, page furniture taken out."""
    joined = Tally(report, "lines-joined", "lines broken by a page's measure were joined")
    parted = Tally(report, "paragraphs-parted", "paragraphs that had run together were parted")
    removed = Tally(report, "page-furniture-removed", "a page number or a running head was removed")
    blocks = _without_page_furniture(article.blocks, removed, titled=bool(article.meta.headline))
    blocks = _joined(blocks, joined, titled=bool(article.meta.headline))
    blocks = [part for block in blocks for part in _parted(block, parted)]
    for tally in (removed, joined, parted):
        tally.file()
    if blocks == list(article.blocks):
        return article
    return msgspec.structs.replace(article, blocks=tuple(blocks))


def _text(block: Block) -> str | None:
    """Return the text of a paragraph without markup, None for any other block."""
    if isinstance(block, Paragraph) and all(isinstance(node, Text) for node in block.inlines):
        return plain(block.inlines)
    return None


def width(text: str, *, latin: bool = False) -> int:
    """Return the columns that ``text`` takes: a Han character two, a letter one, a quote as its script asks."""
    return len(text) + len((_CJK if latin else _WIDE).findall(text))


# ── Page numbers and running heads ───────────────────────────────────────────


def _without_page_furniture(blocks: Sequence[Block], removed: Tally, *, titled: bool) -> list[Block]:
    texts = [_text(b) for b in blocks]
    numbers = {n: m for n, t in enumerate(texts) if t and len(t) < 24 and (m := _PAGE.match(t))}
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
        if not line or n in numbers or width(line) > _WIDEST_HEAD:
            continue
        if line in seen and not (_TERMINAL.search(line.removesuffix(".")) or _INNER_END.search(line)):
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
    measure = _measure(others, titled=titled)
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
    lines = [(n, t) for n, t in enumerate(texts) if t and t.strip() and not _PAGE.match(t)]
    places = [n for n, _ in lines]

    def interrupts(at: int) -> bool:
        next_one = bisect_right(places, at)
        if not 0 < next_one < len(lines):
            return False
        before, after = lines[next_one - 1][1], lines[next_one][1]
        return not _TERMINAL.search(before.rstrip()) and not _INDENT.match(after)

    return interrupts


# ── Joining ──────────────────────────────────────────────────────────────────


class _Measure(msgspec.Struct, frozen=True):
    """How the lines of an article were broken."""

    longest: int  # columns
    latin: bool  # letters prevail
    indents: bool  # a paragraph's first line is indented
    strict: bool  # and so is every paragraph's: a line without an indent goes on
    blanks: bool  # a blank line stands between paragraphs
    double: bool  # a blank line stands between all lines


def _joined(blocks: Sequence[Block], joined: Tally, *, titled: bool) -> list[Block]:
    measure = _measure([_text(b) for b in blocks], titled=titled)
    if measure is None:
        return list(blocks)
    out: list[Block] = []
    blank = False
    count = 0  # lines that the last block of ``out`` is made of
    last_line = ""
    for block in blocks:
        line = _text(block)
        if line is not None and not line.strip():
            blank = True
            if not measure.double:
                out.append(block)
            continue
        before = _text(out[-1]) if out else None
        parted = blank and not measure.double
        headline = len(out) == 1 and count == 1 and not titled
        joins = line is not None and count and not parted
        if joins and before and line and _goes_on(last_line, line, measure, first=headline):
            out[-1] = Paragraph(out[-1].key, (Text(_glue(before, line)),))
            count, last_line, blank = count + 1, line, False
            continue
        out.append(block)
        count, last_line, blank = (1, line, False) if line is not None else (0, "", False)
    before_keys = {b.key: _text(b) for b in blocks}
    for block in out:
        text, was = _text(block), before_keys.get(block.key)
        if text != was and was is not None:
            joined.add(block.key, was.strip(), (text or "")[: len(was) + 8].strip(), 0)
    return out


def _measure(texts: Sequence[str | None], *, titled: bool) -> _Measure | None:
    """Return how the lines were broken, None if nothing shows that they were."""
    lines = [(n, t.rstrip()) for n, t in enumerate(texts) if t and t.strip()]
    letters = sum(len(re.findall("[A-Za-z]", line)) for _, line in lines)
    latin = letters > sum(len(_WIDE.findall(line)) for _, line in lines)
    widths = Counter(width(line, latin=latin) for _, line in lines[0 if titled else 1 :])
    if sum(widths.values()) < _FEWEST:
        return None
    # the measure is where many lines end and hardly any goes on
    ranked = sorted(widths)
    total = sum(widths.values())
    beyond = 0
    longest = ranked[-1]
    for w in reversed(ranked):
        if beyond + widths[w] > max(0.03 * total, 0):
            longest = w
            break
        beyond += widths[w]
    if longest < _NARROWEST:
        return None
    strict = _indented_throughout([line for _, line in lines], longest, latin=latin)
    full = longest - (14 if latin else 6)
    reach = [line for _, line in lines if full <= width(line, latin=latin) <= longest + 4]
    over = [line for _, line in lines if width(line, latin=latin) > longest + 4]
    cut = sum(1 for line in reach if not _TERMINAL.search(line))
    blanks = [n for n, t in enumerate(texts) if t is not None and not t.strip()]
    inner = [n for n in blanks if 0 < n < len(texts) - 1]
    double = len(inner) >= 0.8 * (len(lines) - 1) and len(lines) > 3
    if len(reach) < (_FEWEST - strict) or len(over) > len(reach) / 4 or cut < 0.5 * len(reach):
        return None
    if len(reach) < (0.25 if strict else 0.35) * len(lines) or not all(map(_is_prose, reach[:20])):
        return None
    if not (strict or _breaks_sentences([line for _, line in lines], reach, longest, latin=latin)):
        return None
    indented = sum(1 for _, line in lines if _INDENT.match(line))
    return _Measure(longest, latin, 0 < indented < len(lines), strict, len(inner) > 0, double)


def _indented_throughout(lines: Sequence[str], longest: int, *, latin: bool) -> bool:
    """Tell whether every paragraph begins with an indent, and several go on without one after a full line."""
    goes_on = 0
    first = next((n for n, line in enumerate(lines) if _INDENT.match(line)), len(lines))
    for before, line in pairwise(lines[first:]):
        if _INDENT.match(line) or front_matter.is_contact_start(line) or front_matter.find_credits(line):
            continue
        if width(before, latin=latin) < 0.75 * longest:
            return False
        goes_on += not _TERMINAL.search(before.rstrip())
    return goes_on > 1


def _breaks_sentences(lines: Sequence[str], reach: Sequence[str], longest: int, *, latin: bool) -> bool:
    """Tell lines that end anywhere in a sentence from those of a poem or a list, which end where it pauses.

    Of broken English lines most begin in lower case; of broken Chinese ones
    some hold the end of a sentence, or in a wide measure their commas stand
    here and there.
    """
    if latin:
        full = set(reach)
        cut = [b for a, b in pairwise(lines) if a in full and not _TERMINAL.search(a)]
        return sum(b.lstrip()[:1].islower() or b.lstrip()[:1].isdigit() for b in cut) > 0.4 * len(cut)
    if sum(1 for line in reach if _INNER_END.search(line.strip())) >= max(1, 0.1 * len(reach)):
        return True
    places = [{m.start() for m in _INNER.finditer(line.strip())} for line in reach]
    here_and_there = len(set().union(*places)) > len(reach) / 2
    return longest >= _WIDE_MEASURE and here_and_there and sum(map(bool, places)) >= 0.6 * len(reach)


def _is_prose(line: str) -> bool:
    """Tell a line of sentences from one of a table, of code or of names in columns."""
    gaps = len(re.findall(r"(?<=\S)(?:[ \u3000]{2,}|\t|\u3000)(?=\S)", line))
    signs = len(re.findall(r"[{}=<>\\|_;*+]", line))
    figures = len(re.findall(r"\d", line))
    return gaps <= 2 and signs * 8 < len(line) and figures * 2 < len(line)


def _goes_on(before: str, line: str, measure: _Measure, *, first: bool) -> bool:
    """Tell whether the paragraph that ``before`` ends goes on in ``line``."""
    before = before.rstrip()
    if _HYPHEN.search(before) and line[:1].islower():
        return True
    if first or _PAGE.match(before) or (measure.indents and _INDENT.match(line)) or _stands_alone(line):
        return False
    used = width(before, latin=measure.latin)
    if measure.latin and _is_headline_case(before):
        return False
    if _ITEM.match(line) and (_TERMINAL.search(before) or used < measure.longest // 2):
        return False
    if _OPEN_END.search(before):
        return used >= measure.longest // 2
    if measure.strict and not front_matter.find_credits(line):
        return used >= 0.75 * measure.longest
    # the line was full if what comes next had no room in it
    token = (_WORD if measure.latin else _TOKEN).match(line.strip())
    room = width(token[0], latin=measure.latin) if token else 2
    if measure.latin and line.lstrip()[:1].islower() and used >= measure.longest - 14:
        return True
    if _TERMINAL.search(before) and not (measure.indents or measure.blanks or measure.double):
        return False  # nothing tells the end of a paragraph from a full line
    return used + room + (2 if measure.latin else _SLACK) >= measure.longest


def _stands_alone(line: str) -> bool:
    """Tell a line that begins with a contact's label, or is a web page's furniture."""
    line = line.strip()
    if len(line) > _WIDEST_HEAD:
        return False
    return bool(
        _PAGE.match(line)
        or front_matter.is_contact_start(line)
        or web_phrases.is_furniture(line)
        or web_phrases.ends_page(line)
    )


def _is_headline_case(line: str) -> bool:
    """Tell an English headline or a name, whose words but the small ones are capitalised."""
    words = [word for word in re.findall(r"[A-Za-z][\w’'-]*", line) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words) and not _TERMINAL.search(line)


def _glue(before: str, line: str) -> str:
    """Return the two lines as one: no space at Han, one between words, a hyphen of the line end mended."""
    left, right = before.rstrip(), line.strip()
    if _HYPHEN.search(left) and right[:1].islower():
        word = re.search(r"([A-Za-z-]+)[-\u2010\u00ad]\Z", left)
        stem = word[1] if word else ""
        follows = re.match("[A-Za-z]+", right)
        if len(_CAPITAL.findall(left)) * 2 > len(left.split()) > 2:  # headline case says nothing of a name
            stem = stem.lower()
        return left + right if _keeps_hyphen(stem, follows[0] if follows else "") else left[:-1] + right
    if left.endswith("-") or left[-1:] in "—–" or right[:1] == "—":
        return left + right
    if _BROKEN_NUMBER.search(left[-2:] + "\n" + right[:2]) and _CJK.search(left):
        return left + right
    beside = left.rstrip("“”‘’…")[-1:] + right.lstrip("“”‘’…")[:1]
    space = "" if _CJK.search(beside) else " "
    if space and re.search(rf"https?://[^\s{HAN}]+\Z", left) and _CJK.search(left):
        space = ""
    return left + space + right


def _keeps_hyphen(stem: str, rest: str) -> bool:
    """Tell whether the hyphen belongs to the word: a compound, not a syllable at the line's end."""
    if stem[:1].isupper() or stem in _COMPOUND or rest.lower() in _SECOND or "-" in stem:
        return True
    from pyphen import Pyphen  # WeasyPrint's hyphenation; loaded where a line ends in a hyphen

    places = Pyphen(lang="en_US", left=2, right=2).positions((stem + rest).lower())
    return len(stem) not in places


# ── Parting ──────────────────────────────────────────────────────────────────


def _parted(block: Block, parted: Tally) -> list[Block]:
    text = _text(block)
    if text is None or not isinstance(block, Paragraph):
        return [block]
    places = [m.end() for m in _GLUED.finditer(text)]
    if not places:
        return [block]
    edges = [0, *places, len(text)]
    pieces = [text[a:b].strip() for a, b in pairwise(edges)]
    for at in places:
        parted.add(block.key, text[max(0, at - 6) : at + 4], text[max(0, at - 6) : at].rstrip(), at)
    keys = (block.key if n == 0 else f"{block.key}-{n + 1}" for n in range(len(pieces)))
    return [Paragraph(key, (Text(piece),)) for key, piece in zip(keys, pieces, strict=True)]
