"""A Word file from anywhere: its parts within bounds, nothing executed, nothing fetched."""

import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from publisher.errors import TranslationError
from publisher.translation.bounded_xml import local, parse

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT = 64 * 1024 * 1024
"""A larger file, in bytes, is refused; and so are parts that come to more when unpacked."""

PART_LIMIT = 32 * 1024 * 1024
"""No part that is read may be larger, in bytes unpacked."""

_MOST_PARTS = 2_000
_HINT = "save the sheet as a Word document (.docx) and try again"
_DANGER = "do not open it; ask the sender for the sheet as it went out, saved as .docx"
_MAIN = "wordprocessingml.document.main+xml"
_OLD_WORD = b"\xd0\xcf\x11\xe0"


class DocxParts:
    """The parts of one .docx by name; TranslationError in one line for what is no sound one."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        if len(data) > LIMIT:
            raise self._fault(f"larger than {LIMIT // 2**20} MB ({len(data) / 2**20:.0f} MB)")
        if data.startswith(_OLD_WORD):
            raise self._fault("an old .doc, or locked by a password; not a .docx")
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError) as error:
            raise self._fault("this is no Word document (.docx)") from error
        self._check()

    def document(self) -> "_Element":
        """Return the root of the main part."""
        return parse(self._bytes(self._main), f"{self._name} ({self._main})", _HINT)

    def comments(self) -> "_Element | None":
        """Return the root of the comments; None if there are none."""
        folder, name = posixpath.split(self._main)
        relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        if relations not in self._names:
            return None
        for kind, target, _ in self._relations(relations):
            if kind == "comments":
                part = _part(folder, target)
                return parse(self._bytes(part), f"{self._name} ({part})", _HINT)
        return None

    def _check(self) -> None:
        infos = self._archive.infolist()
        self._names = {info.filename for info in infos}
        if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > LIMIT:
            raise self._fault("it unpacks to more than any review sheet", _DANGER)
        if any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in self._names):
            raise self._fault("a part's name leads out of the file", _DANGER)
        if "[Content_Types].xml" not in self._names or "_rels/.rels" not in self._names:
            raise self._fault("this is no Word document (.docx)")
        types = self._parse("[Content_Types].xml")
        kinds = {e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in types}
        if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds.values()) or any(
            "vbaproject" in name.lower() for name in self._names
        ):
            raise self._fault("it holds macros", _DANGER)
        self._main = ""
        for relations in sorted(n for n in self._names if n.endswith(".rels")):
            for kind, target, external in self._relations(relations):
                if external and not _harmless(kind, target):
                    raise self._fault(f"it refers to something outside ({kind}: {target[:80]})", _DANGER)
                if relations == "_rels/.rels" and kind == "officeDocument":
                    self._main = _part("", target)
        if not kinds.get(self._main, "").endswith(_MAIN):
            raise self._fault("this is no Word document (.docx)")

    def _relations(self, part: str) -> list[tuple[str, str, bool]]:
        """Return kind, target and whether it is outside, for each relation that ``part`` lists."""
        return [
            (
                element.get("Type", "").rpartition("/")[2],
                element.get("Target", ""),
                element.get("TargetMode") == "External",
            )
            for element in self._parse(part)
            if local(element) == "Relationship"
        ]

    def _parse(self, part: str) -> "_Element":
        return parse(self._bytes(part), f"{self._name} ({part})", _HINT)

    def _bytes(self, part: str) -> bytes:
        try:
            with self._archive.open(part) as stream:
                data = stream.read(PART_LIMIT + 1)
        except KeyError as error:
            raise self._fault(f"the part {part} is missing") from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            # zipfile says RuntimeError of a part under a password
            raise self._fault(f"the part {part} cannot be unpacked") from error
        if len(data) > PART_LIMIT:
            raise self._fault(f"the part {part} unpacks to more than {PART_LIMIT // 2**20} MB", _DANGER)
        return data

    def _fault(self, what: str, hint: str = _HINT) -> TranslationError:
        return TranslationError(f"{self._name}: {' '.join(what.split())}", hint=hint)


def _harmless(kind: str, target: str) -> bool:
    """Tell whether an outside relation is common and opens nothing by itself.

    Word notes the address of a link that was typed, and the path of the local
    template that a user's documents are made from.
    """
    remote = target.startswith(("\\\\", "//")) or "://" in target.removeprefix("file:///")
    return kind == "hyperlink" or (kind == "attachedTemplate" and not remote)


def _part(folder: str, target: str) -> str:
    return posixpath.normpath(target if target.startswith("/") else f"{folder}/{target}").lstrip("/")
