"""Plain text keeps all that the text reader knows, so that reading it again gives the same article."""

from pathlib import Path

import pytest

from publisher import pipeline, repairing
from publisher.exporters.plain_text import plain_text
from publisher.model import Article, List, ListItem, Meta, Text
from publisher.report import Report

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.mark.parametrize("name", ["open-day.txt", "open-day.clean.txt", "notice.txt"])
def test_a_repaired_article_is_the_same_when_read_again(name: str, tmp_path: Path) -> None:
    article = repairing.repair(pipeline.read(SEEDS / name, Report()), Report())
    (tmp_path / "open-day.png").write_bytes((SEEDS / "open-day.png").read_bytes())
    again = tmp_path / name
    again.write_text(plain_text(article), encoding="utf-8")
    assert repairing.repair(pipeline.read(again, Report()), Report()) == article


def test_lists_keep_their_numbers_and_signs() -> None:
    items = tuple(ListItem(f"b1.{n}", (Text(text),)) for n, text in enumerate("甲乙", 1))
    meta = Meta(language="zh-Hans", headline="园区开放")
    for ordered, lines in ((True, ["1. 甲", "2. 乙"]), (False, ["• 甲", "• 乙"])):
        article = Article(meta, (List("b1", items, ordered),))
        assert plain_text(article).splitlines()[1:] == lines


def test_date_phone_and_address_are_not_lost() -> None:
    text = plain_text(pipeline.read(SEEDS / "harbor-light.en.txt", Report()))
    assert "2026-03-05" in text
    assert "+1 207-555-0142" in text
    assert "press@harborlight.example.com" in text
