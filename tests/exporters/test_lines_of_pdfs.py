"""Chinese lines of finished PDFs, over twenty measures in both engines: what is drawn, glyph by glyph."""

import math
import re
from collections import Counter
from functools import cache
from itertools import cycle, islice, pairwise
from pathlib import Path
from statistics import median

import msgspec
import pypdfium2
import pytest

from publisher import plugins, theme
from publisher.contracts import Context
from publisher.localization.localizer import furniture
from publisher.model import Article, Meta, Paragraph, Release, Text
from publisher.report import Report
from publisher.typesetting.lines.classes import CLOSING, OPENING, PAUSE_AND_STOP
from tests.typesetting.positions import Glyph, lines

CORPUS = Path(__file__).resolve().parents[1] / "benchmarks" / "corpus" / "zh-Hans.txt"
MEASURES = [60.0 + 5.5 * n for n in range(20)]
"""In mm: from a narrow column to more than a page of A4 has."""

PARAGRAPHS = 42
MM = 72 / 25.4
NO_START = CLOSING | PAUSE_AND_STOP | frozenset("–～·・‧／—…%‰")
HAN = re.compile(r"[\u4e00-\u9fff]")
ENGINES = ("weasyprint", "reportlab")


class Line(msgspec.Struct, frozen=True):
    """A line of the body: its glyphs, the measure's right edge, and what it is in its paragraph and page.

    ``opens`` tells the first line of a paragraph, ``full`` that the paragraph
    goes on, ``ends_page`` that the next line stands on another page.
    """

    glyphs: tuple[Glyph, ...]
    right: float
    opens: bool
    full: bool
    ends_page: bool

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def size(self) -> float:
        return self.glyphs[-1].size

    @property
    def stretch(self) -> float:
        """How far most Han stand apart, in pt; without end where no two meet."""
        gaps = [
            b.left - a.left - a.size
            for a, b in pairwise(self.glyphs)
            if HAN.match(a.text) and HAN.match(b.text)
        ]
        return median(gaps) if gaps else math.inf


@cache
def pages(engine: str, number: int) -> tuple[bytes, float, float]:
    """Return a PDF on the measure ``number``, and the left and right edges of the measure in pt."""
    press = theme.load("press")
    page = msgspec.structs.replace(press.page, width=MEASURES[number] + press.page.left + press.page.right)
    texts = islice(
        cycle(CORPUS.read_text(encoding="utf-8").splitlines()), number * 11, number * 11 + PARAGRAPHS
    )
    body = tuple(Paragraph(f"b{n}", (Text(text),)) for n, text in enumerate(texts, 1))
    article = Article(Meta(language="zh-Hans", headline="测试"), body)
    look = msgspec.structs.replace(press, page=page)
    context = Context(look, {"zh-Hans": furniture(article)}, Report())
    data: bytes = plugins.load("pdf_engines", engine)().export(Release((article,)), context)
    left = page.left * MM
    return data, left, left + page.measure * MM


@cache
def body(engine: str) -> tuple[Line, ...]:
    """Return the lines of the bodies of all measures."""
    size = theme.load("press").type.zh.body.size
    found: list[Line] = []
    for number in range(len(MEASURES)):
        data, left, right = pages(engine, number)
        rows = [row for row in lines(data) if abs(row[-1].size - size) < 0.1]
        for row, following in pairwise([*rows, rows[0]]):
            opens = row[0].left - left > size * 0.75
            full = following is not rows[0] and following[0].left - left < size * 0.75
            ends_page = following[0].baseline > row[0].baseline
            found.append(Line(tuple(row), right, opens, full, ends_page))
    return tuple(found)


@pytest.mark.exhaustive
@pytest.mark.parametrize("engine", ENGINES)
def test_no_line_begins_or_ends_with_a_mark_that_may_not(engine: str) -> None:
    assert len(body(engine)) > 3000
    assert [line.text for line in body(engine) if line.text[0] in NO_START] == []
    assert [line.text for line in body(engine) if line.text[-1] in OPENING] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_full_chinese_lines_are_flush_within_half_a_point(engine: str) -> None:
    checked = 0
    off = []
    for line in body(engine):
        last = line.glyphs[-1]
        # an address that cannot be parted may leave a few characters alone on a line before it
        if not line.full or last.text.isascii() or len(line.text) < 8 or line.stretch > line.size:
            continue
        checked += 1
        # the blank half of a mark stands outside the measure (clreq 3.1.6)
        edge = last.left + last.size / 2 if last.text in CLOSING | PAUSE_AND_STOP else last.right
        if abs(edge - line.right) > 0.5:
            off.append((round(edge - line.right, 2), line.text))
    assert checked > 2000
    assert off == []


@pytest.mark.parametrize("engine", ENGINES)
def test_hardly_a_line_gapes(engine: str) -> None:
    loose = [line.text for line in body(engine) if line.full and 0.12 < line.stretch / line.size < math.inf]
    # what is left stands before a long word or an address that no rule parts
    assert len(loose) < 0.006 * len(body(engine)), loose


@pytest.mark.parametrize("engine", ENGINES)
def test_no_paragraph_ends_with_one_character_on_a_line_of_its_own(engine: str) -> None:
    last = [line.text for line in body(engine) if not line.full and not line.opens]
    assert len(last) > 500
    assert [text for text in last if len("".join(filter(str.isalnum, text))) < 2] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_no_page_begins_or_ends_with_one_line_of_a_paragraph(engine: str) -> None:
    turns = [(line, after) for line, after in pairwise(body(engine)) if line.ends_page]
    assert len(turns) > 40
    assert [line.text for line, _ in turns if line.opens and line.full] == []
    assert [after.text for line, after in turns if line.full and not after.full] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_adjacent_marks_are_squeezed(engine: str) -> None:
    wide = [
        a.text + b.text
        for line in body(engine)
        for a, b in pairwise(line.glyphs)
        if a.text in CLOSING | PAUSE_AND_STOP
        and not a.text.isascii()
        and b.text in CLOSING | PAUSE_AND_STOP | OPENING
        and not b.text.isascii()
        and b.left - a.left > a.size / 2 + line.stretch + 0.5
    ]
    assert wide == []


@pytest.mark.parametrize("engine", ENGINES)
def test_han_and_figures_stand_apart_on_the_page_and_not_in_the_text(engine: str) -> None:
    close = [
        a.text + b.text
        for line in body(engine)
        for a, b in pairwise(line.glyphs)
        if HAN.match(a.text) and b.text.isdigit() and b.left - a.left < a.size * 1.1
    ]
    assert close == []
    gaps = spaces = 0
    for number in (0, 10, 19):
        data, _, _ = pages(engine, number)
        text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
        gaps += len(re.findall(r"[\u4e00-\u9fff]\s*\d|\d\s*[\u4e00-\u9fff]", text))
        spaces += len(re.findall(r"[\u4e00-\u9fff][^\S\r\n]+\d|\d[^\S\r\n]+[\u4e00-\u9fff]", text))
        assert "\u2005" not in text
    assert gaps > 200
    assert spaces == 0


def test_both_engines_break_the_same_lines() -> None:
    counts = [Counter(line.text for line in body(engine)) for engine in ENGINES]
    alike = (counts[0] & counts[1]).total()
    assert alike > 3000
    assert alike >= 0.95 * max(count.total() for count in counts)


def test_both_engines_break_the_same_english_lines() -> None:
    press = theme.load("press")
    page = msgspec.structs.replace(press.page, width=90 + press.page.left + press.page.right)
    texts = (CORPUS.parent / "en.txt").read_text(encoding="utf-8").splitlines()[:80]
    article = Article(
        Meta(language="en", headline="A test"),
        tuple(Paragraph(f"b{n}", (Text(text),)) for n, text in enumerate(texts) if text),
    )
    context = Context(msgspec.structs.replace(press, page=page), {"en": furniture(article)}, Report())
    counts = []
    for engine in ENGINES:
        data = plugins.load("pdf_engines", engine)().export(Release((article,)), context)
        counts.append(Counter("".join(glyph.text for glyph in row) for row in lines(data)))
    alike = (counts[0] & counts[1]).total()
    assert alike > 400
    assert alike >= 0.95 * max(count.total() for count in counts)
