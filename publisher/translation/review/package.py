"""The Word package of the sheet: styles, settings, fonts and foot around what the sheet says."""

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from publisher.theme import Theme

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = ("document", "styles", "settings", "fontTable", "comments", "footer")


def package(
    theme: Theme,
    document: str,
    comments: str,
    *,
    title: str,
    foot: str,
    languages: tuple[str, str],
    at: datetime,
) -> bytes:
    """Return the .docx of the XML of ``document`` and ``comments``, the same bytes for the same values."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            (f"{_RELATION}/officeDocument", "word/document.xml"),
            (
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/core.xml": _core(title, at),
        "word/document.xml": document,
        "word/comments.xml": comments,
        "word/styles.xml": _styles(theme, languages),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _fonts(theme),
        "word/footer.xml": _footer(foot),
        "word/_rels/document.xml.rels": _relations(
            *((f"{_RELATION}/{part}", f"{part}.xml") for part in _PARTS[1:])
        ),
    }
    return _zip(parts)


def _zip(parts: Mapping[str, str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content.encode("utf-8"))
    return stream.getvalue()


def _types() -> str:
    main = f"{_OFFICE}.document.main+xml"
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" '
        f'ContentType="{main if part == "document" else f"{_OFFICE}.{part}+xml"}"/>'
        for part in _PARTS
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(*relations: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(relations, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{listed}</Relationships>'


FOOTER = f"rId{_PARTS.index('footer')}"
"""The relationship by which the document refers to its footer."""


def _core(title: str, at: datetime) -> str:
    moment = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return (
        f'{_HEAD}<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>Publisher</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )


# the sheet is read-only but for the ranges that permStart opens to everyone (ECMA-376-1, 17.13.7.2)
_SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="110"/>'
    '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop w:val="420"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/>'
    "</w:compat></w:settings>"
)


def _fonts(theme: Theme) -> str:
    fonts = "".join(
        f"<w:font w:name={quoteattr(font.family)}><w:altName w:val={quoteattr(','.join(font.fallback))}/>"
        f'<w:family w:val="{kind}"/></w:font>'
        for font, kind in (
            (theme.fonts.han, "roman"),
            (theme.fonts.sans, "swiss"),
            (theme.fonts.latin, "roman"),
        )
    )
    return f'{_HEAD}<w:fonts xmlns:w="{WORD}">{fonts}</w:fonts>'


def _footer(foot: str) -> str:
    def field(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return (
        f'{_HEAD}<w:ftr xmlns:w="{WORD}"><w:p><w:pPr><w:pStyle w:val="SheetFoot"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(foot)}</w:t></w:r><w:r><w:tab/></w:r>{field("PAGE")}'
        f'<w:r><w:t xml:space="preserve"> / </w:t></w:r>{field("NUMPAGES")}</w:p></w:ftr>'
    )


def _styles(theme: Theme, languages: tuple[str, str]) -> str:
    ink, grey, accent = (
        c[1:].upper() for c in (theme.colours.text, theme.colours.secondary, theme.colours.accent)
    )
    latin, han, sans = (quoteattr(f.family) for f in (theme.fonts.latin, theme.fonts.han, theme.fonts.sans))
    serif = f"<w:rFonts w:ascii={latin} w:eastAsia={han} w:hAnsi={latin} w:cs={latin}/>"
    heavy = f"<w:rFonts w:ascii={sans} w:eastAsia={sans} w:hAnsi={sans} w:cs={sans}/><w:b/>"
    east = "zh-TW" if any("Hant" in name for name in languages) else "zh-CN"
    rows = (  # name, size and leading in pt, colour, font, space before and after in pt, more
        ("Sheet Kicker", 8.5, 12, accent, heavy, 0, 3, ""),
        ("Sheet Title", 17, 23, ink, heavy, 0, 2, ""),
        ("Sheet Meta", 8.8, 13, grey, "", 0, 8, ""),
        ("Sheet Help", 9, 13.5, ink, "", 0, 2.5, '<w:ind w:left="227" w:hanging="227"/>'),
        ("Sheet Label", 8, 12, accent, heavy, 0, 0, ""),
        ("Sheet Source", 10, 15.5, ink, "", 0, 0, ""),
        ("Sheet Target", 10, 14.5, ink, "", 0, 0, ""),
        ("Sheet Origin", 7.6, 11, grey, "", 0, 2, ""),
        ("Sheet Number", 8, 14.5, grey, "", 0, 0, ""),
        ("Sheet Tick", 11, 14.5, accent, "", 0, 0, '<w:jc w:val="center"/>'),
        ("Sheet End", 1, 1, ink, "", 0, 0, ""),
        ("Sheet Foot", 8, 11, grey, "", 0, 0, ""),
    )
    made = []
    for name, size, leading, colour, font, before, after, more in rows:
        tabs = '<w:tabs><w:tab w:val="right" w:pos="14796"/></w:tabs>' if name == "Sheet Foot" else ""
        made.append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
            f'<w:pPr>{tabs}<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}" '
            f'w:line="{leading * 20:.0f}" w:lineRule="atLeast"/>{more}</w:pPr>'
            f'<w:rPr>{font}<w:color w:val="{colour}"/><w:sz w:val="{size * 2:.0f}"/>'
            f'<w:szCs w:val="{size * 2:.0f}"/></w:rPr></w:style>'
        )
    for name, look in (
        ("Sheet Deleted", f'<w:strike/><w:color w:val="{grey}"/>'),
        ("Sheet Inserted", f'<w:color w:val="{accent}"/><w:u w:val="single"/>'),
        ("Sheet Strong", f'{heavy}<w:color w:val="{ink}"/>'),
        ("Sheet Alert", f'{heavy}<w:color w:val="{accent}"/>'),
    ):
        made.append(
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
            f'<w:name w:val="{name}"/><w:rPr>{look}</w:rPr></w:style>'
        )
    return (
        f'{_HEAD}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>{serif}<w:sz w:val="20"/>'
        f'<w:szCs w:val="20"/><w:lang w:val="en-US" w:eastAsia="{east}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
        '<w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
        '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
        f"{''.join(made)}</w:styles>"
    )
