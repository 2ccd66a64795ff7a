"""Quotation marks of a Chinese edition: “‘’” of the mainland, 「『』」 of Taiwan and Hong Kong (clreq)."""

import re

from publisher.model import Article
from publisher.walk import map_text

_CURLY, _CORNER = "“”‘’", "「」『』"
_LATIN_APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])’(?=[A-Za-z])|(?<=s)’(?= [a-z])")


def with_quotes(article: Article, quotes: str) -> Article:
    """Return ``article`` with ``quotes``, its outer and inner marks; unchanged where they are empty."""
    if len(quotes) != len(_CURLY):
        return article
    table = {ord(old): new for form in (_CURLY, _CORNER) for old, new in zip(form, quotes, strict=True)}

    def changed(text: str, _: str) -> str:
        kept = {match.start() for match in _LATIN_APOSTROPHE.finditer(text)}
        return "".join(c if n in kept else c.translate(table) for n, c in enumerate(text))

    return map_text(article, changed)
