"""``accessible``: PDF/UA-1 and PDF/A-2a in one file, for every reader and every screen reader."""

from publisher.contracts import Context
from publisher.exporters.profiles.preflight import preflight
from publisher.exporters.profiles.tag_checks import TAGGED
from publisher.exporters.profiles.tagged import tagged
from publisher.exporters.profiles.xmp import Claims
from publisher.model import Release


class Accessible:
    """Tagged in full: languages, header cells, alternative text, artifacts, bookmarks."""

    name = "accessible"
    engine = "weasyprint"
    standards = "PDF/UA-1, PDF/A-2a"

    _CLAIMS = Claims(pdfa=(2, "A"), pdfua=1)

    def make(self, release: Release, context: Context) -> bytes:
        """Return the PDF; ExportError if it cannot be made."""
        return tagged(release, context, self._CLAIMS)

    def preflight(self, data: bytes, context: Context) -> tuple[str, ...]:  # noqa: ARG002 - it is a Profile
        """Return what was found right in the finished file; ExportError names all that was not."""
        return preflight(data, self.name, self.standards, self._CLAIMS, TAGGED).names
