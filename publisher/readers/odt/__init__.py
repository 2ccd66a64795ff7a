"""OpenDocument texts (.odt), as LibreOffice and others write them, to Article."""

from publisher.readers.odt.reader import OdtReader

__all__ = ["OdtReader"]
