"""Parts of Word documents as XML, and packages of them, for files that are written by hand."""

import struct
import zipfile
import zlib
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
HEAD = "Gull Island reading room opens"
LEAD = "The reading room on Gull Island opened its doors on Monday, the harbor office said."
HAN_HEAD = "云汀市社区书屋正式开放"
HAN_LEAD = "云汀市首家社区书屋于本周一正式开放，当天接待读者三百余人，居民反映良好。"


def png(width: int = 8, height: int = 6) -> bytes:
    """Return a plain PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x2a\x6a\x9a" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def p(text: str = "", style: str = "", look: str = "", extra: str = "", inside: str = "") -> str:
    """Return a paragraph: its text in one run with the properties ``look``, ``inside`` as it is."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + extra
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{inside}</w:p>"


def r(content: str) -> str:
    """Return a run of ``content``."""
    return f"<w:r>{content}</w:r>"


def t(text: str) -> str:
    """Return a run of text."""
    return r(f'<w:t xml:space="preserve">{escape(text)}</w:t>')


def style(number: str, name: str, inside: str = "", kind: str = "paragraph") -> str:
    """Return a style."""
    return f'<w:style w:type="{kind}" w:styleId="{number}"><w:name w:val="{name}"/>{inside}</w:style>'


def num(number: int, levels: list[tuple[str, str]]) -> str:
    """Return a numbering whose levels have a form and a text each."""
    made = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{made}</w:abstractNum>'


def item(number: int, level: int = 0) -> str:
    """Return the properties of an item."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def inline(relation: str, alt: str = "", mode: str = "embed") -> str:
    """Return a picture in DrawingML."""
    return (
        f'<w:drawing><wp:inline><wp:extent cx="80000" cy="60000"/><wp:docPr id="1" name="Picture 1" descr="{alt}"/>'
        f'<a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip r:{mode}="{relation}"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def box(inside: str) -> str:
    """Return a text box as Word writes it: DrawingML, and VML for older programs."""
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="7" name="Box"/>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"<w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )


def table(*rows: tuple[str, ...], head: bool = False) -> str:
    """Return a table of cells that are XML."""
    made = ""
    for number, cells in enumerate(rows):
        first = "<w:trPr><w:tblHeader/></w:trPr>" if head and number == 0 else ""
        made += f"<w:tr>{first}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"
    return f"<w:tbl><w:tblPr/>{made}</w:tbl>"


def package(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    parts: dict[str, tuple[str, bytes]] | None = None,
    links: dict[str, tuple[str, str]] | None = None,
    loose: dict[str, bytes] | None = None,
    strict: bool = False,
) -> bytes:
    """Return a document: ``parts`` by target (kind, bytes), ``links`` by id (kind, address), ``loose`` unrelated."""
    space = SPACES.replace(W, STRICT).replace(R, STRICT_R) if strict else SPACES
    kinds = STRICT_R if strict else R
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    parts = dict(parts or {})
    w = f'xmlns:w="{STRICT if strict else W}"'
    if styles:
        parts["styles.xml"] = ("styles", f"{head}<w:styles {w}>{styles}</w:styles>".encode())
    if numbering:
        nums = "".join(
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
            for n in range(1, 1 + numbering.count("<w:abstractNum "))
        )
        parts["numbering.xml"] = (
            "numbering",
            f"{head}<w:numbering {w}>{numbering}{nums}</w:numbering>".encode(),
        )
    relations = "".join(
        f'<Relationship Id="p{n}" Type="{kinds}/{kind}" Target="{name}"/>'
        for n, (name, (kind, _)) in enumerate(parts.items(), 1)
    ) + "".join(
        f'<Relationship Id="{number}" Type="{kinds}/{kind}" Target="{escape(to)}" TargetMode="External"/>'
        for number, (kind, to) in (links or {}).items()
    )
    rel = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    types = (
        f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    files = {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": f'{head}<Relationships {rel}><Relationship Id="r" Type="{kinds}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'.encode(),
        "word/document.xml": f"{head}<w:document {space}><w:body>{body}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": f"{head}<Relationships {rel}>{relations}</Relationships>".encode(),
        **{f"word/{name}": data for name, (_, data) in parts.items()},
        **(loose or {}),
    }
    return zipped(files)


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive, the same bytes for the same files."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, data)
    return stream.getvalue()


def begin(title: str = HEAD, lead: str = LEAD) -> str:
    """Return headline and first paragraph."""
    return p(title) + p(lead)


def shown(code: str, result: str) -> str:
    """Return a complex field and what it shows."""
    kinds = {kind: r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")}
    asked = r(f"<w:instrText>{escape(code)}</w:instrText>")
    return kinds["begin"] + asked + kinds["separate"] + t(result) + kinds["end"]


def change(kind: str, inside: str) -> str:
    """Return a tracked change."""
    return f'<w:{kind} w:id="1" w:author="Wen Lu" w:date="2026-03-05T00:00:00Z">{inside}</w:{kind}>'
