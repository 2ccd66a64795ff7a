"""Pages of our own come back as they were: HTML, Article, HTML."""

from pathlib import Path

import pytest

from publisher import pipeline, theme
from publisher.contracts import Context, Source
from publisher.exporters.html import HtmlExporter
from publisher.localization.datelines import with_dateline
from publisher.localization.furniture import furniture
from publisher.model import Article, Release
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
    article = pipeline.repair(pipeline.read(ROOT / "seeds" / name, report), report)
    assert _bare(_read(_written(Release((article,)), look))) == _bare(article)


def test_a_page_written_twice_is_the_same_to_the_byte() -> None:
    first = _written(Release((chinese(),)))
    assert _written(Release((_read(first),))) == first


def test_a_page_in_two_languages_gives_its_first_edition_and_says_so() -> None:
    report = Report()
    assert _bare(_read(_written(both()), report)) == _bare(chinese())
    assert [n.code for n in report.notices if n.code == "bilingual-first"]
