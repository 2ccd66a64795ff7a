"""Article and Release to JSON and back, and the JSON Schema of the article: the golden format."""

import hashlib
from typing import Any

import msgspec

from publisher.errors import ReadError
from publisher.model import Article, Release

_ENCODER = msgspec.json.Encoder(order="deterministic")


def to_json(value: Article | Release) -> bytes:
    """Return ``value`` as indented UTF-8 JSON, the same bytes for the same value."""
    return msgspec.json.format(_ENCODER.encode(value), indent=2) + b"\n"


def outline(article: Article) -> bytes:
    """Return ``article`` as JSON to look at: of a picture its size in bytes and its sum, not its data."""
    made = msgspec.json.decode(to_json(msgspec.structs.replace(article, assets=())))
    made["assets"] = [
        {
            "name": asset.name,
            "media_type": asset.media_type,
            "width": asset.width,
            "height": asset.height,
            "bytes": len(asset.data),
            "sha256": hashlib.sha256(asset.data).hexdigest(),
        }
        for asset in article.assets
    ]
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


class _Picture(msgspec.Struct, frozen=True):
    """What tells a picture of an outline."""

    name: str
    data: msgspec.Raw = msgspec.Raw(b"")


class _Outline(msgspec.Struct, frozen=True):
    assets: tuple[_Picture, ...] = ()


def article_from_json(data: bytes) -> Article:
    """Return the article that ``data`` holds; ReadError names the path of a wrong value."""
    try:
        return msgspec.json.decode(data, type=Article)
    except msgspec.DecodeError as error:
        if lacking := _without_data(data):
            named = ", ".join(lacking[:3]) + (" …" if len(lacking) > 3 else "")
            raise ReadError(
                f"The data of {named} is not in this JSON.",
                hint="`publisher inspect --assets FILE` prints an article with its pictures.",
            ) from error
        raise ReadError(
            f"This is not an article in JSON: {error}.",
            hint="Compare it with what `publisher inspect` prints.",
        ) from error


def _without_data(data: bytes) -> list[str]:
    """Return the names of the pictures in the JSON of an article that are only told of."""
    try:
        found = msgspec.json.decode(data, type=_Outline)
    except msgspec.DecodeError:
        return []
    return [picture.name for picture in found.assets if not picture.data]


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
