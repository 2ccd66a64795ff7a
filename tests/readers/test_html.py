"""Web pages read into the model: what their markup means is kept, what cannot be kept is told."""

import base64
from datetime import UTC, datetime
from pathlib import Path

import pytest

from publisher import pipeline, plugins
from publisher.contracts import Source
from publisher.errors import ReadError
from publisher.model import (
    Article,
    Block,
    CreditRole,
    Figure,
    Heading,
    LineBreak,
    Link,
    List,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from publisher.readers.html import HtmlReader
from publisher.report import Report
from publisher.walk import plain
from tests.conftest import png

LEAD = "<p>The ferry will sail in the evening from March 16, the harbor office said on Thursday.</p>"
LAST = "<p>Tickets cost the same as by day, said Mara Lindqvist, who runs the ferry.</p>"
HALL = base64.b64encode(png(64, 60)).decode()


def _read(
    body: str | bytes, *, head: str = "", folder: Path = Path(), report: Report | None = None
) -> Article:
    data = (
        body if isinstance(body, bytes) else f"<html><head>{head}</head><body>{body}</body></html>".encode()
    )
    return HtmlReader().read(Source("a.html", data, folder), Report() if report is None else report)


def _blocks(inside: str, report: Report | None = None, head: str = "", folder: Path = Path()) -> list[Block]:
    """Return the blocks that ``inside`` comes to between two paragraphs."""
    page = f"<h1>Ferry to sail in the evening</h1>{LEAD}{inside}{LAST}"
    return list(_read(page, head=head, folder=folder, report=report).blocks)[1:-1]


def _texts(blocks: list[Block]) -> list[str]:
    return [plain(block.inlines) for block in blocks if isinstance(block, Paragraph | Heading | Quote)]


def _codes(report: Report) -> list[str]:
    return [notice.code for notice in report.notices]


# ── Lines ────────────────────────────────────────────────────────────────────


def test_two_line_ends_part_paragraphs() -> None:
    assert _texts(_blocks("<div>One line here<br><br>another line</div>")) == [
        "One line here",
        "another line",
    ]


def test_one_line_end_stays_in_its_paragraph() -> None:
    (block,) = _blocks("<p>12 Quay Street<br>Port Wren</p>")
    assert isinstance(block, Paragraph)
    assert LineBreak() in block.inlines


def test_an_indent_begins_a_paragraph() -> None:
    lines = "<div>　　夜读节今晚启幕<br>&nbsp;&nbsp;&nbsp; 为期两周<br/>　　全部免费</div>"
    assert _texts(_blocks(lines)) == ["夜读节今晚启幕", "为期两周", "全部免费"]


def test_a_line_end_in_the_source_between_chinese_characters_is_no_space() -> None:
    assert _texts(_blocks("<p>云汀市\n  图书馆 ABC\n开馆</p>")) == ["云汀市图书馆 ABC 开馆"]


def test_bold_by_style_is_strong_and_bold_that_is_undone_is_not() -> None:
    undone = '<b style="font-weight: normal">c <i>d</i></b> and more words'
    (block,) = _blocks(f'a <span style="font-weight:700">b</span> {undone}')
    assert isinstance(block, Paragraph)
    assert [plain(n.children) for n in block.inlines if isinstance(n, Strong)] == ["b"]


def test_figures_that_are_raised_or_lowered_stay_so() -> None:
    report = Report()
    assert _texts(_blocks("<p>12 m<sup>2</sup> of H<sub>2</sub>O, 1<sup>st</sup></p>", report)) == [
        "12 m² of H₂O, 1st"
    ]
    assert "shift-dropped" in _codes(report)


def test_a_reading_over_the_text_is_left_out_and_told() -> None:
    report = Report()
    assert _texts(_blocks("<p>在<ruby>衡<rp>(</rp><rt>héng</rt><rp>)</rp></ruby>水</p>", report)) == [
        "在衡水"
    ]
    assert "ruby-dropped" in _codes(report)


def test_links_are_made_absolute_by_the_pages_address() -> None:
    head = '<link rel="canonical" href="https://x.example/news/2026/a.html">'
    (block,) = _blocks('<p>See <a href="../b.html?q=1">the list</a> and more of it.</p>', head=head)
    assert isinstance(block, Paragraph)
    assert [n.url for n in block.inlines if isinstance(n, Link)] == ["https://x.example/news/b.html?q=1"]


def test_the_browsers_own_mark_tells_where_a_page_was() -> None:
    page = f"<!-- saved from url=(0020)https://x.example/n/ -->\n<html><body><h1>Ferry to sail</h1>{LEAD}"
    article = _read(f'{page}<p>See <a href="b">the list</a>, he said.</p></body></html>'.encode())
    block = article.blocks[-1]
    assert isinstance(block, Paragraph)
    assert [n.url for n in block.inlines if isinstance(n, Link)] == ["https://x.example/n/b"]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "b.html", "file:///etc/passwd"])
def test_a_link_that_cannot_be_followed_leaves_its_words_and_is_told(href: str) -> None:
    report = Report()
    (block,) = _blocks(f'<p>See <a href="{href}">the list</a> of sailings.</p>', report)
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == "See the list of sailings."
    assert not any(isinstance(n, Link) for n in block.inlines)
    assert "link-dropped" in _codes(report)


# ── Blocks ───────────────────────────────────────────────────────────────────


def test_headings_are_levelled_from_one() -> None:
    blocks = _blocks(f"<h3>Fares</h3>{LEAD}<h5>Children</h5>{LEAD}<p><b>Bicycles</b></p>{LEAD}")
    assert [b.level for b in blocks if isinstance(b, Heading)] == [1, 2, 3]


def test_a_list_that_does_not_begin_at_one_keeps_its_numbers() -> None:
    assert _texts(_blocks('<ol start="3"><li>Three</li><li>Four</li></ol>')) == ["3. Three", "4. Four"]


def test_a_list_in_a_list_stands_in_one_row_and_is_told() -> None:
    report = Report()
    (block,) = _blocks("<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>", report)
    assert isinstance(block, List)
    assert [plain(item.inlines) for item in block.items] == ["One", "Two", "Three"]
    assert "list-flattened" in _codes(report)


def test_a_line_under_a_picture_that_can_only_be_its_caption_is_with_its_marks() -> None:
    picture = f'<p><img src="data:image/png;base64,{HALL}"></p>'
    said = (
        '<p>（图为<b>新展厅</b>，<a href="https://x.example/">详情</a>）</p><p>图书馆在湖边，全年不休。</p>'
    )
    figure, text = _blocks(picture + said)
    assert isinstance(figure, Figure)
    assert figure.caption == (
        Text("图为"), Strong((Text("新展厅"),)), Text("，"), Link("https://x.example/", (Text("详情"),))
    )  # fmt: skip
    assert _texts([text]) == ["图书馆在湖边，全年不休。"]


def test_items_drawn_by_word_are_a_list() -> None:
    item = (
        "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{}<span>&nbsp;</span></span>{}</p>"
    )
    (block,) = _blocks(item.format("1.", "One") + item.format("2.", "Two"))
    assert isinstance(block, List)
    assert (block.ordered, [plain(item.inlines) for item in block.items]) == (True, ["One", "Two"])


def test_a_title_across_a_table_is_its_caption_and_a_bold_row_its_head() -> None:
    report = Report()
    rows = (
        "<tr><td colspan=2>Fares</td></tr><tr><td><b>Who</b></td><td><b>Pays</b></td></tr>"
        "<tr><td rowspan=2>Adults</td><td>6</td></tr><tr><td>7</td></tr>"
    )
    (block,) = _blocks(f"<table border=1>{rows}</table>", report)
    assert isinstance(block, Table)
    assert plain(block.caption) == "Fares"
    assert [plain(c.inlines) for c in block.head] == ["Who", "Pays"]
    assert [[plain(c.inlines) for c in row] for row in block.rows] == [["Adults", "6"], ["", "7"]]
    assert "cells-merged" in _codes(report)


def test_a_table_that_only_sets_the_page_out_is_looked_through() -> None:
    assert _texts(_blocks(f"<table><tr><td>{LEAD * 3}</td><td></td></tr></table>"))


def test_a_footnote_stands_where_it_is_referred_to() -> None:
    text = '<p>It sails on<sup><a href="#n1">1</a></sup> time.</p>'
    notes = (
        '<div class="notes"><h2>Notes</h2><ol><li id="n1">By the clock. <a href="#r1">↩</a></li></ol></div>'
    )
    block = _read(f"<h1>Ferry to sail in the evening</h1>{LEAD}{text}{LAST}{notes}").blocks[1]
    assert isinstance(block, Paragraph)
    assert [n.note for n in block.inlines if isinstance(n, NoteRef)] == ["By the clock."]


def test_a_forced_page_end_is_kept() -> None:
    (block,) = _blocks("<br style='page-break-before:always'>")
    assert isinstance(block, PageBreak)


# ── Pictures ─────────────────────────────────────────────────────────────────


def test_a_picture_in_the_page_itself_is_taken_with_its_caption_and_credit() -> None:
    picture = f'<figure><img src="data:image/png;base64,{HALL}" alt="A quay">'
    (block,) = _blocks(
        f'{picture}<figcaption>The quay. <span class="credit">Lu Zijin</span></figcaption></figure>'
    )
    assert isinstance(block, Figure)
    assert (block.alt, plain(block.caption), block.credit) == ("A quay", "The quay.", "Lu Zijin")


def test_a_caption_over_its_picture_is_its_caption() -> None:
    picture = f'<img src="data:image/png;base64,{HALL}">'
    (block,) = _blocks(f"<figure><figcaption>The quay</figcaption>{picture}</figure>")
    assert isinstance(block, Figure)
    assert plain(block.caption) == "The quay"


def test_a_picture_on_the_web_is_not_fetched_and_named() -> None:
    report = Report()
    assert _blocks('<img src="https://x.example/quay.jpg" alt="The quay">', report) == []
    assert "'https://x.example/quay.jpg'" in report.notices[-1].message
    assert "(The quay)" in report.notices[-1].message


@pytest.mark.parametrize(
    "name", ["../secret.png", "/../../secret.png", "..%2Fsecret.png", "file:///secret.png"]
)
def test_a_picture_outside_the_pages_folder_is_left_out_and_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png(64, 60))
    (tmp_path / "in").mkdir()
    report = Report()
    assert _blocks(f'<img src="{name}">', report, folder=tmp_path / "in") == []
    assert "picture-missing" in _codes(report)


def test_a_webp_picture_is_taken_as_png(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (64, 60), "navy").save(tmp_path / "quay.webp")
    article = _read(f"<h1>Ferry to sail</h1>{LEAD}<img src=quay.webp>{LAST}", folder=tmp_path)
    assert [(a.name, a.media_type) for a in article.assets] == [("quay.png", "image/png")]


# ── What the head tells ──────────────────────────────────────────────────────


def test_a_moment_in_utc_is_told_by_chinas_clock_on_a_chinese_page() -> None:
    head = '<meta property="article:published_time" content="2026-03-04T16:30:00Z">'
    page = "<h1>云汀市图书馆开馆</h1><p>云汀市图书馆今日开馆，接待读者三百余人。</p>"
    issued = _read(page, head=head).meta.issued
    assert issued == datetime(2026, 3, 4, 16, 30, tzinfo=UTC)
    assert issued is not None
    assert issued.day == 5


def test_the_text_is_believed_where_lang_says_another_language() -> None:
    page = b'<html lang="zh-CN"><body><h1>Ferry to sail</h1>' + LEAD.encode() + b"</body></html>"
    assert _read(page).meta.language == "en"


def test_a_summary_that_only_begins_the_text_again_is_none() -> None:
    head = '<meta name="description" content="The ferry will sail in the evening from March 16, the…">'
    assert _read(f"<h1>Ferry to sail</h1>{LEAD}", head=head).meta.summary == ""


def test_authors_of_microdata_are_credited() -> None:
    page = f'<h1>Ferry to sail</h1><p itemprop="author">Ewan Brody</p>{LEAD}'
    credits_ = _read(page).meta.credits
    assert [(c.role, c.names) for c in credits_] == [(CreditRole.TEXT, ("Ewan Brody",))]


def test_json_ld_that_is_broken_or_endless_tells_nothing() -> None:
    head = f'<script type="application/ld+json">{"[" * 90_000}</script>'
    assert _read(f"<h1>Ferry to sail</h1>{LEAD}", head=head).meta.headline == "Ferry to sail"


@pytest.mark.parametrize(
    ("encoding", "said"), [("gb18030", "utf-8"), ("big5", "iso-8859-1"), ("utf-8", "gb2312")]
)
def test_a_charset_that_lies_is_told(encoding: str, said: str) -> None:
    report = Report()
    text = "雲汀市圖書館今日開館，接待讀者三百餘人，居民反映良好。" * 3
    head = f'<html><head><meta charset="{said}"></head>'
    page = f"{head}<body><h1>雲汀市圖書館今日開館</h1><p>{text}</p></body></html>"
    assert _read(page.encode(encoding), report=report).meta.headline == "雲汀市圖書館今日開館"
    assert report.notices[0].message.endswith(f"the page says {said}")


# ── What means harm ──────────────────────────────────────────────────────────


def test_a_hundred_thousand_elements_in_one_another_are_refused_in_one_line() -> None:
    with pytest.raises(ReadError, match="nested deeper"):
        _read(b"<div>" * 100_000 + LEAD.encode())


def test_scripts_styles_and_what_sends_a_browser_elsewhere_are_no_text() -> None:
    page = f"<script>steal()</script><style>p{{}}</style><h1>Ferry to sail</h1>{LEAD}<noscript>no</noscript>"
    article = _read(page, head='<meta http-equiv="refresh" content="0;url=https://x.example/">')
    assert _texts(list(article.blocks)) == [
        plain(b.inlines) for b in article.blocks if isinstance(b, Paragraph)
    ]
    assert "x.example" not in str(article)
    assert "steal" not in str(article)


def test_entities_of_a_document_type_stand_for_nothing() -> None:
    bomb = b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    text = str(
        _read(bomb + f"<h1>Ferry to sail</h1>{LEAD}<p>It said &b; and &x; at noon, he said.</p>".encode())
    )
    assert "aaaa" not in text
    assert "root:" not in text


def test_hidden_text_is_left_out_and_told() -> None:
    report = Report()
    assert _blocks('<div style="display:none">Buy now, today.</div>', report) == []
    assert "hidden-text-dropped" in _codes(report)


def test_what_a_page_embeds_is_left_out_and_told() -> None:
    report = Report()
    assert _texts(_blocks('<embed src="x.swf"><p>It goes on.</p>', report)) == ["It goes on."]
    assert "object-dropped" in _codes(report)


def test_a_saved_page_is_read_by_its_suffix(tmp_path: Path) -> None:
    assert "html" in plugins.names("readers")
    (tmp_path / "a.HTM").write_text(f"<h1>Ferry to sail</h1>{LEAD}", "utf-8")
    assert pipeline.read(tmp_path / "a.HTM", Report()).meta.headline == "Ferry to sail"
