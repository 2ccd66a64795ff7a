"""Two editions side by side by both engines: a pair goes on on the next page, and is read back whole."""

from collections import Counter

import msgspec
import pytest

from publisher import theme
from publisher.contracts import Context, Exporter
from publisher.errors import ExportError
from publisher.exporters import readback
from publisher.exporters.composed.story import rows
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.localization.localizer import furniture
from publisher.model import Article, Block, Cell, Heading, Meta, Paragraph, Release, Table, Text
from publisher.report import Report
from tests.visual.rows import rows as lines_of

ENGINES: list[Exporter] = [WeasyPrintExporter(), ReportLabExporter()]
NAMES = [engine.name for engine in ENGINES]
CHINESE = "学院与市科技局联合举办展示周，设机器人、智能制造、数字文创三个展区，市民可以免费入场参观，"
ENGLISH = (
    "the college and the science bureau hold the week together and three halls show what was made there, "
)


def release(paragraphs: int = 12, length: int = 4) -> Release:
    """Return two editions whose paragraphs no sentence parts, so that pages must."""
    text = {"zh-Hans": CHINESE * length + "完。", "en": "So " + ENGLISH * length + "end."}
    return Release(
        tuple(
            Article(
                Meta(language=language, headline="开幕" if language != "en" else "Opening"),
                tuple(Paragraph(f"b{n}", (Text(f"{n}{words}"),)) for n in range(paragraphs)),
            )
            for language, words in text.items()
        )
    )


def context(shown: Release, look: str = "press") -> Context:
    words = {article.meta.language: furniture(article) for article in shown.editions}
    return Context(theme.load(look), words, Report())


@pytest.mark.parametrize("engine", ENGINES, ids=NAMES)
@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
def test_what_goes_on_is_read_back(engine: Exporter, look: str) -> None:
    shown = release()
    assert any(row.parted for row in rows(shown, context(shown, look)))
    data = engine.export(shown, context(shown, look))
    assert readback.check("x.pdf", data, shown, context(shown, look)).pages > 1


@pytest.mark.parametrize("engine", ENGINES, ids=NAMES)
def test_a_paragraph_of_several_pages_is_read_back(engine: Exporter) -> None:
    shown = release(2, 60)
    data = engine.export(shown, context(shown))
    assert readback.check("x.pdf", data, shown, context(shown)).pages > 2


@pytest.mark.parametrize("engine", ENGINES, ids=NAMES)
@pytest.mark.parametrize(("old", "new"), [("免费入场", "收费入场"), ("three halls", "four halls")])
def test_one_changed_word_in_it_is_found(engine: Exporter, old: str, new: str) -> None:
    shown = release()
    changed = Release(tuple(_changed(article, old, new) for article in shown.editions))
    with pytest.raises(ExportError, match="does not say what the article says"):
        readback.check("x.pdf", engine.export(changed, context(changed)), shown, context(shown))


@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
def test_both_engines_part_them_at_the_same_place(look: str) -> None:
    shown = release()
    one, other = (_held(engine.export(shown, context(shown, look))) for engine in ENGINES)
    assert one == other


@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
def test_every_page_but_the_last_is_filled(look: str) -> None:
    shown = release()
    made = lines_of(ReportLabExporter().export(shown, context(shown, look)))
    page = context(shown, look).theme.page_bilingual
    foot = page.height - page.bottom
    lowest = {
        n: max(line.y for line in made if line.page == n and line.y < foot) for n in {r.page for r in made}
    }
    assert all(foot - y < 12 for n, y in lowest.items() if n < max(lowest))


def _changed(article: Article, old: str, new: str) -> Article:
    *blocks, last = article.blocks
    assert isinstance(last, Paragraph)
    (text,) = last.inlines
    assert isinstance(text, Text)
    made = Paragraph(last.key, (Text(text.text.replace(old, new, 1)),))
    return msgspec.structs.replace(article, blocks=(*blocks, made))


def _held(data: bytes) -> dict[int, Counter[str]]:
    """Return the characters of each page."""
    found: dict[int, Counter[str]] = {}
    for line in lines_of(data):
        found.setdefault(line.page, Counter()).update(line.bare)
    return found


@pytest.mark.parametrize("lengths", [(18, 19, 22, 14, 21, 17), (14, 20, 21, 14, 17, 21)])
def test_no_page_begins_with_the_space_under_a_pair_of_the_page_before(lengths: tuple[int, ...]) -> None:
    made = [release(1, length).editions for length in lengths]
    editions = [
        msgspec.structs.replace(
            article, blocks=tuple(p for n, pair in enumerate(made) for p in _blocks(pair[side], n))
        )
        for side, article in enumerate(made[0])
    ]
    shown = Release(tuple(editions))
    tops = [_tops(engine.export(shown, context(shown))) for engine in ENGINES]
    assert tops[0] == pytest.approx(tops[1], abs=0.4)


@pytest.mark.parametrize("length", [14, 25])
def test_a_large_table_stands_as_far_under_a_parted_pair_by_either_engine(length: int) -> None:
    row = tuple(Cell(f"t{n}", (Text(f"{n}x"),)) for n in range(5))
    shown = Release(
        tuple(
            msgspec.structs.replace(article, blocks=(*article.blocks, Table("t", (row, row))))
            for article in release(2, length).editions
        )
    )
    assert any(pair.parted for pair in rows(shown, context(shown)))
    made = [lines_of(engine.export(shown, context(shown))) for engine in ENGINES]
    one, other = ([line.y for line in found if line.text.startswith("0x")] for found in made)
    assert one == pytest.approx(other, abs=0.4)


def _blocks(article: Article, number: int) -> tuple[Block, ...]:
    made = tuple(msgspec.structs.replace(block, key=f"b{number}") for block in article.blocks)
    return (*made, Heading(f"h{number}", (Text(f"{number}"),))) if number % 3 == 2 else made


def _tops(data: bytes) -> list[float]:
    """Return where the first line of each page stands, in mm."""
    made = lines_of(data)
    return [min(line.y for line in made if line.page == n) for n in sorted({line.page for line in made})]
