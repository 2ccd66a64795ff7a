"""Web pages, saved from a browser or made by an office program, and our own back again, to Article."""

from publisher.readers.html.reader import HtmlReader

__all__ = ["HtmlReader"]
