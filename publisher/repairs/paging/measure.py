"""How the lines of a text were broken: the measure they reach, and what shows it."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from publisher.localization import front_matter
from publisher.model import Block, Paragraph, Text
from publisher.repairs.hanzi import HAN
from publisher.walk import plain

_WIDE = re.compile(f"[{HAN}\u2e80-\u33ff\uff01-\uff60“”‘’…—]")
CJK = re.compile(f"[{HAN}\u3000-\u33ff\uff01-\uff60]")
TERMINAL = re.compile(r"[。！？!?.；;…：:](?:[”’」』）)\"'\]】]*)\Z")
INDENT = re.compile(r"\A(?:[\u3000\u2003]+|[ \xa0]{2,}|\t)")
_INNER = re.compile(r"[，、；：。！？](?=.)")
INNER_END = re.compile(r"[。！？；][”’」』）]*(?=[^”’」』）])")
_WIDE_MEASURE = 44  # columns; hardly a line of verse is longer
_NARROWEST = 30  # columns; a Han character takes two
_FEWEST = 4  # lines that reach the measure


def text_of(block: Block) -> str | None:
    """Return the text of a paragraph without markup, None for any other block."""
    if isinstance(block, Paragraph) and all(isinstance(node, Text) for node in block.inlines):
        return plain(block.inlines)
    return None


def width(text: str, *, latin: bool = False) -> int:
    """Return the columns that ``text`` takes: a Han character two, a letter one, a quote as its script asks."""
    return len(text) + len((CJK if latin else _WIDE).findall(text))


class Measure(msgspec.Struct, frozen=True):
    """How the lines of an article were broken."""

    longest: int  # columns
    latin: bool  # letters prevail
    indents: bool  # a paragraph's first line is indented
    strict: bool  # and so is every paragraph's: a line without an indent goes on
    blanks: bool  # a blank line stands between paragraphs
    double: bool  # a blank line stands between all lines


def measured(texts: Sequence[str | None], *, titled: bool) -> Measure | None:
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
    cut = sum(1 for line in reach if not TERMINAL.search(line))
    blanks = [n for n, t in enumerate(texts) if t is not None and not t.strip()]
    inner = [n for n in blanks if 0 < n < len(texts) - 1]
    double = len(inner) >= 0.8 * (len(lines) - 1) and len(lines) > 3
    if len(reach) < (_FEWEST - strict) or len(over) > len(reach) / 4 or cut < 0.5 * len(reach):
        return None
    if len(reach) < (0.25 if strict else 0.35) * len(lines) or not all(map(_is_prose, reach[:20])):
        return None
    if not (strict or _breaks_sentences([line for _, line in lines], reach, longest, latin=latin)):
        return None
    indented = sum(1 for _, line in lines if INDENT.match(line))
    return Measure(longest, latin, 0 < indented < len(lines), strict, len(inner) > 0, double)


def _indented_throughout(lines: Sequence[str], longest: int, *, latin: bool) -> bool:
    """Tell whether every paragraph begins with an indent, and several go on without one after a full line."""
    goes_on = 0
    first = next((n for n, line in enumerate(lines) if INDENT.match(line)), len(lines))
    for before, line in pairwise(lines[first:]):
        if INDENT.match(line) or front_matter.is_contact_start(line) or front_matter.find_credits(line):
            continue
        if width(before, latin=latin) < 0.75 * longest:
            return False
        goes_on += not TERMINAL.search(before.rstrip())
    return goes_on > 1


def _breaks_sentences(lines: Sequence[str], reach: Sequence[str], longest: int, *, latin: bool) -> bool:
    """Tell lines that end anywhere in a sentence from those of a poem or a list, which end where it pauses.

    Of broken English lines most begin in lower case; of broken Chinese ones
    some hold the end of a sentence, or in a wide measure their commas stand
    here and there.
    """
    if latin:
        full = set(reach)
        cut = [b for a, b in pairwise(lines) if a in full and not TERMINAL.search(a)]
        return sum(b.lstrip()[:1].islower() or b.lstrip()[:1].isdigit() for b in cut) > 0.4 * len(cut)
    if sum(1 for line in reach if INNER_END.search(line.strip())) >= max(1, 0.1 * len(reach)):
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
