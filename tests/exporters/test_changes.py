"""Tracked changes in Word: accepted they leave the new version, rejected the old one."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from publisher import theme
from publisher.contracts import Context, Source, Version
from publisher.exporters import readback
from publisher.exporters.word import DocxExporter
from publisher.exporters.word.faces_used import faces
from publisher.model import (
    Article,
    Asset,
    Block,
    Cell,
    Emphasis,
    Figure,
    Heading,
    LineBreak,
    Link,
    List,
    ListItem,
    NoteRef,
    PageBreak,
    Paragraph,
    Quote,
    Release,
    Rule,
    Strong,
    Table,
    Text,
)
from publisher.readers.docx import DocxReader
from publisher.report import Report
from tests.conftest import PICTURE, chinese, english, furniture, png
from tests.exporters.settling import settled

Edit = Callable[[Article], Article]
OTHER = Asset("other.png", "image/png", png(30, 20), 30, 20)


def context(look: str = "press") -> Context:
    return Context(theme.load(look), {name: furniture(name) for name in ("zh-Hans", "en")}, Report())


def made(release: Release, known: Context) -> bytes:
    return clean(release, known.theme.name)


@cache
def clean(release: Release, look: str) -> bytes:
    """Return the clean document, each made once."""
    return DocxExporter().export(release, context(look))


def compared(old: Release, new: Release, known: Context | None = None) -> bytes:
    known = known or context()
    seen = msgspec.structs.replace(known, older=Version(old, known.furniture))
    return DocxExporter().export(new, seen)


def assert_settles(old: Release, new: Release, known: Context | None = None) -> None:
    """Assert that the marks lead to either version, by what the documents hold and by their text."""
    known = known or context()
    data = compared(old, new, known)
    assert settled(data, accept=True) == settled(made(new, known), accept=True)
    assert settled(data, accept=False) == settled(made(old, known), accept=True)
    readback.check("a.docx", data, new, known)
    readback.check("a.docx", data, old, known, older=True)


def body(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data)).element.body


def marked(data: bytes, name: str) -> list[str]:
    """Return what the marks called ``name`` hold, each as text."""
    texts = ("w:t", "w:delText")
    return [
        "".join(e.text or "" for e in mark.iter(*map(qn, texts)))
        for mark in body(data).iter(qn(f"w:{name}"))
        if len(mark)
    ]


def meta(**changes: Any) -> Edit:
    return lambda a: msgspec.structs.replace(a, meta=msgspec.structs.replace(a.meta, **changes))


def without(*keys: str) -> Edit:
    return lambda a: msgspec.structs.replace(a, blocks=tuple(b for b in a.blocks if b.key not in keys))


def put(block: Block, before: str = "") -> Edit:
    """Return the edit that sets ``block`` in place of one of its key, before another, or at the end."""

    def edit(article: Article) -> Article:
        keys = [b.key for b in article.blocks]
        blocks = list(article.blocks)
        if block.key in keys:
            blocks[keys.index(block.key)] = block
        else:
            blocks.insert(keys.index(before) if before else len(keys), block)
        return Article(article.meta, tuple(blocks), (PICTURE, OTHER))

    return edit


def paragraph(*inlines: Any, key: str = "b3") -> Edit:
    return put(Paragraph(key, tuple(Text(i) if isinstance(i, str) else i for i in inlines)))


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(f"c{n}", (Text(text),)) for n, text in enumerate(texts))


LINK = Link("https://example.com/week?a=1&b=2", (Text("活动主页"),))
ITEMS = (ListItem("b4.1", (Text("机器人"),)), ListItem("b4.2", (Text("智能制造"),)))
SOURCE = (Text("参考"), Emphasis((Text("《青岚年鉴》"),)), Text("整理"))
NAME = (Text("众创空间"),)
HEAD = cells("级别", "数量")
EDITS: dict[str, Edit] = {
    "a word": paragraph("请见", LINK, "。"),
    "a link's words": paragraph("详见", Link(LINK.url, (Text("活动网页"),)), "。"),
    "a link's target": paragraph("详见", Link("https://example.com/b", LINK.children), "。"),
    "a link taken off": paragraph("详见活动主页。"),
    "a link put on": paragraph("详见", LINK, Link("https://example.com/c", (Text("和相册"),)), "。"),
    "bold put on": paragraph(Strong((Text("详见"),)), LINK, "。"),
    "emphasis for bold": paragraph(Emphasis((Text("详见"),)), LINK, "。"),
    "a line break": paragraph("详见", LineBreak(), LINK, "。"),
    "a note put in": paragraph("详见", LINK, "。", NoteRef("另一条。")),
    "a note changed": put(
        Paragraph(
            "b10", (Text("参考"), Emphasis((Text("《青岚年鉴》"),)), Text("整理"), NoteRef("数据截至3月底。"))
        )
    ),
    "a note taken out": put(
        Paragraph("b10", (Text("参考"), Emphasis((Text("《青岚年鉴》"),)), Text("整理")))
    ),
    "a first paragraph": put(Paragraph("n", (Text("先说一句。"),)), before="b1"),
    "a last paragraph": put(Paragraph("n", (Text("再说一句。"), NoteRef("新的。")))),
    "a last heading": put(Heading("n", (Text("二、后续"),))),
    "a heading's level": put(Heading("b2", (Text("一、成果"),), level=2)),
    "a paragraph for a heading": put(Paragraph("b2", (Text("一、成果"),))),
    "an item at the end": put(List("b4", (*ITEMS, ListItem("n", (Text("无人机"),))), ordered=True)),
    "an item at the start": put(List("b4", (ListItem("n", (Text("无人机"),)), *ITEMS), ordered=True)),
    "an item less": put(List("b4", ITEMS[:1], ordered=True)),
    "bullets for numbers": put(List("b4", ITEMS)),
    "a list less": without("b4"),
    "a cell": put(Table("b8", (cells("省级", "15家"),), HEAD, NAME)),
    "a row more": put(Table("b8", (cells("省级", "14家"), cells("国家级", "2家")), HEAD, NAME)),
    "a column more": put(Table("b8", (cells("省级", "14家", "青岚"),), (*HEAD, *cells("地方")), NAME)),
    "a table less": without("b8"),
    "a table at the end": put(Table("n", (cells("甲", "乙"),))),
    "another picture": put(Figure("b7", "other.png", alt="另一张", caption=(Text("展厅全景。陆子衿 摄"),))),
    "a picture less": without("b7"),
    "a rule less": without("b9"),
    "a page break": put(PageBreak("n"), before="b8"),
    "another quote": put(Quote("b6", (Text("“完全是另外一句话。”"),))),
    "another headline": meta(headline="展示周圆满闭幕", subhead="", kicker="夏天"),
    "no credits": meta(credits=()),
    "nothing of it": lambda a: Article(a.meta, (Paragraph("x", (Text("从头写起。"),)),)),
    "no text": lambda a: Article(a.meta, ()),
    "nothing": lambda a: a,
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_changes_lead_to_the_new_version_or_back_to_the_old_one(edit: Edit) -> None:
    assert_settles(Release((chinese(),)), Release((edit(chinese()),)))


@pytest.mark.exhaustive
@pytest.mark.parametrize("edit", list(EDITS.values())[::3], ids=list(EDITS)[::3])
def test_changes_taken_back_lead_to_either_version(edit: Edit) -> None:
    assert_settles(Release((edit(chinese()),)), Release((chinese(),)))


@pytest.mark.exhaustive
@pytest.mark.parametrize("edit", list(EDITS.values())[1::3], ids=list(EDITS)[1::3])
def test_changes_side_by_side_lead_to_either_version(edit: Edit) -> None:
    shorter = without("b6")(english())
    assert_settles(Release((chinese(), english())), Release((edit(chinese()), shorter)))


@pytest.mark.parametrize("look", ["gongwen", "newsletter"])
def test_changes_lead_to_either_version_in_each_theme(look: str) -> None:
    edited = chinese()
    for name in ("a word", "a note taken out", "a row more", "another picture", "another headline"):
        edited = EDITS[name](edited)
    assert_settles(Release((chinese(),)), Release((edited,)), context(look))


def test_the_contents_are_those_of_the_new_version(tmp_path: Path) -> None:
    look = theme.load("press")
    look = msgspec.structs.replace(look, layout=msgspec.structs.replace(look.layout, toc_from=1))
    known = msgspec.structs.replace(context(), theme=look)
    new = Release((EDITS["a last heading"](chinese()),))
    data = compared(Release((chinese(),)), new, known)
    lines = [p for p in body(data).iter(qn("w:p")) if (p.style or "").startswith("TOC")]
    assert ["".join(t.text for t in p.iter(qn("w:t"))) for p in lines][-3:] == ["一、成果", "二、后续", ""]
    assert not [mark for p in lines for mark in p.iter(qn("w:ins"), qn("w:del"))]
    path = tmp_path / "contents.docx"
    path.write_bytes(data)
    assert not OpenXmlValidator().validate(path).errors
    readback.check("a.docx", data, Release((chinese(),)), known, older=True)


POOL: tuple[Block, ...] = (
    *chinese().blocks,
    Paragraph("p1", (Text("3月6日，展示周在青岚市闭幕。"), NoteRef("一"))),
    Paragraph("p2", (Text("The week opened on "), Strong((Text("March 5"),)), Text("."))),
    Paragraph("p3", (Text("共37家企业参展。"), LINK, NoteRef("二"))),
    List("p4", ITEMS[:1]),
    Table("p5", (cells("甲"), cells("乙"))),
    Figure("p6", "other.png", alt="另一张"),
    Heading("p7", (Text("二、后续"),)),
    Rule("p8"),
)
DRAWN = st.lists(st.sampled_from(POOL), max_size=6)


@pytest.mark.exhaustive
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(DRAWN, DRAWN)
@example([Table("p5", (cells("甲"), cells("乙")))], [b for b in POOL if b.key in ("b2", "b8")])
def test_any_two_articles_can_be_compared(one: list[Block], other: list[Block]) -> None:
    old, new = (Release((Article(chinese().meta, tuple(b), (PICTURE, OTHER)),)) for b in (one, other))
    assert_settles(old, new)


@pytest.mark.parametrize("two", [False, True])
def test_the_document_is_valid(two: bool, tmp_path: Path) -> None:
    edited = chinese()
    for name in (
        "a word",
        "a note put in",
        "a note taken out",
        "a row more",
        "another picture",
        "an item less",
    ):
        edited = EDITS[name](edited)
    old, new = ((chinese(),), (edited,))
    path = tmp_path / "changes.docx"
    path.write_bytes(
        compared(Release((*old, english()) if two else old), Release((*new, english()) if two else new))
    )
    assert not OpenXmlValidator().validate(path).errors


def test_the_same_versions_give_the_same_bytes() -> None:
    old, new = Release((chinese(),)), Release((EDITS["a row more"](chinese()),))
    assert compared(old, new) == compared(old, new)


def test_a_version_compared_with_itself_has_no_marks() -> None:
    same = Release((chinese(), english()))
    names = {e.tag.rpartition("}")[2] for e in body(compared(same, same)).iter() if isinstance(e.tag, str)}
    assert not names & {"ins", "del", "rPrChange", "pPrChange"}


def test_every_mark_has_a_number_of_its_own_an_author_and_the_time_of_issue() -> None:
    known = msgspec.structs.replace(context(), author="新闻处")
    data = compared(Release((chinese(),)), Release((EDITS["nothing of it"](chinese()),)), known)
    names = ("w:ins", "w:del", "w:rPrChange", "w:pPrChange")
    marks = list(body(data).iter(*map(qn, names)))
    numbers = [mark.get(qn("w:id")) for mark in marks]
    assert len(numbers) == len(set(numbers)) > 10
    assert {mark.get(qn("w:author")) for mark in marks} == {"新闻处"}
    assert {mark.get(qn("w:date")) for mark in marks} == {"2026-03-05T10:20:30Z"}


def test_an_author_of_control_characters_and_markup_stays_a_name(tmp_path: Path) -> None:
    known = msgspec.structs.replace(context(), author='a\x00"<b>&\x0b')
    path = tmp_path / "changes.docx"
    path.write_bytes(compared(Release((chinese(),)), Release((EDITS["a word"](chinese()),)), known))
    assert not OpenXmlValidator().validate(path).errors
    assert {mark.get(qn("w:author")) for mark in body(path.read_bytes()).iter(qn("w:ins"))} == {'a"<b>&'}


def test_only_the_words_that_changed_are_marked() -> None:
    data = compared(Release((chinese(),)), Release((EDITS["a word"](chinese()),)))
    assert (marked(data, "del"), marked(data, "ins")) == (["详见"], ["请见"])


def test_a_row_that_came_is_marked_as_a_row() -> None:
    data = compared(Release((chinese(),)), Release((EDITS["a row more"](chinese()),)))
    (row,) = [mark for mark in body(data).iter(qn("w:ins")) if mark.getparent().tag == qn("w:trPr")]
    assert "国家级" in "".join(t.text for t in row.getparent().getparent().iter(qn("w:t")))


def test_words_that_are_bold_now_are_marked_as_looking_otherwise_before() -> None:
    data = compared(Release((chinese(),)), Release((EDITS["bold put on"](chinese()),)))
    (change,) = body(data).iter(qn("w:rPrChange"))
    assert not change.findall(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    assert change.getparent().rStyle.val == "Strong"


def test_fonts_that_are_embedded_hold_the_words_that_went_too() -> None:
    data = compared(Release((chinese(),)), Release((EDITS["nothing of it"](chinese()),)))
    package = zipfile.ZipFile(io.BytesIO(data))
    used = faces({name: package.read(name) for name in package.namelist()})
    assert set("机会难得") <= set().union(*used.values())


def test_the_picture_that_went_is_in_the_file_still() -> None:
    data = compared(Release((chinese(),)), Release((EDITS["a picture less"](chinese()),)))
    package = zipfile.ZipFile(io.BytesIO(data))
    assert [package.read(n) for n in package.namelist() if n.startswith("word/media/")] == [PICTURE.data]


def test_a_document_with_changes_is_read_as_its_new_version() -> None:
    edited = EDITS["a row more"](EDITS["a word"](without("b6")(chinese())))
    data = compared(Release((chinese(),)), Release((edited,)))
    clean = made(Release((edited,)), context())

    def blocks(document: bytes) -> Any:
        read = DocxReader().read(Source("a.docx", document, Path()), Report())
        return re.sub(r"'key': '[^']*'", "", str(msgspec.to_builtins(read.blocks)))

    assert blocks(data) == blocks(clean)


def test_a_very_long_paragraph_is_compared_within_bounds() -> None:
    old = Paragraph("b1", (Text("甲，" * 30_000),))
    new = Paragraph("b1", (Text("开头。" + "乙；" * 30_000),))
    one, other = (Release((Article(chinese().meta, (block,)),)) for block in (old, new))
    assert_settles(one, other)
