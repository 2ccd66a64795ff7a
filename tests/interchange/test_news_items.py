"""An article goes into the forms of newsrooms and comes back the same; a stranger's item is read safely."""

import json
from datetime import UTC, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import ReadError
from publisher.interchange import fragment, fragment_reader
from publisher.interchange.newsml import NAR, from_newsml, to_newsml
from publisher.interchange.ninjs import NewsObject
from publisher.interchange.ninjs_mapping import from_ninjs, identity, to_ninjs
from publisher.model import Article, Contact, Heading, Meta, Paragraph, Table, Text
from publisher.report import Report
from tests.conftest import ISSUED, chinese, english


def full(article: Article) -> Article:
    """Return ``article`` with every part of Meta filled."""
    offset = ISSUED.replace(tzinfo=timezone(timedelta(hours=8)))
    meta = msgspec.structs.replace(
        article.meta,
        place="青岚",
        summary="两句话的摘要。",
        rights="© 2026 青岚",
        issued=offset,
        embargo=offset + timedelta(days=1),
        contacts=(
            Contact(
                name="周以宁",
                organisation="宣传部",
                phone="0300-5550142",
                email="press@example.com",
                url="https://example.com/press",
                address="青岚市老码头路1号",
            ),
        ),
    )
    return msgspec.structs.replace(article, meta=meta)


ARTICLES = [full(chinese()), full(english())]


@pytest.mark.parametrize("article", ARTICLES, ids=["zh", "en"])
def test_an_article_comes_back_from_ninjs_as_it_was(article: Article) -> None:
    report = Report()
    assert from_ninjs(msgspec.json.encode(to_ninjs(article)), report) == article
    assert not report.notices


@pytest.mark.parametrize("article", ARTICLES, ids=["zh", "en"])
def test_an_article_comes_back_from_newsml_as_it_was(article: Article) -> None:
    report = Report()
    assert from_newsml(to_newsml(article), report) == article
    assert not report.notices


def test_a_real_library_reads_our_newsml() -> None:
    from NewsMLG2 import NewsMLG2Document, qcode_to_uri

    item = NewsMLG2Document(to_newsml(ARTICLES[0])).get_item()
    assert item.guid == identity(ARTICLES[0])
    assert str(item.itemmeta.embargoed) == "2026-03-06T10:20:30+08:00"
    assert qcode_to_uri(item.itemmeta.itemclass.qcode) == "http://cv.iptc.org/newscodes/ninature/text"
    assert qcode_to_uri(item.itemmeta.pubstatus.qcode).endswith("/usable")


def test_a_news_object_has_no_property_that_the_standard_lacks() -> None:
    made = json.loads(msgspec.json.encode(to_ninjs(ARTICLES[0], draft="DRAFT")))
    strict = msgspec.json.decode(
        json.dumps(made), type=msgspec.defstruct("Strict", _fields(), forbid_unknown_fields=True)
    )
    assert strict is not None
    assert made["standard"]["version"] == "3.0"
    assert made["embargoed"] == "2026-03-06T10:20:30+08:00"
    assert (made["pubStatus"], made["edNote"]) == ("withheld", "DRAFT")
    for way in made["people"][-1]["contactInfo"]:
        assert ("value" in way) != ("address" in way)  # exactly one, as the schema asks


def _fields() -> list[tuple[str, type, object]]:
    """Return the properties of a ninjs 3.0 object that stand in its schema."""
    names = (
        "uri type representationType profile version firstCreated versionCreated contentCreated embargoed "
        "pubStatus urgency copyrightHolder copyrightNotice usageTerms edNote language descriptions bodies "
        "headlines people organisations places subjects events eventDetails plannedCoverage objects "
        "infoSources title by slugline located renditions associations altIds trustIndicators standard "
        "genres expires rightsInfo"
    )
    return [(name, object, None) for name in names.split()]


def test_the_same_release_is_the_same_item_and_another_language_another() -> None:
    zh, en = ARTICLES
    corrected = msgspec.structs.replace(zh, blocks=zh.blocks[:-1])
    assert identity(zh) == identity(corrected)
    assert len({identity(zh), identity(en)}) == 2


def test_a_draft_is_withheld_and_an_embargo_said() -> None:
    xml = to_newsml(ARTICLES[0], draft="草稿：未经审校").decode()
    assert 'pubStatus qcode="stat:withheld"' in xml
    assert "<edNote>草稿：未经审校</edNote>" in xml
    assert "<embargoed>2026-03-06T10:20:30+08:00</embargoed>" in xml


def test_the_parts_of_an_item_stand_in_the_order_of_the_schema() -> None:
    from lxml import etree

    root = etree.fromstring(to_newsml(ARTICLES[0]))
    order = [etree.QName(part).localname for part in root]
    assert order == ["catalogRef", "rightsInfo", "itemMeta", "contentMeta", "contentSet"]
    management = root.find(f"{{{NAR}}}itemMeta")
    assert management is not None
    assert [etree.QName(part).localname for part in management] == [
        "itemClass", "provider", "versionCreated", "embargoed", "pubStatus",
    ]  # fmt: skip


def test_a_plain_body_of_another_house_is_read() -> None:
    item = {
        "uri": "urn:x:1",
        "headlines": [{"value": "Storm nears"}],
        "language": "en-GB",
        "bodies": [{"value": "First line.\n\nSecond <line>.", "contentType": "text/plain"}],
        "versionCreated": "2026-03-05T10:20:30Z",
        "unknown": {"of": ["no", "matter"]},
    }
    article = from_ninjs(json.dumps(item).encode(), Report())
    assert article.meta == Meta(
        language="en-GB", headline="Storm nears", issued=datetime(2026, 3, 5, 10, 20, 30, tzinfo=UTC)
    )
    assert [b.inlines for b in article.blocks if isinstance(b, Paragraph)] == [
        (Text("First line."),),
        (Text("Second <line>."),),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"[]", b"{}", b'{"uri": 7}', b'{"uri": "urn:x", "bodies": "none"}', b'{"uri": "urn:x"}',
        b'{"uri": "urn:x", "title": "t", "versionCreated": "yesterday"}',
    ],
)  # fmt: skip
def test_what_is_no_news_object_is_told(data: bytes) -> None:
    with pytest.raises(ReadError):
        from_ninjs(data, Report())


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><x>&b;</x></newsItem>"""


@pytest.mark.parametrize(
    "data",
    [
        b"", b"<x>", b"<x/>", BOMB, b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>",
        b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>", b"<a>" * 5000 + b"</a>" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_news_item_or_not_to_be_trusted_is_told(data: bytes) -> None:
    with pytest.raises(ReadError):
        from_newsml(data, Report())


# ── The text of an item ──────────────────────────────────────────────────────


def read(text: str) -> fragment_reader.Fragment:
    return fragment_reader.read(text, Report())


def test_nothing_that_runs_or_is_fetched_comes_out_of_a_text() -> None:
    report = Report()
    found = fragment_reader.read(
        '<p onclick="x()">a<script>alert(1)</script><a href="javascript:x()">b</a></p>'
        '<img src="https://tracker.example/p.gif"><iframe src="x"></iframe><style>p{}</style>',
        report,
    )
    assert found.blocks == (Paragraph("b1", (Text("ab"),)),)
    assert [notice.code for notice in report] == ["picture-missing"]


def test_spaces_are_read_as_a_browser_shows_them() -> None:
    assert read("<p>\n  a \n b<br>  c </p>  d ").blocks == (
        Paragraph("b1", read("<p>a b<br>c</p>").blocks[0].inlines),  # type: ignore[union-attr]
        Paragraph("b2", (Text("d"),)),
    )


def test_what_stands_in_divisions_is_found() -> None:
    blocks = read("<div><section><h3>a</h3>b<div>c</div></section></div>").blocks
    assert blocks == (
        Heading("b1", (Text("a"),), 2), Paragraph("b2", (Text("b"),)), Paragraph("b3", (Text("c"),)),
    )  # fmt: skip


def test_merged_cells_are_told_and_keep_their_columns() -> None:
    report = Report()
    (table,) = fragment_reader.read(
        "<table><tr><th>a</th><th>b</th></tr><tr><td colspan=2>c</td></tr></table>", report
    ).blocks
    assert isinstance(table, Table)
    assert (len(table.head), [len(row) for row in table.rows]) == (2, [2])
    assert [notice.code for notice in report] == ["cells-merged"]


@pytest.mark.parametrize("text", ["<div>" * 3000, "<b>" * 3000 + "x", "<ul><li>" * 1000])
def test_a_text_nested_without_end_is_refused_or_read(text: str) -> None:
    try:
        read(text)
    except ReadError as error:
        assert "nested" in str(error)  # noqa: PT017 - either is right


@pytest.mark.parametrize("opened", ["<ul><li>", "<blockquote>"])
@pytest.mark.parametrize("times", [20, 150, 300])
def test_a_text_is_read_to_its_end_or_refused(opened: str, times: int) -> None:
    try:
        blocks = read(f"<p>First.</p>{opened * times}within<p>Last.").blocks
    except ReadError as error:
        assert "nested" in str(error)  # noqa: PT017 - either is right
    else:
        assert "Last." in str(blocks)


@given(st.text(max_size=300))
def test_any_text_is_read_and_comes_back(text: str) -> None:
    article = Article(Meta(language="en", headline="x"), (Paragraph("b1", (Text(text),)),))
    back = read(fragment.html(article)).blocks
    said = "".join(part.text for block in back for part in block.inlines)  # type: ignore[union-attr]
    assert said.split() == "".join(c for c in text if c.isprintable() or c.isspace()).split() or not (
        text.isprintable()
    )


def test_an_object_of_any_version_may_leave_all_but_its_name_out() -> None:
    assert msgspec.json.decode(b'{"uri": "urn:x"}', type=NewsObject).uri == "urn:x"
