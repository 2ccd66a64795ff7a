"""Tracked changes of two languages side by side: what stayed in a paragraph stays in its row."""

import io
from typing import Any

import docx
import msgspec
import pytest
from docx.oxml.ns import qn

from publisher import theme
from publisher.contracts import Context, Version
from publisher.exporters import readback
from publisher.exporters.word import DocxExporter
from publisher.model import Article, Meta, Origin, Paragraph, Release, Segment, State, Text, Translation
from publisher.report import Report
from tests.conftest import furniture

ZH = [f"图书馆在今年第{n}个月办了{n * 3}场读书会，来的读者比去年多得多。" for n in range(1, 9)]
EN = [f"In month {n} the library held {n * 3} readings, with many more readers." for n in range(1, 9)]
MORE = ("今年的第一句话是新加上去的，它感谢各位读者。", "The first sentence is new and thanks the readers.")
STAYS = ("闭馆以后的事情另行通知。" * 8, " ".join(["What follows will be told."] * 8))


def release(*chosen: int, more: bool = False) -> Release:
    """Return a paragraph of these sentences, with one more before them, and one that never changes."""
    said = ([MORE] if more else []) + [(ZH[n], EN[n]) for n in chosen]
    kept = list(zip(["闭馆以后的事情另行通知。"] * 8, ["What follows will be told."] * 8, strict=True))
    rows = {f"b1.{n}": pair for n, pair in enumerate(said, 1)} | {f"b2.{n}": p for n, p in enumerate(kept, 1)}

    def article(language: str, first: str, second: str) -> Article:
        blocks = (Paragraph("b1", (Text(first),)), Paragraph("b2", (Text(second),)))
        return Article(Meta(language=language, headline="读书会"), blocks)

    return Release(
        (
            article("zh-Hans", "".join(zh for zh, _ in said), STAYS[0]),
            article("en", " ".join(en for _, en in said), STAYS[1]),
        ),
        tuple(Segment(key, zh) for key, (zh, _) in rows.items()),
        tuple(Translation(key, en, Origin.HAND, 1.0, State.FINAL) for key, (_, en) in rows.items()),
    )


def context(old: Release) -> Context:
    words = {name: furniture(name) for name in ("zh-Hans", "en")}
    return Context(theme.load("press"), words, Report(), older=Version(old, words))


def rows(data: bytes) -> list[Any]:
    return list(docx.Document(io.BytesIO(data)).element.body.iter(qn("w:tr")))


def said(row: Any, mark: str) -> list[str]:
    return ["".join(t.text for t in m.iter(qn("w:t"), qn("w:delText"))) for m in row.iter(qn(f"w:{mark}"))]


OLD = release(*range(8))
NEW = release(*range(8), more=True)


def test_a_sentence_more_is_all_that_is_marked() -> None:
    data = DocxExporter().export(NEW, context(OLD))
    marked = [(mark, text) for row in rows(data) for mark in ("del", "ins") for text in said(row, mark)]
    assert [(mark, text.strip()) for mark, text in marked] == [("ins", MORE[0]), ("ins", MORE[1])]


def test_a_paragraph_that_stayed_is_parted_as_it_is_in_the_clean_document() -> None:
    clean = DocxExporter().export(NEW, msgspec.structs.replace(context(OLD), older=None))
    compared = DocxExporter().export(NEW, context(OLD))

    def parts(data: bytes) -> list[str]:
        found = ["".join(t.text or "" for t in row.iter(qn("w:t"))) for row in rows(data)]
        return [text for text in found if "闭馆" in text]

    assert len(parts(clean)) > 1
    assert parts(compared) == parts(clean)


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD), (OLD, release(0, 1, 4, 5, 6, 7))])
def test_both_versions_can_be_read_back(old: Release, new: Release) -> None:
    known = context(old)
    data = DocxExporter().export(new, known)
    readback.check("a.docx", data, new, known)
    readback.check("a.docx", data, old, known.turned(new), older=True)
