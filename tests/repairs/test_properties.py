"""What holds for any text: clean text passes, and what was repaired once needs no second repair."""

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.model import Article, Meta, Paragraph, Text
from publisher.repairing import repair
from publisher.report import Report
from tests.repairs.damage import KINDS

CORPUS = Path(__file__).parents[1] / "benchmarks" / "corpus"
LANGUAGES = {"zh-Hans": "zh-Hans", "zh-Hant-TW": "zh-Hant", "zh-Hant-HK": "zh-Hant", "en": "en"}
LARGE = [HealthCheck.too_slow, HealthCheck.data_too_large]
FEW = settings(max_examples=8, suppress_health_check=LARGE)
MANY = settings(max_examples=150, suppress_health_check=LARGE)


@cache
def corpus(name: str) -> tuple[str, ...]:
    return tuple((CORPUS / f"{name}.txt").read_text(encoding="utf-8").splitlines())


def article(lines: list[str], language: str) -> Article:
    blocks = tuple(Paragraph(f"b{n}", (Text(line),)) for n, line in enumerate(lines, 1))
    return Article(Meta(language=language, headline="新闻" if language != "en" else "News"), blocks)


@FEW
@given(st.data())
@pytest.mark.parametrize("name", LANGUAGES)
def test_random_clean_articles_pass_unchanged(name: str, data: st.DataObject) -> None:
    lines = data.draw(st.lists(st.sampled_from(corpus(name)), min_size=1, max_size=8, unique=True))
    clean = article(lines, LANGUAGES[name])
    report = Report()
    assert repair(clean, report) == clean
    assert not report.notices


@pytest.mark.exhaustive
@FEW
@given(seed=st.integers(0, 2**32), start=st.integers(0, 200))
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_damaged_is_repaired_once_for_all(kind: str, seed: int, start: int) -> None:
    damaged = KINDS[kind][1](corpus("zh-Hans")[start : start + 5], random.Random(seed))
    once = repair(article(damaged, "zh-Hans"), Report())
    assert repair(once, Report()) == once


ODD = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(
            "，。！？“”‘’「」《》（）()<>&;:,.\"'-—…% \u3000\u200b\ufffd0123456789ＡＢ１２"
            "ÄãºÃ¼ä½å¥浣犲ソ創業（chuàng）<br>&nbsp;"
        ),
    ),
    max_size=60,
)


@MANY
@given(st.lists(ODD, min_size=1, max_size=4), st.sampled_from(["zh-Hans", "zh-Hant", "en", "zh-Hant-HK"]))
def test_any_text_is_repaired_without_a_fault_and_once_for_all(lines: list[str], language: str) -> None:
    once = repair(article(lines, language), Report())
    assert repair(once, Report()) == once
