"""Elements of a page, made and filled, and what an element of an OpenDocument text says."""

from typing import Any

from publisher.readers.odt.styles import local

SILENT = frozenset(
    (
        "tracked-changes", "change", "change-start", "change-end", "annotation", "annotation-end", "bookmark",
        "bookmark-start", "bookmark-end", "reference-mark", "reference-mark-start", "reference-mark-end",
        "soft-page-break", "forms", "sequence-decls", "variable-decls", "user-field-decls",
        "dde-connection-decls",
        "alphabetical-index-mark", "alphabetical-index-mark-start", "alphabetical-index-mark-end", "toc-mark",
        "toc-mark-start", "toc-mark-end", "user-index-mark", "table-column", "table-columns", "title", "desc",
        "table-header-columns", "table-column-group", "section-source", "event-listeners", "s",
        "shapes", "dde-source", "scripts", "font-face-decls", "covered-table-cell", "meta", "note-citation",
    )
)  # fmt: skip
SHAPES = frozenset(
    ("custom-shape", "rect", "ellipse", "circle", "polygon", "path", "line", "connector", "caption")
)


def made(tag: str, **attributes: str) -> Any:
    """Return a new element of a page; an attribute without a value is left out."""
    from lxml import html

    return html.Element(tag, {k: v for k, v in attributes.items() if v})


def put(into: Any, text: str | None) -> None:
    """Add ``text`` at the end of ``into``."""
    if not text:
        return
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text


def said(element: Any) -> str:
    """Return the words of ``element`` in one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def nearest(element: Any, *kinds: str) -> Any:
    """Return the nearest element of these kinds that ``element`` stands in; itself if there is none."""
    return next((e for e in element.iterancestors() if local(e) in kinds), element)
