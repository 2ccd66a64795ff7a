"""Word templates for tests: made by python-docx, then changed part by part."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import msgspec

from publisher.contracts import Context
from publisher.exporters.word import DocxExporter
from publisher.model import Release

DOCUMENT = b"wordprocessingml.document.main+xml"
TEMPLATE = b"wordprocessingml.template.main+xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def plain(_: Any) -> None:
    """Change nothing."""


def template(
    path: Path,
    make: Callable[[Any], None] = plain,
    *,
    replace: Mapping[str, tuple[bytes, bytes]] | None = None,
    add: Mapping[str, bytes] | None = None,
) -> Path:
    """Write a template to ``path``: ``make`` changes its document, then parts are changed and added."""
    document = docx.Document()
    make(document)
    stream = BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml" and path.suffix == ".dotx":
                content = content.replace(DOCUMENT, TEMPLATE)
            if replace and name in replace:
                before, after = replace[name]
                assert before in content, (name, before)
                content = content.replace(before, after)
            new.writestr(name, content)
        for name, content in (add or {}).items():
            new.writestr(name, content)
    return path


def relations(*links: tuple[str, str, str, bool]) -> bytes:
    """Return a part of relations: id, kind, target, and whether it leads out of the file."""
    made = "".join(
        f'<Relationship Id="{number}" Type="{R}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if external else ''}/>"
        for number, kind, target, external in links
    )
    return f'<Relationships xmlns="{RELATIONS}">{made}</Relationships>'.encode()


def without(*names: str) -> Callable[[Any], None]:
    """Return what takes the styles ``names`` out of a document."""

    def make(document: Any) -> None:
        for name in names:
            document.styles[name].delete()

    return make


def renamed(old: str, new: str, number: str = "") -> Callable[[Any], None]:
    """Return what gives the style ``old`` another name, and the id ``number``."""

    def make(document: Any) -> None:
        element = document.styles[old].element
        element.name_val = new
        if number:
            element.styleId = number

    return make


def exported(release: Release, context: Context, path: Path) -> bytes:
    """Return ``release`` in Word on the template at ``path``."""
    return DocxExporter().export(release, msgspec.structs.replace(context, reference=path))
