"""The space under a picture is the same with a caption and without, in every page and message."""

import io
from itertools import pairwise
from typing import Any

import docx
import msgspec
import pytest
from docx.text import paragraph as word_paragraph

from publisher import plugins, theme
from publisher.contracts import Context
from publisher.exporters.mail import bodies
from publisher.exporters.word import DocxExporter
from publisher.localization.localizer import furniture
from publisher.model import Figure, Inline, Paragraph, Release, Text
from publisher.report import Report
from tests.conftest import chinese, english
from tests.typesetting.positions import lines

ENGINES = ("weasyprint", "reportlab")


def released(caption: str) -> Release:
    """Return an article of a picture between two paragraphs."""
    said: tuple[Inline, ...] = (Text(caption),) if caption else ()
    article = chinese()
    picture = Figure("b2", article.assets[0].name, caption=said)
    blocks = (Paragraph("b1", (Text("春天来了。"),)), picture, Paragraph("b3", (Text("花开满园。"),)))
    return Release((msgspec.structs.replace(article, blocks=blocks),))


def context_of(release: Release, after: float) -> Context:
    """Return a context whose theme puts ``after`` pt under captions."""
    press = theme.load("press")
    scale = press.type.zh
    scale = msgspec.structs.replace(scale, caption=msgspec.structs.replace(scale.caption, after=after))
    look = msgspec.structs.replace(press, type=msgspec.structs.replace(press.type, zh=scale))
    told = {article.meta.language: furniture(article) for article in release.editions}
    return Context(look, told, Report())


def drop(engine: str, caption: str, after: float) -> float:
    """Return how far the paragraph behind the picture stands under the one before it, in pt."""
    release = released(caption)
    data = plugins.load("pdf_engines", engine)().export(release, context_of(release, after))
    rows = ["".join(glyph.text for glyph in row) for row in lines(data)]
    places = [row[0].baseline for row in lines(data)]
    return places[rows.index("春天来了。")] - places[rows.index("花开满园。")]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("caption", ["", "展厅"])
def test_what_follows_a_picture_keeps_the_distance_that_a_caption_asks_for(engine: str, caption: str) -> None:
    distances = [drop(engine, caption, after) for after in (0.0, 12.0, 30.0)]
    steps = [round(far - near, 1) for near, far in pairwise(distances)]
    assert steps == [12.0, 18.0]


@pytest.mark.parametrize(("caption", "name", "space"), [("", "Picture Alone", 30), ("展厅", "Picture", 0)])
def test_a_picture_in_word_without_a_caption_has_its_space_below(caption: str, name: str, space: int) -> None:
    release = released(caption)
    document: Any = docx.Document(io.BytesIO(DocxExporter().export(release, context_of(release, 30.0))))
    (picture,) = (p for p in document.paragraphs if p._p.xpath(".//w:drawing"))
    assert picture.style.name == name
    assert picture.style.paragraph_format.space_after.pt == space


def test_a_picture_of_two_editions_in_word_with_one_caption_stands_on_that() -> None:
    editions = tuple(
        msgspec.structs.replace(article, blocks=(Figure("b2", article.assets[0].name, caption=said),))
        for article, said in ((chinese(), ()), (english(), (Text("The hall"),)))
    )
    release = Release(editions)
    document: Any = docx.Document(io.BytesIO(DocxExporter().export(release, context_of(release, 30.0))))
    (picture,) = document.element.body.xpath(".//w:p[.//w:drawing]")
    style: Any = word_paragraph.Paragraph(picture, document).style
    assert style.name == "Picture (zh)"


@pytest.mark.parametrize(("caption", "margin"), [("", "16px 0 40px"), ("展厅", "16px 0 0")])
def test_a_picture_in_a_message_has_the_space_of_a_caption_below(caption: str, margin: str) -> None:
    release = released(caption)
    page = bodies(release.editions, context_of(release, 30.0)).html
    assert f'<p style="margin:{margin};text-align:center;"><img' in page
