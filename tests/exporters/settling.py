"""Tracked changes accepted or rejected, as ECMA-376-1, 17.13.5 has it: what Word's two buttons do."""

import io
import zipfile
from typing import Any

from docx.oxml.ns import qn
from lxml import etree


def settled(data: bytes, *, accept: bool) -> list[Any]:
    """Return the body of a document with its changes settled, in a form to compare: see ``said``."""
    package = zipfile.ZipFile(io.BytesIO(data))
    root = etree.fromstring(package.read("word/document.xml"))
    notes: dict[str, Any] = {}
    if "word/footnotes.xml" in package.namelist():
        for note in etree.fromstring(package.read("word/footnotes.xml")):
            if note.get(qn("w:type")) is None:
                settle(note, accept=accept)
                notes[note.get(qn("w:id"), "")] = said(note, {}, {})
    targets: dict[str, Any] = {}
    for rel in etree.fromstring(package.read("word/_rels/document.xml.rels")):
        target = rel.get("Target", "")
        inside = "word/" + target in package.namelist() and not rel.get("TargetMode")
        targets[rel.get("Id", "")] = package.read("word/" + target) if inside else target
    body = root.find(qn("w:body"))
    settle(body, accept=accept)
    return said(body, targets, notes)


_PLACES = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))


def settle(place: Any, *, accept: bool) -> None:
    """Accept or reject all changes in ``place``."""
    stays, goes = ("ins", "del") if accept else ("del", "ins")
    for row in list(place.iter(qn("w:tr"))):
        properties = row.find(qn("w:trPr"))
        if properties is not None and properties.find(qn(f"w:{goes}")) is not None:
            row.getparent().remove(row)
    for table in list(place.iter(qn("w:tbl"))):
        if table.find(qn("w:tr")) is None:
            table.getparent().remove(table)
    for name in ("rPrChange", "pPrChange"):
        for change in list(place.iter(qn(f"w:{name}"))):
            now = change.getparent()
            now.remove(change)
            if not accept:
                kept = [c for c in now if name == "pPrChange" and c.tag in (qn("w:rPr"), qn("w:sectPr"))]
                now[:] = [*change[0], *kept]
    for paragraph in list(place.iter(qn("w:p"))):
        for mark in list(paragraph.iter(qn(f"w:{goes}"))):
            if mark.getparent().tag != qn("w:rPr"):
                mark.getparent().remove(mark)
        for mark in list(paragraph.iter(qn(f"w:{stays}"))):
            parent = mark.getparent()
            if parent.tag != qn("w:rPr"):
                at = parent.index(mark)
                parent[at : at + 1] = list(mark)
        for text in paragraph.iter(qn("w:delText"), qn("w:delInstrText")):
            text.tag = qn("w:t") if text.tag == qn("w:delText") else qn("w:instrText")
        for link in paragraph.findall(qn("w:hyperlink")):
            if not len(link):
                paragraph.remove(link)
    for paragraph in list(place.iter(qn("w:p"))):
        look = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        if look is None or look.find(qn(f"w:{goes}")) is None:
            continue
        content = [child for child in paragraph if child.tag != qn("w:pPr")]
        following = paragraph.getnext()
        if all(child.tag in _PLACES for child in content) and following.tag == qn("w:tbl"):
            content = []  # the place of a heading that is gone
        if content:
            assert following is not None
            assert following.tag == qn("w:p")
            at = 1 if following.find(qn("w:pPr")) is not None else 0
            following[at:at] = content
        else:
            assert following is not None
            assert following.tag in (qn("w:p"), qn("w:tbl"))
        paragraph.getparent().remove(paragraph)


def said(place: Any, targets: dict[str, Any], notes: dict[str, Any]) -> list[Any]:
    """Return the blocks in ``place``: forms, and runs with looks and links, however they are cut."""
    blocks: list[Any] = []
    for block in place:
        if block.tag == qn("w:tbl"):
            rows = block.iterchildren(qn("w:tr"))
            cells = ([said(c, targets, notes) for c in row.iterchildren(qn("w:tc"))] for row in rows)
            blocks.append(["table", *cells])
        elif block.tag == qn("w:p"):
            blocks.append([form(block), runs(block, targets, notes)])
    return blocks


def form(paragraph: Any) -> list[str]:
    """Return the properties of a paragraph: of a list, only that it is one."""
    properties = paragraph.find(qn("w:pPr"))
    found = []
    for child in properties if properties is not None else ():
        if child.tag == qn("w:numPr"):
            found.append("in a list")
        elif child.tag not in (qn("w:rPr"), qn("w:sectPr")):
            found.append(plain(child))
    return found


def runs(paragraph: Any, targets: dict[str, Any], notes: dict[str, Any]) -> list[tuple[str, str, Any]]:
    """Return what the runs say as (look, link, text), those that look the same joined."""
    found: list[tuple[str, str, Any]] = []
    for run in paragraph.iter(qn("w:r")):
        parent = run.getparent()
        link = targets.get(parent.get(qn("r:id")), "") if parent.tag == qn("w:hyperlink") else ""
        properties = run.find(qn("w:rPr"))
        look = "".join(plain(child) for child in properties) if properties is not None else ""
        for child in run:
            if child.tag == qn("w:rPr"):
                continue
            thing: Any = plain(child)
            if child.tag == qn("w:t"):
                thing = child.text or ""
            elif child.tag == qn("w:footnoteReference"):
                thing = ("note", notes[child.get(qn("w:id"))])
            elif child.tag == qn("w:drawing"):
                (blip,) = child.iter(qn("a:blip"))
                (named,) = child.iter(qn("wp:docPr"))
                thing = ("picture", targets[blip.get(qn("r:embed"))], named.get("descr"))
            last = found[-1] if found else ("", "", None)
            if isinstance(thing, str) and isinstance(last[2], str) and last[:2] == (look, link):
                found[-1] = (look, link, last[2] + thing)
            else:
                found.append((look, link, thing))
    return found


def plain(element: Any) -> str:
    """Return an element as text."""
    return etree.tostring(element, method="c14n").decode()
