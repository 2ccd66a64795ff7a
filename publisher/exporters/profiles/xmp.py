"""The XMP metadata of a PDF (ISO 16684-1), after what its document information says."""

import hashlib
import uuid
from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape

import msgspec


class Claims(msgspec.Struct, frozen=True, kw_only=True):
    """The standards that the file says it conforms to: PDF/A part and level, PDF/UA part, PDF/X version."""

    pdfa: tuple[int, str] | None = None
    pdfua: int = 0
    pdfx: str = ""


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says of itself; the same words as in its document information."""

    title: str
    author: str
    subject: str
    keywords: str
    producer: str
    created: datetime | None
    languages: tuple[str, ...]


def packet(claims: Claims, description: Description) -> bytes:
    """Return the XMP packet, the same bytes for the same values."""
    parts = [
        *_standards(claims, description),
        _alternative("dc:title", description.title),
        _list("dc:creator", "Seq", [description.author]),
        _alternative("dc:description", description.subject),
        _list("dc:language", "Bag", description.languages),
        "<dc:format>application/pdf</dc:format>",
        _simple("pdf:Keywords", description.keywords),
        _simple("pdf:Producer", description.producer),
        _simple("xmp:CreatorTool", "Publisher"),
        *_dates(claims, description.created),
    ]
    body = "\n".join(f"  {part}" for part in parts if part)
    schema = f"\n{_UA_SCHEMA}" if claims.pdfua else ""
    return _PACKET.format(body=body, schema=schema).encode()


def _standards(claims: Claims, description: Description) -> list[str]:
    found = []
    if claims.pdfa:
        part, level = claims.pdfa
        found += [_simple("pdfaid:part", str(part)), _simple("pdfaid:conformance", level)]
    if claims.pdfua:
        found.append(_simple("pdfuaid:part", str(claims.pdfua)))
    if claims.pdfx:  # ISO 15930-7, 6.2: who, which version, which rendition
        mark = hashlib.sha256(repr(description).encode()).hexdigest()
        found += [
            _simple("pdfxid:GTS_PDFXVersion", claims.pdfx),
            _simple("pdf:Trapped", "False"),
            _simple("xmpMM:DocumentID", f"uuid:{uuid.uuid5(uuid.NAMESPACE_OID, mark)}"),
            _simple("xmpMM:VersionID", "1"),
            _simple("xmpMM:RenditionClass", "default"),
        ]
    return found


def _dates(claims: Claims, created: datetime | None) -> list[str]:
    if created is None:
        return []
    stamp = created.isoformat(timespec="seconds")
    found = [_simple("xmp:CreateDate", stamp), _simple("xmp:ModifyDate", stamp)]
    return [*found, _simple("xmp:MetadataDate", stamp)] if claims.pdfx else found


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _alternative(name: str, value: str) -> str:
    if not value:
        return ""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt></{name}>'


def _list(name: str, kind: str, values: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:Description rdf:about=""
   xmlns:dc="http://purl.org/dc/elements/1.1/"
   xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
   xmlns:xmp="http://ns.adobe.com/xap/1.0/"
   xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
   xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
   xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
   xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
{body}
 </rdf:Description>{schema}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

# PDF/A knows no pdfuaid: a file that is both declares it (ISO 19005-2, 6.6.2.3)
_UA_SCHEMA = """ <rdf:Description rdf:about=""
   xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
   xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
   xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
   <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
   <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
   <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
   <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>The part of ISO 14289 that is followed</pdfaProperty:description>
   </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
 </rdf:Description>"""
