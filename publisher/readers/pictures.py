"""Pictures named in the text: found in the article's folder only, bounded, their kind told by their bytes."""

import re
import struct
from itertools import islice
from pathlib import Path

import msgspec

from publisher.contracts import Source
from publisher.model import Asset
from publisher.report import Notice, Report, Severity

MAX_BYTES = 20 * 1024 * 1024
"""The largest picture that is taken in."""

PICTURE = re.compile(r"^!\[(?P<caption>[^\]]*)\]\((?P<file>[^)]+)\)$")
"""A line that is a picture: ``![caption](file)``."""

PLACEHOLDER = re.compile(
    r"^[【［\[（(]\s*(?:插图|配图|图片?|圖片?|照片|photo|picture|image|figure|fig\.)\s*"
    r"(?P<number>\d{1,2}|[一二三四五六七八九十])?\s*(?:[：:]\s*(?P<caption>[^】］\]）)]{1,80}))?[】］\]）)]$",
    re.IGNORECASE,
)
"""A line that keeps a place for a picture: 【图1】, 【图片2：孩子们】, [Photo 1]."""

SAYS_NOTHING = re.compile(
    r"[\w .-]*\.(?:png|jpe?g|gif|webp|bmp)|图片|圖片|image|img|photo|undefined", re.IGNORECASE
)
"""Words for a picture that are none."""

_LISTED = 2000
"""Files of a folder that are looked through for the picture of a place."""


def is_mark(line: str) -> bool:
    """Tell a line that is a picture, or keeps a place for one."""
    return bool(PICTURE.match(line) or PLACEHOLDER.match(line))


def placed(match: re.Match[str], source: Source, where: str, report: Report) -> Asset | None:
    """Return the picture that a place is kept for: the one beside the article with its word and number.

    For 【图1】 that is 图1.jpg, 图片1.png, photo-1.jpeg and the like; where none
    or several would do, nothing, and a WARNING.
    """
    wanted = re.compile(
        rf"(?:插图|配图|图片?|圖片?|照片|photo|picture|image|figure|fig)[ _\-]?0?{number(match)}",
        re.IGNORECASE,
    )
    try:
        files = [path.name for path in islice(source.folder.iterdir(), _LISTED)]
    except OSError:
        files = []
    found = sorted(
        name
        for name in files
        if name.lower().endswith((".png", ".jpg", ".jpeg")) and wanted.fullmatch(name.rpartition(".")[0])
    )
    if len(found) == 1:
        return load(found[0], source, where, report)
    reason = (
        f"several files would do: {', '.join(found[:3])}" if found else "no file of that name is beside it"
    )
    report.add(
        Notice(
            code="picture-missing",
            message=f"the text keeps a place for a picture, {match[0][:40]!r}: {reason}",
            where=where,
            severity=Severity.WARNING,
        )
    )
    return None


def number(match: re.Match[str]) -> str:
    """Return the number of a place in figures; nothing where it has none."""
    said = match["number"] or ""
    return str("一二三四五六七八九十".index(said) + 1) if said and said in "一二三四五六七八九十" else said


def load(name: str, source: Source, where: str, report: Report) -> Asset | None:
    """Return the picture ``name`` beside the article, or nothing and a WARNING that says why."""
    reason = ""
    try:
        folder = source.folder.resolve()
        path = (folder / name).resolve()
        if "://" in name or Path(name).is_absolute() or not path.is_relative_to(folder):
            reason = "it is outside the article's folder"
        elif not path.is_file():
            reason = "there is no such file beside the article"
        elif path.stat().st_size > MAX_BYTES:
            reason = f"it is larger than {MAX_BYTES // 1024 // 1024} MB"
        else:
            data = path.read_bytes()
            if (form := kind(data)) is not None:
                return Asset(path.name, *form[:1], data, *form[1:])
            reason = "it is neither PNG nor JPEG"
    except (OSError, ValueError, struct.error):
        reason = "it cannot be read"
    report.add(
        Notice(
            code="picture-missing",
            message=f"the picture {name!r} is left out: {reason}",
            where=where,
            severity=Severity.WARNING,
        )
    )
    return None


def apart(asset: Asset, taken: dict[str, Asset]) -> Asset:
    """Return ``asset`` under a name that no other picture of ``taken`` has, and put it there."""
    first, _, last = asset.name.rpartition(".")
    names = (asset.name, *(f"{first}-{n}.{last}" for n in range(2, len(taken) + 3)))
    name = next(n for n in names if n not in taken or taken[n].data == asset.data)
    return taken.setdefault(name, msgspec.structs.replace(asset, name=name))


def kind(data: bytes) -> tuple[str, int, int] | None:
    """Return media type, width and height in pixels; nothing for what is not a PNG or JPEG."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR":
        width, height = struct.unpack(">II", data[16:24])
        return ("image/png", width, height) if width and height else None
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    return None


def _jpeg(data: bytes) -> tuple[str, int, int] | None:
    """Walk the segments of a JPEG to its frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return ("image/jpeg", width, height) if width and height else None
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None
