"""A real release and its memory: cut, found and joined."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.model import Article, Meta, Origin, Paragraph, Text
from publisher.report import Report
from publisher.translation.glossary import Glossary
from publisher.translation.memory import Memory
from publisher.translation.segments import segments
from publisher.translation.translator import UntranslatedError, translate

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the real release is not on this machine")

PARAGRAPHS = ((2, 5), (5, 7), (7, 12), (12, 15), (15, 20), (20, 21), (21, 22))


def paths() -> list[Path]:
    return sorted(SEEDS.glob("*.tmx"))


def pairs() -> list[tuple[str, str]]:
    from lxml import etree

    def texts() -> Iterator[tuple[str, str]]:
        for unit in etree.parse(str(paths()[0])).iter("tu"):
            zh, en = (str(seg.text) for seg in unit.iter("seg"))
            yield zh, en

    return list(texts())


def article() -> Article:
    zh = [pair[0] for pair in pairs()]
    blocks = (Paragraph(f"b{n}", (Text("".join(zh[a:b])),)) for n, (a, b) in enumerate(PARAGRAPHS, 1))
    return Article(Meta(language="zh-Hans", headline=zh[0], source=zh[1]), tuple(blocks))


def test_every_sentence_is_cut_as_in_the_memory() -> None:
    assert [s.source for s in segments(article())] == [zh for zh, _ in pairs()]


def test_the_article_is_translated_from_memory_alone() -> None:
    report = Report()
    result = translate(
        article(),
        "en",
        memory=Memory.load(paths()),
        glossary=Glossary(),
        engine=None,
        draft=False,
        report=report,
    )
    assert [t.text for t in result.translations] == [en for _, en in pairs()]
    assert {t.origin for t in result.translations} == {Origin.MEMORY}
    assert len(report) == 0


def test_without_memory_every_segment_is_missing() -> None:
    with pytest.raises(UntranslatedError) as caught:
        translate(
            article(), "en", memory=Memory(), glossary=Glossary(), engine=None, draft=False, report=Report()
        )
    assert caught.value.count == caught.value.total == len(pairs())
