"""ninjs 3.0, the news item in JSON that agencies' systems take in."""

import msgspec

from publisher.contracts import Context
from publisher.exporters import one_edition
from publisher.interchange.ninjs_mapping import to_ninjs
from publisher.model import Release


class NinjsExporter:
    """Makes a news object of one edition."""

    name = "ninjs"
    suffix = ".ninjs.json"
    media_type = "application/json"
    one_edition = True

    def export(self, release: Release, context: Context) -> bytes:
        """Return the object as indented JSON; ExportError for two editions."""
        article = one_edition.edition(release, self.name)
        one_edition.tell_official(article, context, self.name)
        made = to_ninjs(article, draft=one_edition.draft(article, context))
        return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"
