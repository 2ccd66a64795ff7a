"""manifest.json: what a pack holds, file by file, and what was noticed while it was made."""

import re
from datetime import datetime
from typing import Any

import msgspec

from publisher.errors import DeliveryError
from publisher.report import Notice

NAME = "manifest.json"
RELEASE = "release.json"
"""The editions themselves, beside the manifest: a message to the press is made of them."""

CHANGES, COMMENTS = "changes", "comments"
WORKING_COPIES = (CHANGES, COMMENTS)
"""Formats of files for the editors: none of them goes out unless it is named."""

_PLAIN = re.compile(r"[^/\\\x00-\x1f\x7f]{1,255}")


class FileRecord(msgspec.Struct, frozen=True):
    """One finished file; ``pages`` is 0 where a format has none."""

    name: str
    language: str
    format: str
    media_type: str
    bytes: int
    sha256: str
    pages: int
    checks: dict[str, str]
    draft: bool

    def __hash__(self) -> int:
        return hash((self.name, self.sha256))


class Refusal(msgspec.Struct, frozen=True):
    """A file that could not be made: which, why, and what to do."""

    language: str
    format: str
    reason: str
    hint: str


class ArticleRecord(msgspec.Struct, frozen=True):
    """What the pack is about; ``issued`` and ``embargo`` have their offset, ``headlines`` are by language."""

    headline: str
    source: str
    issued: datetime | None
    embargo: datetime | None
    language: str
    headlines: dict[str, str] = {}


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """One pack; ``manifest`` is the version of this form."""

    manifest: int = 1
    article: ArticleRecord
    files: tuple[FileRecord, ...]
    refused: tuple[Refusal, ...] = ()
    notices: tuple[Notice, ...] = ()
    release_sha256: str = ""

    def to_json(self) -> bytes:
        """Return the manifest as indented JSON, the same bytes for the same manifest."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


def from_json(data: bytes) -> Manifest:
    """Return the manifest in ``data``; DeliveryError if it is none, or names a file outside its pack."""
    try:
        made = msgspec.json.decode(data, type=Manifest)
    except msgspec.DecodeError as error:
        raise DeliveryError(
            f"{NAME} is not a manifest: {error}.", hint="Export the article again."
        ) from error
    if made.manifest != 1:
        raise DeliveryError(
            f"{NAME} is of form {made.manifest}, and this program knows form 1.", hint="Install a newer one."
        )
    for file in made.files:
        if not _PLAIN.fullmatch(file.name) or file.name in (".", "..", NAME, RELEASE):
            raise DeliveryError(
                f"{NAME} names a file that cannot be in a pack: {file.name[:80]!r}.",
                hint="Export the article again.",
            )
    return made


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a manifest."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Manifest)}
