"""Lines that a page's measure broke are joined to paragraphs again; page numbers and running heads go.

Text copied from a PDF or an old e-mail has a break at the end of every line.
Such lines are nearly all as long as the measure and end anywhere in a
sentence; the lines of a poem, a list or a table do not.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from publisher.keys import Parts
from publisher.localization import front_matter
from publisher.model import Article, Block, Paragraph, Text
from publisher.repairs import web_phrases
from publisher.repairs.edits import Tally
from publisher.repairs.hanzi import HAN
from publisher.repairs.paging.furniture import PAGE, WIDEST_HEAD, without_page_furniture
from publisher.repairs.paging.gluing import HYPHEN, glued
from publisher.repairs.paging.measure import INDENT, TERMINAL, Measure, measured, text_of, width
from publisher.report import Report

_OPEN_END = re.compile(r"[，、,（(“‘「『《〈]\Z")
_ITEM = re.compile(
    r"\A\s*(?:[•●▪■◆○·\-–*]\s|\d{1,3}(?:[、)）]|\.(?!\d|[a-z]))(?!\s*\Z)|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）"
    r"|第[一二三四五六七八九十百\d]{1,4}[章节條条款]|#{1,4}\s|!\[)"
)
_GLUED = re.compile(r"(?<=[。！？…”）」])(?:[\u3000\u2003]{2,}|[ \xa0]{4,}|\t+)(?=\S)")
_TOKEN = re.compile(rf"[A-Za-z0-9\u00c0-\u024f][^\s{HAN}]*|.[，。、；：？！”’）》」』…—]*")
_WORD = re.compile(r"\S+")
_SLACK = 4  # columns that a mark at the line's end may have taken or left


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` with broken lines joined, glued paragraphs parted, page furniture taken out."""
    joined = Tally(report, "lines-joined", "lines broken by a page's measure were joined")
    parted = Tally(report, "paragraphs-parted", "paragraphs that had run together were parted")
    removed = Tally(report, "page-furniture-removed", "a page number or a running head was removed")
    blocks = without_page_furniture(article.blocks, removed, titled=bool(article.meta.headline))
    blocks = _joined(blocks, joined, titled=bool(article.meta.headline))
    names = Parts(article)
    blocks = [part for block in blocks for part in _parted(block, names, parted)]
    for tally in (removed, joined, parted):
        tally.file()
    if blocks == list(article.blocks):
        return article
    return msgspec.structs.replace(article, blocks=tuple(blocks))


def _joined(blocks: Sequence[Block], joined: Tally, *, titled: bool) -> list[Block]:
    measure = measured([text_of(b) for b in blocks], titled=titled)
    if measure is None:
        return list(blocks)
    out: list[Block] = []
    blank = False
    count = 0  # lines that the last block of ``out`` is made of
    last_line = ""
    for block in blocks:
        line = text_of(block)
        if line is not None and not line.strip():
            blank = True
            if not measure.double:
                out.append(block)
            continue
        before = text_of(out[-1]) if out else None
        parted = blank and not measure.double
        headline = len(out) == 1 and count == 1 and not titled
        joins = line is not None and count and not parted
        if joins and before and line and _goes_on(last_line, line, measure, first=headline):
            out[-1] = Paragraph(out[-1].key, (Text(glued(before, line)),))
            count, last_line, blank = count + 1, line, False
            continue
        out.append(block)
        count, last_line, blank = (1, line, False) if line is not None else (0, "", False)
    before_keys = {b.key: text_of(b) for b in blocks}
    for block in out:
        text, was = text_of(block), before_keys.get(block.key)
        if text != was and was is not None:
            joined.add(block.key, was.strip(), (text or "")[: len(was) + 8].strip(), 0)
    return out


def _goes_on(before: str, line: str, measure: Measure, *, first: bool) -> bool:
    """Tell whether the paragraph that ``before`` ends goes on in ``line``."""
    before = before.rstrip()
    if HYPHEN.search(before) and line[:1].islower():
        return True
    if first or PAGE.match(before) or (measure.indents and INDENT.match(line)) or _stands_alone(line):
        return False
    used = width(before, latin=measure.latin)
    if measure.latin and _is_headline_case(before):
        return False
    if _ITEM.match(line) and (TERMINAL.search(before) or used < measure.longest // 2):
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
    if TERMINAL.search(before) and not (measure.indents or measure.blanks or measure.double):
        return False  # nothing tells the end of a paragraph from a full line
    return used + room + (2 if measure.latin else _SLACK) >= measure.longest


def _stands_alone(line: str) -> bool:
    """Tell a line that begins with a contact's label, or is a web page's furniture."""
    line = line.strip()
    if len(line) > WIDEST_HEAD:
        return False
    return bool(
        PAGE.match(line)
        or front_matter.is_contact_start(line)
        or web_phrases.is_furniture(line)
        or web_phrases.ends_page(line)
    )


def _is_headline_case(line: str) -> bool:
    """Tell an English headline or a name, whose words but the small ones are capitalised."""
    words = [word for word in re.findall(r"[A-Za-z][\w’'-]*", line) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words) and not TERMINAL.search(line)


def _parted(block: Block, names: Parts, parted: Tally) -> list[Block]:
    text = text_of(block)
    if text is None or not isinstance(block, Paragraph) or "\t" in text:  # the row of a table
        return [block]
    places = [m.end() for m in _GLUED.finditer(text)]
    if not places:
        return [block]
    edges = [0, *places, len(text)]
    pieces = [text[a:b].strip() for a, b in pairwise(edges)]
    for at in places:
        parted.add(block.key, text[max(0, at - 6) : at + 4], text[max(0, at - 6) : at].rstrip(), at)
    return [
        Paragraph(names.next(block.key) if number else block.key, (Text(piece),))
        for number, piece in enumerate(pieces)
    ]
