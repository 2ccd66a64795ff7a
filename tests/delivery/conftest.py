"""A small pack, made by hand: two editions, four files, no export needed."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from publisher.manifest import NAME, RELEASE, ArticleRecord, FileRecord, Manifest
from publisher.model import Article, Meta, Paragraph, Release, Text
from publisher.serialize import to_json

NOW = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)

FILES = {
    "harbour.zh-Hans.pdf": b"%PDF-1.7 zh",
    "harbour.zh-Hans.docx": b"PK zh",
    "harbour.en.pdf": b"%PDF-1.7 en",
    "harbour.en.docx": b"PK en",
}


def release() -> Release:
    """Return two editions of one short article."""
    return Release(
        (
            Article(
                Meta(language="zh-Hans", headline="海港灯塔重新点亮", source="云汀市文旅局", issued=NOW),
                (Paragraph("b1", (Text("灯塔今晚重新点亮。"),)),),
            ),
            Article(
                Meta(language="en", headline="Harbour lighthouse lit again", issued=NOW),
                (Paragraph("b1", (Text("The lighthouse is lit again tonight."),)),),
            ),
        )
    )


def write_pack(
    folder: Path,
    *,
    embargo: datetime | None = None,
    draft: bool = False,
    files: Mapping[str, bytes] | None = None,
) -> Path:
    """Write the pack into ``folder``."""
    folder.mkdir(parents=True)
    editions = release().editions
    records = []
    for name, data in (files or FILES).items():
        (folder / name).write_bytes(data)
        _, language, kind = name.split(".")
        records.append(
            FileRecord(
                name, language, kind, "application/octet-stream", len(data),
                hashlib.sha256(data).hexdigest(), 1, {}, draft and language == "en",
            )
        )  # fmt: skip
    told = to_json(Release(tuple(_held(edition, embargo) for edition in editions)))
    (folder / RELEASE).write_bytes(told)
    meta = editions[0].meta
    made = Manifest(
        article=ArticleRecord(
            meta.headline, meta.source, meta.issued, embargo, meta.language,
            {edition.meta.language: edition.meta.headline for edition in editions},
        ),
        files=tuple(records),
        release_sha256=hashlib.sha256(told).hexdigest(),
    )  # fmt: skip
    (folder / NAME).write_bytes(made.to_json())
    return folder


def _held(edition: Article, embargo: datetime | None) -> Article:
    return msgspec.structs.replace(edition, meta=msgspec.structs.replace(edition.meta, embargo=embargo))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Return the folder of a pack."""
    return write_pack(tmp_path / "harbour")
