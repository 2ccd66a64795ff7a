"""No last page for a few lines: the text is set a little closer where that saves it; its end stays whole."""

import msgspec
import pytest

from publisher import theme
from publisher.contracts import Context, Exporter
from publisher.exporters.composed.floats import sheets
from publisher.exporters.composed.settling import settled
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.localization.localizer import furniture
from publisher.model import Article, Contact, Meta, Paragraph, Release, Text
from publisher.report import Report
from publisher.theme import Fit, Theme
from tests.visual.rows import rows

SENTENCE = {
    "zh-Hans": "展示周由学院与市科技局联合举办，设机器人、智能制造、数字文创三个展区，市民可以免费入场参观。",
    "en": "The college and the science bureau hold the week, and its three halls show what was made there. ",
}
ABOUT = {"zh-Hans": "学院创办于1958年。", "en": "The college was founded in 1958. "}
ENGINES: list[Exporter] = [WeasyPrintExporter(), ReportLabExporter()]


def release(paragraphs: int, *languages: str, closing: bool = False) -> Release:
    def article(language: str) -> Article:
        text = SENTENCE[language]
        meta = Meta(language=language, headline="开幕" if language != "en" else "Opening")
        if closing:
            meta = msgspec.structs.replace(
                meta,
                boilerplate=(Paragraph("bp", (Text(ABOUT[language] * 12),)),),
                contacts=(Contact(name="周以宁", phone="0300-5550142"),),
            )
        blocks = tuple(Paragraph(f"b{n}", (Text((f"{n} " + text * 3).strip()),)) for n in range(paragraphs))
        return Article(meta, blocks)

    return Release(tuple(article(language) for language in languages))


def context(shown: Release, look: str = "press") -> Context:
    words = {article.meta.language: furniture(article) for article in shown.editions}
    return Context(theme.load(look), words, Report())


def fit(shown: Release, **bounds: float) -> tuple[int, int, Theme]:
    """Return the pages of ``shown`` before and after, and the theme it is set in."""
    here = context(shown)
    here = msgspec.structs.replace(here, theme=msgspec.structs.replace(here.theme, fit=Fit(**bounds)))
    _, tight, made = settled(shown, here)
    return len(sheets(shown, here)), len(made), tight.theme


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_page_is_saved_where_a_little_is_enough(language: str) -> None:
    made = [fit(release(n, language), leading=0.93, space=0.7, short=0.5) for n in range(5, 15)]
    assert any(after < before for before, after, _ in made)
    assert all(after == before or after == before - 1 for before, after, _ in made)


def test_the_text_is_set_no_closer_than_its_bounds() -> None:
    usual = theme.load("press").type.zh.body.leading
    made = [fit(release(n, "zh-Hans"), leading=0.93, space=0.7, short=0.5) for n in range(5, 15)]
    least = min(look.type.zh.body.leading for _, _, look in made)
    assert usual * 0.93 - 0.001 <= least < usual


def test_where_no_page_is_saved_nothing_is_closer() -> None:
    shown = release(3, "zh-Hans")
    here = context(shown)
    assert settled(shown, here)[:2] == (shown, here)


def test_a_theme_may_never_set_closer() -> None:
    made = [fit(release(n, "zh-Hans"), leading=0.93, space=0.7, short=0.0) for n in range(5, 15)]
    assert all(after == before for before, after, _ in made)


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
@pytest.mark.parametrize("languages", [("zh-Hans",), ("en",), ("zh-Hans", "en")], ids="+".join)
@pytest.mark.parametrize("look", ["press", "gongwen"])
def test_no_page_holds_but_what_closes_the_text(
    engine: Exporter, languages: tuple[str, ...], look: str
) -> None:
    for paragraphs in (7, 8):
        shown = release(paragraphs, *languages, closing=True)
        made = rows(engine.export(shown, context(shown, look)))
        (contact,) = {row.page for row in made if "5550142" in row.bare}
        told = "".join(row.bare for row in made if row.page == contact)
        assert "市民" in told or "halls" in told


@pytest.mark.parametrize("languages", [("zh-Hans",), ("en",), ("zh-Hans", "en")], ids="+".join)
@pytest.mark.parametrize("look", ["press", "gongwen"])
def test_both_engines_set_as_many_pages(languages: tuple[str, ...], look: str) -> None:
    for paragraphs in (9, 12):
        shown = release(paragraphs, *languages, closing=True)
        counts = {rows(engine.export(shown, context(shown, look)))[-1].page for engine in ENGINES}
        assert len(counts) == 1
