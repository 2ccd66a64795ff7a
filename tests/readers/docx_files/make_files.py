"""Make the Word documents beside this file as other programs make them; run by hand, what it makes is kept.

``python -m tests.readers.docx_files.make_files`` needs python-docx; LibreOffice, pandoc and node with the
package docx (named by DOCX_NPM, the folder of its node_modules) for the files that they make. A program that is
not there leaves its files as they are.
"""

import os
import shutil
import subprocess
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from tests.readers.docx_files.by_hand import by_hand
from tests.readers.docx_files.parts import HAN_HEAD, HAN_LEAD, HEAD, LEAD, png, zipped

HERE = Path(__file__).resolve().parent


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
