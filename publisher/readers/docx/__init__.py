"""Word documents (.docx), anybody's and our own, to Article."""

from publisher.readers.docx.reader import DocxReader

__all__ = ["DocxReader"]
