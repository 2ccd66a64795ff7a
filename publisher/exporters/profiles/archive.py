"""``archive``: PDF/A-3u with the article and the Word file inside, so that text can be taken up again."""

from datetime import datetime
from typing import Any

import msgspec

from publisher.contracts import Context
from publisher.exporters.profiles.preflight import Checks, preflight
from publisher.exporters.profiles.tag_checks import TAGGED
from publisher.exporters.profiles.tagged import tagged
from publisher.exporters.profiles.xmp import Claims
from publisher.exporters.word import DocxExporter
from publisher.model import Release
from publisher.report import Report
from publisher.serialize import to_json


class Archive:
    """Tagged as ``accessible`` is; each edition's article in JSON as data, the Word file as source."""

    name = "archive"
    engine = "weasyprint"
    standards = "PDF/UA-1, PDF/A-3u"

    _CLAIMS = Claims(pdfa=(3, "U"), pdfua=1)

    def make(self, release: Release, context: Context) -> bytes:
        """Return the PDF; ExportError if it or the Word file cannot be made."""
        attached = _attached(release, context)
        issued = release.editions[0].meta.issued

        def add(document: Any) -> None:
            for file in attached:
                _attach(document, file, issued)

        return tagged(release, context, self._CLAIMS, add)

    def preflight(self, data: bytes, context: Context) -> tuple[str, ...]:  # noqa: ARG002 - it is a Profile
        """Return what was found right in the finished file; ExportError names all that was not."""
        checks: Checks = {**TAGGED, "attachments": _attachments}
        return preflight(data, self.name, self.standards, self._CLAIMS, checks).names


class _File(msgspec.Struct, frozen=True):
    """A file to attach; ``relationship`` is the AFRelationship of ISO 32000-2, 7.11.3."""

    name: str
    media_type: str
    data: bytes
    relationship: str
    description: str


def _attached(release: Release, context: Context) -> list[_File]:
    files = [
        _File(
            f"article.{article.meta.language}.json",
            "application/json",
            to_json(article),
            "Data",
            f"The article, {article.meta.language}",
        )
        for article in release.editions
    ]
    word = DocxExporter()
    # what is poorer in Word is told when the Word file is asked for
    data = word.export(release, msgspec.structs.replace(context, report=Report()))
    return [*files, _File("article.docx", word.media_type, data, "Source", "The Word file")]


def _attach(document: Any, file: _File, issued: datetime | None) -> None:
    import pikepdf
    from pikepdf.models.metadata import encode_pdf_date

    stamp = encode_pdf_date(issued) if issued else ""
    made = pikepdf.AttachedFileSpec(
        document,
        file.data,
        description=file.description,
        filename=file.name,
        mime_type=file.media_type,
        relationship=pikepdf.Name(f"/{file.relationship}"),
        creation_date=stamp,
        mod_date=stamp or "D:20000101000000Z",  # PDF/A-3 asks for one
    )
    document.attachments[file.name] = made
    root = document.Root
    root.AF = [*root.get("/AF", []), made.obj]


def _attachments(opened: Any) -> list[str]:
    root = opened.document.Root
    associated = {str(one.get("/UF", "")): str(one.get("/AFRelationship", "")) for one in root.get("/AF", [])}
    inside = set(opened.document.attachments)
    faults = [
        f"the attachment {name} is not associated with the document" for name in inside - set(associated)
    ]
    faults += [f"the attachment {name} has no relationship" for name, kind in associated.items() if not kind]
    if "/Source" not in associated.values() or "/Data" not in associated.values():
        faults.append("the article or its Word file is not attached")
    return faults
