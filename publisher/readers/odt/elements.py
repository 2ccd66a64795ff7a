"""Elements of a page, made and filled, and what an element of an OpenDocument text says."""

from typing import Any

from publisher.readers.odt.styles import local


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
