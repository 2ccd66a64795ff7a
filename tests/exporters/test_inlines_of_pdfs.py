"""What stands inside paragraphs: both PDF engines set it from the fonts it needs, in the order it is read."""

import io
from ctypes import create_string_buffer

import msgspec
import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from publisher import theme
from publisher.contracts import Context, Exporter
from publisher.exporters import readback
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.localization.furniture import furniture
from publisher.model import (
    Article,
    Block,
    Cell,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Meta,
    NoteRef,
    Official,
    PageBreak,
    Paragraph,
    Release,
    Strong,
    Table,
    Text,
)
from publisher.report import Report
from tests.visual.rows import Row
from tests.visual.rows import rows as lines_of

ENGINES: list[Exporter] = [WeasyPrintExporter(), ReportLabExporter()]
both_engines = pytest.mark.parametrize("engine", ENGINES, ids=[engine.name for engine in ENGINES])


def article(language: str, *blocks: Block, headline: str = "") -> Article:
    return Article(Meta(language=language, headline=headline or "开幕"), blocks)


def lines(engine: Exporter, *editions: Article, look: str = "press") -> list[Row]:
    """Return the lines of a PDF that is read back whole."""
    shown = Release(editions)
    context = Context(theme.load(look), {a.meta.language: furniture(a) for a in editions}, Report())
    data = engine.export(shown, context)
    assert readback.check("x.pdf", data, shown, context).characters
    return lines_of(data)


@both_engines
@pytest.mark.parametrize("wrap", [Emphasis, Strong])
def test_stressed_letters_and_figures_amid_han_are_their_own(engine: Exporter, wrap: type[Emphasis]) -> None:
    # the headline has some of the figures in bold, in a font that is cut for it
    row: tuple[Inline, ...] = (Text("参观"), wrap((Text("云汀USB-C展厅，每天9:30—17:00"),)), Text("。"))
    plain = Paragraph("b2", (Text("云汀USB-C展厅，每天9:30—17:00"),))  # and others have the regular ones
    made = lines(engine, article("zh-Hans", Paragraph("b1", row), plain, headline="3月5日C919开幕"))
    assert "参观云汀USB-C展厅，每天9:30—17:00。" in "".join(row.bare for row in made)


@both_engines
@pytest.mark.parametrize("nested", [(Strong, Emphasis), (Emphasis, Strong)])
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_the_inner_of_two_marks_says_how_a_text_is_set(
    engine: Exporter, nested: tuple[type[Strong], type[Emphasis]], language: str
) -> None:
    outer, inner = nested
    text = "云汀Spark周2026" if language == "zh-Hans" else "Spark 2026"
    made = lines(engine, article(language, Paragraph("b1", (outer((inner((Text(text),)),)), Text("。")))))
    assert "".join(text.split()) in "".join(row.bare for row in made)


def faces(engine: Exporter, *inlines: Inline) -> list[str]:
    """Return the fonts of 云汀 where ``inlines`` say it first; it stands below in regular and in bold too."""
    words = Text("云汀")
    below = Paragraph("b2", (words, Strong((words,)), Emphasis((words,))))
    made = article("zh-Hans", Paragraph("b1", (Text("参观"), *inlines, Text("。"))), below)
    context = Context(theme.load("press"), {"zh-Hans": furniture(made)}, Report())
    page = pypdfium2.PdfDocument(engine.export(Release((made,)), context))[0].get_textpage()
    found = []
    for n in range(page.count_chars()):
        if page.get_text_range(n, 1) in words.text:
            name = create_string_buffer(200)
            raw.FPDFText_GetFontInfo(page, n, name, 200, None)
            found.append(name.value.decode())
    return found[:2]


@both_engines
@pytest.mark.parametrize("wrap", [Emphasis, Strong])
def test_a_link_in_stressed_words_is_set_as_they_are(engine: Exporter, wrap: type[Emphasis]) -> None:
    words = (Text("云汀"),)
    around = faces(engine, wrap((Link("https://x.example/", words),)))
    assert around == faces(engine, wrap(words))
    assert around == faces(engine, Link("https://x.example/", (wrap(words),)))
    assert around != faces(engine, *words)


@both_engines
@pytest.mark.parametrize("before", ["规定", "规定，", "规定："])
@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
def test_the_number_of_a_note_before_an_opening_mark_is_read_first(
    engine: Exporter, before: str, look: str
) -> None:
    text = Text("《青年技能案例集》9:30—17:00，" + "展示周由学院联合举办，" * 3)
    rows = (
        Paragraph(f"b{n}", (Text("学" * n + before), NoteRef("说明"), text)) for n in range(24)
    )  # each line ends elsewhere
    assert lines(engine, article("zh-Hans", *rows), look=look)


@both_engines
def test_a_space_behind_a_forced_line_end_moves_nothing(engine: Exporter) -> None:
    made = lines(engine, article("en", Paragraph("b1", (Text("One "), LineBreak(), Text(" Two")))))
    (one,), (two,) = ([row for row in made if row.bare == word] for word in ("One", "Two"))
    assert one.x == two.x


@both_engines
def test_a_page_ends_side_by_side_where_its_author_ends_it(engine: Exporter) -> None:
    blocks = (Paragraph("b1", (Text("Before"),)), PageBreak("b2"), Paragraph("b3", (Text("After"),)))
    made = lines(engine, article("zh-Hans", *blocks), article("en", *blocks))
    assert {(row.page, row.bare) for row in made if row.bare in ("Before", "After")} == {
        (1, "Before"),
        (2, "After"),
    }


@both_engines
def test_an_address_parted_at_the_end_of_a_page_keeps_its_hyphen(engine: Exporter) -> None:
    address = "https://example.com/news/2026/03/open-day?id=12"
    items = (ListItem(f"b1.{n}", (Text("展" * (n % 37) + address * 3),)) for n in range(90))
    assert lines(engine, article("zh-Hans", List("b1", tuple(items), ordered=True)))[-1].page > 5


@both_engines
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_cell_may_be_empty(engine: Exporter, language: str) -> None:
    table = Table("b1", ((Cell("b1.1", (Text("2026"),)), Cell("b1.2", ())),))
    assert lines(engine, article(language, table))


@both_engines
def test_a_note_in_english_is_set_as_english_beside_chinese(engine: Exporter) -> None:
    row = (Text("Spring"), NoteRef("the college’s own"))
    made = lines(
        engine, article("zh-Hans", Paragraph("b1", (Text("春天"),))), article("en", Paragraph("b1", row))
    )
    alone = lines(engine, article("en", Paragraph("b1", row)))
    (one,), (other,) = ([r for r in rows if r.bare.endswith("thecollege’sown")] for rows in (made, alone))
    assert one.text == other.text  # no square for the apostrophe, which would stand off


def test_what_is_made_bolder_is_not_taken_for_what_is_bold() -> None:
    # the label of an annex has figures of the text's face in bold
    label = [Paragraph(f"x{n}", (Text(text),)) for n, text in enumerate(("附件3", "安排", "共1处。"))]
    shown = article(
        "zh-Hans", Paragraph("b1", (Text("2026年3月1日"),)), *label, headline="关于2026年安排的通知"
    )
    meta = msgspec.structs.replace(
        shown.meta, official=Official(number="青职发〔2026〕5号", attachments=("安排",))
    )
    release = Release((msgspec.structs.replace(shown, meta=meta),))
    context = Context(theme.load("gongwen"), {"zh-Hans": furniture(release.editions[0])}, Report())
    document = pikepdf.open(io.BytesIO(WeasyPrintExporter().export(release, context)))
    names = {
        str(font.BaseFont).partition("+")[2]
        for page in document.pages
        for font in page.Resources.Font.values()
    }
    assert "press-latin-zh-Bold" in names
    bold = [
        f for page in document.pages for f in page.Resources.Font.values() if "zh-Bold" in str(f.BaseFont)
    ]
    assert len({str(font.BaseFont) for font in bold}) == 1


def _beside(text: str) -> list[list[Row]]:
    """Return the lines of both engines; what stands so far apart is two of them."""
    return [lines(engine, article("zh-Hans", Paragraph("b1", (Text(text),)))) for engine in ENGINES]


def test_a_row_of_spaces_is_as_wide_by_either_engine_and_parts_lines_alike() -> None:
    row = "出席：沈知微  陆子衿   王二" + "，甲乙  丙丁" * 30
    made = _beside(row)
    assert [line.bare for line in made[0]] == [line.bare for line in made[1]]
    apart = [
        next(line.x for line in found if "刚到" in line.bare) for found in _beside("王二" + " " * 6 + "刚到")
    ]
    assert apart[0] == pytest.approx(apart[1], abs=0.5)
