"""The pictures of a page: those saved beside it or in it; of one on the web its address is told."""

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from publisher.model import Asset
from publisher.readers.album import Album
from publisher.readers.html.looks import style
from publisher.readers.html.page import Page
from publisher.readers.pictures import MAX_BYTES
from publisher.report import Severity

if TYPE_CHECKING:
    from lxml.etree import _Element

_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-url")
_DATA = re.compile(r"data:image/[\w.+-]+(?:;[\w-]+=[^;,]*)*(?P<coded>;base64)?,", re.IGNORECASE)
SMALLEST = 48
"""A picture that is smaller either way, in pixels, is a button, an emoticon or a counter of the page."""


class Shown:
    """Finds the pictures of ``img`` elements; one of less than ``smallest`` pixels is furniture."""

    def __init__(self, page: Page, *, smallest: int = SMALLEST) -> None:
        self._page = page
        self._smallest = smallest
        self.album = Album()

    def picture(self, image: "_Element", *, name: str = "") -> Asset | None:
        """Return the picture of ``image``, called ``name`` if it has none; a Notice says why not."""
        if _is_small(image, self._smallest):
            return None
        reasons: list[str] = []
        for address in _names(image):
            within = address[:5].lower() == "data:"
            data = _inside(address) if within else self._page.file(address)
            if isinstance(data, str):
                reasons.append(f"the picture {_short(address)!r} is left out: {data}")
                continue
            if (found := self.album.add(name if within else address, data)) and isinstance(found, Asset):
                if min(found.width, found.height) >= self._smallest:
                    return found
                self.album.forget(found)
                continue
            reasons.append(f"the picture {_short(address)!r} is left out: {found}")
        for reason in reasons[:1]:
            alt = f" ({_short(image.get('alt', ''))})" if image.get("alt", "").strip() else ""
            self._page.note("picture-missing", reason + alt)
        if not reasons:
            self._page.note("icon-dropped", "pictures of a few pixels were left out", severity=Severity.INFO)
        return None


def _names(image: "_Element") -> list[str]:
    """Return the addresses of ``image``, the likeliest first: what a script would load is on the web."""
    found = [image.get(name, "").strip() for name in _SOURCES]
    sets = [image.get("srcset", ""), image.get("data-srcset", "")]
    picture = next(image.iterancestors("picture"), None)
    sets += [e.get("srcset", "") for e in picture.iter("source")] if picture is not None else []
    found += [part.split()[0] for listed in sets for part in re.split(r",\s+", listed)[-1:] if part.split()]
    return list(dict.fromkeys(name for name in found if name))


def _inside(name: str) -> bytes | str:
    head = _DATA.match(name)
    if head is None or len(name) > MAX_BYTES * 4 // 3 + 100:
        return "what it holds in its address is no picture"
    try:
        body = name[head.end() :]
        return base64.b64decode(body, validate=False) if head["coded"] else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return "what it holds in its address is broken"


def _is_small(image: "_Element", smallest: int) -> bool:
    for name in ("width", "height"):
        said = re.match(
            r"\s*(\d{1,5})(?:\.\d+)?\s*(px|%|[a-z]*)", style(image).get(name) or image.get(name) or ""
        )
        if said and said[2] in ("", "px") and int(said[1]) < smallest:
            return True
    return False


def _short(text: str) -> str:
    text = " ".join(text.split()).removeprefix("part:")
    return text if len(text) <= 100 else f"{text[:60]}…{text[-30:]}"
