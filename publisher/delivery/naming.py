"""What a file is called when it leaves the house: a pattern filled, and cleaned of what names cannot hold."""

import re
import string
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from publisher.errors import ConfigError
from publisher.manifest import FileRecord, Manifest

PATTERN = "{date}-{slug}.{lang}.{ext}"
"""The pattern by default; ``{date}`` is the day of issue, ``{slug}`` the headline in the file's language,
``{ext}`` what the pack has behind the language."""

_FIELDS = frozenset(("date", "slug", "source", "lang", "ext", "format"))
_SLUG = 60
"""Characters of a headline that a name takes at most."""

_BYTES = 200
"""Bytes that a name may have in UTF-8; file systems take 255."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]')
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")


def file_names(
    manifest: Manifest,
    records: Iterable[FileRecord],
    *,
    now: datetime,
    pattern: str = PATTERN,
    ascii_only: bool = False,
) -> dict[str, str]:
    """Return the name to send each of ``records`` under, by its name in the pack.

    ``ascii_only`` writes Han in pinyin and drops what is not ASCII, for
    programs that cannot read RFC 2231. An embargo that is not past at ``now``
    stands first in the name, whatever the pattern. ConfigError for a pattern
    with an unknown field or one that calls two files the same.
    """
    _check(pattern)
    article = manifest.article
    held = f"EMBARGO-{article.embargo:%Y%m%d-%H%M}-" if article.embargo and now < article.embargo else ""
    made: dict[str, str] = {}
    taken: dict[str, str] = {}
    for record in records:
        fields = {
            "date": f"{article.issued:%Y-%m-%d}" if article.issued else "",
            "slug": slug(article.headlines.get(record.language, article.headline), ascii_only=ascii_only),
            "source": slug(article.source, ascii_only=ascii_only),
            "lang": record.language,
            "ext": record.name.partition(f".{record.language}.")[2] or record.name.rpartition(".")[2],
            "format": record.format,
        }
        name = held + clean(pattern.format_map(fields), ascii_only=ascii_only)
        if other := taken.get(name.casefold()):  # as file systems that know no case see it
            raise ConfigError(
                f"The pattern {pattern!r} calls both {other} and {record.name} {name}.",
                hint="Tell them apart with {lang}, {format} and {ext}.",
            )
        taken[name.casefold()] = record.name
        made[record.name] = name
    return made


def slug(text: str, *, ascii_only: bool = False) -> str:
    """Return ``text`` as part of a name: words joined by hyphens, Han as it is or in pinyin."""
    if ascii_only:
        text = _HAN.sub(lambda found: f" {_pinyin(found[0])} ", text)
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[^\W_]+(?:['’.][^\W_]+)*", text.lower() if ascii_only else text)
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word
        if len(longer) > _SLUG:
            break
        made = longer
    return made or (words[0][:_SLUG] if words else "release")


def clean(name: str, *, ascii_only: bool = False) -> str:
    """Return ``name`` as every file system takes it: no path, no sign of direction, no device's name."""
    name = _FORBIDDEN.sub("", unicodedata.normalize("NFC", name))
    if ascii_only:
        name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    name = re.sub(r"\s+", " ", name).strip(" .-")
    stem, dot, ending = name.rpartition(".")
    while len(name.encode()) > _BYTES and stem:
        stem = stem[:-1]
        name = f"{stem.rstrip(' .-')}{dot}{ending}"
    if not name or _DEVICES.match(name):
        name = f"file-{name}".rstrip("-")
    return name


def _pinyin(han: str) -> str:
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(han)).replace("v", "yu")  # 吕 is Lyu (GB/T 28039)


def _check(pattern: str) -> None:
    try:
        fields = [name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None]
    except ValueError as error:
        raise ConfigError(f"The pattern {pattern!r} cannot be read: {error}.") from error
    if unknown := [name for name in fields if name not in _FIELDS]:
        raise ConfigError(
            f"The pattern {pattern!r} has an unknown field: {', '.join(unknown)}.",
            hint=f"Fields: {', '.join(sorted(_FIELDS))}.",
        )
