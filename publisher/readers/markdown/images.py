"""Pictures of Markdown: put into the page as data, in strangers' files with their words as captions."""

import base64
import re
from collections.abc import Sequence
from html import escape, unescape
from typing import Any
from urllib.parse import unquote

from publisher.contracts import Source
from publisher.model import Asset
from publisher.readers import pictures
from publisher.report import Notice, Report

_TAG = re.compile(r"<img\b(?P<attributes>[^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\b(?P<name>src|alt|title)\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)')""", re.IGNORECASE
)


class Images:
    """Puts pictures into the tokens of a text; ``own`` is a file of ours, which says captions by itself."""

    def __init__(self, source: Source, report: Report, *, own: bool) -> None:
        self._source = source
        self._report = report
        self._own = own
        self._count = 0
        self._taken: dict[str, Asset] = {}

    def put(self, tokens: Sequence[Any]) -> None:
        """Give every picture its data; one that stands alone in a paragraph is a figure."""
        for token in tokens:
            if token.type == "html_block":
                token.content = _TAG.sub(self._tag, token.content)
                continue
            children = token.children or []
            if any(child.type == "image" for child in children):
                children = token.children = self._without_links(children)
            alone = token.level == 1 and all(map(_is_apart, children)) and not self._own
            for child in children:
                if child.type == "html_inline":
                    child.content = _TAG.sub(self._tag, child.content)
                elif child.type == "image":
                    child.attrs = self._attributes(dict(child.attrs))
                    if "data-credit" not in child.attrs:  # it was told
                        child.type = "text"
                        child.content = "" if self._own else _words(child)
            if alone and children:
                token.children = [part for child in children for part in _figure(child)]

    def _without_links(self, children: list[Any]) -> list[Any]:
        """Return ``children`` with pictures that lead somewhere as pictures: the model has no such link."""
        found: list[Any] = []
        for child in children:
            if child.type == "link_close" and [c.type for c in found[-2:]] == ["link_open", "image"]:
                del found[-2]
                message = "links on pictures were left out"
                self._report.add(Notice(code="link-dropped", message=message))
            else:
                found.append(child)
        return found

    def _tag(self, tag: re.Match[str]) -> str:
        said = {
            found["name"].lower(): unescape(found["a"] or found["b"] or "")
            for found in _ATTRIBUTE.finditer(tag["attributes"])
        }
        if said.get("src", "").startswith("data:"):
            return tag[0]
        made = self._attributes(said)
        return "<img " + " ".join(f'{name}="{escape(value)}"' for name, value in made.items()) + ">"

    def _attributes(self, said: dict[str, Any]) -> dict[str, Any]:
        """Return what an element says of a picture, with its data where it lies beside the article."""
        self._count += 1
        where = f"picture{self._count}"
        address = str(said.get("src", ""))
        meant = unquote(address).replace("\\", "/")
        asset = pictures.load(address, self._source, where, Report()) if meant != address else None
        asset = asset or pictures.load(meant, self._source, where, self._report)
        if asset is None:
            return said
        asset = pictures.apart(asset, self._taken)
        return said | {
            "data-credit": str(said.get("title", "")),
            "src": f"data:{asset.media_type};base64,{base64.b64encode(asset.data).decode('ascii')}",
            "title": asset.name,
            "width": str(asset.width),
            "height": str(asset.height),
        }


def _is_apart(token: Any) -> bool:
    """Tell a picture, and what stands between pictures."""
    return token.type in ("image", "softbreak", "hardbreak") or (
        token.type == "text" and not token.content.strip()
    )


def _words(image: Any) -> str:
    return "".join(child.content for child in image.children or ())


def _figure(image: Any) -> list[Any]:
    """Return the tokens of a picture with its title, or else its words, as its caption."""
    from markdown_it.token import Token

    if image.type != "image":
        return [image]
    title = str(image.attrs.get("data-credit", image.attrs.get("title", "")))
    words = [Token("text", "", 0, content=title)] if title else list(image.children or [])
    said = title or _words(image)
    if not said.strip() or pictures.SAYS_NOTHING.fullmatch(said.strip()):
        return [image]

    def markup(tags: str) -> Token:
        return Token("html_inline", "", 0, content=tags)

    return [markup("<figure>"), image, markup("<figcaption>"), *words, markup("</figcaption></figure>")]
