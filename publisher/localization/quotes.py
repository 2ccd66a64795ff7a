"""Quotation marks of a Chinese edition: “‘’” of the mainland, 「『』」 of Taiwan and Hong Kong (clreq)."""

import re

from publisher.localization.edits import Edit, edit_article
from publisher.model import Article

_CURLY, _CORNER = "“”‘’", "「」『』"
_LATIN_APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])’(?=[A-Za-z])|(?<=s)’(?= [a-z])")


def with_quotes(article: Article, quotes: str) -> Article:
    """Return ``article`` with ``quotes``, its outer and inner marks; unchanged where they are empty."""
    if len(quotes) != len(_CURLY):
        return article
    table = {ord(old): new for form in (_CURLY, _CORNER) for old, new in zip(form, quotes, strict=True)}

    def find(text: str, _: str) -> list[Edit]:
        kept = {match.start() for match in _LATIN_APOSTROPHE.finditer(text)}
        return [
            Edit(n, n + 1, table[ord(c)])
            for n, c in enumerate(text)
            if n not in kept and table.get(ord(c), c) != c
        ]

    return edit_article(article, find)
