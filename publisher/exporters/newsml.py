"""NewsML-G2, the news item in XML that agencies' systems take in."""

from publisher.contracts import Context
from publisher.exporters import one_edition
from publisher.interchange.newsml import to_newsml
from publisher.model import Release


class NewsmlExporter:
    """Makes a newsItem of one edition."""

    name = "newsml"
    suffix = ".newsml.xml"
    media_type = "application/vnd.iptc.g2.newsitem+xml"
    one_edition = True

    def export(self, release: Release, context: Context) -> bytes:
        """Return the item as XML; ExportError for two editions."""
        article = one_edition.edition(release, self.name)
        one_edition.tell_official(article, context, self.name)
        return to_newsml(article, draft=one_edition.draft(article, context))
