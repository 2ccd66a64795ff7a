"""What a font file is, by its first bytes: a static TrueType font that every engine can set, or why not."""

from pathlib import Path

_TABLES = frozenset(("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name"))
_MOST_TABLES = 128
_EM_AT = 18
"""Where the table head says how many units an em has."""

STATIC = "Ask its maker for the static TrueType files (.ttf)."


def fault(path: Path) -> tuple[str, str]:
    """Tell what is wrong with a font by its table directory (OpenType, 4.1), and the next step.

    Both are empty for one that is right. Raises OSError for a file that cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(12 + 16 * _MOST_TABLES)
    if head[:4] == b"ttcf":
        return "is a collection of several", "Take one face out of it, as a .ttf."
    if head[:4] in (b"wOFF", b"wOF2"):
        return "is packed for the web", STATIC
    if head[:4] not in (b"\0\1\0\0", b"true", b"OTTO"):
        return "is no TrueType font", STATIC
    count = int.from_bytes(head[4:6])
    tables = {
        head[at : at + 4].decode("latin-1"): head[at : at + 16] for at in range(12, 12 + count * 16, 16)
    }
    if "CFF " in tables or "CFF2" in tables or head[:4] == b"OTTO":
        return "has PostScript outlines (CFF), and ReportLab sets TrueType outlines (glyf) alone", STATIC
    if "fvar" in tables:
        return "is variable", STATIC
    lost = sorted(_TABLES - tables.keys())
    ends = [int.from_bytes(entry[8:12]) + int.from_bytes(entry[12:16]) for entry in tables.values()]
    if count > _MOST_TABLES or lost or max(ends) > path.stat().st_size:
        told = f"{', '.join(lost) or 'its tables'} {'is' if len(lost) == 1 else 'are'} cut off"
        return f"is broken: {told}", STATIC
    with path.open("rb") as file:
        file.seek(int.from_bytes(tables["head"][8:12]) + _EM_AT)
        em = int.from_bytes(file.read(2))
    return ("", "") if 16 <= em <= 16384 else ("is broken: its em is none", STATIC)
