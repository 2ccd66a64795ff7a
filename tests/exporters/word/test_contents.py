"""The table of contents in Word: of long documents, linked to bookmarks on the headings."""

import io
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from docx.oxml.ns import qn

from publisher import theme
from publisher.config import Settings, load
from publisher.contracts import Context, Source
from publisher.exporters import readback
from publisher.exporters.word import DocxExporter
from publisher.localization.furniture import furniture
from publisher.model import Article, Heading, LineBreak, Paragraph, Release, Strong, Text
from publisher.readers.docx import DocxReader
from publisher.report import Report
from tests.conftest import chinese, english


def long(article: Article, headings: int = 8) -> Article:
    blocks = [
        block
        for n in range(1, headings + 1)
        for block in (
            Heading(f"h{n}", (Strong((Text(f"第{n}节"),)), LineBreak(), Text("安排")), level=n % 4 + 1),
            Paragraph(f"p{n}", (Text("正文。"),)),
        )
    ]
    return msgspec.structs.replace(article, blocks=tuple(blocks))


def context_of(release: Release, look: str = "press", **tokens: Any) -> Context:
    made = theme.load(look, layout=tokens)
    return Context(made, {a.meta.language: furniture(a, look=made) for a in release.editions}, Report())


def opened(release: Release, context: Context) -> Any:
    return docx.Document(io.BytesIO(DocxExporter().export(release, context)))


def entries(document: Any) -> list[tuple[str, str]]:
    lines = document._element.xpath("//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'TOC')] and w:hyperlink]")
    return [(p.pPr.pStyle.val, "".join(p.itertext(qn("w:t")))) for p in lines]


def codes(document: Any) -> list[str]:
    return [str(code).strip() for code in document._element.xpath("//w:instrText/text()")]


def test_a_long_article_opens_with_its_headings_to_the_third_level() -> None:
    release = Release((long(chinese(), 11),))
    document = opened(release, context_of(release))
    assert entries(document)[:3] == [("TOC2", "第1节安排"), ("TOC3", "第2节安排"), ("TOC1", "第4节安排")]
    assert codes(document) == ['TOC \\o "1-3" \\h \\n']


@pytest.mark.parametrize(
    ("headings", "look", "tokens", "there"),
    [
        (9, "press", {}, False),  # seven of them to the third level
        (10, "press", {}, True),
        (11, "gongwen", {}, False),
        (1, "press", {"toc_from": 1}, True),
        (11, "press", {"toc_from": 0}, False),
    ],
)
def test_the_theme_says_what_is_long(headings: int, look: str, tokens: dict[str, int], there: bool) -> None:
    release = Release((long(chinese(), headings),))
    assert bool(entries(opened(release, context_of(release, look, **tokens)))) is there


def test_each_entry_leads_to_the_bookmark_of_its_heading() -> None:
    release = Release((long(chinese(), 11), long(english(), 11)))
    element = opened(release, context_of(release))._element
    for link in element.xpath("//w:hyperlink[@w:anchor]"):
        (start,) = element.xpath(f"//w:bookmarkStart[@w:name='{link.get(qn('w:anchor'))}']")
        heading = "".join(start.getparent().itertext(qn("w:t")))
        assert heading == "".join(link.itertext(qn("w:t"))).replace(" ", "")
    numbers = element.xpath("//w:bookmarkStart/@w:id")
    assert sorted(numbers) == sorted(element.xpath("//w:bookmarkEnd/@w:id"))
    assert len(set(numbers)) == len(numbers) == 22


def test_each_language_side_by_side_has_contents_of_its_own_headings() -> None:
    release = Release((long(chinese(), 11), long(english(), 11)))
    found = codes(opened(release, context_of(release)))
    assert [
        code.count(f"Heading 1 ({script})") for code, script in zip(found, ("zh", "en"), strict=True)
    ] == [
        1,
        1,
    ]


def test_no_field_makes_word_ask_on_opening() -> None:
    release = Release((long(chinese(), 11),))
    document = opened(release, context_of(release))
    assert not document._element.xpath("//*[@w:dirty]")
    assert document.settings.element.find(qn("w:updateFields")) is None


@pytest.mark.parametrize("look", ["press", "newsletter"])
def test_contents_are_no_text_of_the_article(look: str) -> None:
    release = Release((long(chinese(), 11), long(english(), 11)))
    for made in (release, Release(release.editions[:1])):
        context = context_of(made, look)
        data = DocxExporter().export(made, context)
        assert readback.check("a.docx", data, made, context).characters
        report = Report()
        read = DocxReader().read(Source("a.docx", data, Path()), report)
        assert [type(b) for b in read.blocks] == [type(b) for b in release.editions[0].blocks]
        assert not [n for n in report if n.code == "contents-dropped"]


def test_settings_put_their_word_over_the_themes(tmp_path: Path) -> None:
    path = tmp_path / "publisher.toml"
    path.write_text("toc = true\n")
    assert load(path).layout == {"toc_from": 1}
    assert Settings(toc=False).layout == {"toc_from": 0}
    assert Settings().layout == {}
