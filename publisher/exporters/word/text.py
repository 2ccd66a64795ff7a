"""The text of a .docx in reading order, to compare with the model; zip and XML are bounded."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from publisher.errors import ExportError

_LIMIT = 64 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOTES = "word/footnotes.xml"


def text(data: bytes, *, older: bool = False) -> str:
    """Return body text, table cells row by row, paragraphs on lines; headers and footers left out.

    The notes follow, each with the number that Word gives it; ExportError if
    the text refers to one that is not there, or does not refer to one that is.
    Tracked changes are accepted, or for the ``older`` version rejected.
    """
    with zipfile.ZipFile(BytesIO(data)) as package:
        body = _root(package, "word/document.xml").find(f"{_W}body")
        notes = _root(package, _NOTES) if _NOTES in package.namelist() else ()
    if body is None:
        return ""
    for place in (body, *notes):
        for mark in list(place.iter(f"{_W}ins" if older else f"{_W}del")):
            mark.getparent().remove(mark)
    said = {note.get(f"{_W}id"): _lines(note) for note in notes if note.get(f"{_W}type") is None}
    said = {name: line for name, line in said.items() if line.strip()}  # of what went nothing is left
    referred = [reference.get(f"{_W}id") for reference in body.iter(f"{_W}footnoteReference")]
    if sorted(referred) != sorted(said):
        raise ExportError(f"The text refers to the notes {referred}, and there are {[*said]}.")
    numbered = (f"{number} {said[name]}" for number, name in enumerate(referred, 1))
    return "\n".join((_lines(body), *numbered))


def _root(package: zipfile.ZipFile, part: str) -> Any:
    from lxml import etree

    if package.getinfo(part).file_size > _LIMIT:
        raise ExportError("The document is too large to be read back.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(package.read(part), parser)


def _lines(place: Any) -> str:
    paragraphs = (p for p in place.iter(f"{_W}p") if not _is_made(p))
    return "\n".join("".join(_characters(paragraph)) for paragraph in paragraphs)


def _is_made(paragraph: Any) -> bool:
    """Tell a line of the contents, which says again what headings say."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and style.get(f"{_W}val", "").startswith("TOC")


def _characters(paragraph: Any) -> Iterator[str]:
    for run in paragraph.iter(f"{_W}r"):
        for node in run:
            if node.tag in (f"{_W}t", f"{_W}delText"):
                yield node.text or ""
            elif node.tag in (f"{_W}tab", f"{_W}br"):
                yield "\t" if node.tag == f"{_W}tab" else "\n"
