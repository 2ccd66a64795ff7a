"""The parts of a review sheet that came back: no macros, nothing from outside."""

import posixpath
from typing import TYPE_CHECKING

from publisher.errors import TranslationError
from publisher.package import Package
from publisher.translation.bounded_xml import local, parse

if TYPE_CHECKING:
    from lxml.etree import _Element

_HINT = "save the sheet as a Word document (.docx) and try again"
_DANGER = "do not open it; ask the sender for the sheet as it went out, saved as .docx"
_MAIN = "wordprocessingml.document.main+xml"


class DocxParts:
    """The parts of one .docx by name; TranslationError in one line for what is no sound one."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._package = Package(data, name, error=TranslationError, hint=_HINT, danger=_DANGER)
        self._check()

    def document(self) -> "_Element":
        """Return the root of the main part."""
        return parse(self._package.read(self._main), f"{self._name} ({self._main})", _HINT)

    def comments(self) -> "_Element | None":
        """Return the root of the comments; None if there are none."""
        folder, name = posixpath.split(self._main)
        relations = f"{folder}/_rels/{name}.rels".lstrip("/")
        if relations not in self._package.names:
            return None
        for kind, target, _ in self._relations(relations):
            if kind == "comments":
                part = _part(folder, target)
                return parse(self._package.read(part), f"{self._name} ({part})", _HINT)
        return None

    def _check(self) -> None:
        names = self._package.names
        if "[Content_Types].xml" not in names or "_rels/.rels" not in names:
            raise self._package.fault("this is no Word document (.docx)")
        types = self._parse("[Content_Types].xml")
        kinds = {e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in types}
        if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds.values()) or any(
            "vbaproject" in name.lower() for name in names
        ):
            raise self._package.fault("it holds macros", _DANGER)
        self._main = ""
        for relations in sorted(n for n in names if n.endswith(".rels")):
            for kind, target, external in self._relations(relations):
                if external and not _harmless(kind, target):
                    raise self._package.fault(
                        f"it refers to something outside ({kind}: {target[:80]})", _DANGER
                    )
                if relations == "_rels/.rels" and kind == "officeDocument":
                    self._main = _part("", target)
        if not kinds.get(self._main, "").endswith(_MAIN):
            raise self._package.fault("this is no Word document (.docx)")

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
        return parse(self._package.read(part), f"{self._name} ({part})", _HINT)


def _harmless(kind: str, target: str) -> bool:
    """Tell whether an outside relation is common and opens nothing by itself.

    Word notes the address of a link that was typed, and the path of the local
    template that a user's documents are made from.
    """
    remote = target.startswith(("\\\\", "//")) or "://" in target.removeprefix("file:///")
    return kind == "hyperlink" or (kind == "attachedTemplate" and not remote)


def _part(folder: str, target: str) -> str:
    return posixpath.normpath(target if target.startswith("/") else f"{folder}/{target}").lstrip("/")
