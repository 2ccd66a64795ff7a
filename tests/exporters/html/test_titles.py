"""Headlines on screens: no line holds a rest, and no Chinese word is cut, however wide the window is."""

from pathlib import Path

import msgspec
import pytest

from publisher import theme
from publisher.contracts import Context
from publisher.exporters.html import HtmlExporter
from publisher.model import Article, Release
from publisher.typesetting.headline import phrases
from tests.exporters.html.chromium import Chromium

CHINESE = "2026年青岚市机器人开放日暨职业技能竞赛启动仪式在我校举行"
OF_SHORT_LINES = "青岚市人民政府关于加快推进社区图书馆建设的通知"
ENGLISH = "College hosts opening of Qinglan’s 2026 Robot Open Day and vocational skills competition"

LINES = """(() => { const lines = [], range = document.createRange(); let top = -99;
  const walker = document.createTreeWalker(document.querySelector("h1"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) for (let n = 0; n < walker.currentNode.length; n++) {
    range.setStart(walker.currentNode, n); range.setEnd(walker.currentNode, n + 1);
    const box = range.getBoundingClientRect();
    if (box.width && Math.abs(box.bottom - top) > 12) { lines.push(""); top = box.bottom; }
    if (box.width) lines[lines.length - 1] += range.toString();
  } return lines.map(line => line.trim()); })()"""


def lines(browser: Chromium, path: Path, article: Article, context: Context, width: int) -> list[str]:
    path.write_bytes(HtmlExporter().export(Release((article,)), context))
    browser.open(path, width=width)
    found: list[str] = browser.run(LINES)
    return found


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
@pytest.mark.parametrize(("language", "headline"), [("zh-Hans", CHINESE), ("en", ENGLISH)])
def test_the_lines_of_a_headline_are_even(
    chinese_article: Article,
    english_article: Article,
    context: Context,
    browser: Chromium,
    page_file: Path,
    width: int,
    look: str,
    language: str,
    headline: str,
) -> None:
    article = chinese_article if language == "zh-Hans" else english_article
    article = msgspec.structs.replace(article, meta=msgspec.structs.replace(article.meta, headline=headline))
    context = msgspec.structs.replace(context, theme=theme.load(look))
    found = lines(browser, page_file, article, context, width)
    assert len(found) > 1
    assert min(map(len, found)) * 2 > max(map(len, found))


@pytest.mark.parametrize("width", [320, 360, 414, 600])
@pytest.mark.parametrize(
    "headline", [CHINESE, OF_SHORT_LINES, "青岚市印发智能制造产业三年行动计划（2026—2028年）"]
)
def test_a_chinese_headline_is_parted_between_words(
    chinese_article: Article,
    context: Context,
    browser: Chromium,
    page_file: Path,
    width: int,
    headline: str,
) -> None:
    meta = msgspec.structs.replace(chinese_article.meta, headline=headline)
    article = msgspec.structs.replace(chinese_article, meta=meta)
    parts = phrases(headline)
    ends = {len("".join(parts[:n])) for n in range(1, len(parts) + 1)}
    found = lines(browser, page_file, article, context, width)
    assert {len("".join(found[:n])) for n in range(1, len(found) + 1)} <= ends
