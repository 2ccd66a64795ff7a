"""The sample notice as an article: every part of it, and headings of four levels."""

from publisher import resources
from publisher.contracts import Source
from publisher.model import Article, Heading
from publisher.readers.text import TextReader
from publisher.report import Report
from publisher.translation.segments import units
from publisher.walk import texts

NOTICE = resources.glossaries().parent / "notice.txt"


def article() -> Article:
    return TextReader().read(Source(NOTICE.name, NOTICE.read_bytes(), NOTICE.parent), Report())


def test_the_headings_of_a_notice_have_the_levels_of_their_numbers() -> None:
    levels = [block.level for block in article().blocks if isinstance(block, Heading)]
    assert levels == [1, 1, 2, 3, 4, 4, 3, 2, 1, 2, 2]


def test_issuer_and_date_of_a_notice_are_metadata() -> None:
    meta = article().meta
    assert (meta.source, str(meta.issued)[:10]) == ("青岚市人民政府", "2026-03-05")
    assert meta.official is not None
    assert meta.official.number == "青政发〔2026〕5号"
    assert len(meta.official.attachments) == 2


def test_the_parts_of_a_notice_are_translated_in_the_order_they_are_walked() -> None:
    value = article()
    walked = [where for where, _ in texts(value)]
    asked = [unit.where for unit in units(value)]
    assert [where for where in walked if where in asked] == asked
    assert "official.attachment2" in asked
