"""The finished .docx package: fixed times and order, so that the same input gives the same bytes."""

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO

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
        f'<w:font w:name="{font.family}"><w:altName w:val="{",".join(font.fallback)}"/>'
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
    return f'{head}<w:fonts xmlns:w="{space}">{entries}</w:fonts>'.encode()


def finished(data: bytes, fonts: Fonts | None) -> bytes:
    """Return the package with fixed times, sorted parts, our fonts, no leftovers.

    Without ``fonts`` those are as they are, in the theme part as well.
    """
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        names = sorted(n for n in old.namelist() if n not in _DROPPED)
        names.sort(key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels"))
        for name in names:
            content = old.read(name)
            if name.endswith(".rels"):
                content = re.sub(
                    rb'<Relationship [^>]*"/?(?:docProps/thumbnail\.jpeg|stylesWithEffects\.xml)"[^>]*/>',
                    b"",
                    content,
                )
            elif name == "[Content_Types].xml":
                content = re.sub(
                    rb'<Override [^>]*stylesWithEffects[^>]*/>|<Default [^>]*"jpeg"[^>]*/>', b"", content
                )
                if any(n.endswith(".jpeg") for n in names):
                    content = content.replace(
                        b"</Types>", b'<Default Extension="jpeg" ContentType="image/jpeg"/></Types>'
                    )
            elif name == "word/fontTable.xml" and fonts:
                content = _font_table(fonts)
            elif name == "word/theme/theme1.xml" and fonts:
                content = re.sub(rb'<a:font script="[^>]*/>', b"", content)
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            new.writestr(info, content)
    return stream.getvalue()
