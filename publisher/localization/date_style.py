"""Dates of a British edition with the day first: what a memory holds as Oct. 19 is 19 October."""

import re

from publisher.localization.values import Kind, find, render
from publisher.model import Article
from publisher.walk import map_text

_MONTH_FIRST = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b", re.ASCII
)


def with_dates(article: Article) -> Article:
    """Return the ``article`` in en-GB with the day before the month in each date of one day.

    Ranges and lists of days (March 4 and 5), months and years stay as they
    are, and so does all text of another edition.
    """
    if article.meta.language != "en-GB":
        return article

    def written(text: str, _: str) -> str:
        if not _MONTH_FIRST.search(text):
            return text
        for value in reversed(find(text, "en")):
            one_day = value.kind is Kind.DATE and value.end_stated is None
            if one_day and _MONTH_FIRST.match(value.text) and (said := render(value, "en-GB")):
                text = text[: value.start] + said + text[value.end :]
        return text

    return map_text(article, written)
