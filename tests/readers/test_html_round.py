"""Pages of our own come back as they were: HTML, Article, HTML."""

from pathlib import Path

import pytest

from publisher import pipeline, repairing, theme
from publisher.contracts import Context, Source
from publisher.exporters.html import HtmlExporter
from publisher.localization.datelines import with_dateline
from publisher.localization.furniture import furniture
from publisher.model import (
    Article,
    Cell,
    List,
    ListItem,
    Meta,
    Origin,
    Paragraph,
    Release,
    Segment,
    Table,
    Text,
    Translation,
)
from publisher.readers.html import HtmlReader
from publisher.report import Report
from tests.conftest import both, chinese, english
from tests.readers.test_docx_round import ROOT, _bare, _full


def _written(release: Release, look: str = "press") -> bytes:
    made = theme.load(look)
    editions = tuple(with_dateline(a) for a in release.editions)
    release = Release(editions, release.segments, release.translations)
    words = {a.meta.language: furniture(a, look=made) for a in release.editions}
    return HtmlExporter().export(release, Context(made, words, Report()))


def _read(data: bytes, report: Report | None = None) -> Article:
    return HtmlReader().read(Source("a.html", data, Path()), Report() if report is None else report)


@pytest.mark.parametrize("article", [chinese(), english(), _full(chinese()), _full(english())])
@pytest.mark.parametrize("look", ["press", "gongwen", "newsletter"])
def test_nothing_that_the_model_has_is_lost_in_a_page(article: Article, look: str) -> None:
    assert _bare(_read(_written(Release((article,)), look))) == _bare(article)


@pytest.mark.parametrize("name", ["open-day.txt", "harbor-light.en.txt", "notice.txt"])
@pytest.mark.parametrize("look", ["press", "gongwen"])
def test_a_sample_comes_back_from_its_page(name: str, look: str) -> None:
    report = Report()
    article = repairing.repair(pipeline.read(ROOT / "seeds" / name, report), report)
    assert _bare(_read(_written(Release((article,)), look))) == _bare(article)


def test_a_page_written_twice_is_the_same_to_the_byte() -> None:
    first = _written(Release((chinese(),)))
    assert _written(Release((_read(first),))) == first


def test_a_page_in_two_languages_gives_its_first_edition_and_says_so() -> None:
    report = Report()
    assert _bare(_read(_written(both()), report)) == _bare(chinese())
    assert [n.code for n in report.notices if n.code == "bilingual-first"]


def test_what_has_rows_of_its_own_beside_another_language_is_whole_again() -> None:
    def edition(language: str, sentences: tuple[str, str], word: str) -> Article:
        cells = tuple(
            tuple(Cell(f"b3.{n}.{c}", (Text(f"{word}{n}{c}"),)) for c in range(4)) for n in range(2)
        )
        items = tuple(ListItem(f"b2.{n}", (Text(f"{word}{n}"),)) for n in range(3))
        blocks = (Paragraph("b1", (Text("".join(sentences)),)), List("b2", items, True), Table("b3", cells))
        return Article(Meta(language=language, headline=word), blocks)

    left = (
        "展示周由学院与市科技局联合举办，设三个展区。" * 4,
        "开放时间为每天九时至十七时，市民免费入场。" * 4,
    )
    right = ("The week has three halls. " * 4, "Entry is free for all. " * 4)
    shown = Release(
        (edition("zh-Hans", left, "展区"), edition("en", right, "Hall")),
        tuple(Segment(f"b1.{n}", text) for n, text in enumerate(left, 1)),
        tuple(Translation(f"b1.{n}", text.strip(), Origin.HAND) for n, text in enumerate(right, 1)),
    )
    page = _written(shown)
    assert page.count(b"continued") > 1
    assert _bare(_read(page))["blocks"] == _bare(shown.editions[0])["blocks"]
