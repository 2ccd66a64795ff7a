"""The HTML page: self-contained, safe, well-formed."""

import json
import os
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2
import pytest
from lxml import html

from publisher.contracts import Context
from publisher.exporters import html_head
from publisher.exporters.html import HtmlExporter
from publisher.model import (
    Article,
    Cell,
    Figure,
    Heading,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Release,
    Table,
    Text,
)
from publisher.report import Severity
from tests.exporters.html.conftest import long_article


def parse(text: str) -> Any:
    return html.document_fromstring(text)


def squeezed(text: str) -> str:
    return "".join(text.split())


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


def test_the_headline_of_each_edition_is_a_first_level_heading(release: Release, context: Context) -> None:
    headings = parse(page(release, context)).xpath("//h1")
    assert [squeezed(h.text_content()) for h in headings] == [
        squeezed(article.meta.headline) for article in release.editions
    ]


def test_no_level_of_heading_is_skipped(chinese_article: Article, context: Context) -> None:
    levels = (3, 4, 1, 2, 4)
    blocks = tuple(Heading(f"b{n}", (Text("现场"),), level) for n, level in enumerate(levels))
    article = msgspec.structs.replace(chinese_article, blocks=blocks)
    headings = parse(page(Release((article,)), context)).xpath("//main//*[starts-with(name(), 'h')]")
    found = [h.tag for h in headings if re.fullmatch(r"h\d", h.tag)]
    assert found == ["h1", "h2", "h3", "h2", "h3", "h4", "h2", "h2"]  # then boilerplate and contacts


def test_what_a_reader_jumps_to_is_there(release: Release, context: Context) -> None:
    tree = parse(page(release, context))
    assert len(tree.xpath("/html/body/main/article/header")) == 1
    assert not tree.xpath("/html/body/*[not(self::main)]")
    assert all(h.text_content().strip() for h in tree.xpath("//h1 | //h2 | //h3 | //h4 | //h5"))


def test_times_can_be_read_by_programs(release: Release, context: Context) -> None:
    times = parse(page(release, context)).xpath("//time/@datetime")
    assert set(times) == {"2026-03-05T10:20:30+08:00"}


def test_a_note_and_its_number_lead_to_each_other(bilingual_release: Release, context: Context) -> None:
    tree = parse(page(bilingual_release, context))
    there, back = tree.xpath("//a[@role='doc-noteref']"), tree.xpath("//a[@role='doc-backlink']")
    assert len(there) == len(back) == 2
    for link in (*there, *back):
        (target,) = tree.xpath("//*[@id=$name]", name=link.get("href")[1:])
        assert link.text in link.get("aria-label")
        assert target in link.getroottree().iter()
    assert tree.xpath("//section[@role='doc-endnotes']/p/@lang") == ["zh-Hans", "en"]


def test_a_column_says_what_it_heads_and_an_empty_cell_does_not(
    chinese_article: Article, context: Context
) -> None:
    cells = tuple(Cell(f"c{n}", (Text(text),) if text else ()) for n, text in enumerate(("", "数量")))
    article = msgspec.structs.replace(chinese_article, blocks=(Table("t", (cells,), cells),))
    tree = parse(page(Release((article,)), context))
    assert tree.xpath("//thead//th/@scope") == ["col"]
    assert len(tree.xpath("//thead//td")) == 1


def test_a_wide_table_scrolls_by_itself_and_by_keyboard(chinese_article: Article, context: Context) -> None:
    row = tuple(Cell(f"c{n}", (Text(str(n)),)) for n in range(6))
    article = msgspec.structs.replace(chinese_article, blocks=(Table("t", (row,), row, (Text("统计"),)),))
    (region,) = parse(page(Release((article,)), context)).xpath("//div[@role='region' and table]")
    assert (region.get("tabindex"), region.get("aria-label")) == ("0", "统计")


def test_items_and_quotes_too_end_with_two_characters_together(
    chinese_article: Article, context: Context
) -> None:
    words = (Text("优先利用闲置校舍；"),)
    blocks = (List("b1", (ListItem("b1.1", words),)), Quote("b2", words))
    made = parse(page(Release((msgspec.structs.replace(chinese_article, blocks=blocks),)), context))
    ends = made.xpath("//li/span[last()] | //blockquote/p/span[last()]")
    assert [end.text_content() for end in ends] == ["校舍；", "校舍；"]


def test_a_draft_says_so_and_is_not_to_be_indexed(release: Release, draft_context: Context) -> None:
    tree = parse(page(release, draft_context))
    assert tree.xpath("count(//div[@role='status']/p)") == len(release.editions)
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "position: fixed" in tree.xpath("string(//style)")


def test_an_embargo_is_a_note_and_is_not_to_be_indexed(chinese_article: Article, context: Context) -> None:
    until = datetime(2026, 3, 6, 9, tzinfo=UTC)
    meta = msgspec.structs.replace(chinese_article.meta, embargo=until)
    article = msgspec.structs.replace(chinese_article, meta=meta)
    tree = parse(page(Release((article,)), context))
    assert tree.xpath("//p[@role='note']//time/@datetime") == ["2026-03-06T09:00:00+00:00"]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_what_is_final_may_be_indexed(release: Release, context: Context) -> None:
    assert not parse(page(release, context)).xpath("//meta[@name='robots']")


def test_a_picture_has_its_alternative_text(chinese_article: Article, context: Context) -> None:
    (image,) = parse(page(Release((chinese_article,)), context)).xpath("//img")
    told = {"alt": "展厅全景", "width": "64", "height": "36", "data-name": "hall.png"}
    assert dict(image.attrib) | {"src": ""} == told | {"src": ""}


def test_a_picture_without_one_takes_its_caption(chinese_article: Article, context: Context) -> None:
    blocks = tuple(
        msgspec.structs.replace(b, alt="") if isinstance(b, Figure) else b for b in chinese_article.blocks
    )
    tree = parse(page(Release((msgspec.structs.replace(chinese_article, blocks=blocks),)), context))
    assert tree.xpath("//img/@alt") == ["展厅全景。陆子衿 摄"]


def test_a_picture_for_two_editions_has_the_caption_and_credit_of_each(
    chinese_article: Article, english_article: Article, context: Context
) -> None:
    editions = tuple(
        msgspec.structs.replace(
            article,
            blocks=tuple(
                msgspec.structs.replace(b, caption=(), credit=credit) if isinstance(b, Figure) else b
                for b in article.blocks
            ),
        )
        for article, credit in ((chinese_article, "陆子衿 摄"), (english_article, "Photo by Lu Zijin"))
    )
    tree = parse(page(Release(editions), context))
    assert tree.xpath("//figure/img/@alt") == ["展厅全景 / The hall"]
    captions = tree.xpath("//figure[@class='wide']/figcaption/p")
    assert [(p.get("lang"), p.text_content()) for p in captions] == [
        ("zh-Hans", "陆子衿 摄"),
        ("en", "Photo by Lu Zijin"),
    ]


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("zh-Hans", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh-Hant-HK", "zh_HK"),
        ("en", "en_US"),
        ("en-GB", "en_GB"),
    ],
)
def test_open_graph_names_a_language_with_its_region(language: str, name: str) -> None:
    assert html_head.locale(language) == name


def test_the_fonts_of_three_pages_are_small(context: Context) -> None:
    made = page(Release((long_article("zh-Hans", 15),)), context)
    fonts = re.findall(r"url\(data:font/woff2;base64,([^)]+)\)", made)
    assert len(fonts) >= 3
    assert sum(map(len, fonts)) < 200_000


def test_crop_marks_are_there_for_the_class_that_asks_for_them(
    chinese_article: Article, context: Context
) -> None:
    import weasyprint

    made = page(Release((chinese_article,)), context)
    plain = weasyprint.HTML(string=made).write_pdf()
    marked = weasyprint.HTML(string=made.replace('<body class="zh">', '<body class="zh press">')).write_pdf()
    sizes = [pypdfium2.PdfDocument(data)[0].get_mediabox() for data in (plain, marked)]
    assert [round(side) for side in sizes[0]] == [0, 0, 595, 842]
    assert sizes[1][2] - sizes[1][0] > 595 + 2 * 6


def test_no_script_can_run_and_nothing_can_be_fetched(release: Release, context: Context) -> None:
    (policy,) = parse(page(release, context)).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    assert "script-src" not in policy


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
def test_the_nu_checker_finds_no_error(
    bilingual_release: Release,
    chinese_article: Article,
    english_article: Article,
    context: Context,
    draft_context: Context,
    tmp_path: Path,
) -> None:
    releases = {
        "zh": Release((chinese_article,)),
        "en": Release((english_article,)),
        "both": bilingual_release,
    }
    paths = [tmp_path / f"{name}{mark}.html" for name in releases for mark in ("", "-draft")]
    for path in paths:
        name, _, mark = path.stem.partition("-")
        path.write_text(page(releases[name], draft_context if mark else context), encoding="utf-8")
    done = subprocess.run(
        ["java", "-jar", os.environ["VNU_JAR"], "--errors-only", *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
