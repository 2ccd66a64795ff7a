"""An apostrophe is as narrow as its letters: inside a word of Chinese text, and in the sans of English."""

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest

from publisher import theme
from publisher.contracts import Context, Exporter
from publisher.exporters import readback
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.localization.furniture import furniture
from publisher.model import Article, Inline, Meta, Paragraph, Release, Strong, Text
from publisher.report import Report
from publisher.typesetting import fonts
from publisher.typesetting.headline import phrases
from publisher.typesetting.lines.classes import elided
from tests.exporters.html.chromium import Chromium
from tests.visual.rows import rows
from tests.visual.test_engines import far_apart

PDFS: list[Exporter] = [WeasyPrintExporter(), ReportLabExporter()]
both_engines = pytest.mark.parametrize("engine", PDFS, ids=[engine.name for engine in PDFS])
QUOTES = "PressQuotesSans-Bold.ttf"


def shown(
    language: str, *inlines: Inline, headline: str = "展厅", source: str = ""
) -> tuple[Release, Context]:
    meta = Meta(language=language, headline=headline, source=source)
    article = Article(meta, (Paragraph("b1", inlines),))
    return Release((article,)), Context(theme.load("press"), {language: furniture(article)}, Report())


def room(data: bytes, words: str) -> list[float]:
    """Return what each apostrophe of ``words`` has from the letter before to the one behind, in pt."""
    text: Any = pypdfium2.PdfDocument(data)[0].get_textpage()
    start = text.get_text_range().index(words)
    places = [start + n for n, char in enumerate(words) if char == "’"]
    return [text.get_charbox(at + 1)[0] - text.get_charbox(at - 1)[2] for at in places]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("西安Xi’an与L’Oréal", ["Xi’an", "L’Oréal"]),
        ("‘Xi’an’一名", ["Xi’an"]),
        ("rock’n’roll的夜", ["rock’n’roll"]),
        ("它‘很好’了", []),
        ("players’ club", []),
        ("it’s’", ["it’s"]),
        ("’", []),
    ],
)
def test_a_word_with_an_apostrophe_is_told_from_a_quotation(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in elided(text)] == words


@both_engines
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant-TW"])
def test_an_apostrophe_in_chinese_text_is_of_the_latin_face(engine: Exporter, language: str) -> None:
    release, context = shown(
        language, Text("展厅由L’Oréal在Xi’an路"), Strong((Text("承办It’s ours"),)), headline="与L’Oréal合作"
    )
    data = engine.export(release, context)
    assert readback.check("x.pdf", data, release, context).characters
    for words, size in (("与L’Oréal", 21), ("由L’Oréal", 11.5), ("Xi’an路", 11.5), ("It’s ours", 11.5)):
        assert max(room(data, words)) < 0.45 * size  # one as wide as Han has 0.8 and more


@pytest.mark.parametrize(
    "text",
    [
        "“We’ve come home,”她说，L’Oréal的展厅位于Xi’an路18号，People’s Library也在这里，It’s ours。",
        "李明 王芳 AI Lab 赵强 孙丽 USB-C Hub 周杰 吴敏 Li Ming 和 Wang Fang ",
        "××省教育厅于×月×日发文，气温36.5°，误差±0.2，见§3，长×宽为3×4，余额¥500，占½，",
    ],
)
def test_both_engines_set_words_and_their_spaces_at_the_same_places(text: str) -> None:
    release, context = shown("zh-Hans", Text(text * 5), headline="西安Xi’an与L’Oréal合作")
    made, others = (rows(engine.export(release, context)) for engine in PDFS)
    assert [row.bare for row in made] == [row.bare for row in others]
    assert not [a.text for a, b in zip(made, others, strict=True) if far_apart(a, b)]


@both_engines
def test_the_source_of_an_english_release_has_narrow_quotes(engine: Exporter) -> None:
    release, context = shown("en", Text("It opens."), source="People’s “Spark”")
    data = engine.export(release, context)
    assert readback.check("x.pdf", data, release, context).characters
    assert max(room(data, "People’s")) < 5
    assert {font for font in _fonts(data) if "uotes" in font}


def test_a_theme_whose_sans_has_narrow_quotes_keeps_them() -> None:
    assert fonts.quotes_beside("NotoSansSC-Bold.ttf", QUOTES) == QUOTES
    assert fonts.quotes_beside("SourceSerif4-Bold.ttf", QUOTES) == ""
    assert fonts.quotes_beside("NotoSansSC-Bold.ttf", "") == ""


def test_the_file_of_quotes_holds_quotes_alone_and_as_the_sans_draws_them() -> None:
    assert set(map(chr, fonts.coverage(QUOTES))) == set("‘’“”")
    assert max(fonts.advances(QUOTES, "‘’")) < 0.4
    assert fonts.extents(QUOTES) == fonts.extents("NotoSansSC-Bold.ttf")


@pytest.mark.parametrize("mark", "’'")
def test_a_headline_parts_no_word_at_its_apostrophe(mark: str) -> None:
    headline = f"西安Xi{mark}an与L{mark}Oréal合作开办Café展厅"
    assert not [part for part in phrases(headline) if part.endswith(mark)]
    assert [part for part in phrases(f"（L{mark}Oréal）合作") if f"L{mark}Oréal" in part]


def test_a_browser_shows_them_narrow_and_the_gap_to_han_in_a_headline(
    browser: Chromium, page_file: Any
) -> None:
    headline = "西安L’Oréal与青岚职业技术学院合作开办AI展厅"
    release, context = shown("zh-Hans", Text("展厅由L’Oréal承办。"), headline=headline)
    page_file.write_bytes(HtmlExporter().export(release, context))
    browser.open(page_file, width=1200)
    narrow: dict[str, float] = browser.run(_WIDTHS)
    assert narrow["body"] < 0.45
    assert narrow["headline"] < 0.45
    assert narrow["gap"] > 0.1


_WIDTHS = """(() => {
  const box = (node, n) => { const r = document.createRange(); r.setStart(node, n); r.setEnd(node, n + 1);
    return r.getBoundingClientRect(); };
  const size = e => parseFloat(getComputedStyle(e).fontSize);
  const marked = e => e.querySelector(".elided").firstChild, at = e => marked(e).data.indexOf("’");
  const wide = e => box(marked(e), at(e)).width / size(e);
  const h1 = document.querySelector("h1"), body = document.querySelector("p.body");
  const walker = document.createTreeWalker(h1, NodeFilter.SHOW_TEXT); let last, gap = 9;
  for (let node; (node = walker.nextNode()); ) for (let n = 0; n < node.data.length; n++) {
    const now = box(node, n);
    if (last && last.char === "安") gap = (now.left - last.left) / size(h1) - 1;
    last = {char: node.data[n], left: now.left};
  }
  return {headline: wide(h1), body: wide(body), gap}; })()"""


def _fonts(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        dicts = (o for o in pdf.objects if isinstance(o, pikepdf.Dictionary))
        return {str(o.BaseFont) for o in dicts if o.get("/Subtype") == "/Type0"}
