"""A zipped document from anywhere: its parts within bounds, nothing executed, nothing fetched."""

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from publisher.errors import PublisherError, ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

LIMIT = 128 * 1024 * 1024
"""A larger file, in bytes, is refused; and so are parts that come to more when unpacked."""

PART_LIMIT = 32 * 1024 * 1024
"""No part that is read may be larger, in bytes unpacked."""

MOST_PARTS = 4_000
_HINT = "Open it in Word or LibreOffice, save it as a new .docx and try again."
_LOCKED = "Take the password off, save it as .docx and try again."
_DANGER = "Do not open it; ask the sender for a plain copy."
_OLE = b"\xd0\xcf\x11\xe0"


class Package:
    """The parts of one zipped document by name; ``error`` in one line for what is no sound one.

    ``hint`` is the next step for a damaged file, ``danger`` for one that means harm; ``kind`` is what
    it should be.
    """

    def __init__(
        self,
        data: bytes,
        name: str,
        *,
        error: type[PublisherError] = ReadError,
        hint: str = _HINT,
        danger: str = _DANGER,
        kind: str = "Word document (.docx)",
    ) -> None:
        self._name = name
        self._error = error
        self._hint = hint
        self._danger = danger
        if len(data) > LIMIT:
            raise self.fault(f"larger than {LIMIT // 2**20} MB")
        if data.startswith(_OLE):
            raise self.fault("an old .doc, or locked by a password; not a .docx", _LOCKED)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as reason:
            raise self.fault(f"this is no {kind}") from reason
        infos = self._archive.infolist()
        self.names = frozenset(info.filename for info in infos)
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LIMIT:
            raise self.fault("it unpacks to more than any article", self._danger)
        if any(n.startswith("/") or ".." in n.split("/") or "\\" in n for n in self.names):
            raise self.fault("a part's name leads out of the file", self._danger)

    def read(self, part: str) -> bytes:
        """Return the bytes of ``part``, at most PART_LIMIT; a fault if missing, broken or larger."""
        try:
            with self._archive.open(part) as stream:
                data = stream.read(PART_LIMIT + 1)
        except KeyError as error:
            raise self.fault(f"the part {part} is missing") from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            # zipfile says RuntimeError of a part under a password
            raise self.fault(f"the part {part} cannot be unpacked") from error
        if len(data) > PART_LIMIT:
            raise self.fault(f"the part {part} unpacks to more than {PART_LIMIT // 2**20} MB", self._danger)
        return data

    def xml(self, part: str) -> "_Element":
        """Return the root of ``part``; a document type is refused, and with it entities of any kind."""
        from lxml import etree

        parser = etree.XMLParser(
            load_dtd=False, no_network=True, resolve_entities=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(self.read(part), parser)
        except (etree.XMLSyntaxError, LookupError, ValueError) as error:
            raise self.fault(f"the part {part} is broken: {error}"[:300]) from error
        info: Any = root.getroottree().docinfo  # the stubs lack its doctype
        if info.doctype:
            raise self.fault(f"the part {part} has a document type (DOCTYPE)", self._danger)
        return root

    def fault(self, what: str, hint: str = "") -> PublisherError:
        """Return the fault to raise: the file's name, ``what`` on one line, and the next step."""
        return self._error(f"{self._name}: {' '.join(what.split())}", hint=hint or self._hint)
