"""The finished .docx package: fixed times and order, so that the same input gives the same bytes."""

import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import quoteattr

from publisher.theme import Fonts

_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
_DROPPED = ("docProps/thumbnail.jpeg", "word/stylesWithEffects.xml")
"""Parts of python-docx's template that say nothing of this document."""


def timestamp(when: datetime | None) -> datetime:
    """Return ``when`` in UTC without a zone, as core properties want it; 1980 where there is none."""
    return (when or _EPOCH).astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _font_table(fonts: Fonts) -> bytes:
    """Return the table of the theme's fonts, each with the names that may stand in for it."""
    entries = "".join(
        f"<w:font w:name={quoteattr(font.family)}><w:altName w:val={quoteattr(','.join(font.fallback))}/>"
        f'<w:family w:val="{kind}"/></w:font>'
        for font, kind in (
            (fonts.han, "roman"),
            (fonts.sans, "swiss"),
            (fonts.latin, "roman"),
            (fonts.kai, "script"),
            (fonts.title, "roman"),
        )
        if font
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'{head}<w:fonts xmlns:w="{space}" xmlns:r="{links}">{entries}</w:fonts>'.encode()


def finished(
    data: bytes, fonts: Fonts | None, embed: Callable[[dict[str, bytes]], None] | None = None
) -> bytes:
    """Return the package with fixed times, sorted parts, our fonts, no leftovers.

    Without ``fonts`` those are as they are, in the theme part as well; ``embed``
    puts font files into the parts.
    """
    with zipfile.ZipFile(BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist() if name not in _DROPPED}
    for name, content in parts.items():
        parts[name] = _finished(name, content, fonts, jpeg=any(n.endswith(".jpeg") for n in parts))
    if embed:
        embed(parts)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(parts, key=lambda n: (n != "[Content_Types].xml", n != "_rels/.rels", n)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            new.writestr(info, parts[name])
    return stream.getvalue()


def _finished(name: str, content: bytes, fonts: Fonts | None, *, jpeg: bool) -> bytes:
    """Return one part as it is in a finished package."""
    if name.endswith(".rels"):
        gone = rb'<Relationship [^>]*"/?(?:docProps/thumbnail\.jpeg|stylesWithEffects\.xml)"[^>]*/>'
        return re.sub(gone, b"", content)
    match name:
        case "[Content_Types].xml":
            content = re.sub(
                rb'<Override [^>]*stylesWithEffects[^>]*/>|<Default [^>]*"jpeg"[^>]*/>', b"", content
            )
            kind = b'<Default Extension="jpeg" ContentType="image/jpeg"/></Types>'
            return content.replace(b"</Types>", kind) if jpeg else content
        case "word/fontTable.xml" if fonts:
            return _font_table(fonts)
        case "word/theme/theme1.xml" if fonts:
            return re.sub(rb'<a:font script="[^>]*/>', b"", content)
    return content
