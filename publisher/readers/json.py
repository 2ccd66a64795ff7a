"""JSON: our own, as `publisher inspect` prints it, or a news item in ninjs."""

import msgspec

from publisher.contracts import Source
from publisher.model import Article
from publisher.report import Report
from publisher.serialize import article_from_json


class _Shape(msgspec.Struct, frozen=True):
    """What tells a ninjs object from an article of ours."""

    uri: str = ""
    meta: msgspec.Raw = msgspec.Raw(b"")


class JsonReader:
    """Reads an article that :mod:`publisher.serialize` wrote, or a ninjs object."""

    name = "json"
    suffixes = (".json",)

    def read(self, source: Source, report: Report) -> Article:
        """Return the article; ReadError names the path of a wrong value."""
        try:
            shape = msgspec.json.decode(source.data, type=_Shape)
        except msgspec.DecodeError:
            shape = _Shape()  # what is wrong is said below
        if shape.uri and not shape.meta:
            from publisher.interchange.ninjs_mapping import from_ninjs

            return from_ninjs(source.data, report)
        return article_from_json(source.data)
