"""The formats for newsrooms: one language each, everything in them, and lines that end as the page's do."""

import json
import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from publisher import plugins
from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.exporters import newsroom_text, readback
from publisher.exporters.atom import AtomExporter
from publisher.exporters.markdown import MarkdownExporter, markdown
from publisher.exporters.wire import WIDTH, WireExporter, columns, wrapped
from publisher.localization.datelines import with_dateline
from publisher.model import Article, Emphasis, Meta, Official, Paragraph, Release, Strong, Text
from tests.conftest import chinese, english, one

ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = ("ninjs", "newsml", "atom", "wire", "md")
ARTICLES = pytest.mark.parametrize("article", [chinese(), english()], ids=["zh", "en"])


@pytest.mark.parametrize("name", NAMES)
@ARTICLES
def test_every_text_of_the_article_is_in_the_file(name: str, article: Article, context: Context) -> None:
    exporter: Any = plugins.load("exporters", name)()
    data = exporter.export(one(article), context)
    assert readback.check(f"x{exporter.suffix}", data, one(article), context).characters > 100
    assert data == exporter.export(one(article), context)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_that_was_lost_is_noticed(name: str, context: Context) -> None:
    exporter: Any = plugins.load("exporters", name)()
    data = exporter.export(one(chinese()), context)
    torn = data.replace("智能制造".encode(), b"").replace(b"\\u667a", b"")
    with pytest.raises(ExportError, match="智能制造"):
        newsroom_text.check(f"x{exporter.suffix}", torn, chinese())


@pytest.mark.parametrize("name", NAMES[:-1])
def test_an_official_document_is_sent_without_its_frame_and_this_is_told(name: str, context: Context) -> None:
    article = msgspec.structs.replace(
        chinese(), meta=msgspec.structs.replace(chinese().meta, official=Official(number="青职发〔2026〕5号"))
    )
    exporter: Any = plugins.load("exporters", name)()
    data = exporter.export(one(article), context)
    assert readback.check(f"x{exporter.suffix}", data, one(article), context).characters
    assert [notice.code for notice in context.report if notice.code.startswith("official")] == [
        "official-dropped"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_place_in_capitals_is_the_place(name: str, context: Context) -> None:
    meta = msgspec.structs.replace(english().meta, place="McKees Port, Ohio")
    release = one(with_dateline(msgspec.structs.replace(english(), meta=meta)))
    exporter: Any = plugins.load("exporters", name)()
    data = exporter.export(release, context)
    assert readback.check(f"x{exporter.suffix}", data, release, context).characters


@pytest.mark.parametrize("name", NAMES)
def test_two_languages_are_refused_with_the_next_step(
    name: str, bilingual_release: Release, context: Context
) -> None:
    with pytest.raises(ExportError, match="one language") as caught:
        plugins.load("exporters", name)().export(bilingual_release, context)
    assert "--lang" in caught.value.hint


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_says_so(name: str, draft_context: Context) -> None:
    data = plugins.load("exporters", name)().export(one(english()), draft_context)
    assert b"DRAFT" in data


def test_a_feed_has_what_atom_asks_for(context: Context) -> None:
    feed = etree.fromstring(AtomExporter().export(one(english()), context))
    assert [child.tag.removeprefix(ATOM) for child in feed] == [
        "title", "id", "updated", "author", "entry", "subtitle",
    ]  # fmt: skip
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    for name in ("title", "id", "updated", "published", "summary", "content", "author"):
        assert entry.find(f"{ATOM}{name}") is not None
    assert entry.findtext(f"{ATOM}updated") == "2026-03-05T10:20:30+08:00"


def lines(article: Article, context: Context) -> list[str]:
    data = WireExporter().export(one(article), context)
    assert b"\n" not in data.replace(b"\r\n", b"")
    return data.decode().split("\r\n")


@ARTICLES
def test_no_line_for_the_wire_is_wider_than_it_may_be(article: Article, context: Context) -> None:
    assert max(columns(line) for line in lines(article, context)) <= WIDTH


def test_a_han_takes_two_columns() -> None:
    assert [columns(text) for text in ("a", "中", "（", "“", "é", "e\u0301")] == [1, 2, 2, 1, 1, 1]


def test_no_line_begins_or_ends_with_a_mark_that_may_not() -> None:
    text = "“开放日”（第八届）于3月4日开幕，" * 40
    for width in range(20, 60):
        for line in wrapped(text, width):
            assert line[0] not in "，。）”、"
            assert line[-1] not in "（“"


def test_a_paragraph_begins_two_characters_in_and_lists_hang(context: Context) -> None:
    made = "\n".join(lines(chinese(), context))
    assert "\n　　3月5日" in made
    assert "\n1. 机器人\n2. 智能制造\n" in made
    assert "\n- 讲座\n" in made
    assert "\n[1] 数据截至2月底。" in made


@given(st.text(alphabet="天地玄黄，。“”（）abc 123-/\n", max_size=200), st.integers(10, 80))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    assert "".join("".join(wrapped(text, width)).split()) == "".join(text.split())


def test_markdown_says_what_the_article_says(context: Context) -> None:
    made = MarkdownExporter().export(one(english()), context).decode()
    head, _, body = made.partition("\n+++\n")
    assert 'language = "en"' in head
    assert 'credit-text = ["Shen Zhiwei"]' in head
    assert body.startswith("\n# Qinglan opens its “Spark” week of innovation\n")
    for part in (
        "with 37 companies and **120 projects**.",
        "## Results",
        "See the [home page](https://example.com/week?a=1&b=2).",
        "1. Robots\n2. Manufacturing",
        "- Talks",
        "> “We will treasure this chance,” he said.",
        "![The hall](hall.png)",
        "| Level | Number |\n| --- | --- |\n| Provincial | 14 |",
        "the *Qinglan Yearbook*.[^1]",
        "[^1]: Data to February.",
    ):
        assert part in body, part


def test_front_matter_is_toml(context: Context) -> None:
    import tomllib

    made = MarkdownExporter().export(one(chinese()), context).decode()
    found = tomllib.loads(made.split("+++")[1])
    assert found["date"] == "2026-03-05T10:20:30+08:00"
    assert found["keywords"] == ["创新", "职业教育"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a *b* _c_ [d] <e> & `f`", r"a \*b\* \_c\_ \[d\] \<e\> \& \`f\`"),
        ("# no heading", r"\# no heading"),
        ("1. no list", r"1\. no list"),
        ("- no list", r"\- no list"),
    ],
)
def test_nothing_in_a_text_is_taken_for_a_sign(text: str, made: str) -> None:
    article = Article(Meta(language="en", headline="x"), (Paragraph("b1", (Text(text),)),))
    assert markdown(article).endswith(f"\n{made}\n")


def test_what_stands_beside_a_mark_is_strong_by_a_tag() -> None:
    inlines = (Text("他说："), Strong((Text("“好。”"),)), Text("又说"), Emphasis((Text("对"),)))
    article = Article(Meta(language="zh-Hans", headline="x"), (Paragraph("b1", inlines),))
    assert "他说：<strong>“好。”</strong>又说*对*" in markdown(article)


def test_an_embargo_is_in_the_news_object_and_across_the_pages(context: Context) -> None:
    from publisher.exporters import watermark
    from publisher.localization.localizer import furniture

    held = english()
    assert held.meta.issued is not None
    meta = msgspec.structs.replace(held.meta, embargo=held.meta.issued.replace(day=6))
    article = msgspec.structs.replace(held, meta=meta)
    told = msgspec.structs.replace(context, furniture={"en": furniture(article)})
    made = json.loads(plugins.load("exporters", "ninjs")().export(one(article), told))
    assert made["embargoed"] == "2026-03-06T10:20:30+08:00"
    assert watermark.words([article], told) == "EMBARGOED"
    page = plugins.load("exporters", "html")().export(one(article), told).decode()
    assert re.search(r'<meta name="robots" content="noindex">', page)
    assert "Embargoed until" in page
