"""Fonts of one's own: which are taken, which are refused and why, and that pages are set in them."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import msgspec
import pikepdf
import pytest

from publisher import resources, theme
from publisher.contracts import Context, Exporter
from publisher.errors import ConfigError, ExportError
from publisher.exporters import readback
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.exporters.word import DocxExporter
from publisher.exporters.word.text import text
from publisher.model import Article, Paragraph, Release, Strong, Text
from publisher.report import Report
from publisher.typesetting.own_fonts import MAX_BYTES, dressed

KAI = resources.font("PressKai-Regular.ttf")
BOLD = resources.font("NotoSansSC-Bold.ttf")
LATIN = resources.font("SourceSerif4-Regular.ttf")

Font = Callable[..., Path]


def patched(data: bytes, table: bytes, at: int, new: bytes) -> bytes:
    """Return a font with ``new`` at a place of one of its tables."""
    entry = next(n for n in range(12, 12 + 16 * 40, 16) if data[n : n + 4] == table)
    start = int.from_bytes(data[entry + 8 : entry + 12]) + at
    return data[:start] + new + data[start + len(new) :]


@pytest.fixture
def font(tmp_path: Path) -> Font:
    """Return a maker of font files."""

    def make(data: bytes, name: str = "own.ttf") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return make


def refusal(path: Path, role: str = "han") -> str:
    with pytest.raises(ConfigError) as error:
        dressed(theme.load("press"), {role: str(path)})
    assert error.value.hint or "larger" in str(error.value)
    return str(error.value).replace(str(path), "F")


def test_a_font_takes_the_place_of_the_themes_and_the_old_one_stands_in() -> None:
    made = dressed(theme.load("press"), {"han": str(KAI)}).fonts.han
    assert (made.family, made.regular) == ("Press Kai", str(KAI))
    assert made.fallback[0] == "Noto Serif SC"
    assert made.bold == "NotoSerifSC-Bold.ttf"


def test_a_bold_face_is_told_from_a_family_that_is_heavy_by_itself() -> None:
    fonts = dressed(theme.load("press"), {"title": str(KAI), "sans": str(BOLD)}).fonts
    assert fonts.title is not None
    assert (fonts.title.heavy, fonts.sans.heavy) == (True, False)
    assert fonts.sans.bold == str(BOLD)


def test_one_style_of_a_family_may_be_given() -> None:
    made = dressed(theme.load("press"), {"latin-italic": str(LATIN)}).fonts.latin
    assert (made.italic, made.family) == (str(LATIN), "Source Serif 4")


def test_a_role_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(ConfigError, match="no role 'serif'") as error:
        dressed(theme.load("press"), {"serif": str(KAI)})
    assert "han, han-bold, latin" in error.value.hint


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.ttf") == "The font F is not there."


def test_a_folder_is_refused_as_one(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "The font F is a folder."


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is no TrueType font"),
        (b"%PDF-1.7 and so on", "is no TrueType font"),
        (
            b"OTTO" + KAI.read_bytes()[4:],
            "has PostScript outlines (CFF)",
        ),
        (b"ttcf" + bytes(100), "is a collection of several"),
        (b"wOF2" + bytes(100), "is packed for the web"),
        (KAI.read_bytes()[:4000], "is broken: its tables are cut off"),
        (b"\0\1\0\0\xff\xff" + bytes(100), "is broken: "),
        (KAI.read_bytes().replace(b"GSUB", b"fvar", 1), "is variable"),
    ],
    ids=("empty", "other", "cff", "collection", "woff2", "cut", "garbage", "variable"),
)
def test_a_file_that_no_engine_sets_is_refused_by_what_it_is(data: bytes, told: str, font: Font) -> None:
    assert refusal(font(data)).startswith(f"The font F {told}")


def test_a_font_that_is_too_large_is_not_opened(font: Font) -> None:
    path = font(b"")
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert refusal(path) == "The font F is larger than 64 MB."


@pytest.mark.parametrize("rights", [0x0002, 0x0100, 0x0200])
def test_a_font_that_forbids_embedding_is_refused(rights: int, font: Font) -> None:
    data = patched(KAI.read_bytes(), b"OS/2", 8, rights.to_bytes(2))
    assert refusal(font(data)).startswith("The font F forbids to be embedded")


@pytest.mark.parametrize("rights", [0x0000, 0x0004, 0x0008])
def test_a_font_that_allows_it_is_taken(rights: int, font: Font) -> None:
    path = font(patched(KAI.read_bytes(), b"OS/2", 8, rights.to_bytes(2)))
    assert dressed(theme.load("press"), {"han": str(path)}).fonts.han.regular == str(path)


def test_a_font_without_the_roles_script_is_refused() -> None:
    assert refusal(LATIN) == "The font F lacks 的一国人中."


@pytest.mark.parametrize("exporter", [ReportLabExporter(), WeasyPrintExporter()], ids=lambda e: e.name)
def test_a_pdf_is_set_in_the_users_own_font(
    exporter: Exporter, chinese_article: Article, context: Context
) -> None:
    own = msgspec.structs.replace(context, theme=dressed(context.theme, {"han": str(KAI)}))
    release = Release((chinese_article,))
    data = exporter.export(release, own)
    with pikepdf.open(BytesIO(data)) as document:
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        names = {str(font.BaseFont).partition("+")[2] for font in fonts}
    assert "NotoSerifSC-Regular" not in names
    assert not any("/" in name for name in names)  # no path of the user's leaves the house
    assert data != exporter.export(release, context)
    assert readback.check("own.pdf", data, release, own).pages


def test_word_asks_for_it_by_name_and_html_carries_it(chinese_article: Article, context: Context) -> None:
    own = msgspec.structs.replace(context, theme=dressed(context.theme, {"han": str(KAI)}))
    release = Release((chinese_article,))
    data = DocxExporter().export(release, own)
    assert "青岚" in text(data)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert 'w:eastAsia="Press Kai"' in package.read("word/styles.xml").decode()
    assert HtmlExporter().export(release, own) != HtmlExporter().export(release, context)


@pytest.mark.parametrize("look", ["press", "newsletter", "gongwen"])
def test_the_headline_by_weasyprint_is_set_in_the_font_given_for_titles(
    look: str, chinese_article: Article, context: Context, font: Font
) -> None:
    path = font(BOLD.read_bytes(), "title.ttf")
    asked = msgspec.structs.replace(context, theme=dressed(theme.load(look), {"title": str(path)}))
    data = WeasyPrintExporter().export(Release((chinese_article,)), asked)
    with pikepdf.open(BytesIO(data)) as made:
        names = {str(o.get("/BaseFont", "")) for o in made.objects if isinstance(o, pikepdf.Dictionary)}
    assert any("press-title" in name for name in names)


def rare(article: Article) -> Release:
    """Return ``article`` with a character that Press Kai lacks, and Noto Serif SC has."""
    blocks = (Paragraph("b1", (Text("校长马駼致辞，"), Strong((Text("马駼说。"),)))), *article.blocks)
    meta = msgspec.structs.replace(article.meta, headline="马駼致辞")
    return Release((msgspec.structs.replace(article, meta=meta, blocks=blocks),))


@pytest.mark.parametrize("exporter", [ReportLabExporter(), WeasyPrintExporter(), HtmlExporter()])
def test_what_the_users_own_font_lacks_the_themes_sets(
    exporter: Exporter, chinese_article: Article, context: Context
) -> None:
    files = {"han": str(KAI), "han-bold": str(KAI)}
    own = msgspec.structs.replace(context, theme=dressed(context.theme, files), report=Report())
    release = rare(chinese_article)
    data = exporter.export(release, own)
    assert readback.check(f"own{exporter.suffix}", data, release, own).characters
    (told,) = (notice.message for notice in own.report.notices if notice.code == "glyph-spared")
    assert told.startswith("The font 'Press Kai' lacks 駼 (U+99FC")


def ethiopic(article: Article) -> Release:
    """Return ``article`` with a character that no font here has."""
    blocks = (Paragraph("b1", (Text("\u1200"),)), *article.blocks)
    return Release((msgspec.structs.replace(article, blocks=blocks),))


@pytest.mark.parametrize("exporter", [ReportLabExporter(), WeasyPrintExporter()])
@pytest.mark.parametrize(
    ("files", "own"),
    [
        ({"han": KAI}, "your font 'Press Kai'"),
        ({"latin": LATIN}, "your font 'Source Serif 4'"),
        ({"han": KAI, "latin": LATIN}, "your fonts 'Press Kai' and 'Source Serif 4'"),
    ],
)
def test_what_the_themes_lacks_too_is_refused_and_both_are_named(
    exporter: Exporter, files: dict[str, Path], own: str, chinese_article: Article, context: Context
) -> None:
    look = dressed(context.theme, {role: str(path) for role, path in files.items()})
    said = rf"Neither {own} nor the fonts of the theme 'press' .*U\+1200"
    with pytest.raises(ExportError, match=said) as told:
        exporter.export(ethiopic(chinese_article), msgspec.structs.replace(context, theme=look))
    assert "--font" in told.value.hint


def test_what_a_page_for_browsers_lacks_is_told_with_both(chinese_article: Article, context: Context) -> None:
    look = dressed(context.theme, {"han": str(KAI)})
    own = msgspec.structs.replace(context, theme=look, report=Report())
    HtmlExporter().export(ethiopic(chinese_article), own)
    (told,) = (notice.message for notice in own.report.notices if notice.code == "glyph-missing")
    assert told.startswith("Your font 'Press Kai' and the theme's fonts lack ")


@pytest.mark.parametrize("exporter", [ReportLabExporter(), WeasyPrintExporter()])
def test_the_theme_alone_is_named_where_it_has_all_fonts(
    exporter: Exporter, chinese_article: Article, context: Context, tmp_path: Path
) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "own.ttf").write_bytes(LATIN.read_bytes())
    tokens = 'base = "press"\nname = "house"\n[fonts.latin]\nregular = "own.ttf"\n'
    (tmp_path / "theme.toml").write_text(tokens, encoding="utf-8")
    look = theme.load(str(tmp_path))
    with pytest.raises(ExportError, match="No font of the theme 'house' has a glyph for"):
        exporter.export(ethiopic(chinese_article), msgspec.structs.replace(context, theme=look))
