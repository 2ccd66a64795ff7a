"""Preflight: a finished PDF read back and held against what its profile asks of it."""

import re
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import Any, NoReturn

import msgspec

from publisher.errors import ExportError
from publisher.exporters.profiles.painting import Paint, paints
from publisher.exporters.profiles.xmp import Claims

_SHOWN = 2
"""How many faults a message names; the rest are counted."""


class Opened(msgspec.Struct, frozen=True):
    """A finished file: its objects, what it paints, its metadata as text, and what it should claim.

    Of things on a page that are alike in all respects, one stands for all.
    """

    document: Any
    paints: tuple[Paint, ...]
    xmp: str
    claims: Claims


Check = Callable[[Opened], Iterable[str]]
"""Gives each fault in a few words, and nothing where all is right."""

Checks = Mapping[str, Check]


class Passed(msgspec.Struct, frozen=True):
    """The names of the checks that a file passed, all of them, and what it paints."""

    names: tuple[str, ...]
    paints: tuple[Paint, ...]


def preflight(data: bytes, profile: str, standards: str, claims: Claims, checks: Checks) -> Passed:
    """Hold the file ``data`` against ``checks``, those of its profile, and what every profile asks.

    Raises ExportError that names what does not hold.
    """
    import pikepdf

    try:
        document = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        refuse(profile, standards, ["it is encrypted"])
    except pikepdf.PdfError as error:
        refuse(profile, standards, [f"it cannot be read: {error}"])
    with document:
        metadata = document.Root.get("/Metadata")
        xmp = "" if metadata is None else metadata.read_bytes().decode("utf-8", errors="replace")
        opened = Opened(document, tuple(dict.fromkeys(paints(document))), xmp, claims)
        every = {**EVERY, **checks}
        faults = [fault for check in every.values() for fault in check(opened)]
    if faults:
        refuse(profile, standards, list(dict.fromkeys(faults)))
    return Passed(tuple(every), opened.paints)


def refuse(profile: str, standards: str, faults: list[str]) -> NoReturn:
    """Raise the ExportError that tells of ``faults``."""
    shown = "; ".join(faults[:_SHOWN]) + (
        f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
    )
    raise ExportError(
        f"The PDF does not hold to the profile {profile} ({standards}): {shown}.",
        hint="This is a fault of the exporter or of a picture; the file was not kept.",
    )


def _protection(opened: Opened) -> Iterable[str]:
    if opened.document.is_encrypted:
        yield "it is encrypted"


def _version(opened: Opened) -> Iterable[str]:
    wanted = "1.6" if opened.claims.pdfx else "1.7"
    if opened.document.pdf_version != wanted:
        yield f"it is PDF {opened.document.pdf_version}, not {wanted}"
    if "/ID" not in opened.document.trailer:
        yield "it has no ID"


_ACTIVE = frozenset(("/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Rendition"))


def _no_actions(opened: Opened) -> Iterable[str]:
    """Find what would act by itself (ISO 19005-2, 6.5; ISO 15930-7, 6.22)."""
    import pikepdf

    notes = [note for page in opened.document.pages for note in page.obj.get("/Annots", [])]
    for one in (*opened.document.objects, *notes):
        if not isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        for part in (one, one.get("/A"), one.get("/OpenAction")):
            if isinstance(part, pikepdf.Dictionary):
                kind = str(part.get("/S", ""))
                if "/JS" in part or kind in _ACTIVE:
                    yield f"it holds an action, {kind.removeprefix('/') or 'JavaScript'}"
        if "/AA" in one:
            yield "it holds additional actions"
    if "/JavaScript" in opened.document.Root.get("/Names", {}):
        yield "it holds an action, JavaScript"


def _fonts(opened: Opened) -> Iterable[str]:
    """Ask for each font that sets text to be embedded, with a Unicode map."""
    for number in dict.fromkeys(paint.font for paint in opened.paints if paint.kind == "text"):
        if number == (0, 0):
            yield "it sets text in no font"
            continue
        font = opened.document.get_object(number)
        name = str(font.get("/BaseFont", "/without a name"))[1:]
        inner = font.get("/DescendantFonts", [font])[0]
        descriptor = inner.get("/FontDescriptor", {})
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"the font {name} is not embedded"
        if "/ToUnicode" not in font:
            yield f"the font {name} has no Unicode map"


def _metadata(opened: Opened) -> Iterable[str]:
    """Compare the XMP with what the file should claim and with its document information."""
    claims, said = opened.claims, opened.document.docinfo
    wanted = {
        **({"pdfaid:part": str(claims.pdfa[0]), "pdfaid:conformance": claims.pdfa[1]} if claims.pdfa else {}),
        **({"pdfuaid:part": str(claims.pdfua)} if claims.pdfua else {}),
        **({"pdfxid:GTS_PDFXVersion": claims.pdfx} if claims.pdfx else {}),
    }
    for name, value in wanted.items():
        if value not in re.findall(rf"<{name}>([^<]*)</{name}>", opened.xmp):
            yield f"its metadata lack {name} {value}"
    title = str(said.get("/Title", ""))
    if not title:
        yield "it has no title"
    elif title != _title(opened.xmp):
        yield "its metadata and its information differ in the title"


def _title(xmp: str) -> str:
    from xml.sax.saxutils import unescape

    found = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", xmp, re.DOTALL)
    return unescape(found.group(1)) if found else ""


EVERY: Checks = {
    "protection": _protection,
    "version": _version,
    "actions": _no_actions,
    "fonts": _fonts,
    "metadata": _metadata,
}
"""What every profile asks."""


def intent(opened: Opened, kind: str) -> Any:
    """Return the profile stream of the output intent of ``kind`` (GTS_PDFX, GTS_PDFA1), or None."""
    for one in opened.document.Root.get("/OutputIntents", []):
        if str(one.get("/S")) == f"/{kind}":
            return one.get("/DestOutputProfile")
    return None
