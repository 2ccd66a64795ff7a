"""Small articles for the tests of the repairs."""

from collections.abc import Callable

import pytest

from publisher.contracts import Repair
from publisher.model import Article, Meta, Paragraph, Text
from publisher.report import Report
from publisher.walk import plain

Mend = Callable[..., list[str]]


def make_article(*paragraphs: str, language: str = "zh-Hans", headline: str = "") -> Article:
    blocks = tuple(Paragraph(f"b{n}", (Text(p),)) for n, p in enumerate(paragraphs, 1))
    return Article(Meta(language=language, headline=headline), blocks)


@pytest.fixture
def article() -> Callable[..., Article]:
    """Build an article of one paragraph for each text given."""
    return make_article


@pytest.fixture
def report() -> Report:
    return Report()


@pytest.fixture
def mend(report: Report) -> Mend:
    """Apply one repair to paragraphs and return their texts."""

    def run(repair: Repair, *paragraphs: str, language: str = "zh-Hans") -> list[str]:
        repaired = repair(make_article(*paragraphs, language=language), report)
        return [plain(b.inlines) for b in repaired.blocks if isinstance(b, Paragraph)]

    return run
