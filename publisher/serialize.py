"""Article and Release to JSON and back, and the JSON Schema of the article: the golden format."""

from typing import Any

import msgspec

from publisher.errors import ReadError
from publisher.model import Article, Release

_ENCODER = msgspec.json.Encoder(order="deterministic")


def to_json(value: Article | Release) -> bytes:
    """Return ``value`` as indented UTF-8 JSON, the same bytes for the same value."""
    return msgspec.json.format(_ENCODER.encode(value), indent=2) + b"\n"


def article_from_json(data: bytes) -> Article:
    """Return the article that ``data`` holds; ReadError names the path of a wrong value."""
    try:
        return msgspec.json.decode(data, type=Article)
    except msgspec.DecodeError as error:
        raise ReadError(
            f"This is not an article in JSON: {error}.",
            hint="Compare it with what `publisher inspect` prints.",
        ) from error


def release_from_json(data: bytes) -> Release:
    """Return the release that ``data`` holds; ReadError names the path of a wrong value."""
    try:
        return msgspec.json.decode(data, type=Release)
    except msgspec.DecodeError as error:
        raise ReadError(
            f"This is not a release in JSON: {error}.", hint="Export the article again."
        ) from error


def article_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of an article."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Article)}
