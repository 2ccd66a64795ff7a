"""The repairs leave nothing for a second call, and tell of each thing once."""

import random

import pytest

from publisher.errors import ConfigError
from publisher.model import Article, Paragraph
from publisher.repairing import repair
from publisher.report import Report
from publisher.walk import plain
from tests.repairs.damage import KINDS
from tests.repairs.test_properties import article, corpus


def text(repaired: Article) -> str:
    return "\n".join(plain(block.inlines) for block in repaired.blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize(
    ("kind", "start", "seed"), [("lost-byte", 104, 2), ("lost-byte", 195, 3), ("gbk-as-korean", 178, 0)]
)
def test_what_a_mended_neighbour_makes_plain_is_mended_in_the_same_call(
    kind: str, start: int, seed: int
) -> None:
    damaged = KINDS[kind][1](corpus("zh-Hans")[start : start + 5], random.Random(seed))
    report = Report()
    once = repair(article(damaged, "zh-Hans"), report)
    assert repair(once, Report()) == once


def test_nothing_is_pointed_at_that_has_been_mended_since() -> None:
    damaged = KINDS["lost-byte"][1](corpus("zh-Hans")[198:203], random.Random(2))
    report = Report()
    made = text(repair(article(damaged, "zh-Hans"), report))
    assert "时干预；每天" in made
    assert all(n.before in made for n in report if n.code == "bytes-lost")


def test_what_is_doubted_is_told_once() -> None:
    damaged = KINDS["lost-byte"][1](corpus("zh-Hans")[198:203], random.Random(2))
    report = Report()
    repair(article([*damaged, "他在会上说R豢橥艘鄣绯卦谡饫镆放电。"], "zh-Hans"), report)
    told = [(n.code, n.where, n.before) for n in report if n.before == n.after]
    assert told
    assert len(told) == len(set(told))


def test_an_unknown_repair_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="no repair named nothing") as refused:
        repair(article(["好"], "zh-Hans"), Report(), skip=["nothing"])
    assert "byteslip" in refused.value.hint
