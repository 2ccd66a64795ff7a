"""A picture that fits no page's foot lets text pass it, so that pages are filled, alike by both engines."""

import msgspec
import pytest

from publisher import theme
from publisher.contracts import Context, Exporter
from publisher.exporters import readback
from publisher.exporters.composed.floats import floated, sheets
from publisher.exporters.html import HtmlExporter
from publisher.exporters.pdf_reportlab import ReportLabExporter
from publisher.exporters.pdf_weasyprint import WeasyPrintExporter
from publisher.localization.localizer import furniture
from publisher.model import Article, Asset, Block, Figure, Heading, Meta, Paragraph, Release, Text
from publisher.report import Report
from publisher.theme import Fit
from tests.conftest import png
from tests.visual.rows import rows

PICTURE = Asset("wide.png", "image/png", png(900, 500), 900, 500)
WORDS = {
    "zh-Hans": "展示周由学院与市科技局联合举办，设机器人、智能制造、数字文创三个展区，市民可以免费入场参观。",
    "en": "The college and the science bureau hold the week, and its three halls show what was made there. ",
}
ENGINES: list[Exporter] = [WeasyPrintExporter(), ReportLabExporter()]


def article(language: str, kinds: str, times: int = 4) -> Article:
    """Return an article of paragraphs (p), headings (h) and pictures (f) as ``kinds`` tells."""
    made: dict[str, Block] = {}
    for n, kind in enumerate(kinds):
        key, text = f"{kind}{n}", (Text(f"{n}{WORDS[language] * times}".strip()),)
        match kind:
            case "p":
                made[key] = Paragraph(key, text)
            case "h":
                made[key] = Heading(key, (Text(f"{n} 展区" if language != "en" else f"{n} Halls"),))
            case _:
                made[key] = Figure(
                    key, PICTURE.name, caption=(Text(f"图中{n}" if language != "en" else f"View {n}"),)
                )
    return Article(Meta(language=language, headline="开幕"), tuple(made.values()), (PICTURE,))


def context(release: Release, look: str = "press") -> Context:
    words = {each.meta.language: furniture(each) for each in release.editions}
    loose = msgspec.structs.replace(theme.load(look), fit=Fit())  # no page is saved by setting it closer
    return Context(loose, words, Report())


def order(kinds: str, *languages: str, look: str = "press") -> str:
    release = Release(tuple(article(language, kinds) for language in languages or ("zh-Hans",)))
    found = floated(release, context(release, look))
    (only,) = {"".join(block.key[0] for block in each.blocks) for each in found.editions}
    return only


def test_text_behind_a_picture_fills_the_page_it_leaves() -> None:
    assert order("ppfpppp", "zh-Hans", "en") == "ppppfpp"


def test_no_block_is_lost_where_a_picture_moves_past_one_that_has_its_key_again() -> None:
    made = article("zh-Hans", "ppfppppp", 6)
    again = msgspec.structs.replace(made.blocks[-1], key=made.blocks[3].key)
    release = Release((msgspec.structs.replace(made, blocks=(*made.blocks[:-1], again)),))
    found = floated(release, context(release)).editions[0].blocks
    assert found != release.editions[0].blocks
    assert sorted(map(repr, found)) == sorted(map(repr, release.editions[0].blocks))


def test_where_there_is_none_it_goes_back_on_its_page() -> None:
    assert order("ppppf") == "pppfp"


def test_a_picture_that_fits_stays() -> None:
    assert order("ppfpppppp") == "ppfpppppp"


@pytest.mark.parametrize("kinds", ["pppphfhpppp", "ppphffhpp"])
def test_no_text_passes_a_heading_and_no_picture_another(kinds: str) -> None:
    assert order(kinds) == kinds


def test_two_editions_move_it_together() -> None:
    assert order("pppf", "zh-Hans", "en") == "pfpp"


def test_editions_of_other_blocks_keep_it() -> None:
    one, other = article("zh-Hans", "ppppf"), article("en", "ppppf")
    other = msgspec.structs.replace(other, blocks=other.blocks[1:])
    release = Release((one, other))
    assert floated(release, context(release)) is release


@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
@pytest.mark.parametrize("languages", [("zh-Hans",), ("en",), ("zh-Hans", "en")], ids="+".join)
def test_no_page_is_emptier_for_it(look: str, languages: tuple[str, ...]) -> None:
    release = Release(tuple(article(language, "pppfppppfpp") for language in languages))
    here = context(release, look)
    depth = (here.theme.page_bilingual if len(languages) == 2 else here.theme.page).depth * 72 / 25.4
    before, after = (
        sum(depth - sheet.end for sheet in sheets(each, here)[:-1])
        for each in (release, floated(release, here))
    )
    assert after <= before + 0.01


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
@pytest.mark.parametrize("languages", [("zh-Hans",), ("zh-Hans", "en")], ids="+".join)
def test_a_file_in_which_it_moved_is_read_back(engine: Exporter, languages: tuple[str, ...]) -> None:
    release = Release(tuple(article(language, "pppf") for language in languages))
    here = context(release)
    assert floated(release, here) != release
    assert readback.check("x.pdf", engine.export(release, here), release, here).pages > 1


def test_both_engines_move_it_to_the_same_place() -> None:
    release = Release((article("zh-Hans", "pppf"),))
    made = [rows(engine.export(release, context(release))) for engine in ENGINES]
    one, other = ([(row.page, round(row.y)) for row in found if "图中" in row.text] for found in made)
    assert one == other


def test_a_page_for_browsers_keeps_it() -> None:
    release = Release((article("zh-Hans", "pppf"),))
    data = HtmlExporter().export(release, context(release)).decode()
    assert data.index("<figcaption") > data.rindex('<p class="body')
