"""The Word document: valid, styled, by styles, the same each time."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from publisher.contracts import Context
from publisher.exporters.html import HtmlExporter
from publisher.exporters.word import DocxExporter
from publisher.exporters.word.runs import mark
from publisher.exporters.word.text import text
from publisher.model import Article, Meta, Paragraph, Release, Text


def make(release: Release, context: Context) -> bytes:
    return DocxExporter().export(release, context)


def opened(release: Release, context: Context) -> Any:
    return docx.Document(io.BytesIO(make(release, context)))


def test_the_package_is_valid(release: Release, context: Context, tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    path.write_bytes(make(release, context))
    result = OpenXmlValidator().validate(path)
    assert not result.errors


def test_the_same_release_gives_the_same_bytes(release: Release, context: Context) -> None:
    assert make(release, context) == make(release, context)


def test_no_part_of_the_template_is_left_over(release: Release, context: Context) -> None:
    names = zipfile.ZipFile(io.BytesIO(make(release, context))).namelist()
    assert "docProps/thumbnail.jpeg" not in names
    assert "word/stylesWithEffects.xml" not in names


def test_an_english_package_holds_no_han(english_article: Article, context: Context) -> None:
    package = zipfile.ZipFile(io.BytesIO(make(Release((english_article,)), context)))
    for name in package.namelist():
        if name.endswith(".xml"):
            assert not re.search(r"[\u3400-\u9fff]", package.read(name).decode()), name


def test_the_font_table_names_what_may_stand_in(chinese_article: Article, context: Context) -> None:
    package = zipfile.ZipFile(io.BytesIO(make(Release((chinese_article,)), context)))
    assert (
        'w:altName w:val="Source Han Serif SC,Songti SC,SimSun"'
        in package.read("word/fontTable.xml").decode()
    )


def test_headline_and_headings_have_real_styles(chinese_article: Article, context: Context) -> None:
    document = opened(Release((chinese_article,)), context)
    styles = {p.text: p.style.name for p in document.paragraphs}
    assert styles[chinese_article.meta.headline] == "Title"
    assert styles["一、成果"] == "Heading 1"
    assert styles["37家企业入驻，3.2万人次参观"] == "Subtitle"


def test_a_heading_shows_in_the_navigation_pane(chinese_article: Article, context: Context) -> None:
    document = opened(Release((chinese_article,)), context)
    level = document.styles["Heading 2"].element.pPr.find(qn("w:outlineLvl"))
    assert level.get(qn("w:val")) == "1"


def test_chinese_body_is_indented_by_two_characters(chinese_article: Article, context: Context) -> None:
    style = opened(Release((chinese_article,)), context).styles["Body Text"].element
    assert style.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"


def test_each_font_slot_has_its_font(chinese_article: Article, context: Context) -> None:
    fonts = opened(Release((chinese_article,)), context).styles["Body Text"].element.rPr.rFonts
    assert fonts.get(qn("w:ascii")) == "Source Serif 4"
    assert fonts.get(qn("w:eastAsia")) == "Noto Serif SC"


def test_quotes_in_chinese_go_to_the_han_font_and_in_english_do_not(
    bilingual_release: Release, context: Context
) -> None:
    document = opened(bilingual_release, context)
    hints = {
        run.text: run._r.rPr.rFonts is not None and run._r.rPr.rFonts.get(qn("w:hint"))
        for cell in document.tables[0].rows[0].cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    }
    assert hints["“"] == "eastAsia"
    assert not any(hint for words, hint in hints.items() if "innovation" in words)


def test_a_picture_has_its_alternative_text(chinese_article: Article, context: Context) -> None:
    document = opened(Release((chinese_article,)), context)
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "展厅全景"


def test_a_link_is_a_hyperlink(chinese_article: Article, context: Context) -> None:
    document = opened(Release((chinese_article,)), context)
    targets = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert "https://example.com/week?a=1&b=2" in targets


def test_every_numbered_list_starts_at_one(chinese_article: Article, context: Context) -> None:
    (first, *rest) = [b for b in chinese_article.blocks if b.key == "b4"]
    again = msgspec.structs.replace(chinese_article, blocks=(*chinese_article.blocks, first, *rest))
    document = opened(Release((again,)), context)
    numbers = [
        p._p.pPr.numPr.numId.val
        for p in document.paragraphs
        if p.style.name == "List Number" and p._p.pPr.numPr is not None
    ]
    assert len(numbers) == 4
    assert len(set(numbers)) == 2


def test_the_footer_counts_pages(release: Release, context: Context) -> None:
    footer = opened(release, context).sections[0].footer.paragraphs[0]._p.xml
    assert " PAGE " in footer
    assert " NUMPAGES " in footer


def test_the_properties_are_the_articles(chinese_article: Article, context: Context) -> None:
    core = opened(Release((chinese_article,)), context).core_properties
    assert core.title == chinese_article.meta.headline
    assert core.author == "沈知微"
    assert core.language == "zh-Hans"
    assert core.created.replace(tzinfo=None) == datetime(2026, 3, 5, 2, 20, 30)


def test_side_by_side_rows_do_not_tear(bilingual_release: Release, context: Context) -> None:
    table = opened(bilingual_release, context).tables[0]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


@pytest.mark.parametrize("hostile", ["<w:p/>&amp;\"'", "a\x0bb\x00c", "]]>"])
def test_markup_and_control_characters_in_the_text_stay_text(
    hostile: str, chinese_article: Article, context: Context
) -> None:
    article = Article(chinese_article.meta, (Paragraph("b1", (Text(hostile),)),))
    kept = "".join(c for c in hostile if c >= " ")
    assert kept in text(make(Release((article,)), context))


@pytest.mark.parametrize(
    ("language", "named"),
    [("zh-Hans", "zh-CN"), ("zh-Hans-HK", "zh-CN"), ("zh-Hant", "zh-TW"), ("zh-Hant-HK", "zh-HK")],
)
def test_a_chinese_run_names_the_region_of_its_script(language: str, named: str) -> None:
    run = docx.Document().add_paragraph().add_run("文")
    mark(run, language, east_asian=True)
    assert run._r.xpath("string(w:rPr/w:lang/@w:eastAsia)") == named


def test_characters_that_the_themes_fonts_lack_are_named_once_for_word_and_html(context: Context) -> None:
    value = Article(
        Meta(language="zh-Hans", headline="一位代表"), (Paragraph("p1", (Text("扎西བཀྲ་ཤིས到会。"),)),)
    )
    release = Release((value,))
    DocxExporter().export(release, context)
    HtmlExporter().export(release, context)
    (notice,) = context.report.notices
    assert notice.code == "glyph-missing"
    assert "TIBETAN LETTER KA, in p1" in notice.message
