"""PDF by WeasyPrint: tagged (PDF/UA-1), subset fonts, bookmarks, metadata, the same bytes each time."""

import warnings
from collections.abc import Mapping
from typing import Any

from publisher import pairs
from publisher.contracts import Context
from publisher.errors import ExportError
from publisher.exporters.faces import Faces
from publisher.exporters.glyphs import refuse_missing, tell_spared
from publisher.exporters.html import page
from publisher.model import Release
from publisher.typesetting.lines import Strictness
from publisher.typesetting.weasyprint_loading import weasyprint


class WeasyPrintExporter:
    """Sets the page of the HTML exporter for print."""

    name = "pdf-weasyprint"
    suffix = ".pdf"
    media_type = "application/pdf"

    def export(self, release: Release, context: Context) -> bytes:
        """Return the PDF; ExportError if a character has no glyph or Pango is missing."""
        return write(release, context, variant="pdf/ua-1")


def write(release: Release, context: Context, *, variant: str) -> bytes:
    """Return the PDF in a ``variant`` of WeasyPrint's.

    Raises ExportError if a character has no glyph or Pango is missing.
    """
    faces = Faces(release, context)
    refuse_missing(faces.missing(), release, context)
    tell_spared(faces.spared(), release, context)
    try:
        engine = weasyprint()
    except OSError as error:
        raise ExportError(
            "WeasyPrint cannot find the Pango library.",
            hint="Debian: apt install libpango-1.0-0 libpangoft2-1.0-0. macOS: brew install pango.",
        ) from error
    from publisher.exporters.profiles.weasyprint_tags import full_tags
    from publisher.typesetting.weasyprint_columns import level_columns
    from publisher.typesetting.weasyprint_lines import composed_lines
    from publisher.typesetting.weasyprint_paragraph import Rules

    sides = pairs.sides(release) if len(release.editions) == 2 else release.editions
    font_faces, files = faces.addressed()
    source = page(release, context, font_faces, browser=False)
    typography = context.theme.typography
    rules = Rules(typography.hanging == "allow-end", Strictness(typography.strictness))
    tags = full_tags(sides[0].meta.language)
    with composed_lines(rules), level_columns(), tags, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its own colour profile open
        html = engine.HTML(string=source, url_fetcher=_inside_only(files))
        data: bytes = html.write_pdf(pdf_variant=variant)
    return data


def _inside_only(files: Mapping[str, bytes]) -> Any:
    """Return a fetcher that reaches ``files``, by their addresses, what a page carries in itself, no more."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Inside(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """Fetches without a network or a disk."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            """Return what is at ``url``."""
            return URLFetcherResponse(url, files[url]) if url in files else super().fetch(url, headers)

    return Inside(allowed_protocols=("data",), fail_on_errors=True)
