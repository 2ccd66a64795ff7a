"""The marks of Taiwan and Hong Kong stand in the middle of their squares, the mainland’s low at the left."""

import zipfile
from io import BytesIO

import msgspec
import pypdfium2
import pytest

from publisher.contracts import Context, Exporter
from publisher.exporters.faces import Faces
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.exporters.word.document import DocxExporter
from publisher.localization.localizer import furniture
from publisher.model import Article, Emphasis, Heading, Meta, Paragraph, Release, Strong, Text
from publisher.theme import Font, Fonts, load
from publisher.typesetting import fonts
from publisher.typesetting.lines.clusters import blanks
from tests.typesetting.positions import lines

PRESS = load("press").fonts
CENTRED = "、，。．：；！？"
FILES = ("PressMarksTC-Regular.ttf", "PressMarksTC-Bold.ttf", "PressMarksSansTC-Bold.ttf")


def release(*languages: str) -> Release:
    inlines = (Text("「臺北，」高雄。新竹、"), Strong((Text("嘉義；"),)), Emphasis((Text("屏東：好！"),)))
    blocks = (Heading("h1", (Text("一、開幕，"),)), Paragraph("b1", inlines))
    return Release(tuple(Article(Meta(language=tag, headline="開幕，在臺北"), blocks) for tag in languages))


def seen_by(context: Context, shown: Release) -> Context:
    words = {article.meta.language: furniture(article) for article in shown.editions}
    return msgspec.structs.replace(context, furniture=words)


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_marks_holds_marks_alone(name: str) -> None:
    held = "".join(map(chr, sorted(fonts.coverage(name))))
    assert set(CENTRED) <= set(held)
    assert not [char for char in held if char.isalnum() or char.isspace() or char in "“”‘’—…·"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("mark", "，。、")
def test_a_centred_mark_has_a_blank_on_either_side(name: str, mark: str) -> None:
    before, after = blanks(name, mark)
    assert before == pytest.approx(0.25, abs=0.05)
    assert after == pytest.approx(0.25, abs=0.05)
    assert blanks("NotoSerifSC-Regular.ttf", mark) == (0.0, 0.5)


@pytest.mark.parametrize("name", FILES[:2])
def test_marks_reach_as_high_as_the_han_beside_them(name: str) -> None:
    assert fonts.extents(name) == fonts.extents("NotoSerifSC-Regular.ttf")


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "zh-Hant-MO"])
def test_traditional_text_takes_them(language: str) -> None:
    assert PRESS.centred(language) == FILES


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hans-SG", "en-GB"])
def test_other_text_does_not(language: str) -> None:
    assert PRESS.centred(language) == ("", "", "")


def test_a_theme_without_them_sets_the_marks_of_its_han_face() -> None:
    plain = Fonts(han=Font("A"), sans=Font("B"), latin=Font("C"))
    assert plain.centred("zh-Hant-TW") == ("", "", "")


@pytest.mark.parametrize(
    "exporter", [WeasyPrintExporter(), ReportLabExporter()], ids=["weasyprint", "reportlab"]
)
def test_a_pdf_sets_them_in_the_middle(exporter: Exporter, context: Context) -> None:
    middles = {}
    for language in ("zh-Hant-TW", "zh-Hans"):
        shown = release(language)
        data = exporter.export(shown, seen_by(context, shown))
        text = pypdfium2.PdfDocument(data)[0].get_textpage()
        whole = text.get_text_range()
        at = whole.index("高雄。") + 2
        left, _, right, _ = text.get_charbox(at)
        after = text.get_charbox(at - 1, loose=True)[2]
        size = context.theme.type.zh.body.size
        middles[language] = ((left + right) / 2 - after) / size
        assert "「臺北，」高雄。新竹、嘉義；屏東：好！" in whole.replace("\r\n", "")
    assert middles["zh-Hant-TW"] == pytest.approx(0.5, abs=0.08)
    assert middles["zh-Hans"] == pytest.approx(0.22, abs=0.08)


def test_a_page_carries_them_in_traditional_editions_alone(context: Context) -> None:
    def families(*languages: str) -> str:
        shown = release(*languages)
        return Faces(shown, seen_by(context, shown)).addressed()[0]

    assert "font-family:press-marks;font-weight:700" in families("zh-Hant-HK", "en-GB")
    assert "font-family:press-sans-marks" in families("zh-Hant-TW")
    assert "marks" not in families("zh-Hans")


def test_a_browser_looks_for_a_mark_there_first(context: Context) -> None:
    shown = release("zh-Hant-TW")
    page = HtmlExporter().export(shown, seen_by(context, shown)).decode()
    assert "press-latin-zh, press-marks, press-han" in page


@pytest.mark.parametrize(
    ("language", "family"), [("zh-Hant-TW", "Noto Serif TC"), ("zh-Hans", "Noto Serif SC")]
)
def test_word_asks_for_the_font_of_the_script(language: str, family: str, context: Context) -> None:
    shown = release(language)
    data = DocxExporter().export(shown, seen_by(context, shown))
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert f'w:eastAsia="{family}"' in package.read("word/styles.xml").decode()
        table = package.read("word/fontTable.xml").decode()
    assert f'w:name="{family}"' in table
    assert ("PMingLiU" in table) == (language == "zh-Hant-TW")


def test_word_keeps_the_names_of_the_fonts_it_embeds(context: Context) -> None:
    shown = release("zh-Hant-TW")
    data = DocxExporter().export(shown, msgspec.structs.replace(seen_by(context, shown), embed_fonts=True))
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert 'w:eastAsia="Noto Serif SC"' in package.read("word/styles.xml").decode()


@pytest.mark.parametrize(
    "exporter", [WeasyPrintExporter(), ReportLabExporter()], ids=["weasyprint", "reportlab"]
)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
def test_a_dash_takes_two_squares(exporter: Exporter, language: str, context: Context) -> None:
    blocks = (Paragraph("b1", (Text("開放——無論是想學一門技術"),)),)
    shown = Release((Article(Meta(language=language, headline="開幕"), blocks),))
    data = exporter.export(shown, seen_by(context, shown))
    (line,) = (found for found in lines(data) if "無" in "".join(glyph.text for glyph in found))
    before, behind = (next(g for g in line if g.text == char) for char in "放無")
    assert behind.left - before.right == pytest.approx(2 * before.size, abs=0.05)
