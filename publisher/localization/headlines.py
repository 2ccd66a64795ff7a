"""Headlines as the press of a language sets them: no full stop, sentence case in American English (AP)."""

import re

import msgspec

from publisher.localization.locale import Locale
from publisher.localization.work_titles import SMALL
from publisher.model import Article
from publisher.report import Notice, Report, Severity
from publisher.walk import texts

_ABBREVIATED = frozenset(("Co", "Corp", "Inc", "Ltd", "Jr", "Sr", "St", "No", "Dr", "Bros"))
_WORD = re.compile(r"[^\W\d_][^\W_’']*")
_FEWEST = 4
"""So many words with a capital make a headline of title case; fewer may be one name."""


def without_stop(article: Article, at: Locale) -> Article:
    """Return ``article`` with no full stop at the end of its headline, unless the theme lets it stand."""
    headline = article.meta.headline.rstrip()
    bare = headline.rstrip("。") if at.chinese else headline.removesuffix(".")
    words = bare.split()
    is_stop = not at.chinese and ("." in bare[-3:] or (words and words[-1] in _ABBREVIATED))
    if at.conventions.headline_stop or bare == headline or not bare or is_stop:
        return article
    return msgspec.structs.replace(article, meta=msgspec.structs.replace(article.meta, headline=bare))


def check_case(article: Article, at: Locale, report: Report) -> None:
    """File a notice where a headline is all capitals or title case and the press sets sentence case.

    AP capitalises the first word and names alone. What is a name only a person
    knows, so nothing is changed: the notice suggests small letters for the
    words that the text itself has so.
    """
    headline = article.meta.headline
    words = _WORD.findall(headline)
    large = [word for word in words if word.lower() not in SMALL]
    capitals = len(words) > 1 and headline.isupper()
    titled = len(large) >= _FEWEST and all(word[0].isupper() for word in large)
    if not at.conventions.sentence_case or not (capitals or titled):
        return
    said = "all in capitals" if capitals else "in title case"
    report.add(
        Notice(
            code="headline-case",
            message=f"the headline is {said}; AP capitalizes its first word and names alone",
            where="headline",
            severity=Severity.INFO,
            before=headline,
            after=_sentence_case(article, headline),
            confidence=0.7,
        )
    )


def _sentence_case(article: Article, headline: str) -> str:
    """Return ``headline`` with the words small that the text has small, and the article's small ones."""
    body = " ".join(text for where, text in texts(article) if where != "headline")
    seen = {word for word in _WORD.findall(body) if word.islower()} | SMALL
    first = next(_WORD.finditer(headline))

    def cased(match: re.Match[str]) -> str:
        word = match[0]
        if word.lower() not in seen:
            return word
        return word.capitalize() if match.start() == first.start() else word.lower()

    return _WORD.sub(cased, headline)
