"""What stands around the text of a page and belongs to it: headline, subhead, date, source, credits."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from publisher.localization import front_matter
from publisher.model import Credit
from publisher.readers.draft import is_organisation
from publisher.readers.html import looks
from publisher.readers.html.finding import Found, Run
from publisher.readers.html.page import Page
from publisher.report import Severity

_KICKER = frozenset(
    ["kicker", "eyebrow", "yinti", "jianti", "shoulder", "pretitle", "overline", "suptitle", "uptitle"]
)
_SUBHEAD = frozenset(
    [
        "subtitle",
        "subhead",
        "subheading",
        "deck",
        "dek",
        "standfirst",
        "futi",
        "fubiaoti",
        "ftitle",
        "subheadline",
    ]
)
_TITLE = frozenset(["title", "headline", "tit", "bt", "biaoti", "arctitle", "titles", "subject"])
_CUT = re.compile(r"\s*[_|｜»]\s*|\s+[-–—]\s+|(?<=[\u3400-\u9fff”》])-(?=[\u3400-\u9fff])")
_SIGNED = re.compile(r"SOURCE:?\s+([A-Z].{2,60})\Z")
_PROVIDED = re.compile(r"(?i)(?:news )?provided by\s+(.{3,60})\Z")
_COUNTER = re.compile(
    r"(?:字体|字體|字号|字級|[点點][击擊閱](?:数|數|量|次数)?|[浏瀏][览覽](?:次数|人次|量|数)?|阅读(?:数|量|次数)?|访问量|打印|分享"
    r"|收藏|views?|hits|reads?|share|print|comments?|min|\d+|[\[\]【】()（）：:|/\s大中小次A+-]|&nbsp;)+",
    re.IGNORECASE,
)
_SAID = re.compile(r"[。！？!?]|[.](?=\s|\Z)")
_CHINESE_CLAUSE = re.compile("[，。；]")
_LONGEST_FIELDS = 160
_SHORTEST_TITLE = 4
_MOST_AFTER = 8
_MOST_BEFORE = 20
_SENTENCE, _SHORT_SENTENCE = 15.0, 6.0
_ENDED = re.compile(r"[。！？!?.][”’」』）)\"']*\Z")


class Around(msgspec.Struct):
    """What was found; ``taken`` are the elements, and ``lines`` the texts, that it was taken from."""

    headline: str = ""
    kicker: str = ""
    subhead: str = ""
    source: str = ""
    issued: datetime | None = None
    credits: tuple[Credit, ...] = ()
    taken: set[Any] = msgspec.field(default_factory=set)
    lines: set[str] = msgspec.field(default_factory=set)


def read(page: Page, found: Found, headlines: Sequence[str], known: Iterable[str] = ()) -> Around:
    """Return what stands around the text of ``page``.

    ``headlines`` are what its head calls it, ``known`` are names that the head has too.
    """
    around = Around()
    runs = found.weights.runs
    inside = [n for n, run in enumerate(runs) if _within(run.block, found.element)]
    first, last = (inside[0], inside[-1]) if inside else (0, len(runs) - 1)
    start = next((n for n in range(first, last + 1) if _begins_text(runs[n])), last)
    start = min(start, first + _MOST_BEFORE)
    taken: set[int] = set()
    title = _title(runs[: start + 1], headlines, found)
    if title is not None:
        around.headline = runs[title].text
        taken.add(title)
        kicker = next((run for run in reversed(runs[:title]) if looks.words(run.block) & _KICKER), None)
        around.kicker = kicker.text if kicker else ""
        taken.update(range(first, title))
    else:
        around.headline = next((_CUT.split(h)[0].strip() for h in headlines if _CUT.split(h)[0].strip()), "")
    for number in range(title + 1 if title is not None else max(first - 12, 0), start):
        run = runs[number]
        if title is not None and number == title + 1 and _is_subhead(run, runs[title]):
            around.subhead = run.text
            taken.add(number)
        elif _take_fields(around, run, page, known) or (
            number >= first and looks.furniture(run.block, says_something=False)
        ):
            taken.add(number)
    foot = [run for run in runs[last + 1 :] if not _is_away(run, found)]
    for run in foot[:_MOST_AFTER]:
        if front_matter.find_credits(run.text) or front_matter.find_source(run.text):
            _take_fields(around, run, page, known)
    if signed := _SIGNED.match(runs[last].text):
        around.source = around.source or signed[1]
        taken.add(last)
    around.lines = {runs[n].text for n in taken if first <= n <= last}
    left = {run.block for n, run in enumerate(runs) if n not in taken}
    around.taken = {runs[n].block for n in taken} - {
        a for block in left for a in (block, *block.iterancestors())
    }
    return around


def _begins_text(run: Run) -> bool:
    """Tell the first sentence of a text from a headline and from a line of fields."""
    sentence = run.value >= _SENTENCE or (run.value >= _SHORT_SENTENCE and _ENDED.search(run.text))
    return bool(sentence) and not _is_fields(run.text)


def _within(element: Any, container: Any) -> bool:
    return element is container or any(above is container for above in element.iterancestors())


def _is_away(run: Run, found: Found) -> bool:
    """Tell a line among links to other articles or comments."""
    near = (run.block, *run.block.iterancestors())
    return run.value > 0 and any(e in found.furniture for e in near)


def _bare(text: str) -> str:
    """Return the letters and figures of ``text``: all that two spellings of a headline share."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


def _title(runs: Sequence[Run], headlines: Sequence[str], found: Found) -> int | None:
    """Return which line is the headline: one that the head names too, or one that is marked as it."""
    named = [bare for h in headlines if len(bare := _bare(h)) >= _SHORTEST_TITLE]
    best: tuple[float, int] | None = None
    for number, run in enumerate(runs):
        text = _bare(run.text)
        if len(text) < _SHORTEST_TITLE or len(run.text) > 300:
            continue
        rank = int(run.block.tag[1]) if re.fullmatch("h[1-6]", run.block.tag) else 0
        above = run.block.getparent()
        classes = looks.words(run.block) | (looks.words(above) if above is not None else frozenset())
        marked = (7 - rank if rank else 0) + (3 if classes & _TITLE else 0)
        same = max((len(text) / len(h) for h in named if h.startswith(text) or text == h), default=0.0)
        if same >= 0.3 or (same and rank):
            score = 20 + 10 * same + marked
        elif (
            marked
            and not _is_fields(run.text)
            and not any(e in found.furniture for e in run.block.iterancestors())
        ):
            score = marked + number / (len(runs) + 1)  # the nearest
        else:
            continue
        if best is None or score > best[0]:
            best = (score, number)
    return best[1] if best else None


def _is_subhead(run: Run, title: Run) -> bool:
    """Tell the line under a headline that is its second part."""
    if run.text.startswith("——") or looks.words(run.block) & _SUBHEAD:
        return True
    heading = re.fullmatch("h[2-4]", run.block.tag) and re.fullmatch("h[1-3]", title.block.tag)
    beside = run.block.getprevious() is title.block
    return bool(heading and beside and run.block.tag > title.block.tag and not _is_fields(run.text))


def _is_fields(text: str) -> bool:
    """Tell a line of date, source and credits."""
    if len(text) > _LONGEST_FIELDS:
        return False
    if front_matter.find_source(text) or front_matter.find_credits(text):
        return True
    date = front_matter.find_date(text)
    if date is None or _SAID.search(text[date[2] :]):
        return False
    return not _CHINESE_CLAUSE.search(text) and len(text) <= 80


def _take_fields(around: Around, run: Run, page: Page, known: Iterable[str]) -> bool:
    """Take date, source and credits out of a line; a Notice tells what else it said."""
    if not _is_fields(run.text):
        return False
    parts = _parts(run)
    provided = next(filter(None, map(_PROVIDED.match, parts)), None)
    if provided:
        around.source = around.source or provided[1].strip()
        parts.remove(provided[0])
    people = () if provided else front_matter.find_credits(run.text)
    for text in [run.text] if people else parts:
        around.credits = front_matter.merge_credits(around.credits, front_matter.find_credits(text))
        around.source = around.source or front_matter.find_source(text)
    around.source = around.source or front_matter.find_source(run.text)
    date = front_matter.find_date(run.text)
    around.issued = around.issued or (date[0] if date else None)
    words = [front_matter.beside_fields(part)[1] if _is_fields(part) else part for part in parts]
    rest = [word for word in words if word and word not in known and word != around.source]
    if not around.source and (named := [part for part in rest if is_organisation(part)]):
        around.source = named[0]
        rest.remove(named[0])
    said = {*front_matter.unknown_fields(run.text), *rest}
    counters = {text for text in said if _COUNTER.fullmatch(text)}
    if counters:
        page.note("furniture-removed", f"counters were left out: {'; '.join(sorted(counters))}"[:120],
                  severity=Severity.INFO)  # fmt: skip
    if said - counters:
        told = "; ".join(sorted(said - counters))[:120]
        page.note("metadata-dropped", f"beside date and source this was left out: {told}")
    return True


def _parts(run: Run) -> list[str]:
    """Return the fields of a line that a page sets apart by elements, bars or wide spaces."""
    pieces: list[str] = []
    for piece in run.pieces:
        text = " ".join(piece.split())
        if pieces and re.search(r"(?i)[:：/]\Z|(?:\A|\s)by\Z", pieces[-1]):
            pieces[-1] += f" {text}" if pieces[-1][-1] in "yY" else text
        elif text:
            pieces.append(text)
    return [
        part
        for piece in pieces
        for part in re.split(r"\s*[|｜·•]\s+|[\u3000\xa0]{2,}", piece)
        if part.strip("()（）[]【】 ")
    ]


def left_out(found: Found, taken: Iterable[Any]) -> tuple[int, str]:
    """Return how many words of the page are not of the article, and how they begin."""
    from publisher.readers.html.finding import count

    known = set(taken)
    words, said = 0, ""
    for run in found.weights.runs:
        near = (run.block, *run.block.iterancestors())
        if known.intersection(near) or (found.element in near and not found.furniture.intersection(near)):
            continue
        words += count(run.text)
        said = f"{said} {run.text}" if len(said) < 80 else said
    return words, said.strip()[:100]
