"""Quotations take the marks of the edition's region."""

import pytest

from publisher.localization.quotes import with_quotes
from publisher.model import Article, Meta, Paragraph, Text
from publisher.walk import plain


@pytest.mark.parametrize(
    ("quotes", "text", "made"),
    [
        ("「」『』", "他说：“这是‘第一’。”", "他说：「这是『第一』。」"),
        ("“”‘’", "他說：「這是『第一』。」", "他說：“這是‘第一’。”"),
        ("「」『』", "Xi’an的“门”", "Xi’an的「门」"),
        ("", "“门”", "“门”"),
    ],
)
def test_quotations_change_and_apostrophes_stay(quotes: str, text: str, made: str) -> None:
    article = Article(Meta(language="zh", headline="x"), (Paragraph("b1", (Text(text),)),))
    block = with_quotes(article, quotes).blocks[0]
    assert isinstance(block, Paragraph)
    assert plain(block.inlines) == made
