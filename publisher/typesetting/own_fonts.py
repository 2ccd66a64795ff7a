"""Fonts of the user's own in place of a theme's, once each is known to be one that every engine can set.

A font file is input like any other: its size and its tables are looked at before
it is opened. Its licence is heeded as it says it itself (OpenType, OS/2 fsType).
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from publisher.errors import ConfigError
from publisher.theme import Font, Fonts, Theme, font_files
from publisher.typesetting import fonts as metrics

ROLES = ("han", "han-bold", "latin", "latin-bold", "latin-italic", "sans", "title", "kai")
"""What a font may be for: text, its bold and italic, kickers and masthead, the headline, Kai of headings."""

MAX_BYTES = 64 * 1024 * 1024
"""The largest font that is opened; one with every ideograph takes half of it."""

_RESTRICTED, _NOT_CUT = 0x0002, 0x0300
"""Bits of fsType: no embedding at all; none cut to a document's characters, or bitmaps alone."""

_FAMILIES = (16, 1)
"""Names of a family (OpenType, name): the one of all its faces first."""

_LONGEST_NAME = 64
_SAMPLES = {"latin": "ABCabc019", "": "的一国人中"}


def dressed(theme: Theme, files: Mapping[str, str]) -> Theme:
    """Return ``theme`` set in ``files``, font files by their role.

    ConfigError for a role that is none of ROLES, and for a file that is no static TrueType font of the
    role's script or forbids to be embedded.
    """
    fonts = theme.fonts
    for role, file in files.items():
        if role not in ROLES:
            raise ConfigError(
                f"There is no role {role!r} for a font.", hint=f"The roles are {', '.join(ROLES)}: han=FILE."
            )
        fonts = _placed(fonts, role, _checked(Path(file), role))
    return msgspec.structs.replace(theme, fonts=fonts)


def _placed(fonts: Fonts, role: str, found: Font) -> Fonts:
    """Return ``fonts`` with the file of ``found`` in its ``role``; its family, and the old ones behind it."""
    name, _, style = role.partition("-")
    old: Font | None = getattr(fonts, name)
    if style and old:
        made = msgspec.structs.replace(old, **{style: found.regular})
    elif name == "sans":
        made = msgspec.structs.replace(found, regular="", bold=found.regular)
    elif name in ("title", "kai"):
        made = found
    else:
        made = msgspec.structs.replace(found, bold=old.bold if old else "", italic=old.italic if old else "")
    if name == "han" and not style and old:
        made = msgspec.structs.replace(made, spare=old.regular)
    if not style:
        before = (old.family, *old.fallback) if old else ()
        made = msgspec.structs.replace(made, fallback=tuple(name for name in before if name != made.family))
    return msgspec.structs.replace(fonts, **{name: made})


def _checked(path: Path, role: str) -> Font:
    """Return the font in ``path`` by its family's name; ConfigError where it will not do."""
    one = "--font han=fonts/Song.ttf"
    try:
        if path.is_dir():
            raise ConfigError(f"The font {path} is a folder.", hint=f"Name a file in it: {one}.")
        if not path.is_file():
            raise ConfigError(f"The font {path} is not there.", hint=f"Give the file: {one}.")
        if path.stat().st_size > MAX_BYTES:
            limit = MAX_BYTES // 1024 // 1024
            raise ConfigError(f"The font {path} is larger than {limit} MB.", hint="Give a smaller one.")
        fault, hint = font_files.fault(path)
    except OSError as error:
        raise ConfigError(
            f"The font {path} cannot be read: {error.strerror}.", hint="Check its permissions."
        ) from error
    if fault:
        raise ConfigError(f"The font {path} {fault}.", hint=hint)
    return _opened(path.resolve(), role)


def _opened(path: Path, role: str) -> Font:
    opened = metrics.face(str(path))
    rights = int.from_bytes(opened.reference_table("OS/2").data[8:10])
    if rights & 0xF == _RESTRICTED or rights & _NOT_CUT:
        raise ConfigError(
            f"The font {path} forbids to be embedded, or to be cut for it (OS/2 fsType {rights:#06x}).",
            hint="Ask its maker for a licence and a file that allow it.",
        )
    sample = _SAMPLES.get(role.partition("-")[0], _SAMPLES[""])
    held = metrics.coverage(str(path))
    if lost := [c for c in sample if ord(c) not in held]:
        raise ConfigError(
            f"The font {path} lacks {''.join(lost)}.", hint=f"It cannot be the font for {role}."
        )
    # Word asks a family's bold face for itself; one that has but this face is not to be thickened
    bold, _ = metrics.is_bold_or_italic(str(path))
    return Font(family=_family(opened) or path.stem, regular=str(path), heavy=not bold)


def _family(opened: object) -> str:
    """Return the family's name, in Chinese if it has one: by that, Word finds it."""
    entries = {(int(entry.name_id), entry.language) for entry in opened.list_names()}  # type: ignore[attr-defined]
    for name in _FAMILIES:
        languages = sorted((language for at, language in entries if at == name), key=_chinese_first)
        for language in languages:
            told = str(opened.get_name(name, language) or "")  # type: ignore[attr-defined]
            clean = "".join(c for c in told if c.isprintable() and c not in '",;<>&').strip()
            if clean:
                return clean[:_LONGEST_NAME]
    return ""


def _chinese_first(language: str) -> tuple[bool, bool, str]:
    return not language.startswith("zh"), not language.startswith("en"), language
