"""Documents of our own come back as they were: docx, Article, docx."""

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from publisher import pipeline, repairing, theme
from publisher.contracts import Context, Source
from publisher.exporters.word import DocxExporter
from publisher.localization.datelines import with_dateline
from publisher.localization.furniture import furniture
from publisher.model import (
    Article,
    Contact,
    Emphasis,
    Figure,
    Heading,
    Meta,
    NoteRef,
    PageBreak,
    Paragraph,
    Release,
    Strong,
    Text,
)
from publisher.readers.docx import DocxReader
from publisher.report import Report
from tests.conftest import PICTURE, both, chinese, english

ROOT = Path(__file__).resolve().parents[2]


def _written(release: Release, look: str = "press") -> bytes:
    made = theme.load(look)
    release = Release(
        tuple(with_dateline(a) for a in release.editions), release.segments, release.translations
    )
    words = {a.meta.language: furniture(a, look=made) for a in release.editions}
    return DocxExporter().export(release, Context(made, words, Report()))


def _read(data: bytes, report: Report | None = None) -> Article:
    return DocxReader().read(Source("a.docx", data, Path()), Report() if report is None else report)


def _bare(article: Article) -> Any:
    """Return ``article`` without what no page says: keys, the id, labels that the theme sets."""

    def clean(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: clean(v) for k, v in value.items() if k not in ("key", "id", "labels")}
        return [clean(v) for v in value] if isinstance(value, list | tuple) else value

    return clean(msgspec.to_builtins(article, builtin_types=(datetime, bytes)))


def _full(article: Article) -> Article:
    """Return ``article`` with what the shared one lacks: contacts, rights, summary, a page end, a credit."""
    chinese_ = article.meta.language.startswith("zh")
    name = "温澜" if chinese_ else "Wen Lan"
    meta = msgspec.structs.replace(
        article.meta,
        summary="另有摘要。" if chinese_ else "A summary of its own.",
        rights="© 2026 青岚职业技术学院" if chinese_ else "© 2026 Qinglan College",
        contacts=(
            Contact(
                name=name, phone="+86 318 5550 0137", email="press@example.com", url="https://example.com"
            ),
        ),
    )
    blocks = tuple(
        msgspec.structs.replace(b, credit="陆子衿 摄") if isinstance(b, Figure) else b for b in article.blocks
    )
    last = Paragraph("b12", (Text("完毕。" if chinese_ else "That is all."),))
    return msgspec.structs.replace(article, meta=meta, blocks=(*blocks, PageBreak("b11"), last))


@pytest.mark.parametrize("article", [chinese(), english(), _full(chinese()), _full(english())])
@pytest.mark.parametrize("look", ["press", "gongwen"])
def test_nothing_that_the_model_has_is_lost_in_a_document(article: Article, look: str) -> None:
    assert _bare(_read(_written(Release((article,)), look))) == _bare(article)


@pytest.mark.parametrize("name", ["open-day.txt", "harbor-light.en.txt", "notice.txt"])
@pytest.mark.parametrize("look", ["press", "gongwen"])
def test_a_sample_comes_back_from_word(name: str, look: str) -> None:
    report = Report()
    article = repairing.repair(pipeline.read(ROOT / "seeds" / name, report), report)
    assert _bare(_read(_written(Release((article,)), look))) == _bare(article)


def _parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a document, but for the one that holds the sum of its article, keys and all."""
    package = zipfile.ZipFile(io.BytesIO(data))
    return {name: package.read(name) for name in package.namelist() if name != "docProps/custom.xml"}


def test_a_document_written_twice_is_the_same_to_the_byte() -> None:
    first = _written(Release((chinese(),)))
    assert _parts(_written(Release((_read(first),)))) == _parts(first)


def test_a_bilingual_document_gives_its_first_edition_and_says_so() -> None:
    report = Report()
    assert _bare(_read(_written(both()), report)) == _bare(chinese())
    assert [n.code for n in report.notices if n.code == "bilingual-first"]


def test_strong_words_of_a_heading_and_a_credit_without_a_caption_come_back_from_word() -> None:
    first = Paragraph("b1", (Text("始终如一。"),))
    heading = Heading("b2", (Text("关于"), Strong((Text("开放日"),))))
    article = Article(
        chinese().meta, (first, heading, Figure("b3", PICTURE.name, "展厅", (), "陆子衿")), (PICTURE,)
    )
    assert _bare(_read(_written(Release((article,))))) == _bare(article)


@pytest.mark.parametrize("space", [" ", "\u3000"])
def test_a_space_between_the_clauses_of_a_headline_comes_back_from_a_line_end(space: str) -> None:
    headline = f"滨海市图书馆新馆3月18日正式开馆{space}首周预约突破2.6万人次"
    article = Article(Meta(language="zh-Hans", headline=headline), (Paragraph("b1", (Text("正文。"),)),))
    data = _written(Release((article,)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"<w:br/>" in package.read("word/document.xml")
    assert _read(data).meta.headline == headline


@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
def test_page_ends_come_back_at_the_start_in_a_row_and_at_the_end(look: str) -> None:
    article = chinese()
    first, *others = article.blocks
    breaks = [PageBreak(f"p{n}") for n in range(5)]
    blocks = (breaks[0], first, *breaks[1:3], *others, *breaks[3:])
    article = msgspec.structs.replace(article, blocks=blocks)
    assert _bare(_read(_written(Release((article,)), look))) == _bare(article)


@pytest.mark.parametrize("article", [chinese(), english()])
@pytest.mark.parametrize("kind", [Strong, Emphasis])
def test_a_note_comes_back_inside_the_emphasis_that_it_stood_in(
    article: Article, kind: type[Strong | Emphasis]
) -> None:
    inlines = (
        Text("Before "),
        kind((Text("in"), NoteRef("One."), Text("side"), NoteRef("Two."))),
        NoteRef("Three."),
        Text(" after"),
    )
    article = msgspec.structs.replace(article, blocks=(*article.blocks, Paragraph("n", inlines)))
    last = _read(_written(Release((article,)))).blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.inlines == inlines
