"""Two languages under one another: each paragraph over its translation, in every format."""

import io
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest

from publisher import pairs, plugins, theme
from publisher.config import Settings
from publisher.contracts import Context, Source
from publisher.exporters import readback
from publisher.exporters.bilingual import rows, shares
from publisher.exporters.word import DocxExporter
from publisher.localization.furniture import furniture
from publisher.model import (
    Article,
    Origin,
    PageBreak,
    Paragraph,
    Release,
    Segment,
    State,
    Text,
    Translation,
)
from publisher.readers.docx import DocxReader
from publisher.report import Report
from publisher.walk import plain
from tests.conftest import both, chinese

LOOKS = ["press", "gongwen", "newsletter"]


def context_of(release: Release, look: str = "press") -> Context:
    made = theme.load(look, layout={"bilingual": "alternating"})
    return Context(made, {a.meta.language: furniture(a, look=made) for a in release.editions}, Report())


def opened(release: Release, context: Context) -> Any:
    return docx.Document(io.BytesIO(DocxExporter().export(release, context)))


def long(article: Article, sentence: str) -> Article:
    return msgspec.structs.replace(article, blocks=(Paragraph("b1", (Text(sentence * 3),)),))


def parted() -> Release:
    one, other = both().editions
    zh, en = "句" * 80 + "。", "A sentence. "
    segments = tuple(Segment(f"b1.{n}", zh) for n in range(1, 4))
    said = tuple(Translation(f"b1.{n}", en, Origin.HAND, 1.0, State.FINAL) for n in range(1, 4))
    return Release((long(one, zh), long(other, en)), segments, said)


def test_each_paragraph_stands_over_its_translation() -> None:
    document = opened(both(), context_of(both()))
    said = [p.text for p in document.paragraphs if p.style.name.startswith("Heading 1")]
    assert said == ["一、成果", "Results"]
    assert not [t for t in document.tables if t.style.name == "Side by Side"]


def test_a_paragraph_that_is_cut_side_by_side_is_whole() -> None:
    release = parted()
    assert len(pairs.pairs(release)) == 3
    assert len(rows(release, context_of(release).theme)) == 1


def test_the_end_of_a_page_stands_once() -> None:
    ended = tuple(
        msgspec.structs.replace(a, blocks=(*a.blocks, PageBreak("b11"), Paragraph("b12", (Text("完"),))))
        for a in both().editions
    )
    document = opened(Release(ended), context_of(both()))
    assert len(document._element.xpath("//w:pageBreakBefore")) == 1


def test_both_languages_have_the_page_and_the_type_of_one() -> None:
    look = context_of(both()).theme
    assert look.page_bilingual == look.page
    assert look.type_bilingual.zh.headline == look.type.zh.headline
    assert look.type_bilingual.en.body == look.type.en.body
    assert shares(both(), look) == (1.0, 1.0)


def test_a_chinese_paragraph_keeps_a_little_space_from_its_translation() -> None:
    look = context_of(both()).theme
    assert look.type_bilingual.zh.body.after == look.type.zh.body.leading / 5


@pytest.mark.parametrize("look", LOOKS)
def test_the_masthead_that_they_share_stays_as_it_is_side_by_side(look: str) -> None:
    assert (
        context_of(both(), look).theme.type_bilingual.zh.masthead
        == theme.load(look).type_bilingual.zh.masthead
    )


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("format_", "engine"), [("docx", "auto"), ("html", "auto"), ("pdf", "weasyprint"), ("pdf", "reportlab")]
)
def test_every_format_says_all_of_both_languages_in_turn(look: str, format_: str, engine: str) -> None:
    context = msgspec.structs.replace(context_of(both(), look), pdf_engine=engine)
    data = plugins.load("exporters", format_)().export(both(), context)
    assert readback.check(f"a.{format_}", data, both(), context).characters


def test_a_chinese_paragraph_in_word_stays_with_its_translation() -> None:
    styles = opened(both(), context_of(both())).styles
    assert styles["Body Text (zh)"].paragraph_format.keep_with_next
    assert not styles["Body Text (en)"].paragraph_format.keep_with_next


@pytest.mark.parametrize("look", LOOKS)
def test_the_first_language_comes_back_from_word(look: str) -> None:
    data = DocxExporter().export(both(), context_of(both(), look))
    read = DocxReader().read(Source("a.docx", data, Path()), Report())
    said = [plain(getattr(b, "inlines", ())) for b in read.blocks]
    assert said == [plain(getattr(b, "inlines", ())) for b in chinese().blocks]


def test_settings_put_their_word_over_the_themes() -> None:
    assert Settings(bilingual="alternating").layout == {"bilingual": "alternating"}
