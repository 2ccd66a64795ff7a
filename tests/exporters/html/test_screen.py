"""The page as a browser shows it: in its own fonts, down to 320 pixels, in the dark, asking nothing."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from publisher import theme
from publisher.contracts import Context
from publisher.exporters.html import HtmlExporter
from publisher.model import Article, Cell, Link, Paragraph, Release, Table, Text
from tests.exporters.html.chromium import Chromium

_WIDTH = "document.documentElement.scrollWidth"
_GROUND = "getComputedStyle(document.body).backgroundColor"


def show(browser: Chromium, path: Path, release: Release, context: Context, width: int = 1000) -> None:
    path.write_bytes(HtmlExporter().export(release, context))
    browser.open(path, width=width)


def test_it_asks_nothing_of_anybody_and_the_console_is_silent(
    release: Release, context: Context, browser: Chromium, page_file: Path
) -> None:
    show(browser, page_file, release, context)
    assert browser.complaints() == []


def embargoed(release: Release) -> Release:
    until = datetime(2026, 3, 6, 9, tzinfo=UTC)
    return Release(
        tuple(
            msgspec.structs.replace(a, meta=msgspec.structs.replace(a.meta, embargo=until))
            for a in release.editions
        )
    )


def test_its_own_fonts_are_the_ones_that_are_drawn(
    release: Release, draft_context: Context, browser: Chromium, page_file: Path
) -> None:
    held = {
        language: msgspec.structs.replace(words, release_line=line)
        for (language, words), line in zip(
            draft_context.furniture.items(),
            ("3月6日9时（北京时间）前请勿发布", "Embargoed until March 6"),
            strict=True,
        )
    }
    draft_context = msgspec.structs.replace(draft_context, furniture=held)
    show(browser, page_file, embargoed(release), draft_context)
    assert browser.run("[...document.fonts].every(face => face.status != 'error')")
    browser.call("DOM.enable")
    browser.call("CSS.enable")
    root = browser.call("DOM.getDocument")["root"]["nodeId"]
    drawn = set()
    for node in browser.call("DOM.querySelectorAll", nodeId=root, selector="main *")["nodeIds"]:
        for font in browser.call("CSS.getPlatformFontsForNode", nodeId=node)["fonts"]:
            assert font["isCustomFont"], font
            drawn.add(font["familyName"])
    assert len(drawn) >= 2


@pytest.mark.parametrize("width", [320, 700, 1400])
def test_no_window_is_too_narrow(
    release: Release, context: Context, browser: Chromium, page_file: Path, width: int
) -> None:
    show(browser, page_file, release, context, width=width)
    assert browser.run(_WIDTH) == width


def test_neither_a_long_address_nor_a_wide_table_makes_the_page_scroll_sideways(
    chinese_article: Article, context: Context, browser: Chromium, page_file: Path
) -> None:
    row = tuple(Cell(f"c{n}", (Text("Manufacturing"),)) for n in range(8))
    address = "https://example.com/" + "a" * 200
    blocks = (Paragraph("b1", (Link(address, (Text(address),)),)), Table("b2", (row,), row))
    article = msgspec.structs.replace(chinese_article, blocks=blocks)
    show(browser, page_file, Release((article,)), context, width=320)
    assert browser.run(_WIDTH) == 320


def test_the_dark_is_for_those_who_prefer_it(
    release: Release, context: Context, browser: Chromium, page_file: Path
) -> None:
    show(browser, page_file, release, context)
    assert browser.run(_GROUND) == "rgb(255, 255, 255)"
    browser.open(page_file, dark=True)
    assert browser.run(_GROUND) == "rgb(30, 28, 26)"


def test_a_theme_without_dark_inks_stays_light(
    release: Release, context: Context, browser: Chromium, page_file: Path
) -> None:
    look = msgspec.structs.replace(context.theme, colours_dark=context.theme.colours)
    page_file.write_bytes(HtmlExporter().export(release, msgspec.structs.replace(context, theme=look)))
    browser.open(page_file, dark=True)
    assert browser.run(_GROUND) == "rgb(255, 255, 255)"


def test_a_long_address_takes_no_room_from_the_words_beside_it(
    english_article: Article, context: Context, browser: Chromium, page_file: Path
) -> None:
    url = "https://example.com/open-week/2026/exhibits/robots/arms/hands?hall=north&language=en-US"
    row = tuple(Cell(f"t.{n}", (Text(text),)) for n, text in enumerate(("Digital", url, "press@example.com")))
    article = msgspec.structs.replace(english_article, blocks=(Table("t", (row,)),))
    show(browser, page_file, Release((article,)), context)
    lines = "[0, 2].map(n => {{let r = document.createRange(); r.selectNodeContents({}[n]); return {}}})"
    cells, count = "document.querySelectorAll('.data td')", "r.getClientRects().length"
    assert browser.run(lines.format(cells, count)) == [1, 1]


@pytest.mark.parametrize("width", [360, 1280])
def test_on_a_screen_the_text_of_a_newsletter_is_one_column(
    chinese_article: Article, context: Context, browser: Chromium, page_file: Path, width: int
) -> None:
    look = msgspec.structs.replace(context, theme=theme.load("newsletter"))
    show(browser, page_file, Release((chinese_article,)), look, width=width)
    lefts = "new Set([...document.querySelectorAll('p.body')].map(p => p.getBoundingClientRect().left)).size"
    assert browser.run(lefts) == 1
    assert browser.run(_WIDTH) == width


def test_editions_stand_side_by_side_where_there_is_room_and_below_one_another_where_not(
    bilingual_release: Release, context: Context, browser: Chromium, page_file: Path
) -> None:
    beside = """(() => { const [one, other] = document.querySelector(".pair").children;
      return one.getBoundingClientRect().right <= other.getBoundingClientRect().left + 1 })()"""
    show(browser, page_file, bilingual_release, context, width=1000)
    assert browser.run(beside)
    browser.open(page_file, width=360)
    assert not browser.run(beside)
