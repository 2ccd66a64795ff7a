"""The theme newsletter: a banner, two columns that end alike, what is wide across them, in every format."""

import io
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from publisher import plugins, theme
from publisher.contracts import Context
from publisher.exporters import readback
from publisher.exporters.columns import across, column_width
from publisher.exporters.composed.atoms import Atom
from publisher.exporters.composed.pages import paginate
from publisher.exporters.word import DocxExporter
from publisher.model import Article, Cell, Figure, Heading, Paragraph, Release, Table, Text
from tests.conftest import PICTURE, chinese, english, one
from tests.typesetting.positions import Glyph, lines

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MM = 72 / 25.4
ENGINES = ("weasyprint", "reportlab")


@pytest.fixture
def newsletter(context: Context) -> Context:
    return msgspec.structs.replace(context, theme=theme.load("newsletter"))


def long(paragraphs: int = 12) -> Article:
    text = "全市智能制造产业发展迅速，规模以上工业企业在用机器人已超过五千台，技术技能人才缺口仍然不小。" * 3
    body = tuple(Paragraph(f"b{n}", (Text(text),)) for n in range(1, paragraphs + 1))
    return msgspec.structs.replace(chinese(), blocks=body, assets=())


def columns_of(data: bytes, look: theme.Theme) -> list[tuple[list[list[Glyph]], list[list[Glyph]]]]:
    """Return the lines of body text of each page, left column and right."""
    size = look.type.zh.body.size
    left, step = look.page.left * MM, (column_width(look) + look.layout.gap) * MM
    found: list[tuple[list[list[Glyph]], list[list[Glyph]]]] = []
    last = 0.0
    for row in lines(data):
        body = [glyph for glyph in row if abs(glyph.size - size) < 0.1]
        if not body:
            continue
        if body[0].baseline > last or not found:
            found.append(([], []))
        last = body[0].baseline
        for number in (0, 1):
            part = [g for g in body if number * step - 8 <= g.left - left < (number + 1) * step - 8]
            if part:
                found[-1][number].append(part)
    return found


@pytest.mark.parametrize("engine", ENGINES)
def test_the_text_runs_in_two_columns_that_end_alike(engine: str, newsletter: Context) -> None:
    data = plugins.load("pdf_engines", engine)().export(one(long()), newsletter)
    look = newsletter.theme
    pages = columns_of(data, look)
    width, leading = column_width(look) * MM, look.type.zh.body.leading
    for number, (one_column, other) in enumerate(pages, 1):
        # the end of the text stands in the last column, too
        assert abs(len(one_column) - len(other)) <= (5 if number == len(pages) else 2)
        assert one_column[0][0].baseline == pytest.approx(other[0][0].baseline, abs=0.6)
        for row in (*one_column, *other):
            assert row[-1].right - row[0].left < width + look.type.zh.body.size
        assert one_column[0][0].baseline - one_column[1][0].baseline == pytest.approx(leading, abs=0.3)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("languages", ["zh", "en", "both"])
def test_every_text_comes_back(
    engine: str, languages: str, bilingual_release: Release, newsletter: Context
) -> None:
    zh, en = bilingual_release.editions
    release = {"zh": one(zh), "en": one(en), "both": bilingual_release}[languages]
    data = plugins.load("pdf_engines", engine)().export(release, newsletter)
    assert readback.check("x.pdf", data, release, newsletter).characters > 100


def test_what_goes_across_is_one_rule() -> None:
    look = theme.load("newsletter")
    big = msgspec.structs.replace(PICTURE, name="big.png", width=1600, height=900)
    wide = tuple(Cell(f"t.{n}", (Text("x"),)) for n in range(4))
    blocks = (
        Figure("b1", "big.png"), Figure("b2", "big.png"), Table("b3", (wide,)), Table("b4", (wide[:3],)),
    )  # fmt: skip
    article = msgspec.structs.replace(chinese(), blocks=blocks, assets=(big,))
    assert across(article, look) == {"b1", "b3"}
    under_a_heading = msgspec.structs.replace(article, blocks=(Heading("b0", (Text("x"),)), *blocks))
    assert across(under_a_heading, look) == {"b3"}
    assert across(article, theme.load("press")) == frozenset()


def test_pages_are_filled_column_by_column_and_the_last_is_shared() -> None:
    from publisher.exporters.composed.atoms import Stroke

    mark = Stroke(0.0, 0.0, 1.0, 0.0, 1.0, "#000000")
    sheets = paginate([Atom(height=10.0, marks=(mark,)) for _ in range(26)], 100.0, 2, 100.0)
    assert [len(sheet.marks) for sheet in sheets] == [20, 6]
    places = [(getattr(m, "x0", None), getattr(m, "y0", None)) for m in sheets[1].marks]
    assert places == [(0.0, 0.0), (0.0, 10.0), (0.0, 20.0), (100.0, 0.0), (100.0, 10.0), (100.0, 20.0)]


def test_text_that_fills_two_of_three_columns_is_shared_by_all_three() -> None:
    from publisher.exporters.composed.atoms import Stroke

    mark = Stroke(0.0, 0.0, 1.0, 0.0, 1.0, "#000000")
    (sheet,) = paginate([Atom(height=10.0, marks=(mark,)) for _ in range(15)], 100.0, 3, 50.0)
    places = [getattr(m, "x0", None) for m in sheet.marks]
    assert [places.count(x) for x in (0.0, 50.0, 100.0)] == [5, 5, 5]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_shared_picture_says_the_credit_of_both_editions(engine: str, newsletter: Context) -> None:
    def credited(article: Article, credit: str) -> Article:
        blocks = tuple(
            msgspec.structs.replace(b, credit=credit) if isinstance(b, Figure) else b for b in article.blocks
        )
        return msgspec.structs.replace(article, blocks=blocks)

    release = Release((credited(chinese(), "陆子衿 摄"), credited(english(), "Photo by Lu Zijin")))
    data = plugins.load("pdf_engines", engine)().export(release, newsletter)
    assert readback.check("x.pdf", data, release, newsletter).characters > 100


@pytest.mark.parametrize("engine", ENGINES)
def test_side_by_side_no_heading_is_left_behind_on_a_page(engine: str, newsletter: Context) -> None:
    import pypdfium2

    def texts(article: Article, count: int) -> Article:
        line = (Text("样张" if article.meta.language != "en" else "Sample"),)
        blocks = (*(Paragraph(f"p{n}", line) for n in range(count)), Heading("h", (Text("终章 Finale"),)))
        last = Figure("f", "tall.png", alt="x")
        tall = msgspec.structs.replace(PICTURE, name="tall.png", width=400, height=360)
        return msgspec.structs.replace(article, blocks=(*blocks, last), assets=(tall,))

    for count in range(14, 22):
        release = Release((texts(chinese(), count), texts(english(), count)))
        data = plugins.load("pdf_engines", engine)().export(release, newsletter)
        pages = [
            page for page in pypdfium2.PdfDocument(data) if "Finale" in page.get_textpage().get_text_range()
        ]
        assert [any(o.type == 3 for o in page.get_objects()) for page in pages] == [True]


def sections(data: bytes) -> list[tuple[str, str]]:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    found: list[tuple[str, str]] = []
    for section in body.iter(f"{W}sectPr"):
        columns, kind = section.find(f"{W}cols"), section.find(f"{W}type")
        assert columns is not None
        found.append((columns.get(f"{W}num", "1"), "" if kind is None else str(kind.get(f"{W}val"))))
    return found


def test_word_has_a_section_for_each_stretch_of_columns(newsletter: Context, tmp_path: Path) -> None:
    data = DocxExporter().export(one(chinese()), newsletter)
    assert sections(data) == [("1", "continuous"), ("2", "continuous"), ("1", "continuous")]
    path = tmp_path / "x.docx"
    path.write_bytes(data)
    assert not [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
    assert readback.check("x.docx", data, one(chinese()), newsletter).characters > 100


def test_in_word_the_masthead_stands_on_a_band(newsletter: Context) -> None:
    data = DocxExporter().export(one(chinese()), newsletter)
    styles = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml"))
    found: Any = styles.xpath(
        "//w:style[w:name/@w:val='Masthead']/w:pPr/w:shd/@w:fill", namespaces={"w": W[1:-1]}
    )
    assert found == [newsletter.theme.colours.accent[1:]]


def test_in_word_a_table_is_as_wide_as_its_column_and_a_wide_picture_as_the_page(newsletter: Context) -> None:
    big = msgspec.structs.replace(PICTURE, name="big.png", width=1600, height=1000)
    blocks = (Figure("b0", "big.png", alt="x"), *chinese().blocks)
    article = msgspec.structs.replace(chinese(), blocks=blocks, assets=(*chinese().assets, big))
    data = DocxExporter().export(one(article), newsletter)
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    look = newsletter.theme
    width = sum(int(column.get(f"{W}w", "0")) for column in body.iter(f"{W}gridCol"))
    assert width == pytest.approx(column_width(look) * 1440 / 25.4, abs=2)
    extents = [int(e.get("cx", "0")) for e in body.iter("{*}extent")]
    assert extents[0] == pytest.approx(look.page.measure * 36000, abs=2)


def test_two_languages_stand_side_by_side_as_ever(bilingual_release: Release, newsletter: Context) -> None:
    assert sections(DocxExporter().export(bilingual_release, newsletter)) == [("1", "")]
