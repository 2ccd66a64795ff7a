"""PDF for the purpose that was asked for, else by the engine named, or the best that this machine can run."""

from publisher import plugins
from publisher.contracts import Context, Exporter
from publisher.exporters import profiles
from publisher.model import Release
from publisher.report import Notice
from publisher.typesetting.weasyprint_loading import weasyprint


class PdfExporter:
    """Hands the release to a PDF engine.

    ``auto`` takes WeasyPrint, whose files are tagged (PDF/UA-1), and ReportLab
    where the Pango library that WeasyPrint needs is missing. A profile knows
    which engine can make it.
    """

    name = "pdf"
    suffix = ".pdf"
    media_type = "application/pdf"

    def export(self, release: Release, context: Context) -> bytes:
        """Return the PDF; PluginError if there is no such engine, ExportError if it cannot make the file."""
        if context.pdf_profile:
            return profiles.load(context.pdf_profile, context.pdf_engine).make(release, context)
        name = context.pdf_engine
        if name == "auto":
            name = "weasyprint" if _has_pango() else "reportlab"
            if name == "reportlab":
                context.report.add(_FALLBACK)
        engine: Exporter = plugins.load("pdf_engines", name)()
        return engine.export(release, context)


_FALLBACK = Notice(
    code="pdf-engine-reportlab",
    message="The Pango library is not on this machine: the PDF is set by ReportLab, without tags for "
    "screen readers. publisher doctor says how to install Pango.",
)


def _has_pango() -> bool:
    try:
        weasyprint()
    except OSError:
        return False
    return True
