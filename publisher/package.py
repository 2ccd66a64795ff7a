"""A zipped document from anywhere: its parts within bounds, nothing executed, nothing fetched."""

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from publisher.errors import ReadError

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
    """The parts of one zipped document by name; ReadError in one line for what is no sound one."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        if len(data) > LIMIT:
            raise self._fault(f"larger than {LIMIT // 2**20} MB")
        if data.startswith(_OLE):
            raise self._fault("an old .doc, or locked by a password; not a .docx", _LOCKED)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise self._fault("this is no Word document (.docx)") from error
        infos = self._archive.infolist()
        self.names = frozenset(info.filename for info in infos)
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LIMIT:
            raise self._fault("it unpacks to more than any article", _DANGER)
        if any(n.startswith("/") or ".." in n.split("/") or "\\" in n for n in self.names):
            raise self._fault("a part's name leads out of the file", _DANGER)

    def read(self, part: str) -> bytes:
        """Return the bytes of ``part``, at most PART_LIMIT; ReadError if missing, broken or larger."""
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
            raise self._fault(f"the part {part} is broken: {error}"[:300]) from error
        info: Any = root.getroottree().docinfo  # the stubs lack its doctype
        if info.doctype:
            raise self._fault(f"the part {part} has a document type (DOCTYPE)", _DANGER)
        return root

    def _fault(self, what: str, hint: str = _HINT) -> ReadError:
        return ReadError(f"{self._name}: {' '.join(what.split())}", hint=hint)
