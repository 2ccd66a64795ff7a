"""Markdown (CommonMark, tables, footnotes), anybody's and our own, to Article."""

from publisher.readers.markdown.reader import MarkdownReader

__all__ = ["MarkdownReader"]
