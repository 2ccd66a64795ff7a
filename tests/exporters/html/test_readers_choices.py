"""What readers choose: the dark, colours of their own, a narrow window; and justified lines in it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from publisher import theme
from publisher.contracts import Context
from publisher.exporters.html import HtmlExporter
from publisher.model import Article, NoteRef, Paragraph, Release, Text
from tests.exporters.html.chromium import Chromium


def show(browser: Chromium, path: Path, article: Article, context: Context, **window: Any) -> None:
    path.write_bytes(HtmlExporter().export(Release((article,)), context))
    browser.open(path, **window)


def styled(browser: Chromium, selector: str, name: str) -> str:
    found: str = browser.run(f"getComputedStyle(document.querySelector({selector!r})).{name}")
    return found


def with_text(article: Article, *texts: str) -> Article:
    blocks = tuple(Paragraph(f"b{n}", (Text(text),)) for n, text in enumerate(texts))
    return msgspec.structs.replace(article, blocks=blocks)


@pytest.fixture
def newsletter(context: Context) -> Context:
    return msgspec.structs.replace(context, theme=theme.load("newsletter"))


@pytest.mark.parametrize("dark", [False, True])
def test_the_band_of_a_newsletter_is_no_brighter_in_the_dark(
    chinese_article: Article, newsletter: Context, browser: Chromium, page_file: Path, *, dark: bool
) -> None:
    show(browser, page_file, chinese_article, newsletter, dark=dark)
    assert styled(browser, ".masthead", "backgroundColor") == "rgb(23, 79, 99)"
    assert styled(browser, ".masthead", "color") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("selector", [".masthead", ".embargo"])
def test_what_has_a_ground_has_a_border_where_the_reader_sets_the_colours(
    chinese_article: Article, newsletter: Context, browser: Chromium, page_file: Path, selector: str
) -> None:
    meta = msgspec.structs.replace(chinese_article.meta, embargo=datetime(2026, 3, 6, 9, tzinfo=UTC))
    show(browser, page_file, msgspec.structs.replace(chinese_article, meta=meta), newsletter)
    assert styled(browser, selector, "borderTopStyle") == "none"
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}])
    assert styled(browser, selector, "borderTopStyle") == "solid"


@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
def test_on_a_phone_the_text_is_of_one_size_and_the_headline_larger(
    release: Release, context: Context, browser: Chromium, page_file: Path, look: str
) -> None:
    context = msgspec.structs.replace(context, theme=theme.load(look))
    page_file.write_bytes(HtmlExporter().export(release, context))
    browser.open(page_file, width=375)
    size, headline = (float(styled(browser, s, "fontSize")[:-2]) for s in (".body", ".headline"))
    assert 16 <= size <= 17
    assert headline > size * 1.2


def test_a_window_narrower_than_the_page_shows_no_ground_beside_it(
    chinese_article: Article, context: Context, browser: Chromium, page_file: Path
) -> None:
    grounds = []
    for width in (768, 1280):
        show(browser, page_file, chinese_article, context, width=width)
        grounds.append(
            styled(browser, "html", "backgroundColor") != styled(browser, "body", "backgroundColor")
        )
    assert grounds == [False, True]


def test_justified_lines_do_not_tear_latin_words(
    chinese_article: Article, context: Context, browser: Chromium, page_file: Path
) -> None:
    text = "我校Robotics专业的同学们在启动仪式上展示了去年的作品，" * 20
    widths = """(() => { const range = document.createRange();
      const node = document.querySelector("p.body").firstChild;
      return [...node.data.matchAll(/Robotics/g)].map(({index}) => { range.setStart(node, index);
        range.setEnd(node, index + 8); return range.getClientRects() }).filter(boxes => boxes.length == 1)
        .map(boxes => boxes[0].width) })()"""
    show(browser, page_file, with_text(chinese_article, text), context, width=375)
    found = browser.run(widths)
    assert len(found) > 9
    assert max(found) - min(found) < 0.1


def test_no_line_begins_with_the_number_of_a_note(
    chinese_article: Article, context: Context, browser: Chromium, page_file: Path
) -> None:
    inlines = (
        Text("三月五日"),
        *(part for _ in range(30) for part in (Text("上午活动开幕"), NoteRef("见公告。"))),
    )
    article = msgspec.structs.replace(chinese_article, blocks=(Paragraph("b1", inlines),))
    begin = """[...document.querySelectorAll("p.body .noteref")].filter(
      a => a.getBoundingClientRect().left < a.closest("p").getBoundingClientRect().left + 8).length"""
    for width in (330, 345, 360, 375, 390):
        show(browser, page_file, article, context, width=width)
        assert browser.run(begin) == 0


def test_the_figures_of_an_embargo_stay_in_its_line(
    bilingual_release: Release, context: Context, browser: Chromium, page_file: Path
) -> None:
    until = datetime(2026, 3, 6, 9, tzinfo=UTC)
    editions = (
        msgspec.structs.replace(a, meta=msgspec.structs.replace(a.meta, embargo=until))
        for a in bilingual_release.editions
    )
    furniture = {
        name: msgspec.structs.replace(
            words, release_line="3月6日17时前" if name != "en" else "Until March 6, 9 a.m."
        )
        for name, words in context.furniture.items()
    }
    page_file.write_bytes(
        HtmlExporter().export(Release(tuple(editions)), msgspec.structs.replace(context, furniture=furniture))
    )
    browser.open(page_file, width=375)
    assert styled(browser, ".embargo .whole", "display") == "inline"
    assert browser.run("document.querySelector('.embargo').getBoundingClientRect().height") < 60
