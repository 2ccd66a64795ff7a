"""Word by python-docx: a document that an editor can go on with, every look a style."""

from publisher.exporters.word.document import DocxExporter

__all__ = ["DocxExporter"]
