"""The HTML page: self-contained, safe, well-formed."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import html

from publisher.contracts import Context
from publisher.exporters.html import HtmlExporter
from publisher.model import Article, Link, Paragraph, Release, Text
from publisher.report import Severity


def parse(text: str) -> Any:
    return html.document_fromstring(text)


def page(release: Release, context: Context) -> str:
    return HtmlExporter().export(release, context).decode()


def test_the_page_asks_nothing_of_the_network(release: Release, context: Context) -> None:
    tree = parse(page(release, context))
    assert not tree.xpath("//link | //script[@src] | //iframe")
    assert all(src.startswith("data:") for src in tree.xpath("//img/@src"))
    assert all(url.startswith("data:") for url in re.findall(r"url\((.{5})", page(release, context)))


def test_the_same_release_gives_the_same_bytes(release: Release, context: Context) -> None:
    assert page(release, context) == page(release, context)


def test_each_edition_says_its_language(bilingual_release: Release, context: Context) -> None:
    tree = parse(page(bilingual_release, context))
    assert {e.get("lang") for e in tree.xpath("//div[@class='zh' or @class='en']")} == {"zh-Hans", "en"}


def test_a_page_has_one_first_level_heading(release: Release, context: Context) -> None:
    assert len(parse(page(release, context)).xpath("//h1")) == 1


def test_a_picture_has_its_alternative_text(chinese_article: Article, context: Context) -> None:
    tree = parse(page(Release((chinese_article,)), context))
    assert tree.xpath("//img/@alt") == ["展厅全景"]


def test_json_ld_is_a_news_article(chinese_article: Article, context: Context) -> None:
    tree = parse(page(Release((chinese_article,)), context))
    data = json.loads(tree.xpath("string(//script[@type='application/ld+json'])"))
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == chinese_article.meta.headline
    assert data["datePublished"] == "2026-03-05T10:20:30+08:00"


HOSTILE = "</script></style><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def test_markup_in_the_text_stays_text(chinese_article: Article, context: Context) -> None:
    meta = msgspec.structs.replace(chinese_article.meta, headline=HOSTILE, source=HOSTILE)
    furniture = msgspec.structs.replace(context.furniture["zh-Hans"], source=HOSTILE, date=HOSTILE)
    hostile = msgspec.structs.replace(context, furniture={"zh-Hans": furniture})
    article = Article(meta, (Paragraph("b1", (Text(HOSTILE),)),))
    tree = parse(page(Release((article,)), hostile))
    assert not tree.xpath("//img | //script[not(@type='application/ld+json')]")
    assert HOSTILE in tree.xpath("string(//p[@class='body'])")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "JaVaScRiPt:x"]
)
def test_a_link_that_is_not_safe_keeps_its_text_only(
    url: str, context: Context, chinese_article: Article
) -> None:
    article = Article(chinese_article.meta, (Paragraph("b1", (Link(url, (Text("点此"),)),)),))
    tree = parse(page(Release((article,)), context))
    assert url not in tree.xpath("//a/@href")
    assert "点此" in tree.text_content()


def test_a_character_that_no_font_has_is_noticed(context: Context, chinese_article: Article) -> None:
    article = Article(chinese_article.meta, (Paragraph("b1", (Text("罕字\U00031350"),)),))
    page(Release((article,)), context)
    (notice,) = context.report.notices
    assert notice.code == "glyph-missing"
    assert notice.severity is Severity.WARNING


@pytest.mark.skipif("VNU_JAR" not in os.environ, reason="VNU_JAR does not name the Nu HTML checker's vnu.jar")
def test_the_nu_checker_finds_no_error(release: Release, context: Context, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(release, context), encoding="utf-8")
    done = subprocess.run(
        ["java", "-jar", os.environ["VNU_JAR"], "--errors-only", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
