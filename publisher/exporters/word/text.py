"""The text of a .docx in reading order, to compare with the model; zip and XML are bounded."""

import zipfile
from io import BytesIO
from typing import Any

from publisher.errors import ExportError

_LIMIT = 64 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def text(data: bytes) -> str:
    """Return body text, table cells row by row, paragraphs on lines; headers and footers left out."""
    from lxml import etree

    with zipfile.ZipFile(BytesIO(data)) as package:
        if package.getinfo("word/document.xml").file_size > _LIMIT:
            raise ExportError("The document is too large to be read back.")
        content = package.read("word/document.xml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    body = etree.fromstring(content, parser).find(f"{_W}body")
    return "\n".join(_paragraph(p) for p in body.iter(f"{_W}p")) if body is not None else ""


def _paragraph(paragraph: Any) -> str:
    parts: list[str] = []
    superscript = "NoteReference"
    for run in paragraph.iter(f"{_W}r"):
        style = run.find(f"{_W}rPr/{_W}rStyle")
        if style is not None and style.get(f"{_W}val") == superscript:
            continue
        for node in run:
            if node.tag == f"{_W}t":
                parts.append(node.text or "")
            elif node.tag in (f"{_W}tab", f"{_W}br"):
                parts.append("\t" if node.tag == f"{_W}tab" else "\n")
    return "".join(parts)
