"""A template of one's own: its page and its styles are used, what it lacks is made and told."""

import io
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from docx.enum.dml import MSO_THEME_COLOR_INDEX
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree
from openxml_audit import OpenXmlValidator

from publisher.contracts import Context, Source
from publisher.errors import ConfigError
from publisher.exporters import readback
from publisher.exporters.word import DocxExporter
from publisher.model import Article, Cell, Emphasis, Link, Paragraph, Release, Strong, Table, Text
from publisher.readers.docx import DocxReader
from publisher.report import Report, Severity
from publisher.walk import texts
from tests.conftest import png
from tests.exporters.word.templates import W, exported, renamed, template, without

_TO = partial(Link, "https://x.example/")


def opened(release: Release, context: Context, path: Path) -> Any:
    return docx.Document(io.BytesIO(exported(release, context, path)))


def style_xml(document: Any, name: str) -> bytes:
    return etree.tostring(document.styles[name].element, method="c14n", exclusive=True)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Return a template with a page, a headline and a letterhead of its own."""

    def make(document: Any) -> None:
        section = document.sections[0]
        section.page_width, section.page_height = Mm(200), Mm(280)
        section.left_margin, section.right_margin = Mm(40), Mm(30)
        document.styles["Title"].font.size = Pt(30)
        document.styles["Heading 1"].font.color.rgb = RGBColor(0, 0x66, 0)
        section.header.paragraphs[0].add_run().add_picture(io.BytesIO(png()))
        document.add_paragraph("Dear reader")

    return template(tmp_path / "letter.dotx", make)


def test_the_page_is_that_of_the_template(release: Release, context: Context, letter: Path) -> None:
    section = opened(release, context, letter).sections[0]
    assert (round(section.page_width / 36000), round(section.left_margin / 36000)) == (200, 40)


def test_two_columns_are_as_wide_as_the_text_area_of_the_template(
    bilingual_release: Release, context: Context, letter: Path
) -> None:
    table = opened(bilingual_release, context, letter).tables[0]
    assert sum(column.width for column in table.columns) == pytest.approx(Mm(130), abs=635)


def test_a_style_of_the_template_stays_as_it_is(
    chinese_article: Article, context: Context, letter: Path, tmp_path: Path
) -> None:
    theirs = docx.Document(str(template(tmp_path / "same.docx", lambda d: None)))
    document = opened(Release((chinese_article,)), context, letter)
    assert document.styles["Title"].font.size == Pt(30)
    assert document.styles["Heading 1"].font.color.rgb == RGBColor(0, 0x66, 0)
    assert style_xml(document, "Quote") == style_xml(theirs, "Quote")


@pytest.mark.parametrize("marks", [(Strong, _TO), (_TO, Emphasis), (Strong, Emphasis, _TO)])
def test_a_link_in_or_around_marks_has_the_looks_of_the_template_s(
    english_article: Article, context: Context, tmp_path: Path, marks: tuple[Any, ...]
) -> None:
    def make(document: Any) -> None:
        link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        link.font.underline = True
        link.font.color.theme_color = MSO_THEME_COLOR_INDEX.HYPERLINK

    words: Any = Text("the page")
    for mark in reversed(marks):
        words = mark((words,))
    paragraph = Paragraph("b1", (Text("See "), words, Text(" for the programme of the week.")))
    article = msgspec.structs.replace(english_article, blocks=(paragraph,))
    data = exported(Release((article,)), context, template(tmp_path / "t.dotx", make))
    document = docx.Document(io.BytesIO(data))
    run = document.element.body.xpath(".//w:hyperlink/w:r")[0]
    font = next(style for style in document.styles if style.style_id == run.style).font
    assert (font.underline, font.color.theme_color) == (True, MSO_THEME_COLOR_INDEX.HYPERLINK)
    (tmp_path / "a.docx").write_bytes(data)
    assert OpenXmlValidator().validate(str(tmp_path / "a.docx")).errors == []
    (read,) = DocxReader().read(Source("a.docx", data, tmp_path), Report()).blocks
    assert isinstance(read, Paragraph)
    assert read.inlines == paragraph.inlines


def test_no_text_of_the_template_is_taken(release: Release, context: Context, letter: Path) -> None:
    assert "Dear reader" not in " ".join(p.text for p in opened(release, context, letter).paragraphs)


def test_a_template_becomes_a_document(release: Release, context: Context, letter: Path) -> None:
    package = zipfile.ZipFile(io.BytesIO(exported(release, context, letter)))
    types = package.read("[Content_Types].xml").decode()
    assert "wordprocessingml.document.main+xml" in types
    assert "template" not in types


def test_the_same_template_gives_the_same_bytes(release: Release, context: Context, letter: Path) -> None:
    assert exported(release, context, letter) == exported(release, context, letter)


def test_a_document_on_a_template_is_valid(
    release: Release, context: Context, letter: Path, tmp_path: Path
) -> None:
    path = tmp_path / "made.docx"
    path.write_bytes(exported(release, context, letter))
    assert not OpenXmlValidator().validate(path).errors


def test_a_document_on_a_template_says_what_the_article_says(
    release: Release, context: Context, letter: Path
) -> None:
    data = exported(release, context, letter)
    assert readback.check("a.docx", data, release, context).characters


def test_a_document_on_a_template_is_read_as_one_of_our_own(
    english_article: Article, context: Context, letter: Path
) -> None:
    data = exported(Release((english_article,)), context, letter)
    article = DocxReader().read(Source("a.docx", data, Path()), Report())
    assert article.meta.boilerplate == english_article.meta.boilerplate
    assert article.meta.credits == english_article.meta.credits
    assert [text for _, text in texts(article)] == [text for _, text in texts(english_article)]


@pytest.mark.parametrize(
    ("built_in", "name"),
    [
        ("Title", "标题"),
        ("Heading 1", "标题 1"),
        ("Heading 1", "標題1"),
        ("Caption", "题注"),
        ("Quote", "引用"),
    ],
)
def test_a_style_with_the_name_that_chinese_word_shows_is_used(
    built_in: str, name: str, chinese_article: Article, context: Context, tmp_path: Path
) -> None:
    def make(document: Any) -> None:
        document.styles[built_in].font.size = Pt(33)
        renamed(built_in, name, "a9")(document)

    document = opened(Release((chinese_article,)), context, template(tmp_path / "house.dotx", make))
    assert document.styles[built_in].element.styleId == "a9"
    assert document.styles[built_in].font.size == Pt(33)
    assert name not in [style.name for style in document.styles]


def test_a_style_with_only_the_id_of_words_own_is_used(
    chinese_article: Article, context: Context, tmp_path: Path
) -> None:
    def make(document: Any) -> None:
        document.styles["Heading 2"].delete()
        renamed("Heading 1", "Chapter", "Heading1")(document)

    document = opened(Release((chinese_article,)), context, template(tmp_path / "house.dotx", make))
    assert document.styles["Heading 1"].element.styleId == "Heading1"


def test_a_missing_style_is_made_in_the_templates_font_and_size(
    chinese_article: Article, context: Context, tmp_path: Path
) -> None:
    def make(document: Any) -> None:
        document.styles["Normal"].font.name = "Georgia"
        document.styles["Normal"].font.size = Pt(23)
        without("Heading 1", "Body Text")(document)

    document = opened(Release((chinese_article,)), context, template(tmp_path / "house.dotx", make))
    heading, body = document.styles["Heading 1"], document.styles["Body Text"]
    ours = context.theme.type.zh
    assert (heading.font.name, body.font.size) == ("Georgia", Pt(23))
    assert heading.font.size.pt == pytest.approx(23 * ours.heading.size / ours.body.size, abs=0.25)


def test_what_was_made_is_told_in_one_notice(
    chinese_article: Article, context: Context, report: Report, tmp_path: Path
) -> None:
    path = template(tmp_path / "house.dotx", without("Quote", "List Bullet 2"))
    exported(Release((chinese_article,)), context, path)
    (notice,) = [n for n in report if n.code == "reference-styles"]
    assert notice.severity is Severity.WARNING
    assert "Quote" in notice.message
    assert "List Bullet 2" not in notice.message


def test_a_template_that_was_a_document_of_ours_lacks_nothing(
    release: Release, context: Context, report: Report, tmp_path: Path
) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(DocxExporter().export(release, context))
    exported(release, context, path)
    assert not report.notices


def test_normal_serves_as_body_text_where_it_parts_paragraphs(
    chinese_article: Article, context: Context, tmp_path: Path
) -> None:
    def make(document: Any) -> None:
        document.styles["Normal"].paragraph_format.first_line_indent = Pt(24)
        without("Body Text")(document)

    document = opened(Release((chinese_article,)), context, template(tmp_path / "house.dotx", make))
    assert document.styles["Body Text"].base_style.name == "Normal"
    assert document.styles["Body Text"].font.size is None


def test_an_indent_of_normal_does_not_reach_what_is_made(
    chinese_article: Article, context: Context, tmp_path: Path
) -> None:
    def make(document: Any) -> None:
        form = document.styles["Normal"].paragraph_format
        form.first_line_indent = Pt(24)
        form._element.pPr.ind.set(qn("w:firstLineChars"), "200")

    document = opened(Release((chinese_article,)), context, template(tmp_path / "house.dotx", make))
    assert document.styles["Masthead"].base_style is None


def test_each_language_side_by_side_has_a_style_on_the_templates(
    bilingual_release: Release, context: Context, letter: Path
) -> None:
    styles = opened(bilingual_release, context, letter).styles
    for name in ("Title (zh)", "Title (en)"):
        assert styles[name].base_style.name == "Title"
        assert styles[name].font.size is None


def test_a_table_has_the_grid_of_the_template(
    chinese_article: Article, context: Context, letter: Path
) -> None:
    assert opened(Release((chinese_article,)), context, letter).styles["Data"].base_style.name == "Table Grid"


def test_lists_have_the_form_of_the_template_and_each_starts_at_one(
    chinese_article: Article, context: Context, letter: Path
) -> None:
    ordered = next(b for b in chinese_article.blocks if b.key == "b4")
    twice = msgspec.structs.replace(chinese_article, blocks=(*chinese_article.blocks, ordered))
    document = opened(Release((twice,)), context, letter)
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    forms = {n.numId: n.abstractNumId.val for n in numbering.num_lst}
    used = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    assert {forms[number] for number in used} == {forms[style]}
    assert len(set(used)) == 2
    bullets = [p for p in document.paragraphs if p.style.name == "List Bullet"]
    assert all(p._p.pPr.numPr is None for p in bullets)


def test_the_letterhead_stays_and_the_foot_is_ours(release: Release, context: Context, letter: Path) -> None:
    section = opened(release, context, letter).sections[0]
    assert section.header._element.findall(".//" + qn("w:drawing"))
    assert " NUMPAGES " in section.footer._element.xml


def test_a_foot_of_the_template_takes_the_place_of_ours(
    release: Release, context: Context, tmp_path: Path
) -> None:
    def make(document: Any) -> None:
        document.sections[0].footer.paragraphs[0].text = "Registered in Linhe"

    section = opened(release, context, template(tmp_path / "house.dotx", make)).sections[0]
    assert section.footer.paragraphs[0].text == "Registered in Linhe"
    assert " PAGE " not in section.footer._element.xml


def test_our_foot_stands_on_first_and_even_pages_too(
    release: Release, context: Context, tmp_path: Path
) -> None:
    def make(document: Any) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        document.settings.odd_and_even_pages_header_footer = True
        section.first_page_header.paragraphs[0].text = "Linhe"

    section = opened(release, context, template(tmp_path / "house.dotx", make)).sections[0]
    for footer in (section.footer, section.first_page_footer, section.even_page_footer):
        assert " PAGE " in footer._element.xml


def test_the_last_section_goes_on_with_the_header_of_one_before(
    release: Release, context: Context, tmp_path: Path
) -> None:
    def make(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Linhe"
        document.add_section().page_width = Mm(199)

    section = opened(release, context, template(tmp_path / "house.dotx", make)).sections[0]
    assert round(section.page_width / 36000) == 199
    assert section.header.paragraphs[0].text == "Linhe"


def test_a_draft_is_marked_on_every_kind_of_page(
    chinese_article: Article, draft_context: Context, tmp_path: Path
) -> None:
    def make(document: Any) -> None:
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].header.paragraphs[0].text = "Linhe"

    path = template(tmp_path / "house.dotx", make)
    section = opened(Release((chinese_article,)), draft_context, path).sections[0]
    for header in (section.header, section.first_page_header):
        assert "PowerPlusWaterMarkObject" in header._element.xml


def test_a_text_area_too_small_is_refused(release: Release, context: Context, tmp_path: Path) -> None:
    def make(document: Any) -> None:
        document.sections[0].left_margin = Mm(150)

    with pytest.raises(ConfigError, match="text area"):
        exported(release, context, template(tmp_path / "house.dotx", make))


def test_styles_that_stand_on_one_another_in_a_ring_do_no_harm(
    chinese_article: Article, context: Context, tmp_path: Path
) -> None:
    ring = (
        f'<w:style xmlns:w="{W}" w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/>'
        '<w:basedOn w:val="ListBullet"/></w:style></w:styles>'
    ).encode()

    path = template(
        tmp_path / "house.dotx",
        without("List Bullet"),
        replace={"word/styles.xml": (b"</w:styles>", ring)},
    )
    assert exported(Release((chinese_article,)), context, path)


@pytest.mark.parametrize("languages", [1, 2])
def test_amounts_look_as_the_tables_of_the_template_but_stand_at_the_right(
    bilingual_release: Release, context: Context, tmp_path: Path, languages: int
) -> None:
    def make(document: Any) -> None:
        for name in ("Table Text", "Table Head"):
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(7)

    rows = tuple(
        tuple(Cell(f"t{n}.{at}", (Text(text),)) for at, text in enumerate(("A", figure)))
        for n, figure in enumerate(("286", "1,312"))
    )
    editions = tuple(
        msgspec.structs.replace(article, blocks=(Table("t", rows, head=rows[0]),))
        for article in bilingual_release.editions[:languages]
    )
    styles = opened(Release(editions), context, template(tmp_path / "house.dotx", make)).styles
    for name, base in (("Table Amount", "Table Text"), ("Table Amount Head", "Table Head")):
        made = styles[f"{name} (zh)" if languages > 1 else name]
        assert made.base_style.name == base
        assert made.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
