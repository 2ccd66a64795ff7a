"""Cut running text into sentences, and an article into the segments a translator works on."""

import re
from collections.abc import Iterator

import msgspec

from publisher.model import (
    Article,
    Block,
    Figure,
    Heading,
    Inline,
    List,
    Paragraph,
    Quote,
    Segment,
    Table,
)
from publisher.translation.contact_names import needs_translation
from publisher.walk import OFFICIAL_TEXTS, notes, plain

QUOTATION_LIMIT = 200
"""A quotation or bracket of up to this many characters is never cut inside."""

_TERMINATORS = "。！？｡．!?."
_OPENERS = '“‘「『（(［[｛{〔【《〈"'
_CLOSERS = '”’」』）)］]｝}〕】》〉"'
_MATES = dict(zip(_CLOSERS, _OPENERS, strict=True))
_QUOTE_CLOSERS = '”’」』"'
_HAN = r"〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"

_END = re.compile(rf"[{re.escape(_TERMINATORS)}](?:[{re.escape(_TERMINATORS)}]|…)*")

# never at a sentence's end: what they shorten follows
_TITLES = re.compile(
    r"mrs?|ms|dr|prof|st|gen|col|lt|capt|sgt|maj|cmdr|adm|sen|rep|gov|pres|hon|rev|fr|vs|eds|est|approx|ca|cf"
    r"|e\.g|i\.e|viz",
    re.IGNORECASE,
)
# shorten only before a figure: No. 5, but: The answer was no. He left.
_COUNTED = re.compile(r"nos?|pp?|art|figs?|vol|ch|sec", re.IGNORECASE)
# may end a sentence too: the next word decides
_ABBREVIATIONS = re.compile(
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|inc|ltd|co|corp|bros|jr|sr|etc"
    r"|al|ave|blvd|rd|dept|univ|assn|min|max|hrs?|ft|mt|km|kg|govt|intl|[^\W\d_]+(?:\.[^\W\d_]+)+",
    re.IGNORECASE,
)
_STARTER = re.compile(
    r"[“\"‘(\[]*(?:The|An?|In|On|At|He|She|It|They|We|I|You|This|That|These|Those|But|And|Or|So|However|For|As|After"
    r"|Before|When|While|If|With|By|From|To|There|Our|His|Her|Its|Their|My|Also|Meanwhile|Since|During|More|Most"
    r"|According|Under|Over|Both|Each|Other|Another|Many|Some|All|No|Not|Now|Then|Today|Here|Such|What|Who|Where"
    r"|Why|How|One|Two|Three)(?=[\s,’'])"
)
_AHEAD = 100  # characters looked at behind a mark
_DEEPEST = 32  # pairs inside pairs
_SPACES = re.compile(r"\s*")
_APOSTROPHE = re.compile(r"[A-Za-z]’[^\W\d_]")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+$")
_ENUMERATION = re.compile(r"\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})$")

_SAID_ZH = re.compile(
    r"[^，。！？；：“”]{0,24}?(?:(?:说|称|表示|指出|介绍|强调|补充|坦言|感慨|感叹|回忆|解释|认为|呼吁|问|写|喊|答|笑)道?|道"
    r"|告诉[^，。！？；：“”]{1,8})[，。；：！？]"
)
_JOINED_ZH = re.compile(r"(?:的|等|之|是|这|为|字样|口号|主题|作为|成为)")
_SAID_EN = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|added|told|wrote|noted|explained|replied|recalled|stressed)\b"
)


class Unit(msgspec.Struct, frozen=True):
    """One translatable text: where it stands, and its characters (a line feed is a forced break)."""

    where: str
    text: str


def split(text: str, language: str, *, nested: bool = False) -> tuple[str, ...]:
    """Return the sentences of ``text``.

    In Chinese the sentences joined are the text again; a space after a
    sentence stays with it. In English the white space between two sentences
    belongs to neither, so the sentences joined by it are the text; white
    space at either end of the text stays with the first and last sentence.

    A closing quote or bracket stays with its sentence, and short quotations
    are not cut inside; ``nested`` cuts there too.
    """
    english = not language.lower().startswith("zh")
    sentences: list[str] = []
    start = 0
    for end in _ends(text, nested):
        follow = _past_space(text, end)
        if follow >= len(text) or not text[start:end].strip():
            continue
        sentences.append(text[start:end] if english else text[start:follow])
        start = follow
    if text[start:]:
        sentences.append(text[start:])
    return tuple(sentences)


def _past_space(text: str, at: int) -> int:
    found = _SPACES.match(text, at)
    return found.end() if found else at


def _ends(text: str, nested: bool) -> Iterator[int]:
    """Yield the offset after each sentence, its closing marks included."""
    closing = _closing(text)
    shut = [0] * (len(text) + 1)  # 1 inside a pair that is not cut
    # a pair that holds the whole text is cut: its sentences are the text's
    whole = (len(text) - len(text.lstrip()), len(text.rstrip()) - 1)
    for begin, finish in closing.items():
        if not nested and finish - begin <= QUOTATION_LIMIT and (begin, finish) != whole:
            shut[begin + 1] += 1
            shut[finish] -= 1
    depth = 0
    depths = [depth := depth + step for step in shut]
    partner = {finish: begin for begin, finish in closing.items()}
    start = at = 0
    while found := _END.search(text, at):
        at = end = found.end()
        while end < len(text) and text[end] in _CLOSERS and (text[end] != '"' or end in partner):
            end += 1
        if depths[min(end, len(depths) - 1)] > 0 and end < len(text):
            continue
        opened = partner.get(end - 1, 0)
        if _is_end(text, start, found, end, introduced=text[max(opened - 1, 0)] in "：:"):
            yield end
            start = end
        at = max(at, end)


def _closing(text: str) -> dict[int, int]:
    """Pair opening marks with their closing ones; a mark without a mate is left out."""
    pairs: dict[int, int] = {}
    stack: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if char == "’" and _APOSTROPHE.match(text, max(at - 1, 0)):
            continue  # an apostrophe
        char_open = not any(mark == '"' for mark, _ in stack) if char == '"' else char in _OPENERS
        if char_open:
            stack.append((char, at))
            del stack[:-_DEEPEST]
        elif char in _MATES:
            mate = _MATES[char]
            depth = next((n for n in range(len(stack) - 1, -1, -1) if stack[n][0] == mate), None)
            if depth is not None:
                pairs[stack[depth][1]] = at
                del stack[depth:]
    return pairs


def _is_end(text: str, start: int, found: re.Match[str], end: int, *, introduced: bool) -> bool:
    """Tell whether the marks of ``found``, closed at ``end``, end a sentence that began at ``start``.

    A quotation ``introduced`` by a colon is not followed by who said it.
    """
    follow = _past_space(text, end)
    after = text[follow : follow + _AHEAD]
    if not after:
        return True
    quoted = any(c in _QUOTE_CLOSERS for c in text[found.end() : end])
    marks = found.group()
    spaced = follow > end
    if after[0] in "，、；：,;:。！？—–…" or (after[0] in _CLOSERS and after[0] != '"'):
        return False
    if (
        quoted
        and not introduced
        and (_SAID_ZH.match(after) or _JOINED_ZH.match(after) or _SAID_EN.match(after))
    ):
        return False
    if end > found.end() and not quoted and not spaced and after[0] not in _OPENERS:
        # a sentence in brackets inside another: （是吗？）他
        return False
    if any(c in "。！？｡" for c in marks):
        return True
    if marks == "．":
        return not (text[found.start() - 1 : found.start()].isdigit() and after[0].isdigit())
    before_han = re.match(f"[{_HAN}]", after) is not None
    if marks == ".":
        if not spaced and end == found.end():
            # a decimal, a domain, an initialism; but 高兴.他 is a half-width full stop
            return before_han and re.search(f"[{_HAN}]$", text[: found.start()]) is not None
        return _full_stop(text[start : found.start()], after, before_han)
    if not spaced and end == found.end():
        return before_han or after[0] in "“「『"
    if not spaced and "..." in marks:
        return False
    return before_han or not after[0].islower()


def _full_stop(before: str, after: str, before_han: bool) -> bool:
    """Tell whether an ASCII full stop between ``before`` and ``after`` ends a sentence."""
    head = after.lstrip("“‘\"'([「『")[:1]
    if not before_han and not (head.isupper() or head.isdigit()):
        return False
    if _ENUMERATION.fullmatch(before):
        return False
    word = _WORD_BEFORE.search(before[-_AHEAD:])
    if word is None:
        return True
    token = word.group()
    if _TITLES.fullmatch(token):
        return False
    if _COUNTED.fullmatch(token):
        return not head.isdigit()
    if _ABBREVIATIONS.fullmatch(token) or (len(token) == 1 and token.isupper()):
        return _STARTER.match(after) is not None
    return True


def units(article: Article) -> tuple[Unit, ...]:
    """Return every translatable text of ``article``, metadata first, in the order of ``walk.map_text``.

    Names of people (credits, the credit of a figure, contacts that are only
    that), numbers and addresses of the net are not among them: localization
    renders those.
    """
    return tuple(unit for unit in _units(article) if unit.text.strip())


def _units(article: Article) -> Iterator[Unit]:
    meta = article.meta
    for where in ("kicker", "headline", "subhead", "source", "place", "summary", "rights"):
        yield Unit(where, getattr(meta, where))
    for n, keyword in enumerate(meta.keywords, 1):
        yield Unit(f"keyword{n}", keyword)
    for part in meta.boilerplate:
        yield from _block_units(part)
    for n, contact in enumerate(meta.contacts, 1):
        if needs_translation(contact.name, chinese=meta.language.startswith("zh")):
            yield Unit(f"contact{n}.name", contact.name)
        yield Unit(f"contact{n}.organisation", contact.organisation)
        yield Unit(f"contact{n}.address", contact.address)
    if official := meta.official:
        for name in OFFICIAL_TEXTS:
            yield Unit(f"official.{name}", getattr(official, name))
        for n, attachment in enumerate(official.attachments, 1):
            yield Unit(f"official.attachment{n}", attachment)
        for n, note in enumerate(official.notes, 1):
            yield Unit(f"official.note{n}", note)
    for block in article.blocks:
        yield from _block_units(block)


def _block_units(block: Block) -> Iterator[Unit]:
    match block:
        case Paragraph() | Heading() | Quote():
            yield from _run_units(block.inlines, block.key)
        case List():
            for item in block.items:
                yield from _run_units(item.inlines, item.key)
        case Table():
            for row in (block.head, *block.rows):
                for cell in row:
                    yield from _run_units(cell.inlines, cell.key)
            yield from _run_units(block.caption, f"{block.key}.caption")
        case Figure():
            yield from _run_units(block.caption, f"{block.key}.caption")
            yield Unit(f"{block.key}.alt", block.alt)
        case _:
            pass


def _run_units(inlines: tuple[Inline, ...], where: str) -> Iterator[Unit]:
    yield Unit(where, plain(inlines))
    for n, note in enumerate(notes(inlines), 1):
        yield Unit(f"{where}.note{n}", note)


def sentences(unit: Unit, language: str) -> tuple[str, ...]:
    """Return the sentences of a unit, line by line, without white space at their ends."""
    found = (s.strip() for line in unit.text.split("\n") for s in split(line, language))
    return tuple(s for s in found if s)


def segments(article: Article) -> tuple[Segment, ...]:
    """Return the sentences of every translatable text; the key is the text's own, a dot and a number."""
    return tuple(
        Segment(f"{unit.where}.{n}", sentence)
        for unit in units(article)
        for n, sentence in enumerate(sentences(unit, article.meta.language), 1)
    )
