"""Fonts inside a Word document, each cut to its characters and obfuscated (ECMA-376-1, 17.8.1).

Where a family has no file of its own, as 仿宋 has none, the theme's face that
comes nearest stands in: under its own name, which Word finds among those that
may stand in, and under the family's, which other programs ask for.
"""

import hashlib
from collections.abc import Mapping, MutableMapping
from typing import Any

from publisher.exporters.word.faces_used import SIGNS, Face, faces
from publisher.report import Notice, Report, Severity
from publisher.theme import Fonts
from publisher.typesetting import fonts as files

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TABLE = "word/fontTable.xml"
_KINDS = {
    (False, False): "embedRegular",
    (True, False): "embedBold",
    (False, True): "embedItalic",
    (True, True): "embedBoldItalic",
}
"""What a face is called in the font table, by bold and italic, in the schema's order."""

_BEFORE = frozenset(
    ("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
     "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
     "printFractionalCharacterWidth", "printFormsData")
)  # fmt: skip
"""Settings that stand before those of embedded fonts (ECMA-376-1, 17.15.1.78)."""


def embed(parts: MutableMapping[str, bytes], theme: Fonts, report: Report) -> None:
    """Put the faces that the document ``parts`` asks for into it; a notice names what cannot go in."""
    needed: dict[str, set[str]] = {}
    entries: dict[Face, str] = {}
    missing: dict[str, None] = {}
    for face, characters in sorted(faces(parts).items()):
        file = _file(theme, face)
        if not file or not files.may_be_embedded(file):
            missing[face.family] = None
            continue
        covered = {c for c in characters if ord(c) in files.coverage(file)}
        if not covered <= SIGNS:
            needed.setdefault(file, {" "}).update(covered)
            entries[face] = file
            entries.setdefault(Face(files.family(file), *files.is_bold_or_italic(file)), file)
    if missing:
        _tell(report, missing)
    if entries:
        cut = {file: files.cut(file, frozenset(needed[file]), files.FOR_SCREEN) for file in sorted(needed)}
        _put(parts, entries, cut)


def _file(theme: Fonts, face: Face) -> str:
    """Return the theme's file for ``face``, or what stands in for it where the theme is set elsewhere."""
    every = [font for font in (theme.han, theme.sans, theme.latin, theme.kai, theme.title) if font]
    found = next((font for font in every if font.family == face.family), None)
    if found is None:
        return ""
    wanted = found.italic if face.italic else found.bold if face.bold else found.regular
    own = wanted or (found.bold if face.bold else "") or found.regular or found.bold
    return own or (theme.brush if found is theme.kai else theme.display)


def _put(parts: MutableMapping[str, bytes], entries: Mapping[Face, str], cut: Mapping[str, bytes]) -> None:
    """Add the files ``cut`` and refer to each from every entry of the font table that it serves."""
    from lxml import etree

    links, keys = [], {}
    for number, (file, data) in enumerate(cut.items(), 1):
        digest = hashlib.sha256(data).hexdigest().upper()
        guid = "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]))
        keys[file] = (f"rId{number}", f"{{{guid}}}")
        parts[f"word/fonts/font{number}.odttf"] = obfuscated(data, guid)
        links.append(f'<Relationship Id="rId{number}" Type="{_R}/font" Target="fonts/font{number}.odttf"/>')
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    made = f'{head}<Relationships xmlns="{space}">{"".join(links)}</Relationships>'
    parts["word/_rels/fontTable.xml.rels"] = made.encode()
    table = etree.fromstring(parts[_TABLE])
    named = {entry.get(f"{_W}name"): entry for entry in table}
    for face in sorted(entries, key=lambda f: (f.family, f.italic, f.bold)):
        if face.family not in named:
            named[face.family] = etree.SubElement(table, f"{_W}font", {f"{_W}name": face.family})
        link, key = keys[entries[face]]
        kind = _KINDS[face.bold, face.italic]
        etree.SubElement(named[face.family], f"{_W}{kind}", {f"{{{_R}}}id": link, f"{_W}fontKey": key})
    parts[_TABLE] = _bytes(table)
    _announce(parts)


def _announce(parts: MutableMapping[str, bytes]) -> None:
    """Say in the settings that fonts are embedded and cut, and in the package what their parts are."""
    from lxml import etree

    types = etree.fromstring(parts["[Content_Types].xml"])
    kind = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    default = types.tag.replace("}Types", "}Default")
    types.insert(0, types.makeelement(default, {"Extension": "odttf", "ContentType": kind}))
    parts["[Content_Types].xml"] = _bytes(types)
    settings = etree.fromstring(parts["word/settings.xml"])
    at = next((n for n, e in enumerate(settings) if _local(e) not in _BEFORE), len(settings))
    for number, name in enumerate(("embedTrueTypeFonts", "saveSubsetFonts")):
        settings.insert(at + number, settings.makeelement(f"{_W}{name}"))
    parts["word/settings.xml"] = _bytes(settings)


def obfuscated(font: bytes, guid: str) -> bytes:
    """Return ``font`` with its first 32 bytes combined with ``guid``, read backwards; twice gives it back."""
    key = bytes.fromhex(guid.replace("-", ""))[::-1] * 2
    return bytes(a ^ b for a, b in zip(font[:32], key, strict=True)) + font[32:]


def _tell(report: Report, missing: Mapping[str, None]) -> None:
    names = ", ".join(missing)
    notice = Notice(
        code="font-not-embedded",
        message=f"Word embeds no {names}: the theme has no file of it that may be embedded",
        severity=Severity.WARNING,
    )
    if notice not in report.notices:
        report.add(notice)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _bytes(root: Any) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
