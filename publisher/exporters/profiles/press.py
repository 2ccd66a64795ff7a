"""``press``: PDF/X-4 for an offset press, in four inks, with bleed and crop marks.

ReportLab draws it: every operator on its pages is this project's own, so that
each colour is chosen here and each box is exact. WeasyPrint neither converts
RGB nor sets a BleedBox of 3 mm, and paints margin boxes in colours of its own.
"""

from datetime import UTC, datetime
from io import BytesIO

from publisher.contracts import Context
from publisher.exporters.pdf_reportlab import compose
from publisher.exporters.profiles.preflight import preflight
from publisher.exporters.profiles.press_plate import PressPlate
from publisher.exporters.profiles.print_checks import PRINTED, coarse_pictures
from publisher.exporters.profiles.saving import saved
from publisher.exporters.profiles.separation import Separation
from publisher.exporters.profiles.xmp import Claims, packet
from publisher.exporters.profiles.xmp import Description as Words
from publisher.model import Release

_CLAIMS = Claims(pdfx="PDF/X-4")

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of a release that has none: PDF/X asks for one, and the clock would change the bytes."""


class Press:
    """CMYK, type in black alone, the output intent of the printer's paper."""

    name = "press"
    engine = "reportlab"
    standards = "PDF/X-4"

    def make(self, release: Release, context: Context) -> bytes:
        """Return the PDF; ConfigError for a colour profile of no press, ExportError for a broken picture."""
        separation = Separation.load(context.icc_profile)
        return _finished(compose(release, context, PressPlate(separation)), release, separation)

    def preflight(self, data: bytes, context: Context) -> tuple[str, ...]:
        """Return what was found right in the finished file; ExportError names all that was not."""
        passed = preflight(data, self.name, self.standards, _CLAIMS, PRINTED)
        for notice in coarse_pictures(passed.paints):
            context.report.add(notice)
        return passed.names


def _finished(data: bytes, release: Release, separation: Separation) -> bytes:
    """Return ``data`` with what PDF/X-4 asks of a document (ISO 15930-7, 6)."""
    import pikepdf
    from pikepdf.models.metadata import encode_pdf_date

    issued = release.editions[0].meta.issued or _UNDATED
    with pikepdf.open(BytesIO(data)) as document:
        said = document.docinfo
        for key in ("/CreationDate", "/ModDate"):
            said[key] = encode_pdf_date(issued)
        said["/Producer"] = "Publisher"
        said["/GTS_PDFXVersion"] = "PDF/X-4"
        said["/Trapped"] = pikepdf.Name("/False")
        for page in document.pages:
            if "/Trans" in page.obj:
                del page.obj["/Trans"]  # a way to show slides, which paper has not
        profile = document.make_stream(separation.data)
        profile.N = 4
        intent = pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFX,
            OutputConditionIdentifier=separation.name,
            OutputCondition=separation.description,
            Info=separation.description,
            DestOutputProfile=profile,
        )
        if separation.registered:
            intent.RegistryName = "http://www.color.org"
        document.Root.OutputIntents = pikepdf.Array([intent])
        words = Words(
            title=str(said.get("/Title", "")),
            author=str(said.get("/Author", "")),
            subject=str(said.get("/Subject", "")),
            keywords=str(said.get("/Keywords", "")),
            producer="Publisher",
            created=issued,
            languages=tuple(article.meta.language for article in release.editions),
        )
        metadata = document.make_stream(packet(_CLAIMS, words))
        metadata.Type, metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        document.Root.Metadata = metadata
        return saved(document, "1.6")
