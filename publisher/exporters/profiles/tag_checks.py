"""What a tagged PDF is asked beside the rest (ISO 14289-1, ISO 19005-2 level A)."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from publisher.exporters.profiles.preflight import Checks, Opened, intent


def _tags(opened: Opened) -> Iterable[str]:
    root = opened.document.Root
    if not bool(root.get("/MarkInfo", {}).get("/Marked", False)) or "/StructTreeRoot" not in root:
        yield "it is not tagged"
    if not str(root.get("/Lang", "")):
        yield "it does not name its language"
    if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "it does not show its title"
    for number, page in enumerate(opened.document.pages, 1):
        if page.obj.get("/Annots") and str(page.obj.get("/Tabs", "")) != "/S":
            yield f"page {number} has no tab order"
    for paint in opened.paints:
        if not paint.tagged:
            yield f"page {paint.page} paints outside of tags and artifacts"


def _elements(opened: Opened) -> Iterator[Any]:
    """Yield the structure elements in reading order."""
    import pikepdf

    root = opened.document.Root.get("/StructTreeRoot")
    waiting = [] if root is None else [root]
    while waiting:
        element = waiting.pop()
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        found = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting += [kid for kid in reversed(found) if isinstance(kid, pikepdf.Dictionary)]


def _structure(opened: Opened) -> Iterable[str]:
    levels = [0]
    for element in _elements(opened):
        kind = str(element.S)[1:]
        if kind == "Figure" and not str(element.get("/Alt", "")):
            yield "a picture has no alternative text"
        if kind == "TH" and "/Scope" not in element.get("/A", {}):
            yield "a header cell has no scope"
        if kind in ("H1", "H2", "H3", "H4", "H5", "H6"):
            levels.append(int(kind[1]))
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"


def _languages(opened: Opened) -> Iterable[str]:
    """Ask for each language of the metadata to be that of the document or of an element."""
    import re

    named = {str(opened.document.Root.get("/Lang", ""))}
    named |= {str(element.Lang) for element in _elements(opened) if "/Lang" in element}
    listed = re.search(r"<dc:language>.*?</dc:language>", opened.xmp, re.DOTALL)
    for language in re.findall(r"<rdf:li>([^<]+)</rdf:li>", listed.group() if listed else ""):
        if language not in named:
            yield f"no element is in {language}"


def _bookmarks(opened: Opened) -> Iterable[str]:
    if "/First" not in opened.document.Root.get("/Outlines", {}):
        yield "it has no bookmarks"


def _colours(opened: Opened) -> Iterable[str]:
    """Device colours need the output intent; the profile there is for RGB."""
    profile = intent(opened, "GTS_PDFA1")
    if profile is None:
        yield "it has no output intent"
        return
    if int(profile.get("/N", 0)) != 3:
        yield "the profile of its output intent is not for RGB"
    for paint in opened.paints:
        if "CMYK" in paint.colour.space:
            yield f"page {paint.page} paints a {paint.kind} in {paint.colour.space}"


TAGGED: Checks = {
    "tags": _tags,
    "structure": _structure,
    "languages": _languages,
    "bookmarks": _bookmarks,
    "colours": _colours,
}
"""What ``accessible`` and ``archive`` ask."""
