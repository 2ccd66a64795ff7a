"""The parts of a Word document: what its relations lead to, its notes, and what is left out."""

import posixpath
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from publisher.errors import ReadError
from publisher.package import Package
from publisher.readers.docx.elements import attribute, local
from publisher.report import Notice, Report, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_WORD = "this is no Word document (.docx)"


class Parts:
    """One document's parts; ReadError if there is no main one, or one is broken."""

    def __init__(self, package: Package, name: str, report: Report) -> None:
        self._report = report
        self._package = package
        top = list(self._relations("", "").values())
        main = next((target for kind, target, _ in top if kind == "officeDocument"), "")
        if not main:
            raise ReadError(f"{name}: {_NO_WORD}", hint="Save it as .docx and try again.")
        folder, file = posixpath.split(main)
        self.links = self._relations(folder, file)
        root = package.xml(main)
        if local(root) != "document":
            raise ReadError(f"{name}: {_NO_WORD}", hint="Save it as .docx and try again.")
        self.body = next((e for e in root if local(e) == "body"), root)
        kinds = {kind: target for kind, target, external in self.links.values() if not external}
        self._kinds = kinds
        core = next((target for kind, target, _ in top if kind == "core-properties"), "")
        self.core = {local(e): e.text or "" for e in self._optional(core)}
        self.notes = {kind: self.by_id(kind + "s", kind, "id") for kind in ("footnote", "endnote")}
        self._tell_what_is_left_out(kinds)

    def by_id(self, part: str, kind: str, name: str) -> "dict[str, _Element]":
        """Return the children called ``kind`` of a part, by their attribute ``name``."""
        return {attribute(e, name): e for e in self._optional(self._kinds.get(part, "")) if local(e) == kind}

    def data(self, number: str) -> tuple[str, bytes] | None:
        """Return name and bytes of the part that the relation ``number`` leads to, if it is in the file."""
        _, target, external = self.links.get(number, ("", "", True))
        if external or target not in self._package.names:
            return None
        return posixpath.basename(target), self._package.read(target)

    def address(self, number: str) -> str:
        """Return the address outside the file that the relation ``number`` leads to."""
        _, target, external = self.links.get(number, ("", "", False))
        return target if external else ""

    def created(self) -> datetime | None:
        """Return when the document was made, by its properties."""
        try:
            found = datetime.fromisoformat(self.core.get("created", ""))
        except ValueError:
            return None
        return found if found.tzinfo else found.replace(tzinfo=UTC)

    def note(self, code: str, message: str, where: str = "", severity: Severity = Severity.WARNING) -> None:
        """File a notice, each once."""
        notice = Notice(code=code, message=message, where=where, severity=severity)
        if notice not in self._report.notices:
            self._report.add(notice)

    def tell_of_furniture(self) -> None:
        """File a notice if there are headers and footers, which nobody reads."""
        if self._kinds.keys() & {"header", "footer"}:
            self.note("furniture-removed", "headers and footers were left out: the theme sets them")

    def _tell_what_is_left_out(self, kinds: dict[str, str]) -> None:
        if any("vbaproject" in name.lower() for name in self._package.names):
            self.note("macros-dropped", "the document's macros were left out")
        if self.by_id("comments", "comment", "id"):
            self.note("comments-dropped", "comments were left out")
        settings = kinds.get("settings", "")
        for kind, target, external in self._relations(*posixpath.split(settings)).values():
            if kind == "attachedTemplate" and external:
                self.note("template-ignored", f"the template {target[:80]!r} was not fetched")

    def _optional(self, part: str) -> "list[_Element]":
        """Return the children of a part that the text can do without; a Notice for a broken one."""
        try:
            return list(self._package.xml(part)) if part in self._package.names else []
        except ReadError as error:
            self.note("part-broken", f"a part was left out: {error}")
            return []

    def _relations(self, folder: str, file: str) -> dict[str, tuple[str, str, bool]]:
        part = posixpath.join(folder, "_rels", f"{file}.rels")
        found = {}
        for element in self._optional(part):
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = (kind, target, external)
        return found
