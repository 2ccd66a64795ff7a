"""Our own JSON, as `publisher inspect` prints it."""

from publisher.contracts import Source
from publisher.model import Article
from publisher.report import Report
from publisher.serialize import article_from_json


class ArticleJsonReader:
    """Reads an article that was written by :mod:`publisher.serialize`."""

    name = "article-json"
    suffixes = (".json",)

    def read(self, source: Source, report: Report) -> Article:  # noqa: ARG002 - the reader's contract
        """Return the article; ReadError names the path of a wrong value."""
        return article_from_json(source.data)
