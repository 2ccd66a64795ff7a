"""What a web page sets around an article is taken out: navigation, buttons, counters, notices of rights.

Only a line that holds nothing else is furniture. What is content (editor,
source, date) stays for the metadata, where it is moved if it stands at the
head or the foot of the text.
"""

import re
from collections.abc import Sequence

import msgspec

from publisher.localization import front_matter
from publisher.model import Article, Block, Heading, Meta, Paragraph, Text
from publisher.repairs import web_phrases
from publisher.repairs.edits import Tally
from publisher.repairs.hanzi import HAN
from publisher.report import Report
from publisher.walk import plain

_LABEL = re.compile(r"\A[^\s：:]{2,8}[：:]")
_SENTENCE_END = re.compile(r"[。！？!?.…；;][”’」』）)\"']*\Z")
_LINK_LINE = re.compile(
    r"\A[·•●▪\-*>]?\s*.{4,60}?(?:[\[(（]?\d{2,4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?[\])）]?)?\Z"
)
_HAN = re.compile(f"[{HAN}]")
_EDGE = 4
"""So many paragraphs at either end of the body may hold metadata."""


def repair(article: Article, report: Report) -> Article:
    """Return ``article`` without a web page's furniture; what is metadata in it is moved there."""
    removed = Tally(report, "furniture-removed", "a web page's furniture was removed")
    moved = Tally(report, "metadata-moved", "a line of editor, source or date was moved to the metadata")
    while (less := _once(article, removed, moved)) != article:  # what was inside may now be at the edge
        article = less
    removed.file()
    moved.file()
    return article


def _once(article: Article, removed: Tally, moved: Tally) -> Article:
    lines = [(text.strip() if (text := _line(block)) is not None else None) for block in article.blocks]
    at_edge = _at_edges(lines, titled=bool(article.meta.headline))
    blocks: list[Block] = []
    related = False
    for number, (block, line) in enumerate(zip(article.blocks, lines, strict=True)):
        if line is None:
            related = False
            blocks.append(block)
            continue
        if related and line and _is_link(line):
            removed.add(block.key, line, "", 0)
            continue
        furniture = number in at_edge or web_phrases.is_furniture(line)
        related = related and (not line or furniture)
        if number > len(lines) / 3 and web_phrases.begins_related(line) and _leads_to_links(lines, number):
            related = furniture = True
        rest = "" if furniture else web_phrases.without_counters(line)
        if rest == line:
            blocks.append(block)
            continue
        removed.add(block.key, line, rest, 0)
        if rest:
            blocks.append(_with_text(block, rest))
    meta, blocks = _to_metadata(article.meta, blocks, moved)
    if blocks == list(article.blocks) and meta == article.meta:
        return article
    return msgspec.structs.replace(article, meta=meta, blocks=tuple(blocks))


def _is_link(line: str) -> bool:
    """Tell the title of another article."""
    sentence = _SENTENCE_END.search(line)
    return bool(_LINK_LINE.match(line) and not sentence and not _LABEL.match(line) and not _is_credit(line))


def _leads_to_links(lines: Sequence[str | None], at: int) -> bool:
    """Tell whether titles or nothing but furniture follow; sentences make it a section of the text."""
    for line in lines[at + 1 :]:
        if line:
            return _is_link(line) or web_phrases.is_furniture(line) or _is_credit(line)
    return True


def _at_edges(lines: Sequence[str | None], *, titled: bool) -> set[int]:
    """Return the places of the buttons over the headline of a prose text and below its end."""
    if not any(map(_is_prose, lines)):
        return set()  # a button's word may be a poem's line or an item of a list
    found: set[int] = set()
    for number in range(len(lines) - 1, 0, -1):
        line = lines[number]
        if line and not (web_phrases.is_furniture(line) or web_phrases.is_data(line)):
            if not web_phrases.ends_page(line):
                break
            found.add(number)
        elif line and web_phrases.ends_page(line):
            found.add(number)
    if titled:
        return found
    over: set[int] = set()
    for number, line in enumerate(lines):
        if line and web_phrases.begins_page(line):
            over.add(number)
        elif line and not web_phrases.is_furniture(line):
            return found | over if _is_headline(line) else found
    return found


def _is_prose(line: str | None) -> bool:
    return bool(line) and len(line or "") >= (40 if _HAN.search(line or "") else 80)


def _is_headline(line: str) -> bool:
    """Tell a line that is longer than a name and neither a sentence nor a field."""
    words = len(_HAN.findall(line)) + 2 * len(re.findall("[A-Za-z]+", line))
    return words >= 7 and not _SENTENCE_END.search(line) and not web_phrases.is_data(line)


def _line(block: Block) -> str | None:
    return plain(block.inlines) if isinstance(block, Paragraph | Heading) else None


def _with_text(block: Block, text: str) -> Block:
    return (
        msgspec.structs.replace(block, inlines=(Text(text),))
        if isinstance(block, Paragraph | Heading)
        else block
    )


def _is_credit(line: str) -> bool:
    return bool(front_matter.find_credits(line))


def _to_metadata(meta: Meta, blocks: list[Block], moved: Tally) -> tuple[Meta, list[Block]]:
    """Move the lines of credits, source and date at the ends of a body that has a headline."""
    if not meta.headline:
        return meta, blocks  # a reader will look for them itself
    kept: list[Block] = []
    for number, block in enumerate(blocks):
        text = _line(block) if isinstance(block, Paragraph) else None
        at_edge = number < _EDGE or number >= len(blocks) - _EDGE
        if text is None or not at_edge or len(text) > 120:
            kept.append(block)
            continue
        line = text.strip()
        people = front_matter.find_credits(line)
        source = front_matter.find_source(line)
        if (not people and not source) or front_matter.beside_fields(line)[1]:
            kept.append(block)
            continue
        date = front_matter.find_date(line)
        meta = msgspec.structs.replace(
            meta,
            credits=front_matter.merge_credits(meta.credits, people),
            source=meta.source or source,
            issued=meta.issued or (date[0] if date else None),
        )
        moved.add(block.key, text, "", 0)
    return meta, kept
