"""The mark across each page of a draft or an embargoed text, as Word makes one (VML WordArt)."""

from typing import Any
from xml.sax.saxutils import quoteattr

from publisher.exporters import watermark
from publisher.exporters.word.sheet import Sheet
from publisher.safety import xml_safe

_HEIGHT = 1.2
"""Height of the mark in ems of its font: Word stretches the letters to the shape."""


def stamp(sheet: Sheet) -> None:
    """Put the mark, if there is one, behind every page: in each header that any of them has.

    A section without headers of its own has those of the section before it
    (ECMA-376-1, 17.10.5), so only the first needs all of them.
    """
    words = watermark.words(sheet.articles, sheet.context)
    if not words:
        return
    document = sheet.document
    font = sheet.theme.fonts.sans
    length, size = watermark.fit(words, font.bold, sheet.page)
    ink = watermark.ink(sheet.context)
    stamped: set[str] = set()
    for number, section in enumerate(document.sections):
        headers = [section.header]
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
        if document.settings.odd_and_even_pages_header_footer:
            headers.append(section.even_page_header)
        for header in headers:
            if number and header.is_linked_to_previous:
                continue
            paragraph = (header.paragraphs or [header.add_paragraph()])[0]
            if (name := str(header.part.partname)) not in stamped:
                stamped.add(name)
                shape = _shape(xml_safe(words), length, size, ink, font.family, len(stamped))
                paragraph._p.append(shape)


def _shape(words: str, length: float, size: float, ink: str, family: str, number: int) -> Any:
    """Return the mark as a run, in the frame by which Word finds a watermark to remove it."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{length:.1f}pt;height:{size * _HEIGHT:.1f}pt;"
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:page;mso-position-vertical:center;"
        "mso-position-vertical-relative:page"
    )
    face = quoteattr(f'font-family:"{family}";font-size:1pt;font-weight:bold')
    return parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office">'
        f'<w:sdtPr><w:id w:val="{1_280_000_000 + number}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Watermarks"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>'
        "<w:r><w:rPr><w:noProof/></w:rPr><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" '
        f'type="#_x0000_t136" alt="" style="{style}" o:allowincell="f" fillcolor="{ink}" stroked="f">'
        f"<v:textpath style={face} string={quoteattr(words)}/></v:shape></w:pict></w:r>"
        "</w:sdtContent></w:sdt>"
    )
