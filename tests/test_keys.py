"""No two parts of an article have one key, whoever made it: editions are laid beside each other by keys."""

from pathlib import Path

import pytest

from publisher import keys, pipeline, repairing
from publisher.errors import ReadError
from publisher.model import Article, Block, Cell, Heading, List, ListItem, Meta, Paragraph, Table, Text
from publisher.report import Report
from publisher.serialize import to_json

WORDS = (Text("青岚图书馆周六开放。"),)

TWICE: dict[str, tuple[Block, ...]] = {
    "blocks": (Paragraph("b1", WORDS), Heading("b1", WORDS)),
    "an item and a block": (List("b1", (ListItem("b2", WORDS),)), Paragraph("b2", WORDS)),
    "cells": (Table("b1", rows=((Cell("c", WORDS), Cell("c", WORDS)),)),),
}


def article(*blocks: Block) -> Article:
    return Article(Meta(language="zh-Hans", headline="图书馆周六开放"), blocks)


@pytest.mark.parametrize("blocks", TWICE.values(), ids=TWICE)
def test_an_article_with_one_key_twice_is_refused_by_name(blocks: tuple[Block, ...], tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(to_json(article(*blocks)))
    with pytest.raises(ReadError, match=r"a\.json: two parts of the article have the key '\w+'"):
        pipeline.read(path, Report())


def test_the_boilerplate_has_no_key_of_the_body() -> None:
    meta = Meta(language="zh-Hans", headline="图书馆", boilerplate=(Paragraph("b1", WORDS),))
    with pytest.raises(ReadError, match="the key 'b1'"):
        keys.check(Article(meta, (Paragraph("b1", WORDS),)))


def test_an_article_that_comes_with_one_key_twice_is_refused_after_its_repairs() -> None:
    with pytest.raises(ReadError, match="the key 'b1'"):
        repairing.repair(article(*TWICE["blocks"]), Report())


PARTED = {
    "glued": "馆长说明了安排。    读者提出了问题。",
    "marked up": "<p>馆长说明了安排。</p><p>读者提出了问题。</p>",
    "both": "<p>馆长说明了安排。</p><p>读者提出了问题。</p>答复在第二天。    会议到此结束。",
}


@pytest.mark.parametrize("text", PARTED.values(), ids=PARTED)
def test_a_part_of_a_paragraph_takes_no_key_that_another_has(text: str) -> None:
    blocks = (Paragraph("b1", (Text(text),)), Paragraph("b1-2", WORDS), Paragraph("b1-4", WORDS))
    repaired = repairing.repair(article(*blocks), Report())
    named = [block.key for block in repaired.blocks]
    assert len(named) > len(blocks)
    assert len(set(named)) == len(named)
