"""NewsML-G2 news items."""

from publisher.contracts import Source
from publisher.interchange.newsml import from_newsml
from publisher.model import Article
from publisher.report import Report


class NewsmlReader:
    """Reads the first news item of an XML file."""

    name = "newsml"
    suffixes = (".xml",)

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError if there is no news item in it."""
        return from_newsml(source.data, report)
