"""The boilerplate is told from the text, whether it has a heading or stands in one paragraph with it."""

from pathlib import Path

import pytest

from publisher.contracts import Source
from publisher.model import Article, Heading, Link, Paragraph
from publisher.readers.markdown import MarkdownReader
from publisher.readers.text import TextReader
from publisher.report import Report
from publisher.walk import plain

ZH = ("图书馆周六开放", "青岚图书馆本周六向读者开放新的阅览室，全年不休。")
EN = ("Reading room opens", "The Qinglan library opens its new reading room on Saturday, all year round.")
FOUNDED_ZH = "青岚图书馆建于1958年，有藏书80万册，读者6万人。"
FOUNDED_EN = "Qinglan Library was founded in 1958."


def read(kind: str, *lines: str) -> Article:
    text = "\n\n".join(lines)
    source = Source("a", (f"# {text}" if kind == "md" else text).encode(), Path())
    reader = MarkdownReader() if kind == "md" else TextReader()
    return reader.read(source, Report())


def said(blocks: tuple[object, ...]) -> list[str]:
    return [plain(b.inlines) for b in blocks if isinstance(b, Heading | Paragraph)]


@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.parametrize(
    ("first", "last"),
    [
        (ZH, (f"关于青岚图书馆：{FOUNDED_ZH}",)),
        (ZH, (f"关于青岚图书馆 {FOUNDED_ZH}",)),
        (ZH, (f"关于青岚图书馆\n{FOUNDED_ZH}",)),
        (ZH, ("关于青岚图书馆", FOUNDED_ZH)),
        (EN, (f"About Qinglan Library: {FOUNDED_EN}",)),
        (EN, (f"About Qinglan Library\n\n{FOUNDED_EN}",)),
    ],
)
def test_the_last_paragraph_about_the_issuer_is_boilerplate(
    kind: str, first: tuple[str, ...], last: tuple[str, ...]
) -> None:
    article = read(kind, *first, *last)
    assert said(article.blocks) == [first[1]]
    heading, text = article.meta.boilerplate
    assert isinstance(heading, Heading)
    assert plain(heading.inlines) in ("关于青岚图书馆", "About Qinglan Library")
    assert plain(text.inlines) in (FOUNDED_ZH, FOUNDED_EN)


def test_two_houses_have_a_heading_each() -> None:
    last = (f"关于青岚图书馆：{FOUNDED_ZH}", "关于南洲学院：学院创办于1960年。")
    article = read("txt", *ZH, *last)
    assert [type(block) for block in article.meta.boilerplate] == [Heading, Paragraph, Heading, Paragraph]
    assert [block.key for block in article.meta.boilerplate] == ["bp1", "bp2", "bp3", "bp4"]


@pytest.mark.parametrize("kind", ["txt", "md"])
@pytest.mark.parametrize(
    "body",
    [
        ("关于开放时间的通知", "每周六九时开放。", "另有安排的以馆内张贴为准。"),
        ("关于开放时间，馆长说，全年不休。",),
        ("关于延长开放时间的说明：每周六九时开放，读者可以凭证进入。",),
        ("关于阅览须知：每周六九时开放，读者可以凭证进入。",),
        ("关于做好春季开放工作", "每周六九时开放。"),
    ],
)
def test_text_that_begins_so_is_no_boilerplate(kind: str, body: tuple[str, ...]) -> None:
    article = read(kind, *ZH, *body)
    assert said(article.blocks) == [ZH[1], *body]
    assert not article.meta.boilerplate


@pytest.mark.parametrize("line", ["About 3,000 people came", "About half of them came by bus."])
def test_about_a_number_begins_a_sentence(line: str) -> None:
    article = read("txt", *EN, line, "The library expects more.")
    assert said(article.blocks) == [EN[1], line, "The library expects more."]


def test_strong_words_before_the_text_are_its_heading() -> None:
    bold = "**About Acme** We make anvils. See [our page](https://x.example/)."
    heading, text = read("md", *EN, bold).meta.boilerplate
    assert plain(heading.inlines) == "About Acme"
    assert plain(text.inlines) == "We make anvils. See our page."
    assert any(isinstance(node, Link) for node in text.inlines)


def test_a_link_in_the_boilerplate_is_kept() -> None:
    text = read("md", *ZH, "## 关于青岚图书馆", "见[主页](https://x.example/)。").meta.boilerplate[1]
    assert any(isinstance(node, Link) for node in text.inlines)
